import CCairo
public import Graphics

/// The faces of one worker, ready to draw.
///
/// A face is prepared when the first page uses it and then kept for every later document, so an unused face costs nothing. A pool belongs to one
/// worker: it is not `Sendable`, and two workers with pools of their own never wait for each other and write the same bytes.
public final class FacePool {
  private let places: [FaceID: Int]
  private var faces: [Face]

  /// Remembers the files; opens none of them.
  public init(_ data: [FaceData]) {
    faces = data.map(Face.waiting)
    places = Dictionary(data.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Prepares a face now, so that a broken file is known before the first page. Throws `unknownFace` or `brokenFont`.
  public func prepare(_ id: FaceID) throws(PDFError) {
    _ = try face(id)
  }

  private enum Face {
    case waiting(FaceData)
    case ready(PreparedFace)
    /// Kept, so that a broken file fails the same way for every document.
    case broken(PDFError)
  }

  func face(_ id: FaceID) throws(PDFError) -> PreparedFace {
    guard let place = places[id] else { throw .unknownFace(id) }
    switch faces[place] {
    case .ready(let face): return face
    case .broken(let error): throw error
    case .waiting(let data): return try open(data, at: place)
    }
  }

  private func open(_ data: FaceData, at place: Int) throws(PDFError) -> PreparedFace {
    do throws(PDFError) {
      let face = try PreparedFace(data)
      faces[place] = .ready(face)
      return face
    } catch {
      faces[place] = .broken(error)
      throw error
    }
  }
}
