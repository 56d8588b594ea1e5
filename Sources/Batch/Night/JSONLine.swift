internal import Findings

/// One flat JSON object per line (RFC 8259): strings and whole numbers, fields in a fixed order. Reading is strict: what is torn or
/// damaged is no line.
struct JSONLine: Equatable {
  enum Value: Equatable {
    case text(String)
    case number(Int)
  }

  private(set) var fields: [(name: String, value: Value)] = []

  static func == (left: JSONLine, right: JSONLine) -> Bool {
    left.fields.count == right.fields.count
      && zip(left.fields, right.fields).allSatisfy { $0.name == $1.name && $0.value == $1.value }
  }

  subscript(text name: String) -> String? {
    if case .text(let text)? = value(name) { return text }
    return nil
  }

  subscript(number name: String) -> Int? {
    if case .number(let number)? = value(name) { return number }
    return nil
  }

  private func value(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  mutating func set(_ name: String, _ text: String) { fields.append((name, .text(text))) }
  mutating func set(_ name: String, _ number: Int) { fields.append((name, .number(number))) }

  /// The line with its end.
  var text: String {
    let parts = fields.map { field in
      switch field.value {
      case .text(let text): "\(FindingJSON.quote(field.name)):\(FindingJSON.quote(text))"
      case .number(let number): "\(FindingJSON.quote(field.name)):\(number)"
      }
    }
    return "{\(parts.joined(separator: ","))}\n"
  }
}

extension JSONLine {
  /// nil for anything but one whole flat object.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = Reader(bytes: bytes, place: bytes.startIndex)
    guard let fields = reader.object() else { return nil }
    self.fields = fields
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var place: Int

    mutating func object() -> [(name: String, value: Value)]? {
      var fields: [(name: String, value: Value)] = []
      guard take("{") else { return nil }
      if take("}") { return place == bytes.endIndex ? fields : nil }
      repeat {
        guard let name = string(), take(":"), let value = value() else { return nil }
        fields.append((name, value))
      } while take(",")
      return take("}") && place == bytes.endIndex ? fields : nil
    }

    private mutating func value() -> Value? {
      if place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") { return string().map(Value.text) }
      let start = place
      while place < bytes.endIndex, bytes[place] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[place]) {
        place += 1
      }
      return Int(String(decoding: bytes[start..<place], as: UTF8.self)).map(Value.number)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.endIndex, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      // Hardly any text has an escape.
      let start = place
      while place < bytes.endIndex, bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\\") {
        if bytes[place] == UInt8(ascii: "\"") {
          defer { place += 1 }
          return String(validating: bytes[start..<place], as: UTF8.self)
        }
        place += 1
      }
      var content = Array(bytes[start..<place])
      while place < bytes.endIndex {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let escaped = escape() else { return nil }
          content += escaped
        case 0..<0x20: return nil
        default: content.append(byte)
        }
      }
      return nil
    }

    private mutating func escape() -> [UInt8]? {
      guard place < bytes.endIndex else { return nil }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "n"): return [0x0A]
      case UInt8(ascii: "r"): return [0x0D]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
      case UInt8(ascii: "u"):
        guard bytes.endIndex - place >= 4,
          let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        place += 4
        return Array(String(Character(scalar)).utf8)
      default: return nil
      }
    }
  }
}
