internal import Facts
internal import Findings
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// Every report of a workspace and period, with what they share, ready to be made in any order.
struct NightPlan: Sendable {
  /// One report to make.
  struct Job: Sendable {
    var key: ReportKey
    var scope: Scope
    /// Place in `forms`.
    var form: Int
  }

  let desk: Desk
  let forms: [Desk.Form]
  /// Pages about the run itself, made when its reports are done.
  let bulletins: [Desk.Form]
  /// Digest of each form.
  let digests: [String]
  /// Every report of the period in the order of the templates, then the official order of organisations.
  let all: [Job]
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
    let workspace: Workspace
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
    let (dataset, problems) = workspace.dataset(period: period, leavesProse: true)
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
    let units = desk.dataset.organisations.filter { $0.kind.isGrassroots && $0.isValid(on: desk.period.end) }
    let late = desk.maker.lateUnits(desk.period)
    all = forms.indices.flatMap { index in
      Self.scopes(forms[index].template.header, units, late).map { scope in
        Job(key: ReportKey(form: forms[index].name, scope: scope), scope: scope, form: index)
      }
    }
  }

  private static func scopes(_ header: TemplateHeader, _ units: [Organisation], _ late: [String]) -> [Scope] {
    switch header.scope {
    case "don_vi": units.map { .organisation($0.code) }
    case "don_vi_cham": late.map(Scope.organisation)
    case "khoi": names(units, \.sector).map(Scope.sector)
    // Where the data make no groups, similar bodies are those of a kind.
    case "nhom":
      names(units, units.contains { !$0.group.isEmpty } ? { $0.group } : { $0.kind.name }).map(Scope.group)
    default: [.committee]
    }
  }

  private static func names(_ units: [Organisation], _ name: (Organisation) -> String) -> [String] {
    Set(units.map(name)).filter { !$0.isEmpty }.sorted()
  }

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
    let (only, shard) = (request.only, request.shard)
    let mine = all.filter { job in shard.map { $0.owns(job.key) } ?? true }
    if only.isEmpty { return (mine, []) }
    let wanted = Set(only)
    let known = Set(all.flatMap { [$0.key.text, forms[$0.form].name] })
    let jobs = mine.filter { wanted.contains($0.key.text) || wanted.contains(forms[$0.form].name) }
    return (jobs, only.filter { !known.contains($0) }.map { unknown($0, known) })
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
    let facts = desk.facts(form, job.scope)
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
