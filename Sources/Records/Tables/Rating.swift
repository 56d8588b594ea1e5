public import Vietnamese

/// The rating of an organisation, or of the persons in it, for a year or quarter (`xep-loai.csv`).
///
/// Stored tightly: an office may hold a million of them.
public struct Rating: Sendable, Hashable {
  private var line: UInt32
  public var subject: RatingSubject
  /// The level of one body; nil when the row counts persons.
  public var level: RatingLevel?
  public var date: CivilDate?
  var counts: Counts
  public var period: Period
  public var organisation: String
  var storedScore: CompactDecimal
  var shares: Shares
  public var decision: String
  public var note: String

  struct Counts: Sendable, Hashable {
    var total, rated, excellent, good, completed, failed, unrated: CompactCount

    var isEmpty: Bool {
      [total, rated, excellent, good, completed, failed, unrated].allSatisfy { $0.value == nil }
    }
  }

  struct Shares: Sendable, Hashable {
    var excellent, good, completed, failed: CompactShare
  }

  public init(
    row: Int = 0, period: Period, organisation: String, subject: RatingSubject, level: RatingLevel? = nil,
    score: ExactDecimal? = nil, total: Int? = nil, rated: Int? = nil, excellent: Int? = nil, good: Int? = nil,
    completed: Int? = nil, failed: Int? = nil, unrated: Int? = nil, excellentShare: ExactDecimal? = nil,
    goodShare: ExactDecimal? = nil, completedShare: ExactDecimal? = nil, failedShare: ExactDecimal? = nil,
    date: CivilDate? = nil, decision: String = "", note: String = ""
  ) {
    line = UInt32(clamping: row)
    self.period = period
    self.organisation = organisation
    self.subject = subject
    self.level = level
    self.date = date
    storedScore = CompactDecimal(score)
    counts = Counts(
      total: CompactCount(total), rated: CompactCount(rated), excellent: CompactCount(excellent),
      good: CompactCount(good), completed: CompactCount(completed), failed: CompactCount(failed),
      unrated: CompactCount(unrated))
    shares = Shares(
      excellent: CompactShare(excellentShare), good: CompactShare(goodShare),
      completed: CompactShare(completedShare), failed: CompactShare(failedShare))
    self.decision = decision
    self.note = note
  }
}

extension Rating {
  public var row: Int {
    get { Int(line) }
    set { line = UInt32(clamping: newValue) }
  }
  /// 0…100
  public var score: ExactDecimal? {
    get { storedScore.value }
    set { storedScore.value = newValue }
  }
  /// All bodies or persons of the row.
  public var total: Int? {
    get { counts.total.value }
    set { counts.total.value = newValue }
  }
  /// Those that were rated: the sum of the four levels.
  public var rated: Int? {
    get { counts.rated.value }
    set { counts.rated.value = newValue }
  }
  public var excellent: Int? {
    get { counts.excellent.value }
    set { counts.excellent.value = newValue }
  }
  public var good: Int? {
    get { counts.good.value }
    set { counts.good.value = newValue }
  }
  public var completed: Int? {
    get { counts.completed.value }
    set { counts.completed.value = newValue }
  }
  public var failed: Int? {
    get { counts.failed.value }
    set { counts.failed.value = newValue }
  }
  /// Those not rated, or not yet.
  public var unrated: Int? {
    get { counts.unrated.value }
    set { counts.unrated.value = newValue }
  }
  /// The percentages the office gave; only ever compared with recomputed ones, never printed.
  public var excellentShare: ExactDecimal? { shares.excellent.value }
  public var goodShare: ExactDecimal? { shares.good.value }
  public var completedShare: ExactDecimal? { shares.completed.value }
  public var failedShare: ExactDecimal? { shares.failed.value }
}

extension Rating: TableRow {
  public enum Column: Int, TableColumn {
    case period, organisation, subject, level, score, total, rated, excellent, good, completed, failed, unrated,
      excellentShare, goodShare, completedShare, failedShare, date, decision, note

    public var schema: ColumnSchema {
      switch self {
      case .period: .periodKey
      case .organisation: .organisationKey
      case .subject:
        ColumnSchema(
          "doi_tuong", .list(ListSchema(RatingSubject.self)), vi: "Đối tượng", en: "Who is rated", key: true,
          aliases: ["đối tượng xếp loại", "đối tượng đánh giá"])
      case .level:
        ColumnSchema(
          "muc", .list(ListSchema(RatingLevel.self)),
          vi: "Mức xếp loại (bắt buộc với “tổ chức đảng” khi không có số đếm)",
          en: "Level (required for “tổ chức đảng” without counts)",
          aliases: ["mức xếp loại", "xếp loại", "kết quả xếp loại"])
      case .score: ColumnSchema("diem", .score, vi: "Điểm, 0-100", en: "Score, 0-100", aliases: ["tổng điểm"])
      case .total: ColumnSchema("tong_so", .count, vi: "Tổng số", en: "In all")
      case .rated:
        ColumnSchema("duoc_danh_gia", .count, vi: "Số được đánh giá", en: "Rated", aliases: ["số được đánh giá"])
      case .excellent:
        ColumnSchema(
          "xuat_sac", .count, vi: "Số hoàn thành xuất sắc", en: "Excellent",
          aliases: ["XS", "hoàn thành xuất sắc", "hoàn thành xuất sắc nhiệm vụ"])
      case .good:
        ColumnSchema(
          "tot", .count, vi: "Số hoàn thành tốt", en: "Good",
          aliases: ["hoàn thành tốt", "hoàn thành tốt nhiệm vụ"])
      case .completed:
        ColumnSchema(
          "hoan_thanh", .count, vi: "Số hoàn thành", en: "Completed", aliases: ["HT", "hoàn thành nhiệm vụ"])
      case .failed:
        ColumnSchema(
          "khong_hoan_thanh", .count, vi: "Số không hoàn thành", en: "Not completed",
          aliases: ["KHT", "không hoàn thành nhiệm vụ"])
      case .unrated:
        ColumnSchema(
          "chua_danh_gia", .count, vi: "Số không hoặc chưa đánh giá", en: "Not rated", aliases: ["không đánh giá"])
      case .excellentShare:
        share(
          "ty_le_xuat_sac", "hoàn thành xuất sắc", "excellent", ["tỷ lệ XS"] + Self.longShares("hoàn thành xuất sắc"))
      case .goodShare: share("ty_le_tot", "hoàn thành tốt", "good", Self.longShares("hoàn thành tốt"))
      case .completedShare:
        share("ty_le_hoan_thanh", "hoàn thành", "completed", ["tỷ lệ HT"] + Self.longShares("hoàn thành"))
      case .failedShare:
        share(
          "ty_le_khong_hoan_thanh", "không hoàn thành", "not completed",
          ["tỷ lệ KHT"] + Self.longShares("không hoàn thành"))
      case .date:
        ColumnSchema("ngay", .date, vi: "Ngày quyết định", en: "Date of the decision", aliases: ["ngày quyết định"])
      case .decision: ColumnSchema("so_quyet_dinh", .text, vi: "Số quyết định", en: "Number of the decision")
      case .note: .note
      }
    }

    private static func longShares(_ level: String) -> [String] { ["tỷ lệ \(level)", "tỷ lệ \(level) nhiệm vụ"] }

    private func share(_ name: String, _ vi: String, _ en: String, _ aliases: [String]) -> ColumnSchema {
      ColumnSchema(
        name, .percent, vi: "Tỷ lệ \(vi), % (chỉ để đối chiếu)", en: "Share \(en), % (only compared)", aliases: aliases)
    }
  }

  public static let schema = TableSchema(
    name: .ratings, vi: "Đánh giá, xếp loại chất lượng", en: "Ratings", isRequired: true,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [period.code, organisation, subject.name] }

  public init?(_ cells: inout CellReader) {
    let period = cells.period(Column.period)
    let subject = cells.list(Column.subject, RatingSubject.self)
    self.organisation = cells.code(Column.organisation) ?? ""
    level = cells.list(Column.level, RatingLevel.self)
    line = UInt32(clamping: cells.line)
    storedScore = CompactDecimal(cells.score(Column.score))
    counts = Counts(
      total: CompactCount(cells.count(Column.total)), rated: CompactCount(cells.count(Column.rated)),
      excellent: CompactCount(cells.count(Column.excellent)), good: CompactCount(cells.count(Column.good)),
      completed: CompactCount(cells.count(Column.completed)), failed: CompactCount(cells.count(Column.failed)),
      unrated: CompactCount(cells.count(Column.unrated)))
    if subject == .organisation, level == nil, counts.isEmpty { cells.require(Column.level) }
    shares = Shares(
      excellent: CompactShare(cells.percent(Column.excellentShare)),
      good: CompactShare(cells.percent(Column.goodShare)),
      completed: CompactShare(cells.percent(Column.completedShare)),
      failed: CompactShare(cells.percent(Column.failedShare)))
    date = cells.date(Column.date)
    decision = cells.text(Column.decision)
    note = cells.prose(Column.note)
    guard cells.isSound, let period, let subject else { return nil }
    self.period = period
    self.subject = subject
  }
}
