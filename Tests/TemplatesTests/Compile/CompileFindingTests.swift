import Findings
import Templates
import Testing

/// Each template has one mistake; `^` in the expected place is line:column.
@Suite struct CompileFindingTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    var template: String
    var code: String
    var place: String
    var hint: String?
    var testDescription: String { template }

    init(_ template: String, _ code: String, _ place: String, hint: String? = nil) {
      self.template = template
      self.code = code
      self.place = place
      self.hint = hint
    }
  }

  @Test(arguments: [
    Mistake("Có {{ tongg }} mô hình.", "truong-khong-biet", "1:7", hint: "ý bạn là “tong”?"),
    Mistake("Có {{ tổng }}.", "truong-khong-biet", "1:7", hint: "ý bạn là “tong”?"),
    Mistake("{{ co_quan.tne }}", "truong-khong-biet", "1:12", hint: "ý bạn là “ten”?"),
    Mistake("{{ tong.x }}", "truong-khong-biet", "1:9"),
    Mistake("{{ don_vi.ten }}", "truong-khong-biet", "1:11"),
    Mistake("{{ tong | tienn }}", "bo-loc-khong-biet", "1:11", hint: "ý bạn là “tien”?"),
    Mistake("{{ tieu_de | tien }}", "sai-kieu", "1:14"),
    Mistake("{{ tong | thap_phan }}", "sai-tham-so", "1:11"),
    Mistake("{{ tong | thap_phan: 99 }}", "sai-tham-so", "1:22"),
    Mistake("{{ tong | thap_phan: tieu_de }}", "sai-tham-so", "1:22"),
    Mistake("{{ tong | so: 1 }}", "sai-tham-so", "1:11"),
    Mistake("{{ don_vi | liet_ke }}", "sai-tham-so", "1:13"),
    Mistake("{{ don_vi | liet_ke: tenn }}", "truong-khong-biet", "1:22", hint: "ý bạn là “ten”?"),
    Mistake("{{ don_vi | cong: ten }}", "sai-kieu", "1:19"),
    Mistake("{{ don_vi | loc: so_luong, \"x\" }}", "sai-tham-so", "1:28"),
    Mistake("{{ don_vi }}", "sai-kieu", "1:4"),
    Mistake("{{ co_quan }}", "sai-kieu", "1:4"),
    Mistake("{{ }}", "bieu-thuc-sai", "1:4"),
    Mistake("{{ tong tong }}", "bieu-thuc-sai", "1:9"),
    Mistake("{{ tong + 1 }}", "ky-tu-la", "1:9"),
    Mistake("{{ \"abc }}", "chu-chua-dong", "1:4"),
    Mistake("Có {{ tong mô hình", "the-chua-dong", "1:4"),
    Mistake("Có tong }} mô hình", "the-dong-thua", "1:9"),
    Mistake("x {% if tong %}y", "the-chua-dong", "1:3"),
    Mistake("x {% endif %} y", "the-dong-thua", "1:3"),
    Mistake("x {% else %} y", "the-dong-thua", "1:3"),
    Mistake("{% if tong %}\n\ny", "the-chua-dong", "1:1"),
    Mistake("{% for x in don_vi %}\n\ny\n\n{% endif %}", "the-dong-thua", "5:1"),
    Mistake("x {% if tong = 1 %}y{% endif %}", "ky-tu-la", "1:14", hint: "so sánh bằng viết là =="),
    Mistake("x {% if tong == tieu_de %}y{% endif %}", "sai-kieu", "1:9"),
    Mistake("x {% if don_vi < 3 %}y{% endif %}", "sai-kieu", "1:9"),
    Mistake("{% for x in tong %}\nx\n{% endfor %}", "sai-kieu", "1:13"),
    Mistake("{% for in don_vi %}\nx\n{% endfor %}", "the-sai", "1:1"),
    Mistake("{% for x in don_vi limit: tieu_de %}\nx\n{% endfor %}", "sai-kieu", "1:27"),
    Mistake("{dong=mot} Chữ.", "sai-tham-so", "1:1"),
    Mistake("{dong=0} Chữ.", "sai-tham-so", "1:1"),
    Mistake("{dong=-4} Chữ.", "sai-tham-so", "1:1", hint: "viết {dong=-1} để đoạn bớt một dòng"),
    Mistake("{dong=-1}\n\nChữ.", "kieu-thua", "1:1"),
    Mistake("# Tên {dong=-1}", "kieu-khong-biet", "1:1"),
    Mistake("{% includ \"x\" %}", "the-khong-biet", "1:4", hint: "ý bạn là “include”?"),
    Mistake("{% include \"x\" %}", "khong-co-tep", "1:12"),
    Mistake("{% include tong %}", "sai-tham-so", "1:1"),
    Mistake("{% noi_dung \"../bi-mat\" %}", "sai-tham-so", "1:1"),
    Mistake("{% noi_dung %}", "sai-tham-so", "1:1"),
    Mistake("câu {% trang_moi %} câu", "the-sai-cho", "1:5"),
    Mistake("- {% phu_luc \"x\" %}", "the-sai-cho", "1:3"),
    Mistake("{% phu_luc \"x\", ngag: co %}", "sai-tham-so", "1:17", hint: "ý bạn là “ngang”?"),
    Mistake("{% phu_luc \"x {{ tongg }}\" %}", "truong-khong-biet", "1:18", hint: "ý bạn là “tong”?"),
    Mistake("{% anh \"/etc/passwd\" %}", "ngoai-ho-so", "1:8"),
    Mistake("{% anh \"../a.jpg\" %}", "ngoai-ho-so", "1:8"),
    Mistake("{% anh \"a.jpg\", cao: 5 %}", "sai-tham-so", "1:22"),
    Mistake("![ảnh](../a.jpg)", "ngoai-ho-so", "1:1"),
    Mistake("{.kieu_la}\nchữ", "kieu-khong-biet", "1:1"),
    Mistake("{.noi_dungg} chữ", "kieu-khong-biet", "1:1", hint: "ý bạn là “noi_dung”?"),
    Mistake("# Tên {.lon}", "kieu-khong-biet", "1:1"),
    Mistake("##### Tên", "khong-ho-tro", "1:1"),
    Mistake("Xem [](#bieu-9).", "nhan-khong-biet", "1:1"),
    Mistake("Xem [đây](javascript:x).", "lien-ket", "1:1"),
    Mistake("chữ\n---\nchữ", "gach-ngang", "2:1"),
    Mistake("<b>đậm</b>", "khong-ho-tro", "1:1"),
    Mistake("đoạn\n\n    mã", "khong-ho-tro", "3:1"),
    Mistake("chữ[^1].", "cuoc-chu", "1:1"),
    Mistake("```python\nx\n```", "khoi-khong-biet", "1:1"),
    Mistake("```bang\ncot: []", "khoi-chua-dong", "1:1"),
    Mistake("---\nten: x\n", "khoi-chua-dong", "1:1"),
    Mistake("---\ntenn: x\n---\n", "khoa-khong-biet", "2:1", hint: "ý bạn là “ten”?"),
    Mistake("---\nky: thang\n---\n", "gia-tri-sai", "2:5"),
    Mistake("---\nvan_ban:\n  dang: cong_vann\n---\n", "gia-tri-sai", "3:9", hint: "ý bạn là “cong_van”?"),
    Mistake("---\nvan_ban:\n  trich_yeu: \"về {{ tongg }}\"\n---\n", "truong-khong-biet", "3:21"),
  ])
  func `a mistake is found at its place, also in what no data reaches`(mistake: Mistake) throws {
    let (template, findings) = Sample.compile(mistake.template)
    #expect(template == nil)
    let shown = findings.map { FindingText(language: .vietnamese).render($0) }.joined(separator: "\n")
    let finding = try #require(findings.first { $0.code == mistake.code }, "\(shown)")
    #expect(finding.location.description == "templates/thu.md:\(mistake.place)", "\(shown)")
    if let hint = mistake.hint { #expect(finding.hint?.vietnamese == hint, "\(shown)") }
    #expect(finding.excerpt != nil)
  }

  @Test func `mistakes in branches, tables and charts that no data reaches are found`() {
    let template = """
      {% if tong < 0 %}
      {{ sai_1 }}
      {% for x in don_vi %}
      - {{ x.sai_2 }}
      {% endfor %}
      {% endif %}

      ```bang
      du_lieu: don_vi
      ten: "{{ sai_3 }}"
      cot:
        - {ten: "{{ sai_4 }}", gia_tri: "{{ sai_5 }}"}
      ```

      ```bieu_do
      kieu: cot
      du_lieu: don_vi
      nhan_muc: "{{ sai_6 }}"
      chuoi: [{ten: x, gia_tri: "{{ sai_7 }}"}]
      ```
      """
    let (compiled, findings) = Sample.compile(template)
    #expect(compiled == nil)
    let named = findings.filter { $0.code == "truong-khong-biet" }
    #expect(
      Set(named.map(\.location.description)) == [
        "templates/thu.md:2:4", "templates/thu.md:4:8", "templates/thu.md:10:10", "templates/thu.md:12:15",
        "templates/thu.md:12:39", "templates/thu.md:18:15", "templates/thu.md:19:31",
      ])
  }

  @Test func `all mistakes of a file come at once, each once`() {
    let (_, findings) = Sample.compile("{{ a1 }} và {{ b1 }}\n\n{{ c1 | d1 }}")
    #expect(findings.count == 4)
  }

  @Test func `a caret stands under the word`() throws {
    let (_, findings) = Sample.compile("Đảng bộ có {{ tongg | so }} mô hình.")
    let finding = try #require(findings.first)
    #expect(finding.excerpt == Excerpt(line: "Đảng bộ có {{ tongg | so }} mô hình.", start: 14, length: 5))
    #expect(finding.location.row == 1 && finding.location.column == 15)
  }

  @Test func `a partial that includes itself, straight or through another, is found`() {
    let (template, findings) = Sample.compile(
      "{% include \"a\" %}", partials: ["a": "{% include \"b\" %}", "b": "chữ\n\n{% include \"a\" %}"])
    #expect(template == nil)
    #expect(findings.map(\.code) == ["tu-goi-minh"])
    #expect(findings.first?.location.description == "templates/partials/b.md:3:12")
  }

  @Test func `includes that double at each of thirty levels end in a finding, quickly`() {
    var partials: [String: String] = ["p30": "hết"]
    for level in 0..<30 {
      partials["p\(level)"] = "{% include \"p\(level + 1)\" %}\n\n{% include \"p\(level + 1)\" %}"
    }
    let (template, findings) = Sample.compile("{% include \"p0\" %}", partials: partials)
    #expect(template == nil)
    #expect(findings.contains { $0.code == "tu-goi-minh" })
  }

  @Test func `a mistake in a partial is found in the partial`() {
    let (_, findings) = Sample.compile("{% include \"phan\" %}", partials: ["phan": "một\n\n{{ khong_co }}"])
    #expect(findings.first?.location.description == "templates/partials/phan.md:3:4")
  }

  @Test func `an unknown template is one finding with a suggestion`() {
    let (template, findings) = Sample.compiler("chữ").compile("thuu")
    #expect(template == nil)
    #expect(findings.map(\.code) == ["khong-co-mau"])
    #expect(findings.first?.hint?.vietnamese == "ý bạn là “thu”?")
  }
}
