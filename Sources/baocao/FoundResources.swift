internal import ArgumentParser
internal import Batch
internal import Glibc

extension Resources {
  /// The templates and fonts of the program.
  ///
  /// - Parameter home: what `--home` says; nil to look for them.
  /// - Throws: `ValidationError` when the folder is not the program's.
  static func found(_ home: String?, _ clock: StageClock? = nil) throws -> Resources {
    let home = home ?? nearest() ?? "."
    if FileReader.isFolder(Paths.join(home, "templates/formats")) {
      let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? Resources.usualTemporary
      return Resources(home: home, temporary: temporary, clock: clock)
    }
    throw ValidationError(
      "“\(home)” không phải là thư mục của chương trình: không có templates/formats; ghi đúng thư mục ở --home")
  }

  /// `BAOCAO_HOME`, else the nearest folder above the executable that has `templates/formats`.
  private static func nearest() -> String? {
    if let named = getenv("BAOCAO_HOME") { return String(cString: named) }
    guard var folder = Paths.real("/proc/self/exe").map(Paths.parent) else { return nil }
    while folder != "/" {
      if FileReader.isFolder(Paths.join(folder, "templates/formats")) { return folder }
      folder = Paths.parent(of: folder)
    }
    return nil
  }
}
