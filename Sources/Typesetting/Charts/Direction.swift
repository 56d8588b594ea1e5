#if canImport(Glibc)
  private import Glibc
#else
  private import Musl
#endif

/// The way a hand of a clock points, `angle` radians after 12: a unit vector, x to the right, y down.
struct Direction: Hashable {
  var x: Double
  var y: Double

  init(_ angle: Double) {
    x = sin(angle)
    y = -cos(angle)
  }
}
