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
    let members = dataset.memberCounts.map { Entry(period: $0.period, organisation: $0.organisation) }
    look(members, dataset, "đảng viên", "members", dataset.tables.memberCounts.fileName, &report)
    let rated = dataset.ratings.lazy.filter { $0.subject == .organisation }
      .map { Entry(period: $0.period, organisation: $0.organisation) }
    look(Array(rated), dataset, "xếp loại", "ratings", dataset.tables.ratings.fileName, &report)
  }

  private struct Entry: Hashable {
    var period: Period
    var organisation: String
  }

  private func look(
    _ entries: [Entry], _ dataset: Dataset, _ what: String, _ english: String, _ file: String,
    _ report: inout RuleReport
  ) {
    let present = Set(entries)
    let units = dataset.organisations.enumerated().filter { $0.element.kind.isGrassroots }
    for period in periods(entries, dataset.options.period) {
      for (index, unit) in units where unit.isValid(on: period.end) {
        if present.contains(Entry(period: period, organisation: unit.code)) { continue }
        report.add(
          Self.self, in: dataset.tables.organisations, index, .code,
          Message(
            vi: "\(unit.name) chưa có số liệu \(what) \(period.name) trong \(file).",
            en: "\(unit.code) has no \(english) of \(period.code) in \(file)."),
          hint: Message(
            vi: "bổ sung dòng, hoặc ghi hieu_luc_den nếu đơn vị không còn",
            en: "add the row, or set hieu_luc_den if the unit is gone"))
      }
    }
  }

  /// The period being reported, when there are figures of it; without one every period that has figures.
  private func periods(_ entries: [Entry], _ reported: Period?) -> [Period] {
    let all = Set(entries.map(\.period))
    guard let reported else { return all.sorted() }
    return all.filter { $0 == reported || (reported.contains($0) && $0.kind == reported.kind) }.sorted()
  }
}
