internal import Configuration
internal import Vietnamese

/// An expression as written, before names mean anything.
indirect enum ExpressionSyntax {
  struct Name {
    var text: String
    var span: Span
  }

  struct FilterUse {
    var name: Name
    var arguments: [ExpressionSyntax]
  }

  enum Operator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains
    case and
    case or
  }

  case path([Name], Span)
  case text(String, Span)
  case integer(Int, Span)
  case decimal(ExactDecimal, Span)
  case filter(ExpressionSyntax, FilterUse, Span)
  case not(ExpressionSyntax, Span)
  /// `co x`: there is a value, be it 0.
  case present(ExpressionSyntax, Span)
  /// `co_noi_dung "ten"`: somebody has written that text.
  case written(ExpressionSyntax, Span)
  case binary(Operator, ExpressionSyntax, ExpressionSyntax, Span)

  var span: Span {
    switch self {
    case .path(_, let span), .text(_, let span), .integer(_, let span), .decimal(_, let span), .filter(_, _, let span),
      .not(_, let span), .present(_, let span), .written(_, let span), .binary(_, _, _, let span):
      span
    }
  }
}
