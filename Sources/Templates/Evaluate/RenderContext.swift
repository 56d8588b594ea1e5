public import Documents
public import Findings
public import Graphics

/// What filling a template needs besides the facts. Everything is read before: nothing here reaches a disk or a clock.
public struct RenderContext: Sendable {
  public var format: Format
  /// A draft carries “DỰ THẢO”, and shows what is missing instead of failing.
  public var isDraft: Bool
  /// The narrative text of a name, for this report's period; nil when nobody has written it.
  public var texts: @Sendable (String) -> NarrativeText?
  /// The picture of a file name of the workspace.
  public var pictures: @Sendable (String) -> Picture?
  /// What is wrong with the file of that name, when there is one and it is no picture to print.
  public var pictureFault: @Sendable (String) -> Message?
  /// ISO 8601 date and time for the metadata: the document's, never the clock's.
  public var created: String
  /// Files that origins count from 0, known before; others are added as facts name them.
  public var files: [String]
  public var printing: PrintOptions
  public var limits: RenderLimits

  public init(
    format: Format, isDraft: Bool = false, created: String,
    texts: @escaping @Sendable (String) -> NarrativeText? = { _ in nil },
    pictures: @escaping @Sendable (String) -> Picture? = { _ in nil },
    pictureFault: @escaping @Sendable (String) -> Message? = { _ in nil }, files: [String] = [],
    printing: PrintOptions = PrintOptions(), limits: RenderLimits = RenderLimits()
  ) {
    self.format = format
    self.isDraft = isDraft
    self.created = created
    self.texts = texts
    self.pictures = pictures
    self.pictureFault = pictureFault
    self.files = files
    self.printing = printing
    self.limits = limits
  }
}

/// Bounds on one document, so that loops inside loops end in a finding and not in the night.
public struct RenderLimits: Sendable, Hashable {
  /// Runs of loops, blocks, cells and pieces of text together.
  public var steps: Int
  /// Bytes of text that loops may yield.
  public var bytes: Int

  public init(steps: Int = 5_000_000, bytes: Int = 200_000_000) {
    self.steps = steps
    self.bytes = bytes
  }
}
