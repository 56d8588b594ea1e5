internal import Configuration
internal import Findings

/// The four faces every family must have, in the order of `FaceID`.
enum FaceKind: String, CaseIterable, Sendable {
  case regular = "thuong"
  case bold = "dam"
  case italic = "nghieng"
  case boldItalic = "dam_nghieng"

  /// As messages call it.
  var title: String {
    switch self {
    case .regular: "thường"
    case .bold: "đậm"
    case .italic: "nghiêng"
    case .boldItalic: "đậm nghiêng"
    }
  }
}

/// `fonts/catalogue.yaml` as values: where to look, and which files make a family. Its keys are described at its head.
struct FontCatalogue: Sendable {
  struct Place: Sendable {
    var name: String
    var folder: String
  }

  struct Face: Sendable {
    var fileNames: [String]
    /// SHA-256 sums of files known to be good; empty accepts any.
    var sums: [String]
  }

  struct Family: Sendable {
    var name: String
    /// Names of the places to look in; empty for all.
    var onlyIn: [String]
    var faces: [FaceKind: Face]
    /// Faces that stand in for characters the family lacks, in order; those whose files are nowhere are passed over.
    var fallbacks: [Face]
  }

  var places: [Place]
  var families: [Family]

  static func read(_ bytes: [UInt8], shown: String) -> (FontCatalogue?, [Finding]) {
    let file = Configuration.SourceFile(path: shown, text: String(decoding: bytes, as: UTF8.self))
    let (tree, findings) = YAMLTree.parse(file.source)
    guard let tree else { return (nil, findings) }
    let reader = CatalogueReader()
    let catalogue = reader.catalogue(tree)
    return (reader.reader.findings.contains { $0.severity == .error } ? nil : catalogue, reader.reader.findings)
  }
}

private struct CatalogueReader {
  let reader = YAMLReader()

  func catalogue(_ node: YAMLNode) -> FontCatalogue? {
    guard let fields = reader.fields(node, of: "danh mục phông chữ", known: ["phien_ban", "noi_tim", "ho_phong"]),
      let version = reader.required(fields, "phien_ban"), reader.integer(version, in: 1...1) != nil,
      let places = reader.required(fields, "noi_tim").flatMap(reader.list),
      let families = reader.required(fields, "ho_phong").flatMap(reader.list)
    else { return nil }
    return FontCatalogue(places: places.compactMap(place), families: families.compactMap(family))
  }

  private func place(_ node: YAMLNode) -> FontCatalogue.Place? {
    guard let fields = reader.fields(node, of: "noi_tim", known: ["ma", "thu_muc"]),
      let name = reader.required(fields, "ma").flatMap(reader.text),
      let folder = reader.required(fields, "thu_muc").flatMap(reader.text)
    else { return nil }
    return FontCatalogue.Place(name: name, folder: folder)
  }

  private func family(_ node: YAMLNode) -> FontCatalogue.Family? {
    let known = ["ten", "chi_tim_o", "giay_phep", "nguon", "tep", "du_phong"]
    guard let fields = reader.fields(node, of: "họ phông", known: known),
      let name = reader.required(fields, "ten").flatMap(reader.text),
      let files = reader.required(fields, "tep").flatMap({
        reader.fields($0, of: "tep", known: FaceKind.allCases.map(\.rawValue))
      })
    else { return nil }
    var faces: [FaceKind: FontCatalogue.Face] = [:]
    for kind in FaceKind.allCases { faces[kind] = reader.required(files, kind.rawValue).flatMap(face) }
    let only = fields["chi_tim_o"].flatMap(reader.list) ?? []
    let fallbacks = fields["du_phong"].flatMap(reader.list) ?? []
    return FontCatalogue.Family(
      name: name, onlyIn: only.compactMap(reader.text), faces: faces, fallbacks: fallbacks.compactMap(face))
  }

  private func face(_ node: YAMLNode) -> FontCatalogue.Face? {
    guard let fields = reader.fields(node, of: "tệp phông", known: ["ten", "sha256"]),
      let names = reader.required(fields, "ten").flatMap(reader.list)
    else { return nil }
    let sums = fields["sha256"].flatMap(reader.list) ?? []
    return FontCatalogue.Face(fileNames: names.compactMap(reader.text), sums: sums.compactMap(reader.text))
  }
}
