internal import Findings
internal import Records
internal import Statistics
internal import Synchronization
internal import Templates
internal import Vietnamese

/// Layout knows that a character has no glyph but not always where it came from; the data and texts it can only have come from are
/// searched. Several workers may ask at the same time; each character of a scope is looked for once.
final class CharacterPlaces: Sendable {
  private let dataset: Dataset
  private let texts: [TemplateSource]
  private let known = Mutex<[Question: Place?]>([:])

  private struct Question: Hashable {
    var character: Character
    var code: String?
    /// Where the figure was traced to.
    var file: String
    var row: Int?
  }

  private struct Place {
    var location: Location
    var excerpt: Excerpt
  }

  /// Answers kept; a night in which more characters are missing has other troubles.
  private static let mostKnown = 10_000

  init(_ dataset: Dataset, _ shelf: Shelf, _ period: Period) {
    self.dataset = dataset
    texts = shelf.textNames(period: period.code).compactMap { shelf.text($0, period: period.code) }
  }

  /// The findings, those without a cell moved to the first that holds the marked character, of the scope's own rows where there is one;
  /// each place told once.
  func placed(_ findings: [Finding], _ scope: Scope, otherwise template: String) -> [Finding] {
    var told: Set<Finding> = []
    return findings.compactMap { finding in
      let moved = moved(finding, scope, otherwise: template)
      return told.insert(moved).inserted ? moved : nil
    }
  }

  private func moved(_ finding: Finding, _ scope: Scope, otherwise template: String) -> Finding {
    var moved = finding
    if moved.location.file.isEmpty { moved.location.file = template }
    guard finding.code == "thieu-ky-tu", finding.location.column == nil, let excerpt = finding.excerpt,
      let character = Array(excerpt.line).dropFirst(excerpt.start).first,
      let place = place(of: character, scope, finding.location) ?? Self.place(of: character, inFile: template)
    else { return moved }
    moved.location = place.location
    moved.excerpt = place.excerpt
    return moved
  }

  /// In the words of the template, which data and texts do not have.
  private static func place(of character: Character, inFile path: String) -> Place? {
    guard let bytes = try? FileReader.read(path, limit: 4 << 20) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard let row = lines.firstIndex(where: { $0.contains(character) }) else { return nil }
    let line = String(lines[row])
    let start = line.prefix { $0 != character }.count
    return Place(
      location: Location(file: path, row: row + 1, column: start + 1),
      excerpt: Excerpt(line: line, start: start, length: 1))
  }

  private func place(of character: Character, _ scope: Scope, _ traced: Location) -> Place? {
    var question = Question(character: character, code: nil, file: traced.file, row: traced.row)
    if case .organisation(let code) = scope { question.code = code }
    if let place = known.withLock({ $0[question] }) { return place }
    let place = search(question)
    known.withLock { if $0.count < Self.mostKnown { $0[question] = .some(place) } }
    return place
  }

  /// The caret under the character itself: in a long cell nobody finds it otherwise. A cell that was cut short keeps its own mark.
  private static func mark(_ character: Character, in excerpt: Excerpt) -> Excerpt {
    let cell = Array(excerpt.line).dropFirst(excerpt.start).prefix(excerpt.length)
    guard let place = cell.firstIndex(of: character) else { return excerpt }
    return Excerpt(line: excerpt.line, start: place, length: 1)
  }

  private func search(_ question: Question) -> Place? {
    let character = question.character
    let known = question.row.map { (file: question.file, row: $0) }
    if let cell = dataset.cell(holding: String(character), preferring: question.code, at: known) {
      return Place(location: cell.location, excerpt: Self.mark(character, in: cell.excerpt))
    }
    for text in texts {
      let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let row = lines.firstIndex(where: { $0.contains(character) }) else { continue }
      let line = String(lines[row])
      let start = line.prefix { $0 != character }.count
      return Place(
        location: Location(file: text.path, row: row + 1, column: start + 1),
        excerpt: Excerpt(line: line, start: start, length: 1))
    }
    return nil
  }
}
