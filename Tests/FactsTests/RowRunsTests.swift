import Facts
import Testing

@Suite struct RowRunsTests {
  @Test(
    arguments: [
      [], [7], [2, 3, 4, 5], [5, 4, 3], [2, 2, 3], [2, 3, 9, 10, 11, 4], [0, 1, 4_294_967_295],
    ] as [[Int]])
  func `rows come back in the order in which they were added`(rows: [Int]) {
    let runs = RowRuns(rows)
    #expect(runs.rows == rows)
    #expect(runs.count == rows.count)
    #expect(runs.first == rows.first)
    #expect(runs.isEmpty == rows.isEmpty)
  }

  @Test(
    arguments: [([1, 2], [3, 4]), ([1, 2], [2, 3]), ([], [5]), ([5], []), ([9], [1, 2, 3])] as [([Int], [Int])])
  func `one after the other is as if added one by one`(left: [Int], right: [Int]) {
    var joined = RowRuns(left)
    joined.append(RowRuns(right))
    #expect(joined == RowRuns(left + right))
    #expect(joined.rows == left + right)
  }
}
