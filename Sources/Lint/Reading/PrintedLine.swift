internal import Graphics

/// A run of glyphs as it stands on the paper. Points, from the upper left corner.
struct PrintedRun: Sendable {
  /// Counted from 0.
  var page: Int
  var text: String
  var size: Double
  var color: Color
  var left: Double
  /// Behind the last glyph that is not a space.
  var right: Double
  var baseline: Double
  /// nil for a face that is not among those handed over, or cannot be read.
  var face: FaceTraits?

  var top: Double { baseline - size * (face?.ascent ?? 0.9) }
  var bottom: Double { baseline + size * (face?.descent ?? 0.2) }
  var isBold: Bool { face?.isBold ?? false }
  var isItalic: Bool { face?.isItalic ?? false }
}

/// Runs on one baseline that belong to one component.
struct PrintedLine: Sendable {
  var runs: [PrintedRun]

  var page: Int { runs.first?.page ?? 0 }
  /// The line's own baseline: that of its largest run, so that a raised figure does not count.
  var baseline: Double { runs.max { $0.size < $1.size }?.baseline ?? 0 }
  var size: Double { runs.map(\.size).max() ?? 0 }
  var left: Double { runs.map(\.left).min() ?? 0 }
  var right: Double { runs.map(\.right).max() ?? 0 }

  /// The words of the line, with a space where the paper has one: cells of a table row stand apart.
  var text: String {
    var text = ""
    var end = Double.infinity
    for run in runs {
      if run.left - end > Self.space * run.size, text.last?.isWhitespace == false { text += " " }
      text += run.text
      end = run.right
    }
    return text
  }

  /// Distance from which two runs are two words, parts of an em.
  private static let space = 0.15

  /// The lines that runs in reading order make.
  static func lines(_ runs: [PrintedRun]) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    for run in runs {
      if let last = lines.last, let before = last.runs.last, before.page == run.page,
        abs(last.baseline - run.baseline) < raised * max(last.size, run.size), run.left > before.left
      {
        lines[lines.count - 1].runs.append(run)
      } else {
        lines.append(PrintedLine(runs: [run]))
      }
    }
    return lines
  }

  /// A raised or lowered figure leaves the baseline by less, parts of an em.
  private static let raised = 0.6
}

/// One page as it stands on the paper.
struct PrintedPage: Sendable {
  /// Counted from 0 over the whole report: odd places are backs of sheets.
  var index: Int
  /// The number printed, or that would be.
  var number: Int
  var width: Double
  var height: Double
  /// Text of the page, level runs in reading order, without its head.
  var runs: [PrintedRun]
  /// Page number and running head.
  var head: [PrintedRun]
  var rules: [Rule]
  /// Pictures and painted shapes.
  var boxes: [Rect]

  var isLandscape: Bool { width > height }
}
