/// The argument parser speaks English; its fixed words are few, so they are put into Vietnamese here, line by line.
enum HelpText {
  private static let words: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "CÁCH DÙNG: "),
    ("Usage: ", "Cách dùng: "),
    ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TÙY CHỌN:"),
    ("SUBCOMMANDS:", "CÁC LỆNH:"),
    ("Show the version.", "In số phiên bản."),
    ("Show help information.", "In hướng dẫn này."),
    ("Show subcommand help information.", "In hướng dẫn của một lệnh."),
    ("(default:", "(mặc định:"),
    ("(values:", "(giá trị:"),
    ("<subcommand>", "<lệnh>"),
    ("<options>", "<tùy chọn>"),
    ("See '", "Xem '"),
    ("' for detailed help.", "' để biết chi tiết."),
    ("' for more information.", "' để biết thêm."),
    ("Error: ", "Lỗi: "),
    ("Help:  ", "Gợi ý: "),
    ("Unknown option ", "không có tùy chọn "),
    ("Unexpected argument ", "thừa tham số "),
    (" unexpected arguments: ", " tham số thừa: "),
    ("Missing one of: ", "thiếu một trong: "),
    ("Missing expected argument ", "thiếu tham số "),
    ("Missing value for ", "thiếu giá trị cho "),
    ("Did you mean ", "Ý bạn là "),
    ("The value ", "Giá trị "),
    (" is invalid for ", " không hợp lệ cho "),
  ]

  static func vietnamese(_ text: String) -> String {
    words.reduce(text) { $0.replacing($1.english, with: $1.vietnamese) }
  }
}

extension String {
  /// Every occurrence of `part` replaced; the standard library alone has no such function.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    let needle = Array(part.utf8)
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: needle) {
        result += other.utf8
        place += needle.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
