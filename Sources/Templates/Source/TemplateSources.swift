/// The texts templates are made of, by name without folder and extension. Whoever reads files decides which one is in force.
public struct TemplateSources: Sendable {
  /// `templates/*.md`.
  public var templates: [String: TemplateSource]
  /// `templates/partials/*.md`.
  public var partials: [String: TemplateSource]
  /// `templates/van-ban.yaml`: what letterhead and closing take when a template does not say.
  public var paper: TemplateSource?
  /// `templates/nhan.yaml`.
  public var labels: Labels

  public init(
    templates: [String: TemplateSource], partials: [String: TemplateSource] = [:], paper: TemplateSource? = nil,
    labels: Labels = Labels()
  ) {
    self.templates = templates
    self.partials = partials
    self.paper = paper
    self.labels = labels
  }
}
