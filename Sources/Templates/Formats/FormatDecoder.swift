internal import Configuration
internal import Documents
internal import Findings
internal import Graphics

/// A merged format tree -> `Format`. Problems go to the reader; a missing part is filled with a neutral value so that all
/// findings of a file come at once.
struct FormatDecoder {
  let reader: YAMLReader

  private static let keys = [
    "ten", "ke_thua", "can_cu", "phong_chu", "trang", "kieu", "dau_van_ban", "ten_van_ban", "de_muc", "liet_ke", "bieu",
    "ket_van_ban", "so_ky_hieu", "phu_luc",
  ]

  func format(_ tree: YAMLNode) -> Format? {
    guard let fields = reader.fields(tree, of: "thể thức", known: Self.keys) else { return nil }
    let styles = part(fields, "kieu") { StyleDecoder(reader: reader).styles($0) } ?? [:]
    return Format(
      name: text(fields, "ten"), citation: text(fields, "can_cu"), families: families(fields),
      page: part(fields, "trang", page) ?? .neutral, styles: styles,
      letterhead: part(fields, "dau_van_ban", letterhead) ?? .neutral,
      title: part(fields, "ten_van_ban", title) ?? TitleRules(mark: .none),
      headings: part(fields, "de_muc") { headings($0, styles) } ?? [],
      lists: part(fields, "liet_ke", lists) ?? ListRules(nestingIndent: .zero, runIn: true),
      tables: part(fields, "bieu", tables) ?? .neutral, closing: part(fields, "ket_van_ban", closing) ?? .neutral,
      numbers: part(fields, "so_ky_hieu", numbers) ?? .neutral,
      appendices: fields["phu_luc"].flatMap(appendices) ?? AppendixRules())
  }

  // MARK: Parts

  private func families(_ fields: YAMLFields) -> [String] {
    guard let node = reader.required(fields, "phong_chu"), let items = reader.list(node) else { return [] }
    return items.compactMap(reader.text)
  }

  private func page(_ node: YAMLNode) -> PageRules? {
    let keys = [
      "kho", "le_mat_truoc", "le_mat_sau", "le_ngang", "in_hai_mat", "so_trang_cach_mep_tren", "giua_so_trang",
      "so_trang_dau", "so_trang_phu_luc", "dong_cuoi_trang", "dong_dau_trang", "dong_truoc_chu_ky", "luoi_dong",
    ]
    guard let fields = reader.fields(node, of: "trang", known: keys) else { return nil }
    return PageRules(
      size: part(fields, "kho", size) ?? .a4, front: part(fields, "le_mat_truoc", margins) ?? .neutral,
      back: part(fields, "le_mat_sau", margins) ?? .neutral, landscape: part(fields, "le_ngang", margins) ?? .neutral,
      duplex: flag(fields, "in_hai_mat"), numberFromTop: length(fields, "so_trang_cach_mep_tren"),
      numberCentre: choice(fields, "giua_so_trang", [("chu", .text), ("giay", .paper)]) ?? .text,
      firstPageNumbered: flag(fields, "so_trang_dau"),
      appendixNumbering: choice(fields, "so_trang_phu_luc", [("rieng", .own), ("tiep", .continued)]) ?? .own,
      orphans: count(fields, "dong_cuoi_trang"), widows: count(fields, "dong_dau_trang"),
      linesBeforeClosing: count(fields, "dong_truoc_chu_ky"), grid: fields["luoi_dong"].flatMap(grid))
  }

  /// `khong`, or the distance of the lines of the grid.
  private func grid(_ node: YAMLNode) -> Length? {
    if case .scalar("khong") = node.kind { return nil }
    guard let length = reader.length(node) else { return nil }
    guard length >= .points(4) else {
      reader.expected(node, vi: "khoảng cách dòng từ 4pt trở lên", en: "a distance of 4pt or more")
      return nil
    }
    return length
  }

  private func size(_ node: YAMLNode) -> Size? {
    if case .scalar(let name) = node.kind {
      if let size = PaperSizes.named.first(where: { $0.0 == name }) { return size.1 }
      reader.expected(node, vi: "A4, A3, A5 hoặc {rong: …, cao: …}", en: "A4, A3, A5 or {rong: …, cao: …}")
      return nil
    }
    guard let fields = reader.fields(node, of: "kho", known: ["rong", "cao"]) else { return nil }
    return Size(width: length(fields, "rong"), height: length(fields, "cao"))
  }

  private func margins(_ node: YAMLNode) -> Margins? {
    guard let fields = reader.fields(node, of: "lề", known: ["tren", "duoi", "trai", "phai"]) else { return nil }
    return Margins(
      top: length(fields, "tren"), bottom: length(fields, "duoi"), left: length(fields, "trai"),
      right: length(fields, "phai"))
  }

  private func letterhead(_ node: YAMLNode) -> LetterheadRules? {
    let keys = [
      "rong_trai", "rong_phai", "tieu_de", "tieu_ngu", "duoi_tieu_de", "duoi_co_quan", "ngay_thang", "khung_dau",
      "net_ke", "cach_ke", "cac_dau",
    ]
    guard let fields = reader.fields(node, of: "dau_van_ban", known: keys) else { return nil }
    let motto = fields["tieu_ngu"].flatMap(reader.text).flatMap { $0.isEmpty ? nil : $0 }
    return LetterheadRules(
      leftWidth: length(fields, "rong_trai"), rightWidth: length(fields, "rong_phai"), title: text(fields, "tieu_de"),
      motto: motto, titleMark: part(fields, "duoi_tieu_de", underline) ?? .none,
      issuerMark: part(fields, "duoi_co_quan", underline) ?? .none,
      dateRow: choice(fields, "ngay_thang", [("duoi_tieu_de", .underTitle), ("ngang_so", .besideNumber)])
        ?? .underTitle, boxedMarks: flag(fields, "khung_dau"), ruleWidth: length(fields, "net_ke"),
      ruleGap: length(fields, "cach_ke"),
      marks: fields["cac_dau"].flatMap(MarkDecoder(reader: reader).marks) ?? MarkRules())
  }

  private func title(_ node: YAMLNode) -> TitleRules? {
    guard let fields = reader.fields(node, of: "ten_van_ban", known: ["gach", "trich_yeu_hoa_dau"]) else { return nil }
    return TitleRules(
      mark: part(fields, "gach", underline) ?? .none,
      capitalizesAbstract: fields["trich_yeu_hoa_dau"].flatMap(reader.flag) ?? false)
  }

  private func appendices(_ node: YAMLNode) -> AppendixRules? {
    guard let fields = reader.fields(node, of: "phu_luc", known: ["kem_theo"]) else { return nil }
    return AppendixRules(belongsTo: text(fields, "kem_theo"))
  }

  /// `khong`, `{chu: "*"}` or `{ke: 0.4}`.
  private func underline(_ node: YAMLNode) -> Underline? {
    if case .scalar("khong") = node.kind { return Underline.none }
    guard let fields = reader.fields(node, of: "gạch dưới", known: ["chu", "ke"]) else { return nil }
    if let text = fields["chu"].flatMap(reader.text) { return .text(text) }
    guard let rule = reader.required(fields, "ke") else { return nil }
    return reader.number(rule, in: 0.01...1).map(Underline.rule)
  }

  private func headings(_ node: YAMLNode, _ styles: [StyleName: BlockStyle]) -> [HeadingRules]? {
    reader.list(node)?.compactMap { item in
      guard let fields = reader.fields(item, of: "đề mục", known: ["kieu", "so", "sau"]) else { return nil }
      let numerals: [(String, HeadingRules.Numeral)] = [
        ("la_ma", .roman), ("thap_phan", .decimal), ("chu_cai", .letter), ("khong", .none),
      ]
      let style = StyleName(rawValue: text(fields, "kieu"))
      if styles[style] == nil, let node = fields["kieu"] {
        reader.expected(node, vi: "tên một kiểu có trong “kieu”", en: "the name of a style under “kieu”")
      }
      return HeadingRules(
        style: style, numeral: choice(fields, "so", numerals) ?? .none, suffix: text(fields, "sau"))
    }
  }

  private func lists(_ node: YAMLNode) -> ListRules? {
    guard let fields = reader.fields(node, of: "liet_ke", known: ["thut_cap", "nhu_doan"]) else { return nil }
    return ListRules(nestingIndent: length(fields, "thut_cap"), runIn: flag(fields, "nhu_doan"))
  }

  private func tables(_ node: YAMLNode) -> TableRules? {
    let keys = ["net_ke", "dem_ngang", "dem_doc", "nen_dau", "nen_nhom", "ke_dong", "cach_tren", "cach_duoi"]
    guard let fields = reader.fields(node, of: "bieu", known: keys) else { return nil }
    return TableRules(
      ruleWidth: length(fields, "net_ke"), horizontalPadding: length(fields, "dem_ngang"),
      verticalPadding: length(fields, "dem_doc"), headerFill: fields["nen_dau"].flatMap(reader.color),
      groupFill: fields["nen_nhom"].flatMap(reader.color), rowRules: flag(fields, "ke_dong"),
      spaceBefore: length(fields, "cach_tren"), spaceAfter: length(fields, "cach_duoi"))
  }

  private func closing(_ node: YAMLNode) -> ClosingRules? {
    let keys = [
      "rong_trai", "rong_phai", "nhan_noi_nhan", "ngan_cach", "ket_thuc", "cho_chu_ky", "cach_tren", "quyen_han",
      "noi_luu",
    ]
    guard let fields = reader.fields(node, of: "ket_van_ban", known: keys) else { return nil }
    return ClosingRules(
      leftWidth: length(fields, "rong_trai"), rightWidth: length(fields, "rong_phai"),
      recipientsLabel: text(fields, "nhan_noi_nhan"), separator: text(fields, "ngan_cach"),
      end: text(fields, "ket_thuc"), signatureSpace: length(fields, "cho_chu_ky"),
      spaceBefore: length(fields, "cach_tren"), authority: part(fields, "quyen_han", authority) ?? .party,
      archive: fields["noi_luu"].flatMap(reader.text) ?? "")
  }

  private func authority(_ node: YAMLNode) -> AuthorityMarks? {
    let keys = ["thay_mat", "ky_thay", "thua_lenh", "thua_uy_quyen", "quyen"]
    guard let fields = reader.fields(node, of: "quyen_han", known: keys) else { return nil }
    return AuthorityMarks(
      onBehalf: text(fields, "thay_mat"), forHead: text(fields, "ky_thay"), byOrder: text(fields, "thua_lenh"),
      authorised: text(fields, "thua_uy_quyen"), acting: text(fields, "quyen"))
  }

  private func numbers(_ node: YAMLNode) -> NumberRules? {
    let keys = ["mau", "cho_trong", "loai_cong_van", "kinh_gui", "kinh_trinh", "trich_yeu_cong_van", "dau_ket"]
    guard let fields = reader.fields(node, of: "so_ky_hieu", known: keys) else { return nil }
    let pattern = text(fields, "mau")
    if let node = fields["mau"], !["{so}", "{loai}", "{co_quan}"].allSatisfy({ Self.holds(pattern, $0) }) {
      reader.expected(node, vi: "mẫu có đủ {so}, {loai}, {co_quan}", en: "a pattern with {so}, {loai} and {co_quan}")
    }
    return NumberRules(
      pattern: pattern, blank: text(fields, "cho_trong"), letterSalutation: text(fields, "kinh_gui"),
      submissionSalutation: text(fields, "kinh_trinh"), letterAbstractPrefix: text(fields, "trich_yeu_cong_van"),
      endMark: text(fields, "dau_ket"), letterCode: text(fields, "loai_cong_van"))
  }

  /// Whether a place stands in a pattern. By bytes: the search of the library for any text costs more than the rest of this part.
  private static func holds(_ pattern: String, _ place: String) -> Bool {
    let (pattern, place) = (Array(pattern.utf8), Array(place.utf8))
    return pattern.indices.contains { pattern[$0...].starts(with: place) }
  }

  // MARK: Values

  private func part<Value>(_ fields: YAMLFields, _ key: String, _ decode: (YAMLNode) -> Value?) -> Value? {
    reader.required(fields, key).flatMap(decode)
  }

  private func text(_ fields: YAMLFields, _ key: String) -> String {
    reader.required(fields, key).flatMap(reader.text) ?? ""
  }

  private func flag(_ fields: YAMLFields, _ key: String) -> Bool {
    reader.required(fields, key).flatMap(reader.flag) ?? false
  }

  private func length(_ fields: YAMLFields, _ key: String) -> Length {
    reader.required(fields, key).flatMap(reader.length) ?? .zero
  }

  private func count(_ fields: YAMLFields, _ key: String) -> Int {
    reader.required(fields, key).flatMap { reader.integer($0, in: 0...20) } ?? 0
  }

  private func choice<Value>(_ fields: YAMLFields, _ key: String, _ words: [(String, Value)]) -> Value? {
    reader.required(fields, key).flatMap { reader.choice($0, words) }
  }
}

extension Margins {
  fileprivate static let neutral = Margins(top: .zero, bottom: .zero, left: .zero, right: .zero)
}

extension PageRules {
  fileprivate static let neutral = PageRules(
    size: .a4, front: .neutral, back: .neutral, landscape: .neutral, duplex: false, numberFromTop: .zero,
    numberCentre: .text, firstPageNumbered: false, appendixNumbering: .own, orphans: 0, widows: 0, linesBeforeClosing: 0
  )
}

extension LetterheadRules {
  fileprivate static let neutral = LetterheadRules(
    leftWidth: .zero, rightWidth: .zero, title: "", motto: nil, titleMark: .none, issuerMark: .none,
    dateRow: .underTitle, boxedMarks: false, ruleWidth: .zero, ruleGap: .zero)
}

extension TableRules {
  fileprivate static let neutral = TableRules(
    ruleWidth: .zero, horizontalPadding: .zero, verticalPadding: .zero, headerFill: nil, groupFill: nil, rowRules: true,
    spaceBefore: .zero, spaceAfter: .zero)
}

extension ClosingRules {
  fileprivate static let neutral = ClosingRules(
    leftWidth: .zero, rightWidth: .zero, recipientsLabel: "", separator: "", end: "", signatureSpace: .zero,
    spaceBefore: .zero)
}

extension NumberRules {
  fileprivate static let neutral = NumberRules(
    pattern: "", blank: "", letterSalutation: "", submissionSalutation: "", letterAbstractPrefix: "", endMark: "")
}
