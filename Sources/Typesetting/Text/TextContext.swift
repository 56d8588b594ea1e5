import Findings
import Graphics

/// A place on the line that a tab goes to.
struct TabStop: Sendable, Hashable {
  enum Alignment: Sendable, Hashable {
    case left
    case center
    case right
  }

  enum Leader: Sendable, Hashable {
    case none
    case dots
    case hyphens
    case underline
  }

  /// Points from the left edge of the measure.
  var position: Double
  var alignment: Alignment = .left
  var leader: Leader = .none
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
