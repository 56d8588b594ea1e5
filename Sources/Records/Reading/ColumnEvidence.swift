import Vietnamese

/// What all cells of a column together prove about its thousands and decimal marks.
enum ColumnEvidence {
  /// The convention that some cells prove and none contradicts; otherwise unknown.
  static func convention(of column: Int, text: FileText, separator: UInt8, from start: Int) -> NumberConvention {
    var scanner = CSVScanner(separator: separator, offset: start)
    var record = CSVRecord()
    var found = NumberConvention.unknown
    while scanner.next(in: text.bytes.span, into: &record) {
      guard record.fields.indices.contains(column), record.faults.isEmpty else { continue }
      let cell = CellTrim.trim(text.bytes.span, record.fields[column].range)
      guard let proof = NumberInput.evidence(bytes: text.bytes.span.extracting(cell)) else { continue }
      if found != .unknown, proof != found { return .unknown }
      found = proof
    }
    return found
  }
}
