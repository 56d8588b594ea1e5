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
    guard let change = change(from: other) else { return .missing }
    let source = Source(formula: formula, parts: parts(other))
    return unit == .count ? .integer(change, source) : .money(change, source)
  }

  private func rate(_ other: Fact) -> Fact {
    guard let change = change(from: other), let left = now.whole, let right = other.whole,
      let value = ExactDecimal.percentage(of: change, in: right, scale: scale)
    else { return .missing }
    return .percent(
      Percentage(part: change, whole: right, value: value),
      Source(
        formula: "(\(left) - \(right)) / \(right) × 100",
        rounding: "làm tròn nửa lên đến \(scale) chữ số thập phân", parts: parts(other)))
  }

  /// nil: one of the two is not known, or the difference is no number of this world.
  private func change(from other: Fact) -> Int? {
    guard let left = now.whole, let right = other.whole else { return nil }
    let (value, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : value
  }

  private func parts(_ other: Fact) -> [Source.Part] {
    [
      .init(name: "kỳ này", value: now.whole.map(String.init) ?? "", source: now.source),
      .init(name: "so với", value: other.whole.map(String.init) ?? "", source: other.source),
    ]
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
