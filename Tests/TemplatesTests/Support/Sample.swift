import Documents
import Facts
import Findings
import Foundation
import Templates
import Testing
import Vietnamese

/// A small schema and its facts, made by hand, for templates of these tests.
enum Sample {
  static let unit = RecordType(
    "don_vi",
    [
      .init("ten", .text, "tên"), .init("loai", .text, "loại"), .init("so_luong", .integer, "số lượng"),
      .init("tong_so", .integer, "tổng số"), .init("tien", .money, "số tiền"), .init("diem", .decimal, "điểm"),
      .init("ghi_chu", .text, optional: true, "ghi chú"),
    ])
  static let office = RecordType(
    "co_quan",
    [
      .init("ten", .text, "tên"), .init("ten_tieu_de", .text, "tên"), .init("cap_tren", .text, "cấp trên"),
      .init("ky_hieu", .text, "ký hiệu"), .init("dia_danh", .text, "địa danh"), .init("dia_chi", .text, "địa chỉ"),
      .init("dien_thoai", .text, "điện thoại"), .init("thu_dien_tu", .text, "thư điện tử"),
    ])
  static let paper = RecordType(
    "van_ban",
    [
      .init("so", .text, optional: true, "số"), .init("ngay", .date, optional: true, "ngày"),
      .init("quyen_han", .list(.text), "quyền hạn"), .init("chuc_vu", .text, "chức vụ"),
      .init("ho_ten", .text, "họ tên"), .init("noi_nhan", .list(.text), "nơi nhận"),
      .init("khan", .text, optional: true, "khẩn"), .init("luu_hanh", .text, optional: true, "lưu hành"),
      .init("nguoi_danh_may", .text, optional: true, "người đánh máy"), .init("du_thao", .flag, "dự thảo"),
      .init("lan_du_thao", .integer, optional: true, "lần"), .init("lien_he", .flag, "địa chỉ cuối trang"),
      .init("cho_dau_mat", .flag, "chỗ dấu mật"),
    ])
  /// What the paper says of boxes 10, 11 and 13.
  struct Marks {
    var isDraft = false
    var hasContact = false
    var leavesSecrecyRoom = false
  }

  static let root = RecordType(
    "bao_cao",
    [
      .init("co_quan", .record(office), "cơ quan"), .init("van_ban", .record(paper), "văn bản"),
      .init("ky", .period, "kỳ"), .init("ngay_chot", .date, "ngày chốt"), .init("tong", .integer, "tổng"),
      .init("ty_le", .percent, "tỷ lệ"), .init("chenh_lech", .integer, optional: true, "chênh lệch"),
      .init("don_vi", .list(.record(unit)), "các đơn vị"), .init("ten_goi", .list(.text), "tên gọi"),
      .init("co_so_lieu", .flag, "có số liệu"), .init("tieu_de", .text, "tiêu đề"),
      .init("anh", .text, optional: true, "ảnh"), .init("so_tien", .money, "số tiền"),
      .init("duong_dan", .text, "đường dẫn"),
    ])

  static func unit(
    _ row: Int, _ name: String, _ kind: String, _ count: Int, of total: Int, _ money: Int, _ points: String,
    note: String? = nil
  ) -> Fact {
    let source = Source(file: "data/to-chuc.csv", rows: [row], formula: "đọc ô")
    return .record(
      Record(
        unit,
        [
          .text(name, source), .text(kind, source), .integer(count, nil), .integer(total, nil), .money(money, nil),
          .decimal(ExactDecimal.parse(points) ?? .zero, nil), note.map { .text($0, source) } ?? .missing,
        ]))
  }

  static let units: [Fact] = [
    unit(2, "Đảng bộ Sở Y tế", "đảng bộ cơ sở", 4, of: 12, 135_000_000, "92.5"),
    unit(3, "Chi bộ Báo Hưng Yên", "chi bộ cơ sở", 1, of: 3, 20_500_000, "88"),
    unit(4, "Đảng bộ Sở Tài chính", "đảng bộ cơ sở", 0, of: 9, 0, "75.25", note: "tạm tính"),
  ]

  static func facts(
    units: [Fact] = Sample.units, title: String = "Dân vận khéo", difference: Fact = .integer(-3, nil),
    number: Fact = .text("5", nil), date: Fact = CivilDate(year: 2026, month: 2, day: 5).map(Fact.date) ?? .missing,
    picture: Fact = .missing, marks: Marks = Marks()
  ) -> Record {
    let office = Record(
      office,
      [
        .text("Đảng ủy Khối", nil), .text("Đảng ủy Khối", nil), .text("Đảng bộ tỉnh Hưng Yên", nil), .text("ĐUK", nil),
        .text("Hưng Yên", nil), .text("14 Chùa Chuông", nil), .text("0221.3863.577", nil), .text("a@b.vn", nil),
      ])
    let paper = Record(
      paper,
      [
        number, date, .list([.text("T/M BAN THƯỜNG VỤ", nil)]), .text("PHÓ BÍ THƯ", nil), .text("Nguyễn Văn A", nil),
        .list([.text("- Tỉnh ủy;", nil), .text("Lưu Văn phòng Đảng ủy Khối.", nil)]), .missing, .missing, .missing,
        .flag(marks.isDraft), .integer(2, nil), .flag(marks.hasContact), .flag(marks.leavesSecrecyRoom),
      ])
    let share = Percentage(part: 62, whole: 84, value: ExactDecimal(coefficient: 7381, scale: 2))
    return Record(
      root,
      [
        .record(office), .record(paper), Period.quarter(4, 2021).map(Fact.period) ?? .missing,
        CivilDate(year: 2021, month: 12, day: 31).map(Fact.date) ?? .missing, .integer(1284, nil), .percent(share, nil),
        difference, .list(units), .list([.text("một", nil), .text("hai", nil), .text("ba", nil)]), .flag(true),
        .text(title, nil), picture, .money(135_000_000, nil), .text("https://example.vn/bai", nil),
      ])
  }

  /// The State form of the same template.
  static func stateDocument(_ template: String, facts: Record = facts()) throws -> (Document, [Finding]) {
    var context = try context(compiler(template))
    context.format = try #require(Shipped.formats.read("state-nd30").0)
    let compiled = try #require(compiler(template).compile("thu").0)
    return compiled.evaluate(facts, context)
  }

  static let format: Format? = Shipped.formats.read("party-hd05").0

  static func compiler(_ template: String, partials: [String: String] = [:]) -> TemplateCompiler {
    let paper = Shipped.text("templates/van-ban.yaml").map { TemplateSource(path: "templates/van-ban.yaml", text: $0) }
    let sources = TemplateSources(
      templates: ["thu": TemplateSource(path: "templates/thu.md", text: template)],
      partials: Dictionary(
        uniqueKeysWithValues: partials.map { ($0, TemplateSource(path: "templates/partials/\($0).md", text: $1)) }),
      paper: paper)
    return TemplateCompiler(
      schema: root, sources: sources, styles: Set(format.map { Array($0.styles.keys) } ?? []),
      vocabulary: TemplateVocabulary(scopes: ["cap_uy", "don_vi"], periods: ["quy", "nam"]))
  }

  /// Findings of compiling, and the template.
  static func compile(_ template: String, partials: [String: String] = [:]) -> (CompiledTemplate?, [Finding]) {
    compiler(template, partials: partials).compile("thu")
  }

  /// The dump of the blocks, or the findings when there is no template.
  static func dump(
    _ template: String, partials: [String: String] = [:], texts: [String: String] = [:], facts: Record = facts(),
    isDraft: Bool = false, printing: PrintOptions = PrintOptions()
  ) throws -> (text: String, findings: [Finding]) {
    let compiler = compiler(template, partials: partials)
    let (compiled, findings) = compiler.compile("thu")
    guard let compiled else {
      return (findings.map { FindingText(language: .vietnamese).render($0) }.joined(separator: "\n"), findings)
    }
    let context = try context(compiler, texts: texts, isDraft: isDraft, printing: printing)
    let (document, more) = compiled.evaluate(facts, context)
    let blocks = document.dump().split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    return (blocks.joined(separator: "\n"), findings + more)
  }

  static func context(
    _ compiler: TemplateCompiler, texts: [String: String] = [:], isDraft: Bool = false,
    printing: PrintOptions = PrintOptions()
  ) throws -> RenderContext {
    let format = try #require(format)
    let narratives = texts.compactMapValues { text in
      compiler.narrative(TemplateSource(path: "texts/x.md", text: text)).0
    }
    return RenderContext(
      format: format, isDraft: isDraft, created: "2026-02-05T00:00:00+07:00", texts: { narratives[$0] },
      printing: printing)
  }

  /// The document's blocks only, one dumped line each.
  static func lines(_ template: String, facts: Record = facts()) throws -> [String] {
    let (text, findings) = try dump(template, facts: facts)
    #expect(findings.filter { $0.severity == .error } == [], "\(text)")
    return text.split(separator: "\n").map(String.init).dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The text of one paragraph made by a template of one line.
  static func line(_ template: String, facts: Record = facts()) throws -> String {
    let lines = try lines(template, facts: facts)
    return lines.joined(separator: " / ")
  }
}
