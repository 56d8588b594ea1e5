internal import Findings
internal import Graphics

/// Pictures of a workspace by path. A path of the data never leaves the workspace, also not through a link.
struct PictureShelf: Sendable {
  private let folder: String
  private static let largestPicture = 64 << 20

  /// Why a path gives no picture.
  enum Failure: Error {
    /// The path, or the link it is, leads out of the workspace.
    case outside
    case unreadable(FileError)
    case unusable(PictureError)
  }

  init(_ folder: String) {
    self.folder = folder
  }

  /// The picture of that path; nil when it is missing or unusable, which is the template's to report, at the place that asks for it.
  func picture(_ name: String) -> Picture? { try? load(name) }

  /// The picture of that path.
  func load(_ name: String) throws(Failure) -> Picture {
    guard Paths.staysInside(name) else { throw .outside }
    let path = Paths.join(folder, name)
    guard let root = Paths.real(folder), let real = Paths.real(path) else {
      throw .unreadable(FileError(.missing, path: path))
    }
    guard real.hasPrefix(root + "/") else { throw .outside }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileReader.read(real, limit: Self.largestPicture) } catch {
      throw .unreadable(error)
    }
    do throws(PictureError) { return try PictureHeader.read(bytes) } catch { throw .unusable(error) }
  }
}
