import Records
import Testing

@Suite struct SeparatorDetectorTests {
  private func detect(_ text: String) -> Character {
    Character(Unicode.Scalar(SeparatorDetector.detect(in: Array(text.utf8).span, from: 0)))
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Character]) func `the separator of a plain table is found`(
    _ mark: Character
  ) {
    let line = "a\(mark)b c\(mark)12"
    #expect(detect("\(line)\n\(line)\n\(line)") == mark)
  }

  @Test func `decimal commas do not hide the semicolon`() {
    #expect(detect("ten;diem\nA;98,5\nB;97,25\nC;90") == ";")
  }

  @Test func `separators inside quotes do not count`() {
    #expect(detect("\"a;b;c\",d\n\"e;f;g\",h\n") == ",")
  }

  @Test func `prose with commas in a table of tabs stays whole`() {
    #expect(detect("ten\tnoi_dung\nA\tmột, hai, ba\nB\tbốn\nC\tnăm, sáu") == "\t")
  }

  @Test func `one column is read with commas`() {
    #expect(detect("ten\nA\nB\n") == ",")
    #expect(detect("") == ",")
  }

  @Test func `the line sep= names the separator and is not data`() {
    #expect(directive("sep=;\r\na;b") == [UInt8(ascii: ";"), 7])
    #expect(directive("\"sep=;\"\na;b") == [UInt8(ascii: ";"), 8])
    #expect(directive("separator,b\n") == nil)
    #expect(directive("sep=x\n") == nil)
    #expect(directive("sep=;x\n") == nil)
  }

  private func directive(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    let found = SeparatorDetector.directive(in: bytes.span, from: 0)
    return found.map { [$0.separator, UInt8($0.next)] }
  }
}
