import Vietnamese

/// Two header rows: names of groups above, names of their columns below, as merged cells come out of a spreadsheet.
///
///     TT, Tổ chức đảng, Tổng số, Xuất sắc,  , Tốt,
///       ,             ,        , SL,       %, SL, %
struct HeaderPair {
  let matcher: HeaderMatcher

  /// Words of a lower row that say only “how many”.
  private static let counts: Set<String> = ["sl", "soluong", "so", "tongso", "tong"]
  /// Words of a lower row that say only “what share”.
  private static let shares: Set<String> = ["tl", "tyle", "tile", "tylephantram", "phantram"]

  /// The names of the columns as one row; nil when the two rows are no header together: when nothing is merged, or a cell below
  /// stands under a name of its own, as the cells of a first data row do.
  func names(_ upper: [String], _ lower: [String]) -> [String]? {
    guard isMerged(upper, lower) else { return nil }
    var names: [String] = []
    var group = ""
    for place in 0..<max(upper.count, lower.count) {
      let above = place < upper.count ? upper[place] : ""
      let below = place < lower.count ? lower[place] : ""
      if !above.isEmpty { group = above }
      // A blank above belongs to the group at its left; a blank below is a cell merged downwards.
      guard let name = below.isEmpty ? above : name(group, below) else { return nil }
      names.append(name)
    }
    return names
  }

  /// A name above one blank cell at least, with names below both.
  private func isMerged(_ upper: [String], _ lower: [String]) -> Bool {
    lower.indices.contains { place in
      !lower[place].isEmpty && place > 0 && (place >= upper.count || upper[place].isEmpty)
        && upper.prefix(place).contains { !$0.isEmpty }
    }
  }

  /// What a column below a group is called; nil when the cell below is no name of a column.
  private func name(_ group: String, _ below: String) -> String? {
    let key = HeaderKey.fold(HeaderKey.splitUnit(below)?.name ?? below)
    if group.isEmpty { return matcher.column(below) == nil && !Self.isPlain(key) ? nil : below }
    if Self.shares.contains(key) || (key.isEmpty && below.contains("%")) { return "tỷ lệ \(group)" }
    for joined in ["\(group) \(below)", "\(below) \(group)"] where matcher.column(joined) != nil { return joined }
    if Self.counts.contains(key), matcher.column(group) != nil { return group }
    if matcher.column(below) != nil { return below }
    // A name that no table knows is a name still, a cell under a name of ours is data.
    return matcher.column(group) == nil && Self.isPlain(key) ? "\(group) \(below)" : nil
  }

  /// Words, and not the figures of a data row.
  private static func isPlain(_ key: String) -> Bool { key.utf8.contains { 0x61...0x7A ~= $0 } }
}

/// A row below the header that numbers the columns: `A | B | 1 | 2 | 3=1+2`, as statistical forms have it.
enum ColumnNumberRow {
  /// - Parameter cells: looked at as far as need be: of a data row only the first.
  static func isOne(_ cells: some Sequence<String>) -> Bool {
    var next = 1
    var filled = 0
    for cell in cells where !cell.isEmpty {
      filled += 1
      let bare = cell.filter { $0 != "(" && $0 != ")" && $0 != " " }
      if let number = Int(bare.prefix { $0 != "=" }) {
        guard number == next else { return false }
        next += 1
      } else if next > 1 || bare.utf8.count != 1 || !bare.allSatisfy({ $0.isLetter && $0.isUppercase }) {
        return false
      }
    }
    return next > 2 && filled >= 3
  }
}
