import Batch
import Findings
import Foundation
import Testing

/// The reference case printed, judged by programs that are not ours.
@Suite struct ReferenceCaseTests {
  let scratch: Scratch
  let file: String
  let text: String

  init() throws {
    scratch = try Scratch()
    let outcome = try render(root.appending(path: "examples/hung-yen"), to: scratch.url)
    try #require(outcome.code == .done)
    file = try #require(outcome.files.first)
    text = try tool("pdftotext", "-layout", file, "-")
  }

  @Test func `the file is sound and its fonts are embedded subsets with Unicode maps`() throws {
    try tool("qpdf", "--check", file)
    let fonts = try tool("pdffonts", file).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      let fields = font.split(separator: " ")
      // Columns: name, type, encoding, emb, sub, uni, object ID; counted from the end because a type may have spaces.
      #expect(fields.suffix(5).prefix(3).allSatisfy { $0 == "yes" }, "\(font)")
      #expect(font.contains("+LiberationSerif"))
    }
  }

  @Test(arguments: [
    "84", "45 đảng bộ cơ sở", "39 chi bộ cơ sở", "hơn 4.600 đảng viên", "20/84", "23,81%", "62", "73,81%", "02 tổ chức",
    "2,38%",
    "100,00%", "2021-2025", "609", "1.050", "1.659", "12.303", "108.590", "124.912", "17/GP-TTĐT", "28/12/2017",
    "Cổng trường an toàn giao thông – văn hóa xếp hàng, học sinh tới trường", "Sở Giao thông vận tải", "Báo Hưng Yên",
    "Phạm Mạnh Hà", "khóa XV",
  ])
  func `each figure of the published case is in the text`(figure: String) {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains(figure))
  }

  @Test func `text copied from the pages is in normal form C`() {
    #expect(Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
  }

  @Test func `title, author, subject and the document's date are set`() throws {
    let info = try tool("pdfinfo", "-isodates", file)
    #expect(
      info.contains("Title:           BÁO CÁO kết quả thực hiện phong trào thi đua “Dân vận khéo” quý IV năm 2021"))
    #expect(info.contains("Author:          Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh Hưng Yên"))
    #expect(info.contains("Subject:         Báo cáo quý"))
    #expect(info.contains("CreationDate:    2022-01-05T00:00:00"))
  }

  @Test func `an outline follows the headings`() throws {
    let json = try tool("qpdf", "--json", "--json-key=outlines", file)
    for heading in ["Đặc điểm tình hình", "Kết quả thực hiện", "Phương hướng, nhiệm vụ"] {
      #expect(json.lowercased().contains(heading.lowercased()))
    }
  }

  @Test func `two renders are equal byte for byte`() throws {
    let again = try Scratch()
    let outcome = try render(root.appending(path: "examples/hung-yen"), to: again.url)
    let path = try #require(outcome.files.first)
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: URL(filePath: file)))
  }

  @Test func `HD 36 differs by one switch: commas between recipients`() throws {
    let other = try Scratch()
    let outcome = try render(root.appending(path: "examples/hung-yen"), to: other.url, format: "party-hd36")
    try #require(outcome.code == .done)
    let old = try tool("pdftotext", "-layout", try #require(outcome.files.first), "-")
    #expect(text.contains("- Ban Dân vận Tỉnh ủy;"))
    #expect(old.contains("- Ban Dân vận Tỉnh ủy,"))
    #expect(old.contains("- Lưu Văn phòng Đảng ủy Khối."))
  }

  @Test func `changing a row changes the figure`() throws {
    let other = try Scratch()
    let copy = try other.hungYen()
    // One of the two organisations that only completed their tasks becomes a good one.
    let ratings = copy.appending(path: "data/xep-loai.csv")
    let lines = try String(contentsOf: ratings, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var changed = false
    let edited = lines.map { line -> Substring in
      guard !changed, line.hasPrefix("2020,"), line.contains(",tổ chức đảng,hoàn thành,") else { return line }
      changed = true
      return Substring(line.replacingOccurrences(of: ",hoàn thành,", with: ",hoàn thành tốt,"))
    }
    try #require(changed)
    try edited.joined(separator: "\n").write(to: ratings, atomically: true, encoding: .utf8)
    let outcome = try render(copy, to: other.url)
    let new = try tool("pdftotext", "-layout", try #require(outcome.files.first), "-")
    #expect(new.contains("bằng 75,00%") && !new.contains("bằng 73,81%"))
  }

  @Test func `a draft says so and never replaces the final report`() throws {
    let other = try Scratch()
    let outcome = try render(root.appending(path: "examples/hung-yen"), to: other.url, draft: true)
    let path = try #require(outcome.files.first)
    #expect(path.hasSuffix("bao-cao-quy-du-thao.pdf"))
    // Poppler breaks the slanted words of the watermark into pieces.
    let pieces: Set<Substring> = ["TH", "ẢO"]
    #expect(Set(try tool("pdftotext", path, "-").split(whereSeparator: \.isWhitespace)).isSuperset(of: pieces))
    #expect(Set(text.split(whereSeparator: \.isWhitespace)).isDisjoint(with: pieces))
  }
}
