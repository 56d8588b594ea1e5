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
    let present = Set(dataset.memberCounts.map { Entry(period: $0.period, organisation: $0.organisation) })
    let units = Self.units(dataset)
    for period in periods(Set(present.map(\.period)), dataset.options.period) {
      for index in units where dataset.organisations[index].isValid(on: period.end) {
        let unit = dataset.organisations[index]
        if present.contains(Entry(period: period, organisation: unit.code)) { continue }
        add(index, "đảng viên", "members", period, dataset.tables.memberCounts.fileName, dataset, &report)
      }
    }
  }

  private struct Entry: Hashable {
    var period: Period
    var organisation: String
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
    let units = Self.units(dataset).map { ($0, index.organisationNumber(of: dataset.organisations[$0].code)) }
    for period in periods(Set(numbers.keys), dataset.options.period) {
      let (end, periodNumber) = (period.end, numbers[period] ?? 0)
      for (unit, number) in units where dataset.organisations[unit].isValid(on: end) {
        if let number, index.row(ofNumber: number, inNumber: periodNumber, .organisation) != nil { continue }
        add(unit, "xếp loại", "ratings", period, dataset.tables.ratings.fileName, dataset, &report)
      }
    }
  }

  private static func units(_ dataset: Dataset) -> [Int] {
    dataset.organisations.indices.filter { dataset.organisations[$0].kind.isGrassroots }
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
