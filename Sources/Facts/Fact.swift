public import Vietnamese

/// One figure, text or group of them: what templates can show of a scope and a period.
///
/// Wide values are boxed, so that the others, which make up lists of many thousands of rows, take four words and no allocation.
/// Numbers are exact. A number carries the rows it came from (`Source`), so that every figure on paper can be explained.
public enum Fact: Sendable, Hashable {
  /// There is no such value (no previous period, an empty cell); templates test for it.
  case missing
  case integer(Int, Source?)
  indirect case decimal(ExactDecimal, Source?)
  /// An amount in đồng.
  case money(Int, Source?)
  indirect case percent(Percentage, Source?)
  /// Text of the data or of a person: never markup.
  case text(String, Source?)
  case date(CivilDate)
  case period(Period)
  case flag(Bool)
  case list([Fact])
  case record(Record)

  public var source: Source? {
    switch self {
    case .integer(_, let source), .decimal(_, let source), .money(_, let source), .percent(_, let source),
      .text(_, let source):
      source
    default: nil
    }
  }
}

/// A part of a whole, in percent, rounded once: `value` is what is printed.
public struct Percentage: Sendable, Hashable {
  public var part: Int
  public var whole: Int
  /// In percent, with the number of decimals it is printed with.
  public var value: ExactDecimal

  public init(part: Int, whole: Int, value: ExactDecimal) {
    self.part = part
    self.whole = whole
    self.value = value
  }
}

/// Where a figure came from: rows of one file with the formula and rounding, or other figures it was worked out from.
public final class Source: Sendable {
  /// File as findings name it: `data/mo-hinh.csv`; empty for a figure made of other figures.
  public let file: String
  /// Lines of the file, counted from 1, in the order in which they were counted.
  public let runs: RowRuns
  /// How the rows became the figure, in Vietnamese words: “đếm dòng”, “cộng cột so_tien”.
  public let formula: String
  /// Rounding applied, empty for none: “làm tròn nửa lên đến 2 chữ số”.
  public let rounding: String
  /// The figures this one was worked out from, named.
  public let parts: [Part]

  public struct Part: Sendable, Hashable {
    public var name: String
    public var value: String
    public var source: Source?

    public init(name: String, value: String, source: Source?) {
      self.name = name
      self.value = value
      self.source = source
    }
  }

  /// Every line one by one; `firstRow` where one is enough.
  public var rows: [Int] { runs.rows }
  public var firstRow: Int? { runs.first }

  public convenience init(
    file: String = "", rows: [Int] = [], formula: String, rounding: String = "", parts: [Part] = []
  ) {
    self.init(file: file, runs: RowRuns(rows), formula: formula, rounding: rounding, parts: parts)
  }

  public init(file: String, runs: RowRuns, formula: String, rounding: String = "", parts: [Part] = []) {
    self.file = file
    self.runs = runs
    self.formula = formula
    self.rounding = rounding
    self.parts = parts
  }
}

extension Source: Hashable {
  public static func == (left: Source, right: Source) -> Bool {
    left === right
      || (left.file == right.file && left.runs == right.runs && left.formula == right.formula
        && left.rounding == right.rounding && left.parts == right.parts)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(runs)
    hasher.combine(formula)
  }
}
