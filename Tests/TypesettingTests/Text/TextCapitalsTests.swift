import SeededRandom
import Testing

@testable import Typesetting

@Suite struct TextCapitalsTests {
  /// The capitals of `text`, or nil where they are left to `uppercased()`.
  private func capitals(_ text: String) -> String? {
    var bytes = Scratch("“".utf8)
    guard Capitals.append(Array(text.utf8).span, to: &bytes) else {
      #expect(bytes.count == 3, "\(text) left something behind")
      return nil
    }
    return bytes.string(3..<bytes.count)
  }

  /// `uppercased()` is the oracle, for every character there is.
  @Test func `every character is put into capitals as the standard library does it, or left to it`() {
    var own = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let capital = capitals(String(scalar)) else { continue }
      own += 1
      if Array(capital.unicodeScalars) != Array(String(scalar).uppercased().unicodeScalars) {
        Issue.record("U+\(String(value, radix: 16)) becomes \(capital)")
      }
    }
    // ASCII, 60 letters and two signs of Latin 1, 12 beyond, 90 of Latin Extended Additional, 24 dashes and quotation marks.
    #expect(own == 95 + 62 + 12 + 90 + 24)
  }

  @Test func `headings are put into capitals without the standard library`() {
    #expect(
      capitals("Phòng, chống đại dịch – “Dân vận khéo” ưu tú 1/2021")
        == "PHÒNG, CHỐNG ĐẠI DỊCH – “DÂN VẬN KHÉO” ƯU TÚ 1/2021")
    #expect(capitals("") == "")
  }

  @Test(arguments: ["straße", "e\u{0301}", "một\nhai", "ÿ", "ﬁ", "а"])
  func `anything unusual is left to the standard library`(_ text: String) { #expect(capitals(text) == nil) }
}

@Suite struct TextScratchTests {
  /// Byte by byte.
  private func plain(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes[range].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test func `a lane is the eight bytes from a place on, without those behind the end`() {
    var random = SeededGenerator(seed: 7)
    for count in 0..<20 {
      let bytes = (0..<count).map { _ in UInt8(random.below(256)) }
      let row = Scratch(bytes)
      for start in 0...count {
        let rest = row.lane(at: start)
        #expect(rest == plain(bytes, start..<count))
        for end in start...count {
          let lane = row.lane(start..<end)
          #expect(lane == plain(bytes, start..<end))
        }
      }
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 16, 40])
  func `what is taken is all there was, and the row goes on`(_ count: Int) {
    var row = Scratch<String>(capacity: 16)
    for index in 0..<count { row.append("\(index)") }
    let taken = row.taken(leaving: 4)
    let (given, left) = (taken.array, row.array)
    #expect(given == (0..<count).map { "\($0)" })
    #expect(left.isEmpty)
    for index in 0..<20 { row.append("\(index)") }
    let (later, still) = (row.array, taken.array)
    #expect(later == (0..<20).map { "\($0)" })
    #expect(still == given)
  }

  @Test func `a row moves behind what comes before it`() {
    var row = Scratch(["c", "d"])
    let (first, second) = (row.moved(behind: ["a", "b"]), row.moved(behind: ["a"]))
    #expect(first == ["a", "b", "c", "d"])
    #expect(second == ["a"])
    row.append(repeating: "e", count: 70)
    let many = row.moved(behind: [])
    #expect(many == [String](repeating: "e", count: 70))
  }
}
