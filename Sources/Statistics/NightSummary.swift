/// What a run over many reports did, for the nightly page: counts, failures, and figures that changed since the run before.
public struct NightSummary: Sendable, Hashable {
  /// A report that could not be made.
  public struct Failure: Sendable, Hashable {
    public var report: String
    public var code: String
    public var message: String

    public init(report: String, code: String, message: String) {
      self.report = report
      self.code = code
      self.message = message
    }
  }

  /// A figure that reads differently than in the run before, as it is printed.
  public struct Change: Sendable, Hashable {
    /// What the figure means, with the row of a list it stands in.
    public var figure: String
    public var before: String
    public var after: String
    public var difference: String
    /// The first report that shows it, and how many more do.
    public var report: String
    public var otherReports: Int

    public init(
      figure: String, before: String, after: String, difference: String, report: String, otherReports: Int = 0
    ) {
      self.figure = figure
      self.before = before
      self.after = after
      self.difference = difference
      self.report = report
      self.otherReports = otherReports
    }
  }

  /// How many reports differ from the run before in one way: “số liệu”, “trình bày”.
  public struct Difference: Sendable, Hashable {
    public var kind: String
    public var reports: Int

    public init(kind: String, reports: Int) {
      self.kind = kind
      self.reports = reports
    }
  }

  /// Number of the run, and of the one it is compared with.
  public var run = 0
  public var previous: Int?
  public var planned = 0
  public var made = 0
  public var unchanged = 0
  public var failed = 0
  /// Files no report stands for any more.
  public var stale = 0
  public var pages = 0
  public var failures: [Failure] = []
  public var differences: [Difference] = []
  /// Different figures, each once; `changesLeftOut` more are not in the list.
  public var changes: [Change] = []
  public var changesLeftOut = 0

  public init() {}
}
