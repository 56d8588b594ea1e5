/// Moves labels on a line apart, each as little as possible.
enum Spread {
  /// Middles of the intervals of `lengths` around `ideal` so that, in the order of `ideal`, none overlap and all lie in `low...high`.
  ///
  /// nil when they do not fit. Neighbours that touch form a block, which stands where the mean of its members' wishes puts it: the least
  /// sum of squared moves (pool adjacent violators).
  static func middles(ideal: [Double], lengths: [Double], low: Double, high: Double) -> [Double]? {
    guard lengths.reduce(0, +) <= high - low + 1e-9 else { return nil }
    let order = ideal.indices.sorted { (ideal[$0], $0) < (ideal[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      var block = Block(members: [index], wishes: ideal[index] - lengths[index] / 2, length: lengths[index])
      block.settle(low: low, high: high)
      while let before = blocks.last, before.end > block.start {
        blocks.removeLast()
        block = before.joined(block)
        block.settle(low: low, high: high)
      }
      blocks.append(block)
    }
    var result = ideal
    for block in blocks {
      var place = block.start
      for index in block.members {
        result[index] = place + lengths[index] / 2
        place += lengths[index]
      }
    }
    return result
  }

  private struct Block {
    var members: [Int]
    /// Sum over the members of where each would like the whole block to start.
    var wishes: Double
    var length: Double
    var start = 0.0

    var end: Double { start + length }

    func joined(_ next: Block) -> Block {
      Block(
        members: members + next.members, wishes: wishes + next.wishes - Double(next.members.count) * length,
        length: length + next.length)
    }

    mutating func settle(low: Double, high: Double) {
      start = max(low, min(wishes / Double(members.count), high - length))
    }
  }
}
