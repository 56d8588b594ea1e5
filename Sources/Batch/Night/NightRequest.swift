public import Findings
public import Vietnamese

/// What is asked for with `baocao render --all`, and by the commands around it.
public struct NightRequest: Sendable {
  public var workspace: String
  public var period: Period
  /// Overrides the format of the settings, for every report.
  public var format: String?
  /// Folder for finished reports; nil: `output` in the workspace.
  public var output: String?
  public var isDraft = false
  public var asOf: CivilDate?
  /// Workers; each lays out one report at a time.
  public var jobs = 1
  /// Keys, or names of templates for all reports of one; empty: everything.
  public var only: [String] = []
  /// A selection that turned out to hold nothing, where no keys would mean everything.
  public var selectsNothing = false
  /// Renders what has not changed, too.
  public var isForced = false
  public var maxFailures: FailureLimit?
  public var shard: Shard?
  /// Removes files no report stands for any more.
  public var prunes = false
  /// Seconds one report may take.
  public var secondsPerReport = 120
  /// Pages one report may have.
  public var pagesPerReport = usualPages
  /// Mebibytes one report may take up while it is made, as `ReportLimits` counts them.
  public var megabytesPerReport = usualMegabytes

  public static let usualPages = 5000
  public static let usualMegabytes = 1024

  public init(workspace: String, period: Period) {
    self.workspace = workspace
    self.period = period
  }

  /// Whether every report is asked for.
  var isWhole: Bool { only.isEmpty && !selectsNothing }

  var limits: ReportLimits { ReportLimits(pages: pagesPerReport, bytes: megabytesPerReport << 20) }

  var folder: RunFolder {
    // Drafts keep books of their own and never replace a final report.
    RunFolder(
      output: output ?? Paths.join(workspace, "output"), period: period.code + (isDraft ? "-du-thao" : ""))
  }
}

/// When a night is given up: `20` reports, or `5%` of those planned.
public enum FailureLimit: Sendable, Hashable {
  case reports(Int)
  case percent(Int)

  public init?(_ text: String) {
    let isPercent = text.hasSuffix("%")
    guard let number = Int(isPercent ? text.dropLast() : text[...]), number >= 0, !isPercent || number <= 100 else {
      return nil
    }
    self = isPercent ? .percent(number) : .reports(number)
  }

  func isExceeded(failed: Int, planned: Int) -> Bool {
    switch self {
    case .reports(let limit): failed > limit
    case .percent(let limit): failed.multipliedReportingOverflow(by: 100).partialValue > limit * planned
    }
  }
}

/// What a run tells while it goes on; always from the thread that called it.
public enum NightEvent: Sendable {
  case started(run: Int, planned: Int, path: String)
  case report(Manifest.Entry, [Finding])
  case progress(NightProgress)
  case stale(ReportKey, removed: Bool)
}

public struct NightProgress: Sendable {
  public var summary: Manifest.Summary
  public var planned: Int
  public var seconds: Double

  public var settled: Int { summary.done + summary.unchanged + summary.failed }
}

/// How a run ended.
public struct NightOutcome: Sendable {
  public var code: ExitCode
  /// Findings of the workspace and of files; those of single reports come as events.
  public var findings: FindingList
  public var summary = Manifest.Summary()
  public var planned = 0
  public var manifest: String?
  public var failedList: String?

  init(_ code: ExitCode, _ findings: FindingList) {
    self.code = code
    self.findings = findings
  }
}
