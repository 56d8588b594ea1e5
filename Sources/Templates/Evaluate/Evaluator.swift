internal import Configuration
internal import Documents
internal import Facts
internal import Findings
internal import Vietnamese

/// Fills the nodes of one template with the facts of one report. Lives for one document.
struct Evaluator {
  struct LoopState {
    var number = 0
    var count = 0
  }

  var context: RenderContext { surroundings.context }
  private let surroundings: Surroundings
  /// How bare values print in sentences, and in tables, where counts are never padded.
  let prose: PrintOptions
  let plain: PrintOptions
  var slots: [Fact]
  var loops: [LoopState]
  private(set) var findings: [Finding] = []
  private(set) var files: FileTable
  private var reported: Set<SpanKey> = []
  private var stepsLeft: Int
  private var bytesLeft: Int
  private(set) var isStopped = false
  /// Whose words are being written, for their tone style.
  var voice = Voice.template

  enum Voice {
    case template
    /// A text in `texts/`: it may name persons anywhere.
    case prose
    /// The name of the signer.
    case person
  }

  /// A place that has been reported once.
  private struct SpanKey: Hashable {
    var code: String
    var file: ObjectIdentifier
    var start: Int
  }

  /// The context behind a reference: it holds all page rules, and an evaluator is moved whole where it is asked for a value.
  private final class Surroundings: Sendable {
    let context: RenderContext
    init(_ context: RenderContext) { self.context = context }
  }

  init(_ context: RenderContext, facts: Record, slotCount: Int, loopCount: Int) {
    surroundings = Surroundings(context)
    prose = context.printing
    var plain = context.printing
    plain.padsCounts = false
    self.plain = plain
    slots = Array(repeating: .missing, count: max(1, slotCount))
    slots[0] = .record(facts)
    loops = Array(repeating: LoopState(), count: loopCount)
    files = FileTable(context.files)
    stepsLeft = context.limits.steps
    bytesLeft = context.limits.bytes
  }

  // MARK: Values

  func value(_ expression: Expression) -> Fact {
    switch expression {
    case .constant(let fact): return styled(fact)
    case .slot(let slot): return slots[slot]
    case .field(let slot, let place): return slots[slot].at(place)
    case .path(let slot, let places): return slots[slot].at(places)
    case .loop(let index, let what): return loopValue(loops[index], what)
    case .filtered(let operand, let filter, let arguments):
      let input = value(operand)
      if !filter.takesMissing, case .missing = input { return .missing }
      return filter.apply(input, arguments, prose)
    case .filteredBy(let operand, let filter, let arguments):
      let input = value(operand)
      if !filter.takesMissing, case .missing = input { return .missing }
      return filter.apply(input, evaluated(arguments), prose)
    case .not(let operand): return .flag(!isTrue(operand))
    case .present(let operand): return .flag(value(operand).isPresent)
    case .written(let name): return .flag(context.texts(name)?.isEmpty == false)
    case .binary(let symbol, let left, let right): return .flag(holds(symbol, left, right))
    }
  }

  private func evaluated(_ arguments: [FilterArgument]) -> [Filter.Argument] {
    var result: [Filter.Argument] = []
    for argument in arguments {
      switch argument {
      case .value(let expression): result.append(.value(value(expression)))
      case .field(let places): result.append(.field(places))
      }
    }
    return result
  }

  private func loopValue(_ state: LoopState, _ what: Expression.LoopValue) -> Fact {
    switch what {
    case .number: .integer(state.number, nil)
    case .count: .integer(state.count, nil)
    case .isFirst: .flag(state.number == 1)
    case .isLast: .flag(state.number == state.count)
    }
  }

  func isTrue(_ expression: Expression) -> Bool {
    switch expression {
    case .binary(let symbol, let left, let right): holds(symbol, left, right)
    case .not(let operand): !isTrue(operand)
    default: value(expression).isTruthy
    }
  }

  /// A comparison with a missing value holds only for “not equal”, and for “equal” when both are missing.
  private func holds(_ symbol: ExpressionSyntax.Operator, _ left: Expression, _ right: Expression) -> Bool {
    switch symbol {
    case .and: return isTrue(left) && isTrue(right)
    case .or: return isTrue(left) || isTrue(right)
    case .contains: return contains(value(left), value(right))
    default: break
    }
    let (a, b) = (value(left), value(right))
    if case .missing = a { return Self.isMissing(b) == (symbol == .equal) && (symbol == .equal || symbol == .notEqual) }
    if case .missing = b { return symbol == .notEqual }
    guard let order = Fact.compare(a, b) else { return false }
    switch symbol {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    case .and, .or, .contains: return false
    }
  }

  private static func isMissing(_ fact: Fact) -> Bool {
    if case .missing = fact { return true }
    return false
  }

  private func contains(_ whole: Fact, _ part: Fact) -> Bool {
    switch (whole, part) {
    case (.text(let text, _), .text(let piece, _)):
      text.contains(piece) || Folding.toneStyleKey(text).contains(Folding.toneStyleKey(piece))
    case (.list(let list), _): list.contains { Fact.compare($0, part) == 0 }
    default: false
    }
  }

  // MARK: Loops

  /// The elements a loop runs over.
  func elements(_ loop: Loop) -> ArraySlice<Fact> {
    let list = value(loop.list).elements
    guard let limit = loop.limit, case .integer(let count, _) = value(limit) else { return list[...] }
    return list.prefix(max(0, count))
  }

  /// Runs `body` for each element with its slot and counter filled; false when there were none.
  mutating func run(_ loop: Loop, _ body: (inout Evaluator) -> Void) -> Bool {
    let elements = elements(loop)
    let outer = (slots[loop.slot], loops[loop.counter])
    loops[loop.counter] = LoopState(number: 0, count: elements.count)
    for element in elements {
      guard step(loop.span) else { break }
      loops[loop.counter].number += 1
      slots[loop.slot] = element
      body(&self)
    }
    (slots[loop.slot], loops[loop.counter]) = outer
    return !elements.isEmpty
  }

  /// The nodes of the arm whose condition holds.
  func arm<Node>(_ branches: [Branch<Node>]) -> [Node] {
    for branch in branches {
      guard let condition = branch.condition else { return branch.nodes }
      if isTrue(condition) { return branch.nodes }
    }
    return []
  }

  // MARK: Limits and findings

  /// Counts work; false once a limit is passed, which is reported at `span`.
  mutating func step(_ span: Span, bytes: Int = 0) -> Bool {
    stepsLeft -= 1
    bytesLeft -= bytes
    if stepsLeft >= 0, bytesLeft >= 0 { return true }
    if !isStopped {
      isStopped = true
      findings.append(
        span.finding(
          "tai-lieu-qua-lon",
          Message(
            vi: "tài liệu quá lớn: các vòng lặp cho quá nhiều nội dung",
            en: "the document is too large: the loops yield too much"),
          hint: Message(
            vi: "bớt vòng lặp lồng nhau, hoặc dùng limit: n", en: "have fewer nested loops, or use limit: n")))
    }
    return false
  }

  /// Reports once for each place of the template.
  mutating func report(_ span: Span, _ code: String, _ severity: Severity, _ message: Message, hint: Message? = nil) {
    guard reported.insert(SpanKey(code: code, file: ObjectIdentifier(span.file), start: span.start)).inserted else {
      return
    }
    findings.append(span.finding(code, message, severity: severity, hint: hint))
  }

  mutating func report(_ finding: Finding) { findings.append(finding) }

  // MARK: Texts of values

  /// A line break or control character would tear the line it stands in: it becomes a space, and is reported where it came from.
  mutating func clean(_ text: String, _ source: Source?) -> String {
    guard ByteLanes.mayHoldControl(text.utf8Span.span) else { return text }
    guard text.unicodeScalars.contains(where: Self.isControl) else { return text }
    let location = Location(file: source?.file ?? "", row: source?.firstRow)
    if let source, !source.file.isEmpty {
      findings.append(
        Finding(
          code: "ky-tu-dieu-khien", severity: .warning, at: location,
          Message(
            vi: "giá trị có xuống dòng hoặc ký tự điều khiển, đã thay bằng dấu cách",
            en: "the value has line breaks or control characters; they are printed as spaces")))
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(Self.isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  /// Where a value came from, for reports about its characters.
  mutating func origin(_ source: Source?) -> Origin? {
    guard let source, let row = source.firstRow, !source.file.isEmpty else { return nil }
    guard let file = Int32(exactly: files.index(of: source.file)) else { return nil }
    return Origin(file: file, row: Int32(clamping: row))
  }
}

/// The files origins name, by number.
struct FileTable {
  private(set) var names: [String]
  private var places: [String: Int]
  private var last: (name: String, place: Int)?

  init(_ names: [String]) {
    self.names = names
    places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func index(of name: String) -> Int {
    // Cells of one table come from one file: most questions repeat the one before.
    if let last, last.name == name { return last.place }
    let place = places[name] ?? names.count
    if place == names.count {
      names.append(name)
      places[name] = place
    }
    last = (name, place)
    return place
  }
}

extension NarrativeText {
  /// Nothing but white space was written.
  var isEmpty: Bool { body.isEmpty }
}
