internal import Configuration
internal import Documents
internal import Facts
internal import Findings

/// A ```` ```bieu_do ```` block -> chart node.
struct ChartCompiler {
  let session: CompileSession
  let scope: Scope
  let span: Span

  static let keys = [
    "kieu", "du_lieu", "nhan_muc", "chuoi", "ten", "don_vi", "cao", "nhan", "gioi_han",
  ]
  static let kinds: [(String, Chart.Kind)] = [
    ("cot", .bars), ("cot_chong", .stackedBars), ("thanh_ngang", .horizontalBars), ("duong", .lines), ("tron", .pie),
    ("vanh", .ring),
  ]

  func compile(_ body: SourceText) -> ChartNode? {
    guard let block = YAMLBlock(body, of: "bieu_do", keys: Self.keys, session: session, span: span) else { return nil }
    let kind = required(block, "kieu").flatMap { block.choice($0, Self.kinds) }
    let height = block.fields["cao"].flatMap(block.length)
    guard let (loop, inner) = block.rows("du_lieu", span, scope) else { return nil }
    let category = required(block, "nhan_muc").flatMap(block.scalar)
      .map { TextCompiler(session: session).compile($0, in: inner) }
    let series = required(block, "chuoi").flatMap(block.list)?.compactMap { self.series($0, block, inner) }
    guard let kind, let category, let series, !series.isEmpty else { return nil }
    if kind == .pie || kind == .ring, series.count > 1, let node = block.fields["chuoi"] {
      block.wrong(node, vi: "một chuỗi: biểu đồ tròn chỉ có một", en: "one series: a pie has only one")
    }
    return ChartNode(
      kind: kind, loop: loop, category: category, series: series, unit: block.plain("don_vi", scope),
      caption: block.inlines("ten", scope), label: block.label(span), height: height)
  }

  private func required(_ block: YAMLBlock, _ key: String) -> YAMLNode? {
    if let node = block.fields[key] { return node }
    session.sink.error(span, "thieu-khoa", vi: "bieu_do thiếu khóa “\(key)”", en: "bieu_do lacks the key “\(key)”")
    return nil
  }

  private func series(_ node: YAMLNode, _ block: YAMLBlock, _ inner: Scope) -> ChartNode.Series? {
    guard let fields = block.fields(node, of: "chuỗi", keys: ["ten", "gia_tri", "nhan"]) else { return nil }
    guard let value = fields["gia_tri"] else {
      session.sink.error(node.span, "thieu-khoa", vi: "chuỗi thiếu khóa “gia_tri”", en: "the series lacks “gia_tri”")
      return nil
    }
    guard let typed = block.expression(value, inner) else { return nil }
    guard FactKind.numbers.contains(typed.type.kind) else {
      session.sink.error(
        value.span, "sai-kieu", vi: "“gia_tri” của biểu đồ phải là số, ở đây là \(typed.type.name)",
        en: "the value of a chart must be a number; this is \(typed.type.englishName)",
        hint: Message(
          vi: "bỏ bộ lọc ở gia_tri; cách in số ghi ở “nhan”",
          en: "leave filters out of gia_tri; “nhan” says how it prints"))
      return nil
    }
    let text = TextCompiler(session: session)
    return ChartNode.Series(
      name: fields["ten"].flatMap(block.scalar).map { text.compile($0, in: scope) } ?? [], value: typed.expression,
      label: fields["nhan"].flatMap(block.scalar).map { .text(text.compile($0, in: inner)) } ?? .value(typed.expression)
    )
  }
}
