internal import Facts
internal import Vietnamese

extension Filters {
  /// Differences and their words.
  static let changes: [Filter] = [
    Filter(
      name: "tang_giam", inputs: FactKind.numbers,
      parameters: ["tang", "giam", "khong_doi"].map { .init(name: $0, kind: .text, required: false) }, output: .text,
      meaning: "tăng, giảm hoặc giữ nguyên theo dấu của số chênh lệch; đổi được ba từ này",
      example: "{{ chenh_lech | tang_giam }} → tăng"
    ) { value, arguments, options in
      guard let number = value.number else { return .missing }
      let wording = options.wording
      let words = [wording.increase, wording.decrease, wording.same].enumerated().map { arguments.text($0) ?? $1 }
      return .text(number.isZero ? words[2] : (number.isNegative ? words[1] : words[0]), nil)
    },
    Filter(
      name: "tri_tuyet_doi", inputs: FactKind.numbers, output: .input, meaning: "bỏ dấu trừ",
      example: "{{ chenh_lech | tri_tuyet_doi }} → 3"
    ) { value, _, _ in value.magnitude },
    Filter(
      name: "tru", inputs: [.integer, .money, .decimal], parameters: [.init(name: "so_tru", kind: .number)],
      output: .input,
      meaning: "trừ đi một số cùng loại", example: "{{ nay | tru: truoc }} → 4"
    ) { value, arguments, _ in value.minus(arguments.value(0)) },
    Filter(
      name: "phan_tram", inputs: [.integer, .money],
      parameters: [.init(name: "tong", kind: .number), .init(name: "n", kind: .count(limit: 10), required: false)],
      output: .percent,
      meaning:
        "tỷ lệ phần trăm của số trong tổng, n chữ số thập phân (không ghi: như ty_le.so_le của baocao.yaml); tổng bằng 0 thì không có giá trị",
      example: "{{ 62 | phan_tram: 84, 2 }} → 73,81%"
    ) { value, arguments, options in
      guard let part = value.wholeNumber, let whole = arguments.value(0).wholeNumber else { return .missing }
      let scale = arguments.count > 1 ? arguments.count(1) : options.shareScale
      guard let share = ExactDecimal.percentage(of: part, in: whole, scale: scale) else { return .missing }
      return .percent(Percentage(part: part, whole: whole, value: share), nil)
    },
  ]
}

extension Fact {
  fileprivate var wholeNumber: Int? {
    switch self {
    case .integer(let value, _), .money(let value, _): value
    default: nil
    }
  }

  fileprivate var magnitude: Fact {
    switch self {
    case .integer(let value, let source): value == .min ? self : .integer(abs(value), source)
    case .money(let value, let source): value == .min ? self : .money(abs(value), source)
    case .decimal(let value, let source): .decimal(value.magnitude, source)
    case .percent(let share, let source):
      .percent(Percentage(part: share.part, whole: share.whole, value: share.value.magnitude), source)
    default: self
    }
  }

  fileprivate func minus(_ other: Fact) -> Fact {
    switch self {
    case .integer(let value, _):
      return other.wholeNumber.flatMap { value.minus($0) }.map { .integer($0, nil) } ?? .missing
    case .money(let value, _): return other.wholeNumber.flatMap { value.minus($0) }.map { .money($0, nil) } ?? .missing
    default:
      guard let left = number, let right = other.number, let difference = try? left - right else { return .missing }
      return .decimal(difference, nil)
    }
  }

  /// The sum of two values of one kind; nil when it does not fit or they do not add.
  func plus(_ other: Fact) -> Fact? {
    switch (self, other) {
    case (.missing, _): return other
    case (_, .missing): return self
    case (.integer(let a, _), .integer(let b, _)):
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : .integer(sum, nil)
    case (.money(let a, _), .money(let b, _)):
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : .money(sum, nil)
    case (.percent(let a, _), .percent(let b, _)):
      guard let sum = try? a.value + b.value else { return nil }
      // A sum of rounded shares is what the eye adds up; its own two counts would hide what rounding did.
      return .decimal(sum, nil)
    default:
      guard let a = number, let b = other.number, let sum = try? a + b else { return nil }
      return .decimal(sum, nil)
    }
  }
}

extension Int {
  fileprivate func minus(_ other: Int) -> Int? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}

extension ExactDecimal {
  fileprivate var magnitude: ExactDecimal {
    guard isNegative, coefficient != .min else { return self }
    return ExactDecimal(coefficient: -coefficient, scale: scale)
  }
}
