/// How figures are printed: `.` groups thousands, `,` marks decimals (domain notes §5.1).
///
/// A minus is the plain hyphen `-` (U+002D) directly before the digits: every text face has it, it survives copying
/// into a spreadsheet, and a value that rounds to zero prints without it. Years are not grouped: print those with
/// `plain`.
public enum NumberFormat {
  /// `1234567` -> `1.234.567`.
  public static func string(_ value: Int) -> String {
    if -999...999 ~= value { return String(value) }
    return string(ExactDecimal(value))
  }

  /// `12345.67` -> `12.345,67`. With `scale` the value is rounded half-up and keeps its zeros (`24,40`); without it
  /// the decimals it carries are printed.
  public static func string(_ value: ExactDecimal, scale: Int? = nil) -> String {
    let rounded = scale.map { value.rounded(toScale: $0) } ?? value
    return rounded.text(decimalMark: 0x2C, grouping: 0x2E, minimumScale: scale ?? 0)
  }

  /// `73.81` -> `73,81%`, or with a no-break space before the sign when `spaced`. The value already is a percentage.
  public static func percent(_ value: ExactDecimal, scale: Int? = nil, spaced: Bool = false) -> String {
    string(value, scale: scale) + (spaced ? "\u{A0}%" : "%")
  }

  /// A count in Party prose: `02` for 0…9, otherwise as `string`.
  public static func padded(_ value: Int) -> String {
    0...9 ~= value ? "0\(value)" : string(value)
  }

  /// A part of a whole in prose: `20/84`; with padding `02/84` and `01/05`.
  public static func fraction(_ part: Int, of whole: Int, pads: Bool = true) -> String {
    "\(pads ? padded(part) : string(part))/\(pads ? padded(whole) : string(whole))"
  }

  /// Digits without grouping, for years and codes.
  public static func plain(_ value: Int) -> String { String(value) }

  /// `true` when an amount prints the same at `scale`: nothing is lost by rounding.
  public static func isExact(_ value: ExactDecimal, scale: Int) -> Bool {
    value.rounded(toScale: scale) == value
  }
}
