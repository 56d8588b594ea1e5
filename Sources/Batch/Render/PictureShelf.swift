internal import Findings
internal import Graphics

/// Pictures of a workspace by path. A path of the data never leaves the workspace, also not through a link.
struct PictureShelf: Sendable {
  private let folder: String
  private static let largestPicture = 64 << 20

  init(_ folder: String) {
    self.folder = folder
  }

  /// The picture of that path; nil when it is missing or unusable, which is the template's to report, at the place that asks for it.
  func picture(_ name: String) -> Picture? {
    guard Paths.staysInside(name), let root = Paths.real(folder), let path = Paths.real(Paths.join(folder, name)),
      path.hasPrefix(root + "/"), let bytes = try? FileReader.read(path, limit: Self.largestPicture)
    else { return nil }
    return try? PictureHeader.read(bytes)
  }
}
