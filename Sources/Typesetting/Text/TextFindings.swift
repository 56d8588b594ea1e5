import Documents
import Findings

/// The findings of this room: what is wrong with characters and lines.
enum TextFindings {
  static func location(_ origin: Origin?, _ context: TextContext) -> Location {
    guard let origin, context.files.indices.contains(Int(origin.file)) else { return context.place }
    return Location(
      file: context.files[Int(origin.file)], row: origin.row > 0 ? Int(origin.row) : nil,
      column: origin.column > 0 ? Int(origin.column) : nil)
  }

  /// “U+1EC5”.
  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A character no face has: an error, since printing a box or nothing would change the text.
  static func missingGlyph(_ scalar: Unicode.Scalar, face: String, at location: Location, excerpt: Excerpt?) -> Finding
  {
    Finding(
      code: "thieu-ky-tu", severity: .error, at: location,
      Message(
        vi: "phông chữ \(face) không có ký tự “\(scalar)” (\(codePoint(scalar)))",
        en: "the face \(face) has no glyph for “\(scalar)” (\(codePoint(scalar)))"),
      hint: Message(
        vi: "sửa ký tự này, hoặc khai báo phông chữ dự phòng có ký tự đó trong danh mục phông chữ",
        en: "correct the character, or name a fallback face that has it in the font catalogue"),
      excerpt: excerpt)
  }

  /// Letters of one word in two faces.
  static func mixedFaces(
    _ scalar: Unicode.Scalar, face: String, fallback: String, at location: Location, excerpt: Excerpt?
  ) -> Finding {
    Finding(
      code: "phong-du-phong-giua-tu", severity: .warning, at: location,
      Message(
        vi: "ký tự “\(scalar)” (\(codePoint(scalar))) giữa từ phải lấy từ phông \(fallback) vì \(face) không có",
        en: "“\(scalar)” (\(codePoint(scalar))) inside a word is set in \(fallback), because \(face) lacks it"),
      hint: Message(
        vi: "kiểm tra xem ký tự có bị gõ nhầm không", en: "check whether the character is a typing mistake"),
      excerpt: excerpt)
  }

  static func control(_ scalar: Unicode.Scalar, count: Int, at location: Location) -> Finding {
    Finding(
      code: "ky-tu-dieu-khien", severity: .warning, at: location,
      Message(
        vi: "bỏ \(count) ký tự điều khiển không in được, đầu tiên là \(codePoint(scalar))",
        en: "dropped \(count) control characters that cannot be printed, the first is \(codePoint(scalar))"),
      hint: Message(vi: "xóa các ký tự này trong nguồn", en: "delete them in the source"))
  }

  static func rightToLeft(_ scalar: Unicode.Scalar, at location: Location) -> Finding {
    Finding(
      code: "chu-phai-sang-trai", severity: .warning, at: location,
      Message(
        vi: "chữ viết từ phải sang trái (\(codePoint(scalar))) được xếp từ trái sang phải",
        en: "right-to-left letters (\(codePoint(scalar))) are set from left to right"))
  }

  static func longWord(_ word: String, at location: Location) -> Finding {
    Finding(
      code: "tu-qua-dai", severity: .warning, at: location,
      Message(
        vi: "“\(word)” dài hơn dòng nên bị ngắt ở giữa", en: "“\(word)” is longer than the line and was broken inside"),
      hint: Message(
        vi: "thêm dấu cách, hoặc mở rộng cột", en: "add spaces to it, or make the column wider"))
  }

  static func overfull(_ text: String, at location: Location) -> Finding {
    Finding(
      code: "tran-dong", severity: .error, at: location,
      Message(
        vi: "“\(text)” không vừa bề rộng được cho", en: "“\(text)” does not fit into the width it was given"),
      hint: Message(vi: "mở rộng cột hoặc giảm thụt lề", en: "make the column wider or the indents smaller"))
  }

  static func unknownReference(_ label: String, at location: Location) -> Finding {
    Finding(
      code: "tham-chieu-khong-co", severity: .error, at: location,
      Message(
        vi: "không có bảng, hình hay đề mục nào mang nhãn “\(label)”", en: "nothing carries the label “\(label)”"),
      hint: Message(vi: "xem lại nhãn", en: "check the label"))
  }
}
