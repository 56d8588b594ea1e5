import Findings
import Vietnamese

/// Dates that do not belong to the period or campaign their row names.
struct DateOutsidePeriod: Rule {
  static let entry = RuleEntry(
    code: "ngay-ngoai-ky", severity: .warning,
    explanation: Message(
      vi: "Ngày không thuộc kỳ hoặc giai đoạn ghi ở cùng dòng.",
      en: "A date does not belong to the period or campaign of its row."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    var spans: [String: Period] = [:]
    for campaign in dataset.campaigns where spans[campaign.code] == nil { spans[campaign.code] = campaign.span }
    for (index, model) in dataset.models.enumerated() {
      guard let span = model.campaign.flatMap({ spans[$0] }), !span.containsDate(model.registeredOn) else { continue }
      add(dataset.tables.models, index, .registeredOn, model.registeredOn, span, &report)
    }
    for (index, reward) in dataset.rewards.enumerated() {
      guard let span = reward.campaign.flatMap({ spans[$0] }), reward.decidedOn < span.start else { continue }
      add(dataset.tables.rewards, index, .decidedOn, reward.decidedOn, span, &report)
    }
    checkDecisions(dataset, &report)
    for (index, sent) in dataset.submissions.enumerated() {
      guard let date = sent.sentOn, date < sent.period.start else { continue }
      add(dataset.tables.submissions, index, .sentOn, date, sent.period, &report)
    }
  }

  /// A period is rated after it ends, an interim rating before; never before it began.
  private func checkDecisions(_ dataset: Dataset, _ report: inout RuleReport) {
    var last: (period: Period, start: CivilDate)?
    for (index, rating) in dataset.ratings.enumerated() {
      guard let date = rating.date else { continue }
      if last?.period != rating.period { last = (rating.period, rating.period.start) }
      guard let start = last?.start, date < start else { continue }
      add(dataset.tables.ratings, index, .date, date, rating.period, &report)
    }
  }

  private func add<Row: TableRow>(
    _ table: Table<Row>, _ index: Int, _ column: Row.Column, _ date: CivilDate, _ period: Period,
    _ report: inout RuleReport
  ) {
    report.add(
      Self.self, in: table, index, column,
      Message(
        vi: "Ngày \(date.short) không thuộc \(period.name) (\(period.start.short) - \(period.end.short)).",
        en: "\(date.iso) does not belong to \(period.code) (\(period.start.iso) to \(period.end.iso))."),
      hint: Message(vi: "kiểm tra lại ngày hoặc kỳ", en: "check the date or the period"))
  }
}
