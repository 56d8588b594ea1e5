import Vietnamese

/// Cells that stay text: texts, codes, list values, paths.
extension CellReader {
  /// A text, NFC, without the spaces around it; empty when the cell is.
  mutating func text(_ column: some TableColumn) -> String {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return ""
    }
    return remembered(slice, column)
  }

  /// A text that reports print and no rule looks at; empty where rows leave their prose in the file.
  mutating func prose(_ column: some TableColumn) -> String {
    guard leavesProse || isReadAgain else { return text(column) }
    let place = column.rawValue
    guard let slice = slice(place) else {
      requireIfNeeded(place)
      return ""
    }
    // Prose hardly repeats, and what was read before was looked at then.
    if isReadAgain { return string(slice) }
    if withBytes(slice, ByteLanes.mayHoldControl) {
      _ = remembered(slice, place)
    }
    return ""
  }

  private mutating func remembered(_ slice: Slice, _ column: Int) -> String {
    let (known, hash) =
      slice.isRewritten
      ? texts[column].find(scratch, slice.range)
      : texts[column].find(text.bytes, slice.range)
    if let known { return known }
    let value = string(slice)
    if !isReadAgain, let control = Self.control(in: value) { reportControl(column, control) }
    if let hash {
      if slice.isRewritten {
        texts[column].store(scratch, slice.range, hash: hash, value)
      } else {
        texts[column].store(text.bytes, slice.range, hash: hash, value)
      }
    }
    return value
  }

  /// The first character that does not print and steers a terminal or the direction of reading. Line breaks inside a cell are no such.
  private static func control(in text: String) -> Unicode.Scalar? {
    guard ByteLanes.mayHoldControl(text.utf8Span.span) else { return nil }
    return text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// A code; nil when the cell is empty or has characters that codes may not have.
  mutating func code(_ column: some TableColumn) -> String? {
    let column = column.rawValue
    guard var slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    // The apostrophe is how a spreadsheet marks `'02` as text.
    if withBytes(slice, { $0[0] == 0x27 && $0.count > 1 }) {
      slice.range = slice.range.lowerBound + 1..<slice.range.upperBound
    }
    // The code of the row itself never comes again.
    if withBytes(slice, Self.isPlainCode) { return column == onlyKey ? string(slice) : remembered(slice, column) }
    let code = string(slice)
    guard Self.isCode(code) else {
      reportBadCode(column, slice)
      return nil
    }
    // References must meet whatever the tone style each file was typed in: ĐỦY, ĐUỶ.
    return ToneStyle.convert(code, to: .old)
  }

  private static func isPlainCode(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: continue
      default: return false
      }
    }
    return true
  }

  /// Vietnamese letters are letters, too.
  private static func isCode(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || "-._/".unicodeScalars.contains(scalar)
    }
  }

  /// A value of a known list; nil when the cell is empty or names none.
  mutating func list<Value: ListValue>(_ column: some TableColumn, _: Value.Type) -> Value? {
    let column = column.rawValue
    guard let slice = slice(column) else {
      requireIfNeeded(column)
      return nil
    }
    let (known, hash) =
      slice.isRewritten
      ? lists[column].find(scratch, slice.range)
      : lists[column].find(text.bytes, slice.range)
    if let known { return accept(known, slice, column) }
    let found: ListMatch
    if let value = withBytes(slice, Self.canonical(Value.self)) {
      found = ListMatch(value: value.rawValue, isOld: false)
    } else {
      let table = spellingTable(column, Value.self)
      guard let match = table.find(string(slice)) else {
        reportUnknown(column, slice) { table.suggestion(for: $0) }
        return nil
      }
      found = ListMatch(value: match.value.rawValue, isOld: match.isOld)
    }
    if let hash, !slice.isRewritten {
      lists[column].store(text.bytes, slice.range, hash: hash, found)
    }
    return accept(found, slice, column)
  }

  /// The value whose name the bytes are, letter by letter: other spellings take a table to find.
  private static func canonical<Value: ListValue>(_: Value.Type) -> (Span<UInt8>) -> Value? {
    { bytes in
      Value.allCases.first { value in
        let name = value.name.utf8
        guard name.count == bytes.count else { return false }
        var index = 0
        for byte in name {
          if byte != bytes[index] { return false }
          index += 1
        }
        return true
      }
    }
  }

  private mutating func spellingTable<Value: ListValue>(_ column: Int, _: Value.Type) -> SpellingTable<Value> {
    if let known = spellings[column] as? SpellingTable<Value> { return known }
    let table = SpellingTable<Value>()
    spellings[column] = table
    return table
  }

  private mutating func accept<Value: ListValue>(_ match: ListMatch, _ slice: Slice, _ column: Int) -> Value? {
    let value = Value(rawValue: match.value)
    if match.isOld, let value { reportOldName(column, slice, value.name) }
    return value
  }

  /// A text of a list that offices may extend; a value beyond the list is only noted.
  mutating func openList(_ column: some TableColumn) -> String {
    let value = text(column)
    guard !value.isEmpty, case .openList(let names) = columns[column.rawValue].kind else { return value }
    if names.contains(value) { return value }
    let key = HeaderKey.fold(value)
    if let name = names.first(where: { HeaderKey.fold($0) == key }) { return name }
    reportNewValue(column.rawValue, value, names)
    return value
  }

  /// A relative path inside the workspace.
  mutating func path(_ column: some TableColumn) -> String {
    let value = text(column)
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !value.hasPrefix("/") && !value.contains("\\") && !value.contains(":") && !parts.contains("..")
    if !value.isEmpty, !isInside { reportBadPath(column.rawValue, value) }
    return value
  }
}
