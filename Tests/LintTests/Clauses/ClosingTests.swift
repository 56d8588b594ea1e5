import Documents
import Findings
import Graphics
import Testing

@testable import Lint

extension Mutation {
  static let closing: [Mutation] = [
    .size("quyen-han", .authority, 12),
    .style("quyen-han", "not bold", .authority) { $0.bold = false },
    Mutation("mau-quyen-han", "the other form") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.closing { $0.authority = [isParty ? "TM. BAN THƯỜNG VỤ" : "T/M ỦY BAN NHÂN DÂN"] }
    },
    Mutation("mau-quyen-han", "a committee signs K/T", Mutation.party) { laidOut in
      laidOut.closing { $0.authority = ["K/T BAN THƯỜNG VỤ"] }
    },
    .style("chuc-vu", "the other weight", .post) { $0.bold.toggle() },
    .style("ho-ten", "not bold", .signer) { $0.bold = false },
    Mutation("hoc-ham-ho-ten", "a doctor") { laidOut in laidOut.closing { $0.signer = "TS. Phạm Mạnh Hà" } },
    Mutation("cho-ky", "20 pt") { $0.document.format.closing.signatureSpace = .points(20) },
    .style("nhan-noi-nhan", "not underlined", .recipientsLabel, Mutation.party) { $0.underline = false },
    .style("nhan-noi-nhan", "upright", .recipientsLabel, [.nd30]) { $0.italic = false },
    .size("noi-nhan", .recipient, 14),
    Mutation("dau-cau-noi-nhan", "the other mark") {
      $0.document.format.closing.separator = $0.guideline == .hd36 ? ";" : ","
    },
    Mutation("dau-cau-noi-nhan", "no full stop") { $0.document.format.closing.end = ";" },
    Mutation("noi-luu", "the other form") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.closing { $0.recipients[2] = isParty ? "Lưu: VT" : "Lưu Văn phòng" }
    },
    Mutation("noi-luu", "no archive") { laidOut in laidOut.closing { $0.recipients.removeLast() } },
    .size("nguoi-danh-may", .typist, 13),
    Mutation("khoi-chu-ky", "alone on its page") { laidOut in
      laidOut.document.format.page.linesBeforeClosing = 0
      let last = laidOut.document.sections[0].blocks.count - 1
      laidOut.document.sections[0].blocks.insert(.pageBreak, at: last)
    },
  ]
}

@Suite struct ClosingTests {
  @Test(arguments: Mutation.closing)
  func `an end that breaks one clause is told by that clause alone`(mutation: Mutation) throws { try mutation.verify() }

  @Test func `a head who signs for himself needs no authority`() throws {
    let laidOut = try LaidOut(.hd05) { laidOut in
      laidOut.closing {
        $0.authority = []
        $0.post = "TRƯỞNG BAN"
      }
    }
    #expect(try laidOut.codes() == [])
  }

  /// A page built by hand: the block of the signature moved to the left, that of the recipients to the right.
  @Test func `sides that are changed over are told`() throws {
    let laidOut = try LaidOut(.nd30)
    var pages = try laidOut.pages()
    for page in pages.indices {
      for index in pages[page].frame.items.indices {
        guard case .glyphs(let run) = pages[page].frame.items[index] else { continue }
        guard run.string == "PHÓ BÍ THƯ" || run.string == "Phạm Mạnh Hà" else { continue }
        let moved = run.glyphs.map { Glyph(id: $0.id, x: $0.x - 200, y: $0.y) }
        pages[page].frame.items[index] = .glyphs(run.with(glyphs: moved))
      }
    }
    let codes = Inspector(.nd30, faces: laidOut.faces).inspect(pages, of: laidOut.document, file: "x").findings.map(
      \.code)
    #expect(Set(codes) == ["vi-tri-ket-van-ban"])
  }
}
