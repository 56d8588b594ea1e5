import Foundation
import Graphics
import PDF
import SeededRandom
import Testing

struct CanvasNoiseTests {
  /// Numbers that break careless arithmetic, beside ordinary ones.
  private static let numbers = [
    0, -0.0, 1e-300, 1e-9, 0.004, 0.5, 1, 13, 72.5, 300, 595.27, 841.89, 2_000, 19_999.99, 20_000, -0.01, -50, -20_000,
    1e6, -1e18,
    .nan, .infinity,
  ]

  @Test func `pages of random items give a sound file or a typed error`() throws {
    var noise = SeededGenerator(seed: 1975)
    let shaper = TestShaper(Faces.regular)
    let pool = FacePool(Faces.all)
    var drawn = 0
    for round in 0..<200 {
      // Every third page may hold impossible numbers; the others only odd ones.
      let numbers = round % 3 == 0 ? Self.numbers : Array(Self.numbers[..<16])
      let items = (0..<Int.random(in: 1...6, using: &noise)).map { item(numbers, shaper, place: $0, &noise) }
      do {
        let pdf = try draw([page(items)], faces: pool)
        drawn += 1
        if drawn % 20 == 0 { try Judge.expectSound(pdf) }
      } catch let error as PDFError {
        #expect(!error.english.isEmpty)
      }
    }
    #expect((50..<195).contains(drawn), "both outcomes are exercised: \(drawn)")
  }

  private func item(_ numbers: [Double], _ shaper: TestShaper, place: Int, _ noise: inout SeededGenerator) -> Item {
    func number() -> Double { numbers[Int.random(in: 0..<numbers.count, using: &noise)] }
    func spot() -> Point { point(number(), number()) }
    let box = Rect(origin: spot(), size: Size(width: .points(abs(number())), height: .points(abs(number()))))
    let color = Color(red: number(), green: 0.5, blue: 0)
    let path = Path([.move(spot()), .line(spot()), .curve(spot(), spot(), spot()), .close, .line(spot())])
    let dash = [Length.points(abs(number())), .points(abs(number()))]
    let stroke = Stroke(color: color, width: .points(abs(number())), dash: dash)
    let run = shaper.run("Đơn vị", x: number(), y: number(), size: max(1, min(abs(number()), 4_000)), color: color)
    switch Int.random(in: 0..<8, using: &noise) {
    case 0: return .glyphs(run)
    case 1: return .rule(Rule(from: spot(), to: spot(), width: .points(abs(number())), color: color))
    case 2: return .shape(Shape(path: path, fill: color, stroke: stroke))
    case 3: return .shape(Shape(path: path, stroke: stroke, clip: Path(box)))
    case 4: return .link(.uri("https://example.org/\(number())"), in: box)
    case 5: return .anchor("nơi \(place)", at: spot())
    case 6: return .outline(title: "Mục \(place)", level: Int.random(in: -2...9, using: &noise), at: spot())
    default: return .watermark(run, angle: number(), around: spot())
    }
  }
}
