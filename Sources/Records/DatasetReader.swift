public import Findings

/// Reads the data files of a workspace: bytes to typed rows, with everything that is wrong with them.
///
/// A row with an error is left out and reported; it never stops the others. Nothing is guessed.
public struct DatasetReader: Sendable {
  public let options: DatasetOptions

  public init(_ options: DatasetOptions = DatasetOptions()) {
    self.options = options
  }

  /// Reads and checks `files`; the order of the files does not matter.
  public func read(files: [SourceFile]) -> (dataset: Dataset, findings: FindingList) {
    var findings = FindingList(limit: options.findingLimit)
    let chosen = choose(files, &findings)
    var tables = Dataset.Tables()
    tables.organisations = read(chosen, &findings)
    tables.memberCounts = read(chosen, &findings)
    tables.campaigns = read(chosen, &findings)
    tables.models = read(chosen, &findings)
    tables.ratings = read(chosen, &findings)
    tables.guidance = read(chosen, &findings)
    tables.socialWorks = read(chosen, &findings)
    tables.rewards = read(chosen, &findings)
    tables.photos = read(chosen, &findings)
    tables.articles = read(chosen, &findings)
    tables.visits = read(chosen, &findings)
    tables.submissions = read(chosen, &findings)
    var dataset = Dataset(tables: tables, options: options)
    RuleBook.check(&dataset, into: &findings)
    return (dataset, findings)
  }

  private func read<Row: TableRow>(_ files: [TableName: SourceFile], _ findings: inout FindingList) -> Table<Row> {
    guard let file = files[Row.schema.name] else {
      reportAbsent(Row.schema, files, &findings)
      return Table()
    }
    guard let text = FileDecoder(options).decode(file, Row.schema, &findings) else { return Table() }
    var reader = TableReader<Row>(fileName: file.name, text: text, options: options)
    let table = reader.read()
    findings.append(contentsOf: reader.findings)
    return table
  }
}
