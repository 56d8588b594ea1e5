internal import Documents
internal import Findings
internal import Graphics
internal import Templates
internal import Typesetting

/// What every report of a run shares and no report changes: the page rules of a format and the faces they are printed in.
struct Stationery: Sendable {
  let format: Format
  let faces: [FaceData]
  /// SHA-256 of each face's file.
  let sums: [String]
  let fonts: FontLibrary

  /// Reads a format and finds its fonts; nil with findings that say why not.
  static func prepare(_ name: String, _ shelf: Shelf) -> (Stationery?, [Finding]) {
    let reader = FormatReader(names: shelf.formatNames) { shelf.format($0) }
    var (format, findings) = reader.read(name)
    guard let format else { return (nil, findings) }
    let (family, problems) = family(format, shelf)
    findings += problems
    guard let family else { return (nil, findings) }
    do throws(FontError) {
      let ids = family.faces.map(\.id)
      let faces = FamilyFaces(
        regular: ids[0], bold: ids[1], italic: ids[2], boldItalic: ids[3], fallbacks: Array(ids.dropFirst(4)))
      let fonts = try FontLibrary(faces: family.faces, family: faces)
      return (Stationery(format: format, faces: family.faces, sums: family.sums, fonts: fonts), findings)
    } catch {
      return (nil, findings + [broken(error)])
    }
  }

  private static func family(_ format: Format, _ shelf: Shelf) -> (FontFamily?, [Finding]) {
    let path = shelf.fontCatalogue
    do throws(FileError) {
      let bytes = try FileReader.read(path, limit: 1 << 20)
      let (catalogue, findings) = FontCatalogue.read(bytes, shown: path)
      guard let catalogue else { return (nil, findings) }
      var finder = FontFinder(catalogue: catalogue, workspace: shelf.workspace, program: shelf.resources.home)
      let (family, problems) = finder.find(format.families, format: path)
      return (family, findings + problems)
    } catch {
      return (nil, [error.finding()])
    }
  }

  private static func broken(_ error: FontError) -> Finding {
    Finding(
      code: "phong-hong", severity: .error, at: Location(file: error.file), error.message,
      hint: Message(
        vi: "chép lại tệp phông từ nguồn nêu trong fonts/catalogue.yaml",
        en: "copy the font again from the source named in fonts/catalogue.yaml"))
  }
}
