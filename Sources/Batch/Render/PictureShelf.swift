internal import Findings
internal import Graphics

/// Pictures of a workspace by path. A path of the data never leaves the workspace, also not through a link.
struct PictureShelf: Sendable {
  private let folder: String
  private let limits: PictureLimits

  /// Why a path gives no picture.
  enum Failure: Error {
    /// The path, or the link it is, leads out of the workspace.
    case outside
    case unreadable(FileError)
    case unusable(PictureError)
  }

  init(_ folder: String, _ limits: PictureLimits = .standard) {
    self.folder = folder
    self.limits = limits
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
    do throws(FileError) { bytes = try FileReader.read(real, limit: limits.bytes) } catch { throw .unreadable(error) }
    do throws(PictureError) { return try PictureHeader.read(bytes, limits: limits) } catch { throw .unusable(error) }
  }

  /// Why the file of that path is no picture to print; nil when there is no such file, or nothing is wrong with it.
  func fault(_ name: String) -> Message? {
    do throws(Failure) {
      _ = try load(name)
      return nil
    } catch {
      switch error {
      case .unusable(let error): return Message(vi: error.vietnamese, en: error.english)
      case .unreadable(let error) where error.kind != .missing: return error.finding(shown: name).message
      case .unreadable, .outside: return nil
      }
    }
  }
}
