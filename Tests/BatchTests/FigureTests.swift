import Facts
import Foundation
import Statistics
import Testing
import Vietnamese

@testable import Batch

@Suite struct FigureTests {
  private static let unit = RecordType("don_vi", [.init("ma", .text, ""), .init("so", .integer, "")])
  private static let type = RecordType(
    "thu",
    [
      .init("a", .integer, ""), .init("b", .text, optional: true, ""), .init("c", .percent, ""),
      .init("d", .list(.record(unit)), ""), .init("e", .list(.text), ""), .init("g", .record(unit), optional: true, ""),
      .init("h", .decimal, ""), .init("i", .money, ""), .init("k", .flag, ""),
    ])

  private func row(_ code: String, _ number: Int) -> Fact {
    .record(Record(Self.unit, [.text(code, nil), .integer(number, nil)]))
  }

  private func record(
    a: Int = 1, b: Fact = .text("x", nil), units: [Fact], names: [String] = [], g: Fact = .missing
  ) -> Record {
    Record(
      Self.type,
      [
        .integer(a, nil), b,
        .percent(Percentage(part: 2, whole: 3, value: ExactDecimal(coefficient: 6667, scale: 2)), nil), .list(units),
        .list(names.map { .text($0, nil) }), g, .decimal(ExactDecimal(coefficient: -5, scale: 1), nil),
        .money(1_500_000, nil), .flag(true),
      ])
  }

  private let shape = FigureShape(Self.type, .everything)

  private func read(_ record: Record) throws -> [Figure] {
    try #require(FigureReader.figures(FigureText(record, shape).bytes[...], shape))
  }

  @Test func `a shape is read as it was written`() throws {
    #expect(shape.text == "{a:n,b:t,c:p,d:[{ma:t,so:n}],e:[t],g:{ma:t,so:n},h:s,i:m,k:f}")
    let again = try #require(FigureShape(Array(shape.text.utf8)[...]))
    #expect(again.text == shape.text)
    for broken in ["{a:n", "{a:z}", "[n", "n]", "", "{a}", String(repeating: "[", count: 4000)] {
      #expect(FigureShape(Array(broken.utf8)[...]) == nil)
    }
  }

  @Test(arguments: ["x", "", "-", "~3", "\\", "a\tb\nc", "\\t", "Đảng\u{301}"])
  func `every text comes back`(text: String) throws {
    let figures = try read(record(b: .text(text, nil), units: []))
    #expect(figures.first { $0.path == "b" }?.fact == .text(text, nil))
  }

  @Test func `values come back with the names of their rows`() throws {
    let figures = try read(
      record(b: .missing, units: [row("X", 5), row("Y", 6), row("X", 7)], names: ["An", "Bình"], g: row("Z", 9)))
    let expected: [(String, Fact)] = [
      ("a", .integer(1, nil)), ("b", .missing),
      ("c", .percent(Percentage(part: 2, whole: 3, value: ExactDecimal(coefficient: 6667, scale: 2)), nil)),
      ("d[X].ma", .text("X", nil)), ("d[X].so", .integer(5, nil)), ("d[Y].ma", .text("Y", nil)),
      ("d[Y].so", .integer(6, nil)), ("d[X#2].ma", .text("X", nil)), ("d[X#2].so", .integer(7, nil)),
      ("e[An]", .text("An", nil)), ("e[Bình]", .text("Bình", nil)), ("g.ma", .text("Z", nil)),
      ("g.so", .integer(9, nil)), ("h", .decimal(ExactDecimal(coefficient: -5, scale: 1), nil)),
      ("i", .money(1_500_000, nil)), ("k", .flag(true)),
    ]
    #expect(figures.map(\.path) == expected.map(\.0))
    #expect(figures.map(\.fact) == expected.map(\.1))
    #expect(figures[4].field == "d.so" && figures[4].row == "d[X]")
  }

  @Test func `a row put in between and one taken away are one change each`() throws {
    let before = try read(record(units: [row("X", 5), row("Y", 6)], names: ["An"]))
    let after = try read(record(a: 4, units: [row("W", 1), row("X", 5)], names: ["An"]))
    let changes = FigureChanges(from: before, to: after).changes
    #expect(changes.map(\.path) == ["a", "d[W]", "d[Y]"])
    #expect(changes.map(\.before) == [.integer(1, nil), .missing, .text("Y", nil)])
    #expect(changes.map(\.after) == [.integer(4, nil), .text("W", nil), .missing])
    #expect(changes[0].difference == .integer(3, nil))
  }

  @Test func `a list too long to keep still tells that it changed`() throws {
    func figures(_ last: Int) throws -> [Figure] {
      let units = (0..<40).map { row("U\($0)", $0) } + [row("Z", last)]
      let text = FigureText(record(units: units), shape, longestList: 20)
      return try #require(FigureReader.figures(text.bytes[...], shape))
    }
    #expect(try FigureChanges(from: figures(1), to: figures(1)).changes.isEmpty)
    let changes = try FigureChanges(from: figures(1), to: figures(2)).changes
    #expect(changes.map(\.path) == ["d"])
    #expect(changes[0].after.plain.hasPrefix("41 "))
  }

  @Test func `more changes than a person reads are counted`() throws {
    let before = try read(record(units: (0..<700).map { row("U\($0)", 1) }))
    let after = try read(record(units: (0..<700).map { row("U\($0)", 2) }))
    let changes = FigureChanges(from: before, to: after)
    #expect(changes.changes.count == FigureChanges.limit)
    #expect(changes.leftOut == 700 - FigureChanges.limit)
  }

  @Test func `values cut or changed anywhere never stop the reading`() throws {
    let text = FigureText(record(units: [row("X", 5), row("Y", 6)], names: ["An"]), shape).bytes
    for length in 0..<text.count { _ = FigureReader.figures(text[..<length], shape) }
    for place in text.indices {
      var damaged = text
      damaged[place] ^= 0x08
      _ = FigureReader.figures(damaged[...], shape)
    }
    #expect(FigureReader.figures(Array("1\tx".utf8)[...], shape) == nil)
  }

  @Test func `a store gives back what it was given, and nothing where a byte was flipped`() throws {
    let scratch = try Scratch()
    let folder = RunFolder(output: scratch.path, period: "2021-Q4")
    var store = FigureStore(name: folder.figuresName(3, nil))
    var entry = Manifest.Entry(try #require(ReportKey("a")), .done)
    var places: [FigurePlace] = []
    for number in 0..<3 {
      let values = FigureText(record(a: number, units: [row("X", number)]), shape).bytes
      places.append(store.add(StoredFigures(shape: shape.text, values: values)))
    }
    let path = Paths.join(folder.books, folder.figuresName(3, nil))
    var bytes = store.taken()
    try Publisher.publish(bytes, to: path)
    var shelf = FigureShelf(folder)
    for (number, place) in places.enumerated() {
      entry.figures = try #require(FigurePlace(place.text)).text
      #expect(shelf.figures(entry)?.figures.first?.fact == .integer(number, nil))
    }
    // One shape serves all three.
    #expect(Set(places.map(\.shape)).count == 1)
    bytes[places[2].values.upperBound - 1] ^= 1
    try Publisher.publish(bytes, to: path)
    #expect(shelf.figures(entry) == nil)
    entry.figures = "../x.so-lieu 0 1 2 3"
    #expect(shelf.figures(entry) == nil)
  }

  @Test func `fields only one of two templates shows are no change of the data`() throws {
    var narrow = FactMask.nothing
    narrow.insert([0])
    let small = FigureShape(Self.type, narrow)
    let (old, new) = (record(a: 1, units: []), record(a: 2, units: []))
    let before = FigureShelf.Kept(
      shape: small, figures: try #require(FigureReader.figures(FigureText(old, small).bytes[...], small)))
    let changes = FigureChanges(from: before, to: FigureShelf.Kept(shape: shape, figures: try read(new)))
    #expect(changes.changes.map(\.path) == ["a"])
  }
}

@Suite struct FactMaskTests {
  @Test func `a mask holds the paths put in and all below them`() {
    var mask = FactMask.nothing
    mask.insert([2, 1])
    mask.insert([4])
    #expect(mask[0] == nil && mask[2]?[0] == nil && mask[2]?[1]?.isEverything == true && mask[4]?[7] != nil)
    var other = FactMask.nothing
    other.insert([2])
    mask.formUnion(other)
    #expect(mask[2]?[0] != nil)
    mask.insert([])
    #expect(mask.isEverything)
  }
}
