import Documents
import Facts
import Findings
import Graphics
import Templates
import Testing

/// Whole documents as text. Each golden was read line by line against the template and the sample facts when it was recorded.
@Suite struct GoldenTests {
  private func check(_ result: (text: String, findings: [Finding]), _ name: String) throws {
    let shown = result.findings.map { "\($0.severity) \($0.code) \($0.location.description)" }
    try Golden.expect(result.text + "\n" + shown.joined(separator: "\n") + "\n", name)
  }

  @Test func `a report with everything in it`() throws {
    try check(
      try Sample.dump(Examples.report, partials: Examples.partials, texts: Examples.texts), "bao-cao")
  }

  @Test func `a draft of it without texts, units and figures of the quarter before`() throws {
    try check(
      try Sample.dump(
        Examples.report, partials: Examples.partials, facts: Sample.facts(units: [], difference: .missing),
        isDraft: true), "bao-cao-trong")
  }

  @Test func `a letter without a number, with pictures, in the Party and in the State form`() throws {
    let compiler = Sample.compiler(Examples.letter)
    let (template, findings) = compiler.compile("thu")
    let compiled = try #require(template, "\(findings)")
    #expect(compiled.pictures == ["anh/a.jpg", "anh/b.jpg"])
    var text = ""
    for name in ["party-hd05", "state-nd30"] {
      var context = try Sample.context(compiler)
      context.format = try #require(Shipped.formats.read(name).0)
      context.pictures = { _ in Picture(encoding: .jpeg, bytes: [], width: 40, height: 30) }
      let facts = Sample.facts(date: .missing, picture: .text("anh/c.jpg", nil))
      let (document, findings) = compiled.evaluate(facts, context)
      #expect(findings == [])
      text += document.dump() + "\n"
    }
    try Golden.expect(text, "cong-van")
  }
}
