import Vietnamese

/// What all cells of a column together prove about its thousands and decimal marks.
enum ColumnEvidence {
  /// The convention that some cells prove and none contradicts; otherwise unknown.
  static func convention(of column: Int, text: FileText, separator: UInt8, from start: Int) -> NumberConvention {
    var reader = RecordReader(text, separator: separator, start: start, line: 1)
    var record = CSVRecord()
    var found = NumberConvention.unknown
    while reader.next(into: &record) {
      guard record.fields.indices.contains(column), record.faults.isEmpty else { continue }
      let bytes = reader.text.bytes.span
      let cell = CellTrim.trim(bytes, record.fields[column].range)
      guard let proof = NumberInput.evidence(bytes: bytes.extracting(cell)) else { continue }
      if found != .unknown, proof != found { return .unknown }
      found = proof
    }
    return found
  }
}
