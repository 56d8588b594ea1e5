internal import Facts
public import Vietnamese

/// Choices of an office that change how bare values print.
public struct PrintOptions: Sendable, Hashable {
  /// Counts below ten in prose as `02`; never in tables.
  public var padsCounts: Bool
  /// Counts below ten that a template asks for as in prose (`so_chu`, `phan_so`) as `02`.
  public var padsProse: Bool
  /// `73,81 %` instead of `73,81%`.
  public var spacesPercent: Bool
  /// Decimals of a share that a template works out itself.
  public var shareScale: Int
  /// Words for numbers and money.
  public var words: NumberWords.Style
  /// From the labels of the workspace.
  public var wording: Wording
  /// The tone style of the words of templates; nil prints them as they are. Facts and page rules are changed before they come here.
  public var toneStyle: ToneStyle?

  public init(
    padsCounts: Bool = false, padsProse: Bool = true, spacesPercent: Bool = false, shareScale: Int = 2,
    words: NumberWords.Style = .init(), wording: Wording = Wording(), toneStyle: ToneStyle? = nil
  ) {
    self.wording = wording
    self.toneStyle = toneStyle
    self.padsCounts = padsCounts
    self.padsProse = padsProse
    self.spacesPercent = spacesPercent
    self.shareScale = shareScale
    self.words = words
  }
}

extension Fact {
  /// The value as it prints without a filter; empty for missing values, lists and records.
  func printed(_ options: PrintOptions) -> String {
    switch self {
    case .integer(let value, _): options.padsCounts ? NumberFormat.padded(value) : NumberFormat.string(value)
    case .decimal(let value, _): NumberFormat.string(value)
    case .money(let value, _): NumberFormat.string(value)
    case .percent(let share, _): NumberFormat.percent(share.value, spaced: options.spacesPercent)
    case .text(let text, _): text
    case .date(let date): date.short
    case .period(let period): period.name
    case .flag(let flag): flag ? "có" : "không"
    case .missing, .list, .record: ""
    }
  }

  /// The value as a number, for comparing and adding.
  var number: ExactDecimal? {
    switch self {
    case .integer(let value, _), .money(let value, _): ExactDecimal(value)
    case .decimal(let value, _): value
    case .percent(let share, _): share.value
    default: nil
    }
  }

  /// Whether an `if` takes it for yes: there, and neither zero nor empty nor “no”.
  var isTruthy: Bool {
    switch self {
    case .missing: false
    case .integer(let value, _), .money(let value, _): value != 0
    case .decimal(let value, _): !value.isZero
    case .percent(let share, _): !share.value.isZero
    case .text(let text, _): !text.isEmpty
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .date, .period, .record: true
    }
  }

  /// Whether there is a value at all, be it zero.
  var isPresent: Bool {
    switch self {
    case .missing: false
    case .text(let text, _): !text.isEmpty
    case .list(let list): !list.isEmpty
    default: true
    }
  }

  /// Negative, zero or positive as the first is less than, equal to or greater than the second; nil when they do not compare.
  static func compare(_ left: Fact, _ right: Fact) -> Int? {
    switch (left, right) {
    case (.text(let a, _), .text(let b, _)):
      if a == b || Folding.toneStyleKey(a) == Folding.toneStyleKey(b) { return 0 }
      let (x, y) = (Collation.key(a), Collation.key(b))
      return x < y ? -1 : (y < x ? 1 : 0)
    case (.date(let a), .date(let b)): return a < b ? -1 : (a == b ? 0 : 1)
    case (.period(let a), .period(let b)): return a < b ? -1 : (a == b ? 0 : 1)
    case (.flag(let a), .flag(let b)): return a == b ? 0 : 1
    default:
      guard let a = left.number, let b = right.number else { return nil }
      return a < b ? -1 : (a == b ? 0 : 1)
    }
  }

  /// Follows places inside records; missing where there is nothing.
  func at(_ places: [Int]) -> Fact {
    guard let first = places.first else { return self }
    var fact = at(first)
    for place in places.dropFirst() { fact = fact.at(place) }
    return fact
  }

  func at(_ place: Int) -> Fact {
    guard case .record(let record) = self else { return .missing }
    return record.value(at: place)
  }
}
