import Documents
import Facts
import Findings
import Templates
import Testing
import Vietnamese

@Suite struct EvaluationTests {
  @Test func `values with Markdown, HTML, tags and table marks are printed as they are`() throws {
    let hostile = "**đậm** <b>x</b> {{ tong }} {% endif %} | a | # - [x](y) `m` \u{E000}0\u{E001}"
    let units = [Sample.unit(2, hostile, "l", 1, of: 1, 0, "0")]
    let template = """
      Tên: {{ tieu_de }}

      ```bang
      du_lieu: don_vi
      cot: [{ten: Tên, gia_tri: "{{ ten }}"}]
      ```
      """
    let lines = try Sample.lines(template, facts: Sample.facts(units: units, title: hostile))
    #expect(lines[0] == "paragraph noi_dung \"Tên: \(hostile)\"")
    #expect(lines[3] == "body | \(hostile)")
  }

  @Test func `line breaks and control characters in values become spaces, reported at the cell`() throws {
    let units = [Sample.unit(7, "dòng một\ndòng hai\u{0}\u{2028}x", "l", 1, of: 1, 0, "0")]
    let (text, findings) = try Sample.dump(
      "{{ don_vi | liet_ke: ten }}\n\n{% for x in don_vi %}\n- {{ x.ten }}\n{% endfor %}",
      facts: Sample.facts(units: units))
    #expect(text.contains("\"dòng một dòng hai  x\""))
    #expect(!text.contains("\u{0}"))
    #expect(findings.first?.location.description == "data/to-chuc.csv:7")
  }

  @Test func `a name of three hundred characters passes`() throws {
    let name = String(repeating: "Ễ", count: 300)
    #expect(try Sample.line("{{ tieu_de }}", facts: Sample.facts(title: name)) == "paragraph noi_dung \"\(name)\"")
  }

  @Test func `text of the data remembers its file and row`() throws {
    let compiler = Sample.compiler("{% for x in don_vi %}\n{{ x.ten }}\n{% endfor %}")
    let template = try #require(compiler.compile("thu").0)
    let (document, _) = template.evaluate(Sample.facts(), try Sample.context(compiler))
    #expect(document.files == ["data/to-chuc.csv"])
    let origins = document.sections[0].blocks.compactMap { block -> Origin? in
      guard case .paragraph(let paragraph) = block, case .text(_, _, let origin)? = paragraph.inlines.first else {
        return nil
      }
      return origin
    }
    #expect(origins == [2, 3, 4].map { Origin(file: 0, row: $0) })
  }

  @Test func `a missing text is shown in a draft and is an error in a final`() throws {
    let template = "{% noi_dung \"uu-diem\" %}"
    let (draft, warnings) = try Sample.dump(template, isDraft: true)
    #expect(draft.contains("\"[chưa có nội dung: uu-diem]\""))
    #expect(warnings.map(\.severity) == [.warning])
    #expect(draft.contains("watermark \"DỰ THẢO\""))
    let (final, errors) = try Sample.dump(template)
    #expect(errors.map(\.severity) == [.error])
    #expect(errors.first?.location.description == "templates/thu.md:1:1")
    #expect(!final.contains("watermark"))
    #expect(try Sample.dump("{% noi_dung \"x\", bat_buoc: khong %}").findings == [])
  }

  @Test func `a figure that is not there is shown in a draft and is an error in a final`() throws {
    let facts = Sample.facts(difference: .missing)
    let (draft, warnings) = try Sample.dump("Hơn {{ chenh_lech | tri_tuyet_doi }}.", facts: facts, isDraft: true)
    #expect(draft.contains("\"Hơn [thiếu số liệu: chenh_lech | tri_tuyet_doi].\""))
    #expect(warnings.map(\.severity) == [.warning])
    #expect(try Sample.dump("{{ chenh_lech }}", facts: facts).findings.map(\.severity) == [.error])
  }

  @Test func `narratives are checked like templates and see only the facts`() throws {
    let compiler = Sample.compiler("x")
    let (_, findings) = compiler.narrative(TemplateSource(path: "texts/2021-Q4/uu-diem.md", text: "Có\n\n{{ tongg }}"))
    #expect(findings.map(\.location.description) == ["texts/2021-Q4/uu-diem.md:3:4"])
    let (_, refused) = compiler.narrative(TemplateSource(path: "texts/a.md", text: "{% include \"x\" %}"))
    #expect(refused.map(\.code) == ["the-sai-cho"])
    let inside = "{% for x in don_vi limit: 1 %}\n{% noi_dung \"t\" %}\n\n{{ x.ten }}\n{% endfor %}"
    let (text, _) = try Sample.dump(
      inside, texts: ["t": "{% for y in ten_goi %}\n- {{ y }}\n{% endfor %}"])
    #expect(text.contains("list dash from 1, 3 items"))
    #expect(text.contains("\"Đảng bộ Sở Y tế\""))
  }

  @Test func `loops inside loops stop at the limit, with one finding`() throws {

    let units = (1...1000).map { Sample.unit($0, "tên", "l", 1, of: 1, 0, "0") }
    let template = """
      {% for a in don_vi %}
      {% for b in don_vi %}
      {% for c in don_vi %}
      {{ c.ten }}
      {% endfor %}
      {% endfor %}
      {% endfor %}
      """
    let compiler = Sample.compiler(template)
    let compiled = try #require(compiler.compile("thu").0)
    var context = try Sample.context(compiler)
    context.limits = RenderLimits(steps: 20_000)
    let (_, findings) = compiled.evaluate(Sample.facts(units: units), context)
    #expect(findings.map(\.code) == ["tai-lieu-qua-lon"])
  }

  @Test func `a table without rows prints its words for that, and no total`() throws {
    let template = """
      ```bang
      du_lieu: don_vi
      cot: [{ten: Tên, gia_tri: "{{ ten }}"}, {ten: SL, gia_tri: "{{ so_luong }}", cong: co}]
      tong: Cộng
      rong_khi_trong: Không có số liệu.
      ```
      """
    let lines = try Sample.lines(template, facts: Sample.facts(units: []))
    #expect(lines.last == "body | Không có số liệu. <2x1>")
    #expect(lines.count == 3)
  }

  @Test func `page subtotals carry a value for each row and none for groups and totals`() throws {
    let compiler = Sample.compiler(
      Examples.partials["bieu"]?.replacing("{{ nhan_bieu }}", with: "x").replacing(
        "du_lieu: ds", with: "du_lieu: don_vi") ?? "")
    let (template, findings) = compiler.compile("thu")
    let compiled = try #require(template, "\(findings)")
    let (document, _) = compiled.evaluate(Sample.facts(), try Sample.context(compiler))
    guard case .table(let table)? = document.sections[0].blocks.first else {
      Issue.record("no table")
      return
    }
    // Rows: group A, two units of it, group B, one unit, total.
    #expect(table.rows.map(\.kind) == [.group, .body, .body, .group, .body, .total])
    #expect(table.pageSubtotal?.label == "Cộng trang")
    #expect(table.pageSubtotal?.labelColumns == 2)
    #expect(
      table.pageSubtotal?.values == [
        .init(column: 2, values: [0, 4, 0, 0, 1, 0]), .init(column: 3, values: [0, 12, 9, 0, 3, 0]),
      ])
  }

  @Test func `the number of a paper is padded below ten and left open while there is none`() throws {
    let template = "---\nvan_ban: {loai: BÁO CÁO, ma_loai: BC}\n---\nchữ"
    let room = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"
    #expect(try Sample.dump(template).text.contains("\"Số 05-BC/ĐUK\""))
    #expect(
      try Sample.dump(template, facts: Sample.facts(number: .text("125", nil))).text.contains("\"Số 125-BC/ĐUK\""))
    #expect(try Sample.dump(template, facts: Sample.facts(number: .missing)).text.contains("\"Số \(room)-BC/ĐUK\""))
  }

  @Test func `compiling and filling twice gives the same document`() throws {
    let first = try Sample.dump(Examples.report, partials: Examples.partials, texts: Examples.texts)
    let second = try Sample.dump(Examples.report, partials: Examples.partials, texts: Examples.texts)
    #expect(first.text == second.text && first.findings == second.findings)
  }
}
