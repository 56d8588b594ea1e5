/// The words of the template language, for the manual's check and for editors' completion.
public enum TemplateWords {
  /// Tags, keys of the front matter and of the blocks.
  public static var all: [String] {
    Command.names.filter { !["if", "elsif", "else", "endif", "for", "endfor"].contains($0) }
      + PaperNode.Key.allCases.map(\.rawValue) + TableCompiler.keys + ColumnCompiler.keys + ChartCompiler.keys
  }
}
