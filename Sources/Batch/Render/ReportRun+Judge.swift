internal import Documents
internal import Findings
internal import Graphics
internal import Lint
internal import Templates

extension ReportRun {
  /// Lays the document out and judges its pages.
  func judge(
    _ document: Document, _ format: String, _ stationery: Stationery, _ pipeline: consuming Pipeline,
    _ before: Outcome, _ placed: ([Finding]) -> [Finding]
  ) -> (outcome: Outcome, inspection: Inspection?) {
    let reader = FormatReader(names: shelf.formatNames) { [shelf] in shelf.format($0) }
    guard let guideline = Guideline.of(formats: reader.lineage(format)) else {
      return (before.ended(.configuration, [Self.unknownGuideline(format)]), nil)
    }
    var outcome = before
    let (pages, findings, failure) = pipeline.pages(of: document)
    outcome.findings.append(contentsOf: placed(findings))
    outcome.pages = pages.count
    if let failure { return (outcome.ended(failure, []), nil) }
    let inspection = Inspector(guideline, faces: stationery.faces).inspect(pages, of: document, file: request.path)
    return (outcome, inspection)
  }

  private static func unknownGuideline(_ format: String) -> Finding {
    Finding(
      code: "khong-ro-huong-dan", severity: .error, at: Location(file: "templates/formats/\(format).yaml"),
      Message(
        vi: "không rõ thể thức “\(format)” theo văn bản nào",
        en: "it is not known which official text the format “\(format)” follows"),
      hint: Message(
        vi: "thêm dòng ke_thua: party-hd05, party-hd36 hoặc state-nd30",
        en: "add a line ke_thua: party-hd05, party-hd36 or state-nd30"))
  }
}
