import Findings
import Vietnamese

/// Units that sent their report late, or not at all.
struct LateSubmission: Rule {
  static let entry = RuleEntry(
    code: "nop-muon", severity: .warning,
    explanation: Message(vi: "Đơn vị nộp báo cáo muộn hoặc chưa nộp.", en: "A unit sent its report late or not at all.")
  )

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let table = dataset.tables.submissions
    for (index, row) in dataset.submissions.enumerated() {
      if let reported = dataset.options.period, row.period != reported { continue }
      let name = dataset.organisation(row.organisation)?.name ?? row.organisation
      guard let sent = row.sentOn else {
        let due = row.dueOn.map { ", hạn \($0.short)" } ?? ""
        report.add(
          Self.self, in: table, index, .sentOn,
          Message(
            vi: "\(name) chưa nộp báo cáo \(row.period.name)\(due).",
            en: "\(row.organisation) has not sent its report of \(row.period.code)."))
        continue
      }
      guard let due = row.dueOn, sent > due else { continue }
      let days = sent.days(since: due)
      report.add(
        Self.self, in: table, index, .sentOn,
        Message(
          vi: "\(name) nộp báo cáo \(row.period.name) muộn \(days) ngày (hạn \(due.short)).",
          en: "\(row.organisation) sent its report of \(row.period.code) \(days) days late (due \(due.iso))."))
    }
  }
}
