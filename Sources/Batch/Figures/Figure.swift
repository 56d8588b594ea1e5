internal import Facts
internal import Vietnamese

/// One stored figure with its name.
struct Figure: Hashable {
  /// `mo_hinh.danh_sach[MH-01].ten`: rows of lists are named by their code or name, so that a row put in between moves nothing.
  var path: String
  /// The same without rows: the way through the schema.
  var field: String
  /// The list row it belongs to, the outermost.
  var row: String?
  /// Without its source.
  var fact: Fact
}

/// Reads a line of values back by its shape. Strict: what does not fit the shape is nil.
struct FigureReader {
  private var tokens: ArraySlice<ArraySlice<UInt8>>

  static func figures(_ values: ArraySlice<UInt8>, _ shape: FigureShape) -> [Figure]? {
    var reader = FigureReader(
      tokens: values.split(separator: FigureText.separator, omittingEmptySubsequences: false)[...])
    guard let figures = reader.read(shape), reader.tokens.isEmpty else { return nil }
    return figures
  }

  private mutating func read(_ shape: FigureShape) -> [Figure]? {
    switch shape {
    case .leaf(let kind):
      guard let token = tokens.popFirst(), let fact = Self.fact(token, kind) else { return nil }
      return [Figure(path: "", field: "", row: nil, fact: fact)]
    case .record(let fields):
      var figures: [Figure] = []
      for field in fields {
        guard let inner = read(field.shape) else { return nil }
        for figure in inner { figures.append(Self.under(field.name, figure)) }
      }
      return figures
    case .list(let element): return list(element)
    }
  }

  private static func under(_ name: String, _ figure: Figure) -> Figure {
    func join(_ rest: String) -> String { rest.isEmpty || rest.hasPrefix("[") ? name + rest : "\(name).\(rest)" }
    return Figure(
      path: join(figure.path), field: figure.field.isEmpty ? name : "\(name).\(figure.field)",
      row: figure.row.map(join), fact: figure.fact)
  }

  private mutating func list(_ element: FigureShape) -> [Figure]? {
    guard let token = tokens.popFirst() else { return nil }
    if token.first == FigureText.missing { return [] }
    if token.first == FigureText.summary {
      return [
        Figure(path: "", field: "", row: nil, fact: .text(String(decoding: token.dropFirst(), as: UTF8.self), nil))
      ]
    }
    guard let count = Int(String(decoding: token, as: UTF8.self)), (0...tokens.count).contains(count) else {
      return nil
    }
    var figures: [Figure] = []
    var seen: [String: Int] = [:]
    for _ in 0..<count {
      guard let inner = read(element) else { return nil }
      var key = Self.key(inner)
      let times = seen[key, default: 0] + 1
      seen[key] = times
      if times > 1 { key += "#\(times)" }
      for figure in inner {
        let rest = figure.path.isEmpty || figure.path.hasPrefix("[") ? figure.path : "." + figure.path
        figures.append(Figure(path: "[\(key)]\(rest)", field: figure.field, row: "[\(key)]", fact: figure.fact))
      }
    }
    return figures
  }

  /// Fields that name a row, the best first.
  private static let naming = ["ma", "ten", "tieu_de", "so", "ky"]

  private static func key(_ row: [Figure]) -> String {
    for name in [""] + naming {
      if let figure = row.first(where: { $0.path == name }), !figure.fact.plain.isEmpty { return figure.fact.plain }
    }
    return ""
  }

  // MARK: Values

  private static func fact(_ token: ArraySlice<UInt8>, _ kind: FigureShape.Kind) -> Fact? {
    if token.elementsEqual([FigureText.missing]) { return .missing }
    let text = String(decoding: token, as: UTF8.self)
    switch kind {
    case .integer: return Int(text).map { .integer($0, nil) }
    case .money: return Int(text).map { .money($0, nil) }
    case .decimal: return decimal(text).map { .decimal($0, nil) }
    case .percent: return percent(text)
    case .text: return .text(unescaped(token), nil)
    case .date: return DateInput.parse(text).value.map(Fact.date)
    case .period: return .text(String(text.prefix { $0 != " " }), nil)
    case .flag: return .flag(text == "1")
    }
  }

  private static func percent(_ text: String) -> Fact? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, let value = decimal(String(parts[0])), let part = Int(parts[1]), let whole = Int(parts[2])
    else { return nil }
    return .percent(Percentage(part: part, whole: whole, value: value), nil)
  }

  /// The text `ExactDecimal.description` writes.
  private static func decimal(_ text: String) -> ExactDecimal? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let coefficient = Int128(parts.joined()) else { return nil }
    let scale = parts.count == 2 ? parts[1].utf8.count : 0
    return scale <= ExactDecimal.maximumScale ? ExactDecimal(coefficient: coefficient, scale: scale) : nil
  }

  private static func unescaped(_ token: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in token {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "t")): bytes.append(0x09)
      case (true, UInt8(ascii: "n")): bytes.append(0x0A)
      default: bytes.append(byte)
      }
      isEscaped = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
