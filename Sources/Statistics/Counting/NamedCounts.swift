internal import Facts
internal import Records

/// Rows counted by a name they carry, in the order in which the names first appear.
enum NamedCounts {
  static func records<Row>(
    _ rows: [Row], _ table: TableName, _ rules: CountingRules, name: (Row) -> String, row: (Row) -> Int
  ) -> [Record] {
    var names: [String] = []
    var tallies: [String: Tally] = [:]
    for one in rows {
      let key = name(one)
      if tallies[key] == nil { names.append(key) }
      tallies[key, default: Tally()].add(row: row(one))
    }
    let counts = names.map { tallies[$0] ?? Tally() }
    let shares = Percent.shares(counts, table, rules)
    return names.indices.map { index in
      Record(
        Schema.count,
        [.plain(names[index].isEmpty ? "khác" : names[index]), counts[index].count(table), shares[index]])
    }
  }
}
