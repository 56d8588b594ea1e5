/// Percentages of whole counts.
///
/// `asIs` rounds each share half-up; their sum may be 99,99 or 100,01. `addingTo100` gives every share its whole
/// units of the last place and hands the missing ones to the largest remainders; among equal remainders the larger
/// count comes first, then the earlier position. Each share then differs from the exact one by less than one unit of
/// the last place.
public struct Shares: Sendable, Hashable {
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    case asIs
    case addingTo100
  }

  /// In the order of the counts, each with the asked scale.
  public let percentages: [ExactDecimal]
  /// What the printed shares add up to.
  public let sum: ExactDecimal
  /// Positions whose share is not the half-up one, for a note under the table.
  public let adjusted: [Int]

  public var addsTo100: Bool { sum == ExactDecimal(100) }

  /// Nil when there is nothing to share (the total is zero), when a count is negative, or when the numbers are too
  /// large for exact work.
  ///
  /// - Parameter scale: decimals of a percentage, 0…9.
  public static func of(_ counts: [Int], scale: Int, rule: Rule) -> Shares? {
    guard let rounded = units(of: counts, scale: scale, rule: .asIs) else { return nil }
    let units = rule == .asIs ? rounded : (Self.units(of: counts, scale: scale, rule: rule) ?? rounded)
    return Shares(
      percentages: units.map { ExactDecimal(coefficient: $0, scale: scale) },
      sum: ExactDecimal(coefficient: units.reduce(0, +), scale: scale),
      adjusted: units.indices.filter { units[$0] != rounded[$0] })
  }

  /// The shares as whole units of the last place: 23,81 at scale 2 is 2381. Nil as for `of`.
  public static func units(of counts: [Int], scale: Int, rule: Rule) -> [Int]? {
    guard 0...9 ~= scale, let total = total(counts) else { return nil }
    let whole = hundred(scale)
    var units = [Int](repeating: 0, count: counts.count)
    var remainders = units
    var given = 0
    for index in counts.indices {
      // High and low words: exact for every Int, without a slow path.
      let product = counts[index].multipliedFullWidth(by: whole)
      let (quotient, remainder) = total.dividingFullWidth(product)
      (units[index], remainders[index]) = (quotient, remainder)
      given += quotient
    }
    switch rule {
    case .asIs: roundHalfUp(&units, remainders, total)
    case .addingTo100: handOut(whole - given, to: &units, remainders, counts)
    }
    return units
  }

  private static func total(_ counts: [Int]) -> Int? {
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      if overflow || count < 0 { return nil }
      total = sum
    }
    return total > 0 ? total : nil
  }

  private static func hundred(_ scale: Int) -> Int {
    var value = 100
    for _ in 0..<scale { value *= 10 }
    return value
  }

  private static func roundHalfUp(_ units: inout [Int], _ remainders: [Int], _ total: Int) {
    for index in units.indices where remainders[index] >= total - remainders[index] { units[index] += 1 }
  }

  /// The sum of the remainders is `missing` totals and each is less than one, so more than `missing` positions have a
  /// remainder: nobody gets two units and a zero count gets none.
  private static func handOut(_ missing: Int, to units: inout [Int], _ remainders: [Int], _ counts: [Int]) {
    if missing == 0 { return }
    let order = units.indices.sorted { left, right in
      if remainders[left] != remainders[right] { return remainders[left] > remainders[right] }
      return counts[left] != counts[right] ? counts[left] > counts[right] : left < right
    }
    for index in order.prefix(missing) { units[index] += 1 }
  }
}
