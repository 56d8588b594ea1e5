import Documents
import Foundation
import SeededRandom
import Testing

@testable import Typesetting

/// The same texts, measures and font set by XeTeX (Debian: texlive-binaries, texlive-base) and by us. Left out where it is not installed.
///
/// XeTeX gets the same ties (as `~`) and the same penalty in front of a short last word, plain TeX's demerits, a tolerance of 9998 and as
/// much emergency stretch as our last steps assume, and our kerns across spaces. What is compared is the sum, over all lines but the last of each paragraph, of the squared part of their
/// stretch or shrink the spaces take. Figures of the last run: docs/en/typesetting.md.
@Suite(.enabled(if: TeX.isInstalled)) struct TeXComparisonTests {
  @Test func `spaces are no more uneven than TeX makes them, line by line`() throws {
    let paragraphs = TeXSample.paragraphs(120)
    let measures = [467.7, 300.0, 200.0]
    var report = ""
    for measure in measures {
      let theirs = try TeX.ratios(paragraphs, measure: measure)
      let ours = try TeXSample.ratios(paragraphs, measure: measure)
      try #require(theirs.count == ours.count)
      let (a, b) = (ours.joined().reduce(0) { $0 + $1 * $1 }, theirs.joined().reduce(0) { $0 + $1 * $1 })
      let lines = (ours.joined().count, theirs.joined().count)
      let same = zip(ours, theirs).count { own, other in
        own.count == other.count && zip(own, other).allSatisfy { abs($0 - $1) < 0.02 }
      }
      report += "\(measure) pt: ours \(rounded(a)) on \(lines.0) lines, TeX \(rounded(b)) on \(lines.1) lines; "
      report += "\(same) of \(paragraphs.count) paragraphs alike line by line\n"
      // TeX writes its ratios with few digits.
      #expect(a <= b * 1.0001, "\(measure) pt: \(a), TeX \(b)")
      #expect(same == paragraphs.count, "\(measure) pt: \(same) paragraphs alike")
    }
    if let file = ProcessInfo.processInfo.environment["TEX_REPORT"] {
      try Data(report.utf8).write(to: URL(filePath: file))
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

/// Texts as reports have them, and how we set them.
private enum TeXSample {
  private static let sentences = [
    "Ban Thường vụ Đảng ủy đã lãnh đạo, chỉ đạo các tổ chức cơ sở đảng đẩy mạnh phong trào thi đua “Dân vận khéo”.",
    "Công tác an sinh xã hội được quan tâm; việc hỗ trợ các gia đình chính sách, hộ nghèo được thực hiện kịp thời.",
    "Căn cứ Hướng dẫn số 05-HD/VPTW, ngày 27 tháng 5 năm 2026, toàn đảng bộ có 84 tổ chức, đạt 73,81% kế hoạch.",
    "Một số đơn vị chưa gửi báo cáo đúng thời hạn, việc nhân rộng mô hình còn chậm so với kế hoạch đã đề ra.",
    "Trong quý IV năm 2025, các đơn vị đã ủng hộ 1.250.000.000 đồng và làm 12 nhà cho hộ nghèo ở TP. Hưng Yên.",
    "Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy và Ủy ban Kiểm tra Tỉnh ủy phối hợp theo dõi, đôn đốc, kiểm tra.",
    "Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trở thành việc làm tự giác, thường xuyên.",
    "Các mô hình kinh tế, văn hóa - xã hội, quốc phòng - an ninh được duy trì, nhân rộng và mang lại hiệu quả.",
  ]

  static func paragraphs(_ count: Int) -> [String] {
    var random = SeededGenerator(seed: 1982)
    return (0..<count).map { _ in
      (0..<random.below(4) + 2).map { _ in sentences[random.below(sentences.count)] }.joined(separator: " ")
    }
  }

  static func block(_ text: String, _ measure: Double, _ setter: inout TextSetter) -> TextBlock {
    setter.lines([.plain(text)], style: .body(), measure: measure)
  }

  static func ratios(_ paragraphs: [String], measure: Double) throws -> [[Double]] {
    var setter = TextSetter(fonts: try TextFonts.serif())
    return paragraphs.map { block($0, measure, &setter).lines.dropLast().map(\.ratio) }
  }

  /// The text with each space at which no line may end written as TeX's tie. XeTeX does not kern across spaces, so it is told to.
  static func tied(_ text: String) throws -> String {
    var setter = TextSetter(fonts: try TextFonts.serif())
    guard let set = setter.lines([.plain(text)], style: .body(), measure: 400).lines.first?.text else { return "" }
    var result = ""
    for piece in set.pieces.array {
      let word = set.bytes.string(Int(piece.text.lowerBound)..<Int(piece.text.upperBound))
      let kern = piece.width - Double(setter.library.regular.spaceAdvance) * 14 / 2048
      let kerned = abs(kern) > 1e-6 ? "\\kern\(kern)bp{}" : ""
      switch (piece.kind, piece.joint) {
      case (.space, .tied): result += "~" + kerned
      case (.space, .lonely): result += "\\penalty500\\ " + kerned
      case (.space, _): result += word + kerned
      default: result += word
      }
    }
    return result
  }
}

/// XeTeX with plain TeX's macros, from an empty format: no setup of the machine changes it.
private enum TeX {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/xetex")

  static func ratios(_ paragraphs: [String], measure: Double) throws -> [[Double]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tex-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(source(paragraphs, measure).utf8).write(to: folder.appending(path: "t.tex"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xetex")
    process.arguments = ["-ini", "-interaction=batchmode", "t.tex"]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let log = String(decoding: try Data(contentsOf: folder.appending(path: "t.log")), as: UTF8.self)
    return lines(log)
  }

  private static func source(_ paragraphs: [String], _ measure: Double) throws -> String {
    let texts = try paragraphs.map {
      let text = try TeXSample.tied($0).replacing("%", with: "\\%")
      return "\\immediate\\write-1{PARAGRAPH}\\setbox0\\vbox{\\noindent \(text)\\par}\\showbox0"
    }
    return ##"""
      \catcode`\{=1 \catcode`\}=2 \catcode`\#=6
      \input plain
      \font\x="[/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf]:language=VIT" at 14bp \x
      \frenchspacing \hyphenpenalty10000 \exhyphenpenalty50 \parindent0pt \hyphenchar\x-1
      \tolerance9998 \pretolerance-1 \emergencystretch0.1\hsize \hfuzz\maxdimen \hbadness10000 \vbadness10000
      \showboxbreadth10000 \showboxdepth1 \tracingonline0 \errorcontextlines0
      """##
        + "\n\\hsize\(measure)bp \\emergencystretch0.1\\hsize\n" + texts.joined(separator: "\n") + "\n\\end\n"
  }

  /// Glue set ratios of the lines of each paragraph, the last line left out.
  private static func lines(_ log: String) -> [[Double]] {
    log.split(separator: "PARAGRAPH").dropFirst().map { part in
      let boxes = part.matches(of: /\n\.\\hbox\([^\n]*?\)x[0-9.]+(?:, glue set (- )?([0-9.]+)(fil)?)?/)
      return boxes.dropLast().map { box in
        let ratio = Double(box.2 ?? "0") ?? 0
        return box.1 == nil ? ratio : -ratio
      }
    }
  }
}
