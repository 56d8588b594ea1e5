internal import Findings
internal import Records
internal import Statistics
internal import Synchronization
internal import Templates
internal import Vietnamese

/// Layout knows that a character has no glyph, or a cell is too long, but not always where it came from; the data and texts it can only
/// have come from are searched. Several workers may ask at the same time; each text of a scope is looked for once.
final class CharacterPlaces: Sendable {
  private let dataset: Dataset
  private let shelf: Shelf
  private let period: Period
  private let known = Mutex<[Question: Place?]>([:])

  private struct Question: Hashable {
    var text: String
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

  init(_ desk: Desk) {
    dataset = desk.dataset
    shelf = desk.shelf
    period = desk.period
  }

  /// The office's own texts of the period. Read when something is looked for: most runs look for nothing.
  private var texts: [TemplateSource] {
    shelf.textNames(period: period.code).compactMap { shelf.text($0, period: period.code) }
  }

  /// Partials and common words: what a template prints besides its own. The workspace's before the program's.
  private var shared: [TemplateSource] {
    shelf.names("templates/partials", ending: ".md").compactMap { shelf.partial($0) }
      + ["van-ban.yaml", "nhan.yaml"].flatMap { shelf.layers("templates", $0).reversed() }
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
    guard finding.location.column == nil, let excerpt = finding.excerpt else { return moved }
    let line = Array(excerpt.line)
    switch finding.code {
    case "thieu-ky-tu":
      guard let character = line.dropFirst(excerpt.start).first,
        let place = place(of: String(character), scope, finding.location)
          ?? Self.place(of: character, inFile: template)
          ?? Self.place(of: character, in: shared)
      else { return moved }
      moved.location = place.location
      moved.excerpt = place.excerpt
    case "o-qua-dai":
      // A cell that a template put together is in no file.
      guard let place = place(of: excerpt.line, scope, finding.location) else { return moved }
      moved.location = place.location
    default: break
    }
    return moved
  }

  /// In the words of the template, which data and texts do not have.
  private static func place(of character: Character, inFile path: String) -> Place? {
    guard let bytes = try? FileReader.read(path, limit: 4 << 20) else { return nil }
    return place(of: character, in: [TemplateSource(path: path, text: String(decoding: bytes, as: UTF8.self))])
  }

  private static func place(of character: Character, in sources: [TemplateSource]) -> Place? {
    for source in sources where source.text.contains(character) {
      let lines = source.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      guard let row = lines.firstIndex(where: { $0.contains(character) }) else { continue }
      let line = String(lines[row])
      let start = line.prefix { $0 != character }.count
      return Place(
        location: Location(file: source.path, row: row + 1, column: start + 1),
        excerpt: Excerpt(line: line, start: start, length: 1))
    }
    return nil
  }

  private func place(of text: String, _ scope: Scope, _ traced: Location) -> Place? {
    var question = Question(text: text, code: nil, file: traced.file, row: traced.row)
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
    let known = question.row.map { (file: question.file, row: $0) }
    let character = question.text.count == 1 ? question.text.first : nil
    if let cell = dataset.cell(holding: question.text, preferring: question.code, at: known) {
      return Place(
        location: cell.location, excerpt: character.map { Self.mark($0, in: cell.excerpt) } ?? cell.excerpt)
    }
    return character.flatMap { Self.place(of: $0, in: texts) }
  }
}
