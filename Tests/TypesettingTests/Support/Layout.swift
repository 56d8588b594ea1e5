import Documents
import Findings
import Graphics

@testable import Typesetting

/// A document laid out, and what tests ask of its pages.
struct Layout {
  var pages: [Page] = []
  var findings: [Finding] = []

  init(_ document: Document, limits: Limits = .standard) throws {
    var typesetter = Typesetter(fonts: try TestFonts.library(), limits: limits)
    var pages: [Page] = []
    findings = try typesetter.typeset(document) { pages.append($0) }
    self.pages = pages
  }

  init(_ blocks: [Block], format: Format = PartyFormat.hd05, limits: Limits = .standard) throws {
    try self.init(Layout.document([Section(blocks: blocks)], format: format), limits: limits)
  }

  static func document(
    _ sections: [Section], format: Format = PartyFormat.hd05, watermark: String? = nil
  ) -> Document {
    Document(
      metadata: Metadata(title: "Báo cáo", author: "", subject: "", created: "2026-02-05T00:00:00Z"), format: format,
      sections: sections, watermark: watermark)
  }

  var dump: String { pages.map { $0.dump() }.joined() }

  /// All text of all pages in reading order, runs joined by spaces where the line changes.
  var text: String { pages.map(\.text).joined(separator: "\n") }
}

/// A run of glyphs as tests look at it: where, how large, what. Millimetres.
struct PlacedText {
  var string: String
  var x: Double
  var baseline: Double
  var size: Double
  var face: FaceID
}

extension Page {
  var runs: [PlacedText] {
    frame.items.compactMap { item in
      guard case .glyphs(let run) = item, let first = run.glyphs.first else { return nil }
      return PlacedText(
        string: run.string, x: Length.points(first.x).mm, baseline: Length.points(first.y).mm,
        size: run.size.points, face: run.face)
    }
  }

  /// Text of the runs; runs on one baseline joined without space.
  var text: String {
    var result = ""
    var last: PlacedText?
    for run in runs {
      if let last { result += abs(last.baseline - run.baseline) < 0.01 && run.x > last.x ? "" : "\n" }
      result += run.string
      last = run
    }
    return result
  }

  /// The first run that begins with `prefix`.
  func run(_ prefix: String) -> PlacedText? { runs.first { $0.string.hasPrefix(prefix) } }

  var rules: [Rule] {
    frame.items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
  }
}
