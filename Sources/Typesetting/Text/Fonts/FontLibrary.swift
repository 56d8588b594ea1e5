public import Graphics

/// The faces of one family, by style, and those that may stand in for characters it lacks, in order. Nothing else is ever used.
public struct FamilyFaces: Sendable, Hashable {
  public var regular: FaceID
  public var bold: FaceID
  public var italic: FaceID
  public var boldItalic: FaceID
  public var fallbacks: [FaceID]

  public init(regular: FaceID, bold: FaceID, italic: FaceID, boldItalic: FaceID, fallbacks: [FaceID] = []) {
    self.regular = regular
    self.bold = bold
    self.italic = italic
    self.boldItalic = boldItalic
    self.fallbacks = fallbacks
  }
}

/// The faces a run sets text in: read once, checked, immutable, shared by all workers.
///
/// Throws `FontError` where a file is not a font, is cut off, lacks or breaks a table, or the family names a face that is not there.
public final class FontLibrary: Sendable {
  public let family: FamilyFaces
  /// By `FaceID.index`; nil where the catalogue has a face this family does not use.
  let faces: [Face?]
  let regular: Face

  public init(faces: [FaceData], family: FamilyFaces) throws(FontError) {
    self.family = family
    var loaded: [Face?] = []
    var wanted = Set(family.fallbacks)
    wanted.formUnion([family.regular, family.bold, family.italic, family.boldItalic])
    for data in faces where wanted.contains(data.id) && data.id.index >= 0 {
      while loaded.count <= data.id.index { loaded.append(nil) }
      loaded[data.id.index] = try Face(data)
    }
    self.faces = loaded
    for id in wanted.sorted() where !loaded.indices.contains(id.index) || loaded[id.index] == nil {
      throw FontError(file: "", problem: .unknownFace(id.index))
    }
    guard let regular = loaded[family.regular.index] else {
      throw FontError(file: "", problem: .unknownFace(family.regular.index))
    }
    self.regular = regular
  }

  /// The face of that style. (Every face of the family is there: `init` saw to it.)
  func face(bold: Bool, italic: Bool) -> Face {
    let id =
      switch (bold, italic) {
      case (false, false): family.regular
      case (true, false): family.bold
      case (false, true): family.italic
      case (true, true): family.boldItalic
      }
    return faces[id.index] ?? regular
  }

  /// Whether the family, without its fallbacks, has a glyph for that character in all four faces.
  public func covers(_ scalar: Unicode.Scalar) -> Bool {
    [family.regular, family.bold, family.italic, family.boldItalic].allSatisfy {
      faces[$0.index]?.coverage.contains(scalar) ?? false
    }
  }
}
