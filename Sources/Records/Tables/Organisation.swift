public import Vietnamese

/// An organisation of the hierarchy (`to-chuc.csv`).
public struct Organisation: Sendable, Hashable {
  public var row: Int
  public var code: String
  public var name: String
  public var shortName: String
  public var kind: OrganisationKind
  public var parent: String?
  /// Sector (khối), free text; empty when not given.
  public var sector: String
  /// Group of similar bodies within which the cap on the highest rating counts; empty when not given.
  public var group: String
  /// Official order.
  public var rank: Int?
  public var validFrom: CivilDate?
  /// Last valid day.
  public var validTo: CivilDate?
  public var successor: String?
  public var address: String
  public var note: String

  public init(
    row: Int = 0, code: String, name: String, shortName: String = "", kind: OrganisationKind, parent: String? = nil,
    sector: String = "", group: String = "", rank: Int? = nil, validFrom: CivilDate? = nil,
    validTo: CivilDate? = nil, successor: String? = nil, address: String = "", note: String = ""
  ) {
    self.row = row
    self.code = code
    self.name = name
    self.shortName = shortName
    self.kind = kind
    self.parent = parent
    self.sector = sector
    self.group = group
    self.rank = rank
    self.validFrom = validFrom
    self.validTo = validTo
    self.successor = successor
    self.address = address
    self.note = note
  }

  /// Whether the organisation exists on `date`.
  public func isValid(on date: CivilDate) -> Bool {
    (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
  }

  /// Whether it exists on at least one day of `period`.
  public func isValid(during period: Period) -> Bool {
    (validFrom.map { $0 <= period.end } ?? true) && (validTo.map { period.start <= $0 } ?? true)
  }
}

/// What an organisation is in the hierarchy.
public enum OrganisationKind: UInt8, ListValue {
  case superiorCommittee, grassrootsCommittee, grassrootsCell, sectionalCommittee, subordinateCell

  public var name: String {
    switch self {
    case .superiorCommittee: "cấp ủy cấp trên"
    case .grassrootsCommittee: "đảng bộ cơ sở"
    case .grassrootsCell: "chi bộ cơ sở"
    case .sectionalCommittee: "đảng bộ bộ phận"
    case .subordinateCell: "chi bộ trực thuộc"
    }
  }

  public static let spellings: [(String, OrganisationKind)] = [
    ("cấp ủy", .superiorCommittee), ("đảng bộ cấp trên", .superiorCommittee),
    ("đảng bộ cấp trên trực tiếp", .superiorCommittee), ("ĐBCS", .grassrootsCommittee),
    ("đảng ủy cơ sở", .grassrootsCommittee), ("CBCS", .grassrootsCell), ("ĐBBP", .sectionalCommittee),
    ("chi bộ trực thuộc đảng ủy cơ sở", .subordinateCell), ("CBTT", .subordinateCell),
  ]

  /// Tổ chức cơ sở đảng: the bodies that are counted and rated as one unit each.
  public var isGrassroots: Bool { self == .grassrootsCommittee || self == .grassrootsCell }
}

extension Organisation: TableRow {
  public enum Column: Int, TableColumn {
    case code, name, shortName, kind, parent, sector, group, rank, validFrom, validTo, successor, address, note

    public var schema: ColumnSchema {
      switch self {
      case .code:
        ColumnSchema(
          "ma_to_chuc", .code, vi: "Mã tổ chức", en: "Code of the organisation", key: true,
          aliases: ["mã đơn vị", "mã TCĐ", "mã"])
      case .name:
        ColumnSchema(
          "ten", .text, vi: "Tên đầy đủ", en: "Full name", required: true,
          aliases: ["tên tổ chức", "tên đơn vị", "tên tổ chức đảng", "đơn vị", "tổ chức đảng"])
      case .shortName: ColumnSchema("ten_tat", .text, vi: "Tên viết tắt", en: "Short name", aliases: ["tên ngắn"])
      case .kind:
        ColumnSchema(
          "loai", .list(ListSchema(OrganisationKind.self)), vi: "Loại tổ chức", en: "Kind of organisation",
          required: true, aliases: ["loại hình"])
      case .parent:
        ColumnSchema(
          "ma_cap_tren", .code, vi: "Mã cấp trên trực tiếp", en: "Code of the body directly above",
          to: .organisations, aliases: ["cấp trên", "mã tổ chức cấp trên"])
      case .sector: ColumnSchema("khoi", .openList(Self.sectors), vi: "Khối", en: "Sector")
      case .group:
        ColumnSchema(
          "nhom", .text, vi: "Nhóm tính trần xếp loại xuất sắc", en: "Group within which the cap on “excellent” counts")
      case .rank:
        ColumnSchema("thu_tu", .count, vi: "Thứ tự chính thức", en: "Official order", aliases: ["thứ tự sắp xếp"])
      case .validFrom:
        ColumnSchema("hieu_luc_tu", .date, vi: "Có từ ngày", en: "First valid day", aliases: ["ngày thành lập"])
      case .validTo:
        ColumnSchema(
          "hieu_luc_den", .date, vi: "Có đến hết ngày (trống = còn hoạt động)", en: "Last valid day (empty = still)",
          aliases: ["ngày giải thể"])
      case .successor:
        ColumnSchema(
          "ma_ke_thua", .code, vi: "Mã tổ chức kế thừa sau sáp nhập, đổi tên",
          en: "Successor after a merger or renaming", to: .organisations, aliases: ["tổ chức kế thừa"])
      case .address: ColumnSchema("dia_chi", .text, vi: "Địa chỉ", en: "Address")
      case .note: ColumnSchema("ghi_chu", .text, vi: "Ghi chú", en: "Remark")
      }
    }

    static let sectors = [
      "Đảng, đoàn thể", "cơ quan nhà nước", "đơn vị sự nghiệp", "doanh nghiệp", "lực lượng vũ trang",
    ]
  }

  public static let schema = TableSchema(
    name: .organisations, vi: "Tổ chức đảng", en: "Organisations", isRequired: true,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    code = cells.code(Column.code) ?? ""
    name = cells.text(Column.name)
    shortName = cells.text(Column.shortName)
    let kind = cells.list(Column.kind, OrganisationKind.self)
    parent = cells.code(Column.parent)
    sector = cells.openList(Column.sector)
    group = cells.text(Column.group)
    rank = cells.count(Column.rank)
    validFrom = cells.date(Column.validFrom)
    validTo = cells.date(Column.validTo)
    successor = cells.code(Column.successor)
    address = cells.text(Column.address)
    note = cells.prose(Column.note)
    guard cells.isSound, let kind else { return nil }
    self.kind = kind
  }
}
