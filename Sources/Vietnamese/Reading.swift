/// What became of one typed cell: nothing there, a certain value, several possible values, or a fault.
///
/// An ambiguous cell has no `value`: a caller that wants one must choose from `alternatives` in plain sight.
public enum Reading<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Nothing but spaces.
  case empty
  /// One meaning only.
  case certain(Value)
  /// More than one meaning, or one that needs a word of confirmation; the likeliest first, never empty.
  case ambiguous([Value], InputDoubt)
  /// No meaning of the expected kind.
  case invalid(InputFault)

  /// The value when it is certain, else nil.
  public var value: Value? {
    if case .certain(let value) = self { value } else { nil }
  }

  /// The possible meanings, the likeliest first; empty unless the reading is ambiguous.
  public var alternatives: [Value] {
    if case .ambiguous(let values, _) = self { values } else { [] }
  }

  /// True when a person must choose.
  public var isAmbiguous: Bool {
    if case .ambiguous = self { true } else { false }
  }

  /// The reason for doubt of an ambiguous reading.
  public var doubt: InputDoubt? {
    if case .ambiguous(_, let doubt) = self { doubt } else { nil }
  }

  /// The fault of an invalid reading.
  public var fault: InputFault? {
    if case .invalid(let fault) = self { fault } else { nil }
  }

  /// The same reading with each possible value changed by `transform`.
  func map<Other: Sendable & Hashable>(_ transform: (Value) -> Reading<Other>) -> Reading<Other> {
    switch self {
    case .empty: return .empty
    case .certain(let value): return transform(value)
    case .invalid(let fault): return .invalid(fault)
    case .ambiguous(let values, let doubt):
      let kept = values.compactMap { transform($0).value }
      return kept.isEmpty ? .invalid(.notWhole) : .ambiguous(kept, doubt)
    }
  }
}

/// Why a cell may mean more than one thing.
public enum InputDoubt: String, Sendable, Hashable, CaseIterable {
  /// `1.234`: a thousand and more, or one and a fraction.
  case thousandsOrDecimal
  /// `12 %` in a column of plain numbers: 12 or 0,12.
  case percentOrFraction
  /// `46058`: a date that a spreadsheet printed as its day number.
  case excelSerial
  /// `02/25/2026`: can only be month/day/year, which nobody here writes on purpose.
  case monthBeforeDay
  /// `05/02/26`: the century is not written.
  case twoDigitYear

  /// One Vietnamese sentence for a finding.
  public var vietnamese: String {
    switch self {
    case .thousandsOrDecimal: "dấu “.” hoặc “,” có thể là dấu nghìn hoặc dấu thập phân"
    case .percentOrFraction: "có dấu % trong cột không phải tỷ lệ"
    case .excelSerial: "có vẻ là số thứ tự ngày của Excel, không phải ngày viết ra"
    case .monthBeforeDay: "chỉ đọc được theo thứ tự tháng/ngày/năm"
    case .twoDigitYear: "năm chỉ có hai chữ số"
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .thousandsOrDecimal: "“.” or “,” may group thousands or mark the decimals"
    case .percentOrFraction: "a % sign in a column that is not a rate"
    case .excelSerial: "looks like an Excel day number, not a written date"
    case .monthBeforeDay: "can only be read as month/day/year"
    case .twoDigitYear: "the year has only two digits"
    }
  }
}

/// Why a cell has no meaning of the expected kind.
public enum InputFault: String, Sendable, Hashable, CaseIterable {
  case notANumber
  case notWhole
  case badGrouping
  case scientific
  case tooLarge
  case unexpectedPercent
  case notADate
  case noSuchDay
  case notAPeriod
  case noYear
  case notMoney
  case notYesOrNo

  /// One Vietnamese sentence for a finding.
  public var vietnamese: String {
    switch self {
    case .notANumber: "không phải là số"
    case .notWhole: "phải là số nguyên"
    case .badGrouping: "dấu “.” và “,” đặt không đúng chỗ"
    case .scientific: "số ở dạng 1,23E+05 đã mất chữ số; hãy định dạng lại ô thành số"
    case .tooLarge: "số quá lớn"
    case .unexpectedPercent: "số đếm không thể có dấu %"
    case .notADate: "không phải là ngày; hãy viết như 05/02/2026"
    case .noSuchDay: "không có ngày này trong lịch"
    case .notAPeriod: "không phải là kỳ báo cáo; hãy viết như “quý III/2026” hoặc “2026-Q3”"
    case .noYear: "kỳ báo cáo thiếu năm"
    case .notMoney: "không phải là số tiền; hãy viết như “135 triệu đồng”"
    case .notYesOrNo: "phải là “có” hoặc “không”"
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .notANumber: "not a number"
    case .notWhole: "must be a whole number"
    case .badGrouping: "“.” and “,” stand in impossible places"
    case .scientific: "a number like 1.23E+05 has lost digits; format the cell as a number"
    case .tooLarge: "the number is too large"
    case .unexpectedPercent: "a count cannot carry a % sign"
    case .notADate: "not a date; write it like 05/02/2026"
    case .noSuchDay: "there is no such day in the calendar"
    case .notAPeriod: "not a reporting period; write it like “quý III/2026” or “2026-Q3”"
    case .noYear: "the period has no year"
    case .notMoney: "not an amount of money; write it like “135 triệu đồng”"
    case .notYesOrNo: "must be “có” or “không”"
    }
  }
}
