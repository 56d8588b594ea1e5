/// What a word is, as far as it decides whether the space beside it may end a line.
struct WordTraits: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// “05”, “1.250”, “23,8”, “2021-2025”, “71/75”.
  static let number = WordTraits(rawValue: 1 << 0)
  /// “IV”, “IV/2020”.
  static let roman = WordTraits(rawValue: 1 << 1)
  /// A single letter as points of a law have: “a”, “đ)”.
  static let letter = WordTraits(rawValue: 1 << 2)
  /// “05-HD/VPTW”, “30/2020/NĐ-CP”: never broken inside either.
  static let symbol = WordTraits(rawValue: 1 << 3)
  /// A word that a number belongs to: “ngày”, “Điều”.
  static let takesNumber = WordTraits(rawValue: 1 << 4)
  /// A word that a letter belongs to: “điểm a”.
  static let takesLetter = WordTraits(rawValue: 1 << 5)
  /// “%”, “đồng”, “ha”: belongs to the number before it.
  static let unit = WordTraits(rawValue: 1 << 6)
  /// “triệu”, “tỷ”: belongs to the number before it, and a currency after it belongs to it.
  static let magnitude = WordTraits(rawValue: 1 << 7)
  /// “đồng”, “USD”.
  static let currency = WordTraits(rawValue: 1 << 8)
  /// “TP.”, “đ/c”: belongs to what follows.
  static let prefix = WordTraits(rawValue: 1 << 9)
  /// “N.”: belongs to the name that follows.
  static let initial = WordTraits(rawValue: 1 << 10)
  /// A dash that stands alone: never begins a line, where it would look like an item of a list.
  static let dash = WordTraits(rawValue: 1 << 11)
  /// Ends with a mark after which a new thought begins: nothing ties across it.
  static let closed = WordTraits(rawValue: 1 << 12)
}

/// Spaces at which a Vietnamese line must not break, as data.
///
/// Words are compared in lower case, both ways of placing the tone mark are listed where they differ. Sources: the forms that HD
/// 05-HD/VPTW and NĐ 30/2020/NĐ-CP prescribe for dates, numbers of documents, articles, clauses and points; the SI rule that a number and
/// its unit stay together (BIPM, SI Brochure, 5.4.3).
enum Ties {
  /// The space between a word of the first kind and one of the second is tied.
  static let pairs: [(before: WordTraits, after: WordTraits)] = [
    ([.takesNumber], [.number, .roman, .symbol]),  // ngày 05, quý IV, số 05-HD/VPTW, khoản 2
    ([.takesLetter], [.letter]),  // điểm a
    ([.number], [.unit, .magnitude, .currency]),  // 23,8 %; 5 triệu
    ([.magnitude], [.currency, .magnitude]),  // triệu đồng; nghìn tỷ
    ([.prefix], .any),  // TP. Hưng Yên
    ([.initial], .any),  // N. V. An
    (.any, [.dash]),  // Độc lập -
  ]

  static let takesNumber: Set<String> = [
    "ngày", "tháng", "năm", "quý", "tuần", "giờ", "thứ", "mùng", "mồng", "kỳ", "khóa", "khoá",
    "điều", "khoản", "điểm", "mục", "chương", "phần", "tiết", "đoạn",
    "số", "lần", "trang", "bảng", "biểu", "hình", "mẫu", "lục", "tập", "quyển",
    "tổ", "khu", "ấp", "thôn", "đội", "phường", "quận", "loại", "hạng", "cấp", "bậc", "nhóm",
  ]

  static let takesLetter: Set<String> = ["điểm", "mục", "tiết", "loại", "nhóm", "hạng"]

  static let units: Set<String> = [
    "%", "‰", "°c", "°", "km", "m", "cm", "mm", "km²", "km2", "m²", "m2", "m³", "m3", "ha", "kg", "g", "mg", "tấn",
    "tạ", "yến",
    "lít", "l", "ml", "kw", "kwh", "mw", "kv", "km/h", "mb", "gb", "tuổi", "giờ", "phút", "giây", "đồng/người",
  ]

  static let magnitudes: Set<String> = ["nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "trăm", "chục", "tr.đ", "trđ"]

  static let currencies: Set<String> = ["đồng", "đ", "₫", "vnđ", "vnd", "usd", "eur", "€", "$", "đôla"]

  /// The five lists above by word.
  static let listed: [String: WordTraits] = {
    var listed: [String: WordTraits] = [:]
    let lists: [(Set<String>, WordTraits)] = [
      (takesNumber, .takesNumber), (takesLetter, .takesLetter), (units, .unit),
      (magnitudes, .magnitude), (currencies, .currency),
    ]
    for (words, traits) in lists {
      for word in words { listed[word, default: []].formUnion(traits) }
    }
    return listed
  }()

  static let prefixes: Set<String> = [
    "tp.", "tx.", "tt.", "q.", "p.", "h.", "x.", "đ/c", "đc.", "ths.", "ts.", "pgs.", "pgs.ts.", "gs.", "gs.ts.", "bs.",
    "ks.",
    "ub.", "t/m", "k/t", "t/l", "tm.", "kt.", "tl.", "tuq.",
  ]

  static let dashes: Set<String> = ["-", "–", "—"]

  /// The signs that may stand inside the symbol of a document, and the longest group of letters in one.
  static let symbolSigns: Set<Character> = ["-", "/", "."]
  static let longestSymbolGroup = 8

  /// Whether the space between the two words is tied.
  static func holds(_ before: WordTraits, _ after: WordTraits) -> Bool {
    if after.contains(.dash) { return true }
    if before.isEmpty || before.contains(.closed) { return false }
    return pairs.contains { pair in
      let follows = pair.after == .any || !pair.after.isDisjoint(with: after)
      return follows && (pair.before == .any || !pair.before.isDisjoint(with: before))
    }
  }
}

extension WordTraits {
  /// Stands for any word in `Ties.pairs`.
  static let any = WordTraits(rawValue: .max)
}
