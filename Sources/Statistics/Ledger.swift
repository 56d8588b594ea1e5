internal import Records
internal import Vietnamese

/// The rows of a dataset by organisation, so that the report of one organisation does not walk through the rows of all.
///
/// Built once per dataset; a place is an index into the dataset's array of that table, in file order.
struct Ledger: Sendable {
  private(set) var organisations: [String: Int] = [:]
  private(set) var children: [String: [Int]] = [:]
  /// Organisations by group of similar bodies.
  private(set) var peers: [String: [Int]] = [:]
  private(set) var members: [String: [Int]] = [:]
  private(set) var models: [String: [Int]] = [:]
  private(set) var ratings: [String: [Int]] = [:]
  private(set) var socialWorks: [String: [Int]] = [:]
  private(set) var rewards: [String: [Int]] = [:]
  private(set) var guidance: [String: [Int]] = [:]
  private(set) var submissions: [String: [Int]] = [:]
  private(set) var photos: [String: [Int]] = [:]

  init(_ dataset: Dataset) {
    for (place, organisation) in dataset.organisations.enumerated() {
      organisations[organisation.code] = place
      if let parent = organisation.parent { children[parent, default: []].append(place) }
      peers[Self.peerKey(organisation), default: []].append(place)
    }
    members = Self.places(dataset.memberCounts) { $0.organisation }
    models = Self.places(dataset.models) { $0.organisation }
    ratings = Self.places(dataset.ratings) { $0.organisation }
    socialWorks = Self.places(dataset.socialWorks) { $0.organisation }
    rewards = Self.places(dataset.rewards) { $0.organisation }
    guidance = Self.places(dataset.guidance) { $0.organisation }
    submissions = Self.places(dataset.submissions) { $0.organisation }
    photos = Self.places(dataset.photos) { $0.organisation }
  }

  /// What similar bodies share: their group, or their kind where the data make no groups.
  static func peerKey(_ organisation: Organisation) -> String {
    organisation.group.isEmpty ? "\(organisation.kind)" : "nhóm " + organisation.group
  }

  private static func places<Row>(_ rows: [Row], _ code: (Row) -> String?) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      if let code = code(row) { places[code, default: []].append(place) }
    }
    return places
  }

  /// An organisation and all below it, each once, even where the data make a circle.
  func family(of code: String, in dataset: Dataset) -> [String] {
    var family: [String] = []
    var seen: Set<String> = [code]
    var waiting = [code]
    while let next = waiting.popLast() {
      family.append(next)
      for place in children[next] ?? [] {
        let child = dataset.organisations[place].code
        if seen.insert(child).inserted { waiting.append(child) }
      }
    }
    return family
  }
}
