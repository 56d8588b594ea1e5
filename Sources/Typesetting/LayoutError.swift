public import Findings

/// Why a document could not be laid out at all. None of its pages is valid then.
public enum LayoutError: Error, Sendable, Hashable {
  /// Page numbers printed in the text kept changing the pages they count.
  case doesNotConverge(passes: Int)
  case tooManyPages(limit: Int)
  /// What the margins leave, millimetres.
  case pageTooSmall(width: Double, height: Double)

  /// What is wrong and what to do, for people.
  public var message: Message {
    switch self {
    case .doesNotConverge(let passes):
      Message(
        vi:
          "số trang in trong văn bản vẫn thay đổi sau \(passes) lần dàn trang; bớt tham chiếu theo trang hoặc mục lục",
        en: "page numbers in the text still change after \(passes) layout passes; use fewer page references")
    case .tooManyPages(let limit):
      Message(
        vi: "văn bản dài hơn giới hạn \(limit) trang; chia nhỏ văn bản, hoặc tăng gioi_han.so_trang trong baocao.yaml",
        en:
          "the document is longer than the limit of \(limit) pages; split it, or raise gioi_han.so_trang in baocao.yaml"
      )
    case .pageTooSmall(let width, let height):
      Message(
        vi: "lề trang chỉ còn \(whole(width)) x \(whole(height)) mm cho văn bản; sửa lề trong định dạng",
        en: "the margins leave \(whole(width)) x \(whole(height)) mm for text; change them in the format")
    }
  }

  private func whole(_ value: Double) -> Int { value.isFinite ? Int(min(max(value, 0), 1e6)) : 0 }
}

/// How much layout accepts, so that broken input ends in a message and not in a full disk.
public struct Limits: Sendable, Hashable {
  /// Pages of a document.
  public var pages: Int
  /// Bytes of text in one table cell; the rest is cut, with a finding.
  public var cellBytes: Int
  /// Layout passes until printed page numbers must have settled.
  public var passes: Int
  /// Pages kept in memory while page numbers settle; longer documents are laid out once more instead.
  public var heldPages: Int

  public init(pages: Int = 20_000, cellBytes: Int = 100_000, passes: Int = 6, heldPages: Int = 200) {
    self.pages = pages
    self.cellBytes = cellBytes
    self.passes = passes
    self.heldPages = heldPages
  }

  public static let standard = Limits()
}
