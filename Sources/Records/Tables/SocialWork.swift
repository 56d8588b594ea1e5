public import Vietnamese

/// One piece of social work: a visit, a house, a contribution (`an-sinh.csv`).
public struct SocialWork: Sendable, Hashable {
  public var code: String
  public var programme: String
  public var organisation: String?
  public var unit: String
  /// Đồng.
  public var amount: Int
  private var prose: Prose<Texts>
  private var storedRow: Int32
  public var date: CivilDate
  private var storedQuantity: CompactCount
  public var form: SocialWorkForm

  private struct Texts: ProseTexts {
    var beneficiaries = ""
    var content = ""
    var note = ""
  }

  public var row: Int {
    get { Int(storedRow) }
    set { storedRow = Int32(clamping: newValue) }
  }
  public var quantity: Int? {
    get { storedQuantity.value }
    set { storedQuantity.value = newValue }
  }
  public var beneficiaries: String {
    get { prose.text { $0.beneficiaries } }
    set { prose.texts.beneficiaries = newValue }
  }
  public var content: String {
    get { prose.text { $0.content } }
    set { prose.texts.content = newValue }
  }
  public var note: String {
    get { prose.text { $0.note } }
    set { prose.texts.note = newValue }
  }

  public init(
    row: Int = 0, code: String, date: CivilDate, programme: String, form: SocialWorkForm,
    organisation: String? = nil, beneficiaries: String = "", quantity: Int? = nil, unit: String = "", amount: Int,
    content: String = "", note: String = ""
  ) {
    storedRow = Int32(clamping: row)
    self.code = code
    self.date = date
    self.programme = programme
    self.form = form
    self.organisation = organisation
    storedQuantity = CompactCount(quantity)
    self.unit = unit
    self.amount = amount
    prose = Prose(Texts(beneficiaries: beneficiaries, content: content, note: note))
  }
}

/// Texts of single rows, without a copy of the row: a list is asked for each of them by itself.
extension [SocialWork] {
  public func beneficiaries(at place: Int) -> String { self[place].beneficiaries }
  public func content(at place: Int) -> String { self[place].content }
}

/// What was given (hình thức).
public enum SocialWorkForm: UInt8, ListValue {
  case visitsAndGifts, housing, funds, education, other

  public var name: String {
    switch self {
    case .visitsAndGifts: "thăm, tặng quà"
    case .housing: "xây, sửa nhà"
    case .funds: "ủng hộ quỹ"
    case .education: "học bổng, thiết bị học tập"
    case .other: "khác"
    }
  }

  public static let spellings: [(String, SocialWorkForm)] = [
    ("thăm và tặng quà", .visitsAndGifts), ("tặng quà", .visitsAndGifts), ("thăm hỏi, tặng quà", .visitsAndGifts),
    ("thăm hỏi", .visitsAndGifts), ("xây nhà", .housing), ("sửa nhà", .housing), ("hỗ trợ nhà ở", .housing),
    ("xây dựng, sửa chữa nhà", .housing), ("ủng hộ", .funds), ("đóng góp quỹ", .funds), ("quỹ", .funds),
    ("học bổng", .education), ("thiết bị học tập", .education), ("hình thức khác", .other),
  ]
}

extension SocialWork: TableRow {
  public enum Column: Int, TableColumn {
    case code, date, programme, form, organisation, beneficiaries, quantity, unit, amount, content, note

    public var schema: ColumnSchema {
      switch self {
      case .code:
        ColumnSchema("ma_hoat_dong", .code, vi: "Mã hoạt động", en: "Code of the activity", key: true)
      case .date:
        ColumnSchema("ngay", .date, vi: "Ngày thực hiện", en: "Date", required: true, aliases: ["ngày thực hiện"])
      case .programme: ColumnSchema("chuong_trinh", .text, vi: "Chương trình", en: "Programme", required: true)
      case .form:
        ColumnSchema("hinh_thuc", .list(ListSchema(SocialWorkForm.self)), vi: "Hình thức", en: "Form", required: true)
      case .organisation: .organisation()
      case .beneficiaries:
        ColumnSchema("doi_tuong_thu_huong", .text, vi: "Đối tượng thụ hưởng", en: "For whom")
      case .quantity: ColumnSchema("so_luong", .count, vi: "Số lượng", en: "Quantity")
      case .unit: ColumnSchema("don_vi_tinh", .text, vi: "Đơn vị tính", en: "Unit", aliases: ["ĐVT"])
      case .amount:
        ColumnSchema(
          "so_tien", .money, vi: "Số tiền, đồng", en: "Amount, đồng", required: true,
          aliases: ["kinh phí", "trị giá", "thành tiền"])
      case .content: ColumnSchema("noi_dung", .text, vi: "Nội dung", en: "Content")
      case .note: .note
      }
    }
  }

  public static let schema = TableSchema(
    name: .socialWorks, vi: "An sinh xã hội", en: "Social work", isRequired: true,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    storedRow = Int32(clamping: cells.line)
    code = cells.code(Column.code) ?? ""
    let date = cells.date(Column.date)
    programme = cells.text(Column.programme)
    let form = cells.list(Column.form, SocialWorkForm.self)
    organisation = cells.code(Column.organisation)
    let beneficiaries = cells.prose(Column.beneficiaries)
    storedQuantity = CompactCount(cells.count(Column.quantity))
    unit = cells.text(Column.unit)
    let amount = cells.money(Column.amount)
    let content = cells.prose(Column.content)
    let note = cells.prose(Column.note)
    prose = cells.leavesProse ? Prose() : Prose(Texts(beneficiaries: beneficiaries, content: content, note: note))
    guard cells.isSound, let date, let form, let amount else { return nil }
    self.date = date
    self.form = form
    self.amount = amount
  }
}
