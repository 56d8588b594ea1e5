/// What a paragraph looks like to the breaker: boxes, glue and penalties (Knuth and Plass, “Breaking Paragraphs into Lines”, Software:
/// Practice and Experience 11, 1981). Widths in points.
enum LineItem: Sendable, Hashable {
  /// Something that is set as it is: a word.
  case box(width: Double)
  /// A space that may grow by `stretch` and give `shrink`. A line may end at glue that follows a box; the glue is dropped then, and so
  /// is all glue at the head of a line.
  case glue(width: Double, stretch: Double, shrink: Double)
  /// A place where a line may end at a cost: `LineItem.never` forbids it, `LineItem.always` forces it. `width` appears only when the line ends
  /// there; two lines in a row that end at flagged penalties cost extra.
  case penalty(width: Double, cost: Double, flagged: Bool)

  static let never = 10_000.0
  static let always = -10_000.0
}

/// How long lines may be: the first line and all others.
struct LineWidths: Sendable, Hashable {
  var first: Double
  var others: Double

  subscript(line: Int) -> Double { line == 0 ? first : others }
  var narrowest: Double { min(first, others) }
}

/// The constants of taste of the breaker. Values as in TeX's plain format (The TeXbook, chapter 14).
struct BreakingTaste: Sendable, Hashable {
  /// Added to the badness of each line: fewer lines are better.
  var linePenalty = 10.0
  /// Two lines in a row that end at a flagged penalty.
  var flaggedDemerits = 10_000.0
  /// Neighbouring lines whose spacing differs by more than one fitness class.
  var fitnessDemerits = 10_000.0
  /// Stretch every line has beyond its glue: ragged margins.
  var raggedStretch = 0.0
  /// Lines wanted more or fewer than the best number.
  var looseness = 0
}

/// How hard the breaker tries: each step is tried only when the one before finds nothing.
struct BreakingStep: Sendable, Hashable {
  var name: String
  /// Worst badness a line may have (100 = spaces stretched by just their stretch, or shrunk by all their shrink).
  var tolerance: Double
  /// Further stretch a line may assume when it is judged, in parts of the widest line.
  var emergencyStretch: Double

  /// Spaces at most 1.26 times their stretch: what good books accept (\tolerance=200 in TeX).
  static let fine = BreakingStep(name: "fine", tolerance: 200, emergencyStretch: 0)
  /// Spaces up to twice their stretch: newspapers.
  static let loose = BreakingStep(name: "loose", tolerance: 800, emergencyStretch: 0)
  /// Spaces up to 4.3 times their stretch, as few and as little as can be: narrow columns.
  static let narrow = BreakingStep(name: "narrow", tolerance: 9_998, emergencyStretch: 0)
  /// Beyond 4.3 times all lines are equally bad; a stretch that all are granted tells them apart again.
  static let emergency = BreakingStep(name: "emergency", tolerance: 9_999, emergencyStretch: 0.1)
  /// Whatever keeps the text inside the measure.
  static let desperate = BreakingStep(name: "desperate", tolerance: .infinity, emergencyStretch: 0.1)

  static let all = [fine, loose, narrow, emergency, desperate]
}
