import Documents
import Findings
import Graphics
import Testing

@testable import Lint

extension Mutation {
  static let letterhead: [Mutation] = [
    .size("tieu-de", .nationalTitle, 14, Mutation.party),
    .size("tieu-de", .nationalTitle, 11, [.nd30]),
    .style("tieu-de", "not bold", .nationalTitle) { $0.bold = false },
    Mutation("ke-duoi-tieu-de", "a rule of half the text") {
      $0.document.format.letterhead.titleMark = .rule(fraction: 0.5)
    },
    Mutation("ke-duoi-tieu-de", "no rule") { $0.document.format.letterhead.titleMark = .none },
    .size("tieu-ngu", .motto, 12, [.nd30]),
    .style("cap-tren", "bold", .superior) { $0.bold = true },
    .size("cap-tren", .superior, 11),
    .style("co-quan", "not bold", .issuer) { $0.bold = false },
    .style("co-quan", "not in capitals", .issuer) { $0.capitals = false },
    Mutation("dau-duoi-co-quan", "a rule of the whole text") {
      $0.document.format.letterhead.issuerMark = .rule(fraction: 1)
    },
    Mutation("dau-duoi-co-quan", "nothing") { $0.document.format.letterhead.issuerMark = .none },
    .size("so-ky-hieu", .number, 12),
    .style("dia-danh-ngay-thang", "upright", .placeAndDate) { $0.italic = false },
    .size("dia-danh-ngay-thang", .placeAndDate, 12),
    Mutation("mau-so-ky-hieu", "the other form") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.letterhead { $0.number = isParty ? "Số: 05/BC-ĐUK" : "Số 05-BC/UBND" }
    },
    Mutation("mau-so-ky-hieu", "no nought") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.letterhead { $0.number = isParty ? "Số 5-BC/ĐUK" : "Số: 5/BC-UBND" }
    },
    Mutation("mau-ngay-thang", "day not padded") { laidOut in
      laidOut.letterhead { $0.placeAndDate = "Hưng Yên, ngày 5 tháng 02 năm 2026" }
    },
    Mutation("mau-ngay-thang", "month 5 padded") { laidOut in
      laidOut.letterhead { $0.placeAndDate = "Hưng Yên, ngày 27 tháng 05 năm 2026" }
    },
    Mutation("mau-ngay-thang", "no comma") { laidOut in
      laidOut.letterhead { $0.placeAndDate = "Hưng Yên ngày 05 tháng 02 năm 2026" }
    },
    .style("do-khan", "not bold", .urgency) { $0.bold = false },
    .size("luu-hanh", .circulation, 11),
    .style("du-thao", "upright", .draft, Mutation.party) { $0.italic = false },
    .size("lien-he", .contact, 13),
    Mutation("vi-tri-dau-van-ban", "date on the line of the title's rule", [.nd30]) {
      $0.document.format.letterhead.dateRow = .underTitle
    },
    Mutation("trich-yeu-cong-van", "the other prefix") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.letterhead { $0.abstract = isParty ? "V/v gửi báo cáo" : "về việc gửi báo cáo" }
    },
    Mutation("trich-yeu-cong-van", "size 14") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.letterhead { $0.abstract = isParty ? "về việc gửi báo cáo" : "V/v gửi báo cáo" }
      laidOut.style(.letterAbstract) { $0.size = .points(14) }
    },
  ]

  static let title: [Mutation] = [
    .size("ten-loai", .documentType, 12),
    .style("ten-loai", "not in capitals", .documentType) { $0.capitals = false },
    .size("trich-yeu", .abstract, 12),
    .style("trich-yeu", "italic", .abstract) { $0.italic = true },
    Mutation("chu-dau-trich-yeu", "the other first letter") { laidOut in
      let isParty = laidOut.guideline.isParty
      laidOut.replace { block in
        guard case .title(var title) = block else { return }
        title.abstract = [.plain("\(isParty ? "K" : "k")ết quả thực hiện phong trào")]
        block = .title(title)
      }
    },
    Mutation("dau-duoi-trich-yeu", "a rule as long as the text") {
      $0.document.format.title.mark = .rule(fraction: 1)
    },
    Mutation("dau-duoi-trich-yeu", "four hyphens") { $0.document.format.title.mark = .text("----") },
    .style("vi-tri-ten-loai", "at the left", .documentType) { $0.alignment = .left },
    .style("kinh-gui", "bold", .salutation) { $0.bold = true },
    Mutation("kinh-gui", "another word") { laidOut in
      laidOut.replace { block in
        guard case .addressees(var addressees) = block else { return }
        addressees.salutation = "Gửi:"
        block = .addressees(addressees)
      }
    },
    .size("noi-gui", .addressee, 12),
  ]
}

@Suite struct LetterheadTests {
  @Test(arguments: Mutation.letterhead + Mutation.title)
  func `a letterhead that breaks one clause is told by that clause alone`(mutation: Mutation) throws {
    try mutation.verify()
  }

  @Test func `room for a number and a date written by hand is as it should be`() throws {
    let room = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"
    for guideline in Guideline.allCases {
      let laidOut = try LaidOut(guideline) { laidOut in
        let isParty = laidOut.guideline.isParty
        laidOut.letterhead {
          $0.number = isParty ? "Số \(room)-BC/ĐUK" : "Số: \(room)/BC-UBND"
          $0.placeAndDate = "Hưng Yên, ngày\(room)tháng\(room)năm\(room)"
        }
      }
      #expect(try laidOut.codes() == [])
    }
  }

  /// Forms that the guidelines give as examples.
  @Test(arguments: [
    ("Số 01-BC/CB", Guideline.hd05), ("Số 125-BC/ĐUK", .hd36), ("Số 12-QĐ/BTGDVTU", .hd05), ("Số: 05/BC-UBND", .nd30),
    ("Số: 12/UBND-VX", .nd30), ("Số: 38/2019/QĐ-TTg", .nd30),
  ])
  func `numbers as the guidelines write them pass`(number: String, guideline: Guideline) throws {
    #expect(try LaidOut(guideline) { laidOut in laidOut.letterhead { $0.number = number } }.codes() == [])
  }

  @Test func `a national title that is not the official one is missed`() throws {
    let laidOut = try LaidOut(.hd05) { $0.document.format.letterhead.title = "ĐẢNG CỘNG SẢN VIỆTNAM !!!!" }
    #expect(try laidOut.codes() == ["tieu-de"])
  }
}
