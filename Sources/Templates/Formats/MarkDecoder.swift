internal import Configuration
internal import Documents
internal import Findings
internal import Graphics

/// The `cac_dau` part of a letterhead: words of urgency, circulation and secrecy.
struct MarkDecoder {
  let reader: YAMLReader

  func marks(_ node: YAMLNode) -> MarkRules? {
    let known = ["khan", "luu_hanh", "mat", "cao_khung", "mau_khan"]
    guard let fields = reader.fields(node, of: "cac_dau", known: known) else { return nil }
    var marks = MarkRules()
    marks.urgency = fields["khan"].map(urgency) ?? []
    marks.circulation = fields["luu_hanh"].map(words) ?? []
    marks.secrecy = fields["mat"].map(words) ?? []
    if let height = fields["cao_khung"].flatMap(reader.length) { marks.boxHeight = height }
    if let color = fields["mau_khan"].flatMap(reader.color) { marks.urgencyColor = color }
    return marks
  }

  /// `{KHẨN: 20mm, HỎA TỐC HẸN GIỜ: tu_tinh}`.
  private func urgency(_ node: YAMLNode) -> [MarkRules.Mark] {
    guard case .mapping(let entries) = node.kind else {
      reader.expected(
        node, vi: "các độ khẩn với bề rộng khung, như {KHẨN: 20mm, HỎA TỐC: tu_tinh}",
        en: "marks with the widths of their boxes, as {KHẨN: 20mm, HỎA TỐC: tu_tinh}")
      return []
    }
    return entries.map { entry in
      if case .scalar("tu_tinh") = entry.value.kind { return MarkRules.Mark(entry.key) }
      return MarkRules.Mark(entry.key, boxWidth: reader.length(entry.value))
    }
  }

  private func words(_ node: YAMLNode) -> [String] { reader.list(node)?.compactMap(reader.text) ?? [] }
}

extension YAMLReader {
  /// `khong` or `#RRGGBB`.
  func color(_ node: YAMLNode) -> Color? {
    guard case .scalar(let text) = node.kind, text != "khong" else { return nil }
    guard text.utf8.count == 7, text.hasPrefix("#"), let value = Int(text.dropFirst(), radix: 16) else {
      expected(node, vi: "“khong” hoặc màu như \"#F2F2F2\"", en: "“khong” or a colour such as \"#F2F2F2\"")
      return nil
    }
    return Color(
      red: Double(value >> 16 & 0xFF) / 255, green: Double(value >> 8 & 0xFF) / 255, blue: Double(value & 0xFF) / 255)
  }
}
