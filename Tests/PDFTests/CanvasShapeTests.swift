import Graphics
import PDF
import Testing

struct CanvasShapeTests {
  private static let size = Size(width: .points(200), height: .points(100))

  @Test func `fills, clips and rules land where they were placed, rules above fills`() throws {
    let box = Rect(x: .points(50), y: .points(25), width: .points(100), height: .points(50))
    let left = Rect(x: .zero, y: .zero, width: .points(100), height: .points(100))
    let items: [Item] = [
      // The rule comes first on the page, and still lies on top.
      .rule(Rule(from: point(20, 50), to: point(180, 50), width: .points(4))),
      .shape(Shape(path: Path(box), fill: Color(gray: 0.5))),
      .shape(Shape(path: Path(box), fill: Color(gray: 0.8), clip: Path(left))),
    ]
    let image = try Judge.picture(of: try draw([page(items, size: Self.size)]), dotsPerInch: 72)
    #expect(image.width == 200 && image.height == 100)
    #expect(image.gray(0.1, 0.3) == 255)
    #expect(abs(image.gray(0.4, 0.35) - 204) <= 1)
    #expect(abs(image.gray(0.6, 0.35) - 128) <= 1)
    #expect(image.gray(0.6, 0.5) == 0 && image.gray(0.85, 0.5) == 0 && image.gray(0.95, 0.5) == 255)
  }

  @Test func `rules of one width and colour are one stroke`() throws {
    let thin = (10..<50).map { Rule(from: point(10, Double($0)), to: point(190, Double($0)), width: .points(0.5)) }
    let thick = Rule(from: point(10, 80), to: point(190, 80), width: .points(2))
    let items = (thin[..<20] + [thick] + thin[20...]).map(Item.rule)
    let content = try Judge.unpacked(try draw([page(items, size: Self.size)]))
    let operators = content.split { $0.isWhitespace }
    #expect(operators.count { $0 == "S" } == 2)
    #expect(operators.count { $0 == "l" } == 41)
  }

  @Test func `a dashed outline with curves is drawn, and dashes of nothing are a solid line`() throws {
    let path = Path([.move(point(10, 50)), .curve(point(60, 0), point(120, 100), point(190, 50)), .close])
    for (dash, expected) in [([3.0, 2], "[ 3 2] 0 d"), ([0, 0], "[] 0.0 d"), ([], "[] 0.0 d")] {
      let stroke = Stroke(width: .points(1), dash: dash.map(Length.init(points:)))
      let pdf = try draw([page([.shape(Shape(path: path, stroke: stroke))], size: Self.size)])
      try Judge.expectSound(pdf)
      #expect(try Judge.unpacked(pdf).contains(expected))
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, 20_001, -20_001])
  func `an impossible number is an error with its page, whatever item has it`(number: Double) throws {
    let bad = point(number, 10)
    let good = point(10, 10)
    let box = Rect(origin: bad, size: Size(width: .points(10), height: .points(10)))
    let run = TestShaper(Faces.regular).run("a", x: number, y: 10, size: 12)
    let level = TestShaper(Faces.regular).run("a", x: 10, y: 10, size: 12)
    let picture = Picture(encoding: .png, bytes: [], width: 1, height: 1)
    let items: [Item] = [
      .rule(Rule(from: good, to: bad, width: .points(1))), .rule(Rule(from: good, to: good, width: bad.x)),
      .shape(Shape(path: Path([.move(bad)]), fill: .black)), .shape(Shape(path: Path([.line(bad)]), fill: .black)),
      .shape(Shape(path: Path([.curve(good, bad, good)]), fill: .black)),
      .shape(Shape(path: Path(), stroke: Stroke(width: bad.x))),
      .shape(Shape(path: Path(), stroke: Stroke(width: .points(1), dash: [bad.x]))),
      .shape(Shape(path: Path(), fill: Color(red: number, green: 0, blue: 0))),
      .shape(Shape(path: Path(), fill: .black, clip: Path([.move(bad)]))),
      .picture(picture, in: box), .link(.uri("https://example.org"), in: box), .anchor("a", at: bad),
      .outline(title: "a", level: 1, at: bad), .glyphs(run), .watermark(run, angle: 0, around: good),
      .watermark(level, angle: number, around: good), .watermark(level, angle: 0, around: bad),
    ]
    for item in items {
      #expect { try draw([page([]), page([item, .glyphs(level)])]) } throws: { error in
        if case PDFError.badNumber(_, what: _, page: 2) = error { true } else { false }
      }
    }
  }

  @Test(arguments: [Double.nan, 0, -1, 14_401, .infinity])
  func `a page of no size or beyond what PDF allows is an error`(edge: Double) throws {
    for size in [Size(width: .points(edge), height: .points(100)), Size(width: .points(100), height: .points(edge))] {
      #expect { try draw([page([], size: size)]) } throws: { error in
        if case PDFError.badNumber(_, what: "page", page: 1) = error { true } else { false }
      }
    }
  }

  @Test(arguments: [Double.nan, 0, -12, 5_001, .infinity])
  func `a font size nobody can read is an error`(size: Double) throws {
    var run = TestShaper(Faces.regular).run("a", x: 10, y: 10, size: 12)
    run.size = .points(size)
    #expect { try draw([page([.glyphs(run)])]) } throws: { error in
      if case PDFError.badNumber(_, what: "font size", page: 1) = error { true } else { false }
    }
  }
}
