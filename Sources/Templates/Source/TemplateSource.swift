/// One text of the workspace or of the shipped templates, as whoever reads files hands it over.
public struct TemplateSource: Sendable, Hashable {
  /// The file as findings show it: `templates/bao-cao-quy.md`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
