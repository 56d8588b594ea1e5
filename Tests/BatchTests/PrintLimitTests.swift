import Batch
import Findings
import Foundation
import Testing

/// What a template, a picture, a font or a limit of the workspace can do to a report: found at its place, before anything is published.
@Suite struct PrintLimitTests {
  let scratch: Scratch
  let workspace: URL
  let output: URL

  init() throws {
    scratch = try Scratch()
    workspace = try scratch.hungYen()
    output = scratch.url.appending(path: "ra")
  }

  private func write(_ text: String, _ path: String) throws { try write(Data(text.utf8), path) }

  private func write(_ data: Data, _ path: String) throws {
    let file = workspace.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Renders a template of these words.
  private func outcome(_ body: String, settings: String = "", head: String = "") throws -> Outcome {
    try write("---\nten: Thử\npham_vi: cap_uy\nky: [quy]\n\(head)---\n\n" + body + "\n", "templates/bao-cao-quy.md")
    if !settings.isEmpty {
      let file = workspace.appending(path: "baocao.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data((text + "\n" + settings + "\n").utf8).write(to: file)
    }
    return try render(workspace, to: output)
  }

  private func finding(_ code: String, _ outcome: Outcome) throws -> Finding {
    try #require(outcome.findings.sorted.first { $0.code == code }, "\(outcome.findings.sorted.map(\.code))")
  }

  @Test func `pages beyond the limit of the workspace end in a finding that names the key`() throws {
    let body = "một\n\n{% trang_moi %}\n\nhai\n\n{% trang_moi %}\n\nba"
    #expect(try outcome(body).code == .done)
    let limited = try outcome(body, settings: "gioi_han: {so_trang: 2}")
    #expect(limited.code == .dataFailed)
    let found = try finding("khong-dung-trang-duoc", limited)
    #expect(found.location.file.hasSuffix("templates/bao-cao-quy.md"))
    #expect(found.message.vietnamese.contains("gioi_han.so_trang"))
  }

  @Test func `a cell beyond the limit is an error that names the key`() throws {
    let name = "Đảng bộ " + String(repeating: "rất dài ", count: 300)
    try replace("Đảng bộ Văn phòng Tỉnh ủy", with: name, in: workspace.appending(path: "data/to-chuc.csv"))
    let body = """
      ```bang
      du_lieu: to_chuc.danh_sach
      cot: [{ten: Tên, gia_tri: "{{ ten }}"}]
      ```
      """
    #expect(try outcome(body).code == .done)
    let found = try finding("o-qua-dai", outcome(body, settings: "gioi_han: {o_bang_kb: 1}"))
    #expect(found.severity == .error && found.hint?.vietnamese.contains("gioi_han.o_bang_kb") == true)
    // The row of the CSV file, not the template that prints it.
    #expect(found.location.file.hasSuffix("data/to-chuc.csv") && (found.location.row ?? 0) > 1)
  }

  @Test func `a picture with more pixels than the workspace allows is refused by its size`() throws {
    var bytes = Array(try Data(contentsOf: workspace.appending(path: "anh/tang-qua-hien-nam.jpg")))
    let frame = try #require(
      bytes.indices.dropLast(8).first { bytes[$0] == 0xFF && (0xC0...0xC2).contains(bytes[$0 + 1]) })
    // The frame header says 4.000 lines: several million pixels, which usual limits allow.
    (bytes[frame + 5], bytes[frame + 6]) = (0x0F, 0xA0)
    try write(Data(bytes), "anh/to.jpg")
    let body = "{% anh \"anh/to.jpg\" %}"
    #expect(try outcome(body).code == .done)
    let limited = try outcome(body, settings: "gioi_han: {anh_trieu_diem: 1}")
    #expect(limited.code == .dataFailed)
    #expect(try finding("anh-hong", limited).message.vietnamese.contains("1000000"))
  }

  @Test(arguments: [
    ("trong.jpg", [UInt8](), "không phải ảnh"), ("chu.png", Array("không phải ảnh".utf8), "không phải ảnh"),
    ("cut.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "cắt cụt"),
  ])
  func `a file that is no picture is told so where it is asked for`(name: String, bytes: [UInt8], reason: String) throws
  {
    try write(Data(bytes), "anh/\(name)")
    let outcome = try outcome("một\n\n{% anh \"anh/\(name)\" %}")
    #expect(outcome.code == .dataFailed && outcome.files.isEmpty)
    let found = try finding("anh-hong", outcome)
    #expect(found.message.vietnamese.contains(reason), "\(found.message.vietnamese)")
    #expect(found.location.row == 9 && found.hint != nil)
  }

  @Test func `a character no face has is found at its cell, or in the template`() throws {
    try replace("Đảng bộ Sở Nội vụ", with: "Đảng bộ Sở 漢", in: workspace.appending(path: "data/to-chuc.csv"))
    let cell = try finding("thieu-ky-tu", outcome("{{ to_chuc.danh_sach | liet_ke: ten }}"))
    #expect(cell.location.file.hasSuffix("data/to-chuc.csv"))
    #expect(cell.location.row != nil && cell.location.column == 2)
    #expect(cell.message.vietnamese.contains("U+6F22") && cell.message.vietnamese.contains("Liberation Serif"))
    let words = try finding("thieu-ky-tu", outcome("Chữ 水 trong mẫu."))
    #expect(words.location.file.hasSuffix("templates/bao-cao-quy.md"))
    #expect(words.location.row == 7 && words.location.column == 5)
  }

  @Test func `a character no face has is found in the partial or the common words that have it`() throws {
    try write("Một dòng.\n\nChữ 水 ở phần chung.\n", "templates/partials/thu.md")
    let partial = try finding("thieu-ky-tu", outcome("{% include \"thu\" %}"))
    #expect(partial.location.file.hasSuffix("templates/partials/thu.md"))
    #expect(partial.location.row == 3 && partial.location.column == 5)
    try write("# Của cơ quan\ncap_tren: \"ĐẢNG BỘ 漢\"\n", "templates/van-ban.yaml")
    let words = try finding("thieu-ky-tu", outcome("Một dòng.", head: "van_ban: {loai: BÁO CÁO}\n"))
    #expect(words.location.file.hasSuffix("templates/van-ban.yaml"))
    #expect(words.location.row == 2 && words.location.column == 20)
  }

  @Test func `a fallback face is used when the catalogue names it, and only then`() throws {
    let body = "Ký hiệu ✓ đã làm."
    #expect(try finding("thieu-ky-tu", outcome(body)).severity == .error)
    let shipped = try String(contentsOf: root.appending(path: "fonts/catalogue.yaml"), encoding: .utf8)
    let named = shipped.replacing(
      "  - ten: Liberation Serif\n", with: "  - ten: Liberation Serif\n    du_phong: [{ten: [DejaVuSans.ttf]}]\n"
    ).replacing("noi_tim:\n", with: "noi_tim:\n  - {ma: he_thong, thu_muc: /usr/share/fonts/truetype/dejavu}\n")
    try write(named, "fonts/catalogue.yaml")
    let outcome = try outcome(body)
    #expect(outcome.code == .done)
    let fonts = try tool("pdffonts", try #require(outcome.files.first))
    #expect(fonts.contains("DejaVu"))
    // Inside a word it is used too, with a warning.
    let mixed = try self.outcome("chữ✓chữ")
    #expect(mixed.code == .done)
    #expect(try finding("phong-du-phong-giua-tu", mixed).severity == .warning)
  }
}
