internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Vietnamese

/// Rows of a table as they are made, with the running sums.
private struct TableRows {
  var rows: [TableRow] = []
  var total: [Fact]
  /// For each page subtotal column, a value a row.
  var pageValues: [[Int]]
}

extension Evaluator {
  mutating func table(_ node: TableNode) -> Table {
    var subtotal: PageSubtotal?
    var rows: [TableRow]
    switch node.body {
    case .rows(let written): rows = written.compactMap { row($0) }
    case .list(let list): (rows, subtotal) = self.rows(list, columns: node.columns.count)
    }
    if rows.isEmpty, !node.whenEmpty.isEmpty {
      let text = inlines(node.whenEmpty, plain)
      rows = [TableRow(.body, [.span(text, columns: node.columns.count, alignment: .center)])]
    }
    return Table(
      columns: node.columns,
      header: node.header.map { row in
        row.map { HeaderCell(inlines($0.inlines, plain), columns: $0.columns, rows: $0.rows, rotated: $0.rotated) }
      }, columnNumbers: node.columnNumbers, rows: rows, caption: inlines(node.caption, plain),
      unit: inlines(node.unit, plain), continued: inlines(node.continued, plain), note: inlines(node.note, plain),
      label: node.label, pageSubtotal: subtotal)
  }

  mutating func staticTable(_ columns: [TableColumn], _ rows: [[[InlineNode]]]) -> Table {
    let header = rows.first.map { [$0.map { HeaderCell(inlines($0, plain)) }] } ?? []
    let body = rows.dropFirst().map { cells in TableRow(.body, cells.map { cell($0.cell) }) }
    return Table(columns: columns, header: header, rows: body)
  }

  // MARK: Cells

  private mutating func cell(_ node: CellNode) -> TableCell {
    switch node {
    case .value(let expression):
      let fact = value(expression)
      switch fact {
      case .missing: return .empty
      case .text(let text, let source): return .text(clean(text, source), origin(source))
      default: return .text(fact.printed(plain), nil)
      }
    case .text(let nodes): return .text(text(nodes, plain), nil)
    case .rich(let nodes): return .rich(inlines(nodes, plain))
    }
  }

  private mutating func row(_ written: WrittenRow) -> TableRow? {
    if let condition = written.condition, !isTrue(condition) { return nil }
    return TableRow(written.kind, written.cells.map { spanned($0) })
  }

  private mutating func spanned(_ cell: WrittenRow.Cell) -> TableCell {
    guard cell.columns > 1 || cell.alignment != nil else { return self.cell(cell.content) }
    let inlines: [Inline] =
      switch cell.content {
      case .rich(let nodes): self.inlines(nodes, plain)
      case .text(let nodes): [.plain(text(nodes, plain))]
      case .value(let expression): [.plain(clean(value(expression).printed(plain), nil))]
      }
    return .span(inlines, columns: cell.columns, alignment: cell.alignment ?? .left)
  }

  // MARK: Rows of a list

  private mutating func rows(_ list: TableList, columns: Int) -> (rows: [TableRow], subtotal: PageSubtotal?) {
    let outer = (slots[list.loop.slot], loops[list.loop.counter])
    defer { (slots[list.loop.slot], loops[list.loop.counter]) = outer }
    let elements = kept(list)
    var out = TableRows(
      total: Array(repeating: .missing, count: list.sums?.columns.count ?? 0),
      pageValues: Array(repeating: [], count: list.pageSubtotal == nil ? 0 : list.sums?.columns.count ?? 0))
    out.rows.reserveCapacity(elements.count + 2)
    if let group = list.group {
      addGroups(list, group, elements, columns: columns, to: &out)
    } else {
      loops[list.loop.counter] = LoopState(number: 0, count: elements.count)
      _ = addRows(list, elements[...], to: &out)
    }
    if let total = list.total, let sums = list.sums, !elements.isEmpty {
      let label = inlines(total, plain)
      add(.total, label, sums, out.total, count: elements.count, columns: columns, to: &out)
    }
    return (out.rows, pageSubtotal(list, out))
  }

  private mutating func kept(_ list: TableList) -> [Fact] {
    let elements = Array(value(list.loop.list).elements)
    var kept = elements
    if let filter = list.filter {
      kept = []
      for element in elements {
        slots[list.loop.slot] = element
        if isTrue(filter) { kept.append(element) }
      }
    }
    guard let limit = list.loop.limit, case .integer(let count, _) = value(limit) else { return kept }
    return Array(kept.prefix(max(0, count)))
  }

  /// Adds a row for each element; gives the sums of these rows.
  private mutating func addRows(_ list: TableList, _ elements: ArraySlice<Fact>, to out: inout TableRows) -> [Fact] {
    var sums: [Fact] = Array(repeating: .missing, count: out.total.count)
    for element in elements {
      guard step(list.loop.span, bytes: 16 * list.cells.count) else { break }
      loops[list.loop.counter].number += 1
      slots[list.loop.slot] = element
      var cells: [TableCell] = []
      cells.reserveCapacity(list.cells.count)
      for node in list.cells { cells.append(cell(node)) }
      out.rows.append(TableRow(.body, cells))
      if let columns = list.sums?.columns { add(columns, list, to: &sums, &out) }
    }
    return sums
  }

  private mutating func add(
    _ columns: [TableSums.Column], _ list: TableList, to sums: inout [Fact], _ out: inout TableRows
  ) {
    for (index, column) in columns.enumerated() {
      let fact = value(column.value)
      sums[index] = sum(sums[index], fact, list.loop.span)
      out.total[index] = sum(out.total[index], fact, list.loop.span)
      if out.pageValues.indices.contains(index) { out.pageValues[index].append(fact.wholeAmount) }
    }
  }

  private mutating func sum(_ left: Fact, _ right: Fact, _ span: Span) -> Fact {
    if let sum = left.plus(right) { return sum }
    report(
      span, "cong-tran-so", .error,
      Message(vi: "tổng của một cột quá lớn", en: "the sum of a column is too large"))
    return .missing
  }

  // MARK: Groups

  private mutating func addGroups(
    _ list: TableList, _ group: TableGroup, _ elements: [Fact], columns: Int, to out: inout TableRows
  ) {
    let groups = grouped(list, group, elements)
    loops[list.loop.counter] = LoopState(number: 0, count: elements.count)
    for (index, members) in groups.enumerated() {
      if group.restartsNumbers { loops[list.loop.counter] = LoopState(number: 0, count: members.rows.count) }
      slots[list.loop.slot] = members.rows.first ?? .missing
      slots[group.slot] = .record(Self.groupRecord(index + 1, members))
      let place = out.rows.count
      out.add(groupRow(group, columns))
      let sums = addRows(list, members.rows[...], to: &out)
      guard let rules = list.sums else { continue }
      switch group.sums {
      case .none: break
      case .above:
        let row = sumRow(.group, inlines(group.name, plain), rules, sums, members.rows.count, columns)
        out.rows[place] = row
      case .below(let label):
        let text = inlines(label, plain)
        add(.subtotal, text, rules, sums, count: members.rows.count, columns: columns, to: &out)
      }
    }
  }

  private struct Members {
    var name: String
    var rows: [Fact]
  }

  /// The elements by key, groups in the order in which they first appear.
  private mutating func grouped(_ list: TableList, _ group: TableGroup, _ elements: [Fact]) -> [Members] {
    var groups: [Members] = []
    var places: [String: Int] = [:]
    for element in elements {
      slots[list.loop.slot] = element
      let name = clean(value(group.key).printed(plain), nil)
      if let place = places[name] {
        groups[place].rows.append(element)
      } else {
        places[name] = groups.count
        groups.append(Members(name: name, rows: [element]))
      }
    }
    return groups
  }

  private static func groupRecord(_ number: Int, _ members: Members) -> Record {
    Record(
      TableListCompiler.groupType,
      [
        .integer(number, nil), .text(letters(number), nil), .text(Roman.numeral(number) ?? String(number), nil),
        .text(members.name, nil), .integer(members.rows.count, nil),
      ])
  }

  /// A…Z, then AA, AB…
  static func letters(_ number: Int) -> String {
    var (rest, text) = (number, "")
    while rest > 0 {
      rest -= 1
      let scalar = Unicode.Scalar(UInt8(65 + rest % 26))
      text = String(Character(scalar)) + text
      rest /= 26
    }
    return text
  }

  private mutating func groupRow(_ group: TableGroup, _ columns: Int) -> TableRow {
    TableRow(.group, [.span(inlines(group.name, plain), columns: columns, alignment: .left)])
  }

  // MARK: Sums

  private mutating func add(
    _ kind: TableRow.Kind, _ label: [Inline], _ rules: TableSums, _ sums: [Fact], count: Int, columns: Int,
    to out: inout TableRows
  ) {
    out.add(sumRow(kind, label, rules, sums, count, columns))
  }

  private mutating func sumRow(
    _ kind: TableRow.Kind, _ label: [Inline], _ rules: TableSums, _ sums: [Fact], _ count: Int, _ columns: Int
  ) -> TableRow {
    for (column, sum) in zip(rules.columns, sums) { slots[column.slot] = sum }
    slots[rules.slot] = .record(Record(rules.type, sums + [.integer(count, nil)]))
    var cells: [TableCell] = []
    if rules.labelColumns > 0 {
      let alignment: TableColumn.Alignment = kind == .group ? .left : .center
      cells.append(.span(label, columns: rules.labelColumns, alignment: alignment))
    }
    for node in rules.cells[rules.labelColumns...] { cells.append(node.map { cell($0) } ?? .empty) }
    return TableRow(kind, cells)
  }

  private func pageSubtotal(_ list: TableList, _ out: TableRows) -> PageSubtotal? {
    guard let label = list.pageSubtotal, let sums = list.sums else { return nil }
    // A sum of decimals cannot be carried from page to page in whole numbers: better no figure than a wrong one.
    let columns = zip(sums.columns, out.pageValues).filter { $0.0.isWhole }
      .map { PageSubtotal.Column(column: $0.column, values: $1) }
    return PageSubtotal(
      label: styled(label), labelColumns: sums.labelColumns, isRunning: list.isRunningSubtotal, values: columns)
  }
}

extension TableRows {
  /// A row that is no element of the list: it counts nothing.
  fileprivate mutating func add(_ row: TableRow) {
    rows.append(row)
    for index in pageValues.indices { pageValues[index].append(0) }
  }
}

extension Fact {
  /// Whole units for sums at the foot of a page; 0 for what has none.
  fileprivate var wholeAmount: Int {
    switch self {
    case .integer(let value, _), .money(let value, _): value
    default: 0
    }
  }
}
