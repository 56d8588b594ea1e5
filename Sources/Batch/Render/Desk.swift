internal import Documents
internal import Facts
internal import Findings
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// What all reports of one workspace and period share, read once and then only read: rows, page rules, fonts, templates, texts.
///
/// Several workers may ask a desk for documents at the same time.
struct Desk: Sendable {
  let workspace: Workspace
  let dataset: Dataset
  let period: Period
  let maker: FactMaker
  let shelf: Shelf
  /// Date on documents whose settings give none.
  let asOf: CivilDate?
  let isDraft: Bool

  /// A template with the page rules it is set by and the texts it may ask for.
  struct Form: Sendable {
    let name: String
    let template: CompiledTemplate
    let stationery: Stationery
    let formatName: String
    let texts: [String: NarrativeText]
    let settings: ReportSettings
    /// The facts it can show, those of its texts included.
    let uses: FactMask
    /// What its figures are, as they are stored.
    let shape: FigureShape
    let shapeText: String
  }

  init(
    _ workspace: Workspace, _ dataset: Dataset, _ period: Period, _ shelf: Shelf, asOf: CivilDate?, isDraft: Bool
  ) {
    self.workspace = workspace.withoutFiles
    self.dataset = dataset
    self.period = period
    self.shelf = shelf
    self.asOf = asOf
    self.isDraft = isDraft
    let start = ContinuousClock.now
    maker = FactMaker(dataset, rules: workspace.settings.rules)
    shelf.resources.clock?.add(since: start, to: .data)
  }

  var clock: StageClock? { shelf.resources.clock }

  /// Why there is nothing to print: what is not there yet is worth waiting for, an error is not. A draft shows what there is.
  static func refusal(
    _ findings: FindingList, _ workspace: Workspace, _ dataset: Dataset, _ period: Period, _ shelf: Shelf, isDraft: Bool
  ) -> (code: ExitCode, findings: [Finding])? {
    if let failure = workspace.failure { return (failure.exitCode, []) }
    if findings.sorted.contains(where: { $0.code == "thieu-tep" }) { return (.inputMissing, []) }
    let wrongNames =
      SettingsCheck(settings: workspace.settings, dataset: dataset, shelf: shelf).findings()
      + StrayFiles(shelf: shelf).findings()
    if !wrongNames.isEmpty { return (.configuration, wrongNames) }
    if isDraft { return nil }
    if findings.hasErrors { return (.dataFailed, []) }
    return PeriodCheck(period: period, dataset: dataset).finding().map { (.inputMissing, [$0]) }
  }

  func formatName(of report: String, asked: String?) -> String {
    asked ?? workspace.settings.reports[report]?.format ?? workspace.settings.format
  }

  /// The form of a report; nil with findings that say why there is none.
  func form(_ report: String, format: String, _ stationery: Stationery) -> (Form?, [Finding]) {
    let set = TemplateSet(shelf, styles: Set(stationery.format.styles.keys))
    let (template, templateFindings) = set.compile(report)
    let (texts, textFindings) = set.narratives(period)
    let findings = templateFindings + textFindings
    guard let template, !textFindings.contains(where: { $0.severity == .error }) else { return (nil, findings) }
    let settings = workspace.settings.reports[report] ?? ReportSettings()
    let uses = Self.uses(template, texts)
    let shape = FigureShape(Schema.root, uses)
    let form = Form(
      name: report, template: template, stationery: stationery, formatName: format, texts: texts, settings: settings,
      uses: uses, shape: shape, shapeText: shape.text)
    return (form, findings)
  }

  private static func uses(_ template: CompiledTemplate, _ texts: [String: NarrativeText]) -> FactMask {
    var uses = template.uses
    if template.showsTexts { for text in texts.values { uses.formUnion(text.uses) } }
    // Whatever the template names: the date of creation and the word DỰ THẢO come from here.
    for subject in ["van_ban", "ky"] { if let place = Schema.root.place(of: subject) { uses.insert([place]) } }
    return uses
  }

  /// The figures a form shows of a scope; what it does not show is missing.
  func facts(_ form: Form, _ scope: Scope, night: NightSummary? = nil) -> Record {
    let start = ContinuousClock.now
    defer { clock?.add(since: start, to: .facts) }
    let facts = maker.facts(
      scope, period: period, office: workspace.settings.office, paper: paper(form), imprint: workspace.settings.imprint,
      night: night, uses: form.uses)
    return workspace.settings.toneStyle.map { facts.inToneStyle($0) } ?? facts
  }

  /// The document of these figures.
  func document(
    _ form: Form, _ facts: Record, limits: RenderLimits = RenderLimits()
  ) -> (Document, [Finding]) {
    let start = ContinuousClock.now
    defer { clock?.add(since: start, to: .template) }
    let paper = paper(form)
    let pictures = PictureShelf(workspace.folder, workspace.settings.limits.pictures)
    let texts = form.texts
    let style = workspace.settings.toneStyle
    let format = form.stationery.format
    let context = RenderContext(
      format: style.map { format.inToneStyle($0) } ?? format, isDraft: paper.isDraft,
      created: (paper.date ?? period.end).iso + "T00:00:00", texts: { texts[$0] },
      pictures: { pictures.picture($0) }, pictureFault: { pictures.fault($0) },
      printing: PrintOptions(
        padsProse: workspace.settings.padsProse, spacesPercent: workspace.settings.spacesPercent,
        shareScale: workspace.settings.rules.shareScale,
        toneStyle: style), limits: limits)
    let (document, findings) = form.template.evaluate(facts, context)
    return (document, findings.map { atText($0, form) })
  }

  /// A text that is missing is told at the file to write, not at the line of the template that asks for it.
  private func atText(_ finding: Finding, _ form: Form) -> Finding {
    guard finding.code == "chua-co-noi-dung",
      let name = form.template.narratives.first(where: { finding.message.vietnamese.contains("“\($0)”") })
    else { return finding }
    return Finding(
      code: finding.code, severity: finding.severity,
      at: Location(file: Paths.join(workspace.folder, "texts/\(period.code)/\(name).md")), finding.message,
      hint: Message(
        vi: "viết tệp này; mẫu cần đến nó ở \(finding.location.description)",
        en: "write this file; the template asks for it at \(finding.location.description)"))
  }

  private func paper(_ form: Form) -> Paper {
    var paper = form.settings.paper(for: period, date: asOf)
    paper.isDraft = paper.isDraft || isDraft
    return paper
  }
}
