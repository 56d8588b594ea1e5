internal import Findings
internal import Templates

/// What ships with the program: templates, partials, formats, fonts.
public struct Resources: Sendable {
  /// Folder that holds `templates/` and `fonts/`.
  public let home: String
  /// Folder for what a run keeps outside of memory while it lasts.
  public let temporary: String
  /// Counts where the time goes; nil when nobody asks.
  public let clock: StageClock?

  /// Not `/tmp`, which many systems keep in memory.
  public static let usualTemporary = "/var/tmp"

  public init(home: String, temporary: String = usualTemporary, clock: StageClock? = nil) {
    self.home = home
    self.temporary = temporary
    self.clock = clock
  }

  var fontCatalogue: String { Paths.join(home, "fonts/catalogue.yaml") }
}

/// Templates, partials, formats and texts by name. The nearest wins: the workspace's own before the program's.
public struct Shelf: Sendable {
  let workspace: String
  let resources: Resources

  private static let largestText = 4 << 20

  /// Places of the kind `templates`, `templates/partials`, `templates/formats`, nearest first.
  private func folders(_ kind: String) -> [String] {
    [Paths.join(workspace, kind), Paths.join(resources.home, kind)]
  }

  /// Path of the file in force; nil when there is none.
  func path(_ kind: String, _ name: String) -> String? {
    guard Paths.staysInside(name) else { return nil }
    return folders(kind).map { Paths.join($0, name) }.first(where: FileReader.exists)
  }

  /// Whether the file in force is the workspace's own.
  func isOwn(_ kind: String, _ name: String) -> Bool { path(kind, name) == Paths.join(folders(kind)[0], name) }

  /// The files of that name, the program's first: what lies over each other line by line.
  func layers(_ kind: String, _ name: String) -> [TemplateSource] {
    folders(kind).reversed().compactMap { read(Paths.join($0, name)) }
  }

  /// The text of the file in force.
  func source(_ kind: String, _ name: String) -> TemplateSource? {
    path(kind, name).flatMap(read)
  }

  private func read(_ path: String) -> TemplateSource? {
    guard let bytes = try? FileReader.read(path, limit: Self.largestText) else { return nil }
    return TemplateSource(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Names (without ending) of the files of a kind, each once, sorted.
  func names(_ kind: String, ending: String) -> [String] {
    var names: Set<String> = []
    for folder in folders(kind) {
      for name in (try? FileReader.names(in: folder)) ?? [] where name.hasSuffix(ending) {
        names.insert(Paths.stem(of: name))
      }
    }
    return names.sorted()
  }

  func template(_ name: String) -> TemplateSource? { source("templates", name + ".md") }
  func partial(_ name: String) -> TemplateSource? { source("templates/partials", name + ".md") }
  func format(_ name: String) -> TemplateSource? { source("templates/formats", name + ".yaml") }

  /// The font catalogue in force: a workspace may have one of its own.
  var fontCatalogue: String { path("fonts", "catalogue.yaml") ?? resources.fontCatalogue }

  /// Report templates there are: every `.md` directly in `templates/`.
  public var reportNames: [String] { names("templates", ending: ".md") }
  public var formatNames: [String] { names("templates/formats", ending: ".yaml") }

  /// Texts people wrote for a period.
  func text(_ name: String, period: String) -> TemplateSource? {
    guard Paths.staysInside(name) else { return nil }
    return read(Paths.join(workspace, "texts/\(period)/\(name).md"))
  }

  func textNames(period: String) -> [String] {
    ((try? FileReader.names(in: Paths.join(workspace, "texts/\(period)"))) ?? [])
      .filter { $0.hasSuffix(".md") }.map(Paths.stem)
  }
}
