internal import Records
internal import Vietnamese

/// The rows of a dataset by organisation, so that the report of one organisation does not walk through the rows of all.
///
/// Built once per dataset; a place is an index into the dataset's array of that table, in file order.
final class Ledger: Sendable {
  /// Of organisations of the same code the first; codes are unique in sound data.
  let organisations: [String: Int]
  let children: [String: [Int]]
  /// Organisations that merged into another, by the code of that.
  let predecessors: [String: [Int]]
  let sectors: [String: [Int]]
  /// Periods for which anything is known of who sent a report.
  let submissionPeriods: Set<Period>
  /// Organisations by group of similar bodies.
  let peers: [String: [Int]]
  let members: [String: [Int]]
  let models: [String: [Int]]
  let ratings: [String: [Int]]
  let socialWorks: [String: [Int]]
  let rewards: [String: [Int]]
  let guidance: [String: [Int]]
  let submissions: [String: [Int]]
  let photos: [String: [Int]]

  init(_ dataset: Dataset) {
    organisations = Dictionary(
      dataset.organisations.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    children = Self.places(dataset.organisations) { $0.parent }
    predecessors = Self.places(dataset.organisations) { $0.successor }
    peers = Self.places(dataset.organisations) { Self.peerKey($0) }
    sectors = Self.places(dataset.organisations) { $0.sector }
    members = Self.places(dataset.memberCounts) { $0.organisation }
    models = Self.places(dataset.models) { $0.organisation }
    ratings = Self.places(dataset.ratings) { $0.organisation }
    socialWorks = Self.places(dataset.socialWorks) { $0.organisation }
    rewards = Self.places(dataset.rewards) { $0.organisation }
    guidance = Self.places(dataset.guidance) { $0.organisation }
    submissions = Self.places(dataset.submissions) { $0.organisation }
    photos = Self.places(dataset.photos) { $0.organisation }
    submissionPeriods = Set(dataset.submissions.map(\.period))
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

  func organisation(_ code: String, in dataset: Dataset) -> Organisation? {
    organisations[code].map { dataset.organisations[$0] }
  }

  /// Ratings of a body itself up to that day, the oldest first.
  func ownRatings(of code: String, in dataset: Dataset, until end: CivilDate) -> [Rating] {
    (ratings[code] ?? []).map { dataset.ratings[$0] }
      .filter { $0.subject == .organisation && $0.level != nil && $0.period.end <= end }
      .sorted { ($0.period, $0.row) < ($1.period, $1.row) }
  }
}

/// Names of organisations by code; an unknown code stands for itself, no code for nothing.
struct NameBook {
  private let dataset: Dataset
  private let ledger: Ledger

  init(_ dataset: Dataset, _ ledger: Ledger) {
    self.dataset = dataset
    self.ledger = ledger
  }

  func name(_ code: String?) -> String {
    code.map { code in ledger.organisations[code].map { dataset.organisations[$0].name } ?? code } ?? ""
  }
}
