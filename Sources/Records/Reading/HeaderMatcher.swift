import Findings
import Vietnamese

/// Which columns of a file are which columns of the schema.
struct HeaderMatch {
  /// For each schema column its column in the file, from 0; -1 when absent.
  var columns: [Int]
  /// For each schema column the unit its header names in brackets; đồng when none.
  var units: [MoneyUnit]
  /// Columns of the file that mean nothing to us, with their headers.
  var unknown: [(column: Int, header: String)] = []
  /// Columns of the file that mean the same as one before them: file column and schema column.
  var repeated: [(column: Int, schema: Int)] = []

  /// How many schema columns were found.
  var found: Int { columns.count { $0 >= 0 } }
}

/// Matches headers by meaning: accents, capitals, spaces, punctuation and a unit in brackets do not count.
struct HeaderMatcher {
  private let schema: TableSchema
  private let names: [String]
  private let keys: Keys

  /// The keys of all names, made when a header is not the plain name of a column.
  private final class Keys {
    let mapping: [String: String]
    lazy var all: [String: Int] = make()
    private let schema: TableSchema

    init(_ schema: TableSchema, _ mapping: [String: String]) { (self.schema, self.mapping) = (schema, mapping) }

    private func make() -> [String: Int] {
      var keys: [String: Int] = [:]
      for (index, column) in schema.columns.enumerated().reversed() {
        for alias in column.aliases + [column.meaning.vietnamese] { keys[HeaderKey.fold(alias)] = index }
      }
      for (index, column) in schema.columns.enumerated() { keys[HeaderKey.fold(column.name)] = index }
      for (foreign, name) in mapping {
        guard let index = schema.columns.firstIndex(where: { HeaderKey.fold($0.name) == HeaderKey.fold(name) }) else {
          continue
        }
        keys[HeaderKey.fold(foreign)] = index
      }
      return keys
    }
  }

  /// Number columns of tables; never data of ours.
  private static let counters: Set<String> = ["stt", "tt", "sothutu", "sott", "no", "sothutudong"]

  /// - Parameter mapping: foreign header -> canonical name, from `baocao.yaml`.
  init(_ schema: TableSchema, mapping: [String: String] = [:]) {
    self.schema = schema
    names = schema.columns.map(\.name)
    keys = Keys(schema, mapping)
  }

  /// The schema column a header names.
  func column(_ header: String) -> Int? {
    // A mapping may give the name of a column another meaning.
    if keys.mapping.isEmpty, let index = names.firstIndex(of: header) { return index }
    let keys = keys.all
    if let index = keys[HeaderKey.fold(header)] { return index }
    if let index = HeaderKey.splitUnit(header).flatMap({ keys[HeaderKey.fold($0.name)] }) { return index }
    guard header.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    // A header in an old font above a column in an old font: `M· tæ chøc`.
    for encoding in [TextEncoding.tcvn3InUTF8, .vniInUTF8] {
      if let repaired = Mojibake.repair(header, as: encoding), let index = keys[HeaderKey.fold(repaired)] {
        return index
      }
    }
    return nil
  }

  func match(_ headers: [String]) -> HeaderMatch {
    var result = HeaderMatch(
      columns: Array(repeating: -1, count: schema.columns.count),
      units: Array(repeating: .dong, count: schema.columns.count))
    for (place, header) in headers.enumerated() {
      guard let index = column(header) else {
        let key = HeaderKey.fold(header)
        if !key.isEmpty, !Self.counters.contains(key) { result.unknown.append((place, header)) }
        continue
      }
      if result.columns[index] >= 0 {
        result.repeated.append((place, index))
      } else {
        result.columns[index] = place
        result.units[index] = Self.unit(header)
      }
    }
    return result
  }

  /// How many schema columns `headers` names, each counted once.
  func score(_ headers: [String]) -> Int { Set(headers.compactMap(column)).count }

  /// `triệu đồng` in `Số tiền (triệu đồng)` or `ĐVT: triệu đồng`.
  private static func unit(_ header: String) -> MoneyUnit {
    guard let text = HeaderKey.splitUnit(header)?.unit else { return .dong }
    let key = HeaderKey.fold(text)
    return MoneyUnit.allCases.reversed().first { unit in
      let name = HeaderKey.fold(unit.name)
      return key.hasSuffix(name) || (unit != .dong && key.hasSuffix(String(name.dropLast(4))))
    } ?? .dong
  }

  /// The foreign headers of `mapping` whose target is no column.
  static func wrongTargets(_ schema: TableSchema, _ mapping: [String: String]) -> [(foreign: String, name: String)] {
    let names = Set(schema.columns.map { HeaderKey.fold($0.name) })
    return mapping.filter { !names.contains(HeaderKey.fold($0.value)) }
      .map { (foreign: $0.key, name: $0.value) }.sorted { $0.foreign < $1.foreign }
  }
}
