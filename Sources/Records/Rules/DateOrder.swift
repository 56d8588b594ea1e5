import Findings
import Vietnamese

/// Dates that cannot follow each other as they do.
struct DateOrder: Rule {
  static let entry = RuleEntry(
    code: "ngay-sai-thu-tu", severity: .error,
    explanation: Message(
      vi: "Ngày sau lại sớm hơn ngày trước (đăng ký, triển khai, hiệu quả, công nhận, nhân rộng); dòng bị bỏ.",
      en: "A later step has an earlier date; the row is left out."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    for (index, model) in dataset.models.enumerated() {
      let steps: [(Model.Column, CivilDate?)] = [
        (.registeredOn, model.registeredOn), (.startedOn, model.startedOn), (.effectiveOn, model.effectiveOn),
        (.recognisedOn, model.recognisedOn), (.replicatedOn, model.replicatedOn),
      ]
      follow(steps, dataset.tables.models, index, &report)
      // A model may stop at any step, but not before it was registered.
      follow([steps[0], (.stoppedOn, model.stoppedOn)], dataset.tables.models, index, &report)
    }
    for (index, body) in dataset.organisations.enumerated() {
      follow([(.validFrom, body.validFrom), (.validTo, body.validTo)], dataset.tables.organisations, index, &report)
    }
  }

  private func follow<Row: TableRow>(
    _ steps: [(column: Row.Column, date: CivilDate?)], _ table: Table<Row>, _ index: Int, _ report: inout RuleReport
  ) {
    var last: (column: Row.Column, date: CivilDate)?
    for (column, date) in steps {
      guard let date else { continue }
      if let last, date < last.date {
        let (name, before) = (column.schema.name, last.column.schema.name)
        report.add(
          Self.self, in: table, index, column,
          Message(
            vi: "\(name) \(date.short) sớm hơn \(before) \(last.date.short).",
            en: "\(name) \(date.iso) is earlier than \(before) \(last.date.iso)."),
          hint: Message(vi: "kiểm tra lại hai ngày", en: "check both dates"))
        return
      }
      last = (column, date)
    }
  }
}
