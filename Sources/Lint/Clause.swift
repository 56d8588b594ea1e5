internal import Documents
public import Findings

/// One check of a laid-out report. Each has a file of its name, a stable code and an entry in the manual.
protocol Clause: Sendable {
  static var entry: ClauseEntry { get }
  /// The component it is about; a report without one is not judged by it. nil: every report is.
  static var needs: PartKind? { get }
  init()
  func check(_ sheet: Sheet, into report: inout ClauseReport)
}

extension Clause {
  static var needs: PartKind? { nil }
}

/// What a clause is called, and what each guideline says of it.
public struct ClauseEntry: Sendable, Hashable {
  /// Stable name, in unaccented Vietnamese with hyphens.
  public var code: String
  /// What it is about: “trích yếu”.
  public var name: Message
  /// A guideline that is not here has no such clause.
  public var terms: [Guideline: Term]

  init(_ code: String, _ name: Message, party: Term? = nil, state: Term? = nil) {
    self.code = code
    self.name = name
    terms = [:]
    for guideline in Guideline.allCases { terms[guideline] = guideline.isParty ? party : state }
  }

  /// “HD 05-HD/VPTW, ô 4 [A]”; nil where the guideline has no such clause.
  public func citation(_ guideline: Guideline) -> Message? {
    guard let term = terms[guideline] else { return nil }
    let (title, mark) = (guideline.title, term.confidence.rawValue)
    return Message(
      vi: "\(title.vietnamese), \(term.place.vietnamese) [\(mark)]",
      en: "\(title.english), \(term.place.english) [\(mark)]")
  }
}

/// What one guideline asks for, where, and how sure that is.
public struct Term: Sendable, Hashable {
  /// “ô 4”, or “trang giấy” for what has no box in the diagram.
  public var place: Message
  public var confidence: Confidence
  public var asks: Message

  static func box(_ number: String, _ confidence: Confidence, vi: String, en: String) -> Term {
    Term(
      place: Message(vi: "ô \(number)", en: "box \(number)"), confidence: confidence, asks: Message(vi: vi, en: en))
  }

  static func paper(_ confidence: Confidence, vi: String, en: String) -> Term {
    Term(place: Message(vi: "trang giấy", en: "paper"), confidence: confidence, asks: Message(vi: vi, en: en))
  }
}

/// What the clauses found on the pages of one report.
struct ClauseReport {
  private(set) var findings: [Finding] = []
  private let file: String
  private let guideline: Guideline
  /// The clause at work.
  private var entry: ClauseEntry?

  init(file: String, guideline: Guideline) {
    self.file = file
    self.guideline = guideline
  }

  mutating func begin(_ entry: ClauseEntry) { self.entry = entry }

  /// Adds a finding of the clause at work. `line` is shown with `marked` under the caret, the whole line where that is nil.
  mutating func add(page: Int? = nil, _ line: PrintedLine? = nil, marked: String? = nil, vi: String, en: String) {
    guard let entry, let term = entry.terms[guideline], let citation = entry.citation(guideline) else { return }
    findings.append(
      Finding(
        code: entry.code, severity: term.confidence.severity,
        at: Location(file: file, page: (line?.page ?? page).map { $0 + 1 }),
        Message(
          vi: "\(entry.name.vietnamese): \(vi) (\(citation.vietnamese))",
          en: "\(entry.name.english): \(en) (\(citation.english))"),
        hint: term.asks, excerpt: line.map { Self.excerpt($0.text, marked) }))
  }

  private static func excerpt(_ line: String, _ marked: String?) -> Excerpt {
    let characters = Array(line)
    let part = Array(marked ?? "")
    if !part.isEmpty, part.count <= characters.count {
      for start in 0...(characters.count - part.count) where Array(characters[start..<start + part.count]) == part {
        return Excerpt(line: line, start: start, length: part.count)
      }
    }
    return Excerpt(line: line, start: 0, length: characters.count)
  }
}
