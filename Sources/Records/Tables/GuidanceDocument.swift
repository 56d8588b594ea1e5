public import Vietnamese

/// A document that guides the work (`van-ban.csv`).
public struct GuidanceDocument: Sendable, Hashable {
  public var row: Int
  /// `05-KH/ĐUK`
  public var number: String
  public var issuedOn: CivilDate
  /// Kế hoạch, Hướng dẫn, Công văn…
  public var kind: String
  public var summary: String
  public var issuedBy: String
  /// The issuing organisation, when it is one of ours.
  public var organisation: String?
  public var campaign: String?
  public var note: String

  public init(
    row: Int = 0, number: String, issuedOn: CivilDate, kind: String, summary: String, issuedBy: String,
    organisation: String? = nil, campaign: String? = nil, note: String = ""
  ) {
    self.row = row
    self.number = number
    self.issuedOn = issuedOn
    self.kind = kind
    self.summary = summary
    self.issuedBy = issuedBy
    self.organisation = organisation
    self.campaign = campaign
    self.note = note
  }
}

extension GuidanceDocument: TableRow {
  public enum Column: Int, TableColumn {
    case number, issuedOn, kind, summary, issuedBy, organisation, campaign, note

    public var schema: ColumnSchema {
      switch self {
      case .number:
        ColumnSchema(
          "so_ky_hieu", .text, vi: "Số, ký hiệu", en: "Number and symbol", key: true,
          aliases: ["số, ký hiệu", "số hiệu"])
      case .issuedOn:
        ColumnSchema("ngay_ban_hanh", .date, vi: "Ngày ban hành", en: "Issued on", key: true)
      case .kind:
        ColumnSchema(
          "loai", .text, vi: "Loại văn bản", en: "Type of document", required: true, aliases: ["loại văn bản"])
      case .summary: ColumnSchema("trich_yeu", .text, vi: "Trích yếu", en: "Summary", required: true)
      case .issuedBy:
        ColumnSchema(
          "co_quan_ban_hanh", .text, vi: "Cơ quan ban hành", en: "Issued by", required: true,
          aliases: ["đơn vị ban hành"])
      case .organisation: .organisation()
      case .campaign: .campaign
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .guidance, vi: "Văn bản lãnh đạo, chỉ đạo", en: "Guidance documents", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [number, issuedOn.iso] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    number = cells.text(Column.number)
    let issuedOn = cells.date(Column.issuedOn)
    kind = cells.text(Column.kind)
    summary = cells.text(Column.summary)
    issuedBy = cells.text(Column.issuedBy)
    organisation = cells.code(Column.organisation)
    campaign = cells.code(Column.campaign)
    note = cells.text(Column.note)
    guard cells.isSound, let issuedOn else { return nil }
    self.issuedOn = issuedOn
  }
}
