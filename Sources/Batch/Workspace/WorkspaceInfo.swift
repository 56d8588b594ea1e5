internal import Documents
internal import Graphics
internal import Templates

/// Which files are in force: what a clerk asks when a page does not look as she changed it.
public struct WorkspaceInfo {
  private let workspace: String
  private let shelf: Shelf

  public init(workspace: String, resources: Resources) {
    self.workspace = workspace
    shelf = Shelf(workspace: workspace, resources: resources)
  }

  public func lines() -> [String] {
    var lines = ["hồ sơ: \(workspace)", "chương trình: \(shelf.resources.home) (\(Version.text))"]
    lines += section("mẫu báo cáo", "templates", shelf.reportNames.map { $0 + ".md" })
    lines += section(
      "mẫu dùng chung", "templates/partials", shelf.names("templates/partials", ending: ".md").map { $0 + ".md" })
    lines += section("phần chung của văn bản và nhãn", "templates", ["van-ban.yaml"])
    lines += shelf.layers("templates", "nhan.yaml").map { "  nhan.yaml: \($0.path)\(changed($0))" }
    lines += section("thể thức", "templates/formats", shelf.formatNames.map { $0 + ".yaml" })
    if case .open(let opened, _) = Workspace.open(workspace) {
      lines.append("thể thức của hồ sơ: \(opened.settings.format)")
      let (stationery, _) = Stationery.prepare(opened.settings.format, shelf)
      lines.append("phông chữ:")
      lines += (stationery?.faces ?? []).map { "  \($0.name): \($0.file)" }
    }
    return lines
  }

  /// Why there is less to show than there should be: no workspace, an unusable format, fonts that are missing.
  public func problems() -> Outcome {
    switch Workspace.open(workspace) {
    case .failed(let findings, let code): return Outcome().ended(code, findings)
    case .open(let opened, let findings):
      let (stationery, problems) = Stationery.prepare(opened.settings.format, shelf)
      return Outcome().ended(stationery == nil ? .configuration : .done, findings + problems)
    }
  }

  private func section(_ title: String, _ kind: String, _ names: [String]) -> [String] {
    ["\(title):"]
      + names.map { "  \($0): \(shelf.path(kind, $0) ?? "-")\(shelf.isOwn(kind, $0) ? " (của hồ sơ)" : "")" }
  }

  /// The labels of the workspace's file, which lie over the program's.
  private func changed(_ labels: TemplateSource) -> String {
    guard labels.path == Paths.join(workspace, "templates/nhan.yaml") else { return "" }
    return " (của hồ sơ: \(Labels([labels]).names.joined(separator: ", ")))"
  }
}
