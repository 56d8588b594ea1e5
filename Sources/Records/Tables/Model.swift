public import Vietnamese

/// A “Dân vận khéo” model (`mo-hinh.csv`).
public struct Model: Sendable, Hashable {
  public var code: String
  public var organisation: String
  public var campaign: String?
  public var field: ModelField
  public var kind: ModelKind
  public var level: ModelLevel
  public var stage: ModelStage
  public var registeredOn: CivilDate
  public var startedOn: CivilDate?
  public var effectiveOn: CivilDate?
  public var recognisedOn: CivilDate?
  public var replicatedOn: CivilDate?
  public var stoppedOn: CivilDate?
  private var storedRow: Int32
  private var prose: Prose<Texts>

  private struct Texts: ProseTexts {
    var name = ""
    var content = ""
    var result = ""
    var address = ""
    var note = ""
  }

  public var row: Int {
    get { Int(storedRow) }
    set { storedRow = Int32(clamping: newValue) }
  }
  public var name: String {
    get { prose.text { $0.name } }
    set { prose.texts.name = newValue }
  }
  public var content: String {
    get { prose.text { $0.content } }
    set { prose.texts.content = newValue }
  }
  public var result: String {
    get { prose.text { $0.result } }
    set { prose.texts.result = newValue }
  }
  public var address: String {
    get { prose.text { $0.address } }
    set { prose.texts.address = newValue }
  }
  public var note: String {
    get { prose.text { $0.note } }
    set { prose.texts.note = newValue }
  }

  public init(
    row: Int = 0, code: String, name: String, organisation: String, campaign: String? = nil, field: ModelField,
    kind: ModelKind, level: ModelLevel, stage: ModelStage, registeredOn: CivilDate, startedOn: CivilDate? = nil,
    effectiveOn: CivilDate? = nil, recognisedOn: CivilDate? = nil, replicatedOn: CivilDate? = nil,
    stoppedOn: CivilDate? = nil, content: String = "", result: String = "", address: String = "", note: String = ""
  ) {
    storedRow = Int32(clamping: row)
    self.code = code
    self.organisation = organisation
    self.campaign = campaign
    self.field = field
    self.kind = kind
    self.level = level
    self.stage = stage
    self.registeredOn = registeredOn
    self.startedOn = startedOn
    self.effectiveOn = effectiveOn
    self.recognisedOn = recognisedOn
    self.replicatedOn = replicatedOn
    self.stoppedOn = stoppedOn
    prose = Prose(Texts(name: name, content: content, result: result, address: address, note: note))
  }
}

/// Texts of single rows, without a copy of the row: a list is asked for each of them by itself.
extension [Model] {
  public func name(at place: Int) -> String { self[place].name }
  public func content(at place: Int) -> String { self[place].content }
  public func result(at place: Int) -> String { self[place].result }
}

extension Model: TableRow {
  public enum Column: Int, TableColumn {
    case code, name, organisation, campaign, field, kind, level, stage, registeredOn, startedOn, effectiveOn,
      recognisedOn, replicatedOn, stoppedOn, content, result, address, note

    public var schema: ColumnSchema {
      switch self {
      case .code: ColumnSchema("ma_mo_hinh", .code, vi: "Mã mô hình", en: "Code of the model", key: true)
      case .name:
        ColumnSchema("ten", .text, vi: "Tên mô hình", en: "Name", required: true, aliases: ["tên mô hình", "mô hình"])
      case .organisation: .organisation(required: true)
      case .campaign: .campaign
      case .field:
        ColumnSchema("linh_vuc", .list(ListSchema(ModelField.self)), vi: "Lĩnh vực", en: "Field", required: true)
      case .kind:
        ColumnSchema(
          "loai", .list(ListSchema(ModelKind.self)), vi: "Loại mô hình", en: "Kind", required: true,
          aliases: ["loại mô hình"])
      case .level:
        ColumnSchema(
          "cap", .list(ListSchema(ModelLevel.self)), vi: "Cấp", en: "Level", required: true,
          aliases: ["cấp công nhận", "cấp mô hình"])
      case .stage:
        ColumnSchema(
          "trang_thai", .list(ListSchema(ModelStage.self)), vi: "Trạng thái", en: "Stage", required: true,
          aliases: ["tình trạng"])
      case .registeredOn: ColumnSchema("ngay_dang_ky", .date, vi: "Ngày đăng ký", en: "Registered on", required: true)
      case .startedOn:
        ColumnSchema(
          "ngay_trien_khai", .date, vi: "Ngày triển khai", en: "Carried out from", aliases: ["ngày thực hiện"])
      case .effectiveOn: ColumnSchema("ngay_hieu_qua", .date, vi: "Ngày đạt hiệu quả", en: "Effective on")
      case .recognisedOn: ColumnSchema("ngay_cong_nhan", .date, vi: "Ngày công nhận", en: "Recognised on")
      case .replicatedOn: ColumnSchema("ngay_nhan_rong", .date, vi: "Ngày nhân rộng", en: "Replicated on")
      case .stoppedOn: ColumnSchema("ngay_dung", .date, vi: "Ngày dừng", en: "Stopped on")
      case .content:
        ColumnSchema("noi_dung", .text, vi: "Nội dung, cách làm", en: "What is done", aliases: ["cách làm"])
      case .result: ColumnSchema("ket_qua", .text, vi: "Kết quả nổi bật", en: "Results", aliases: ["kết quả nổi bật"])
      case .address: ColumnSchema("dia_chi", .text, vi: "Địa chỉ", en: "Address")
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .models, vi: "Mô hình “Dân vận khéo”", en: "“Dân vận khéo” models", isRequired: true,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    storedRow = Int32(clamping: cells.line)
    code = cells.code(Column.code) ?? ""
    let name = cells.prose(Column.name)
    organisation = cells.code(Column.organisation) ?? ""
    campaign = cells.code(Column.campaign)
    let field = cells.list(Column.field, ModelField.self)
    let kind = cells.list(Column.kind, ModelKind.self)
    let level = cells.list(Column.level, ModelLevel.self)
    let stage = cells.list(Column.stage, ModelStage.self)
    let registeredOn = cells.date(Column.registeredOn)
    startedOn = cells.date(Column.startedOn)
    effectiveOn = cells.date(Column.effectiveOn)
    recognisedOn = cells.date(Column.recognisedOn)
    replicatedOn = cells.date(Column.replicatedOn)
    stoppedOn = cells.date(Column.stoppedOn)
    let content = cells.prose(Column.content)
    let result = cells.prose(Column.result)
    let address = cells.prose(Column.address)
    let note = cells.prose(Column.note)
    prose =
      cells.leavesProse
      ? Prose() : Prose(Texts(name: name, content: content, result: result, address: address, note: note))
    guard cells.isSound, let field, let kind, let level, let stage, let registeredOn else { return nil }
    self.field = field
    self.kind = kind
    self.level = level
    self.stage = stage
    self.registeredOn = registeredOn
  }
}
