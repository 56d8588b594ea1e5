import Findings

/// Columns whose cells hold text of an old encoding inside a file of another.
enum ColumnRepair {
  static func apply(
    to text: inout FileText, _ form: TableForm, _ header: TableHeader, _ match: HeaderMatch,
    _ options: DatasetOptions, _ schema: TableSchema, _ fileName: String
  ) -> FindingList {
    FindingList(limit: options.findingLimit)
  }
}
