#if canImport(Glibc)
  private import Glibc
#else
  private import Musl
#endif

enum Angle {
  /// Of a line that rises by `rise` over `run`.
  static func degrees(rise: Double, run: Double) -> Double { atan2(rise, run) * 180 / .pi }
}
