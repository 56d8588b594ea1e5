import Findings
import Records

/// A data file written in a test, with marks (① ② ③) before the cells that findings must point at.
struct MarkedFile {
  let file: SourceFile
  /// Where each mark stood, worked out here and not by the reader under test.
  let marks: [Character: Place]

  struct Place: Equatable {
    var row: Int
    var column: Int
    var byteOffset: Int
    var line: String
    /// Grapheme clusters before the cell in its line.
    var start: Int
  }

  private static let signs: Set<Character> = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"]

  init(_ table: String, _ text: String, separator: Character = ",") {
    var bytes: [UInt8] = []
    var marks: [Character: Place] = [:]
    var (row, column, inQuotes) = (1, 1, false)
    var lineStart = 0
    for character in text {
      if Self.signs.contains(character) {
        let before = String(decoding: bytes[lineStart...], as: UTF8.self)
        marks[character] = Place(row: row, column: column, byteOffset: bytes.count, line: before, start: before.count)
        continue
      }
      bytes.append(contentsOf: String(character).utf8)
      if character == "\"" { inQuotes.toggle() }
      if character == separator, !inQuotes { column += 1 }
      if character.isNewline {
        (row, lineStart) = (row + 1, bytes.count)
        if !inQuotes { column = 1 }
      }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    for (sign, place) in marks { marks[sign]?.line = String(lines[place.row - 1]) }
    file = SourceFile(name: "data/\(table).csv", bytes: bytes)
    self.marks = marks
  }
}

extension Finding {
  /// The part of the source line the caret is under.
  var marked: String? {
    guard let excerpt else { return nil }
    return String(excerpt.line.dropFirst(excerpt.start).prefix(excerpt.length))
  }
}

/// What a test file lacks that other tables need, so that only the finding under test appears.
struct Workspace {
  var options = DatasetOptions()
  var files: [MarkedFile]

  init(_ files: MarkedFile...) {
    self.files = files
    options.requiredTables = []
  }

  func read() -> (dataset: Dataset, findings: [Finding]) {
    let result = DatasetReader(options).read(files: files.map(\.file))
    return (result.dataset, result.findings.sorted.filter { $0.code != "tep-khong-co" })
  }

  /// The codes found, sorted by place.
  func codes() -> [String] { read().findings.map(\.code) }
}

/// The organisations most tests speak of.
let organisations = """
  ma_to_chuc,ten,loai,ma_cap_tren
  DUK,Đảng ủy Khối,cấp ủy cấp trên,
  SNV,Đảng bộ Sở Nội vụ,đảng bộ cơ sở,DUK
  BAOHY,Chi bộ Báo Hưng Yên,chi bộ cơ sở,DUK

  """
