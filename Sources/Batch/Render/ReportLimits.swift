internal import Findings
internal import Graphics
internal import Templates

/// How large one report of a night may become before it is given up, so that the others are not.
///
/// Memory is counted by what the report itself yields: the steps and bytes of its template, then the glyphs, shapes and pictures of its
/// pages, each at the size it has in memory. The allocator or the resident set would be the process's, not one report's: with several
/// workers the report that is refused would be a matter of luck. This count is the same on every machine and for any number of
/// workers. It leaves out the data, which all reports share; a limit on the whole process is the scheduler's (`MemoryMax`, `--mem`).
struct ReportLimits: Sendable, Hashable {
  var pages: Int
  var bytes: Int

  static let none = ReportLimits(pages: Int.max, bytes: Int.max)

  /// What a block, cell or piece of text costs before it is laid out, measured as growth of the process over steps.
  private static let bytesPerStep = 256

  /// The bounds on filling the template; never wider than the usual ones.
  var render: RenderLimits {
    let usual = RenderLimits()
    return RenderLimits(
      steps: min(usual.steps, max(1, bytes / Self.bytesPerStep)), bytes: min(usual.bytes, max(1, bytes)))
  }

  func meter() -> PageMeter { PageMeter(limits: self) }
}

/// A report that is larger than it may be.
struct LimitPassed: Error {
  enum Kind {
    case pages
    case memory
  }

  var kind: Kind
  var limits: ReportLimits

  var finding: Finding {
    let message: Message
    switch kind {
    case .pages:
      message = Message(
        vi: "báo cáo dài quá \(limits.pages) trang", en: "the report has more than \(limits.pages) pages")
    case .memory:
      message = Message(
        vi: "báo cáo cần quá \(limits.bytes >> 20) MiB bộ nhớ",
        en: "the report needs more than \(limits.bytes >> 20) MiB of memory")
    }
    return Finding(
      code: kind == .pages ? "qua-so-trang" : "qua-bo-nho", severity: .error, at: Location(file: "pdf"), message,
      hint: Message(
        vi: "xem lại danh sách quá dài trong mẫu, hoặc nới --pages-per-report, --memory-per-report",
        en: "look for very long lists in the template, or widen --pages-per-report, --memory-per-report"))
  }
}

/// Adds up the pages of one report.
struct PageMeter {
  let limits: ReportLimits
  private var pages = 0
  private var bytes = 0

  /// An item with its place; a run's glyphs, clusters and text come on top.
  private static let bytesPerItem = 160
  private static let bytesPerGlyph = 40

  init(limits: ReportLimits) {
    self.limits = limits
  }

  mutating func count(_ page: Page) throws(LimitPassed) {
    pages += 1
    if pages > limits.pages { throw LimitPassed(kind: .pages, limits: limits) }
    for item in page.frame.items {
      bytes += Self.bytesPerItem
      switch item {
      case .glyphs(let run), .watermark(let run, _, _): bytes += run.glyphCount * Self.bytesPerGlyph
      case .picture(let picture, _): bytes += picture.bytes.count
      default: break
      }
    }
    if bytes > limits.bytes { throw LimitPassed(kind: .memory, limits: limits) }
  }
}
