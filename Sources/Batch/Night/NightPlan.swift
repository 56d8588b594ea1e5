internal import Facts
internal import Findings
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// Every report of a workspace and period, with what they share, ready to be made in any order.
struct NightPlan: Sendable {
  /// One report to make, in eight bytes: a night has fifty thousand. `scope(of:)` and `key(of:)` say the rest when it is needed.
  struct Job: Sendable, Hashable {
    private let formPlace: UInt32
    private let subjectPlace: UInt32

    init(form: Int, subject: Int) {
      formPlace = UInt32(form)
      subjectPlace = UInt32(subject)
    }

    /// Place in `forms`.
    var form: Int { Int(formPlace) }
    /// Place of the organisation, or of the name among those the form is about.
    var subject: Int { Int(subjectPlace) }
  }

  /// What the reports of one form are about.
  private enum Subjects {
    case committee
    /// By their places in the table.
    case organisations
    case sectors([String])
    case groups([String])
  }

  let desk: Desk
  let forms: [Desk.Form]
  /// Pages about the run itself, made when its reports are done.
  let bulletins: [Desk.Form]
  /// Digest of each form.
  let digests: [String]
  /// Every report of the period in the order of the templates, then the official order of organisations.
  let all: [Job]
  /// For each form.
  private let subjects: [Subjects]
  /// Finds the cell a finding of layout is about.
  let places: CharacterPlaces

  /// One digest for all forms.
  var formsDigest: String {
    var digest = InputDigest()
    for text in digests { digest.add(text) }
    return digest.finish()
  }

  /// Reads the workspace and compiles every form; nil with the outcome that says why not.
  static func prepare(_ request: NightRequest, _ resources: Resources) -> (NightPlan?, NightOutcome) {
    var findings = FindingList()
    var workspace: Workspace
    switch Workspace.open(request.workspace) {
    case .failed(let problems, let code):
      findings.append(contentsOf: problems)
      return (nil, NightOutcome(code, findings))
    case .open(let opened, let problems):
      workspace = opened
      findings.append(contentsOf: problems)
    }
    let period = request.period.with(cutOff: workspace.settings.cutOff)
    let start = ContinuousClock.now
    let (dataset, problems) = workspace.dataset(period: period, scratch: ScratchFolder(resources.temporary))
    resources.clock?.add(since: start, to: .data)
    findings.append(contentsOf: problems)
    let shelf = Shelf(workspace: request.workspace, resources: resources)
    if let refusal = Desk.refusal(problems, workspace, dataset, period, shelf, isDraft: request.isDraft) {
      findings.append(contentsOf: refusal.findings)
      return (nil, NightOutcome(refusal.code, findings))
    }
    let desk = Desk(workspace, dataset, period, shelf, asOf: request.asOf, isDraft: request.isDraft)
    let (forms, formFindings) = forms(desk, named(request.only, desk.shelf.reportNames), asked: request.format)
    findings.append(contentsOf: formFindings)
    guard let forms else { return (nil, NightOutcome(.configuration, findings)) }
    return (NightPlan(desk, forms), NightOutcome(.done, findings))
  }

  private init(_ desk: Desk, _ meant: [Desk.Form]) {
    self.desk = desk
    forms = meant.filter { $0.template.header.scope != NightPage.scope }
    bulletins = meant.filter { $0.template.header.scope == NightPage.scope }
    let forms = forms
    digests = forms.map(desk.digest)
    places = CharacterPlaces(desk)
    var all: [Job] = []
    subjects = forms.indices.map { form in
      let (subjects, places) = Self.subjects(forms[form].template.header, desk)
      all += places.map { Job(form: form, subject: $0) }
      return subjects
    }
    self.all = all
  }

  /// What the reports of a form are about, and the place of each.
  private static func subjects(_ header: TemplateHeader, _ desk: Desk) -> (Subjects, places: [Int]) {
    let dataset = desk.dataset
    func isUnit(_ body: Organisation) -> Bool { body.kind.isGrassroots && body.isValid(on: desk.period.end) }
    switch header.scope {
    case "don_vi":
      return (.organisations, dataset.organisations.enumerated().compactMap { isUnit($1) ? $0 : nil })
    case "don_vi_cham":
      return (.organisations, desk.maker.lateUnits(desk.period).compactMap { dataset.organisationIndex[$0] })
    case "khoi":
      let names = names(dataset.organisations.lazy.filter(isUnit).map(\.sector))
      return (.sectors(names), Array(names.indices))
    // Where the data make no groups, similar bodies are those of a kind.
    case "nhom":
      let hasGroups = dataset.organisations.contains { isUnit($0) && !$0.group.isEmpty }
      let names = names(dataset.organisations.lazy.filter(isUnit).map { hasGroups ? $0.group : $0.kind.name })
      return (.groups(names), Array(names.indices))
    default: return (.committee, [0])
    }
  }

  private static func names(_ names: some Sequence<String>) -> [String] {
    Set(names).filter { !$0.isEmpty }.sorted()
  }

  func scope(of job: Job) -> Scope {
    switch subjects[job.form] {
    case .committee: .committee
    case .organisations: .organisation(desk.dataset.organisations[job.subject].code)
    case .sectors(let names): .sector(names[job.subject])
    case .groups(let names): .group(names[job.subject])
    }
  }

  func key(of job: Job) -> ReportKey { ReportKey(form: forms[job.form].name, scope: scope(of: job)) }

  /// The templates that `only` asks for by name or by the key of a report; all where it asks for none, or for one that is not known: then the
  /// message about it names what is near.
  private static func named(_ only: [String], _ names: [String]) -> [String] {
    func isAsked(_ name: String, by key: String) -> Bool { key == name || key.hasPrefix(name + "/") }
    let areKnown = only.allSatisfy { key in names.contains { isAsked($0, by: key) } }
    guard !only.isEmpty, areKnown else { return names }
    return names.filter { name in only.contains { isAsked(name, by: $0) } }
  }

  /// Of the templates `names` those meant for the period; nil when one cannot be used.
  private static func forms(_ desk: Desk, _ names: [String], asked: String?) -> ([Desk.Form]?, [Finding]) {
    var stationeries: [String: Stationery] = [:]
    var forms: [Desk.Form] = []
    var findings: [Finding] = []
    var isUsable = true
    for name in names {
      let format = desk.formatName(of: name, asked: asked)
      if stationeries[format] == nil {
        let (stationery, problems) = Stationery.prepare(format, desk.shelf)
        findings += problems
        stationeries[format] = stationery
      }
      guard let stationery = stationeries[format] else { return (nil, findings) }
      let (form, problems) = desk.form(name, format: format, stationery)
      findings += problems.filter { !findings.contains($0) }
      guard let form else {
        isUsable = false
        continue
      }
      if TemplateWords.isMeant(form.template.header, for: desk.period) { forms.append(form) }
    }
    return (isUsable ? forms : nil, findings)
  }

  /// The reports a request is about, or a finding for each name that stands for none.
  func jobs(_ request: NightRequest) -> ([Job], [Finding]) {
    if request.selectsNothing { return ([], []) }
    var jobs = all
    if let shard = request.shard { jobs = jobs.filter { shard.owns(key(of: $0)) } }
    if request.only.isEmpty { return (jobs, []) }
    let wanted = Set(request.only)
    jobs = jobs.filter { wanted.contains(forms[$0.form].name) || wanted.contains(key(of: $0).text) }
    return (jobs, unknown(request.only))
  }

  private func unknown(_ only: [String]) -> [Finding] {
    var unknown = Set(only)
    for job in all {
      if unknown.isEmpty { return [] }
      unknown.remove(forms[job.form].name)
      unknown.remove(key(of: job).text)
    }
    let known = Set(all.flatMap { [key(of: $0).text, forms[$0.form].name] })
    return only.filter(unknown.contains).map { self.unknown($0, known) }
  }

  private func unknown(_ key: String, _ known: Set<String>) -> Finding {
    if bulletins.contains(where: { $0.name == key }) { return bulletinAlone(key) }
    return Finding(
      code: "khong-co-bao-cao", severity: .error, at: Location(file: key),
      Message(vi: "kỳ này không có báo cáo “\(key)”", en: "there is no report “\(key)” in this period"),
      hint: Nearest.suggest(key, among: known.sorted()).map {
        Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?")
      } ?? Message(vi: "xem tên các báo cáo: baocao plan", en: "see the names with: baocao plan"))
  }

  private func bulletinAlone(_ name: String) -> Finding {
    Finding(
      code: "ban-tin-rieng", severity: .error, at: Location(file: name),
      Message(
        vi: "“\(name)” nói về cả lần chạy nên không lập chung với các báo cáo chọn riêng",
        en: "“\(name)” is about a whole run and is not made with chosen reports"),
      hint: Message(
        vi: "lập riêng: baocao render --report \(name)", en: "make it alone: baocao render --report \(name)"))
  }

  func templatePath(_ job: Job) -> String {
    let name = forms[job.form].name
    return desk.shelf.path("templates", name + ".md") ?? name
  }

  /// The figures of one report, and what tells whether they and the page they make have changed.
  struct Ingredients {
    var facts: Record
    /// The figures as a store keeps them.
    var figures: StoredFigures
    /// Digest of the figures alone: what tells a changed figure from a changed layout.
    var factsDigest: String
    /// Digest of everything the page depends on.
    var input: String
  }

  func ingredients(_ job: Job) -> Ingredients {
    let form = forms[job.form]
    let facts = desk.facts(form, scope(of: job))
    let start = ContinuousClock.now
    defer { desk.clock?.add(since: start, to: .publishing) }
    let text = FigureText(facts, form.shape).bytes
    var digest = InputDigest()
    let sum = Digest.sha256(text)
    digest.add(form.shapeText)
    digest.add(sum)
    let factsDigest = digest.finish()
    digest = InputDigest()
    digest.add(digests[job.form])
    digest.add(factsDigest)
    for photo in desk.photoDigests(facts) { digest.add(photo) }
    let figures =
      text.count <= FigureText.largestWhole
      ? StoredFigures(shape: form.shapeText, values: text, sum: sum)
      : StoredFigures(
        shape: form.shapeText, values: FigureText(facts, form.shape, longestList: FigureText.keptElements).bytes)
    return Ingredients(facts: facts, figures: figures, factsDigest: factsDigest, input: digest.finish())
  }
}
