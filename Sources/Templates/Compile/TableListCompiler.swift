internal import Configuration
internal import Documents
internal import Facts
internal import Findings

/// The part of a table whose rows come from a list: cells, groups, sums.
struct TableListCompiler {
  let session: CompileSession
  let block: YAMLBlock
  let scope: Scope
  let span: Span

  private var sink: FindingSink { session.sink }

  func compile(_ leaves: [ColumnCompiler.Leaf]) -> TableList? {
    guard let (loop, inner) = block.rows("du_lieu", span, scope) else { return nil }
    let filter = block.fields["loc"].flatMap { block.expression($0, inner) }?.expression
    let cells = leaves.map { cell($0, inner) }
    let sums = sums(leaves, inner)
    let total = block.fields["tong"].map { block.inlines($0, scope) }
    let group = group(inner)
    let pageSubtotal = block.word("cong_trang") ?? block.word("luy_ke")
    checkPageSums()
    checkSums(sums, isNeeded: total != nil || pageSubtotal != nil || group?.printsSums == true)
    return TableList(
      loop: loop, filter: filter, cells: cells, group: group, sums: sums, total: total, pageSubtotal: pageSubtotal,
      isRunningSubtotal: block.fields["luy_ke"] != nil)
  }

  private func checkPageSums() {
    guard block.fields["cong_trang"] != nil, block.fields["luy_ke"] != nil else { return }
    sink.error(
      block.fields.keySpan("luy_ke") ?? span, "khoa-khong-hop",
      vi: "bảng có “cong_trang” thì không dùng “luy_ke”: mỗi trang chỉ có một dòng cộng",
      en: "a table with “cong_trang” has no “luy_ke”: a page has one row of sums")
  }

  private func checkSums(_ sums: TableSums?, isNeeded: Bool) {
    guard isNeeded else { return }
    if let sums { if sums.labelColumns == 0 { missingLabel() } } else { missingSums() }
  }

  private func missingSums() {
    sink.error(
      span, "khong-co-cot-cong", vi: "bảng có dòng cộng nhưng không cột nào có “cong: co”",
      en: "the table has a total row but no column has “cong: co”")
  }

  private func missingLabel() {
    sink.error(
      span, "khong-co-cho-nhan", vi: "cột đầu tiên là cột cộng: không có chỗ ghi chữ “Tổng cộng”",
      en: "the first column is summed: there is no room for the words of the total row",
      hint: Message(vi: "thêm một cột tên ở trước", en: "put a column with names before it"))
  }

  private func cell(_ leaf: ColumnCompiler.Leaf, _ inner: Scope) -> CellNode {
    guard let node = leaf.fields["gia_tri"] else {
      sink.error(leaf.fields.span, "thieu-khoa", vi: "cột thiếu khóa “gia_tri”", en: "the column lacks “gia_tri”")
      return .text([])
    }
    return block.inlines(node, inner).cell
  }

  // MARK: Groups

  /// What a group row can say of its group.
  static let groupType = RecordType(
    "nhom",
    [
      .init("stt", .integer, "số thứ tự của nhóm"), .init("chu", .text, "A, B, C…"),
      .init("la_ma", .text, "I, II, III…"),
      .init("ten", .text, "giá trị của nhom_theo"), .init("so_dong", .integer, "số dòng trong nhóm"),
    ])

  private func group(_ inner: Scope) -> TableGroup? {
    guard let node = block.fields["nhom_theo"], let key = block.expression(node, inner) else { return nil }
    guard FactKind.printable.contains(key.type.kind) else {
      block.wrong(node, vi: "một trường có thể in được", en: "a field that can be printed")
      return nil
    }
    var named = inner
    let slot = named.bind("nhom", .record(Self.groupType))
    session.note(named)
    let name = block.fields["nhom_ten"].map { block.inlines($0, named) } ?? Self.defaultName(slot)
    return TableGroup(
      key: key.expression, name: name, slot: slot,
      restartsNumbers: block.fields["stt_theo_nhom"].flatMap(block.flag) ?? false, sums: groupSums(named))
  }

  /// “A. Đảng bộ cơ sở”
  private static func defaultName(_ slot: Int) -> [InlineNode] {
    let span = Span(SourceFile(path: "", text: ""), 0, 0)
    return [
      .value(.field(slot: slot, 1), .plain, span), .text(". ", .plain), .value(.field(slot: slot, 3), .plain, span),
    ]
  }

  private func groupSums(_ named: Scope) -> TableGroup.Sums {
    guard let node = block.fields["cong_nhom"] else { return .none }
    enum Place { case none, above, below }
    let words: [(String, Place)] = [
      ("duoi", .below), ("tren", .above), ("co", .below), ("true", .below), ("khong", .none), ("false", .none),
    ]
    switch block.choice(node, words) {
    case .above: return .above
    case .below:
      let name = block.fields["cong_nhom_ten"].map { block.inlines($0, named) }
      return .below(name ?? [.text(session.sources.labels.wording.subtotal, .plain)])
    default: return .none
    }
  }

  // MARK: Sums

  /// A summed column on its way.
  private struct Summed {
    var index: Int
    var code: String
    var value: TypedExpression
    /// The filters of the cell, to print the sum by.
    var filters: [ExpressionSyntax.FilterUse]
  }

  private func sums(_ leaves: [ColumnCompiler.Leaf], _ inner: Scope) -> TableSums? {
    let summed = leaves.enumerated().compactMap { index, leaf in self.summed(index, leaf, inner) }
    guard !summed.isEmpty else {
      for leaf in leaves where leaf.fields["tong_gia_tri"] != nil { missingSums() }
      return nil
    }
    let fields = summed.map { RecordType.Field($0.code, $0.value.type, "tổng của cột") }
    let type = RecordType("tong", fields + [.init("so_dong", .integer, "số dòng")])
    var total = scope
    let slot = total.bind("tong", .record(type))
    var columns: [TableSums.Column] = []
    var cells: [CellNode?] = Array(repeating: nil, count: leaves.count)
    for column in summed {
      let sumSlot = total.bind("\u{0}\(column.index)", column.value.type)
      columns.append(
        .init(
          column: column.index, value: column.value.expression, slot: sumSlot,
          isWhole: column.value.type.kind != .decimal))
    }
    session.note(total)
    for column in summed { cells[column.index] = sumCell(column, total) }
    for (index, leaf) in leaves.enumerated() {
      if let node = leaf.fields["tong_gia_tri"] { cells[index] = block.inlines(node, total).cell }
    }
    let labelColumns = cells.firstIndex { $0 != nil } ?? 0
    return TableSums(columns: columns, type: type, slot: slot, cells: cells, labelColumns: labelColumns)
  }

  private func summed(_ index: Int, _ leaf: ColumnCompiler.Leaf, _ inner: Scope) -> Summed? {
    guard leaf.fields["cong"].flatMap(block.flag) == true, let node = leaf.fields["gia_tri"], let text = node.text
    else {
      return nil
    }
    // Already checked with the cell: what is wrong there need not be said again.
    let quiet = FindingSink()
    guard let source = TextCompiler.loneSource(text), var syntax = ExpressionParser.parse(source, sink: quiet) else {
      notSummable(node)
      return nil
    }
    var filters: [ExpressionSyntax.FilterUse] = []
    while true {
      guard let value = ExpressionCompiler(sink: quiet).compile(syntax, in: inner) else { return nil }
      if [.integer, .money, .decimal].contains(value.type.kind) {
        return Summed(
          index: index, code: code(leaf, syntax, index), value: value, filters: filters.reversed())
      }
      guard case .filter(let operand, let use, _) = syntax else {
        notSummable(node)
        return nil
      }
      filters.append(use)
      syntax = operand
    }
  }

  /// `ma`, or the last name of the path summed.
  private func code(_ leaf: ColumnCompiler.Leaf, _ syntax: ExpressionSyntax, _ index: Int) -> String {
    if case .scalar(let code)? = leaf.fields["ma"]?.kind { return code }
    if case .path(let names, _) = syntax, let last = names.last { return last.text }
    return "cot_\(index + 1)"
  }

  private func notSummable(_ node: YAMLNode) {
    sink.error(
      node.span, "khong-cong-duoc", vi: "cột này không cộng được: cần đúng một số nguyên, số thập phân hoặc số tiền",
      en: "this column cannot be summed: it needs one whole, decimal or money value",
      hint: Message(
        vi: "cột tỷ lệ dùng tong_gia_tri: \"{{ tong.a | phan_tram: tong.b, 2 }}\"",
        en: "for shares use tong_gia_tri: \"{{ tong.a | phan_tram: tong.b, 2 }}\""))
  }

  /// The sum, through the filters its cells go through.
  private func sumCell(_ column: Summed, _ total: Scope) -> CellNode? {
    let span = column.value.span
    var syntax = ExpressionSyntax.path([.init(text: "\u{0}\(column.index)", span: span)], span)
    for use in column.filters { syntax = .filter(syntax, use, span) }
    let quiet = FindingSink()
    guard let value = ExpressionCompiler(sink: quiet).compile(syntax, in: total) else {
      sink.report(contentsOf: quiet.findings)
      return nil
    }
    return .value(value.expression)
  }
}

extension TableGroup {
  fileprivate var printsSums: Bool {
    if case .none = sums { return false }
    return true
  }
}
