public import Documents
public import Findings
public import Graphics

/// Judges laid-out pages by the clauses of an official text.
///
///     let inspection = Inspector(.hd05, faces: faces).inspect(pages, of: document, file: "bao-cao-quy")
///
/// It looks at what stands on the paper: glyphs with face, size and place, and rules. The document only says which words are which
/// component; the measures of the format it was set by are not asked.
public struct Inspector: Sendable {
  private let guideline: Guideline
  private let faces: [FaceID: FaceTraits]

  public init(_ guideline: Guideline, faces: [FaceData]) {
    self.guideline = guideline
    self.faces = Dictionary(
      faces.compactMap { face in FaceTraits(face.bytes).map { (face.id, $0) } }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// - Parameter file: what findings call the report.
  public func inspect(_ pages: [Page], of document: Document, file: String) -> Inspection {
    let sheet = Sheet(pages, document, guideline, faces)
    var report = ClauseReport(file: file, guideline: guideline)
    var checked: [ClauseEntry] = []
    var absent: [ClauseEntry] = []
    for clause in ClauseBook.clauses where clause.entry.terms[guideline] != nil {
      if let part = clause.needs, !sheet.expects(part) {
        absent.append(clause.entry)
        continue
      }
      report.begin(clause.entry)
      clause.init().check(sheet, into: &report)
      checked.append(clause.entry)
    }
    return Inspection(guideline: guideline, checked: checked, absent: absent, findings: report.findings)
  }
}

/// What a report was judged by, and what was found.
public struct Inspection: Sendable {
  public var guideline: Guideline
  public var checked: [ClauseEntry]
  /// Clauses about components the report does not have.
  public var absent: [ClauseEntry]
  public var findings: [Finding]
}
