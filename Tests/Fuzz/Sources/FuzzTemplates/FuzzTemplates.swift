import Documents
import Facts
import Findings
import Templates

/// Any text as a template and as a text of a person: compiled, or findings whose marks lie in their lines.
func fuzzTemplates(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let sources = TemplateSources(
    templates: ["thu": TemplateSource(path: "templates/thu.md", text: text)],
    partials: ["phan": TemplateSource(path: "templates/partials/phan.md", text: text)], paper: nil)
  let compiler = TemplateCompiler(
    schema: schema, sources: sources, styles: [.body],
    vocabulary: TemplateVocabulary(scopes: ["cap_uy"], periods: ["quy"]))
  for findings in [compiler.compile("thu").1, compiler.narrative(TemplateSource(path: "texts/a.md", text: text)).1] {
    for finding in findings {
      if let excerpt = finding.excerpt {
        precondition(excerpt.start >= 0 && excerpt.length >= 0, "negative mark")
        // What is marked may go on in the next lines; it is cut at the end of this one when it is shown.
        precondition(excerpt.start <= excerpt.line.count, "mark outside the line")
      }
      _ = FindingText(language: .vietnamese).render(finding)
    }
  }
  return 0
}

private let unit = RecordType(
  "don_vi", [.init("ten", .text, "tên"), .init("so", .integer, "số"), .init("tien", .money, "tiền")])
private let schema = RecordType(
  "bao_cao",
  [
    .init("ky", .period, "kỳ"), .init("ngay", .date, "ngày"), .init("ty_le", .percent, optional: true, "tỷ lệ"),
    .init("don_vi", .list(.record(unit)), "đơn vị"), .init("co", .flag, "có"),
  ])

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzTemplates_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzTemplates($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
