/// Lines a fixed distance apart, from the first baseline of a page on, that baselines of text drop to: text on the two sides of a sheet
/// then stands back to back.
struct LineGrid: Sendable, Hashable {
  /// Points, above 0.
  var pitch: Double
  /// Ascender of body text: the first baseline of a page below the head of the text.
  var ascent: Double

  /// The upper edge at or below `top` at which a line of that ascender stands on the grid.
  func drop(_ top: Double, ascent own: Double) -> Double {
    let lines = ((top + own - ascent) / pitch - LineGrid.rounding).rounded(.up)
    return max(top, ascent + lines * pitch - own)
  }

  /// Part of the pitch that sums of distances may be off by.
  private static let rounding = 1e-6
}
