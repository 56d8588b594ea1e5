internal import Facts
internal import Vietnamese

/// A figure of three periods, compared.
struct Comparison {
  enum Unit {
    case count
    case money
  }

  var unit = Unit.count
  var now: Fact
  var before: Fact
  var lastYear: Fact
  var scale: Int

  func record() -> Record {
    Record(
      unit == .count ? Schema.comparison : Schema.moneyComparison,
      [
        now, before, lastYear,
        difference(before, "kỳ này trừ kỳ trước"), rate(before),
        difference(lastYear, "kỳ này trừ cùng kỳ"), rate(lastYear),
      ])
  }

  private func difference(_ other: Fact, _ formula: String) -> Fact {
    guard let left = now.whole, let right = other.whole else { return .missing }
    let (value, overflow) = left.subtractingReportingOverflow(right)
    guard !overflow else { return .missing }
    let source = Source(
      formula: formula,
      parts: [
        .init(name: "kỳ này", value: String(left), source: now.source),
        .init(name: "so với", value: String(right), source: other.source),
      ])
    return unit == .count ? .integer(value, source) : .money(value, source)
  }

  private func rate(_ other: Fact) -> Fact {
    guard let left = now.whole, let right = other.whole else { return .missing }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    guard !overflow else { return .missing }
    return Percent.fact(difference, of: right, scale: scale, partSource: now.source, wholeSource: other.source)
  }
}

extension Fact {
  /// The value of a count or an amount.
  var whole: Int? {
    switch self {
    case .integer(let value, _), .money(let value, _): value
    default: nil
    }
  }

  static func plain(_ text: String) -> Fact { .text(text, nil) }
  static func optional(_ text: String?) -> Fact { text.map { .text($0, nil) } ?? .missing }
  static func optional(_ date: CivilDate?) -> Fact { date.map(Fact.date) ?? .missing }
  static func records(_ records: [Record]) -> Fact { .list(records.map(Fact.record)) }
}
