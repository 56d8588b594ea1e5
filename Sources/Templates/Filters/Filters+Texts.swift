internal import Facts
internal import Vietnamese

extension Filters {
  static let dates: [Filter] = [
    Filter(
      name: "ngay_dai", inputs: [.date], output: .text, meaning: "ngày viết đủ",
      example: "{{ ngay | ngay_dai }} → ngày 05 tháng 02 năm 2026"
    ) { value, _, _ in value.date.map { .text($0.long, nil) } ?? .missing },
    Filter(
      name: "ngay_ngan", inputs: [.date], output: .text, meaning: "ngày viết bằng số",
      example: "{{ ngay | ngay_ngan }} → 03/6/2026"
    ) { value, _, _ in value.date.map { .text($0.short, nil) } ?? .missing },
    Filter(
      name: "ngay_thang", inputs: [.date], output: .text, meaning: "ngày và tháng, không có năm",
      example: "{{ ngay | ngay_thang }} → ngày 27 tháng 5"
    ) { value, _, _ in value.date.map { .text($0.dayMonth, nil) } ?? .missing },
    Filter(
      name: "thang_nam", inputs: [.date], output: .text, meaning: "tháng và năm",
      example: "{{ ngay | thang_nam }} → tháng 02 năm 2026"
    ) { value, _, _ in
      value.date.map { .text("tháng \($0.month <= 2 ? "0" : "")\($0.month) năm \($0.year)", nil) } ?? .missing
    },
    Filter(
      name: "nam", inputs: [.date, .period], output: .text, meaning: "năm của ngày hoặc của kỳ",
      example: "{{ ngay | nam }} → 2026"
    ) { value, _, _ in
      if case .period(let period) = value { return .text(NumberFormat.plain(period.year), nil) }
      return value.date.map { .text(NumberFormat.plain($0.year), nil) } ?? .missing
    },
    Filter(
      name: "ky_ten", inputs: [.period], output: .text, meaning: "tên kỳ trong câu văn",
      example: "{{ ky | ky_ten }} → quý IV năm 2021"
    ) { value, _, _ in
      guard case .period(let period) = value else { return .missing }
      return .text(period.name, nil)
    },
    Filter(
      name: "ky_ngan", inputs: [.period], output: .text, meaning: "tên kỳ ngắn, cho đầu cột",
      example: "{{ ky | ky_ngan }} → quý IV/2021"
    ) { value, _, _ in
      guard case .period(let period) = value else { return .missing }
      return .text(period.shortName, nil)
    },
  ]

  static let texts: [Filter] = [
    Filter(
      name: "hoa", inputs: [.text], output: .text, meaning: "IN HOA",
      example: "{{ ten | hoa }} → ĐẢNG ỦY KHỐI"
    ) { value, _, _ in value.mapText { $0.uppercased() } },
    Filter(
      name: "thuong", inputs: [.text], output: .text, meaning: "chữ thường",
      example: "{{ ten | thuong }} → đảng ủy khối"
    ) { value, _, _ in value.mapText { $0.lowercased() } },
    Filter(
      name: "hoa_dau", inputs: [.text], output: .text, meaning: "viết hoa chữ cái đầu, còn lại giữ nguyên",
      example: "{{ loai | hoa_dau }} → Đảng bộ cơ sở"
    ) { value, _, _ in value.mapText { $0.prefix(1).uppercased() + $0.dropFirst() } },
    Filter(
      name: "thuong_dau", inputs: [.text], output: .text, meaning: "viết thường chữ cái đầu, còn lại giữ nguyên",
      example: "{{ ten | thuong_dau }} → đảng ủy Khối"
    ) { value, _, _ in value.mapText { $0.prefix(1).lowercased() + $0.dropFirst() } },
    Filter(
      name: "dau", inputs: [.text], parameters: [.init(name: "kieu", kind: .text)], output: .text,
      meaning: "kiểu đặt dấu: “cũ” (hòa, ủy) hoặc “mới” (hoà, uỷ); không dùng cho tên người",
      example: "{{ ten | dau: \"mới\" }} → Đảng uỷ"
    ) { value, arguments, _ in
      let style: ToneStyle = Folding.key(arguments.text(0) ?? "") == "moi" ? .new : .old
      return value.mapText { ToneStyle.convert($0, to: style) }
    },
    Filter(
      name: "mac_dinh", inputs: FactKind.printable, parameters: [.init(name: "thay", kind: .printable)],
      output: .inputOrText, meaning: "giá trị thay khi không có số liệu hoặc chữ trống",
      example: "{{ ghi_chu | mac_dinh: \"không\" }} → không", takesMissing: true
    ) { value, arguments, options in
      let other = arguments.value(0)
      guard value.isPresent else { return other }
      // Of two kinds the result is text, as the check has promised.
      if case .text = other, case .text = value { return value }
      if case .text = other { return .text(value.printed(options), nil) }
      return value
    },
  ]
}

extension Fact {
  fileprivate var date: CivilDate? {
    guard case .date(let date) = self else { return nil }
    return date
  }

  /// The text changed, its source kept.
  func mapText(_ change: (String) -> String) -> Fact {
    guard case .text(let text, let source) = self else { return self }
    return .text(change(text), source)
  }
}
