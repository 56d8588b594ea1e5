public import Graphics

/// The faces of one worker, ready to draw.
///
/// A face is prepared when the first page uses it and then kept for every later document, so an unused face costs nothing; glyphs that few
/// reports show wait for the first page that shows one (`Repertoire`). A pool belongs to one worker: it is not `Sendable`, and two workers
/// with pools of their own never wait for each other and write the same bytes.
public final class FacePool {
  private let data: [FaceData]
  /// Of `data`, and parallel to it: so few that looking through them is cheaper than hashing.
  private let ids: [FaceID]
  /// A row for each `Repertoire`, parallel to `data`.
  private var faces: [[Face]]

  /// Remembers the files; opens none of them.
  public init(_ data: [FaceData]) {
    self.data = data
    faces = Repertoire.allCases.map { _ in data.map { _ in Face.waiting } }
    ids = data.map { $0.id }
  }

  /// Prepares a face now, so that a broken file is known before the first page. Throws `unknownFace` or `brokenFont`.
  public func prepare(_ id: FaceID) throws(PDFError) {
    _ = try face(id, .usual)
  }

  private enum Face {
    case waiting
    case ready(PreparedFace)
    /// Kept, so that a broken file fails the same way for every document.
    case broken(PDFError)
  }

  func face(_ id: FaceID, _ repertoire: Repertoire) throws(PDFError) -> PreparedFace {
    guard let place = ids.firstIndex(of: id) else { throw .unknownFace(id) }
    switch faces[repertoire.rawValue][place] {
    case .ready(let face): return face
    case .broken(let error): throw error
    case .waiting: return try open(place, repertoire)
    }
  }

  private func open(_ place: Int, _ repertoire: Repertoire) throws(PDFError) -> PreparedFace {
    do throws(PDFError) {
      let face = try PreparedFace(data[place], repertoire)
      faces[repertoire.rawValue][place] = .ready(face)
      return face
    } catch {
      faces[repertoire.rawValue][place] = .broken(error)
      throw error
    }
  }
}
