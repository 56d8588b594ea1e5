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
    let sources = TemplateSources(
      templates: .init(names: shelf.reportNames) { shelf.template($0) },
      partials: .init(names: shelf.names("templates/partials", ending: ".md")) { shelf.partial($0) },
      paper: shelf.source("templates", "van-ban.yaml"),
      labels: Labels(shelf.layers("templates", "nhan.yaml")))
    compiler = TemplateCompiler(
      schema: Schema.root, sources: sources, styles: styles, vocabulary: TemplateWords.vocabulary)
  }

  /// The template of that name; nil when a finding is an error. A file without a word would print a blank sheet.
  func compile(_ name: String) -> (CompiledTemplate?, [Finding]) {
    if let source = shelf.template(name), source.text.allSatisfy(\.isWhitespace) {
      return (
        nil,
        [
          Finding(
            code: "mau-trong", severity: .error, at: Location(file: source.path),
            Message(vi: "tệp mẫu không có nội dung", en: "the template is empty"),
            hint: Message(
              vi: "xóa tệp để dùng mẫu của chương trình, hoặc chép lại mẫu ấy rồi sửa",
              en: "remove it to use the program's own, or copy that and change it"))
        ]
      )
    }
    return compiler.compile(name)
  }

  /// Narrative texts of a period, compiled; texts that cannot be used are missing and have findings.
  func narratives(_ period: Period) -> ([String: NarrativeText], [Finding]) {
    var texts: [String: NarrativeText] = [:]
    var findings: [Finding] = []
    for name in shelf.textNames(period: period.code) {
      guard let source = shelf.text(name, period: period.code) else { continue }
      let (text, problems) = compiler.narrative(source)
      texts[name] = text
      findings += problems + Self.headings(source)
    }
    return (texts, findings)
  }

  /// Headings of the first two levels in a text take numbers of their own, and the report's following headings count on from them.
  private static func headings(_ source: TemplateSource) -> [Finding] {
    source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard line.hasPrefix("# ") || line.hasPrefix("## ") else { return nil }
      let text = String(line)
      return Finding(
        code: "de-muc-trong-loi-van", severity: .warning, at: Location(file: source.path, row: index + 1, column: 1),
        Message(
          vi: "đề mục trong lời văn làm lệch số đề mục của báo cáo",
          en: "a heading in a text shifts the numbers of the report's own headings"),
        hint: Message(
          vi: "bỏ dấu # để thành đoạn thường, hoặc dùng ### cho đề mục con",
          en: "drop the # for a plain paragraph, or use ### for a heading below"),
        excerpt: Excerpt(line: text, start: 0, length: text.count))
    }
  }
}
