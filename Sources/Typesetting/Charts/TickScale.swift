/// The marks of a value axis: whole multiples of 1, 2 or 5 times a power of ten.
///
/// Ticks are kept as integers, so that their printed form is exact: tick `k` stands for `k · mantissa · 10^exponent`.
struct TickScale: Hashable {
  let mantissa: Int
  let exponent: Int
  /// First and last tick; the figures lie between them.
  let first: Int
  let last: Int

  /// Figures that miss a tick by less than this part of a step are taken to lie on it: they differ by rounding only.
  static let fuzz = 1e-9

  /// A scale from `low` to `high` with about `intervals` steps, of whole numbers if `whole`. Figures without extent get 0…1.
  init(low: Double, high: Double, intervals: Int, whole: Bool) {
    let spread = high - low
    let raw = (spread > 0 ? spread : 1) / Double(max(intervals, 1))
    let power = Self.exponent(of: raw)
    let step = Self.nearest(raw / Self.power(power))
    if whole, power + (step == 10 ? 1 : 0) < 0 {
      (mantissa, exponent) = (1, 0)
    } else {
      (mantissa, exponent) = step == 10 ? (1, power + 1) : (step, power)
    }
    let size = Double(mantissa) * Self.power(exponent)
    let begin = (low / size + Self.fuzz).rounded(.down)
    // Figures close together and far from 0 would need ticks with more digits than there are.
    let countable = abs(begin) < 1e15
    first = countable ? Int(begin) : 0
    let end = countable ? Int(min((high / size - Self.fuzz).rounded(.up), 1e15)) : 1
    last = max(end, first + 1)
  }

  var ticks: ClosedRange<Int> { first...last }
  var lower: Double { value(first) }
  var upper: Double { value(last) }

  func value(_ tick: Int) -> Double {
    let count = Double(tick * mantissa)
    return exponent < 0 ? count / Self.power(-exponent) : count * Self.power(exponent)
  }

  /// Where `value` lies between the ends of the scale: 0 lower, 1 upper.
  func fraction(_ value: Double) -> Double {
    (value - lower) / (upper - lower)
  }

  /// 10 to the `exponent`, by multiplication: the same on every machine.
  static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(abs(exponent), 320) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }

  /// 1, 2, 5 or 10, the nearest on a logarithmic scale to a number of 1 to 10: the geometric means of neighbours part them.
  private static func nearest(_ number: Double) -> Int {
    switch number * number {
    case ..<2: 1
    case ..<10: 2
    case ..<50: 5
    default: 10
    }
  }

  /// The largest `e` with 10^e <= `value`, for a positive value.
  private static func exponent(of value: Double) -> Int {
    var exponent = 0
    while exponent < 308, power(exponent + 1) <= value { exponent += 1 }
    while exponent > -307, power(exponent) > value { exponent -= 1 }
    return exponent
  }
}

extension TickScale {
  /// A part of the unit that is taken out of the ticks: “tỷ” and “triệu”, so that they stay short.
  struct Magnitude: Hashable {
    var exponent: Int
    var word: String

    static let one = Magnitude(exponent: 0, word: "")
    /// Largest first. `decimals` more digits may stand behind the comma.
    static let known = [Magnitude(exponent: 9, word: "tỷ"), Magnitude(exponent: 6, word: "triệu")]
    static let decimals = 2
  }

  /// Beyond so many zeros, or decimals, ticks are printed with a power of ten.
  static let mostZeros = 12

  /// The magnitude in which the ticks are short; `.one` where the unit already has one (“triệu đồng”).
  func magnitude(unit: String) -> Magnitude {
    let taken = ["nghìn", "triệu", "tỷ", "tỉ", "%"].contains { unit.lowercased().hasPrefix($0) }
    let reach = max(abs(lower), abs(upper))
    guard !taken, exponent <= Self.mostZeros else { return .one }
    return Magnitude.known.first {
      reach > Self.power($0.exponent) && exponent >= $0.exponent - Magnitude.decimals
    } ?? .one
  }

  /// The tick as Vietnamese writes it: thousands grouped with “.”, decimals behind “,”.
  func text(_ tick: Int, in magnitude: Magnitude = .one) -> String {
    let count = tick * mantissa
    let shift = exponent - magnitude.exponent
    if count == 0 { return "0" }
    let sign = count < 0 ? "-" : ""
    let digits = String(abs(count))
    if abs(shift) > Self.mostZeros { return "\(sign)\(digits)E\(shift)" }
    if shift >= 0 { return sign + Self.grouped(digits + String(repeating: "0", count: shift)) }
    let padded = String(repeating: "0", count: max(0, 1 - shift - digits.count)) + digits
    return sign + Self.grouped(String(padded.dropLast(-shift))) + "," + padded.suffix(-shift)
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "." }
      result.append(digit)
    }
    return result
  }
}
