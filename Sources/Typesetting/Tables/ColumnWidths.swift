internal import Documents
internal import Graphics

/// What a column asks for, padding included, points.
struct ColumnNeed: Sendable, Hashable {
  var rule: TableColumn.Width
  /// Of its widest stretch that cannot be broken.
  var minimum = 0.0
  /// Of its widest cell on one line.
  var natural = 0.0
}

/// Widths of the columns of a table.
///
/// Fixed columns have theirs; automatic ones share what is left by their needs; shares take the rest. The sum never exceeds the
/// measure: a table that asks for more is narrowed, and says so.
struct ColumnWidths: Sendable, Hashable {
  var widths: [Double]
  /// The table asked for more than the measure: columns are narrower than their fixed width or their longest word.
  var narrowed = false
  /// Columns that were given a width too small for anything (zero, negative, not a number) and got the least one.
  var corrected: [Int] = []

  /// - Parameter least: narrowest sensible column, points.
  init(_ needs: [ColumnNeed], measure: Double, least: Double) {
    widths = [Double](repeating: 0, count: needs.count)
    let least = min(least, measure / Double(max(needs.count, 1)))
    setFixed(needs, least: least)
    let automatic = needs.indices.filter { needs[$0].rule == .automatic }
    let shares = needs.indices.filter { if case .share = needs[$0].rule { true } else { false } }
    let fixed = widths.reduce(0, +)
    let reserve = Double(automatic.count + shares.count) * least
    if fixed + reserve > measure + 0.001 { narrowFixed(to: max(measure - reserve, 0), least: least) }
    let room = measure - widths.reduce(0, +)
    setAutomatic(automatic, needs, room: room, least: least, shares: shares)
    setShares(shares, needs, room: measure - widths.reduce(0, +), least: least)
  }

  private mutating func setFixed(_ needs: [ColumnNeed], least: Double) {
    for (index, need) in needs.enumerated() {
      guard case .fixed(let length) = need.rule else { continue }
      let width = length.points
      if width.isFinite, width >= least {
        widths[index] = min(width, 1e6)
      } else {
        widths[index] = least
        corrected.append(index)
      }
    }
  }

  /// Fixed columns in proportion to what they ask for, but none narrower than sense allows while there is room.
  private mutating func narrowFixed(to room: Double, least: Double) {
    let fixed = widths.indices.filter { widths[$0] > 0 }
    guard !fixed.isEmpty else { return }
    narrowed = true
    let given = ColumnWidths.proportional(
      fixed.map { widths[$0] }, minimum: fixed.map { _ in least }, room: room, least: least)
    for (index, column) in fixed.enumerated() { widths[column] = given[index] }
  }

  private mutating func setAutomatic(
    _ automatic: [Int], _ needs: [ColumnNeed], room: Double, least: Double, shares: [Int]
  ) {
    guard !automatic.isEmpty else { return }
    let minimum = automatic.map { max(needs[$0].minimum, least) }
    let natural = automatic.map { max(needs[$0].natural, needs[$0].minimum, least) }
    let sharesNeed = shares.reduce(0) { $0 + max(needs[$1].minimum, least) }
    let floor = min(Double(automatic.count) * least, room)
    let given = ColumnWidths.distribute(
      minimum, natural, room: max(room - sharesNeed, floor), grows: shares.isEmpty)
    if minimum.reduce(0, +) + sharesNeed > room + 0.001 { narrowed = true }
    for (index, column) in automatic.enumerated() { widths[column] = given[index] }
  }

  private mutating func setShares(_ shares: [Int], _ needs: [ColumnNeed], room: Double, least: Double) {
    guard !shares.isEmpty else { return }
    let parts = shares.map { column -> Double in
      if case .share(let part) = needs[column].rule, part.isFinite, part > 0 { return min(part, 1e6) }
      corrected.append(column)
      return 0
    }
    let given = ColumnWidths.proportional(
      parts, minimum: shares.map { max(needs[$0].minimum, least) }, room: max(room, 0), least: least)
    for (index, column) in shares.enumerated() { widths[column] = given[index] }
  }

  /// `room` in proportion to `parts`, but no column below its minimum while there is room for all of them: a column that falls below gets
  /// its minimum, and the others divide what is left.
  static func proportional(_ parts: [Double], minimum: [Double], room: Double, least: Double) -> [Double] {
    let minimum = cut(minimum, to: parts, room: room, least: least)
    guard minimum.reduce(0, +) < room else { return squeezed(minimum, room: room) }
    var widths = minimum
    var free = Set(parts.indices.filter { parts[$0] > 0 })
    while !free.isEmpty {
      let rest = room - parts.indices.reduce(0) { free.contains($1) ? $0 : $0 + minimum[$1] }
      let sum = parts.indices.reduce(0) { free.contains($1) ? $0 + parts[$1] : $0 }
      let low = free.filter { rest * parts[$0] / sum < minimum[$0] }
      if low.isEmpty {
        for index in free { widths[index] = rest * parts[index] / sum }
        break
      }
      free.subtract(low)
    }
    return widths
  }

  /// The minimum widths, those no table could hold cut to the share their column asked for, the widest first, until there is room for
  /// all: such a word breaks where it stands.
  private static func cut(_ minimum: [Double], to parts: [Double], room: Double, least: Double) -> [Double] {
    var widths = minimum
    let sum = parts.reduce(0, +)
    for column in minimum.indices.sorted(by: { (minimum[$0], $0) > (minimum[$1], $1) }) where sum > 0 {
      if widths.reduce(0, +) < room || minimum[column] <= room { break }
      widths[column] = min(widths[column], max(room * parts[column] / sum, least))
    }
    return widths
  }

  /// Natural widths where there is room for them (and more, in proportion, where columns may grow); else minimum widths and a part of
  /// what is wanted beyond; below that, what `squeezed` gives.
  static func distribute(_ minimum: [Double], _ natural: [Double], room: Double, grows: Bool) -> [Double] {
    let least = minimum.reduce(0, +)
    let wanted = natural.reduce(0, +)
    if wanted <= room {
      guard grows, wanted > 0 else { return natural }
      return natural.map { $0 * room / wanted }
    }
    guard least < room else { return squeezed(minimum, room: room) }
    let part = (room - least) / (wanted - least)
    return zip(minimum, natural).map { $0 + ($1 - $0) * part }
  }

  /// Less room than the minimum widths take: all are narrowed in proportion. Where one word alone is wider than the table, the widest
  /// are cut to one width and the others keep theirs: three hundred letters without a space break in their own column and leave the
  /// columns beside it as they are.
  static func squeezed(_ minimum: [Double], room: Double) -> [Double] {
    let least = minimum.reduce(0, +)
    guard let widest = minimum.max(), widest > room else { return minimum.map { $0 * room / max(least, 1e-9) } }
    var widths = minimum
    var rest = room
    let order = minimum.indices.sorted { (minimum[$0], $0) < (minimum[$1], $1) }
    for (place, column) in order.enumerated() {
      widths[column] = min(minimum[column], max(rest, 0) / Double(order.count - place))
      rest -= widths[column]
    }
    return widths
  }
}
