public import Findings
public import Records
internal import Statistics
public import Vietnamese

/// A workspace on disk: its settings and its data files, read once.
public struct Workspace: Sendable {
  /// Folder as the user gave it.
  public let folder: String
  public let settings: Settings
  /// Data files, with the names findings show.
  private(set) var files: [Records.SourceFile]
  /// The long ones among them, which are read where they lie.
  let stores: [StoredFile]
  /// Where rows are kept that are not in memory.
  private var scratch: ScratchFolder?

  public static let settingsName = "baocao.yaml"

  /// How opening ended.
  public enum Opening: Sendable {
    case open(Workspace, [Finding])
    case failed([Finding], ExitCode)
  }

  /// Opens a folder: reads `baocao.yaml` and every data file.
  public static func open(_ folder: String) -> Opening { open(folder, room: DataFolder.room) }

  /// - Parameter room: bytes of data files that are read whole, the shortest first; the others are read where they lie.
  static func open(_ folder: String, room: Int) -> Opening {
    guard FileReader.isFolder(folder) else { return .failed([noFolder(folder)], .configuration) }
    let path = Paths.join(folder, settingsName)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileReader.read(path, limit: 1 << 20)
    } catch {
      return .failed([error.kind == .missing ? noSettings(path) : error.finding()], error.exitCode)
    }
    let (settings, findings) = SettingsReader.read(bytes, shown: path)
    guard let settings else { return .failed(findings, .configuration) }
    do throws(FileError) {
      let (files, stores) = try DataFolder.read(Paths.join(folder, "data"), room)
      return .open(Workspace(folder: folder, settings: settings, files: files, stores: stores, scratch: nil), findings)
    } catch {
      return .failed(findings + [error.kind == .missing ? noData(error.path) : error.finding()], dataExit(error))
    }
  }

  /// Data that are not there yet are a scheduler's ordinary case; anything else is not.
  private static func dataExit(_ error: FileError) -> ExitCode {
    error.kind == .missing ? .inputMissing : error.exitCode
  }

  /// The rows of the workspace, checked for the period of a report (nil: whatever the period).
  ///
  public func dataset(period: Period?) -> (Dataset, FindingList) { dataset(period: period, keeping: nil) }

  /// The same for a run of many reports: rows of long files are kept in a scratch file, and their long texts are read when a report asks for its
  /// rows.
  mutating func dataset(period: Period?, scratch: ScratchFolder) -> (Dataset, FindingList) {
    self.scratch = scratch
    return dataset(period: period, keeping: scratch)
  }

  private func dataset(period: Period?, keeping scratch: ScratchFolder?) -> (Dataset, FindingList) {
    var options = DatasetOptions()
    options.columns = Self.byName(settings.columns)
    options.encodings = Self.byName(settings.encodings)
    options.columnEncodings = Self.byName(settings.columnEncodings)
    options.sheets = Self.byName(settings.sheets)
    options.separators = Self.byName(settings.separators).compactMapValues(\.first)
    options.period = period
    options.cutOff = settings.cutOff
    options.cap = settings.rules.cap
    options.reportingBody = settings.office.code.isEmpty ? nil : settings.office.code
    options.configurationName = Paths.join(folder, Self.settingsName)
    options.leavesProse = scratch != nil
    if let scratch { options.scratch = { scratch.file() } }
    var (dataset, findings) = DatasetReader(options).read(files: files)
    if let failure { findings.append(failure.finding()) }
    // A file that is not there has only its name inside the workspace.
    let names = Set(TableSchema.all.map(\.fileName))
    return (dataset, findings.placed { names.contains($0) ? Paths.join(folder, $0) : $0 })
  }

  /// Why a long data file could not be read to its end, or its rows be read again.
  var failure: FileError? { stores.lazy.compactMap(\.failure).first ?? scratch?.failure }

  /// The same without the bytes of its data files, once their rows are read.
  var withoutFiles: Workspace {
    var workspace = self
    workspace.files = []
    return workspace
  }

  private static func byName<Value>(_ values: [TableName: Value]) -> [String: Value] {
    Dictionary(values.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Findings

  private static func noFolder(_ folder: String) -> Finding {
    Finding(
      code: "khong-co-ho-so", severity: .error, at: Location(file: folder),
      Message(vi: "không có thư mục hồ sơ “\(folder)”", en: "there is no workspace folder “\(folder)”"),
      hint: Message(
        vi: "ghi đường dẫn của thư mục có tệp baocao.yaml, ví dụ: baocao check examples/hung-yen",
        en: "name the folder that holds baocao.yaml, for example: baocao check examples/hung-yen"))
  }

  private static func noSettings(_ path: String) -> Finding {
    Finding(
      code: "khong-co-cau-hinh", severity: .error, at: Location(file: path),
      Message(vi: "thư mục này không có tệp baocao.yaml", en: "this folder has no baocao.yaml"),
      hint: Message(
        vi: "chọn đúng thư mục hồ sơ, hoặc chép tệp mẫu examples/hung-yen/baocao.yaml rồi sửa",
        en: "choose the workspace folder, or copy examples/hung-yen/baocao.yaml and change it"))
  }

  private static func noData(_ path: String) -> Finding {
    Finding(
      code: "chua-co-so-lieu", severity: .error, at: Location(file: path),
      Message(vi: "hồ sơ chưa có thư mục số liệu data", en: "the workspace has no data folder yet"),
      hint: Message(
        vi: "tạo thư mục data và đặt các tệp CSV vào đó (xem docs/vi/du-lieu.md)",
        en: "make the folder data and put the CSV files into it (see docs/vi/du-lieu.md)"))
  }
}

/// The files of `data/`.
enum DataFolder {
  private static let endings = [".csv", ".txt", ".tsv", ".xlsx"]

  /// Bytes of files that are read whole, the shortest files first. The others are read in windows, and in a run of many reports their long texts
  /// are read again with each: 0.5 ms of 14 for a report of a hundred rows. So the files of a workspace cost a few megabytes of memory
  /// however many and however long they are.
  static let room = 4 << 20

  /// All data files, by name.
  static func read(_ folder: String, _ room: Int) throws(FileError) -> ([Records.SourceFile], [StoredFile]) {
    var files: [Records.SourceFile] = []
    var stores: [StoredFile] = []
    let names = try FileReader.names(in: folder).filter { name in
      endings.contains(where: name.lowercased().hasSuffix)
    }
    var sizes: [Int] = []
    for name in names { sizes.append(try FileReader.size(of: Paths.join(folder, name))) }
    let longest = longestWhole(sizes, room)
    for (name, size) in zip(names, sizes) {
      // Workbooks are packed and have no lines.
      let longestLine = name.lowercased().hasSuffix(".xlsx") ? nil : FileReader.longestLine
      let path = Paths.join(folder, name)
      if size > longest, let longestLine,
        let store = try StoredFile.open(path, longerThan: longest, longestLine: longestLine)
      {
        stores.append(store)
        files.append(Records.SourceFile(name: path, store: store))
        continue
      }
      files.append(Records.SourceFile(name: path, bytes: try FileReader.read(path, longestLine: longestLine)))
    }
    return (files, stores)
  }

  /// Bytes of the longest file that is read whole.
  private static func longestWhole(_ sizes: [Int], _ room: Int) -> Int {
    var (sum, longest) = (0, 0)
    for size in sizes.sorted() {
      sum += size
      if sum > room { break }
      longest = size
    }
    return longest
  }
}
