internal import Facts
internal import Records
internal import Vietnamese

/// Rows counted by a name they carry, each name with its comparison.
enum NamedCounts {
  /// - Parameters:
  ///   - counted: the rows of the count and its shares.
  ///   - dated: all rows of the subject, for the comparison of each name.
  static func records<Row>(
    _ counted: [Row], _ dated: DatedRows<Row>, _ table: TableName, _ rules: CountingRules, column: String,
    name: (Row) -> String, row: (Row) -> Int
  ) -> [Record] {
    var texts = TextNumbers()
    let order = dated.groups(counted) { texts.number(of: name($0)) }
    let names = order.map { texts.list[$0] }
    let groups = Dictionary(grouping: counted, by: name)
    let every = Dictionary(grouping: dated.rows, by: name)
    let counts = names.map { (groups[$0] ?? []).tally(row: row) }
    let shares = Percent.shares(counts, table, rules)
    return names.indices.map { index in
      let comparison = dated.compare(of: every[names[index]] ?? []) { rows, period in
        rows.tally(row: row).count(table, "đếm dòng có \(column) trong \(period.name)")
      }
      return Record(
        Schema.count,
        [
          .plain(names[index].isEmpty ? "khác" : names[index]), counts[index].count(table), shares[index],
          .record(comparison),
        ])
    }
  }
}
