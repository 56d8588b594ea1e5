public import Vietnamese

/// A reward (`khen-thuong.csv`).
public struct Reward: Sendable, Hashable {
  public var row: Int
  public var code: String
  /// The collective or person rewarded.
  public var name: String
  public var kind: RewardKind
  public var organisation: String?
  /// Bằng khen, Giấy khen, Cờ thi đua, biểu dương…
  public var form: String
  /// The level that gives it, as written.
  public var level: String
  public var decision: String
  public var decidedOn: CivilDate
  public var campaign: String?
  public var model: String?
  public var note: String

  public init(
    row: Int = 0, code: String, name: String, kind: RewardKind, organisation: String? = nil, form: String,
    level: String, decision: String = "", decidedOn: CivilDate, campaign: String? = nil, model: String? = nil,
    note: String = ""
  ) {
    self.row = row
    self.code = code
    self.name = name
    self.kind = kind
    self.organisation = organisation
    self.form = form
    self.level = level
    self.decision = decision
    self.decidedOn = decidedOn
    self.campaign = campaign
    self.model = model
    self.note = note
  }
}

extension Reward: TableRow {
  public enum Column: Int, TableColumn {
    case code, name, kind, organisation, form, level, decision, decidedOn, campaign, model, note

    public var schema: ColumnSchema {
      switch self {
      case .code: ColumnSchema("ma_khen_thuong", .code, vi: "Mã khen thưởng", en: "Code of the reward", key: true)
      case .name:
        ColumnSchema(
          "ten", .text, vi: "Tên tập thể, cá nhân", en: "Collective or person", required: true,
          aliases: ["tên tập thể, cá nhân", "họ tên", "họ và tên"])
      case .kind:
        ColumnSchema("loai", .list(ListSchema(ModelKind.self)), vi: "Tập thể hay cá nhân", en: "Kind", required: true)
      case .organisation: .organisation()
      case .form:
        ColumnSchema(
          "hinh_thuc", .text, vi: "Hình thức khen thưởng", en: "Form", required: true,
          aliases: ["hình thức khen thưởng", "hình thức khen"])
      case .level: ColumnSchema("cap_khen", .text, vi: "Cấp khen", en: "Level", required: true)
      case .decision: ColumnSchema("so_quyet_dinh", .text, vi: "Số quyết định", en: "Number of the decision")
      case .decidedOn:
        ColumnSchema("ngay_quyet_dinh", .date, vi: "Ngày quyết định", en: "Date of the decision", required: true)
      case .campaign: .campaign
      case .model: ColumnSchema("ma_mo_hinh", .code, vi: "Mã mô hình", en: "Code of the model", to: .models)
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .rewards, vi: "Khen thưởng", en: "Rewards", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    code = cells.code(Column.code) ?? ""
    name = cells.text(Column.name)
    let kind = cells.list(Column.kind, ModelKind.self)
    organisation = cells.code(Column.organisation)
    form = cells.text(Column.form)
    level = cells.text(Column.level)
    decision = cells.text(Column.decision)
    let decidedOn = cells.date(Column.decidedOn)
    campaign = cells.code(Column.campaign)
    model = cells.code(Column.model)
    note = cells.prose(Column.note)
    guard cells.isSound, let kind, let decidedOn else { return nil }
    self.kind = kind
    self.decidedOn = decidedOn
  }
}
