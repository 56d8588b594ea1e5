internal import Records
internal import Vietnamese

/// The rows of one scope, in file order.
///
/// Models and social works are those somebody needs: whole where their lists are looked at, without long texts where only figures are, none at
/// all otherwise. They may lie in files.
struct Selection: Sendable {
  let scope: Scope
  let organisations: [Organisation]
  let members: [MemberCount]
  let models: [Model]
  let ratings: [Rating]
  let socialWorks: [SocialWork]
  let rewards: [Reward]
  let guidance: [GuidanceDocument]
  let submissions: [Submission]
  let photos: [Photo]

  /// What is needed of the large tables.
  struct Needs: Sendable {
    var models = Need.nothing
    var socialWorks = Need.nothing
  }

  enum Need: Sendable {
    case nothing
    /// Rows without their long texts.
    case figures
    case whole
  }

  /// - Parameter date: the last day of the period, by which mergers are followed.
  init(_ scope: Scope, _ dataset: Dataset, _ ledger: Ledger, on date: CivilDate, needs: Needs = Needs()) {
    self.scope = scope
    guard let codes = Self.codes(scope, date, dataset, ledger) else {
      organisations = dataset.organisations.all
      members = dataset.memberCounts.all
      models = Self.rows(dataset.tables.models, needs.models)
      ratings = dataset.ratings.all
      socialWorks = Self.rows(dataset.tables.socialWorks, needs.socialWorks)
      rewards = dataset.rewards.all
      guidance = dataset.guidance
      submissions = dataset.submissions.all
      photos = dataset.photos
      return
    }
    organisations = dataset.organisations.elements(at: codes.compactMap { ledger.organisations[$0] }.sorted())
    members = dataset.memberCounts.elements(at: Self.places(codes, ledger.members))
    models = Self.rows(dataset.tables.models, needs.models, at: Self.places(codes, ledger.models))
    ratings = dataset.ratings.elements(at: Self.places(codes, ledger.ratings))
    socialWorks = Self.rows(
      dataset.tables.socialWorks, needs.socialWorks, at: Self.places(codes, ledger.socialWorks))
    rewards = dataset.rewards.elements(at: Self.places(codes, ledger.rewards))
    guidance = Self.rows(codes, ledger.guidance, dataset.guidance)
    submissions = dataset.submissions.elements(at: Self.places(codes, ledger.submissions))
    photos = Self.rows(codes, ledger.photos, dataset.photos)
  }

  /// nil: all of them. Rows of bodies that merged count where the body is that stands for them on `date`.
  private static func codes(_ scope: Scope, _ date: CivilDate, _ dataset: Dataset, _ ledger: Ledger) -> [String]? {
    switch scope {
    case .committee: return nil
    case .organisation(let code): return ledger.family(of: [code], on: date, in: dataset)
    case .sector(let sector): return together(date, dataset, ledger) { $0.sector == sector }
    case .group(let name):
      let isGroup = dataset.organisations.contains { $0.group == name }
      return together(date, dataset, ledger) { isGroup ? $0.group == name : $0.kind.name == name }
    }
  }

  /// Bodies that have something in common, and what is below the grass-roots organisations among them.
  private static func together(
    _ date: CivilDate, _ dataset: Dataset, _ ledger: Ledger, _ belongs: (Organisation) -> Bool
  ) -> [String] {
    let members = dataset.organisations.filter { body in
      // Nearly all are still there, and need not be looked up.
      guard body.hasEnded(by: date) else { return belongs(body) }
      let heir = ledger.current(body.code, on: date, in: dataset)
      return ledger.organisation(heir, in: dataset).map(belongs) ?? belongs(body)
    }
    let below = ledger.family(of: members.filter(\.kind.isGrassroots).map(\.code), on: date, in: dataset)
    let codes = members.map(\.code)
    let known = Set(codes)
    return codes + below.filter { !known.contains($0) }
  }

  private static func rows<Row>(_ codes: [String], _ places: PlacesByCode, _ rows: [Row]) -> [Row] {
    rows.sharing(at: Self.places(codes, places))
  }

  /// - Parameter places: nil for all rows.
  private static func rows<Row>(_ table: Table<Row>, _ need: Need, at places: [Int]? = nil) -> [Row] {
    switch need {
    case .nothing: []
    case .figures: places.map(table.rows.elements) ?? table.rows.all
    case .whole: table.whole(at: places ?? Array(table.rows.indices))
    }
  }

  private static func places(_ codes: [String], _ places: PlacesByCode) -> [Int] {
    codes.flatMap { places[$0] }.sorted()
  }

  /// Grass-roots organisations (TCCSĐ) that exist on `date`, in official order: committees before cells, then by rank, then as in
  /// the file.
  func grassroots(on date: CivilDate) -> [Organisation] {
    organisations.filter { $0.kind.isGrassroots && $0.isValid(on: date) }
      .enumerated()
      .sorted { left, right in
        (left.element.kind.rawValue, left.element.rank ?? Int.max, left.offset)
          < (right.element.kind.rawValue, right.element.rank ?? Int.max, right.offset)
      }
      .map(\.element)
  }
}

extension OrganisationKind {
  /// Đảng bộ cơ sở and chi bộ cơ sở.
  var isGrassroots: Bool { self == .grassrootsCommittee || self == .grassrootsCell }
}
