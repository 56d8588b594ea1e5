internal import Facts

/// What the figures of a report are, without their values: the part of the facts a template can show, as a tree. It stands once in a
/// store of figures, so that a report takes no more room than its values, and a store can be read by a program whose facts have grown.
indirect enum FigureShape: Sendable, Hashable {
  case leaf(Kind)
  case list(FigureShape)
  case record([Field])

  struct Field: Sendable, Hashable {
    var name: String
    /// Place in the record of facts; only known where the shape was made from the schema.
    var place: Int
    var shape: FigureShape
  }

  /// The letter a kind has in the text of a shape.
  enum Kind: UInt8, Sendable, CaseIterable {
    case integer = 0x6E  // n
    case decimal = 0x73  // s
    case money = 0x6D  // m
    case percent = 0x70  // p
    case text = 0x74  // t
    case date = 0x64  // d
    case period = 0x6B  // k
    case flag = 0x66  // f
  }

  static let deepest = 32

  init(_ type: RecordType, _ mask: FactMask) {
    self = .record(
      type.fields.indices.compactMap { place in
        mask[place].map { mask in
          Field(name: type.fields[place].name, place: place, shape: FigureShape(type.fields[place].type, mask))
        }
      })
  }

  private init(_ type: FactType, _ mask: FactMask) {
    self =
      switch type {
      case .integer: .leaf(.integer)
      case .decimal: .leaf(.decimal)
      case .money: .leaf(.money)
      case .percent: .leaf(.percent)
      case .text: .leaf(.text)
      case .date: .leaf(.date)
      case .period: .leaf(.period)
      case .flag: .leaf(.flag)
      case .list(let element): .list(FigureShape(element, .everything))
      case .record(let record): FigureShape(record, mask)
      }
  }
}

extension FigureShape {
  /// Ways to every leaf and list, rows left out: `mo_hinh.danh_sach`, `mo_hinh.danh_sach.ma`.
  var fields: Set<String> {
    switch self {
    case .leaf: return [""]
    case .list(let element): return element.fields.union([""])
    case .record(let fields):
      return Set(
        fields.flatMap { field in
          field.shape.fields.map { $0.isEmpty ? field.name : "\(field.name).\($0)" }
        })
    }
  }

  /// `{ky:k,mo_hinh:{danh_sach:[{ma:t,ten:t}]}}`.
  var text: String {
    switch self {
    case .leaf(let kind): String(UnicodeScalar(kind.rawValue))
    case .list(let element): "[\(element.text)]"
    case .record(let fields): "{\(fields.map { "\($0.name):\($0.shape.text)" }.joined(separator: ","))}"
    }
  }

  /// nil for anything but one whole shape.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = Reader(bytes: bytes)
    guard let shape = reader.shape(depth: 0), reader.bytes.isEmpty else { return nil }
    self = shape
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func shape(depth: Int) -> FigureShape? {
      guard depth < FigureShape.deepest, let first = bytes.popFirst() else { return nil }
      switch first {
      case UInt8(ascii: "["):
        guard let element = shape(depth: depth + 1), bytes.popFirst() == UInt8(ascii: "]") else { return nil }
        return .list(element)
      case UInt8(ascii: "{"): return record(depth: depth)
      default: return Kind(rawValue: first).map(FigureShape.leaf)
      }
    }

    private mutating func record(depth: Int) -> FigureShape? {
      var fields: [Field] = []
      if bytes.first == UInt8(ascii: "}") {
        bytes.removeFirst()
        return .record([])
      }
      while let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: bytes[..<colon], as: UTF8.self)
        bytes = bytes[(colon + 1)...]
        guard let shape = shape(depth: depth + 1) else { return nil }
        fields.append(Field(name: name, place: fields.count, shape: shape))
        switch bytes.popFirst() {
        case UInt8(ascii: ","): continue
        case UInt8(ascii: "}"): return .record(fields)
        default: return nil
        }
      }
      return nil
    }
  }
}
