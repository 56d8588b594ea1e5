import Findings
import Records
import Testing

let bodies = MarkedFile("to-chuc", organisations)

/// Expects findings of `code` at exactly the marked cells, each with the cell's text under the caret. Returns what was read.
@discardableResult func expect(
  _ code: String, _ severity: Severity, _ marks: [Character: String], in files: MarkedFile...,
  location: SourceLocation = #_sourceLocation
) -> Dataset {
  var workspace = Workspace()
  workspace.files = files
  let (dataset, all) = workspace.read()
  let findings = all.filter { $0.code == code }
  #expect(findings.count == marks.count, "\(all.map(\.code))", sourceLocation: location)
  for (mark, text) in marks {
    guard let file = files.first(where: { $0.marks[mark] != nil }), let place = file.marks[mark] else {
      Issue.record("no file has the mark \(mark)", sourceLocation: location)
      continue
    }
    let hit = findings.first {
      $0.location.file == file.file.name && $0.location.row == place.row && $0.location.column == place.column
    }
    #expect(hit != nil, "nothing points at \(mark): \(findings.map(\.location))", sourceLocation: location)
    guard let hit else { continue }
    #expect(hit.severity == severity, sourceLocation: location)
    #expect(hit.marked == text, sourceLocation: location)
    #expect(hit.location.byteOffset == place.byteOffset, sourceLocation: location)
    #expect(hit.excerpt?.start == place.start, sourceLocation: location)
  }
  return dataset
}

/// Expects that the rule has nothing to say.
func expectNone(_ code: String, in files: MarkedFile..., location: SourceLocation = #_sourceLocation) {
  var workspace = Workspace()
  workspace.files = files
  let findings = workspace.read().findings.filter { $0.code == code || $0.severity == .error }
  #expect(findings.map { FindingText(language: .english).render($0) } == [], sourceLocation: location)
}
