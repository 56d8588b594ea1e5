/// A colour in device RGB, each part 0…1.
public struct Color: Sendable, Hashable {
  public var red: Double
  public var green: Double
  public var blue: Double

  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A grey, 0 black … 1 white.
  public init(gray: Double) {
    self.init(red: gray, green: gray, blue: gray)
  }

  public static let black = Color(gray: 0)
  public static let white = Color(gray: 1)

  /// Luma as a black-and-white printer shows the colour (ITU-R BT.601), 0…1.
  public var luma: Double { 0.299 * red + 0.587 * green + 0.114 * blue }
}
