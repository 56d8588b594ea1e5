/// The units money is written in.
public enum MoneyUnit: Int, Sendable, Hashable, CaseIterable {
  case dong = 1
  case thousand = 1_000
  case million = 1_000_000
  case billion = 1_000_000_000

  /// `triệu đồng` and so on.
  public var name: String {
    switch self {
    case .dong: "đồng"
    case .thousand: "nghìn đồng"
    case .million: "triệu đồng"
    case .billion: "tỷ đồng"
    }
  }

  /// The unit a folded word stands for.
  init?(folded word: Substring) {
    switch word {
    case "dong", "d", "vnd", "₫": self = .dong
    case "nghin", "ngan", "k": self = .thousand
    case "trieu", "tr": self = .million
    case "ty", "ti": self = .billion
    default: return nil
    }
  }
}

/// Reads amounts of money into whole đồng, exactly.
///
/// Accepted: `135 triệu đồng`, `1,5 tỷ`, `2 tỷ 500 triệu đồng`, `24.105 nghìn đồng`, `1.500.000 đ`, `1500000`.
/// Before a unit larger than đồng a number like `1.500` is ambiguous, as in any decimal column.
public enum MoneyInput {
  /// - Parameter unit: the unit of a bare number, from the column's header.
  /// - Returns: đồng; an amount that is not a whole number of đồng is a fault, not rounded.
  public static func parse(
    _ text: String, defaultUnit unit: MoneyUnit = .dong, convention: NumberConvention = .unknown
  ) -> Reading<Int> {
    guard text.utf8.count <= ByteText.longestCell else { return .invalid(.notMoney) }
    let parts = split(text)
    if parts.isEmpty { return .empty }
    var total: Reading<Int> = .certain(0)
    var ceiling = Int.max
    for part in parts {
      let scale = part.unit ?? unit
      guard let number = part.number, scale.rawValue < ceiling else { return .invalid(.notMoney) }
      ceiling = scale.rawValue
      let kind: NumberKind = scale == .dong ? .count : .decimal
      let amount = NumberInput.parse(number, as: kind, convention: convention)
      if amount == .empty { return .invalid(.notMoney) }
      total = add(total, amount.map { dong($0, scale) })
    }
    return total
  }

  /// A number and the unit word after it.
  private struct Part {
    var number: String?
    var unit: MoneyUnit?
  }

  /// `2 tỷ 500 triệu đồng` -> (2, tỷ), (500, triệu). A word that is no unit leaves a part without a number.
  private static func split(_ text: String) -> [Part] {
    var parts: [Part] = []
    var number = ""
    for piece in pieces(text) {
      if piece.isNumber {
        number += (number.isEmpty ? "" : " ") + piece.text
      } else if let unit = MoneyUnit(folded: Substring(Folding.key(piece.text))) {
        if number.isEmpty, unit == .dong, parts.last?.unit != nil { continue }
        parts.append(Part(number: number.isEmpty ? nil : number, unit: unit))
        number = ""
      } else {
        return [Part(number: nil, unit: nil)]
      }
    }
    if !number.isEmpty { parts.append(Part(number: number, unit: nil)) }
    // A bare number after a unit (`2 tỷ 500`) is short speech for something; nobody can check what.
    if parts.count > 1, parts.last?.unit == nil { return [Part(number: nil, unit: nil)] }
    return parts
  }

  /// Runs of letters and runs of anything else that is not a space.
  private static func pieces(_ text: String) -> [(text: String, isNumber: Bool)] {
    var result: [(text: String, isNumber: Bool)] = []
    var open = false
    for character in text {
      if character.isWhitespace || character == "\u{FEFF}" {
        open = false
        continue
      }
      let isNumber = !character.isLetter && character != "₫"
      if open, let last = result.indices.last, result[last].isNumber == isNumber {
        result[last].text.append(character)
      } else {
        result.append((String(character), isNumber))
      }
      open = true
    }
    return result
  }

  private static func dong(_ value: ExactDecimal, _ unit: MoneyUnit) -> Reading<Int> {
    guard let product = try? value * ExactDecimal(unit.rawValue) else { return .invalid(.tooLarge) }
    guard let whole = product.wholeValue else {
      return .invalid(product.trimmed(toScale: 0).scale == 0 ? .tooLarge : .notWhole)
    }
    return .certain(whole)
  }

  private static func add(_ total: Reading<Int>, _ amount: Reading<Int>) -> Reading<Int> {
    switch (total, amount) {
    case (.certain(let a), .certain(let b)):
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? .invalid(.tooLarge) : .certain(sum)
    case (.invalid, _), (_, .empty): return total
    case (_, .invalid), (.empty, _): return amount
    case (.ambiguous(_, let doubt), _), (_, .ambiguous(_, let doubt)):
      let sums = values(total).flatMap { a in
        values(amount).compactMap { b in
          let (sum, overflow) = a.addingReportingOverflow(b)
          return overflow ? nil : sum
        }
      }
      return sums.isEmpty ? .invalid(.tooLarge) : .ambiguous(sums, doubt)
    }
  }

  private static func values(_ reading: Reading<Int>) -> [Int] {
    reading.value.map { [$0] } ?? reading.alternatives
  }
}
