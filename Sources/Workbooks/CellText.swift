import Vietnamese

/// A cell of a worksheet as the text of a CSV cell that has one meaning only.
enum CellText {
  static func text(
    _ value: [UInt8], _ type: String, _ meaning: StyleList.Meaning, _ shared: [String], _ usesDatesOf1904: Bool
  ) -> String {
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      let index = Int(text) ?? -1
      return shared.indices.contains(index) ? shared[index] : ""
    case "b": return text == "1" ? "có" : "không"
    case "n": return number(text, meaning, usesDatesOf1904)
    default: return text
    }
  }

  private static func number(_ text: String, _ meaning: StyleList.Meaning, _ usesDatesOf1904: Bool) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    switch meaning {
    case .date: return date(value, usesDatesOf1904) ?? decimal(value)
    case .percent: return decimal(value, shift: 2) + "%"
    case .number: return decimal(value)
    }
  }

  /// Whole days only; the time of day is dropped as for written dates.
  private static func date(_ value: Double, _ usesDatesOf1904: Bool) -> String? {
    guard value >= 0, value < 3_000_000 else { return nil }
    // The date system of 1904 begins 1,462 days later.
    return CivilDate(excelSerial: Int(value) + (usesDatesOf1904 ? 1462 : 0))?.iso
  }

  /// The shortest digits of the number, with a comma; never exactly three decimals, which could be taken for thousands.
  static func decimal(_ value: Double, shift: Int = 0) -> String {
    let digits = Digits(value, shift: shift)
    if digits.fraction.isEmpty { return digits.sign + digits.whole }
    return digits.sign + digits.whole + "," + digits.fraction + (digits.fraction.utf8.count == 3 ? "0" : "")
  }

  /// The shortest decimal form, which Swift prints with or without exponent, taken apart; rounded to the fifteen digits that
  /// spreadsheets show.
  private struct Digits {
    var sign = ""
    var whole = "0"
    var fraction = ""

    init(_ value: Double, shift: Int) {
      if value < 0 { sign = "-" }
      let text = value.magnitude.description
      let parts = text.split(separator: "e")
      let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      var digits = Array((String(mantissa[0]) + (mantissa.count > 1 ? String(mantissa[1]) : "")).utf8)
      var point = mantissa[0].utf8.count + exponent + shift
      Self.round(&digits, &point)
      if point > digits.count { digits += Array(repeating: 0x30, count: min(point - digits.count, 400)) }
      if point < 0 { digits = Array(repeating: 0x30, count: min(-point, 400)) + digits }
      let cut = min(max(point, 0), digits.count)
      let head = digits[..<cut].drop { $0 == 0x30 }
      let tail = digits[cut...]
      whole = head.isEmpty ? "0" : String(decoding: head, as: UTF8.self)
      let last = tail.lastIndex { $0 != 0x30 }
      fraction = last.map { String(decoding: tail[...$0], as: UTF8.self) } ?? ""
    }

    /// Half up at fifteen significant digits: 0.23809523809523808 is noise behind the fifteenth.
    private static func round(_ digits: inout [UInt8], _ point: inout Int) {
      guard let first = digits.firstIndex(where: { $0 != 0x30 }), digits.count - first > 15 else { return }
      let rest = digits[first + 15]
      digits.replaceSubrange((first + 15)..., with: Array(repeating: 0x30, count: digits.count - first - 15))
      guard rest >= 0x35 else { return }
      var index = first + 14
      while index >= 0 {
        if digits[index] < 0x39 {
          digits[index] += 1
          return
        }
        digits[index] = 0x30
        index -= 1
      }
      digits.insert(0x31, at: 0)
      point += 1
    }
  }
}
