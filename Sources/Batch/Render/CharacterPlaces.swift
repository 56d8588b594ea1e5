internal import Findings
internal import Records
internal import Templates
internal import Vietnamese

/// Layout knows that a character has no glyph but not where it came from; the data and texts it can only have come from are searched.
struct CharacterPlaces {
  private let sources: [(name: String, bytes: [UInt8])]

  init(_ workspace: Workspace, _ shelf: Shelf, _ period: Period) {
    let texts = shelf.textNames(period: period.code).compactMap { shelf.text($0, period: period.code) }
    sources =
      workspace.files.map { (name: $0.name, bytes: $0.bytes) }
      + texts.map { (name: $0.path, bytes: Array($0.text.utf8)) }
  }

  /// The findings, those without a file moved to the first line that holds the marked character, each place told once.
  func placed(_ findings: [Finding], otherwise template: String) -> [Finding] {
    var told: Set<Finding> = []
    return findings.compactMap { finding in
      guard finding.location.file.isEmpty else { return finding }
      let moved = moved(finding, otherwise: template)
      return told.insert(moved).inserted ? moved : nil
    }
  }

  private func moved(_ finding: Finding, otherwise template: String) -> Finding {
    var moved = finding
    moved.location.file = template
    guard finding.code == "thieu-ky-tu", let excerpt = finding.excerpt,
      let character = Array(excerpt.line).dropFirst(excerpt.start).first
    else { return moved }
    for source in sources {
      guard let (row, line) = Self.line(holding: character, in: source.bytes) else { continue }
      moved.location = Location(file: source.name, row: row)
      moved.excerpt = Excerpt(line: line, start: line.prefix { $0 != character }.count, length: 1)
      return moved
    }
    return moved
  }

  /// The first line of UTF-8 text with `character`, counted from 1.
  private static func line(holding character: Character, in bytes: [UInt8]) -> (Int, String)? {
    let wanted = Array(String(character).utf8)
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for start in 0...bytes.count - wanted.count where bytes[start] == first && bytes[start...].starts(with: wanted) {
      let from = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let to = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) ?? bytes.count
      return (bytes[..<start].count { $0 == 0x0A } + 1, String(decoding: bytes[from..<to], as: UTF8.self))
    }
    return nil
  }
}
