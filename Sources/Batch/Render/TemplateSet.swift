internal import Documents
internal import Facts
internal import Findings
internal import Graphics
internal import Statistics
internal import Templates
internal import Vietnamese

/// The templates of a workspace and the program, compiled as they are needed.
struct TemplateSet: Sendable {
  let shelf: Shelf
  let compiler: TemplateCompiler

  init(_ shelf: Shelf, styles: Set<StyleName>) {
    self.shelf = shelf
    var templates: [String: TemplateSource] = [:]
    for name in shelf.reportNames { templates[name] = shelf.template(name) }
    var partials: [String: TemplateSource] = [:]
    for name in shelf.names("templates/partials", ending: ".md") { partials[name] = shelf.partial(name) }
    let sources = TemplateSources(
      templates: templates, partials: partials, paper: shelf.source("templates", "van-ban.yaml"))
    compiler = TemplateCompiler(schema: Schema.root, sources: sources, styles: styles)
  }

  /// Narrative texts of a period, compiled; texts that cannot be used are missing and have findings.
  func narratives(_ period: Period) -> ([String: NarrativeText], [Finding]) {
    var texts: [String: NarrativeText] = [:]
    var findings: [Finding] = []
    for name in shelf.textNames(period: period.code) {
      guard let source = shelf.text(name, period: period.code) else { continue }
      let (text, problems) = compiler.narrative(source)
      texts[name] = text
      findings += problems
    }
    return (texts, findings)
  }
}
