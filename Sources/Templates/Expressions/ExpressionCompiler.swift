internal import Configuration
internal import Facts
internal import Findings

/// Syntax -> expression: resolves names in a scope and checks every type. What is wrong goes to the sink, once; nil after that.
struct ExpressionCompiler {
  let sink: FindingSink

  /// Parses and checks an expression that stands alone.
  func compile(_ source: SourceText, in scope: Scope) -> TypedExpression? {
    ExpressionParser.parse(source, sink: sink).flatMap { compile($0, in: scope) }
  }

  func compile(_ syntax: ExpressionSyntax, in scope: Scope) -> TypedExpression? {
    switch syntax {
    case .path(let names, let span): return path(names, span, scope)
    case .text(let text, let span): return typed(.constant(.text(text, nil)), .text, span)
    case .integer(let value, let span): return typed(.constant(.integer(value, nil)), .integer, span)
    case .decimal(let value, let span): return typed(.constant(.decimal(value, nil)), .decimal, span)
    case .filter(let operand, let use, let span): return filter(operand, use, span, scope)
    case .not(let operand, let span):
      return compile(operand, in: scope).map { typed(.not($0.expression), .flag, span) }
    case .present(let operand, let span):
      return compile(operand, in: scope).map { typed(.present($0.expression), .flag, span) }
    case .written(let name, let span):
      guard case .text(let text, _) = name else { return nil }
      sink.noteText()
      return typed(.written(text), .flag, span)
    case .binary(let symbol, let left, let right, let span): return binary(symbol, left, right, span, scope)
    }
  }

  private func typed(_ expression: Expression, _ type: FactType, _ span: Span) -> TypedExpression {
    TypedExpression(expression: expression, type: type, span: span)
  }

  // MARK: Paths

  private func path(_ names: [ExpressionSyntax.Name], _ span: Span, _ scope: Scope) -> TypedExpression? {
    let first = names[0]
    switch scope.meaning(of: first.text) {
    case nil where first.text == Scope.labelGroup: return label(names, span, scope)
    case nil: return unknown(first, scope)
    case .loop(let index): return loop(index, names, span)
    case .variable(let type, let slot): return steps(names.dropFirst(), after: first, type, slot, [], span)
    case .field(let field, let slot, let place):
      return steps(names.dropFirst(), after: first, field.type, slot, [place], span)
    }
  }

  /// `nhan.ca_nhan`.
  private func label(_ names: [ExpressionSyntax.Name], _ span: Span, _ scope: Scope) -> TypedExpression? {
    let name = names[names.count - 1]
    if names.count == 2, let text = scope.labels.texts[name.text] {
      return typed(.constant(.text(text, nil)), .text, span)
    }
    sink.error(
      name.span, "nhan-khong-co", vi: "nhan.yaml không có nhãn “\(name.text)”",
      en: "nhan.yaml has no label “\(name.text)”", hint: .suggestion(name.text, among: scope.labels.names))
    return nil
  }

  private func unknown(_ name: ExpressionSyntax.Name, _ scope: Scope) -> TypedExpression? {
    let special: Message? =
      name.text == "vong"
      ? Message(vi: "“vong” chỉ có trong {% for %} và trong bảng", en: "“vong” exists only inside {% for %} and tables")
      : nil
    sink.error(
      name.span, "truong-khong-biet", vi: "không có trường “\(name.text)”", en: "there is no field “\(name.text)”",
      hint: special ?? .suggestion(name.text, among: scope.names))
    return nil
  }

  private func loop(_ index: Int, _ names: [ExpressionSyntax.Name], _ span: Span) -> TypedExpression? {
    switch names.count == 2 ? names[1].text : "" {
    case "stt": return typed(.loop(index, .number), .integer, span)
    case "tong": return typed(.loop(index, .count), .integer, span)
    case "dau": return typed(.loop(index, .isFirst), .flag, span)
    case "cuoi": return typed(.loop(index, .isLast), .flag, span)
    default:
      let name = names[names.count - 1]
      sink.error(
        name.span, "truong-khong-biet", vi: "vong có các trường: \(Scope.loopFields.joined(separator: ", "))",
        en: "vong has the fields \(Scope.loopFields.joined(separator: ", "))",
        hint: .suggestion(name.text, among: Scope.loopFields, list: false))
      return nil
    }
  }

  /// Follows field names from a type; `places` are the steps so far.
  private func steps(
    _ names: ArraySlice<ExpressionSyntax.Name>, after first: ExpressionSyntax.Name, _ start: FactType, _ slot: Int,
    _ taken: [Int], _ span: Span
  ) -> TypedExpression? {
    guard let (places, type) = follow(names, from: start, after: first, taken) else { return nil }
    if slot == Scope.factsSlot { sink.note(use: places) }
    let expression: Expression =
      switch places.count {
      case 0: .slot(slot)
      case 1: .field(slot: slot, places[0])
      default: .path(slot: slot, places)
      }
    return typed(expression, type, span)
  }

  private func follow(
    _ names: ArraySlice<ExpressionSyntax.Name>, from start: FactType, after first: ExpressionSyntax.Name?,
    _ taken: [Int]
  ) -> (places: [Int], type: FactType)? {
    var (type, places) = (start, taken)
    var previous = first?.text ?? ""
    for name in names {
      guard case .record(let record) = type else { return noFields(name, of: previous, type) }
      guard let place = record.place(of: name.text) else { return unknown(name, in: record) }
      places.append(place)
      type = record.fields[place].type
      previous = name.text
    }
    return (places, type)
  }

  private func noFields(
    _ name: ExpressionSyntax.Name, of owner: String, _ type: FactType
  ) -> (places: [Int], type: FactType)? {
    let hint: Message? =
      if case .list = type {
        Message(
          vi: "dùng {% for x in \(owner) %} rồi x.\(name.text), hoặc bộ lọc liet_ke, cong, dem, dau_tien",
          en: "use {% for x in \(owner) %} and then x.\(name.text), or the filters liet_ke, cong, dem, dau_tien")
      } else {
        nil
      }
    sink.error(
      name.span, "truong-khong-biet", vi: "“\(owner)” là \(type.name), không có trường “\(name.text)”",
      en: "“\(owner)” is \(type.englishName) and has no field “\(name.text)”", hint: hint)
    return nil
  }

  private func unknown(_ name: ExpressionSyntax.Name, in record: RecordType) -> (places: [Int], type: FactType)? {
    sink.error(
      name.span, "truong-khong-biet", vi: "nhóm \(record.name) không có trường “\(name.text)”",
      en: "the group \(record.name) has no field “\(name.text)”",
      hint: .suggestion(name.text, among: record.fields.map(\.name)))
    return nil
  }

  // MARK: Filters

  private func filter(
    _ operand: ExpressionSyntax, _ use: ExpressionSyntax.FilterUse, _ span: Span, _ scope: Scope
  ) -> TypedExpression? {
    let input = compile(operand, in: scope)
    guard let filter = Filters.named[use.name.text] else {
      sink.error(
        use.name.span, "bo-loc-khong-biet", vi: "không có bộ lọc “\(use.name.text)”",
        en: "there is no filter “\(use.name.text)”", hint: .suggestion(use.name.text, among: Filters.all.map(\.name)))
      return nil
    }
    guard let input else { return nil }
    guard filter.inputs.contains(input.type.kind) else { return wrongInput(filter, use, input) }
    guard let arguments = arguments(filter, use, input, scope) else { return nil }
    let type = filter.output.type(input: input.type, arguments: arguments.map(\.type))
    return typed(Self.filtered(input.expression, filter, arguments.map(\.argument)), type, span)
  }

  private static func filtered(_ input: Expression, _ filter: Filter, _ arguments: [FilterArgument]) -> Expression {
    var ready: [Filter.Argument] = []
    for argument in arguments {
      switch argument {
      case .field(let places): ready.append(.field(places))
      case .value(.constant(let fact)): ready.append(.value(fact))
      case .value: return .filteredBy(input, filter, arguments)
      }
    }
    return .filtered(input, filter, ready)
  }

  private func wrongInput(
    _ filter: Filter, _ use: ExpressionSyntax.FilterUse, _ input: TypedExpression
  ) -> TypedExpression? {
    sink.error(
      use.name.span, "sai-kieu", vi: "bộ lọc \(filter.name) nhận \(filter.inputNames), ở đây là \(input.type.name)",
      en: "the filter \(filter.name) takes \(filter.inputNames); this is \(input.type.englishName)")
    return nil
  }

  private func arguments(
    _ filter: Filter, _ use: ExpressionSyntax.FilterUse, _ input: TypedExpression, _ scope: Scope
  ) -> [(argument: FilterArgument, type: FactType)]? {
    let required = filter.parameters.count { $0.isRequired(for: input.type) }
    guard (required...filter.parameters.count).contains(use.arguments.count) else {
      sink.error(
        use.name.span, "sai-tham-so",
        vi: filter.parameters.isEmpty
          ? "bộ lọc \(filter.name) không nhận tham số"
          : "bộ lọc \(filter.name) cần \(filter.parameterNames), ở đây có \(use.arguments.count) tham số",
        en: filter.parameters.isEmpty
          ? "the filter \(filter.name) takes no arguments"
          : "the filter \(filter.name) needs \(filter.parameterNames); there are \(use.arguments.count) arguments",
        hint: Message(vi: "ví dụ: \(filter.example)", en: "example: \(filter.example)"))
      return nil
    }
    var result: [(argument: FilterArgument, type: FactType)] = []
    for (parameter, syntax) in zip(filter.parameters, use.arguments) {
      guard let argument = argument(parameter, syntax, filter, input, result.last?.type, scope) else { return nil }
      result.append(argument)
    }
    return result
  }

  private func argument(
    _ parameter: Filter.Parameter, _ syntax: ExpressionSyntax, _ filter: Filter, _ input: TypedExpression,
    _ previous: FactType?, _ scope: Scope
  ) -> (argument: FilterArgument, type: FactType)? {
    if case .field(let kinds) = parameter.kind { return fieldArgument(kinds, syntax, input) }
    guard let value = compile(syntax, in: scope) else { return nil }
    guard parameter.accepts(value, previous: previous) else {
      sink.error(
        syntax.span, "sai-tham-so", vi: "tham số “\(parameter.name)” của \(filter.name) phải là \(parameter.kind.name)",
        en: "the argument “\(parameter.name)” of \(filter.name) must be \(parameter.kind.englishName)",
        hint: Message(vi: "ví dụ: \(filter.example)", en: "example: \(filter.example)"))
      return nil
    }
    return (.value(value.expression), value.type)
  }

  /// A field of the elements of the list the filter works on, as a bare or quoted path.
  private func fieldArgument(
    _ kinds: Set<FactKind>, _ syntax: ExpressionSyntax, _ input: TypedExpression
  ) -> (argument: FilterArgument, type: FactType)? {
    let names: [ExpressionSyntax.Name]
    switch syntax {
    case .path(let path, _): names = path
    case .text(let text, let span): names = text.split(separator: ".").map { .init(text: String($0), span: span) }
    default: names = []
    }
    guard case .list(let element) = input.type, !names.isEmpty else {
      sink.error(syntax.span, "sai-tham-so", vi: "ở đây cần tên một trường", en: "expected the name of a field here")
      return nil
    }
    guard let (places, type) = follow(names[...], from: element, after: nil, []) else { return nil }
    guard kinds.contains(type.kind) else {
      sink.error(
        syntax.span, "sai-kieu", vi: "không dùng được trường kiểu \(type.name) ở đây",
        en: "a field that is \(type.englishName) cannot be used here")
      return nil
    }
    return (.field(places), type)
  }

  // MARK: Conditions

  private func binary(
    _ symbol: ExpressionSyntax.Operator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span,
    _ scope: Scope
  ) -> TypedExpression? {
    // Both sides first: two mistakes are two findings.
    let (left, right) = (compile(left, in: scope), compile(right, in: scope))
    guard let left, let right else { return nil }
    guard Self.canCompare(symbol, left.type, right.type) else {
      sink.error(
        span, "sai-kieu", vi: "không so sánh được \(left.type.name) với \(right.type.name) bằng “\(symbol.rawValue)”",
        en: "\(left.type.englishName) cannot be compared with \(right.type.englishName) by “\(symbol.rawValue)”")
      return nil
    }
    return typed(.binary(symbol, left.expression, right.expression), .flag, span)
  }

  static func canCompare(_ symbol: ExpressionSyntax.Operator, _ left: FactType, _ right: FactType) -> Bool {
    switch symbol {
    case .and, .or: return true
    case .contains:
      if case .list(let element) = left { return canCompare(.equal, element, right) }
      return left.kind == .text && right.kind == .text
    case .equal, .notEqual: return areComparable(left.kind, right.kind) || (left.kind == .flag && right.kind == .flag)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return areComparable(left.kind, right.kind)
    }
  }

  private static func areComparable(_ left: FactKind, _ right: FactKind) -> Bool {
    if FactKind.numbers.contains(left) { return FactKind.numbers.contains(right) }
    return left == right && [.text, .date, .period].contains(left)
  }
}

extension FactType {
  var englishName: String {
    switch self {
    case .integer: "a whole number"
    case .decimal: "a decimal number"
    case .money: "an amount of money"
    case .percent: "a share"
    case .text: "text"
    case .date: "a date"
    case .period: "a period"
    case .flag: "yes or no"
    case .list(let element): "a list of \(element.englishName)"
    case .record(let type): "a group “\(type.name)”"
    }
  }
}
