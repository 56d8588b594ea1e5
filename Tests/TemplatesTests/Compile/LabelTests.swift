import Documents
import Facts
import Findings
import Templates
import Testing

/// `nhan.yaml`: the office's file lies over the program's, line by line.
@Suite struct LabelTests {
  private func compiler(_ template: String, own: String = "") -> TemplateCompiler {
    var files = [
      TemplateSource(path: "nha/nhan.yaml", text: "ca_nhan: điển hình cá nhân\ntang: tăng\ncong: Cộng\nva: và\n")
    ]
    if !own.isEmpty { files.append(TemplateSource(path: "ho-so/nhan.yaml", text: own)) }
    return TemplateCompiler(
      schema: Sample.root,
      sources: TemplateSources(
        templates: ["thu": TemplateSource(path: "templates/thu.md", text: template)], labels: Labels(files)),
      styles: Set(Sample.format.map { Array($0.styles.keys) } ?? []))
  }

  private func text(_ template: String, own: String = "", difference: Int = 2) throws -> String {
    let compiler = compiler(template, own: own)
    let (compiled, findings) = compiler.compile("thu")
    let filled = try #require(compiled, "\(findings)").evaluate(
      Sample.facts(difference: .integer(difference, nil)), try Sample.context(compiler))
    guard case .paragraph(let paragraph)? = filled.0.sections[0].blocks.first else { return "" }
    return paragraph.inlines.plainText
  }

  @Test func `a label stands where it is named, and the office changes one line of it`() throws {
    #expect(try text("Có 8 {{ nhan.ca_nhan }}.") == "Có 8 điển hình cá nhân.")
    #expect(try text("Có 8 {{ nhan.ca_nhan }}.", own: "ca_nhan: mô hình cá nhân") == "Có 8 mô hình cá nhân.")
    #expect(try text("{{ nhan.ca_nhan | hoa_dau }}") == "Điển hình cá nhân")
    #expect(try text("{{ nhan.rieng }}", own: "rieng: nhãn riêng của đơn vị") == "nhãn riêng của đơn vị")
  }

  @Test func `words the program writes come from labels too`() throws {
    #expect(try text("{{ chenh_lech | tang_giam }}") == "tăng")
    #expect(try text("{{ chenh_lech | tang_giam }}", own: "tang: tăng thêm") == "tăng thêm")
    #expect(try text("{{ ten_goi | liet_ke }}", own: "va: cùng") == "một, hai cùng ba")
  }

  @Test func `a label that is not there is found at its place, also where no data reaches`() throws {
    let (template, findings) = compiler("{% if tong > 10000 %}{{ nhan.ca_nhann }}{% endif %}").compile("thu")
    #expect(template == nil)
    let finding = try #require(findings.first)
    #expect(finding.code == "nhan-khong-co")
    #expect(finding.location.description == "templates/thu.md:1:30")
    #expect(finding.hint?.vietnamese == "ý bạn là “ca_nhan”?")
  }

  @Test func `an office's label that replaces nothing but nearly does is warned of at its line`() throws {
    let finding = try #require(compiler("chữ", own: "ca_nhn: mô hình").compile("thu").1.first)
    #expect(finding.code == "nhan-moi" && finding.severity == .warning)
    #expect(finding.location.description == "ho-so/nhan.yaml:1:1")
    #expect(finding.hint?.vietnamese == "ý bạn là “ca_nhan”?")
  }

  @Test(arguments: ["ca_nhan: [a, b]", "- a", "ca_nhan: {a: b}", "a: [", "ca_nhan: x\nca_nhan: y"])
  func `a file of labels that is none is an error at its place`(own: String) {
    let findings = compiler("chữ", own: own).compile("thu").1
    #expect(findings.contains { $0.severity == .error && $0.location.file == "ho-so/nhan.yaml" })
  }
}
