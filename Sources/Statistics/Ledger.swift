internal import Records
internal import Vietnamese

/// The rows of a dataset by organisation, so that the report of one organisation does not walk through the rows of all.
///
/// Built once per dataset; a place is an index into the dataset's array of that table, in file order.
final class Ledger: Sendable {
  /// Of organisations of the same code the first; codes are unique in sound data.
  let organisations: FirstPlaces
  let children: PlacesByCode
  /// Organisations that merged into another, by the code of that.
  let predecessors: PlacesByCode
  let sectors: PlacesByCode
  /// Periods for which anything is known of who sent a report.
  let submissionPeriods: Set<Period>
  /// Organisations by group of similar bodies.
  let peers: PlacesByCode
  let members: PlacesByCode
  let models: PlacesByCode
  let ratings: PlacesByCode
  let socialWorks: PlacesByCode
  let rewards: PlacesByCode
  let guidance: PlacesByCode
  let submissions: PlacesByCode
  let photos: PlacesByCode

  init(_ dataset: Dataset) {
    organisations = dataset.organisationIndex
    let known = organisations.numbers
    children = PlacesByCode(dataset.organisations, known: known) { $0.parent }
    predecessors = PlacesByCode(dataset.organisations) { $0.successor }
    peers = PlacesByCode(dataset.organisations) { Self.peerKey($0) }
    sectors = PlacesByCode(dataset.organisations) { $0.sector }
    members = PlacesByCode(dataset.memberCounts, known: known) { $0.organisation }
    models = PlacesByCode(dataset.models, known: known) { $0.organisation }
    ratings = PlacesByCode(dataset.ratings, known: known) { $0.organisation }
    socialWorks = PlacesByCode(dataset.socialWorks, known: known) { $0.organisation }
    rewards = PlacesByCode(dataset.rewards, known: known) { $0.organisation }
    guidance = PlacesByCode(dataset.guidance, known: known) { $0.organisation }
    submissions = PlacesByCode(dataset.submissions, known: known) { $0.organisation }
    photos = PlacesByCode(dataset.photos, known: known) { $0.organisation }
    submissionPeriods = Set(dataset.submissions.map(\.period))
  }

  /// What similar bodies share: their group, or their kind where the data make no groups.
  static func peerKey(_ organisation: Organisation) -> String {
    organisation.group.isEmpty ? organisation.kind.name : "nhóm " + organisation.group
  }

  /// Organisations, all below them, and all that had merged into one of these by `date`: each once, even where the data make a circle.
  func family(of codes: [String], on date: CivilDate, in dataset: Dataset) -> [String] {
    closure(codes) { code in
      children[code] + predecessors[code].filter { dataset.organisations[$0].hasEnded(by: date) }
    } in: {
      dataset.organisations[$0].code
    }
  }

  /// An organisation and all that had merged into it by `date`, directly or one after the other: their rows are its own.
  func lineage(of code: String, on date: CivilDate, in dataset: Dataset) -> [String] {
    closure([code]) { code in
      predecessors[code].filter { dataset.organisations[$0].hasEnded(by: date) }
    } in: {
      dataset.organisations[$0].code
    }
  }

  private func closure(_ codes: [String], _ next: (String) -> [Int], in code: (Int) -> String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var waiting = Array(codes.filter { seen.insert($0).inserted }.reversed())
    while let last = waiting.popLast() {
      found.append(last)
      waiting += next(last).map(code).filter { seen.insert($0).inserted }
    }
    return found
  }

  /// The organisation that stands for another on `date`: itself until it ends, then the one it merged into, and so on.
  func current(_ code: String, on date: CivilDate, in dataset: Dataset) -> String {
    var code = code
    var seen: Set<String> = [code]
    while let place = organisations[code], dataset.organisations[place].hasEnded(by: date),
      let successor = dataset.organisations[place].successor, organisations[successor] != nil,
      seen.insert(successor).inserted
    {
      code = successor
    }
    return code
  }

  func organisation(_ code: String, in dataset: Dataset) -> Organisation? {
    organisations[code].map { dataset.organisations[$0] }
  }

  /// Ratings of a body itself up to that day, the oldest first.
  func ownRatings(of code: String, in dataset: Dataset, until end: CivilDate) -> [Rating] {
    dataset.ratings.elements(at: ratings[code])
      .filter { $0.subject == .organisation && $0.level != nil && $0.period.end <= end }
      .sorted { ($0.period, $0.row) < ($1.period, $1.row) }
  }
}

/// Names of organisations by code; an unknown code stands for itself, no code for nothing.
///
/// A class, because the facts of every report hold it, and a dataset is a large value to copy.
final class NameBook: Sendable {
  private let dataset: Dataset
  private let ledger: Ledger

  init(_ dataset: Dataset, _ ledger: Ledger) {
    self.dataset = dataset
    self.ledger = ledger
  }

  /// The organisation that stands for another on `date`.
  func current(_ code: String, on date: CivilDate) -> String { ledger.current(code, on: date, in: dataset) }

  func name(_ code: String?) -> String {
    code.map { code in ledger.organisations[code].map { dataset.organisations[$0].name } ?? code } ?? ""
  }
}

extension Organisation {
  /// Its last day lies before `date`.
  func hasEnded(by date: CivilDate) -> Bool { validTo.map { $0 < date } ?? false }
}
