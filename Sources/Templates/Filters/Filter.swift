internal import Configuration
internal import Facts

/// A function a template applies with `|`: its types for the check, its meaning for the manual, and what it does.
///
/// A class, so that evaluating an expression that uses one copies a single reference.
final class Filter: Sendable {
  struct Parameter: Sendable {
    enum Kind: Sendable {
      /// A whole number written in the template or computed, within 0…`limit`.
      case count(limit: Int)
      case text
      /// Anything that prints.
      case printable
      /// A number.
      case number
      /// Comparable with the field named before it.
      case sameAsField
      /// A field of the elements of the list.
      case field(Set<FactKind>)
    }

    var name: String
    var kind: Kind
    var required = true
    /// Needed only for lists of records: a list of texts has no fields.
    var forRecordsOnly = false

    func isRequired(for input: FactType) -> Bool {
      guard forRecordsOnly else { return required }
      guard case .list(.record) = input else { return false }
      return true
    }

    /// Whether a value may stand for this parameter; `previous` is the type of the argument before it.
    func accepts(_ value: TypedExpression, previous: FactType?) -> Bool {
      switch kind {
      case .count(let limit):
        guard value.type.kind == .integer else { return false }
        if case .constant(.integer(let number, _)) = value.expression { return (0...limit).contains(number) }
        return true
      case .text: return value.type.kind == .text
      case .printable: return FactKind.printable.contains(value.type.kind)
      case .number: return FactKind.numbers.contains(value.type.kind)
      case .sameAsField: return previous.map { ExpressionCompiler.canCompare(.equal, $0, value.type) } ?? false
      case .field: return true
      }
    }
  }

  /// How the type of the result follows from the types given.
  enum Output: Sendable {
    case text
    case integer
    case percent
    /// That of the input.
    case input
    case element
    /// That of the first argument's field; shares add to a decimal.
    case sum
    /// That of the input when the argument has it too, else text.
    case inputOrText

    func type(input: FactType, arguments: [FactType]) -> FactType {
      switch self {
      case .text: return .text
      case .integer: return .integer
      case .percent: return .percent
      case .input: return input
      case .element:
        if case .list(let element) = input { return element }
        return input
      case .sum: return arguments.first.map { $0.kind == .percent ? .decimal : $0 } ?? input
      case .inputOrText: return arguments.first?.kind == input.kind ? input : .text
      }
    }
  }

  /// An argument as it reaches the function.
  enum Argument: Sendable {
    case value(Fact)
    case field([Int])
  }

  typealias Apply = @Sendable (Fact, [Argument], PrintOptions) -> Fact

  let name: String
  let inputs: Set<FactKind>
  let parameters: [Parameter]
  let output: Output
  /// For the manual, in Vietnamese.
  let meaning: String
  let example: String
  /// Whether the function sees missing values; else they pass it by.
  let takesMissing: Bool
  let apply: Apply

  init(
    name: String, inputs: Set<FactKind>, parameters: [Parameter] = [], output: Output, meaning: String, example: String,
    takesMissing: Bool = false, apply: @escaping Apply
  ) {
    self.name = name
    self.inputs = inputs
    self.parameters = parameters
    self.output = output
    self.meaning = meaning
    self.example = example
    self.takesMissing = takesMissing
    self.apply = apply
  }
}

extension Filter.Parameter.Kind {
  var name: String {
    switch self {
    case .count(let limit): "số nguyên từ 0 đến \(limit)"
    case .text: "chữ"
    case .printable: "chữ, số hoặc ngày"
    case .number: "số"
    case .sameAsField: "giá trị so sánh được với trường"
    case .field: "tên trường"
    }
  }

  var englishName: String {
    switch self {
    case .count(let limit): "a whole number from 0 to \(limit)"
    case .text: "text"
    case .printable: "text, a number or a date"
    case .number: "a number"
    case .sameAsField: "a value comparable with the field"
    case .field: "the name of a field"
    }
  }
}

extension Filter {
  /// The input kinds in the words of messages and the manual.
  var inputNames: String {
    if inputs == FactKind.any { return "mọi giá trị" }
    if inputs == FactKind.printable { return "mọi giá trị trừ danh sách và nhóm" }
    if inputs == FactKind.numbers { return "số" }
    let words: [(FactKind, String)] = [
      (.integer, "số nguyên"), (.decimal, "số thập phân"), (.money, "số tiền"), (.percent, "tỷ lệ"), (.text, "chữ"),
      (.date, "ngày"), (.period, "kỳ"), (.flag, "có/không"), (.list, "danh sách"), (.record, "nhóm"),
    ]
    return words.filter { inputs.contains($0.0) }.map(\.1).joined(separator: ", ")
  }

  var parameterNames: String {
    return parameters.map { $0.required && !$0.forRecordsOnly ? $0.name : "[\($0.name)]" }.joined(separator: ", ")
  }

  var outputName: String {
    switch output {
    case .text: "chữ"
    case .integer: "số nguyên"
    case .percent: "tỷ lệ"
    case .input: "như đầu vào"
    case .element: "một phần tử"
    case .sum: "kiểu của trường"
    case .inputOrText: "như đầu vào, hoặc chữ"
    }
  }
}

/// All filters, in the order of the manual.
enum Filters {
  static let all: [Filter] = numbers + changes + dates + texts + lists
  static let named: [String: Filter] = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The filters as the manual lists them.
public enum FilterCatalogue {
  /// One row of the table of filters.
  public struct Entry: Sendable, Hashable {
    public let name: String
    public let input: String
    public let parameters: String
    public let output: String
    public let meaning: String
    public let example: String
  }

  public static var entries: [Entry] {
    Filters.all.map {
      Entry(
        name: $0.name, input: $0.inputNames, parameters: $0.parameters.isEmpty ? "" : $0.parameterNames,
        output: $0.outputName, meaning: $0.meaning, example: $0.example)
    }
  }
}
