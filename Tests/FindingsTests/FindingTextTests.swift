import Findings
import Testing

private func finding(_ line: String, start: Int, length: Int, row: Int = 12) -> Finding {
  Finding(
    code: "so-khong-hop-le", severity: .error, at: Location(file: "data/mo-hinh.csv", row: row, column: 5),
    Message(vi: "“abc” không phải là số", en: "“abc” is not a number"),
    hint: Message(vi: "chỉ ghi chữ số, ví dụ 1.250", en: "digits only"),
    excerpt: Excerpt(line: line, start: start, length: length))
}

@Suite struct FindingTextTests {
  let vietnamese = FindingText(language: .vietnamese)

  @Test func `a finding reads as compilers write it, with the caret under the cell`() {
    #expect(
      vietnamese.render(finding("MH-03,Cổng trường,abc", start: 18, length: 3)) == """
        data/mo-hinh.csv:12:5: lỗi: “abc” không phải là số. [so-khong-hop-le]
          12 | MH-03,Cổng trường,abc
             |                   ^^^
             = gợi ý: chỉ ghi chữ số, ví dụ 1.250
        """)
  }

  @Test func `English is the same with other words`() {
    #expect(
      FindingText(language: .english).render(finding("a,abc", start: 2, length: 3, row: 2)) == """
        data/mo-hinh.csv:2:5: error: “abc” is not a number. [so-khong-hop-le]
          2 | a,abc
            |   ^^^
            = hint: digits only
        """)
  }

  @Test func `the caret counts letters, not code points, when accents are combining`() {
    let line = "Đa\u{309}ng u\u{309}y,abc"
    let lines = vietnamese.render(finding(line, start: 8, length: 3)).split(separator: "\n")
    #expect(lines[2].hasSuffix("|         ^^^"))
  }

  @Test func `control and bidirectional characters cannot steer the terminal`() {
    let text = vietnamese.render(finding("a\u{1B}[31m,\u{202E}abc", start: 0, length: 1))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a long line is cut around the cell`() {
    let line = String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500)
    let lines = vietnamese.render(finding(line, start: 500, length: 4)).split(separator: "\n")
    #expect(lines[1].count < 120)
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let here = lines[1].firstIndex(of: "H").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(caret == here)
  }

  @Test func `places outside the line are brought inside`() {
    for (start, length) in [(-5, 3), (90, 4), (2, 90), (5, 0)] {
      #expect(vietnamese.render(finding("abcde", start: start, length: length)).contains("^"))
    }
  }
}

@Suite struct FindingListTests {
  @Test func `one code in one file is capped and the rest counted`() {
    var list = FindingList(limit: 3)
    for row in 1...10 { list.append(finding("x", start: 0, length: 1, row: row)) }
    #expect(list.sorted.count == 3)
    #expect(list.count(.error) == 10)
    #expect(list.suppressed.map(\.count) == [7])
  }

  @Test func `joining two lists keeps every count`() {
    var left = FindingList(limit: 3)
    var right = FindingList(limit: 3)
    for row in 1...5 { left.append(finding("x", start: 0, length: 1, row: row)) }
    for row in 1...4 { right.append(finding("x", start: 0, length: 1, row: row + 100)) }
    left.append(contentsOf: right)
    #expect(left.count(.error) == 9)
    #expect(left.sorted.count + left.suppressed.map(\.count).reduce(0, +) == 9)
  }

  @Test func `findings come in the order of file, row and column`() {
    var list = FindingList()
    for (row, column) in [(9, 1), (2, 7), (2, 3)] {
      list.append(
        Finding(
          code: "a", severity: .note, at: Location(file: "f", row: row, column: column), Message(vi: "a", en: "a")))
    }
    #expect(list.sorted.map { [$0.location.row, $0.location.column] } == [[2, 3], [2, 7], [9, 1]])
  }
}

@Suite struct FindingMachineFormatTests {
  @Test func `JSON quotes what the data hold`() {
    var one = finding("a\"b\\c\n", start: 0, length: 1)
    one.hint = nil
    #expect(
      FindingJSON.render(one)
        == #"{"code":"so-khong-hop-le","severity":"error","file":"data/mo-hinh.csv","row":12,"column":5,"message":{"vi":"“abc” không phải là số","en":"“abc” is not a number"},"line":"a\"b\\c\n","mark":[0,1]}"#
    )
  }

  @Test func `GitHub commands escape line breaks, percent signs, colons and commas`() {
    let one = Finding(
      code: "a", severity: .warning, at: Location(file: "a,b:c.csv", row: 1), Message(vi: "10 %\nhai", en: ""))
    #expect(
      FindingGitHub.render(one, language: .vietnamese) == "::warning file=a%2Cb%3Ac.csv,line=1,title=a::10 %25%0Ahai")
  }
}
