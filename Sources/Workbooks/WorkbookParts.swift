/// The worksheets of a workbook, by name and place in the container.
final class SheetList: XMLListener {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var usesDatesOf1904 = false
  let isDone = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "sheet":
      if let title = attributes["name"], let relation = attributes["id"] { sheets.append((title, relation)) }
    case "workbookPr":
      usesDatesOf1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Where the parts of a workbook are: relation -> part.
final class RelationList: XMLListener {
  private(set) var targets: [String: String] = [:]
  let isDone = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The texts that cells share. The readings aids of East Asian text (`rPh`) are no text of the cell.
final class SharedTexts: XMLListener {
  private(set) var texts: [String] = []
  private(set) var isTooLarge = false
  private let limit: Int
  private var size = 0
  private var current: [UInt8] = []
  private var isInText = false
  private var isInAid = false

  var isDone: Bool { isTooLarge }

  init(limit: Int) { self.limit = limit }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "si": current.removeAll(keepingCapacity: true)
    case "rPh": isInAid = true
    case "t": isInText = !isInAid
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si": texts.append(String(decoding: current, as: UTF8.self))
    case "rPh": isInAid = false
    case "t": isInText = false
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    size += text.count
    isTooLarge = size > limit
    if !isTooLarge { unsafe current.append(contentsOf: text) }
  }
}

/// What the number formats of cells mean: a number, a rate, or a day.
final class StyleList: XMLListener {
  enum Meaning: Sendable { case number, percent, date }

  /// For each cell style.
  private(set) var meanings: [Meaning] = []
  private var formats: [Int: Meaning] = [:]
  private var isInCellFormats = false
  let isDone = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        formats[id] = Self.meaning(code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      meanings.append(formats[id] ?? Self.builtIn(id))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The formats that have a number instead of a code (ECMA-376 §18.8.30).
  private static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
    default: .number
    }
  }

  /// A format with the letters of a day or year outside quotes and brackets shows dates; one with `%` shows rates.
  static func meaning(_ code: String) -> Meaning {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    var found = Meaning.number
    for character in code {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "\\", "_", "*": isEscaped = !isQuoted
      case "[": isBracketed = !isQuoted
      case "]": isBracketed = false
      case "d", "D", "y", "Y": if !isQuoted, !isBracketed { return .date }
      case "%": if !isQuoted, !isBracketed { found = .percent }
      default: break
      }
    }
    return found
  }
}
