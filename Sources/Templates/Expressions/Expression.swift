internal import Configuration
internal import Facts

/// An expression whose names have become places: evaluation looks nothing up.
indirect enum Expression: Sendable {
  /// What is known of the innermost loop.
  enum LoopValue: Sendable {
    /// Counted from 1.
    case number
    case count
    case isFirst
    case isLast
  }

  case constant(Fact)
  /// A whole variable; slot 0 holds the facts of the report.
  case slot(Int)
  case field(slot: Int, Int)
  case path(slot: Int, [Int])
  case loop(Int, LoopValue)
  /// Arguments that are fixed when the template is compiled are kept ready.
  case filtered(Expression, Filter, [Filter.Argument])
  case filteredBy(Expression, Filter, [FilterArgument])
  case not(Expression)
  case present(Expression)
  case written(String)
  case binary(ExpressionSyntax.Operator, Expression, Expression)
}

/// An argument of a filter: a value, or a field of the elements of the list it works on.
enum FilterArgument: Sendable {
  case value(Expression)
  case field([Int])
}

/// An expression with its type and the place it is written at.
struct TypedExpression: Sendable {
  var expression: Expression
  var type: FactType
  var span: Span
}

/// The kinds of facts, without what they hold.
enum FactKind: Sendable, Hashable {
  case integer, decimal, money, percent, text, date, period, flag, list, record

  static let numbers: Set<FactKind> = [.integer, .decimal, .money, .percent]
  static let printable: Set<FactKind> = [.integer, .decimal, .money, .percent, .text, .date, .period, .flag]
  static let any: Set<FactKind> = printable.union([.list, .record])
}

extension FactType {
  var kind: FactKind {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .money: .money
    case .percent: .percent
    case .text: .text
    case .date: .date
    case .period: .period
    case .flag: .flag
    case .list: .list
    case .record: .record
    }
  }
}
