public import Vietnamese

/// The members of one organisation in one period (`dang-vien.csv`).
///
/// Stored tightly: there are several rows for each organisation.
public struct MemberCount: Sendable, Hashable {
  private var line: UInt32
  private var counts: Counts
  public var period: Period
  public var organisation: String
  private var prose: Prose<Texts>

  private struct Counts: Sendable, Hashable {
    var total, full, probationary, women, admitted: CompactCount
  }

  private struct Texts: ProseTexts {
    var note = ""
  }

  public init(
    row: Int = 0, organisation: String, period: Period, total: Int, full: Int? = nil, probationary: Int? = nil,
    women: Int? = nil, admitted: Int? = nil, note: String = ""
  ) {
    line = UInt32(clamping: row)
    self.organisation = organisation
    self.period = period
    counts = Counts(
      total: CompactCount(total), full: CompactCount(full), probationary: CompactCount(probationary),
      women: CompactCount(women), admitted: CompactCount(admitted))
    prose = Prose()
    self.note = note
  }
}

extension MemberCount {
  public var row: Int {
    get { Int(line) }
    set { line = UInt32(clamping: newValue) }
  }
  public var total: Int {
    get { counts.total.value ?? 0 }
    set { counts.total.value = newValue }
  }
  /// Full members (chính thức).
  public var full: Int? {
    get { counts.full.value }
    set { counts.full.value = newValue }
  }
  /// Members on probation (dự bị).
  public var probationary: Int? {
    get { counts.probationary.value }
    set { counts.probationary.value = newValue }
  }
  public var women: Int? {
    get { counts.women.value }
    set { counts.women.value = newValue }
  }
  public var admitted: Int? {
    get { counts.admitted.value }
    set { counts.admitted.value = newValue }
  }
  public var note: String {
    get { prose.texts.note }
    set { prose.texts.note = newValue }
  }
}

extension MemberCount: TableRow {
  public enum Column: Int, TableColumn {
    case organisation, period, total, full, probationary, women, admitted, note

    public var schema: ColumnSchema {
      switch self {
      case .organisation: .organisationKey
      case .period: .periodKey
      case .total:
        ColumnSchema(
          "tong_so", .count, vi: "Tổng số đảng viên", en: "Members in all", required: true,
          aliases: ["tổng số đảng viên", "số đảng viên"])
      case .full:
        ColumnSchema("chinh_thuc", .count, vi: "Đảng viên chính thức", en: "Full members", aliases: ["ĐV chính thức"])
      case .probationary:
        ColumnSchema("du_bi", .count, vi: "Đảng viên dự bị", en: "Members on probation", aliases: ["ĐV dự bị"])
      case .women: ColumnSchema("nu", .count, vi: "Đảng viên nữ", en: "Women", aliases: ["đảng viên nữ", "số nữ"])
      case .admitted:
        ColumnSchema(
          "ket_nap_moi", .count, vi: "Kết nạp mới trong kỳ", en: "Admitted in the period",
          aliases: ["kết nạp", "kết nạp trong kỳ"])
      case .note: ColumnSchema("ghi_chu", .text, vi: "Ghi chú", en: "Remark")
      }
    }
  }

  public static let schema = TableSchema(
    name: .memberCounts, vi: "Số đảng viên theo tổ chức và kỳ", en: "Members by organisation and period",
    isRequired: true, columns: Column.allCases.map(\.schema))

  public var key: [String] { [organisation, period.code] }

  public init?(_ cells: inout CellReader) {
    let organisation = cells.code(Column.organisation) ?? ""
    let period = cells.period(Column.period)
    let total = cells.count(Column.total)
    let (full, probationary) = (cells.count(Column.full), cells.count(Column.probationary))
    let (women, admitted) = (cells.count(Column.women), cells.count(Column.admitted))
    let note = cells.prose(Column.note)
    guard cells.isSound, let period, let total else { return nil }
    self.init(
      row: cells.line, organisation: organisation, period: period, total: total, full: full,
      probationary: probationary, women: women, admitted: admitted, note: note)
  }
}

extension ColumnSchema {
  /// `ma_to_chuc` as part of a key.
  static var organisationKey: ColumnSchema { organisation(key: true) }

  /// `ma_to_chuc` of a row that belongs to an organisation.
  static func organisation(required: Bool = false, key: Bool = false) -> ColumnSchema {
    ColumnSchema(
      "ma_to_chuc", .code, vi: "Mã tổ chức", en: "Code of the organisation", required: required, key: key,
      to: .organisations, aliases: ["mã đơn vị", "mã TCĐ"])
  }

  /// `ky` as part of a key.
  static var periodKey: ColumnSchema {
    ColumnSchema("ky", .period, vi: "Kỳ báo cáo", en: "Period", key: true, aliases: ["kỳ báo cáo", "kỳ số liệu"])
  }

  /// `ma_phong_trao` of a row that belongs to a campaign.
  static var campaign: ColumnSchema {
    ColumnSchema(
      "ma_phong_trao", .code, vi: "Mã phong trào", en: "Code of the campaign", to: .campaigns, aliases: ["phong trào"])
  }

  static var note: ColumnSchema { ColumnSchema("ghi_chu", .text, vi: "Ghi chú", en: "Remark") }
}
