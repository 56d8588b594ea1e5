import Documents
import Findings
import Foundation
import Graphics
import Templates
import Testing
import Typesetting

@testable import Lint

/// The faces the program prints in, and one that no official paper may use.
enum Faces {
  private static func load(_ folder: String, _ names: [String], from first: Int = 0) -> [FaceData] {
    names.enumerated().map { index, name in
      let file = "\(folder)/\(name).ttf"
      let bytes = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
      return FaceData(id: FaceID(first + index), name: name, file: file, bytes: bytes)
    }
  }

  private static let styles = ["Regular", "Bold", "Italic", "BoldItalic"]
  private static let folder = "/usr/share/fonts/truetype/liberation2"
  static let serif = load(folder, styles.map { "LiberationSerif-\($0)" })
  static let sans = load(folder, styles.map { "LiberationSans-\($0)" })

  static func library(_ faces: [FaceData]) throws -> FontLibrary {
    try FontLibrary(
      faces: faces,
      family: FamilyFaces(regular: FaceID(0), bold: FaceID(1), italic: FaceID(2), boldItalic: FaceID(3)))
  }
}

/// The formats as they ship.
enum Formats {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let read = Dictionary(uniqueKeysWithValues: Guideline.allCases.map { ($0, read($0)) })

  static func shipped(_ guideline: Guideline) throws -> Format { try #require(read[guideline] ?? nil) }

  private static func read(_ guideline: Guideline) -> Format? {
    let names: [Guideline: String] = [.hd05: "party-hd05", .hd36: "party-hd36", .nd30: "state-nd30"]
    let folder = root.appending(path: "templates/formats")
    let reader = FormatReader(names: Array(names.values)) { name in
      let path = folder.appending(path: "\(name).yaml")
      return (try? String(contentsOf: path, encoding: .utf8)).map { TemplateSource(path: path.path(), text: $0) }
    }
    return reader.read(names[guideline] ?? "").0
  }
}

/// A report, what is wrong with it, and the clauses that say so.
struct LaidOut {
  var guideline: Guideline
  var document: Document
  var faces = Faces.serif

  init(_ guideline: Guideline, _ change: (inout LaidOut) -> Void = { _ in }) throws {
    self.guideline = guideline
    let format = try Formats.shipped(guideline)
    document = Document(
      metadata: Metadata(title: "Báo cáo", author: "", subject: "", created: "2026-02-05T00:00:00"), format: format,
      sections: Paper.sections(format, isParty: guideline.isParty))
    change(&self)
  }

  func pages() throws -> [Page] {
    var typesetter = Typesetter(fonts: try Faces.library(faces))
    var pages: [Page] = []
    _ = try typesetter.typeset(document) { pages.append($0) }
    return pages
  }

  func findings() throws -> [Finding] {
    Inspector(guideline, faces: faces).inspect(try pages(), of: document, file: "bao-cao").findings
  }

  /// The codes that fire, each once.
  func codes() throws -> [String] { Set(try findings().map(\.code)).sorted() }

  // MARK: Changes

  mutating func style(_ name: StyleName, _ change: (inout BlockStyle) -> Void) {
    var style = document.format.style(name)
    change(&style)
    document.format.styles[name] = style
  }

  mutating func letterhead(_ change: (inout Letterhead) -> Void) {
    replace { block in
      guard case .letterhead(var head) = block else { return }
      change(&head)
      block = .letterhead(head)
    }
  }

  mutating func closing(_ change: (inout Closing) -> Void) {
    replace { block in
      guard case .closing(var closing) = block else { return }
      change(&closing)
      block = .closing(closing)
    }
  }

  mutating func replace(_ change: (inout Block) -> Void) {
    for section in document.sections.indices {
      for block in document.sections[section].blocks.indices { change(&document.sections[section].blocks[block]) }
    }
  }

  /// Puts a paragraph before the closing block's last paragraph of text.
  mutating func insert(_ text: String, style: StyleName = .body) {
    let place = (document.sections[0].blocks.firstIndex { if case .closing = $0 { true } else { false } } ?? 1) - 1
    document.sections[0].blocks.insert(.paragraph(Paragraph(style: style, [.plain(text)])), at: max(0, place))
  }
}

/// A report with every component a clause speaks of.
enum Paper {
  static func sections(_ format: Format, isParty: Bool) -> [Section] {
    let head = Letterhead(
      superior: "Đảng bộ tỉnh Hưng Yên", issuer: "Đảng ủy Khối Cơ quan – Doanh nghiệp tỉnh",
      number: isParty ? "Số 05-BC/ĐUK" : "Số: 05/BC-UBND", placeAndDate: "Hưng Yên, ngày 05 tháng 02 năm 2026",
      urgency: "Khẩn", circulation: "Lưu hành nội bộ", draft: isParty ? "Dự thảo lần 2" : nil,
      contact: "Số 14 Chùa Chuông, phường Hiến Nam; điện thoại 0221.3863.577")
    let closing = Closing(
      recipients: [
        "Ban Thường vụ Tỉnh ủy", "Các tổ chức cơ sở đảng", isParty ? "Lưu Văn phòng Đảng ủy" : "Lưu: VT, BDV",
      ],
      authority: [isParty ? "T/M BAN THƯỜNG VỤ" : "TM. ỦY BAN NHÂN DÂN"], post: "PHÓ BÍ THƯ", signer: "Phạm Mạnh Hà",
      typist: "NVA.12")
    let basis = "\(isParty ? "- " : "")Căn cứ Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương;"
    let text: [Block] = [
      .letterhead(head),
      .title(
        DocumentTitle(
          type: "Báo cáo",
          abstract: [.plain("\(isParty ? "kết" : "Kết") quả thực hiện phong trào thi đua “Dân vận khéo”")])),
      .addressees(Addressees(salutation: "Kính gửi:", names: ["Ban Thường vụ Tỉnh ủy"])),
      .paragraph(Paragraph(style: .legalBasis, [.plain(basis)])),
      .heading(Heading(level: 1, [.plain("Kết quả thực hiện")])), paragraph(4, 0), paragraph(3, 1), paragraph(4, 2),
      .heading(Heading(level: 2, [.plain("Xây dựng mô hình")])), paragraph(5, 3), paragraph(3, 4), paragraph(4, 0),
      paragraph(2, 2), .closing(closing),
    ]
    let appendix: [Block] = [
      .paragraph(Paragraph(style: .appendixHeading, [.plain("PHỤ LỤC 1")])), paragraph(3, 1), paragraph(2, 2),
    ]
    return [Section(blocks: text), Section(numbering: .appendix, blocks: appendix)]
  }

  static func paragraph(_ sentences: Int, _ start: Int) -> Block {
    let pool = [
      "Ban Thường vụ Đảng ủy đã lãnh đạo, chỉ đạo các tổ chức cơ sở đảng đẩy mạnh phong trào thi đua “Dân vận khéo”.",
      "Các mô hình đã đăng ký được triển khai đúng tiến độ, có 73,81% mô hình đạt hiệu quả rõ nét trong thực tế.",
      "Công tác an sinh xã hội được quan tâm, tổng kinh phí hỗ trợ các gia đình chính sách là 1.250.000.000 đồng.",
      "Một số đơn vị chưa gửi báo cáo đúng thời hạn, việc nhân rộng mô hình còn chậm so với kế hoạch ngày 16/01/2026.",
      "Trong quý tới, Đảng ủy tập trung kiểm tra, giám sát việc thực hiện Quy chế dân chủ ở cơ sở.",
    ]
    return .paragraph(
      Paragraph([.plain((0..<sentences).map { pool[(start + $0) % pool.count] }.joined(separator: " "))]))
  }
}
