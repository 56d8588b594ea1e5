public import Vietnamese

/// The visits of the web site as counted on one day (`truy-cap.csv`).
public struct SiteVisits: Sendable, Hashable {
  public var row: Int
  public var date: CivilDate
  public var today: Int
  public var yesterday: Int
  public var thisWeek: Int
  public var lastWeek: Int
  public var thisMonth: Int
  public var lastMonth: Int

  public init(
    row: Int = 0, date: CivilDate, today: Int, yesterday: Int, thisWeek: Int, lastWeek: Int, thisMonth: Int,
    lastMonth: Int
  ) {
    self.row = row
    self.date = date
    self.today = today
    self.yesterday = yesterday
    self.thisWeek = thisWeek
    self.lastWeek = lastWeek
    self.thisMonth = thisMonth
    self.lastMonth = lastMonth
  }
}

extension SiteVisits: TableRow {
  public enum Column: Int, TableColumn {
    case date, today, yesterday, thisWeek, lastWeek, thisMonth, lastMonth

    public var schema: ColumnSchema {
      switch self {
      case .date: ColumnSchema("ngay", .date, vi: "Ngày đếm", en: "Counted on", key: true, aliases: ["ngày đếm"])
      case .today: ColumnSchema("hom_nay", .count, vi: "Hôm nay", en: "Today", required: true)
      case .yesterday: ColumnSchema("hom_qua", .count, vi: "Hôm qua", en: "Yesterday", required: true)
      case .thisWeek: ColumnSchema("tuan_nay", .count, vi: "Tuần này", en: "This week", required: true)
      case .lastWeek: ColumnSchema("tuan_truoc", .count, vi: "Tuần trước", en: "Last week", required: true)
      case .thisMonth: ColumnSchema("thang_nay", .count, vi: "Tháng này", en: "This month", required: true)
      case .lastMonth: ColumnSchema("thang_truoc", .count, vi: "Tháng trước", en: "Last month", required: true)
      }
    }
  }

  public static let schema = TableSchema(
    name: .visits, vi: "Lượt truy cập", en: "Site visits", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [date.iso] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    let date = cells.date(Column.date)
    today = cells.count(Column.today) ?? 0
    yesterday = cells.count(Column.yesterday) ?? 0
    thisWeek = cells.count(Column.thisWeek) ?? 0
    lastWeek = cells.count(Column.lastWeek) ?? 0
    thisMonth = cells.count(Column.thisMonth) ?? 0
    lastMonth = cells.count(Column.lastMonth) ?? 0
    guard cells.isSound, let date else { return nil }
    self.date = date
  }
}
