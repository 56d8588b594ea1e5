import Documents
import Findings
import Templates
import Testing

/// Marks of ours inside Markdown: styled spans, notes on the spot, tabs, the paper of appendices, running sums.
@Suite struct TextMarkTests {
  @Test(arguments: [
    ("m[2]{.mu}", "\"m\" \"2\"/^"),
    ("CO[2]{.chi_so}, đủ", "\"CO\" \"2\"/_ \", đủ\""),
    ("[gạch **đậm** cả]{.gach_chan} hết", "\"gạch \"/u \"đậm\"/bu \" cả\"/u \" hết\""),
    ("[đỏ]{.mau_do .dam}", "\"đỏ\"/bc"),
    ("[ngoài [trong]{.mu}]{.nghieng}", "\"ngoài \"/i \"trong\"/i^"),
    // Brackets without classes are brackets.
    ("[một] [2]{.mu} [", "\"[một] \" \"2\"/^ \" [\""),
    ("] x [2]{.mu}]", "\"] x \" \"2\"/^ \"]\""),
    ("có {{ tong }} [m{{ tong }}]{.gach_chan}", "\"có 1.284 \" \"m1.284\"/u"),
    ("Tên: {tab}", "\"Tên: \" tab"),
    ("{tab}a{tab}{tab}b", "tab \"a\" tab tab \"b\""),
    ("chữ^[giải *thích*] sau", "\"chữ\" footnote(paragraph noi_dung \"giải \" \"thích\"/i) \" sau\""),
    ("a ^ b và ^[chưa đóng", "\"a ^ b và ^[chưa đóng\""),
  ])
  func `spans, notes and tabs`(template: String, expected: String) throws {
    #expect(try Sample.line(template) == "paragraph noi_dung \(expected)")
  }

  @Test func `a class that is none is an error with the one that was meant`() throws {
    let (_, findings) = Sample.compiler("x [2]{.muu}").compile("thu")
    let finding = try #require(findings.first)
    #expect(finding.code == "kieu-khong-biet" && finding.severity == .error)
    #expect(finding.hint?.vietnamese.contains("mu") == true)
  }

  @Test func `a note stands in a cell and in the head of a table`() throws {
    let (text, findings) = try Sample.dump(
      """
      ```bang
      cot:
        - {ten: "Tên^[ở đầu bảng]"}
      dong:
        - ["ô^[trong ô]"]
      ```
      """)
    #expect(findings.isEmpty)
    #expect(text.contains("footnote(paragraph noi_dung \"trong ô\")"))
  }

  @Test func `an appendix has its own paper, margins and numbers`() throws {
    let (text, findings) = try Sample.dump(
      "x\n\n{% phu_luc \"A\", ngang: co, kho: A3, le_trai: 25mm, so_trang: tiep %}\n\ny\n\n{% phu_luc \"B\", so_trang: rieng %}\n\nz"
    )
    #expect(findings.isEmpty)
    #expect(text.contains("section landscape continued 297.0x420.0 left 25.0\n"))
    #expect(text.contains("section portrait restarted\n"))
    let (_, wrong) = Sample.compiler("{% phu_luc \"A\", kho: A9 %}").compile("thu")
    #expect(wrong.map(\.code) == ["sai-tham-so"])
  }

  @Test func `a table has sums of pages or running ones, not both`() throws {
    let table = """
      ```bang
      du_lieu: don_vi
      cong_trang: Cộng trang
      luy_ke: Cộng lũy kế
      cot:
        - {ten: Tên, gia_tri: "{{ ten }}"}
        - {ten: SL, gia_tri: "{{ so_luong }}", cong: co}
      ```
      """
    #expect(Sample.compiler(table).compile("thu").1.map(\.code) == ["khoa-khong-hop"])
    let running = table.replacing("cong_trang: Cộng trang\n", with: "")
    let compiler = Sample.compiler(running)
    let (document, _) = try #require(compiler.compile("thu").0).evaluate(Sample.facts(), try Sample.context(compiler))
    guard case .table(let set)? = document.sections.first?.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(set.pageSubtotal?.isRunning == true && set.pageSubtotal?.label == "Cộng lũy kế")
  }
}
