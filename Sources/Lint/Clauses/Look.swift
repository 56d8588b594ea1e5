/// Size, weight, slant and case of a component.
struct Look: Sendable {
  var sizes: ClosedRange<Double>
  var bold = false
  var italic = false
  /// Printed in capitals; nil: as written.
  var capitals: Bool?
  var underlined = false

  static func size(_ size: Double) -> Look { Look(sizes: size...size) }
  static func sizes(_ least: Double, _ most: Double) -> Look { Look(sizes: least...most) }

  func bolded() -> Look { with { $0.bold = true } }
  func slanted() -> Look { with { $0.italic = true } }
  func capitalised() -> Look { with { $0.capitals = true } }
  func underline() -> Look { with { $0.underlined = true } }

  private func with(_ change: (inout Look) -> Void) -> Look {
    var look = self
    change(&look)
    return look
  }

  /// What is not so in a line; nil when all is.
  func fault(_ line: PrintedLine, in sheet: Sheet) -> (vi: String, en: String)? {
    for run in line.runs {
      if run.size < sizes.lowerBound - Self.sizeSlack || run.size > sizes.upperBound + Self.sizeSlack {
        return (
          "cỡ chữ \(Measure.vi(run.size)), phải là \(range("–", Measure.vi))",
          "size \(Measure.en(run.size)), must be \(range("–", Measure.en))"
        )
      }
      if run.isBold != bold {
        return bold ? ("chữ không đậm", "not bold") : ("chữ đậm, phải không đậm", "bold, must not be")
      }
      if run.isItalic != italic {
        return italic
          ? ("chữ đứng, phải nghiêng", "upright, must be italic")
          : ("chữ nghiêng, phải đứng", "italic, must be upright")
      }
    }
    if capitals == true, line.text != line.text.uppercased() { return ("không in hoa", "not in capitals") }
    let rule = sheet.rule(under: line, reach: Self.underlineReach * line.size)
    if underlined, rule == nil { return ("không gạch chân", "not underlined") }
    return nil
  }

  private func range(_ dash: String, _ print: (Double) -> String) -> String {
    sizes.lowerBound == sizes.upperBound
      ? print(sizes.lowerBound) : print(sizes.lowerBound) + dash + print(sizes.upperBound)
  }

  /// Sizes are decimal in formats and binary on the page.
  private static let sizeSlack = 0.01
  /// An underline lies this near under the baseline, parts of an em.
  private static let underlineReach = 0.3
}

/// A clause on the look of one component.
protocol LookClause: Clause {
  static var kind: PartKind { get }
  static func look(_ guideline: Guideline) -> Look
  /// Components the document may emphasise parts of are judged only where it does not.
  static var onlyPlain: Bool { get }
}

extension LookClause {
  static var onlyPlain: Bool { false }
  static var needs: PartKind? { kind }

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let look = Self.look(sheet.guideline)
    let parts = sheet.parts(Self.kind)
    if parts.isEmpty, sheet.expects(Self.kind) {
      report.add(page: 0, vi: "không thấy trên trang", en: "not found on the page")
    }
    // One fault of a style shows in every paragraph of it: told once, at the first, with how many more there are.
    var faults: [(line: PrintedLine, vi: String, en: String, count: Int)] = []
    for part in parts where !Self.onlyPlain || part.isPlain {
      guard let line = part.lines.first(where: { look.fault($0, in: sheet) != nil }),
        let fault = look.fault(line, in: sheet)
      else { continue }
      if let known = faults.firstIndex(where: { $0.vi == fault.vi }) {
        faults[known].count += 1
      } else {
        faults.append((line, fault.vi, fault.en, 1))
      }
    }
    for fault in faults {
      let more = fault.count - 1
      report.add(
        fault.line, vi: fault.vi + (more > 0 ? ", và \(more) chỗ nữa" : ""),
        en: fault.en + (more > 0 ? ", and \(more) more" : ""))
    }
  }
}

extension ClauseReport {
  mutating func add(_ line: PrintedLine, vi: String, en: String) { add(page: nil, line, vi: vi, en: en) }
}
