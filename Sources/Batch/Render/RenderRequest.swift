public import Findings
internal import Statistics
public import Vietnamese

/// What a person asks for with `baocao render`.
public struct RenderRequest: Sendable {
  /// Folder of the workspace, as given.
  public var workspace: String
  public var period: Period
  /// Name of the report's template.
  public var report: String
  /// What the report is about; the whole committee where nothing is named.
  public var about: AskedScope
  /// Overrides the format of the settings.
  public var format: String?
  /// Folder for finished reports; nil: `output` in the workspace.
  public var output: String?
  /// Prints “DỰ THẢO” and goes on where a final report must stop.
  public var isDraft: Bool
  /// Date on the document where the settings give none.
  public var asOf: CivilDate?

  public init(
    workspace: String, period: Period, report: String = "bao-cao-quy", organisation: String? = nil,
    about: AskedScope = AskedScope(), format: String? = nil, output: String? = nil, isDraft: Bool = false,
    asOf: CivilDate? = nil
  ) {
    self.workspace = workspace
    self.period = period
    self.report = report
    self.about = about
    if let organisation { self.about.organisation = organisation }
    self.format = format
    self.output = output
    self.isDraft = isDraft
    self.asOf = asOf
  }

  /// Where the PDF goes: `<output>/<period>/<report>.pdf`, of one organisation `<output>/<period>/<report>/<code>.pdf`; a draft has a
  /// name of its own, so that it never replaces a final report.
  public var path: String {
    let folder = outputFolder
    let name = ReportKey(form: report, scope: about.scope).text
    return Paths.join(folder, "\(period.code)/\(name)\(isDraft ? "-du-thao" : "").pdf")
  }
}

extension RenderRequest {
  private var outputFolder: String { output ?? Paths.join(workspace, "output") }

  /// The books of the runs of this period.
  var folder: RunFolder { RunFolder(output: outputFolder, period: period.code + (isDraft ? "-du-thao" : "")) }
}

/// How a command ended: what to tell, what was made, and the exit code.
public struct Outcome: Sendable {
  public var findings: FindingList
  public var code: ExitCode
  /// Files written, or found equal.
  public var files: [String]
  public var pages: Int

  public init(findings: FindingList = FindingList(), code: ExitCode = .done, files: [String] = [], pages: Int = 0) {
    self.findings = findings
    self.code = code
    self.files = files
    self.pages = pages
  }

  /// The same findings and more, ending with `code`.
  func ended(_ code: ExitCode, _ more: [Finding]) -> Outcome {
    var outcome = self
    outcome.findings.append(contentsOf: more)
    outcome.code = code
    return outcome
  }
}
