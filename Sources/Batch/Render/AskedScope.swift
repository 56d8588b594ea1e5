internal import Findings
internal import Records
internal import Statistics
internal import Vietnamese

/// What a report or a list of figures is about, as a person names it: one organisation, one sector, one group, or the whole committee.
public struct AskedScope: Sendable, Hashable {
  /// Code of an organisation.
  public var organisation: String?
  /// Name of a sector (khối).
  public var sector: String?
  /// Name of a group of similar bodies (nhóm), or of a kind of organisation.
  public var group: String?

  public init(organisation: String? = nil, sector: String? = nil, group: String? = nil) {
    self.organisation = organisation
    self.sector = sector
    self.group = group
  }

  var scope: Scope {
    organisation.map(Scope.organisation) ?? sector.map(Scope.sector) ?? group.map(Scope.group) ?? .committee
  }

  /// What no row has, with the name that was meant.
  func unknown(in dataset: Dataset, file: String) -> Finding? {
    let bodies = dataset.organisations
    switch scope {
    case .committee: return nil
    case .organisation(let code):
      return Self.missing(
        code, among: bodies.map(\.code), "don-vi-khong-co", ("tổ chức mang mã", "organisation with the code"),
        "ma_to_chuc", file)
    case .sector(let name):
      return Self.missing(name, among: bodies.map(\.sector), "khoi-khong-co", ("khối", "sector"), "khoi", file)
    case .group(let name):
      let kinds = bodies.filter(\.kind.isGrassrootsKind).map(\.kind.name)
      return Self.missing(
        name, among: bodies.map(\.group) + kinds, "nhom-khong-co", ("nhóm", "group"), "nhom", file)
    }
  }

  private static func missing(
    _ name: String, among names: [String], _ code: String, _ what: (vi: String, en: String), _ column: String,
    _ file: String
  ) -> Finding? {
    let known = Set(names.filter { !$0.isEmpty })
    guard !known.contains(name) else { return nil }
    let near = Nearest.suggest(name, among: known.sorted())
    return Finding(
      code: code, severity: .error, at: Location(file: file),
      Message(vi: "không có \(what.vi) “\(name)”", en: "there is no \(what.en) “\(name)”"),
      hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
        ?? Message(
          vi: "ghi đúng như trong cột \(column) của to-chuc.csv",
          en: "write it as the column \(column) of to-chuc.csv does"))
  }
}

extension OrganisationKind {
  /// Đảng bộ cơ sở and chi bộ cơ sở.
  var isGrassrootsKind: Bool { self == .grassrootsCommittee || self == .grassrootsCell }
}
