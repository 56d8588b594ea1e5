import Testing
import Vietnamese

@testable import Records

@Suite struct CompactValuesTests {
  @Test(arguments: ["0", "100", "100.000000", "23.81", "23.8", "0.000001", "99.999999"])
  func `a share keeps its digits and its precision`(_ text: String) throws {
    let value = try #require(ExactDecimal.parse(text))
    let kept = try #require(CompactShare(value).value)
    #expect(kept == value && kept.scale == value.scale)
  }

  @Test func `digits beyond the sixth are noise and are rounded half up`() throws {
    let value = try #require(ExactDecimal.parse("23.809523809523807"))
    #expect(CompactShare(value).value?.description == "23.809524")
  }

  @Test func `what is no share is not kept`() {
    #expect(CompactShare(nil).value == nil)
    #expect(CompactShare(ExactDecimal(101)).value == nil)
    #expect(CompactShare(ExactDecimal(-1)).value == nil)
    #expect(MemoryLayout<CompactShare>.size == 4)
  }
}
