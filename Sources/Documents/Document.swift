public import Graphics

/// A document: sections of blocks, and the format whose rules they are set by.
public struct Document: Sendable {
  public var metadata: Metadata
  public var format: Format
  public var sections: [Section]
  /// Printed pale across every page, for example “DỰ THẢO”; nil for none.
  public var watermark: String?
  /// Files that `Origin.file` counts from 0.
  public var files: [String]

  public init(
    metadata: Metadata, format: Format, sections: [Section], watermark: String? = nil, files: [String] = []
  ) {
    self.metadata = metadata
    self.format = format
    self.sections = sections
    self.watermark = watermark
    self.files = files
  }
}

/// Pages of one kind: size, orientation and numbering. A section begins on a new page.
public struct Section: Sendable, Hashable {
  public enum Orientation: Sendable, Hashable {
    case portrait
    case landscape
  }

  public enum Numbering: Sendable, Hashable {
    /// Goes on from the section before.
    case continued
    /// Begins at 1; the first page shows no number.
    case restarted
    /// As the format says for appendices.
    case appendix
  }

  public var orientation: Orientation
  public var numbering: Numbering
  /// Paper and margins where they differ from the format's.
  public var paper: SectionPaper
  /// Set at the head of every page but the section's first, beside the page number; empty for none.
  public var runningHead: [Inline]
  public var blocks: [Block]

  public init(
    orientation: Orientation = .portrait, numbering: Numbering = .continued, paper: SectionPaper = SectionPaper(),
    runningHead: [Inline] = [], blocks: [Block]
  ) {
    self.orientation = orientation
    self.numbering = numbering
    self.paper = paper
    self.runningHead = runningHead
    self.blocks = blocks
  }
}

/// What a section's pages have of their own; nil is as the format says.
public struct SectionPaper: Sendable, Hashable {
  /// In either orientation: the section's says which edge is up.
  public var size: Size?
  public var top: Length?
  public var bottom: Length?
  public var left: Length?
  public var right: Length?

  public init(
    size: Size? = nil, top: Length? = nil, bottom: Length? = nil, left: Length? = nil, right: Length? = nil
  ) {
    self.size = size
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }
}
