internal import Documents

/// Numbers of headings and list items as they are printed.
enum Numerals {
  /// The letters that count in Vietnamese official texts: no ă, â, ê, ô, ơ, ư, and none of f, j, w, z.
  static let letters = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y",
  ]

  /// a, b, c, d, đ, e … y, aa, ab …; `number` counts from 1, anything below prints as decimal.
  static func letter(_ number: Int) -> String {
    guard number >= 1 else { return "\(number)" }
    var rest = number
    var text = ""
    while rest > 0 {
      text = letters[(rest - 1) % letters.count] + text
      rest = (rest - 1) / letters.count
    }
    return text
  }

  /// I, II, III, IV …; numbers the Romans had no letters for print as decimal.
  static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  static func text(_ number: Int, _ numeral: HeadingRules.Numeral) -> String {
    switch numeral {
    case .roman: roman(number)
    case .decimal: "\(number)"
    case .letter: letter(number)
    case .none: ""
    }
  }

  /// What stands before the text of a list item, without the space after it.
  static func marker(_ marker: List.Marker, _ number: Int) -> String {
    switch marker {
    case .dash: "-"
    case .plus: "+"
    case .bullet: "•"
    case .decimal: "\(number)."
    case .letter: "\(letter(number)))"
    }
  }
}
