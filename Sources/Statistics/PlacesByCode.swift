internal import Records

/// The places of rows by the code of their organisation, in the order of the file.
///
/// Kept as runs of places that follow each other, eight bytes each: rows of one body mostly stand together, and a run over thousands of units
/// holds hundreds of thousands of rows.
struct PlacesByCode: Sendable {
  /// Numbers of the codes that stand in rows, from 0.
  private var numbers = CodeNumbers()
  /// Where the runs of each number begin in `runs`, and where those of the last end.
  private var starts: [UInt32] = [0]
  private var runs: [Run] = []

  private struct Run {
    var first: UInt32
    var count: UInt32
  }

  /// - Parameters:
  ///   - known: numbers that several tables share, so that each code is in memory once.
  ///   - code: nil for rows of no organisation.
  init<Rows: Collection>(_ rows: Rows, known: CodeNumbers = CodeNumbers(), _ code: (Rows.Element) -> String?) {
    if rows.isEmpty { return }
    numbers = known
    var unsorted: [(number: UInt32, run: Run)] = []
    var last: (code: String, number: UInt32)?
    for (place, row) in rows.enumerated() {
      guard let code = code(row) else { continue }
      let number = last?.code == code ? last?.number ?? 0 : number(of: code)
      last = (code, number)
      if let end = unsorted.last, end.number == number, end.run.first + end.run.count == place {
        unsorted[unsorted.count - 1].run.count += 1
      } else {
        unsorted.append((number, Run(first: UInt32(place), count: 1)))
      }
    }
    sort(unsorted)
  }

  private mutating func number(of code: String) -> UInt32 {
    // Asked first, so that numbers that are shared are not copied for nothing.
    UInt32(numbers[code] ?? numbers.number(of: code))
  }

  /// Puts the runs of each number side by side, keeping their order.
  private mutating func sort(_ unsorted: [(number: UInt32, run: Run)]) {
    starts = Array(repeating: 0, count: numbers.count + 1)
    for (number, _) in unsorted { starts[Int(number) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var next = starts
    runs = Array(repeating: Run(first: 0, count: 0), count: unsorted.count)
    for (number, run) in unsorted {
      runs[Int(next[Int(number)])] = run
      next[Int(number)] += 1
    }
  }

  /// Ascending; empty for a code that stands in no row.
  subscript(code: String) -> [Int] {
    guard let number = numbers[code] else { return [] }
    return runs[Int(starts[number])..<Int(starts[number + 1])].flatMap { run in
      Int(run.first)..<Int(run.first) + Int(run.count)
    }
  }
}
