internal import Configuration
public import Graphics
internal import Typesetting

/// How much one report may cost before it is refused: what `gioi_han` of `baocao.yaml` changes.
public struct PrintLimits: Sendable, Hashable {
  /// Pages of one report.
  public var pages: Int
  /// Bytes of text in one cell of a table.
  public var cellBytes: Int
  public var pictures: PictureLimits

  public static let standard = PrintLimits(
    pages: Typesetting.Limits.standard.pages, cellBytes: Typesetting.Limits.standard.cellBytes, pictures: .standard)

  /// As layout takes them.
  var layout: Typesetting.Limits {
    var limits = Typesetting.Limits.standard
    limits.pages = pages
    limits.cellBytes = cellBytes
    return limits
  }
}

/// `gioi_han` -> limits. Each has a largest value that any machine bears.
struct PrintLimitsReader {
  let reader: YAMLReader

  private static let million = 1_000_000
  private static let mostPages = 200_000
  private static let mostCellKilobytes = 10_000
  /// A JPEG goes into the file as it is; a PNG is unpacked at four bytes a pixel. (`PDF.Limits` has the same bounds.)
  private static let mostJPEG = 500
  private static let mostPNG = 50

  func limits(_ node: YAMLNode) -> PrintLimits {
    var limits = PrintLimits.standard
    guard let fields = reader.fields(node, of: "mục gioi_han", known: SettingsKeys.limits) else { return limits }
    set(&limits.pages, fields["so_trang"], most: Self.mostPages)
    set(&limits.cellBytes, fields["o_bang_kb"], most: Self.mostCellKilobytes, unit: 1000)
    set(&limits.pictures.jpegPixels, fields["anh_trieu_diem"], most: Self.mostJPEG, unit: Self.million)
    set(&limits.pictures.pngPixels, fields["png_trieu_diem"], most: Self.mostPNG, unit: Self.million)
    return limits
  }

  private func set(_ value: inout Int, _ node: YAMLNode?, most: Int, unit: Int = 1) {
    if let node, let count = reader.integer(node, in: 1...most) { value = count * unit }
  }
}
