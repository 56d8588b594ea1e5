/// The word that was probably meant: “ý bạn là …?”.
public enum Nearest {
  /// The candidate closest to `word`, or nil when none is near. Accents, case and spaces do not count; among equally
  /// near ones the earlier candidate wins. Near means at most one change per three letters, at least one.
  public static func suggest(_ word: String, among candidates: [String]) -> String? {
    let key = Array(Folding.key(word).utf8)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(Folding.key(candidate).utf8)
      let allowed = min(max(1, max(key.count, other.count) / 3), (best?.distance ?? Int.max) - 1)
      guard allowed >= 0, let distance = distance(key, other, atMost: allowed) else { continue }
      // A two-letter code has too many neighbours: one change may make any code of any other.
      if min(key.count, other.count) <= 2, distance > 0 { continue }
      best = (candidate, distance)
      if distance == 0 { break }
    }
    return best?.candidate
  }

  /// Changes, insertions, removals and swaps of neighbours that turn one into the other; nil above `limit`.
  static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    if abs(left.count - right.count) > limit || max(left.count, right.count) > 256 { return nil }
    var twoAgo: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let same = left[row] == right[column]
        var cost = min(previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        let swapped = row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if swapped { cost = min(cost, twoAgo[column - 1] + 1) }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return nil }
      (twoAgo, previous) = (previous, current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
