import Records
import SeededRandom
import Testing

@Suite struct CSVScannerTests {
  private func scan(_ text: String, separator: Character = ",") -> [[String]] {
    records(Array(text.utf8), separator).map { record in record.fields.map { content($0, Array(text.utf8)) } }
  }

  private func records(_ bytes: [UInt8], _ separator: Character = ",", _ limits: CSVLimits = CSVLimits()) -> [CSVRecord]
  {
    var scanner = CSVScanner(separator: separator.asciiValue ?? 0x2C, limits: limits)
    var record = CSVRecord()
    var result: [CSVRecord] = []
    while scanner.next(in: bytes.span, into: &record) { result.append(record) }
    return result
  }

  private func content(_ field: CSVField, _ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `CRLF, LF and CR all end lines`(_ end: String) {
    #expect(scan("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
  }

  @Test func `the last line break may be missing`() {
    #expect(scan("a,b\nc,d") == [["a", "b"], ["c", "d"]])
  }

  @Test func `a separator at the end makes an empty field`() {
    #expect(scan("a,\n,b\n,") == [["a", ""], ["", "b"], ["", ""]])
  }

  @Test func `quotes hold separators, doubled quotes and line breaks`() {
    #expect(scan("\"a,b\",\"c \"\"d\"\"\",\"e\r\nf\"\ng") == [["a,b", "c \"d\"", "e\r\nf"], ["g"]])
  }

  @Test func `quoted fields may be empty and may stand at the end`() {
    #expect(scan("\"\",\"\"\n\"\"") == [["", ""], [""]])
    #expect(scan("\"\"\"\"") == [["\""]])
  }

  @Test func `a quote inside a plain field is text`() {
    #expect(scan("5\" ống,b") == [["5\" ống", "b"]])
  }

  @Test func `spaces behind a closing quote are dropped`() {
    #expect(scan("\"a\" ,b\n\"c\"\t\n") == [["a", "b"], ["c"]])
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Character]) func `any of the four separators cuts`(_ mark: Character) {
    #expect(scan("a\(mark)\"b\(mark)c\"\(mark)d", separator: mark) == [["a", "b\(mark)c", "d"]])
  }

  @Test func `fields know their line, offset and column`() {
    let text = "a,\"b\nb\",c\nđ,e"
    let found = records(Array(text.utf8))
    #expect(found.map(\.line) == [1, 3])
    #expect(found[0].fields.map(\.line) == [1, 1, 2])
    #expect(found[0].fields.map(\.start) == [0, 3, 8])
    #expect(found[1].fields.map(\.range) == [10..<12, 13..<14])
    #expect(found[0].fields[1].rawRange == 2..<7)
  }

  @Test func `blank lines and rows of separators are blank`() {
    #expect(records(Array("a\n\n;;;\nb".utf8), ";").map(\.isBlank) == [false, true, true, false])
  }

  // MARK: Malformed

  @Test func `a quote never closed is a fault where it opens and harms only its line`() {
    let text = "a,b\nc,\"d\ne,f\n"
    let found = records(Array(text.utf8))
    #expect(found.count == 3)
    #expect(found[1].faults.map(\.kind) == [.unclosedQuote])
    #expect(found[1].faults.first?.offset == 6)
    #expect(found[1].faults.first?.field == 1)
    #expect(found[2].faults.isEmpty)
    #expect(found[2].fields.count == 2)
  }

  @Test func `a quote closed only by one far below is a fault where it opens`() {
    let found = records(Array("a,\"b\nc,d\ne,\"f\"\n".utf8))
    #expect(found.map { $0.faults.map(\.kind) } == [[.unclosedQuote], [], []])
  }

  @Test func `text behind a closing quote is a fault`() {
    let found = records(Array("\"a\"b,c\nd,e".utf8))
    #expect(found.map { $0.faults.map(\.kind) } == [[.textAfterQuote], []])
  }

  @Test func `NUL is a fault, once a record`() {
    let found = records(Array("a\0\0,b\0\nc".utf8))
    #expect(found.map { $0.faults.map(\.kind) } == [[.nul], []])
    #expect(found[0].faults.first?.offset == 1)
  }

  @Test func `fields beyond the limits are faults and are not kept`() {
    var limits = CSVLimits()
    limits.fieldBytes = 8
    limits.fields = 3
    let found = records(Array("123456789,a\nb\n1,2,3,4,5\n\"123456789\",x\n".utf8), ",", limits)
    #expect(
      found.map { $0.faults.map(\.kind) } == [[.fieldTooLong], [], [.tooManyFields], [.unclosedQuote, .fieldTooLong]])
    #expect(found[2].fields.count == 3)
  }

  // MARK: Any bytes

  /// The plain way to read well-formed CSV: one character after the other, as RFC 4180 says.
  private func oracle(_ text: String) -> [[String]] {
    var (rows, row, field): ([[String]], [String], String) = ([], [], "")
    var inQuotes = false
    var characters = Array(text.unicodeScalars)[...]
    while let next = characters.popFirst() {
      if inQuotes {
        if next != "\"" {
          field.unicodeScalars.append(next)
        } else if characters.first == "\"" {
          characters.removeFirst()
          field.append("\"")
        } else {
          inQuotes = false
        }
      } else if next == "\"" {
        inQuotes = true
      } else if next == "," {
        row.append(field)
        field = ""
      } else if next == "\n" {
        rows.append(row + [field])
        (row, field) = ([], "")
      } else {
        field.unicodeScalars.append(next)
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
    return rows
  }

  @Test func `every table that can be written is read back`() {
    var random = SeededGenerator(seed: 4180)
    let pieces = ["a", "ủy", ",", "\"", "\n", " ", ";", "đ", "1.234", "\t"]
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4, using: &random)
      let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let text = table.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }.joined()
      #expect(scan(text) == table)
      #expect(oracle(text) == table)
    }
  }

  @Test func `random bytes end, in fields that lie in order inside the file`() {
    var random = SeededGenerator(seed: 1)
    let common: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x61, 0xE1, 0x3B]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Bool.random(using: &random)
          ? common.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      var last = 0
      for record in records(bytes) {
        #expect(record.start >= last && record.end <= bytes.count)
        for field in record.fields {
          #expect(field.start >= last && field.end >= field.start && field.end <= record.end)
          last = field.start
        }
        last = record.end
      }
      let breaks = bytes.indices.count {
        bytes[$0] == 0x0A || (bytes[$0] == 0x0D && bytes.dropFirst($0 + 1).first != 0x0A)
      }
      var scanner = CSVScanner(separator: 0x2C)
      var record = CSVRecord()
      while scanner.next(in: bytes.span, into: &record) {}
      #expect(scanner.line == breaks + 1)
      #expect(scanner.offset == bytes.count)
    }
  }

  @Test func `a file of broken quotes is read in linear time`() {
    var limits = CSVLimits()
    limits.fieldBytes = 4096
    let unit = Array("\"\"\"x\n".utf8)
    let bytes = Array(repeatElement(unit, count: 40_000).joined())
    // 200 kB: re-reading 4 kB for each of 40,000 quotes would be 160 MB, minutes in a debug build.
    #expect(records(bytes, ",", limits).count == 40_000)
  }
}
