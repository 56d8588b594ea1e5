internal import Configuration
internal import Documents
internal import Facts
internal import Graphics

/// A run over a list: the slot its element goes to and the counter `vong` reads.
struct Loop: Sendable {
  var list: Expression
  var slot: Int
  var counter: Int
  var limit: Expression?
  var span: Span
}

/// One arm of an `if`; nil is `else`.
struct Branch<Node: Sendable>: Sendable {
  var condition: Expression?
  var nodes: [Node]
}

/// Plain text with expressions.
indirect enum TextNode: Sendable {
  case literal(String)
  case value(Expression, Span)
  case branch([Branch<TextNode>])
  case loop(Loop, [TextNode], empty: [TextNode])
}

/// Styled text with expressions.
indirect enum InlineNode: Sendable {
  case text(String, TextStyle)
  case value(Expression, TextStyle, Span)
  case lineBreak
  case tab
  case link([InlineNode], [TextNode], Span)
  case anchor([InlineNode], String)
  case reference(String, ReferenceForm)
  /// Only in running heads: `{trang}` and `{so_trang}`.
  case pageNumber
  case pageCount
  case footnote([BlockNode])
  case branch([Branch<InlineNode>])
  case loop(Loop, [InlineNode], empty: [InlineNode])
}

/// A block to be made when facts are there.
indirect enum BlockNode: Sendable {
  /// `looseness`: lines wanted more or fewer.
  case paragraph(StyleName, looseness: Int, [InlineNode])
  case heading(level: Int, Heading.Number, label: String?, [InlineNode])
  case list(List.Marker, start: Int, items: [[BlockNode]])
  case quote([BlockNode])
  case table(TableNode)
  case staticTable([TableColumn], rows: [[[InlineNode]]])
  case chart(ChartNode)
  case figure(FigureNode)
  case narrative(NarrativeNode)
  case contents(title: [InlineNode], depth: Int)
  case space(Length)
  case pageBreak
  case appendix(AppendixNode)
  case branch([Branch<BlockNode>])
  case loop(Loop, [BlockNode], empty: [BlockNode])
  /// Fills slots, then goes on inside: an include with arguments.
  case bind([(slot: Int, value: Expression)], [BlockNode])
}

/// `{% noi_dung "ten" %}`.
struct NarrativeNode: Sendable {
  var name: Expression
  var required: Bool
  var span: Span
}

/// `{% phu_luc … %}`. Without a name it is “PHỤ LỤC”, numbered when there are several.
struct AppendixNode: Sendable {
  var name: [InlineNode]
  var title: [InlineNode]
  var orientation: Section.Orientation
  var numbering: Section.Numbering
  var paper: SectionPaper
}

/// Pictures named by expressions.
struct FigureNode: Sendable {
  var pictures: [(name: Expression, span: Span)]
  var caption: [InlineNode]
  var height: Length?
  var label: String?
}

/// A table over a list or of rows written out.
final class TableNode: Sendable {
  let columns: [TableColumn]
  let header: [[HeaderNode]]
  let columnNumbers: [String]
  let caption: [InlineNode]
  let unit: [InlineNode]
  let continued: [InlineNode]
  let note: [InlineNode]
  let label: String?
  let body: TableBody
  /// Printed across the table when it has no rows.
  let whenEmpty: [InlineNode]

  init(
    columns: [TableColumn], header: [[HeaderNode]], columnNumbers: [String], texts: TableTexts, label: String?,
    body: TableBody
  ) {
    self.columns = columns
    self.header = header
    self.columnNumbers = columnNumbers
    caption = texts.caption
    unit = texts.unit
    continued = texts.continued
    note = texts.note
    whenEmpty = texts.whenEmpty
    self.label = label
    self.body = body
  }
}

/// The texts around a table.
struct TableTexts: Sendable {
  var caption: [InlineNode] = []
  var unit: [InlineNode] = []
  var continued: [InlineNode] = []
  var note: [InlineNode] = []
  var whenEmpty: [InlineNode] = []
}

struct HeaderNode: Sendable {
  var inlines: [InlineNode]
  var columns: Int
  var rows: Int
  var rotated: Bool
}

enum TableBody: Sendable {
  case list(TableList)
  case rows([WrittenRow])
}

/// Rows made from the elements of a list.
struct TableList: Sendable {
  var loop: Loop
  var filter: Expression?
  var cells: [CellNode]
  var group: TableGroup?
  var sums: TableSums?
  /// “TỔNG CỘNG”; nil for no total row.
  var total: [InlineNode]?
  /// “Cộng trang”, or “Cộng lũy kế” of a running sum.
  var pageSubtotal: String?
  var isRunningSubtotal = false
}

/// How rows are put together under headings.
struct TableGroup: Sendable {
  enum Sums: Sendable {
    case none
    /// In the row of the group's name.
    case above
    /// In a row of their own after the group.
    case below([InlineNode])
  }

  var key: Expression
  var name: [InlineNode]
  /// Slot of the record `nhom`.
  var slot: Int
  var restartsNumbers: Bool
  var sums: Sums
}

/// The summed columns, and what total rows print in each column.
struct TableSums: Sendable {
  struct Column: Sendable {
    var column: Int
    var value: Expression
    /// Slot the sum is in while `cells` are printed.
    var slot: Int
    /// Whole numbers and đồng: what sums at the foot of a page can hold.
    var isWhole: Bool
  }

  var columns: [Column]
  /// The record `tong`: one field a summed column, then the number of rows.
  var type: RecordType
  var slot: Int
  /// A cell for each column from `labelColumns` on; nil stays empty.
  var cells: [CellNode?]
  var labelColumns: Int
}

/// What a cell prints: a lone value, text, or styled text.
enum CellNode: Sendable {
  case value(Expression)
  case text([TextNode])
  case rich([InlineNode])
}

/// A row written out in the template.
struct WrittenRow: Sendable {
  struct Cell: Sendable {
    var content: CellNode
    var columns: Int
    var alignment: TableColumn.Alignment?
  }

  var kind: TableRow.Kind
  var condition: Expression?
  var cells: [Cell]
}

/// A chart over a list.
final class ChartNode: Sendable {
  struct Series: Sendable {
    var name: [TextNode]
    var value: Expression
    var label: CellNode
  }

  let kind: Chart.Kind
  let loop: Loop
  let category: [TextNode]
  let series: [Series]
  let unit: [TextNode]
  let caption: [InlineNode]
  let label: String?
  let height: Length?

  init(
    kind: Chart.Kind, loop: Loop, category: [TextNode], series: [Series], unit: [TextNode], caption: [InlineNode],
    label: String?, height: Length?
  ) {
    self.kind = kind
    self.loop = loop
    self.category = category
    self.series = series
    self.unit = unit
    self.caption = caption
    self.label = label
    self.height = height
  }
}

extension [InlineNode] {
  /// The same as plain text; nil when anything is styled, linked or noted.
  var plain: [TextNode]? {
    var nodes: [TextNode] = []
    for node in self {
      switch node {
      case .text(let text, .plain): nodes.append(.literal(text))
      case .value(let value, .plain, let span): nodes.append(.value(value, span))
      case .branch(let branches):
        var arms: [Branch<TextNode>] = []
        for arm in branches {
          guard let inner = arm.nodes.plain else { return nil }
          arms.append(Branch(condition: arm.condition, nodes: inner))
        }
        nodes.append(.branch(arms))
      case .loop(let loop, let body, let empty):
        guard let body = body.plain, let empty = empty.plain else { return nil }
        nodes.append(.loop(loop, body, empty: empty))
      default: return nil
      }
    }
    return nodes
  }

  /// As a cell, in the cheapest form that prints the same.
  var cell: CellNode {
    guard let plain else { return .rich(self) }
    if plain.count == 1, case .value(let value, _) = plain[0] { return .value(value) }
    return .text(plain)
  }
}
