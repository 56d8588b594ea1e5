import Findings
import Vietnamese

/// Grass-roots organisations without figures in a period for which others have them.
struct MissingUnit: Rule {
  static let entry = RuleEntry(
    code: "thieu-don-vi", severity: .warning,
    explanation: Message(
      vi: "Tổ chức cơ sở đảng chưa có số liệu của kỳ mà các đơn vị khác đã có.",
      en: "A grass-roots organisation lacks figures of a period that others have."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    lookAtMembers(dataset, &report)
    lookAtRatings(dataset, &report)
  }

  private func lookAtMembers(_ dataset: Dataset, _ report: inout RuleReport) {
    // Of each period the organisations that have a row, by their places: a set of all pairs would take ten times the room.
    var present: [Period: [Bool]] = [:]
    let none = [Bool](repeating: false, count: dataset.organisations.count)
    for row in dataset.memberCounts {
      if let place = dataset.organisationIndex[row.organisation] { present[row.period, default: none][place] = true }
    }
    let units = Self.units(dataset)
    for period in periods(Set(present.keys), dataset.options.period) {
      let present = present[period] ?? none
      for unit in units where unit.isValid(on: period.end) {
        if present[dataset.organisationIndex[unit.code] ?? unit.place] { continue }
        add(unit.place, "đảng viên", "members", period, dataset.tables.memberCounts.fileName, dataset, &report)
      }
    }
  }

  /// What the rule looks at of a grass-roots organisation.
  private struct Unit {
    var place: Int
    var code: String
    var validFrom: CivilDate?
    var validTo: CivilDate?

    func isValid(on date: CivilDate) -> Bool {
      (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }
  }

  /// A million ratings are asked through their index. A period with rows of counts is left alone: nobody knows which bodies those count.
  private func lookAtRatings(_ dataset: Dataset, _ report: inout RuleReport) {
    let index = dataset.ratingIndex
    var hasBodies = [Bool](repeating: false, count: index.periodList.count)
    var hasSummaries = hasBodies
    for (row, rating) in dataset.ratings.enumerated() where rating.subject == .organisation {
      hasBodies[index.periodNumber(ofRow: row)] = true
      if rating.level == nil { hasSummaries[index.periodNumber(ofRow: row)] = true }
    }
    let numbers = Dictionary(
      index.periodList.indices.filter { hasBodies[$0] && !hasSummaries[$0] }.map { (index.periodList[$0], $0) },
      uniquingKeysWith: { first, _ in first })
    let units = Self.units(dataset).map { ($0, index.organisationNumber(of: $0.code)) }
    for period in periods(Set(numbers.keys), dataset.options.period) {
      let (end, periodNumber) = (period.end, numbers[period] ?? 0)
      for (unit, number) in units where unit.isValid(on: end) {
        if let number, index.row(ofNumber: number, inNumber: periodNumber, .organisation) != nil { continue }
        add(unit.place, "xếp loại", "ratings", period, dataset.tables.ratings.fileName, dataset, &report)
      }
    }
  }

  private static func units(_ dataset: Dataset) -> [Unit] {
    dataset.organisations.enumerated().compactMap { place, body in
      body.kind.isGrassroots
        ? Unit(place: place, code: body.code, validFrom: body.validFrom, validTo: body.validTo) : nil
    }
  }

  private func add(
    _ index: Int, _ what: String, _ english: String, _ period: Period, _ file: String, _ dataset: Dataset,
    _ report: inout RuleReport
  ) {
    let unit = dataset.organisations[index]
    report.add(
      Self.self, in: dataset.tables.organisations, index, .code,
      Message(
        vi: "\(unit.name) chưa có số liệu \(what) \(period.name) trong \(file).",
        en: "\(unit.code) has no \(english) of \(period.code) in \(file)."),
      hint: Message(
        vi: "bổ sung dòng, hoặc ghi hieu_luc_den nếu đơn vị không còn",
        en: "add the row, or set hieu_luc_den if the unit is gone"))
  }

  /// The period being reported, when there are figures of it; without one every period that has figures.
  private func periods(_ all: Set<Period>, _ reported: Period?) -> [Period] {
    guard let reported else { return all.sorted() }
    return all.filter { $0 == reported || (reported.contains($0) && $0.kind == reported.kind) }.sorted()
  }
}
