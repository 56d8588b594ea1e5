import Findings
import Records
import Testing

@Suite struct ParentCycleTests {
  private let head = "ma_to_chuc,ten,loai,ma_cap_tren\n"

  @Test func `bodies above each other are pointed at and left out`() {
    let file = MarkedFile(
      "to-chuc", head + "A,Một,đảng bộ cơ sở,①B\nB,Hai,đảng bộ cơ sở,②C\nC,Ba,đảng bộ cơ sở,③A\nD,Bốn,đảng bộ cơ sở,\n")
    let dataset = expect("vong-cap-tren", .error, ["①": "B", "②": "C", "③": "A"], in: file)
    #expect(dataset.organisations.map(\.code) == ["D"])
  }

  @Test func `a body above itself is a circle`() {
    expect("vong-cap-tren", .error, ["①": "A"], in: MarkedFile("to-chuc", head + "A,Một,đảng bộ cơ sở,①A\n"))
  }

  @Test func `what hangs below a circle is not part of it`() {
    let file = MarkedFile(
      "to-chuc", head + "D,Bốn,chi bộ cơ sở,A\nA,Một,đảng bộ cơ sở,①B\nB,Hai,đảng bộ cơ sở,②A\n")
    let dataset = expect("vong-cap-tren", .error, ["①": "B", "②": "A"], in: file)
    #expect(dataset.organisations.map(\.code) == ["D"])
  }

  @Test func `a chain of ten thousand is no circle and a circle of ten thousand ends`() {
    let chain = (0..<10_000).map { "T\($0),Tên \($0),chi bộ trực thuộc,\($0 == 9_999 ? "" : "T\($0 + 1)")\n" }.joined()
    expectNone("vong-cap-tren", in: MarkedFile("to-chuc", head + chain))
    let circle = (0..<10_000).map { "T\($0),Tên \($0),chi bộ trực thuộc,T\(($0 + 1) % 10_000)\n" }.joined()
    let (dataset, findings) = Workspace(MarkedFile("to-chuc", head + circle)).read()
    #expect(findings.count { $0.code == "vong-cap-tren" } == 20)
    #expect(dataset.organisations == [])
  }
}
