internal import Configuration
internal import Findings
public import Records
public import Statistics
public import Vietnamese

/// What `baocao.yaml` says. Every key is described in the manual, `docs/vi/du-lieu.md`.
public struct Settings: Sendable {
  public var name: String
  public var office: Office
  /// Name of the format: `party-hd05`.
  public var format: String
  public var reports: [String: ReportSettings]
  /// Foreign header -> column, per data file.
  public var columns: [TableName: [String: String]]
  /// Forced encodings and separators, per data file.
  public var encodings: [TableName: String]
  public var separators: [TableName: String]
  /// The worksheet to read of a workbook; the first where none is named.
  public var sheets: [TableName: String]
  /// Column -> encoding of that column alone, per data file.
  public var columnEncodings: [TableName: [String: String]]
  public var rules: CountingRules
  public var imprint: Imprint
  public var cutOff: CutOff
  /// `73,81 %` instead of `73,81%`.
  public var spacesPercent = false
  /// Counts below ten as `02` in sentences; never in tables.
  public var padsProse = true
  /// The tone style of everything printed (hòa or hoà), personal names excepted; nil prints each word as it was written.
  public var toneStyle: ToneStyle?
  public var limits: PrintLimits
  /// Where `co_quan` stands in the file, for findings.
  var officePlace: KeyPlace?

  public init(name: String, office: Office) {
    self.name = name
    self.office = office
    format = "party-hd05"
    reports = [:]
    columns = [:]
    encodings = [:]
    separators = [:]
    sheets = [:]
    columnEncodings = [:]
    rules = CountingRules()
    imprint = Imprint()
    cutOff = .calendar
    limits = .standard
  }
}

/// What `baocao.yaml` says of the documents of one report.
public struct ReportSettings: Sendable, Hashable {
  public var authority: [String] = []
  public var post = ""
  public var signer = ""
  public var recipients: [String] = []
  public var urgency: String?
  public var circulation: String?
  public var typist: String?
  public var isDraft = false
  /// “Dự thảo lần 2”.
  public var draftNumber: Int?
  /// Prints the office's address at the foot of page 1.
  public var hasContact = false
  /// Leaves room for the stamp of a secret paper.
  public var leavesSecrecyRoom = false
  /// Format of this report where it differs from the workspace's.
  public var format: String?
  /// Number and date of each period's document, by period code.
  public var issues: [String: Issue] = [:]
  /// Where the report's name and its marks stand in the file, for findings.
  var place: KeyPlace?
  var urgencyPlace: KeyPlace?
  var circulationPlace: KeyPlace?

  /// One issued document.
  public struct Issue: Sendable, Hashable {
    public var number: String?
    public var date: CivilDate?

    public init(number: String? = nil, date: CivilDate? = nil) {
      self.number = number
      self.date = date
    }
  }

  public init() {}

  /// The paper of a period; `date` stands in where the settings give none.
  public func paper(for period: Period, date: CivilDate?) -> Paper {
    let issue = issues[period.code]
    return Paper(
      number: issue?.number, date: issue?.date ?? date, authority: authority, post: post, signer: signer,
      recipients: recipients, urgency: urgency, circulation: circulation, typist: typist, isDraft: isDraft,
      draftNumber: draftNumber, hasContact: hasContact, leavesSecrecyRoom: leavesSecrecyRoom)
  }
}

/// A key of `baocao.yaml` with its line, kept for what is only found out when the data and templates are known.
struct KeyPlace: Sendable, Hashable {
  private let location: Location
  private let excerpt: Excerpt?

  init(_ span: Span) {
    let finding = span.finding("", Message(vi: "", en: ""))
    location = finding.location
    excerpt = finding.excerpt
  }

  func finding(_ code: String, _ severity: Severity, _ message: Message, hint: Message?) -> Finding {
    Finding(code: code, severity: severity, at: location, message, hint: hint, excerpt: excerpt)
  }
}
