public import Vietnamese

/// How the data files of a workspace are to be read and checked; the defaults need no configuration.
public struct DatasetOptions: Sendable {
  /// For each table (`mo-hinh`): foreign header -> canonical column name.
  public var columns: [String: [String: String]] = [:]
  /// For each table or file name: the encoding to read it in, by name (`tcvn3`, `windows-1258`…).
  public var encodings: [String: String] = [:]
  /// For each table: column -> the encoding of that column alone, or `unicode` to leave it as it is.
  public var columnEncodings: [String: [String: String]] = [:]
  /// For each table or file name: the separator.
  public var separators: [String: Character] = [:]
  /// For each table or file name: the worksheet to read of a workbook; the first when not named.
  public var sheets: [String: String] = [:]
  /// The period being reported; rules that need one are silent without it.
  public var period: Period?
  /// Where the office closes its books.
  public var cutOff: CutOff = .calendar
  public var cap = ExcellentCap()
  /// The organisation that writes the report; it and the bodies above it send no figures of their own.
  public var reportingBody: String?
  /// Tables whose file must be there.
  public var requiredTables: Set<TableName> = Set(TableSchema.all.filter(\.isRequired).map(\.name))
  /// Findings of one code in one file that are kept in full.
  public var findingLimit = 20
  /// The name findings give the configuration.
  public var configurationName = "baocao.yaml"

  /// Long texts of files in a store stay there and are read again with the rows that a report is about (`Table.whole`).
  public var leavesProse = false
  /// Makes the files that keep the rows of such files; nil from it, or no function, leaves the rows in memory.
  public var scratch: (@Sendable () -> (any ScratchFile)?)?

  public init() {}
}

/// The cap on the highest rating. Guidance differs in what the share is taken of (domain §3.3), and real figures exceed every
/// reading, so the rule only warns.
public struct ExcellentCap: Sendable, Hashable {
  public enum Base: String, Sendable, Hashable, CaseIterable {
    /// Those rated “hoàn thành tốt” or better.
    case goodOrBetter = "tot_tro_len"
    /// Those rated “hoàn thành tốt” only.
    case good = "tot"
    /// All that were rated.
    case total = "tong_so"

    /// What the share is taken of, in words.
    public var name: String {
      switch self {
      case .goodOrBetter: "số hoàn thành tốt trở lên"
      case .good: "số hoàn thành tốt"
      case .total: "tổng số được đánh giá"
      }
    }
  }

  /// Per cent.
  public var percent: Int
  public var base: Base

  public init(percent: Int = 20, base: Base = .goodOrBetter) {
    self.percent = percent
    self.base = base
  }
}
