import Findings
import Vietnamese

/// A model whose stage is not the one its dates tell. Reports work the stage out from the dates.
struct StageMismatch: Rule {
  static let entry = RuleEntry(
    code: "trang-thai-khac-ngay", severity: .warning,
    explanation: Message(
      vi: "Trạng thái của mô hình khác với trạng thái suy ra từ các ngày; báo cáo tính theo ngày.",
      en: "The stage of a model differs from the one its dates tell; reports go by the dates."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    for (index, model) in dataset.models.enumerated() {
      // “Cần củng cố” is a judgement that has no date.
      guard model.stage != .weak, model.stage != model.stageByDates else { continue }
      report.add(
        Self.self, in: dataset.tables.models, index, .stage,
        Message(
          vi: "Trạng thái “\(model.stage.name)”, nhưng theo các ngày là “\(model.stageByDates.name)”.",
          en: "The stage is “\(model.stage.name)”, by the dates it is “\(model.stageByDates.name)”."),
        hint: Message(vi: "sửa trạng thái hoặc bổ sung ngày", en: "correct the stage or add the date"))
    }
  }
}

extension Model {
  /// The furthest stage that has a date.
  var stageByDates: ModelStage {
    if stoppedOn != nil { return .stopped }
    if replicatedOn != nil { return .replicated }
    if recognisedOn != nil { return .recognised }
    if effectiveOn != nil { return .effective }
    return startedOn != nil ? .underway : .registered
  }
}
