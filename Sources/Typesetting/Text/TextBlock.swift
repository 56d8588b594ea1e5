import Documents
import Graphics

/// Text set in lines. All distances in points.
struct TextBlock {
  var lines: [TextLine]
  /// Baseline to baseline.
  var pitch: Double
  /// Of the block's own face and size: the ascender line above the first baseline, the descender below the last.
  var ascent: Double
  var descent: Double

  /// Ascender of the first line to descender of the last, at the block's pitch.
  var height: Double { lines.isEmpty ? 0 : ascent + descent + pitch * Double(lines.count - 1) }

  /// Width of the widest line as set, indents not counted.
  var widest: Double { lines.reduce(0) { max($0, $1.width) } }
}

/// How wide text would like to be, and how narrow it can be: for columns that choose their own width.
struct TextExtent {
  /// Without any break but hard ones, indents included.
  var natural: Double
  /// The widest stretch that cannot be broken without breaking a word.
  var minimum: Double
}

/// A footnote whose mark stands on a line.
struct FootnoteCall: Sendable, Hashable {
  var number: Int
  var blocks: [Block]
}

/// One line: where it begins, and which pieces of its text stand on it. Plain numbers, so that a row of a table holds its lines in one
/// array.
struct SetLine {
  /// First piece and the one after the last.
  var pieces: Range<Int>
  /// From the left edge of the measure to the first glyph.
  var x = 0.0
  /// As set: spaces stretched or shrunk.
  var width = 0.0
  /// Part of their stretch (or, negative, shrink) the spaces take.
  var ratio = 0.0
  /// Those of the text whose marks stand on this line, in order.
  var footnotes: Range<Int>
}

/// A line with the text it belongs to.
struct TextLine {
  let text: SetText
  let line: SetLine

  var pieces: Range<Int> { line.pieces }
  var x: Double { line.x }
  var width: Double { line.width }
  var ratio: Double { line.ratio }
  var footnotes: Range<Int> { line.footnotes }

  /// The footnotes whose marks stand on this line, in order.
  var footnoteCalls: ArraySlice<FootnoteCall> { text.footnotes[line.footnotes] }
}

/// The glyphs of one paragraph, or of the cells of a few rows, shared by its lines; never changed.
final class SetText {
  let glyphs: Scratch<ShapedGlyph>
  /// UTF-8 of all pieces, in order.
  let bytes: Scratch<UInt8>
  let pieces: Scratch<Piece>
  let fonts: [TextFont]
  let links: [LinkTarget]
  let footnotes: [FootnoteCall]
  /// Some of the text is underlined or a link.
  let isOrnate: Bool

  /// Takes what the row holds: the row is empty afterwards.
  init(taking row: inout PieceRow, _ source: borrowing TextSource) {
    glyphs = row.glyphs.taken(leaving: PieceRow.room.glyphs)
    bytes = row.bytes.taken(leaving: PieceRow.room.bytes)
    pieces = row.pieces.taken(leaving: PieceRow.room.pieces)
    fonts = source.fonts
    links = source.links
    footnotes = source.footnotes
    isOrnate = source.isOrnate
  }
}

/// Face, size and ornament of a piece.
struct TextFont: Equatable {
  var face: Int32
  /// Index into `SetText.links`, or -1.
  var link: Int32 = -1
  var size: Double
  /// Points per font unit.
  var scale: Double
  /// Baseline of the piece above that of the line.
  var rise: Double = 0
  var ascent: Double
  var descent: Double
  var underlineDepth: Double = 0
  var underlineThickness: Double = 0
  var underline = false
  var color: Color = .black
}

/// A stretch of text in one font that is never broken, one space, or one tab.
struct Piece {
  enum Kind: UInt8 {
    case word
    case space
    case tab
  }

  /// Whether a line may end at this space, or behind this word, and what it costs.
  enum Joint: UInt8 {
    /// Behind a word: what follows belongs to it. At a space: tied.
    case tied
    /// At a space, without cost.
    case free
    /// Before a last word so short that it would look lost on a line of its own.
    case lonely
    /// Inside a word, after a hyphen or solidus.
    case cut
    /// Inside a word wider than the measure: after a sign, or anywhere.
    case sign
    case anywhere
    /// A tie that a measure too narrow for it has loosened.
    case relaxed
  }

  var kind: Kind
  var joint = Joint.tied
  /// Leader of a tab.
  var leader: TabStop.Leader = .none
  var font: Int32
  var glyphs: Range<Int32>
  var text: Range<Int32>
  /// Points; of a space as the font has it, of a tab as the line needs it.
  var width: Double
  var stretch: Double = 0
  var shrink: Double = 0
}

extension Piece.Joint {
  /// What ending a line there costs (`LineItem.penalty`). A lonely word is worth a visibly looser line; a word or tie is broken only
  /// where no other line fits.
  var cost: Double {
    switch self {
    case .tied: LineItem.never
    case .free: 0
    case .lonely: 500
    case .cut: 50
    case .sign: 1_000
    case .anywhere: 3_000
    case .relaxed: 5_000
    }
  }
}

extension TextBlock {
  /// Footnote marks on all its lines.
  var footnoteCount: Int { lines.reduce(0) { $0 + $1.footnotes.count } }
}

extension [Inline] {
  /// Footnote marks in the text, those inside links counted.
  var footnoteCount: Int {
    reduce(0) { count, inline in
      switch inline {
      case .footnote: count + 1
      case .link(let inner, _): count + inner.footnoteCount
      case .text, .lineBreak, .tab, .reference, .pageNumber, .pageCount: count
      }
    }
  }
}
