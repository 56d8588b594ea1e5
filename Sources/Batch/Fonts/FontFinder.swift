internal import Findings
public import Graphics

/// The faces of one family, read from their files: what layout shapes with and drawing embeds.
public struct FontFamily: Sendable {
  public var name: String
  /// Regular, bold, italic, bold italic: `FaceID` 0…3; behind them the faces that stand in for characters these lack.
  public var faces: [FaceData]
  /// SHA-256 of each file, parallel to `faces`.
  var sums: [String]
}

/// Looks families up in the catalogue and reads their files. Only named files in named folders; the system is never asked.
struct FontFinder {
  let catalogue: FontCatalogue
  /// Folders that stand for `{ho_so}` and `{chuong_trinh}`.
  let workspace: String
  let program: String

  private static let largestFont = 64 << 20

  /// The names in each folder that was looked into, by themselves in lower case: Windows does not tell upper and lower case apart, so neither does
  /// the catalogue.
  private var folders: [String: [String: String]] = [:]

  init(catalogue: FontCatalogue, workspace: String, program: String) {
    self.catalogue = catalogue
    self.workspace = workspace
    self.program = program
  }

  /// The first family of `wanted` that is complete; nil with a finding that says what was looked for and where.
  mutating func find(_ wanted: [String], format: String) -> (FontFamily?, [Finding]) {
    var findings: [Finding] = []
    for name in wanted {
      guard let family = catalogue.families.first(where: { $0.name == name }), let paths = paths(of: family) else {
        continue
      }
      var (found, problems) = read(family, paths)
      findings += problems
      if found != nil { findings += addFallbacks(of: family, to: &found) }
      if let found { return (found, findings) }
    }
    findings.append(missing(wanted, format))
    return (nil, findings)
  }

  private mutating func paths(of family: FontCatalogue.Family) -> [FaceKind: String]? {
    var paths: [FaceKind: String] = [:]
    for kind in FaceKind.allCases {
      guard let face = family.faces[kind], let path = path(of: face, in: family) else { return nil }
      paths[kind] = path
    }
    return paths
  }

  /// `family` says where to look; nil: in all places.
  private mutating func path(of face: FontCatalogue.Face, in family: FontCatalogue.Family?) -> String? {
    let only = family?.onlyIn ?? []
    for place in catalogue.places where only.isEmpty || only.contains(place.name) {
      let folder = expand(place.folder)
      let names = names(in: folder)
      if let name = face.fileNames.lazy.compactMap({ names[$0.lowercased()] }).first { return Paths.join(folder, name) }
    }
    return nil
  }

  private mutating func names(in folder: String) -> [String: String] {
    if let known = folders[folder] { return known }
    let names = (try? FileReader.names(in: folder)) ?? []
    let byName = Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    folders[folder] = byName
    return byName
  }

  private func expand(_ folder: String) -> String {
    for (mark, path) in [("{ho_so}", workspace), ("{chuong_trinh}", program)] where folder.hasPrefix(mark) {
      return path + folder.dropFirst(mark.count)
    }
    return folder
  }

  private func read(_ family: FontCatalogue.Family, _ paths: [FaceKind: String]) -> (FontFamily?, [Finding]) {
    var faces: [FaceData] = []
    var sums: [String] = []
    var findings: [Finding] = []
    for (index, kind) in FaceKind.allCases.enumerated() {
      guard let path = paths[kind] else { return (nil, findings) }
      do throws(FileError) {
        let bytes = try FileReader.read(path, limit: Self.largestFont)
        let sum = Digest.sha256(bytes)
        if let known = family.faces[kind]?.sums, !known.isEmpty, !known.contains(sum) {
          findings.append(unknownSum(path))
        }
        sums.append(sum)
        faces.append(FaceData(id: FaceID(index), name: "\(family.name) \(kind.title)", file: path, bytes: bytes))
      } catch {
        findings.append(error.finding())
        return (nil, findings)
      }
    }
    return (FontFamily(name: family.name, faces: faces, sums: sums), findings)
  }

  /// A face that is not installed is passed over: what it would have set is then reported as missing, and nothing looks different.
  private mutating func addFallbacks(of family: FontCatalogue.Family, to found: inout FontFamily?) -> [Finding] {
    var findings: [Finding] = []
    for face in family.fallbacks {
      guard let path = path(of: face, in: nil), let count = found?.faces.count else { continue }
      do throws(FileError) {
        let bytes = try FileReader.read(path, limit: Self.largestFont)
        if !face.sums.isEmpty, !face.sums.contains(Digest.sha256(bytes)) { findings.append(unknownSum(path)) }
        found?.faces.append(
          FaceData(id: FaceID(count), name: "\(Paths.stem(of: path)) (dự phòng)", file: path, bytes: bytes))
      } catch {
        findings.append(error.finding())
      }
    }
    return findings
  }

  private func unknownSum(_ path: String) -> Finding {
    Finding(
      code: "phong-la", severity: .warning, at: Location(file: path),
      Message(
        vi: "tệp phông chữ này không có trong danh mục đã kiểm tra; chữ in ra có thể khác máy khác",
        en: "this font file is not one the catalogue knows; pages may differ from other machines"),
      hint: Message(
        vi: "dùng bản nêu trong fonts/catalogue.yaml, hoặc thêm sha256 của tệp vào đó",
        en: "use the build named in fonts/catalogue.yaml, or add the file's sha256 there"))
  }

  private func missing(_ wanted: [String], _ format: String) -> Finding {
    let families = wanted.joined(separator: ", ")
    let folders = catalogue.places.map { expand($0.folder) }.joined(separator: ", ")
    return Finding(
      code: "thieu-phong", severity: .error, at: Location(file: format),
      Message(
        vi: "không tìm thấy đủ bốn kiểu chữ của phông \(families)", en: "no complete font family among \(families)"),
      hint: Message(
        vi: "cài gói fonts-liberation2 hoặc chép tệp phông vào thư mục fonts của hồ sơ; đã tìm ở: \(folders)",
        en: "install fonts-liberation2 or put the files into the workspace's fonts folder; looked in: \(folders)"))
  }
}
