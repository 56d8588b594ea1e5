/// The type of a fact. Templates are checked against it once, before any data is read.
public indirect enum FactType: Sendable {
  case integer
  case decimal
  case money
  case percent
  case text
  case date
  case period
  case flag
  case list(FactType)
  case record(RecordType)

  /// The name staff read in messages.
  public var name: String {
    switch self {
    case .integer: "số nguyên"
    case .decimal: "số thập phân"
    case .money: "số tiền"
    case .percent: "tỷ lệ"
    case .text: "chữ"
    case .date: "ngày"
    case .period: "kỳ"
    case .flag: "có/không"
    case .list(let element): "danh sách \(element.name)"
    case .record(let type): "nhóm \(type.name)"
    }
  }
}

/// The fields of a record, with what each means. Made once; shared by the schema, the facts and the manual.
public final class RecordType: Sendable {
  public struct Field: Sendable {
    /// Unaccented snake case, as templates write it.
    public let name: String
    public let type: FactType
    /// Whether the value may be missing.
    public let optional: Bool
    /// Whose spelling a text keeps.
    public let spelling: Spelling
    /// Meaning, for the manual and for messages.
    public let meaning: String

    public init(
      _ name: String, _ type: FactType, optional: Bool = false, spelling: Spelling = .house, _ meaning: String
    ) {
      self.name = name
      self.type = type
      self.optional = optional
      self.spelling = spelling
      self.meaning = meaning
    }
  }

  /// Whether the tone style an office prints (hòa, hoà) may be applied to a text.
  public enum Spelling: Sendable, Hashable {
    /// Names of organisations, of list values, of programmes: the words of the office.
    case house
    /// A personal name: never changed.
    case person
    /// A personal name in records whose other field has this value (`loai` is `cá nhân`), else the words of the office.
    case personWhere(field: String, is: String)
    /// Sentences and addresses, which may name persons anywhere: only syllables that begin small change, as no name does.
    case prose
    /// Paths and links.
    case asWritten
  }

  public let name: String
  public let fields: [Field]
  private let places: [String: Int]

  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    places = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Place of a field in `fields` and in `Record.values`.
  public func place(of field: String) -> Int? { places[field] }
}

/// Makes the values of the records of a long list when they are asked for: a list of a hundred thousand rows is mostly read once, and its
/// figures already stand in the data.
///
/// `Sendable` because subclasses hold nothing but constants.
open class RecordMaker: @unchecked Sendable {
  public init() {}

  /// The value of the field at `place` of record `row`.
  open func value(_ place: Int, of row: Int) -> Fact { .missing }
}

/// Values of the fields of one type, in its order.
public struct Record: Sendable, Hashable {
  public let type: RecordType
  private let storage: Storage

  private enum Storage: Sendable {
    case values([Fact])
    case made(RecordMaker, row: Int)
  }

  public var values: [Fact] {
    switch storage {
    case .values(let values): values
    case .made(let maker, let row): type.fields.indices.map { maker.value($0, of: row) }
    }
  }

  /// The value of the field at `place`; missing where there is none.
  public func value(at place: Int) -> Fact {
    guard type.fields.indices.contains(place) else { return .missing }
    switch storage {
    case .values(let values): return values[place]
    case .made(let maker, let row): return maker.value(place, of: row)
    }
  }

  /// Record `row` of a list, its values made when they are asked for.
  public init(_ type: RecordType, maker: RecordMaker, row: Int) {
    self.type = type
    storage = .made(maker, row: row)
  }

  /// Precondition: one value per field. The maker of a record names all fields; there are no defaults.
  public init(_ type: RecordType, _ values: [Fact]) {
    precondition(
      values.count == type.fields.count, "\(type.name): \(values.count) values for \(type.fields.count) fields")
    self.type = type
    storage = .values(values)
  }

  /// The fields somebody looks at, made now; the others stand as missing. Precondition: one closure per field, in the order of the type.
  public init(_ type: RecordType, uses: FactMask, _ makers: [() -> Fact]) {
    self.init(type, makers.enumerated().map { place, make in uses[place] == nil ? .missing : make() })
  }

  public subscript(_ field: String) -> Fact? {
    type.place(of: field).map(value(at:))
  }

  /// Follows a path of field names, and numbers from 0 inside lists: `xep_loai.muc.0.so_luong`.
  public func at(_ path: String) -> Fact? {
    var fact = Fact.record(self)
    for part in path.split(separator: ".") {
      switch fact {
      case .record(let record):
        guard let next = record[String(part)] else { return nil }
        fact = next
      case .list(let list):
        guard let index = Int(part), list.indices.contains(index) else { return nil }
        fact = list[index]
      default: return nil
      }
    }
    return fact
  }

  public static func == (left: Record, right: Record) -> Bool {
    left.type.name == right.type.name && left.values == right.values
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(type.name)
    hasher.combine(values)
  }
}
