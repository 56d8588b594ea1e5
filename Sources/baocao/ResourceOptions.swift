internal import ArgumentParser
internal import Batch
internal import Glibc

/// Where the program finds its templates and fonts.
struct ResourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Thư mục của chương trình, nơi có templates và fonts (mặc định: tìm từ chỗ của tệp baocao).",
      valueName: "thư-mục"))
  var home: String?

  /// - Throws: `ValidationError` when the folder is not the program's.
  func resources(_ clock: StageClock? = nil) throws -> Resources {
    let home = home ?? Self.found() ?? "."
    if FileReader.isFolder(Paths.join(home, "templates/formats")) {
      return Resources(home: home, clock: clock)
    }
    throw ValidationError(
      "“\(home)” không phải là thư mục của chương trình: không có templates/formats; ghi đúng thư mục ở --home")
  }

  /// `BAOCAO_HOME`, else the nearest folder above the executable that has `templates/formats`.
  private static func found() -> String? {
    if let named = getenv("BAOCAO_HOME") { return String(cString: named) }
    guard var folder = Paths.real("/proc/self/exe").map(Paths.parent) else { return nil }
    while folder != "/" {
      if FileReader.isFolder(Paths.join(folder, "templates/formats")) { return folder }
      folder = Paths.parent(of: folder)
    }
    return nil
  }
}
