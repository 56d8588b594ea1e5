import Documents
import SeededRandom
import Testing

@testable import Typesetting

@Suite struct `header grid` {
  private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> HeaderCell {
    HeaderCell([.plain(text)], columns: columns, rows: rows)
  }

  private func places(_ grid: HeaderGrid) -> [String] {
    grid.placements.map { "\($0.cell.inlines.plainText) \($0.row),\($0.column) \($0.rows)x\($0.columns)" }.sorted()
  }

  @Test func `a cell of two rows keeps its place free in the row below`() {
    let grid = HeaderGrid(
      [[cell("a", rows: 2), cell("b", columns: 2)], [cell("c"), cell("d")]], columnCount: 3)
    #expect(places(grid) == ["a 0,0 2x1", "b 0,1 1x2", "c 1,1 1x1", "d 1,2 1x1"])
    #expect(grid.dropped == 0)
  }

  @Test func `a short row is filled with empty cells`() {
    let grid = HeaderGrid([[cell("a")]], columnCount: 3)
    #expect(places(grid) == [" 0,1 1x1", " 0,2 1x1", "a 0,0 1x1"])
  }

  @Test func `spans that reach out of the table are cut`() {
    let grid = HeaderGrid([[cell("a", columns: Int.max, rows: Int.max)]], columnCount: 2)
    #expect(places(grid) == ["a 0,0 1x2"])
  }

  @Test func `cells without a place are counted`() {
    #expect(HeaderGrid([[cell("a"), cell("b"), cell("c")]], columnCount: 2).dropped == 1)
  }

  @Test func `every place is covered exactly once whatever the spans`() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let columns = 1 + random.below(7)
      let header = (0..<(1 + random.below(4))).map { _ in
        (0..<random.below(columns + 2)).map { _ in
          cell("x", columns: random.below(4) - 1, rows: random.below(4) - 1)
        }
      }
      let grid = HeaderGrid(header, columnCount: columns)
      var covered = [Int](repeating: 0, count: columns * header.count)
      for placement in grid.placements {
        for row in placement.row..<(placement.row + placement.rows) {
          for column in placement.column..<(placement.column + placement.columns) {
            covered[row * columns + column] += 1
          }
        }
      }
      #expect(covered.allSatisfy { $0 == 1 }, "seed \(seed)")
    }
  }

  @Test func `a tall cell gives what is missing to the last of its rows`() {
    let heights = RowHeights.solve(
      [.init(row: 0, rows: 1, height: 10), .init(row: 1, rows: 1, height: 10), .init(row: 0, rows: 2, height: 50)],
      rowCount: 2)
    #expect(heights == [10, 40])
  }
}
