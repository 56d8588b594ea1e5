public import Vietnamese

/// The members of one organisation in one period (`dang-vien.csv`).
public struct MemberCount: Sendable, Hashable {
  public var row: Int
  public var organisation: String
  public var period: Period
  public var total: Int
  /// Full members (chính thức).
  public var full: Int?
  /// Members on probation (dự bị).
  public var probationary: Int?
  public var women: Int?
  public var admitted: Int?
  public var note: String

  public init(
    row: Int = 0, organisation: String, period: Period, total: Int, full: Int? = nil, probationary: Int? = nil,
    women: Int? = nil, admitted: Int? = nil, note: String = ""
  ) {
    self.row = row
    self.organisation = organisation
    self.period = period
    self.total = total
    self.full = full
    self.probationary = probationary
    self.women = women
    self.admitted = admitted
    self.note = note
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
    row = cells.line
    organisation = cells.code(Column.organisation) ?? ""
    let period = cells.period(Column.period)
    let total = cells.count(Column.total)
    full = cells.count(Column.full)
    probationary = cells.count(Column.probationary)
    women = cells.count(Column.women)
    admitted = cells.count(Column.admitted)
    note = cells.text(Column.note)
    guard cells.isSound, let period, let total else { return nil }
    self.period = period
    self.total = total
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
