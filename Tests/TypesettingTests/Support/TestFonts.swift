import Foundation
import Graphics

@testable import Typesetting

/// Liberation Serif 2 as Debian's fonts-liberation2 installs it: the metric twin of Times New Roman that domain.md's widths were measured with.
enum TestFonts {
  static let folder = "/usr/share/fonts/truetype/liberation2"

  static let serif: [FaceData] = ["Regular", "Bold", "Italic", "BoldItalic"].enumerated().map { index, style in
    let file = "\(folder)/LiberationSerif-\(style).ttf"
    let bytes = FileManager.default.contents(atPath: file).map { [UInt8]($0) } ?? []
    return FaceData(id: FaceID(index), name: "LiberationSerif-\(style)", file: file, bytes: bytes)
  }

  static let family = FamilyFaces(regular: FaceID(0), bold: FaceID(1), italic: FaceID(2), boldItalic: FaceID(3))

  static func library() throws -> FontLibrary { try FontLibrary(faces: serif, family: family) }
}
