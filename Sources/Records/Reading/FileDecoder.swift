import Findings

/// Finds out how the bytes of a file are to be read as text.
struct FileDecoder {
  let options: DatasetOptions

  init(_ options: DatasetOptions) {
    self.options = options
  }

  /// Nil when the file cannot be read as text; the reason is then in `findings`.
  func decode(_ file: SourceFile, _ schema: TableSchema, _ findings: inout FindingList) -> FileText? {
    let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return FileText(bytes: file.bytes, start: hasMark ? 3 : 0)
  }
}
