internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Graphics

/// A ```` ```bang ```` block -> table node.
struct TableCompiler {
  let session: CompileSession
  let scope: Scope
  let span: Span

  static let keys = [
    "du_lieu", "dong", "ten", "nhan", "dvt", "so_cot", "lap_tieu_de", "cot", "nhom_theo", "nhom_ten", "stt_theo_nhom",
    "cong_nhom", "cong_nhom_ten", "tong", "cong_trang", "luy_ke", "loc", "gioi_han", "ghi_chu", "rong_khi_trong",
  ]
  /// Keys that mean something only with rows from a list.
  private static let listKeys = [
    "nhom_theo", "nhom_ten", "stt_theo_nhom", "cong_nhom", "cong_nhom_ten", "tong", "cong_trang", "luy_ke", "loc",
    "gioi_han",
  ]

  func compile(_ body: SourceText) -> TableNode? {
    guard let block = YAMLBlock(body, of: "bang", keys: Self.keys, session: session, span: span) else { return nil }
    guard let node = block.fields["cot"] else {
      session.sink.error(span, "thieu-khoa", vi: "bang thiếu khóa “cot”", en: "bang lacks the key “cot”")
      return nil
    }
    let columns = ColumnCompiler(session: session, block: block, scope: scope)
    guard let (leaves, header) = columns.compile(node), !leaves.isEmpty else { return nil }
    guard let body = self.body(block, leaves) else { return nil }
    return TableNode(
      columns: leaves.map(\.column), header: header, columnNumbers: columnNumbers(block, leaves.count),
      texts: texts(block), label: block.label(span), body: body)
  }

  private func texts(_ block: YAMLBlock) -> TableTexts {
    TableTexts(
      caption: block.inlines("ten", scope), unit: block.inlines("dvt", scope),
      continued: block.inlines("lap_tieu_de", scope), note: block.inlines("ghi_chu", scope),
      whenEmpty: block.inlines("rong_khi_trong", scope))
  }

  /// `co`, or the texts themselves: `["1", "2", "3 = 2:1"]`.
  private func columnNumbers(_ block: YAMLBlock, _ count: Int) -> [String] {
    guard let node = block.fields["so_cot"] else { return [] }
    guard case .sequence(let items) = node.kind else {
      return block.flag(node) == true ? (1...count).map(String.init) : []
    }
    guard items.count == count else {
      block.wrong(node, vi: "\(count) số cột", en: "\(count) column numbers")
      return []
    }
    return items.map { item in
      if case .scalar(let text) = item.kind { return text }
      return ""
    }
  }

  private func body(_ block: YAMLBlock, _ leaves: [ColumnCompiler.Leaf]) -> TableBody? {
    guard let rows = block.fields["dong"] else {
      return TableListCompiler(session: session, block: block, scope: scope, span: span).compile(leaves).map {
        .list($0)
      }
    }
    for key in Self.listKeys + ["du_lieu"] where block.fields[key] != nil {
      session.sink.error(
        block.fields.keySpan(key) ?? span, "khoa-khong-hop", vi: "bảng có “dong” thì không dùng “\(key)”",
        en: "a table with “dong” has no “\(key)”")
      return nil
    }
    return WrittenRowCompiler(session: session, block: block, scope: scope, columns: leaves.count).compile(rows)
      .map { .rows($0) }
  }
}

/// The `cot` list: columns, perhaps under common headings -> leaves and header rows.
struct ColumnCompiler {
  /// A column that has cells.
  struct Leaf {
    var column: TableColumn
    var fields: YAMLFields
  }

  let session: CompileSession
  let block: YAMLBlock
  let scope: Scope

  static let keys = ["ten", "gia_tri", "rong", "can", "cong", "ma", "tong_gia_tri", "xoay", "cot"]
  /// Deepest nesting of headings, and most columns.
  static let maximumDepth = 5
  static let maximumColumns = 60

  /// A heading on its way to the header.
  private indirect enum Heading {
    case leaf(YAMLFields)
    case group(YAMLFields, [Heading])

    var depth: Int {
      switch self {
      case .leaf: 1
      case .group(_, let inner): 1 + (inner.map(\.depth).max() ?? 0)
      }
    }

    var leaves: [YAMLFields] {
      switch self {
      case .leaf(let fields): [fields]
      case .group(_, let inner): inner.flatMap(\.leaves)
      }
    }

    var fields: YAMLFields {
      switch self {
      case .leaf(let fields), .group(let fields, _): fields
      }
    }
  }

  func compile(_ node: YAMLNode) -> (leaves: [Leaf], header: [[HeaderNode]])? {
    guard let headings = headings(node, level: 1) else { return nil }
    let leaves = headings.flatMap(\.leaves)
    guard (1...Self.maximumColumns).contains(leaves.count) else {
      block.wrong(node, vi: "từ 1 đến \(Self.maximumColumns) cột", en: "1 to \(Self.maximumColumns) columns")
      return nil
    }
    var header: [[HeaderNode]] = Array(repeating: [], count: headings.map(\.depth).max() ?? 1)
    for heading in headings { place(heading, row: 0, in: &header) }
    return (leaves.map { Leaf(column: column($0), fields: $0) }, header)
  }

  private func headings(_ node: YAMLNode, level: Int) -> [Heading]? {
    guard level <= Self.maximumDepth else {
      block.wrong(node, vi: "nhiều nhất \(Self.maximumDepth) tầng tiêu đề", en: "at most \(Self.maximumDepth) levels")
      return nil
    }
    return block.list(node)?.compactMap { item in
      guard let fields = block.fields(item, of: "cột", keys: Self.keys) else { return nil }
      guard let inner = fields["cot"] else { return .leaf(fields) }
      for key in ["gia_tri", "cong", "ma", "tong_gia_tri", "rong", "can"] where fields[key] != nil {
        session.sink.error(
          fields.keySpan(key) ?? fields.span, "khoa-khong-hop", vi: "cột có “cot” bên trong thì không dùng “\(key)”",
          en: "a column with columns inside has no “\(key)”")
      }
      return headings(inner, level: level + 1).map { .group(fields, $0) }
    }
  }

  private func place(_ heading: Heading, row: Int, in header: inout [[HeaderNode]]) {
    let fields = heading.fields
    let rotated = fields["xoay"].flatMap(block.flag) ?? false
    let isLeaf =
      if case .leaf = heading { true } else { false }
    header[row].append(
      HeaderNode(
        inlines: fields["ten"].map { block.inlines($0, scope) } ?? [], columns: max(1, heading.leaves.count),
        rows: isLeaf ? header.count - row : 1, rotated: rotated))
    if case .group(_, let inner) = heading {
      for heading in inner { place(heading, row: row + 1, in: &header) }
    }
  }

  private func column(_ fields: YAMLFields) -> TableColumn {
    let alignments: [(String, TableColumn.Alignment)] = [
      ("trai", .left), ("giua", .center), ("phai", .right), ("deu", .justified), ("thap_phan", .decimal),
    ]
    return TableColumn(
      width: fields["rong"].flatMap(width) ?? .automatic,
      alignment: fields["can"].flatMap { block.choice($0, alignments) } ?? .left)
  }

  /// `15mm`, or `30%` as a share of what fixed columns leave.
  private func width(_ node: YAMLNode) -> TableColumn.Width? {
    if case .scalar(let text) = node.kind, text.hasSuffix("%") {
      guard let share = Double(text.dropLast()), share > 0, share <= 100 else {
        block.wrong(node, vi: "phần trăm từ 1% đến 100%", en: "a percentage from 1% to 100%")
        return nil
      }
      return .share(share)
    }
    guard let length = block.length(node) else { return nil }
    guard length > .zero else {
      block.wrong(node, vi: "độ rộng lớn hơn 0", en: "a width above 0")
      return nil
    }
    return .fixed(length)
  }
}

/// The `dong` list: rows written out.
struct WrittenRowCompiler {
  let session: CompileSession
  let block: YAMLBlock
  let scope: Scope
  let columns: Int

  private static let kinds: [(String, TableRow.Kind)] = [
    ("thuong", .body), ("nhom", .group), ("cong", .subtotal), ("tong", .total),
  ]

  func compile(_ node: YAMLNode) -> [WrittenRow]? {
    block.list(node)?.compactMap(row)
  }

  private func row(_ node: YAMLNode) -> WrittenRow? {
    switch node.kind {
    case .scalar:
      let name = WrittenRow.Cell(content: block.inlines(node, scope).cell, columns: columns, alignment: .left)
      return WrittenRow(kind: .group, condition: nil, cells: [name])
    case .sequence(let items):
      return counted(node, WrittenRow(kind: .body, condition: nil, cells: items.compactMap(cell)))
    case .mapping:
      guard let fields = block.fields(node, of: "dòng", keys: ["o", "loai", "neu"]) else { return nil }
      guard let cells = fields["o"].flatMap(block.list) else {
        block.wrong(node, vi: "các ô: “o: [ … ]”", en: "cells: “o: [ … ]”")
        return nil
      }
      let kind = fields["loai"].flatMap { block.choice($0, Self.kinds) } ?? .body
      let condition = fields["neu"].flatMap { block.expression($0, scope) }?.expression
      return counted(node, WrittenRow(kind: kind, condition: condition, cells: cells.compactMap(cell)))
    }
  }

  private func counted(_ node: YAMLNode, _ row: WrittenRow) -> WrittenRow? {
    let count = row.cells.reduce(0) { $0 + $1.columns }
    guard count != columns else { return row }
    session.sink.error(
      node.span, "sai-so-o", vi: "dòng có \(count) ô, bảng có \(columns) cột",
      en: "the row has \(count) cells and the table \(columns) columns")
    return nil
  }

  private func cell(_ node: YAMLNode) -> WrittenRow.Cell? {
    guard case .mapping = node.kind else {
      return WrittenRow.Cell(content: block.inlines(node, scope).cell, columns: 1, alignment: nil)
    }
    guard let fields = block.fields(node, of: "ô", keys: ["chu", "gop", "can"]) else { return nil }
    let alignments: [(String, TableColumn.Alignment)] = [("trai", .left), ("giua", .center), ("phai", .right)]
    let span = fields["gop"].flatMap(block.count) ?? 1
    guard (1...columns).contains(span) else {
      block.wrong(node, vi: "gop từ 1 đến \(columns)", en: "gop from 1 to \(columns)")
      return nil
    }
    return WrittenRow.Cell(
      content: fields["chu"].map { block.inlines($0, scope).cell } ?? .text([]), columns: span,
      alignment: fields["can"].flatMap { block.choice($0, alignments) })
  }
}
