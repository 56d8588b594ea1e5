import Documents
import Findings
import Graphics
import SeededRandom
import Testing

@testable import Typesetting

/// Prose of a report, for everything that only needs text.
enum Prose {
  static let report = """
    Năm 2020, Đảng ủy Khối đã lãnh đạo, chỉ đạo các tổ chức cơ sở đảng triển khai thực hiện đồng bộ, hiệu quả các nhiệm vụ; \
    quan tâm công tác dân vận, nhất là phong trào thi đua “Dân vận khéo”. Toàn Đảng bộ đăng ký xây dựng 61 mô hình, trong đó có \
    20/84 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ, bằng 23,8 %. Căn cứ Hướng dẫn số 05-HD/VPTW, ngày 27 tháng 5 năm 2026 \
    của Văn phòng Trung ương Đảng, tổng kinh phí thực hiện là 1.250 triệu đồng, tăng 12,5 % so với năm 2019. Các đồng chí cấp ủy \
    viên phụ trách địa bàn thường xuyên kiểm tra, đôn đốc, kịp thời tháo gỡ khó khăn, vướng mắc ở cơ sở; quý IV có 08 đơn vị được \
    biểu dương theo Điều 5 và khoản 2 của Quy chế.
    """
}

@Suite struct TextSetterTests {
  @Test func `justified lines all end at the right edge`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let measure = Length.mm(165).points
    let block = setter.lines(
      [.text("Kết quả: ", .strong, nil), .plain(Prose.report), .text(" Rất đáng ghi nhận.", .emphasis, nil)],
      style: .body(indent: Length.mm(10).points), measure: measure)
    #expect(block.lines.count > 5)
    for line in block.lines.dropLast() {
      #expect(abs(line.x + line.width - measure) < 0.01)
      #expect(abs(try rightEdge(line, setter.library) - measure) < 0.01)
    }
    #expect(block.lines[0].x == Length.mm(10).points)
    #expect(block.lines.allSatisfy { $0.x + $0.width <= measure + 0.01 })
    #expect(block.lines.dropLast().allSatisfy { abs($0.ratio) <= 2 })
  }

  /// Where the last glyph of the line ends: its origin and its advance.
  private func rightEdge(_ line: TextLine, _ library: FontLibrary) throws -> Double {
    let run = try #require(line.runs.last)
    let glyph = try #require(run.glyphs.last)
    let face = try #require(library.faces[run.face.index])
    let last = try #require(run.string.unicodeScalars.last)
    let shaped = ShapingBuffer().shape(Array(String(last).utf8), face: face).glyphs
    return glyph.x + Double(shaped[0].advance) * run.size.points / face.unitsPerEm
  }

  @Test func `the text of the lines is the text that went in`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    for measure in [120.0, 200, 300, 467] {
      let block = setter.lines([.plain(Prose.report)], style: .body(), measure: measure)
      let words = block.strings.flatMap { $0.split(separator: " ") }
      #expect(words == Prose.report.split(separator: " "))
    }
  }

  @Test func `left, centred and right lines keep their natural spaces`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    for alignment in [BlockStyle.Alignment.left, .center, .right] {
      let block = setter.lines([.plain(Prose.report)], style: .body(alignment), measure: 300)
      for line in block.lines {
        #expect(line.ratio == 0)
        switch alignment {
        case .left, .justified: #expect(line.x == 0)
        case .center: #expect(abs(line.x - (300 - line.width) / 2) < 1e-9)
        case .right: #expect(abs(line.x + line.width - 300) < 1e-9)
        }
      }
    }
  }

  @Test func `centred lines are nearly as long as each other`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let name = "ĐẢNG ỦY KHỐI CƠ QUAN – DOANH NGHIỆP TỈNH HƯNG YÊN VÀ CÁC ĐƠN VỊ TRỰC THUỘC"
    let block = setter.lines([.plain(name)], style: .body(.center), measure: 420)
    #expect(block.lines.count == 2)
    #expect(block.lines[1].width > 0.8 * block.lines[0].width)
  }

  @Test func `a hanging indent keeps the marker alone at the left`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let style = BlockStyle.body(indent: -20, left: 30)
    let block = setter.lines([.plain("1."), .tab, .plain(Prose.report)], style: style, measure: 300)
    #expect(block.lines[0].x == 10)
    #expect(block.lines.dropFirst().allSatisfy { $0.x == 30 })
    // The first word behind the tab stands at the left indent.
    let run = try #require(block.lines[0].runs.first)
    let index = try #require(run.string.unicodeScalars.firstIndex(of: "N"))
    let offset = run.string.unicodeScalars.distance(from: run.string.unicodeScalars.startIndex, to: index)
    #expect(abs(Array(run.glyphs)[offset].x - 30) < 1e-9)
    for line in block.lines.dropLast() { #expect(abs(line.x + line.width - 300) < 0.01) }
  }

  @Test func `a right tab with dots brings the page number to the edge`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    context.tabStops = [TabStop(position: 300, alignment: .right, leader: .dots)]
    let inlines: [Inline] = [
      .plain("I- Kết quả thực hiện nhiệm vụ trong năm 2020 của toàn Đảng bộ Khối"), .tab, .plain("12"),
    ]
    let block = setter.lines(inlines, style: .body(.left), measure: 300, context: context)
    #expect(block.lines.count == 2)
    let last = try #require(block.lines.last)
    #expect(abs(last.x + last.width - 300) < 1e-6)
    #expect(last.string.contains("....") && last.string.hasSuffix("12"))
    let short = setter.lines(
      [.plain("Mở đầu"), .tab, .plain("1")], style: .body(.left), measure: 300, context: context)
    #expect(short.lines.count == 1)
    // Dots of both lines stand on one grid.
    func dots(_ line: TextLine) -> [Double] {
      line.runs.flatMap { run in zip(run.glyphs, run.string).filter { $0.1 == "." }.map(\.0.x) }
    }
    let (upper, lower) = (dots(short.lines[0]), dots(last))
    #expect(upper.count > 20 && lower.count > 5)
    for dot in lower.suffix(5) { #expect(upper.contains { abs($0 - dot) < 1e-6 }) }
  }

  @Test func `hard breaks end lines and are not justified`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let block = setter.lines(
      [.plain("Một hai ba"), .lineBreak, .plain("bốn\r\nnăm\n")], style: .body(), measure: 400)
    #expect(block.strings == ["Một hai ba", "bốn", "năm"])
    #expect(block.lines.allSatisfy { $0.ratio == 0 })
  }

  @Test func `a last line of one short syllable is avoided where the lines allow it`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var random = SeededGenerator(seed: 11)
    let words = Prose.report.split(separator: " ").map(String.init)
    var lonely = 0
    for _ in 0..<300 {
      let count = random.below(30) + 25
      let text = (0..<count).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      let block = setter.lines([.plain(text)], style: .body(), measure: 400)
      if let last = block.lines.last, last.width < 4 * 14, !last.string.contains(" ") { lonely += 1 }
    }
    // First-fit leaves about one paragraph in nine with such a line.
    #expect(lonely <= 6)
  }

  @Test func `a word wider than the measure is broken at a sign and reported`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    context.files = ["data/mo-hinh.csv"]
    let url = "https://hungyen.dcs.vn/danvankheo/bao-cao-ket-qua/2020/quy-4/phu-luc-so-1.html"
    let origin = Origin(file: 0, row: 7, column: 3)
    let block = setter.lines([.text("Xem " + url, .plain, origin)], style: .body(), measure: 150, context: context)
    #expect(block.lines.allSatisfy { $0.width <= 150.01 })
    #expect(block.strings.joined() == "Xem" + url || block.strings.joined() == "Xem " + url)
    for line in block.strings.dropFirst().dropLast() {
      #expect(line.last.map { "/-.:".contains($0) } == true)
    }
    let finding = try #require(setter.findings.sorted.first)
    #expect(finding.code == "tu-qua-dai")
    #expect(finding.location.description == "data/mo-hinh.csv:7:3")
  }

  @Test func `a measure narrower than a letter still ends, with a finding`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    for measure in [0.0, -50, 1, 5] {
      let block = setter.lines([.plain("Hưng Yên năm 2020")], style: .body(), measure: measure)
      #expect(block.strings.joined().filter { $0 != " " } == "HưngYênnăm2020")
    }
    #expect(setter.findings.sorted.contains { $0.code == "tran-dong" })
  }

  @Test func `ties give way where a column is too narrow for them`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let block = setter.lines([.plain("năm 2020")], style: .body(.left), measure: 40)
    #expect(block.strings == ["năm", "2020"])
    #expect(setter.findings.isEmpty)
  }

  @Test func `the extent of a text is its longest line and its longest tie`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let style = BlockStyle.body(.left)
    let extent = setter.extent([.plain("Đạt 23,8 % số\nmô hình")], style: style)
    #expect(abs(extent.natural - setter.width("Đạt 23,8 % số", style: style)) < 1e-9)
    #expect(abs(extent.minimum - setter.width("23,8 %", style: style)) < 1e-9)
  }

  @Test func `underlined and linked words carry one rule and one rectangle a line`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let block = setter.lines(
      [
        .text("Nơi nhận", TextStyle(underline: true), nil), .plain(" và "),
        .link([.plain("trang tin "), .text("điện tử", .strong, nil)], .uri("https://hungyen.vn")),
      ], style: .body(.left), measure: 400)
    let items = block.lines[0].items
    let rules = items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    #expect(rules.count == 1)
    #expect(abs(rules[0].to.x.points - setter.width("Nơi nhận", style: .body(.left))) < 1e-9)
    let links = items.compactMap { if case .link(_, let rect) = $0 { rect } else { nil } }
    // Regular and bold part are two fonts but one link.
    #expect(links.count == 1)
    #expect(abs(links[0].maxX.points - block.lines[0].width) < 1e-9)
  }

  @Test func `footnote marks are raised, numbered on, and stay with their line`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    context.firstFootnote = 3
    let note: [Block] = [.paragraph(Paragraph([.plain("Theo Quy chế.")]))]
    let block = setter.lines(
      [.plain(Prose.report), .footnote(note), .plain(" " + Prose.report), .footnote(note)], style: .body(),
      measure: 400,
      context: context)
    let calls = block.lines.flatMap(\.footnoteCalls)
    #expect(calls.map(\.number) == [3, 4])
    let line = try #require(block.lines.first { !$0.footnoteCalls.isEmpty })
    let mark = try #require(line.runs.first { $0.size.points < 14 })
    #expect(mark.string == "3" && (mark.glyphs.first?.y ?? 100) < 100)
    #expect(block.lines.last?.footnoteCalls.map(\.number) == [4])
  }

  @Test func `a reference to nothing is an error where it stands`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var context = TextContext()
    context.place = Location(file: "texts/phan-1.md", row: 4)
    let block = setter.lines(
      [.plain("xem "), .reference("bieu-9", .label)], style: .body(.left), measure: 300, context: context)
    #expect(block.strings == ["xem ?"])
    let finding = try #require(setter.findings.sorted.first)
    #expect(finding.code == "tham-chieu-khong-co" && finding.severity == .error)
    #expect(finding.location.description == "texts/phan-1.md:4" && finding.message.vietnamese.contains("bieu-9"))
  }

  @Test func `letters that read from right to left are set with a warning`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    _ = setter.lines([.plain("tên שלום")], style: .body(.left), measure: 300)
    #expect(setter.findings.sorted.map(\.code) == ["chu-phai-sang-trai"])
  }

  @Test func `capitals of a style do not change the data's marks`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var style = BlockStyle.body(.left)
    style.capitals = true
    let block = setter.lines([.plain("Đảng ủy Khối – nghiêng")], style: style, measure: 400)
    #expect(block.strings == ["ĐẢNG ỦY KHỐI – NGHIÊNG"])
  }

  @Test func `a change of style inside a word is no place to break`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    let inlines: [Inline] = [
      .text("Kết quả", .strong, nil), .plain(": tốt "), .text("xuất", .emphasis, nil), .plain("-sắc"),
    ]
    for measure in stride(from: 61.0, to: 160, by: 7) {
      let lines = setter.lines(inlines, style: .body(.left), measure: measure).strings
      #expect(lines.contains { $0.contains("quả:") })
      #expect(lines.allSatisfy { !$0.hasPrefix(":") && !$0.hasPrefix("-") })
    }
  }

  @Test func `looseness adds or saves a line where the paragraph can`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var counts: Set<Int> = []
    for looseness in [-1, 0, 1] {
      var context = TextContext()
      context.looseness = looseness
      let text = Prose.report + " " + Prose.report
      counts.insert(setter.lines([.plain(text)], style: .body(), measure: 467, context: context).lines.count)
    }
    #expect(counts.count >= 2)
  }

  @Test func `nothing sets nothing`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    #expect(setter.lines([], style: .body(), measure: 100).lines.isEmpty)
    #expect(setter.lines([.plain("")], style: .body(), measure: 100).height == 0)
    #expect(setter.lines([.plain("\u{0}")], style: .body(), measure: 100).lines.isEmpty)
  }

  @Test func `random paragraphs keep every character and stay inside the measure`() throws {
    var setter = TextSetter(fonts: try TextFonts.serif())
    var random = SeededGenerator(seed: 404)
    let words = Prose.report.split(separator: " ").map(String.init) + ["https://a.vn/b-c/d", "-", "(", "1", "A/B", "–"]
    let styles = [TextStyle.plain, .strong, .emphasis, TextStyle(script: .superscript), TextStyle(underline: true)]
    var overfull = 0
    for round in 0..<800 {
      var inlines: [Inline] = []
      var expected = ""
      for _ in 0..<random.below(40) + 1 {
        let word = words[random.below(words.count)] + [" ", " ", "  ", "", "\u{A0}"][random.below(5)]
        switch random.below(30) {
        case 0: inlines.append(.lineBreak)
        case 1: inlines.append(.tab)
        default: inlines.append(.text(word, styles[random.below(8) < 5 ? 0 : random.below(5)], nil))
        }
        if case .text = inlines[inlines.count - 1] { expected += word }
      }
      let alignment = BlockStyle.Alignment.allCases[round % 4]
      var style = BlockStyle.body(
        alignment, indent: [0.0, 28, -20][random.below(3)], left: [0.0, 20][random.below(2)])
      style.rightIndent = .points([0.0, 10][random.below(2)])
      let measure = Double(random.below(400) + 70)
      setter.findings = FindingList()
      let block = setter.lines(inlines, style: style, measure: measure)
      let blank: Set<Character> = [" ", "\u{A0}"]
      #expect(
        block.strings.joined().filter { !blank.contains($0) } == expected.filter { !blank.contains($0) },
        "round \(round)")
      if setter.findings.sorted.contains(where: { $0.code == "tran-dong" }) {
        overfull += 1
        // Only tabs can leave too little room in these measures.
        #expect(inlines.contains(.tab), "round \(round)")
        continue
      }
      for line in block.lines {
        #expect(line.x + line.width <= measure - style.rightIndent.points + 0.011, "round \(round)")
        #expect(line.x >= min(0, style.leftIndent.points + style.firstLineIndent.points) - 0.001, "round \(round)")
      }
    }
    #expect(overfull < 80)
  }
}
