internal import Facts
internal import Vietnamese

extension Filters {
  private static let places = Filter.Parameter(name: "n", kind: .count(limit: 10))
  private static let optionalPlaces = Filter.Parameter(name: "n", kind: .count(limit: 10), required: false)

  static let numbers: [Filter] = [
    Filter(
      name: "so", inputs: [.integer, .decimal, .money], output: .text,
      meaning: "số có dấu chấm ngăn nghìn", example: "{{ tong | so }} → 1.234"
    ) { value, _, _ in
      .text(value.number.map { NumberFormat.string($0) } ?? "", nil)
    },
    Filter(
      name: "so_chu", inputs: [.integer], output: .text,
      meaning: "số đếm trong câu văn: thêm số 0 trước số từ 1 đến 9, trừ khi baocao.yaml ghi them_so_0: khong",
      example: "{{ 2 | so_chu }} → 02"
    ) { value, _, options in
      guard case .integer(let number, _) = value else { return .missing }
      // “00 mô hình” is not written: nothing has nothing to pad.
      return .text(number == 0 || !options.padsProse ? NumberFormat.string(number) : NumberFormat.padded(number), nil)
    },
    Filter(
      name: "so_tron", inputs: [.integer], output: .text,
      meaning: "chữ số liền nhau, không ngăn nghìn: năm, mã số", example: "{{ 2026 | so_tron }} → 2026"
    ) { value, _, _ in
      guard case .integer(let number, _) = value else { return .missing }
      return .text(NumberFormat.plain(number), nil)
    },
    Filter(
      name: "thap_phan", inputs: FactKind.numbers, parameters: [places], output: .text,
      meaning: "làm tròn và viết đủ n chữ số thập phân", example: "{{ diem | thap_phan: 1 }} → 92,5"
    ) { value, arguments, _ in
      guard let number = value.shareOrNumber(scale: arguments.count(0)) else { return .missing }
      return .text(NumberFormat.string(number, scale: arguments.count(0)), nil)
    },
    Filter(
      name: "ty_le", inputs: [.percent, .decimal], parameters: [optionalPlaces], output: .text,
      meaning: "phần trăm, với n chữ số thập phân", example: "{{ ty_le_tot | ty_le: 2 }} → 73,81%"
    ) { value, arguments, options in
      guard !arguments.isEmpty else {
        return value.number.map { .text(NumberFormat.percent($0, spaced: options.spacesPercent), nil) } ?? .missing
      }
      let scale = arguments.count(0)
      guard let number = value.shareOrNumber(scale: scale) else { return .missing }
      return .text(NumberFormat.percent(number, scale: scale, spaced: options.spacesPercent), nil)
    },
    Filter(
      name: "tien", inputs: [.money, .integer], output: .text,
      meaning: "số tiền có dấu chấm ngăn nghìn, không kèm chữ đồng",
      example: "{{ so_tien | tien }} đồng → 135.000.000 đồng"
    ) { value, _, _ in
      .text(value.number.map { NumberFormat.string($0) } ?? "", nil)
    },
    Filter(
      name: "tien_trieu", inputs: [.money, .integer], parameters: [optionalPlaces], output: .text,
      meaning: "số tiền theo triệu đồng: đúng từng đồng, hoặc làm tròn n chữ số",
      example: "{{ so_tien | tien_trieu }} → 135 triệu đồng"
    ) { value, arguments, _ in scaledMoney(value, digits: 6, unit: "triệu đồng", arguments) },
    Filter(
      name: "tien_ty", inputs: [.money, .integer], parameters: [optionalPlaces], output: .text,
      meaning: "số tiền theo tỷ đồng: đúng từng đồng, hoặc làm tròn n chữ số",
      example: "{{ so_tien | tien_ty: 1 }} → 2,4 tỷ đồng"
    ) { value, arguments, _ in scaledMoney(value, digits: 9, unit: "tỷ đồng", arguments) },
    Filter(
      name: "bang_chu", inputs: [.integer], parameters: [manner], output: .text,
      meaning: "số viết bằng chữ; cách đọc “nam”: lẻ, ngàn; “bốn”: hai mươi bốn",
      example: "{{ 84 | bang_chu }} → tám mươi tư"
    ) { value, arguments, options in
      guard case .integer(let number, _) = value else { return .missing }
      return .text(NumberWords.read(number, style: style(arguments, options)), nil)
    },
    Filter(
      name: "tien_bang_chu", inputs: [.money, .integer], parameters: [manner], output: .text,
      meaning: "số tiền viết bằng chữ, có chữ đồng; cách đọc như bang_chu, “chẵn”: thêm chữ chẵn",
      example: "{{ so_tien | tien_bang_chu }} → Một trăm ba mươi lăm triệu đồng"
    ) { value, arguments, options in
      let isEven = manners(arguments).contains("chan")
      switch value {
      case .integer(let dong, _), .money(let dong, _):
        return .text(NumberWords.money(dong, style: style(arguments, options), saysEven: isEven), nil)
      default: return .missing
      }
    },
    Filter(
      name: "phan_so", inputs: [.integer], parameters: [.init(name: "tong", kind: .number)], output: .text,
      meaning: "số trên tổng số trong câu văn; thêm số 0 như so_chu", example: "{{ 2 | phan_so: 84 }} → 02/84"
    ) { value, arguments, options in
      guard case .integer(let part, _) = value, case .integer(let whole, _) = arguments.value(0) else {
        return .missing
      }
      return .text(NumberFormat.fraction(part, of: whole, pads: part != 0 && options.padsProse), nil)
    },
    Filter(
      name: "so_la_ma", inputs: [.integer], output: .text, meaning: "số La Mã, từ 1 đến 3999",
      example: "{{ vong.stt | so_la_ma }} → IV"
    ) { value, _, _ in
      guard case .integer(let number, _) = value else { return .missing }
      return .text(Roman.numeral(number) ?? NumberFormat.plain(number), nil)
    },
  ]

  /// How numbers are read aloud: words that may stand together, “nam, bốn”.
  private static let manner = Filter.Parameter(name: "cach_doc", kind: .text, required: false)

  private static func manners(_ arguments: [Filter.Argument]) -> Set<String> {
    Set((arguments.text(0) ?? "").split(separator: ",").map { Folding.key(String($0)) })
  }

  private static func style(_ arguments: [Filter.Argument], _ options: PrintOptions) -> NumberWords.Style {
    var style = options.words
    let manners = manners(arguments)
    if manners.contains("nam") { style.region = .south }
    if manners.contains("bon") { style.saysBon = true }
    return style
  }

  /// An amount in millions or billions: exact without an argument, rounded with one.
  private static func scaledMoney(_ value: Fact, digits: Int, unit: String, _ arguments: [Filter.Argument]) -> Fact {
    let dong: Int
    switch value {
    case .integer(let amount, _), .money(let amount, _): dong = amount
    default: return .missing
    }
    let exact = ExactDecimal(coefficient: dong, scale: digits)
    let text =
      arguments.isEmpty
      ? NumberFormat.string(exact.trimmed(toScale: 0)) : NumberFormat.string(exact, scale: arguments.count(0))
    return .text("\(text) \(unit)", nil)
  }
}

extension Fact {
  /// A share is rounded from its two counts, not from the rounded share: 50 of 111 is 45,0 and not what 45,05 would give.
  func shareOrNumber(scale: Int) -> ExactDecimal? {
    guard case .percent(let share, _) = self, scale < share.value.scale else { return number }
    return ExactDecimal.percentage(of: share.part, in: share.whole, scale: scale) ?? share.value
  }
}

extension [Filter.Argument] {
  /// The whole number at `index`, within what number formats take; 0 where there is none.
  func count(_ index: Int) -> Int {
    guard indices.contains(index), case .value(.integer(let value, _)) = self[index] else { return 0 }
    return Swift.min(Swift.max(0, value), 1_000_000)
  }

  func value(_ index: Int) -> Fact {
    guard indices.contains(index), case .value(let value) = self[index] else { return .missing }
    return value
  }

  func text(_ index: Int) -> String? {
    guard case .text(let text, _) = value(index) else { return nil }
    return text
  }

  /// The path of a field argument; empty (the element itself) where there is none.
  func field(_ index: Int) -> [Int] {
    guard indices.contains(index), case .field(let places) = self[index] else { return [] }
    return places
  }
}

/// Roman numerals of headings and groups.
enum Roman {
  private static let values = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// nil outside 1…3999.
  static func numeral(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    var (rest, text) = (number, "")
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
