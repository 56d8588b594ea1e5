/// What earlier runs of a period left, for the commands that look back.
public struct NightBooks: Sendable {
  let folder: RunFolder

  public init(_ request: NightRequest) {
    folder = request.folder
  }

  /// Keys of the reports that failed: in a list of failures (a bare name is one in the folder of the reports), or in a run by number; nil when there is neither.
  public func failedKeys(_ name: String) -> [String]? {
    if let number = Int(name) {
      guard let book = try? folder.run(number) else { return nil }
      var keys: [String] = []
      book.forEach { if $0.status == .failed { keys.append($0.key.text) } }
      return keys
    }
    let here = FileReader.exists(name) || name.contains("/") ? name : Paths.join(folder.reports, name)
    return (try? FileReader.read(here, limit: 64 << 20)).map(FailedList.keys)
  }
}
