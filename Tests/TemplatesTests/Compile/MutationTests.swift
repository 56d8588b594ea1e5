import Documents
import Findings
import SeededRandom
import Templates
import Testing

/// Whatever happens to a file on its way, the compiler answers with a template or with findings; it never crashes and never hangs.
@Suite struct MutationTests {
  private static let scraps: [[UInt8]] = [
    "{{", "}}", "{%", "%}", "{% if tong %}", "{% endif %}", "{% else %}", "{% for x in don_vi %}", "{% endfor %}", "\"",
    "“", "|", ":", "```", "```bang\n", "---\n", "\n\n", "    ", "- ", "> ", "# ", "**", "[^1]", "](", "{#", "&a ", "*a",
    "[", "{",
    "\u{E000}0\u{E001}", "\u{E000}99999999999999999999\u{E001}", "\u{0}", "\r", "é", "99999999999999999999", "not ",
    "((", "<b>",
  ].map { Array($0.utf8) }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.insert(contentsOf: Self.scraps.randomElement(using: &generator) ?? [], at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...12, using: &generator)))
      case 2: bytes = Array(bytes[..<place])
      case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default:
        let end = min(bytes.count, place + Int.random(in: 0...60, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a template damaged at random is refused or filled, never fatal`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 2026)
    let originals = [Examples.report, Examples.letter, Examples.partials["bieu"] ?? ""]
    for _ in 0..<60 {
      var bytes = Array((originals.randomElement(using: &generator) ?? "").utf8)
      mutate(&bytes, &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      let compiler = Sample.compiler(text, partials: Examples.partials)
      let (template, findings) = compiler.compile("thu")
      if let template {
        #expect(!findings.contains { $0.severity == .error })
        let (document, _) = template.evaluate(Sample.facts(), try Sample.context(compiler, texts: Examples.texts))
        #expect(!document.sections.isEmpty)
      } else {
        #expect(findings.contains { $0.severity == .error }, "refused without a reason")
      }
      for finding in findings { #expect(finding.location.row != nil) }
    }
  }

  @Test(arguments: [
    String(repeating: "> ", count: 3000) + "x", String(repeating: "- ", count: 3000) + "x",
    String(repeating: "**a ", count: 3000), String(repeating: "[", count: 20_000),
    "{{ " + String(repeating: "(", count: 5000) + " }}", "{{ tong" + String(repeating: " | so", count: 5000) + " }}",
    "x {% if " + String(repeating: "not ", count: 5000) + "tong %}y{% endif %}",
    String(repeating: "{% if tong %}", count: 5000), String(repeating: "{% for x in don_vi %}\n", count: 3000),
    String(repeating: "{{ tong }}", count: 20_000), String(repeating: "{{", count: 20_000),
    "```bang\n" + String(repeating: "[", count: 5000) + "\n```",
    "---\nten: " + String(repeating: "{a: ", count: 900) + "\n---\n", String(repeating: "# a\n", count: 5000),
  ])
  func `nesting and repetition without end stay bounded`(text: String) {
    let (template, findings) = Sample.compile(text)
    #expect(template != nil || findings.contains { $0.severity == .error })
  }
}
