internal import Findings
internal import Graphics

/// The rule under the Party's name, or under the motto.
struct TitleRule: Clause {
  static let entry = ClauseEntry(
    "ke-duoi-tieu-de", Message(vi: "đường kẻ dưới tiêu đề", en: "rule under the title"),
    party: .box("1", .a, vi: "nét liền, dài đúng bằng dòng chữ", en: "solid, exactly as long as the text"),
    state: .box(
      "1", .a, vi: "dưới tiêu ngữ, nét liền, dài bằng dòng chữ", en: "under the motto, solid, as long as the text"))
  static let needs: PartKind? = .nationalTitle

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let part = sheet.part(sheet.guideline.isParty ? .nationalTitle : .motto), let line = part.lines.last
    else { return }
    guard let rule = sheet.rule(under: line, reach: ruleReach) else {
      report.add(line, vi: "không có đường kẻ", en: "there is no rule")
      return
    }
    let (from, to) = (min(rule.from.x, rule.to.x).points, max(rule.from.x, rule.to.x).points)
    guard abs(from - line.left) > Self.slack || abs(to - line.right) > Self.slack else { return }
    report.add(
      line,
      vi: "dài \(Measure.vi(Measure.mm(to - from))) mm, dòng chữ \(Measure.vi(Measure.mm(line.right - line.left))) mm",
      en: "\(Measure.en(Measure.mm(to - from))) mm long, the text \(Measure.en(Measure.mm(line.right - line.left))) mm")
  }

  /// The side bearings of the outer letters, points.
  private static let slack = 1.5
}

/// How far under a baseline the rule of a line may lie, points: less than the next line's baseline.
let ruleReach = 14.0
