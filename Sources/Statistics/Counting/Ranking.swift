internal import Facts

/// Units in the order of a figure, the largest first; equals share a rank, and the next rank counts them all.
enum Ranking {
  static func records(_ units: [(name: Fact, figure: Fact)], _ type: RecordType) -> [Record] {
    let order = units.indices.filter { (units[$0].figure.whole ?? 0) > 0 }
      .sorted { (units[$1].figure.whole ?? 0, $0) < (units[$0].figure.whole ?? 0, $1) }
    var rank = 0
    var last: Int?
    return order.enumerated().map { place, index in
      let figure = units[index].figure
      if figure.whole != last { rank = place + 1 }
      last = figure.whole
      let source = Source(
        formula: "1 + số đơn vị có số lớn hơn",
        parts: [.init(name: "số của đơn vị", value: figure.plain, source: figure.source)])
      return Record(type, [.integer(rank, source), units[index].name, figure])
    }
  }
}
