public import Findings

/// What the cells of a column hold.
public enum ColumnKind: Sendable, Hashable {
  /// `ma`: letters, digits and `.` `-` `_` `/`; compared exactly.
  case code
  /// `van_ban`
  case text
  /// `so`: a whole number, 0 or more.
  case count
  /// `tien`: đồng, a whole number, 0 or more.
  case money
  /// `ty_le`: 0…100 with decimals.
  case percent
  /// A decimal number of 0…100 (scores).
  case score
  /// `ngay`
  case date
  /// `ky`
  case period
  /// `danh_muc`: one of a known list.
  case list(ListSchema)
  /// `danh_muc` that other text may extend, with a note.
  case openList([String])
  /// `tep`: a relative path inside the workspace.
  case path

  /// The type name of the manual.
  public var name: String {
    switch self {
    case .code: "ma"
    case .text: "van_ban"
    case .count: "so"
    case .money: "tien"
    case .percent: "ty_le"
    case .score: "diem"
    case .date: "ngay"
    case .period: "ky"
    case .list, .openList: "danh_muc"
    case .path: "tep"
    }
  }
}

/// One column of a data file: the single truth for reading it, for the manual and for tests.
public struct ColumnSchema: Sendable, Hashable {
  /// The canonical header, in unaccented snake case: `ma_to_chuc`.
  public var name: String
  public var kind: ColumnKind
  public var meaning: Message
  /// Every row needs a value.
  public var isRequired: Bool
  /// Part of the key that no two rows share.
  public var isKey: Bool
  /// The table whose key the values must exist in.
  public var reference: TableName?
  /// Other headers with the same meaning, as offices write them.
  public var aliases: [String]

  init(
    _ name: String, _ kind: ColumnKind, vi: String, en: String, required: Bool = false, key: Bool = false,
    to reference: TableName? = nil, aliases: [String] = []
  ) {
    self.name = name
    self.kind = kind
    meaning = Message(vi: vi, en: en)
    isRequired = required || key
    isKey = key
    self.reference = reference
    self.aliases = aliases
  }
}

/// The data files, by the name each has in `data/` without its ending.
public enum TableName: String, Sendable, Hashable, CaseIterable {
  case organisations = "to-chuc"
  case memberCounts = "dang-vien"
  case campaigns = "phong-trao"
  case models = "mo-hinh"
  case ratings = "xep-loai"
  case guidance = "van-ban"
  case socialWorks = "an-sinh"
  case rewards = "khen-thuong"
  case photos = "anh"
  case articles = "bai-viet"
  case visits = "truy-cap"
  case submissions = "nop-bao-cao"
}

/// One data file as data.
public struct TableSchema: Sendable, Hashable {
  public var name: TableName
  public var meaning: Message
  /// The quarterly report cannot be made without the file.
  public var isRequired: Bool
  public var columns: [ColumnSchema]

  init(name: TableName, vi: String, en: String, isRequired: Bool, columns: [ColumnSchema]) {
    self.name = name
    meaning = Message(vi: vi, en: en)
    self.isRequired = isRequired
    self.columns = columns
  }

  /// All tables, in the order of the manual.
  public static let all: [TableSchema] = [
    Organisation.schema, MemberCount.schema, Campaign.schema, Model.schema, Rating.schema, GuidanceDocument.schema,
    SocialWork.schema, Reward.schema, Photo.schema, Article.schema, SiteVisits.schema, Submission.schema,
  ]

  /// The file as the workspace names it: `data/to-chuc.csv`.
  public var fileName: String { "data/\(name.rawValue).csv" }
}

/// The columns of one table, in canonical order; the raw value is the place in `TableSchema.columns`.
public protocol TableColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  var schema: ColumnSchema { get }
}

/// A typed row of a data file.
public protocol TableRow: Sendable {
  associatedtype Column: TableColumn
  static var schema: TableSchema { get }
  /// The line of the file on which the row begins, from 1; 0 for rows made in code.
  var row: Int { get }
  /// Nil when a cell cannot be used; the reasons are then in the reader's findings.
  init?(_ cells: inout CellReader)
  /// What tells the row from all others, as text; parts in the order of the key columns.
  var key: [String] { get }
  /// How the row is kept outside of memory, without its long texts, in a run of many reports; nil for tables that are never large.
  static var packing: Packing<Self>? { get }
}

extension TableRow {
  public static var packing: Packing<Self>? { nil }
}
