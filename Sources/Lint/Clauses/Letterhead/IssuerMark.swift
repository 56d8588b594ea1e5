internal import Findings
internal import Graphics

/// Under the issuing body: the Party's star, or the State's short rule.
struct IssuerMark: Clause {
  static let entry = ClauseEntry(
    "dau-duoi-co-quan", Message(vi: "dấu dưới tên cơ quan", en: "mark under the issuing body"),
    party: .box("2", .a, vi: "một dấu sao (*) cỡ 14, không có đường kẻ", en: "one star (*), 14, and no rule"),
    state: .box("2", .a, vi: "đường kẻ dài 1/3 đến 1/2 dòng chữ", en: "a rule of 1/3 to 1/2 of the text"))
  static let needs: PartKind? = .issuer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let issuer = sheet.part(.issuer), let line = issuer.lines.last else { return }
    if sheet.guideline.isParty { star(sheet, line, &report) } else { shortRule(sheet, issuer, line, &report) }
  }

  private func star(_ sheet: Sheet, _ issuer: PrintedLine, _ report: inout ClauseReport) {
    if sheet.rule(under: issuer, reach: ruleReach) != nil {
      report.add(issuer, vi: "có đường kẻ dưới tên cơ quan", en: "there is a rule under the issuing body")
    }
    guard let star = sheet.part(.star)?.lines.first else {
      report.add(issuer, vi: "không có dấu sao", en: "there is no star")
      return
    }
    let number = sheet.part(.number)?.lines.first?.baseline ?? .infinity
    if star.baseline <= issuer.baseline || star.baseline >= number {
      report.add(star, vi: "không nằm giữa tên cơ quan và số", en: "not between the issuing body and the number")
    } else if let fault = Look.size(14).fault(star, in: sheet) {
      report.add(star, vi: fault.vi, en: fault.en)
    }
  }

  private func shortRule(_ sheet: Sheet, _ issuer: Part, _ line: PrintedLine, _ report: inout ClauseReport) {
    if let fault = ShortRule.fault(under: line, widest: issuer.widest, sheet) {
      report.add(line, vi: fault.vi, en: fault.en)
    }
  }
}

/// The rule of 1/3 to 1/2 of the text above it.
enum ShortRule {
  static func fault(under line: PrintedLine, widest: Double, _ sheet: Sheet) -> (vi: String, en: String)? {
    guard let rule = sheet.rule(under: line, reach: ruleReach) else { return ("không có đường kẻ", "there is no rule") }
    let length = abs(rule.to.x.points - rule.from.x.points)
    let share = widest > 0 ? length / widest : 0
    if share < 1.0 / 3 - slack || share > 0.5 + slack {
      let percent = Measure.number(share * 100, ",")
      return ("dài \(percent)% dòng chữ", "\(percent)% of the text long")
    }
    let offCentre = abs((rule.from.x.points + rule.to.x.points) / 2 - (line.left + line.right) / 2)
    return offCentre > 2 ? ("không ở giữa dòng chữ", "not centred under the text") : nil
  }

  /// Side bearings of the outer letters, part of the text.
  private static let slack = 0.01
}

extension Part {
  /// Width of its widest line.
  var widest: Double { lines.map { $0.right - $0.left }.max() ?? 0 }
}
