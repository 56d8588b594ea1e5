internal import Statistics

/// Names one report of a run: `bao-cao-quy` for the committee, `phieu-don-vi/SGTVT` for an organisation. Stable from night to night;
/// the file's path below the period's folder is the key with `.pdf`.
public struct ReportKey: Sendable, Hashable, Comparable {
  public let text: String

  /// A key as written in a list or a manifest; nil when it would leave the folder of the run.
  public init?(_ text: String) {
    guard Paths.staysInside(text), text.utf8.count <= 400 else { return nil }
    self.text = text
  }

  init(form: String, scope: Scope) {
    switch scope {
    case .committee: text = form
    case .organisation(let code): text = form + "/" + Self.safe(code)
    case .sector(let name): text = form + "/khoi-" + Self.safe(name)
    case .group(let name): text = form + "/nhom-" + Self.safe(name)
    }
  }

  /// A code of the data as part of a file name: what could leave the folder or hide a file is written `%XX`.
  private static func safe(_ code: String) -> String {
    var name = ""
    for (index, scalar) in code.unicodeScalars.enumerated() {
      let isHiding = index == 0 && scalar == "."
      if scalar.value < 0x21 || scalar.value == 0x7F || scalar == "/" || scalar == "%" || scalar == "," || isHiding {
        name += "%" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      } else {
        name.unicodeScalars.append(scalar)
      }
    }
    return name
  }

  public static func < (left: ReportKey, right: ReportKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// FNV-1a, 64 bits: the same on every machine, unlike the hasher of the language. Chooses the shard, nothing else.
  var hash: UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// The part of the reports one machine of several makes: those whose key's hash falls to `index` of `count`.
public struct Shard: Sendable, Hashable {
  /// From 1.
  public let index: Int
  public let count: Int

  public init?(_ index: Int, of count: Int) {
    guard count >= 1, count <= 100_000, index >= 1, index <= count else { return nil }
    self.index = index
    self.count = count
  }

  /// `2/4`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index, of: count)
  }

  /// What a scheduler says: a Slurm array (`SLURM_ARRAY_TASK_ID`, `_MIN`, `_COUNT`, in steps of one) or a Kubernetes Indexed Job
  /// (`JOB_COMPLETION_INDEX` from 0, with `BAOCAO_SHARDS` set by the job's author to its `completions`).
  ///
  /// - Returns: nil where no scheduler speaks or what it says makes no sense.
  public static func scheduled(_ environment: (String) -> String?) -> Shard? {
    func number(_ name: String) -> Int? { environment(name).flatMap { Int($0) } }
    if let id = number("SLURM_ARRAY_TASK_ID"), let count = number("SLURM_ARRAY_TASK_COUNT") {
      let (place, overflow) = id.subtractingReportingOverflow(number("SLURM_ARRAY_TASK_MIN") ?? 0)
      return overflow || place < 0 || place >= count ? nil : Shard(place + 1, of: count)
    }
    if let index = number("JOB_COMPLETION_INDEX"), let count = number("BAOCAO_SHARDS") {
      return index < 0 || index >= count ? nil : Shard(index + 1, of: count)
    }
    return nil
  }

  func owns(_ key: ReportKey) -> Bool { key.hash % UInt64(count) == UInt64(index - 1) }

  public var text: String { "\(index)/\(count)" }
  /// For file names.
  var suffix: String { "-\(index)-\(count)" }
}
