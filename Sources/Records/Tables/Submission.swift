public import Vietnamese

/// Whether and when a unit sent its report (`nop-bao-cao.csv`).
public struct Submission: Sendable, Hashable {
  public var row: Int
  public var organisation: String
  public var period: Period
  /// Nil when nothing was sent.
  public var sentOn: CivilDate?
  public var dueOn: CivilDate?
  public var note: String

  public init(
    row: Int = 0, organisation: String, period: Period, sentOn: CivilDate? = nil, dueOn: CivilDate? = nil,
    note: String = ""
  ) {
    self.row = row
    self.organisation = organisation
    self.period = period
    self.sentOn = sentOn
    self.dueOn = dueOn
    self.note = note
  }
}

extension Submission: TableRow {
  public enum Column: Int, TableColumn {
    case organisation, period, sentOn, dueOn, note

    public var schema: ColumnSchema {
      switch self {
      case .organisation: .organisationKey
      case .period: .periodKey
      case .sentOn:
        ColumnSchema("ngay_nop", .date, vi: "Ngày nộp (trống = chưa nộp)", en: "Sent on (empty = not sent)")
      case .dueOn: ColumnSchema("han_nop", .date, vi: "Hạn nộp", en: "Due on")
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .submissions, vi: "Tình hình nộp báo cáo", en: "Submissions", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [organisation, period.code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    organisation = cells.code(Column.organisation) ?? ""
    let period = cells.period(Column.period)
    sentOn = cells.date(Column.sentOn)
    dueOn = cells.date(Column.dueOn)
    note = cells.prose(Column.note)
    guard cells.isSound, let period else { return nil }
    self.period = period
  }
}
