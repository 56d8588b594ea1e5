import Documents
import Findings
import Statistics
import Templates
import Testing

/// The examples of the manual are templates like any other: each compiles against the schema the program really has.
@Suite struct ManualTests {
  /// Indented examples of a manual page, their four spaces taken away.
  private func examples(_ page: String) -> [String] {
    var examples: [String] = []
    var current: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    ") || (line.isEmpty && !current.isEmpty) {
        current.append(line.dropFirst(4))
      } else if !current.isEmpty {
        examples.append(current.joined(separator: "\n"))
        current = []
      }
    }
    return examples
  }

  private func compiler(_ template: String) -> TemplateCompiler {
    let paper = Shipped.text("templates/van-ban.yaml").map { TemplateSource(path: "templates/van-ban.yaml", text: $0) }
    return TemplateCompiler(
      schema: Schema.root,
      sources: TemplateSources(
        templates: ["vi-du": TemplateSource(path: "docs/vi/mau.md", text: template)], paper: paper),
      styles: Set(Sample.format.map { Array($0.styles.keys) } ?? []))
  }

  @Test func `every example of the manual compiles against the real schema`() throws {
    let page = try #require(Shipped.text("docs/vi/mau.md"))
    let shown = examples(page).filter { !$0.hasPrefix("templates/") && !$0.hasPrefix("ten: cua-toi") }
    #expect(shown.count >= 7)
    for example in shown {
      let findings = compiler(example).compile("vi-du").1.map { FindingText(language: .vietnamese).render($0) }
      #expect(findings == [], "\(example)")
    }
  }

  @Test func `the shipped letterhead names only facts there are`() {
    let template = "---\nvan_ban: {loai: BÁO CÁO, ma_loai: BC, trich_yeu: kết quả}\n---\nNội dung."
    let (compiled, findings) = compiler(template).compile("vi-du")
    #expect(compiled != nil)
    #expect(findings == [])
  }

  @Test func `the manual names every tag, table key and chart key`() throws {
    let page = try #require(Shipped.text("docs/vi/mau.md"))
    for name in TemplateWords.all { #expect(page.contains("`\(name)`") || page.contains("{% \(name)"), "\(name)") }
  }
}
