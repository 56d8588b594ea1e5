internal import Findings

/// Templates, formats and texts of a workspace that are links to files outside it: what they hold would be printed, so they are refused.
struct StrayFiles {
  let shelf: Shelf

  func findings() -> [Finding] {
    guard let root = Paths.real(shelf.workspace) else { return [] }
    return candidates().filter { !isInside($0, root) }.map(finding)
  }

  private func candidates() -> [String] {
    let folders = ["templates", "templates/partials", "templates/formats"].map { Paths.join(shelf.workspace, $0) }
    let texts = Paths.join(shelf.workspace, "texts")
    return (folders + entries(texts).filter(FileReader.isFolder)).flatMap(entries)
  }

  private func entries(_ folder: String) -> [String] {
    ((try? FileReader.names(in: folder)) ?? []).map { Paths.join(folder, $0) }
  }

  private func isInside(_ path: String, _ root: String) -> Bool {
    Paths.real(path).map { $0.hasPrefix(root + "/") } ?? true
  }

  private func finding(_ path: String) -> Finding {
    Finding(
      code: "ngoai-ho-so", severity: .error, at: Location(file: path),
      Message(
        vi: "tệp này là liên kết dẫn ra ngoài hồ sơ nên không được dùng",
        en: "this file is a link that leads out of the workspace and is not used"),
      hint: Message(vi: "chép tệp ấy vào hồ sơ thay cho liên kết", en: "copy the file into the workspace instead"))
  }
}
