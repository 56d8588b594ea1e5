import Documents
import Findings
import Graphics

/// A place on the line that a tab goes to: a `TabRule` in a measure.
struct TabStop: Sendable, Hashable {
  typealias Alignment = TabRule.Alignment
  typealias Leader = TabRule.Leader

  /// Points from the left edge of the measure.
  var position: Double
  var alignment: Alignment = .left
  var leader: Leader = .none
}

extension BlockStyle {
  /// The stops of the style in a measure of so many points.
  func tabStops(measure: Double) -> [TabStop] {
    tabs.map { rule in
      let position =
        switch rule.place {
        case .at(let length): length.points
        case .rightEdge: measure - rightIndent.points
        }
      return TabStop(position: min(position, measure), alignment: rule.alignment, leader: rule.leader)
    }
  }
}

/// What a cross-reference prints once pages are numbered.
struct ReferenceText: Sendable, Hashable {
  /// “Biểu số 2”.
  var label: String
  /// “5”, as the page prints its number.
  var page: String
}

/// What text needs to know of the place it is set in.
struct TextContext: Sendable {
  /// `Document.files`: what `Origin.file` counts.
  var files: [String] = []
  /// Where text without an origin is, for findings.
  var place = Location(file: "")
  /// By label; a reference that is not there is a finding.
  var references: [String: ReferenceText] = [:]
  var pageNumber = ""
  var pageCount = ""
  /// Number of the first footnote mark in this text; further marks count on.
  var firstFootnote = 1
  /// In ascending order of position. A paragraph with a hanging indent has one more of its own at `leftIndent`.
  var tabStops: [TabStop] = []
  /// Lines wanted more (or, negative, fewer) than the best number, where that is possible without loose lines.
  var looseness = 0
  /// Lines as equal in length as the number of lines allows: titles, letterheads, header cells.
  var balanced = false
  /// Figures are not kerned with each other, so that columns of numbers align.
  var tabularFigures = false
}
