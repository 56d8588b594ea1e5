/// The texts templates are made of, by name without folder and extension. Whoever reads files decides which one is in force.
public struct TemplateSources: Sendable {
  /// Texts of one folder, read when they are asked for: of twenty templates a report needs one.
  public struct Texts: Sendable {
    /// All there are, sorted.
    public let names: [String]
    private let read: @Sendable (String) -> TemplateSource?

    /// - Parameter read: the text of one of `names`; nil where it cannot be read.
    public init(names: [String], _ read: @escaping @Sendable (String) -> TemplateSource?) {
      self.names = names
      self.read = read
    }

    subscript(name: String) -> TemplateSource? { names.contains(name) ? read(name) : nil }
  }

  /// `templates/*.md`.
  let templates: Texts
  /// `templates/partials/*.md`.
  let partials: Texts
  /// `templates/van-ban.yaml`: what letterhead and closing take when a template does not say.
  let paper: TemplateSource?
  /// `templates/nhan.yaml`.
  let labels: Labels

  public init(templates: Texts, partials: Texts, paper: TemplateSource? = nil, labels: Labels = Labels()) {
    self.templates = templates
    self.partials = partials
    self.paper = paper
    self.labels = labels
  }

  public init(
    templates: [String: TemplateSource], partials: [String: TemplateSource] = [:], paper: TemplateSource? = nil,
    labels: Labels = Labels()
  ) {
    self.init(
      templates: Texts(names: templates.keys.sorted()) { templates[$0] },
      partials: Texts(names: partials.keys.sorted()) { partials[$0] }, paper: paper, labels: labels)
  }
}
