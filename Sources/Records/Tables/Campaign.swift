public import Vietnamese

/// A campaign of emulation (`phong-trao.csv`).
public struct Campaign: Sendable, Hashable {
  public var row: Int
  public var code: String
  public var name: String
  /// “2021-2025”
  public var span: Period
  /// The body that launched it.
  public var launchedBy: String
  public var note: String

  public init(row: Int = 0, code: String, name: String, span: Period, launchedBy: String = "", note: String = "") {
    self.row = row
    self.code = code
    self.name = name
    self.span = span
    self.launchedBy = launchedBy
    self.note = note
  }
}

extension Campaign: TableRow {
  public enum Column: Int, TableColumn {
    case code, name, span, launchedBy, note

    public var schema: ColumnSchema {
      switch self {
      case .code: ColumnSchema("ma_phong_trao", .code, vi: "Mã phong trào", en: "Code of the campaign", key: true)
      case .name:
        ColumnSchema("ten", .text, vi: "Tên phong trào", en: "Name", required: true, aliases: ["tên phong trào"])
      case .span: ColumnSchema("giai_doan", .period, vi: "Giai đoạn", en: "Years", required: true)
      case .launchedBy:
        ColumnSchema(
          "co_quan_phat_dong", .text, vi: "Cơ quan phát động", en: "Launched by", aliases: ["đơn vị phát động"])
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .campaigns, vi: "Phong trào thi đua", en: "Campaigns", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    code = cells.code(Column.code) ?? ""
    name = cells.text(Column.name)
    let span = cells.period(Column.span)
    launchedBy = cells.text(Column.launchedBy)
    note = cells.text(Column.note)
    guard cells.isSound, let span else { return nil }
    self.span = span
  }
}
