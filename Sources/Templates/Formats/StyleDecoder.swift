internal import Configuration
internal import Documents
internal import Findings
internal import Graphics
internal import Vietnamese

/// The `kieu` part of a format: block styles by name, each on its own or like another one (`nhu`).
struct StyleDecoder {
  let reader: YAMLReader

  /// Styles every format must have; an office may add its own.
  static let required: [StyleName] = [
    .body, .nationalTitle, .motto, .superior, .issuer, .star, .number, .placeAndDate, .documentType, .abstract,
    .separator, .letterAbstract, .heading1, .heading2, .heading3, .heading4, .partNumber, .partName, .listItem, .quote,
    .legalBasis, .salutation, .addressee, .authority, .post, .signer, .recipientsLabel, .recipient, .urgency,
    .circulation, .draft, .typist, .contact, .pageNumber, .runningHead, .appendixHeading, .appendixTitle,
    .appendixReference, .caption, .tableCaption,
    .tableUnit, .tableHeader, .tableCell, .tableNote, .chartLabel, .footnote, .contents,
  ]

  private static let keys = [
    "nhu", "co", "dam", "nghieng", "gach_chan", "hoa", "can", "thut_dong_dau", "thut_trai", "thut_phai", "gian_dong",
    "cach_tren", "cach_duoi", "co_gian", "dinh_sau", "khong_tach", "diem_dung",
  ]

  private static let alignments: [(String, BlockStyle.Alignment)] = [
    ("trai", .left), ("giua", .center), ("phai", .right), ("deu", .justified),
  ]

  func styles(_ node: YAMLNode) -> [StyleName: BlockStyle]? {
    guard case .mapping(let entries) = node.kind else {
      reader.expected(node, vi: "các kiểu, mỗi kiểu một dòng", en: "styles, one a line")
      return nil
    }
    var styles: [StyleName: BlockStyle] = [:]
    for entry in entries { _ = style(entry, entries, &styles, chain: []) }
    let missing = Self.required.filter { styles[$0] == nil && !entries.map(\.key).contains($0.rawValue) }
    if !missing.isEmpty { lacks(node, missing) }
    return styles
  }

  private func lacks(_ node: YAMLNode, _ missing: [StyleName]) {
    let names = missing.map(\.rawValue).joined(separator: ", ")
    reader.report(
      node.span.finding(
        "thieu-kieu", Message(vi: "thể thức thiếu kiểu: \(names)", en: "the format lacks styles: \(names)")))
  }

  private func style(
    _ entry: YAMLEntry, _ entries: [YAMLEntry], _ styles: inout [StyleName: BlockStyle], chain: [String]
  ) -> BlockStyle? {
    let name = StyleName(rawValue: entry.key)
    if let known = styles[name] { return known }
    guard let fields = reader.fields(entry.value, of: "kiểu \(entry.key)", known: Self.keys) else { return nil }
    guard let base = base(fields, entries, &styles, chain: chain + [entry.key]) else { return nil }
    let style = decode(fields, base)
    styles[name] = style
    return style
  }

  /// The style named by `nhu`, or a plain one of the size given.
  private func base(
    _ fields: YAMLFields, _ entries: [YAMLEntry], _ styles: inout [StyleName: BlockStyle], chain: [String]
  ) -> BlockStyle? {
    guard let like = fields["nhu"] else {
      guard let size = reader.required(fields, "co") else { return nil }
      return reader.length(size).map { BlockStyle(size: $0) }
    }
    guard let name = reader.text(like) else { return nil }
    guard !chain.contains(name), let entry = entries.first(where: { $0.key == name }) else {
      let near = Nearest.suggest(name, among: entries.map(\.key).filter { !chain.contains($0) })
      reader.report(
        like.span.finding(
          "kieu-khong-biet",
          Message(vi: "không có kiểu “\(name)” để làm gốc", en: "there is no style “\(name)” to begin from"),
          hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }))
      return nil
    }
    return style(entry, entries, &styles, chain: chain)
  }

  private func decode(_ fields: YAMLFields, _ base: BlockStyle) -> BlockStyle {
    var style = base
    set(&style.size, fields["co"], reader.length)
    set(&style.bold, fields["dam"], reader.flag)
    set(&style.italic, fields["nghieng"], reader.flag)
    set(&style.underline, fields["gach_chan"], reader.flag)
    set(&style.capitals, fields["hoa"], reader.flag)
    set(&style.alignment, fields["can"]) { reader.choice($0, Self.alignments) }
    set(&style.firstLineIndent, fields["thut_dong_dau"], reader.length)
    set(&style.leftIndent, fields["thut_trai"], reader.length)
    set(&style.rightIndent, fields["thut_phai"], reader.length)
    set(&style.pitch, fields["gian_dong"], pitch)
    set(&style.spaceBefore, fields["cach_tren"], reader.length)
    set(&style.spaceAfter, fields["cach_duoi"], reader.length)
    set(&style.stretch, fields["co_gian"], reader.length)
    set(&style.keepWithNext, fields["dinh_sau"], reader.flag)
    set(&style.keepTogether, fields["khong_tach"], reader.flag)
    set(&style.tabs, fields["diem_dung"]) { TabDecoder(reader: reader).tabs($0) }
    return style
  }

  /// With a unit: exactly that; a bare number: that many times the face's own pitch.
  private func pitch(_ node: YAMLNode) -> BlockStyle.Pitch? {
    guard case .scalar(let text) = node.kind, let last = text.last, last.isLetter else {
      return reader.number(node, in: 0.5...4).map(BlockStyle.Pitch.multiple)
    }
    return reader.length(node).map(BlockStyle.Pitch.exactly)
  }

  private func set<Value>(_ value: inout Value, _ node: YAMLNode?, _ read: (YAMLNode) -> Value?) {
    if let node, let new = read(node) { value = new }
  }
}
