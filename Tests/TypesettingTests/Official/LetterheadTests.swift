import Documents
import Graphics
import Testing

@testable import Typesetting

/// Millimetres that a measured place may differ from the guideline's.
let placeTolerance = 0.3
/// Ascender of Liberation Serif, ems.
let ascent = 0.891

private func near(_ value: Double?, _ wanted: Double) -> Bool {
  value.map { abs($0 - wanted) <= placeTolerance } ?? false
}

/// Points of type as millimetres.
private func mm(_ points: Double) -> Double { points * 25.4 / 72 }

@Suite struct `letterhead block` {
  private func page(_ head: Letterhead, _ format: Format = PartyFormat.hd05) throws -> Page {
    try #require(Layout([.letterhead(head)], format: format).pages.first)
  }

  @Test func `both blocks begin at the upper margin with their ascender line`() throws {
    let page = try page(SampleReport.letterhead)
    #expect(near(page.run("ĐẢNG BỘ TỈNH")?.baseline, 20 + mm(14 * ascent)))
    #expect(near(page.run("ĐẢNG CỘNG SẢN")?.baseline, 20 + mm(15 * ascent)))
  }

  @Test func `lines are centred in blocks of 82 and 83 millimetres`() throws {
    let page = try page(SampleReport.letterhead)
    // Widths from the table of measured texts: 62,5, 72,9 and 77,6 mm.
    #expect(near(page.run("ĐẢNG BỘ TỈNH")?.x, 30 + (82 - 62.5) / 2))
    #expect(near(page.run("ĐẢNG CỘNG SẢN")?.x, 30 + 82 + (83 - 72.9) / 2))
    #expect(near(page.run("Hưng Yên, ngày")?.x, 30 + 82 + (83 - 77.6) / 2))
  }

  @Test func `sizes and faces are those of the component table`() throws {
    let page = try page(SampleReport.letterhead)
    let wanted: [(String, Double, Int)] = [
      ("ĐẢNG BỘ TỈNH", 14, 0), ("ĐẢNG ỦY KHỐI", 14, 1), ("*", 14, 0), ("Số 05", 14, 0), ("ĐẢNG CỘNG SẢN", 15, 1),
      ("Hưng Yên, ngày", 14, 2), ("Số 14 Chùa", 10, 0),
    ]
    for (text, size, face) in wanted {
      let run = try #require(page.run(text), "\(text)")
      #expect(run.size == size && run.face == FaceID(face), "\(text)")
    }
  }

  @Test func `the rule under the Party title is solid and exactly as wide as the text`() throws {
    let page = try page(SampleReport.letterhead)
    let title = try #require(page.run("ĐẢNG CỘNG SẢN"))
    let date = try #require(page.run("Hưng Yên, ngày"))
    let rule = try #require(page.rules.first { $0.from.y.mm < 100 })
    #expect(near((rule.to.x - rule.from.x).mm, 72.9))
    #expect(near(rule.from.x.mm, title.x))
    #expect(rule.from.y == rule.to.y)
    // Under the lowest ink of the title (the dot of Ệ, 0,196 em) and above the ascenders of the date.
    #expect(rule.from.y.mm - rule.width.mm / 2 > title.baseline + mm(15 * 0.196))
    #expect(rule.from.y.mm < date.baseline - mm(14 * 0.7))
  }

  @Test func `a long issuing body breaks into balanced lines`() throws {
    let page = try page(SampleReport.letterhead)
    let lines = page.runs.filter { $0.face == FaceID(1) && $0.size == 14 }
    #expect(lines.map(\.string) == ["ĐẢNG ỦY KHỐI CƠ QUAN -", "DOANH NGHIỆP TỈNH"])
  }

  @Test func `the left block reads superior, issuer, star, number`() throws {
    let page = try page(SampleReport.letterhead)
    let names = ["ĐẢNG BỘ TỈNH", "ĐẢNG ỦY KHỐI", "DOANH NGHIỆP", "*", "Số 05-BC/ĐUK"]
    let baselines = try names.map { try #require(page.run($0), "\($0)").baseline }
    #expect(baselines == baselines.sorted())
  }

  @Test func `a long place and date wraps after the place when the left block needs its room`() throws {
    var head = SampleReport.letterhead
    head.placeAndDate = "Thành phố Hồ Chí Minh, ngày 25 tháng 12 năm 2026"
    let runs = try page(head).runs.filter { $0.face == FaceID(2) }
    #expect(runs.map(\.string) == ["Thành phố Hồ Chí Minh,", "ngày 25 tháng 12 năm 2026"])
  }

  @Test func `the right block widens when the left block's texts leave room`() throws {
    var head = SampleReport.letterhead
    head.superior = "THÀNH ỦY"
    head.issuer = "VĂN PHÒNG"
    head.placeAndDate = "Thành phố Hồ Chí Minh, ngày 25 tháng 12 năm 2026"
    let page = try page(head)
    let date = try #require(page.run("Thành phố"))
    #expect(date.string == head.placeAndDate)
    // 106,3 mm wide, against the right margin; the left block is centred in what remains.
    #expect(near(date.x, 195 - 106.3))
    let issuer = try #require(page.run("VĂN PHÒNG"))
    #expect(issuer.x > 30 && issuer.x < 30 + 58.7 / 2)
  }

  @Test func `a letter has its abstract in 12 italic under the number`() throws {
    var head = SampleReport.letterhead
    head.abstract = "về việc báo cáo kết quả phong trào thi đua “Dân vận khéo” quý IV năm 2025"
    let page = try page(head)
    let number = try #require(page.run("Số 05"))
    let abstract = try #require(page.run("về việc"))
    #expect(abstract.size == 12 && abstract.face == FaceID(2) && abstract.baseline > number.baseline)
    #expect(page.runs.filter { $0.size == 12 }.allSatisfy { $0.x >= 30 && $0.x < 112 })
  }

  @Test func `urgency, circulation and draft marks stand on page one`() throws {
    var head = SampleReport.letterhead
    (head.urgency, head.circulation, head.draft) = ("THƯỢNG KHẨN", "LƯU HÀNH NỘI BỘ", "Dự thảo lần 2")
    let page = try page(head)
    #expect(page.run("THƯỢNG KHẨN")?.face == FaceID(1))
    #expect(page.run("THƯỢNG KHẨN")?.size == 14)
    #expect(page.run("LƯU HÀNH")?.size == 12)
    #expect(page.run("Dự thảo")?.face == FaceID(2))
  }

  @Test func `the contact line stands at the foot of page one under a rule as wide as the text`() throws {
    let page = try page(SampleReport.letterhead)
    let contact = try #require(page.run("Số 14 Chùa"))
    let rule = try #require(page.rules.first { $0.from.y.mm > 200 })
    #expect(near((rule.to.x - rule.from.x).mm, 165))
    #expect(rule.from.y.mm < contact.baseline - mm(10 * 0.7))
    #expect(contact.baseline < 277 && contact.baseline > 270)
  }

  @Test func `values alone make a State letterhead`() throws {
    var head = SampleReport.letterhead
    head.number = "Số: 05/BC-UBND"
    head.urgency = "KHẨN"
    let page = try page(head, StateFormat.nd30)
    let number = try #require(page.run("Số: 05"))
    let date = try #require(page.run("Hưng Yên, ngày"))
    #expect(abs(number.baseline - date.baseline) < 0.01)
    let rules = page.rules.filter { $0.from.y.mm < 100 && $0.from.y == $0.to.y }
    // “Độc lập - Tự do - Hạnh phúc” at 14 pt bold is 60,5 mm wide.
    #expect(rules.contains { near(($0.to.x - $0.from.x).mm, 60.5) && near($0.from.x.mm, page.run("Độc lập")?.x ?? 0) })
    let issuer = page.runs.filter { $0.face == FaceID(1) && $0.x < 98 && $0.string != "KHẨN" }
    #expect(issuer.count == 2)
    #expect(!page.text.contains("*"))
    // The box around KHẨN: two horizontal and two vertical rules.
    let mark = try #require(page.run("KHẨN"))
    let above = page.rules.filter {
      $0.from.y == $0.to.y && $0.from.y.mm < mark.baseline && $0.from.y.mm > mark.baseline - 6
    }
    let below = page.rules.filter {
      $0.from.y == $0.to.y && $0.from.y.mm > mark.baseline && $0.from.y.mm < mark.baseline + 4
    }
    #expect(above.contains { $0.from.x.mm < mark.x } && below.contains { $0.from.x.mm < mark.x })
    #expect(page.rules.count { $0.from.x == $0.to.x } == 2)
  }

  /// Boxes of 30 × 8, 40 × 8 and 20 × 8 mm under the number, in the colour of the format.
  @Test(arguments: [("HỎA TỐC", 30.0), ("THƯỢNG KHẨN", 40.0), ("KHẨN", 20.0)])
  func `State marks of urgency stand in red boxes of their sizes under the number`(name: String, width: Double) throws {
    let red = Color(red: 1, green: 0, blue: 0)
    var format = StateFormat.nd30
    format.letterhead.marks = MarkRules(
      urgency: [
        .init("HỎA TỐC", boxWidth: .mm(30)), .init("THƯỢNG KHẨN", boxWidth: .mm(40)), .init("KHẨN", boxWidth: .mm(20)),
      ],
      urgencyColor: red)
    var head = SampleReport.letterhead
    head.urgency = name
    let page = try page(head, format)
    let mark = try #require(page.run(name))
    let box = page.rules.filter { $0.color == red }
    #expect(box.count == 4)
    let edges = (
      left: box.map(\.from.x.mm).min() ?? 0, right: box.map(\.to.x.mm).max() ?? 0,
      top: box.map(\.from.y.mm).min() ?? 0, bottom: box.map(\.to.y.mm).max() ?? 0
    )
    #expect(near(edges.right - edges.left, width))
    #expect(near(edges.bottom - edges.top, 8))
    // Centred in the left block of 68 mm, the word inside, all under the number.
    #expect(near((edges.left + edges.right) / 2, 30 + 34))
    #expect(edges.left < mark.x && edges.top < mark.baseline && mark.baseline < edges.bottom)
    #expect(edges.top > (page.run("Số")?.baseline ?? 300))
  }

  @Test func `room for the stamp of a secret paper moves the marks down and prints nothing`() throws {
    var head = SampleReport.letterhead
    head.urgency = "KHẨN"
    let before = try #require(page(head).run("KHẨN")).baseline
    let words = try page(head).text
    head.leavesSecrecyRoom = true
    let after = try page(head)
    #expect(try #require(after.run("KHẨN")).baseline - before >= 8)
    #expect(after.text == words)
  }

  @Test(arguments: [0.2, 0.4, 1.0])
  func `a rule under the issuing body takes its part of the text's width`(_ fraction: Double) throws {
    var format = StateFormat.nd30
    format.letterhead.issuerMark = .rule(fraction: fraction)
    format.letterhead.titleMark = .none
    var head = SampleReport.letterhead
    head.issuer = "ĐẢNG ỦY"
    head.contact = nil
    let page = try page(head, format)
    var setter = TextSetter(fonts: try TestFonts.library())
    let width = setter.width("ĐẢNG ỦY", style: format.style(.issuer))
    let rule = try #require(page.rules.first)
    #expect(abs((rule.to.x - rule.from.x).points - width * fraction) < 0.01)
    // Centred under the text.
    let text = try #require(page.run("ĐẢNG ỦY"))
    #expect(near((rule.from.x.mm + rule.to.x.mm) / 2, text.x + Length.points(width).mm / 2))
  }
}
