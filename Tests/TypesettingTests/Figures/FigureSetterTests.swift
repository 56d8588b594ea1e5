import Documents
import Findings
import Graphics
import Testing

@testable import Typesetting

@Suite struct FigureSetterTests {
  private func picture(_ width: Int, _ height: Int, turn: Int = 0) -> Picture {
    Picture(encoding: .jpeg, bytes: [], width: width, height: height, turn: turn)
  }

  private func set(
    _ figure: Figure, measure: Double = 468, room: Double = 700
  ) throws -> (fragment: Fragment, boxes: [Rect], codes: [String]) {
    var text = try ChartSupport.setter()
    let fragment = FigureSetter.set(figure, measure: measure, room: room, format: PartyFormat.hd05, text: &text)
    let boxes = fragment.items.compactMap { item -> Rect? in
      if case .picture(_, let rect) = item { rect } else { nil }
    }
    return (fragment, boxes, text.findings.sorted.map(\.code))
  }

  @Test func `a wide picture takes the measure at its proportions`() throws {
    let (fragment, boxes, _) = try set(Figure(pictures: [picture(1600, 800)]))
    #expect(boxes == [Rect(x: .zero, y: .zero, width: .points(468), height: .points(234))])
    #expect(fragment.width == 468 && fragment.height == 234)
  }

  @Test func `a high picture takes half a page at most, centred`() throws {
    let (_, boxes, _) = try set(Figure(pictures: [picture(500, 1000)]))
    #expect(boxes[0].size.height == .points(350) && boxes[0].size.width == .points(175))
    #expect(abs(boxes[0].minX.points + boxes[0].maxX.points - 468) < 1e-9)
  }

  @Test func `a turned picture is measured as it stands upright`() throws {
    let (_, boxes, _) = try set(Figure(pictures: [picture(1000, 500, turn: 1)], height: .points(200)))
    #expect(boxes[0].size == Size(width: .points(100), height: .points(200)))
  }

  @Test func `pictures side by side have one height, stay apart and inside the measure`() throws {
    let pictures = [picture(400, 300), picture(300, 400), picture(1000, 500)]
    let (fragment, boxes, _) = try set(Figure(pictures: pictures))
    #expect(Set(boxes.map(\.size.height)).count == 1)
    for (box, picture) in zip(boxes, pictures) {
      let proportion = Double(picture.width) / Double(picture.height)
      #expect(abs(box.size.width.points - proportion * box.size.height.points) < 1e-9)
    }
    for (left, right) in zip(boxes, boxes.dropFirst()) {
      #expect(abs((right.minX - left.maxX).points - FigureSetter.gap) < 1e-9)
    }
    #expect(abs(boxes[0].minX.points) < 1e-9 && abs(boxes[2].maxX.points - 468) < 1e-9)
    #expect(fragment.height == boxes[0].size.height.points)
  }

  @Test func `a height asked for is kept unless the measure forbids`() throws {
    #expect(try set(Figure(pictures: [picture(400, 300)], height: .points(120))).boxes[0].size.height == .points(120))
    #expect(try set(Figure(pictures: [picture(400, 100)], height: .points(300))).boxes[0].size.width == .points(468))
  }

  @Test func `the caption is centred below and never pushes the figure off the page`() throws {
    let caption: [Inline] = [.plain("Thăm, tặng quà gia đình thương binh phường Hiến Nam")]
    let (fragment, boxes, _) = try set(Figure(pictures: [picture(100, 400)], height: .points(900), caption: caption))
    #expect(fragment.height <= 700 + 1e-9)
    guard case .glyphs(let run)? = fragment.items.last, let first = run.glyphs.first else {
      Issue.record("no caption")
      return
    }
    #expect(first.y > boxes[0].maxY.points)
    var text = try ChartSupport.setter()
    let width = text.width(run.string, style: PartyFormat.hd05.style(.caption))
    #expect(abs(first.x - (468 - width) / 2) < 0.01)
  }

  @Test func `no pictures, no room and strange sizes never crash`() throws {
    #expect(try set(Figure(pictures: [])).fragment.items.isEmpty)
    #expect(try set(Figure(pictures: [picture(0, -5)])).boxes.count == 1)
    #expect(try set(Figure(pictures: [picture(400, 300)]), measure: -4).codes == ["anh-khong-du-cho"])
    #expect(try set(Figure(pictures: [picture(400, 300)]), room: 2).codes == ["anh-khong-du-cho"])
    let many = Figure(pictures: Array(repeating: picture(400, 300), count: 200))
    #expect(try set(many).codes == ["anh-khong-du-cho"])
    #expect(try set(Figure(pictures: [picture(1, 1)], height: .points(.nan))).boxes[0].size.height == .points(350))
    #expect(try set(Figure(pictures: [picture(1, 1)]), measure: .infinity).boxes.isEmpty)
  }
}
