internal import Facts
internal import Vietnamese

extension Filters {
  private static let shownField = Filter.Parameter(
    name: "truong", kind: .field(FactKind.printable), required: false, forRecordsOnly: true)

  static let lists: [Filter] = [
    Filter(
      name: "liet_ke", inputs: [.list], parameters: [shownField], output: .text,
      meaning: "kể ra, cách nhau bằng dấu phẩy, trước phần tử cuối là “và”; danh sách nhóm cần tên trường",
      example: "{{ don_vi | liet_ke: ten }} → A, B và C"
    ) { value, arguments, options in
      let field = arguments.field(0)
      let names = value.elements.map { $0.at(field).printed(options) }.filter { !$0.isEmpty }
      guard let last = names.last, names.count > 1 else { return .text(names.first ?? "", nil) }
      return .text(names.dropLast().joined(separator: ", ") + " \(options.wording.and) " + last, nil)
    },
    Filter(
      name: "noi", inputs: [.list],
      parameters: [.init(name: "ngan_cach", kind: .text), shownField], output: .text,
      meaning: "nối các phần tử bằng chữ ngăn cách", example: "{{ don_vi | noi: \"; \", ten }} → A; B; C"
    ) { value, arguments, options in
      let field = arguments.field(1)
      let names = value.elements.map { $0.at(field).printed(options) }.filter { !$0.isEmpty }
      return .text(names.joined(separator: arguments.text(0) ?? ""), nil)
    },
    Filter(
      name: "dem", inputs: [.list], output: .integer, meaning: "số phần tử", example: "{{ don_vi | dem }} → 84"
    ) { value, _, _ in .integer(value.elements.count, nil) },
    Filter(
      name: "cong", inputs: [.list],
      parameters: [.init(name: "truong", kind: .field([.integer, .money, .decimal, .percent]))], output: .sum,
      meaning: "tổng một trường số của các phần tử; tỷ lệ thì cộng các số đã làm tròn, như in ra",
      example: "{{ hoat_dong | cong: so_tien }} → 135.000.000"
    ) { value, arguments, _ in
      let field = arguments.field(0)
      var sum = Fact.missing
      for element in value.elements {
        guard let next = sum.plus(element.at(field)) else { return .missing }
        sum = next
      }
      return sum
    },
    Filter(
      name: "dau_tien", inputs: [.list], output: .element, meaning: "phần tử đầu tiên",
      example: "{{ ten_cac_mo_hinh | dau_tien }} → Cổng trường an toàn"
    ) { value, _, _ in value.elements.first ?? .missing },
    Filter(
      name: "sap_xep", inputs: [.list],
      parameters: [
        .init(name: "truong", kind: .field(FactKind.printable), required: false, forRecordsOnly: true),
        .init(name: "thu_tu", kind: .text, required: false),
      ], output: .input, meaning: "xếp theo trường, chữ theo thứ tự tiếng Việt; thêm \"giảm\" để xếp từ lớn đến nhỏ",
      example: "{% for x in don_vi | sap_xep: diem, \"giảm\" %}"
    ) { value, arguments, _ in
      .list(value.elements.sorted(by: arguments.field(0), descending: Folding.key(arguments.text(1) ?? "") == "giam"))
    },
    Filter(
      name: "sap_xep_ten", inputs: [.list],
      parameters: [
        .init(name: "truong", kind: .field([.text]), required: false, forRecordsOnly: true),
        .init(name: "thu_tu", kind: .text, required: false),
      ], output: .input,
      meaning: "xếp họ tên người theo tên, rồi đến họ, tên đệm; thêm \"họ\" để xếp theo họ",
      example: "{{ nguoi | sap_xep_ten: ho_ten | liet_ke: ho_ten }} → Trần Văn An, Lê Thị Bình"
    ) { value, arguments, _ in
      let order: PersonName.Order = Folding.key(arguments.text(1) ?? "") == "ho" ? .ho : .ten
      return .list(value.elements.sortedAsNames(by: arguments.field(0), order))
    },
    Filter(
      name: "loc", inputs: [.list],
      parameters: [
        .init(name: "truong", kind: .field(FactKind.printable)), .init(name: "gia_tri", kind: .sameAsField),
      ], output: .input, meaning: "giữ những phần tử có trường bằng giá trị",
      example: "{{ mo_hinh | loc: linh_vuc, \"kinh tế\" | dem }} → 12"
    ) { value, arguments, _ in
      let field = arguments.field(0)
      var match = FactMatch(arguments.value(1))
      return .list(value.elements.filter { match.holds($0.at(field)) })
    },
    Filter(
      name: "cat", inputs: [.list, .text], parameters: [.init(name: "n", kind: .count(limit: 1_000_000))],
      output: .input, meaning: "n phần tử đầu của danh sách, hoặc n ký tự đầu của chữ (có dấu … khi bị cắt)",
      example: "{{ ten | cat: 20 }} → Mô hình thu gom rác…"
    ) { value, arguments, _ in
      let count = arguments.count(0)
      if case .list(let list) = value { return .list(Array(list.prefix(count))) }
      return value.mapText { $0.count <= count ? $0 : $0.prefix(count) + "…" }
    },
  ]
}

extension Fact {
  /// The elements of a list; none for anything else.
  var elements: [Fact] {
    guard case .list(let list) = self else { return [] }
    return list
  }
}

extension [Fact] {
  /// In the order of a field, equal ones as they came, missing ones last.
  func sorted(by field: [Int], descending: Bool) -> [Fact] {
    let keyed = map { SortKey($0.at(field)) }
    let order = indices.sorted { left, right in
      let (a, b) = (keyed[left], keyed[right])
      if let less = a.isLess(than: b, descending: descending) { return less }
      return left < right
    }
    return order.map { self[$0] }
  }
}

extension [Fact] {
  /// Names of people in their own order; equal ones keep their places.
  fileprivate func sortedAsNames(by field: [Int], _ order: PersonName.Order) -> [Fact] {
    let keyed = enumerated().map { (PersonName.key($1.at(field).plain, order: order), $0, $1) }
    return keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.2)
  }
}

/// A value prepared for sorting: collation keys are made once.
private enum SortKey {
  case missing
  case text(CollationKey)
  case number(ExactDecimal)
  case day(Int)
  case period(Period)

  init(_ fact: Fact) {
    switch fact {
    case .text(let text, _): self = .text(Collation.key(text, digits: .numeric))
    case .date(let date): self = .day(date.ordinal)
    case .period(let period): self = .period(period)
    case .flag(let flag): self = .day(flag ? 1 : 0)
    default: self = fact.number.map(SortKey.number) ?? .missing
    }
  }

  /// nil: equal.
  func isLess(than other: SortKey, descending: Bool) -> Bool? {
    switch (self, other) {
    case (.missing, .missing): nil
    case (.missing, _): false
    case (_, .missing): true
    case (.text(let a), .text(let b)): Self.order(a, b, descending)
    case (.number(let a), .number(let b)): Self.order(a, b, descending)
    case (.day(let a), .day(let b)): Self.order(a, b, descending)
    case (.period(let a), .period(let b)): Self.order(a, b, descending)
    default: nil
    }
  }

  private static func order<Value: Comparable>(_ a: Value, _ b: Value, _ descending: Bool) -> Bool? {
    if a == b { return nil }
    return descending ? b < a : a < b
  }
}
