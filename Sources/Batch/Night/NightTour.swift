public import Findings
public import Vietnamese

/// Many workspaces in one run: `--workspaces DIR`. Each has its own output, lock and books; one that is broken does not stop the others.
public struct NightTour: Sendable {
  /// How one workspace ended.
  public struct Stage: Sendable {
    /// Below the folder of the tour: `hung-yen`, `tinh-a/xa-1`.
    public var name: String
    public var code: ExitCode
    public var planned: Int
    public var summary: Manifest.Summary
    public var failedList: String?
    /// The first error that is not one report's own.
    public var problem: Finding?

    public init(name: String, outcome: NightOutcome) {
      self.name = name
      code = outcome.code
      planned = outcome.planned
      summary = outcome.summary
      failedList = outcome.failedList
      problem = outcome.findings.sorted.first { $0.severity == .error }
    }
  }

  public let folder: String
  public let period: Period
  public private(set) var stages: [Stage] = []

  public init(folder: String, period: Period) {
    self.folder = folder
    self.period = period
  }

  public mutating func add(_ stage: Stage) { stages.append(stage) }

  // MARK: Which workspaces

  /// Folders are looked into this deep, so that provinces may hold districts and those communes.
  private static let deepest = 4
  private static let most = 100_000

  /// Names of the workspaces below `folder`, sorted; what lies inside a workspace is its own affair.
  public static func workspaces(in folder: String) throws(FileError) -> [String] {
    var found: [String] = []
    var waiting = [(name: "", depth: 0)]
    while let next = waiting.popLast(), found.count < most {
      let path = next.name.isEmpty ? folder : Paths.join(folder, next.name)
      for name in try FileReader.names(in: path) {
        let child = next.name.isEmpty ? name : Paths.join(next.name, name)
        let place = Paths.join(folder, child)
        guard FileReader.isFolder(place) else { continue }
        if FileReader.exists(Paths.join(place, Workspace.settingsName)) {
          found.append(child)
        } else if next.depth + 1 < deepest {
          waiting.append((child, next.depth + 1))
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: How it ended

  /// From the worst: a wish to stop; then what running again may cure, since what is done stays done and running again costs nothing;
  /// then what a person must put right; then what only waits.
  public static let order: [ExitCode] = [
    .terminated, .interrupted, .transient, .configuration, .verificationFailed, .dataFailed, .warningsDenied, .locked,
    .inputMissing, .done,
  ]

  /// The first of `order` that any workspace ended with.
  public var code: ExitCode {
    let codes = Set(stages.map(\.code))
    return Self.order.first(where: codes.contains) ?? .done
  }

  /// The summary as a table for people and programs, one line for each workspace.
  public var table: String {
    let head = ["ho_so,ma_ket_thuc,bao_cao,lap,giu_nguyen,hong,thua,trang,noi_loi,thong_bao"]
    let rows = stages.map { stage in
      let summary = stage.summary
      let numbers = [
        Int(stage.code.rawValue), stage.planned, summary.done, summary.unchanged, summary.failed, summary.stale,
        summary.pages,
      ].map(String.init)
      let place = stage.problem?.location.description ?? stage.failedList ?? ""
      return ([stage.name] + numbers + [place, stage.problem?.message.vietnamese ?? ""])
        .map(FailedList.quote).joined(separator: ",")
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// Writes the table.
  ///
  /// - Returns: where it stands: `tong-hop-2021-Q4.csv` in `output`, or beside the workspaces.
  public func publish(to output: String?, shard: Shard?) throws(FileError) -> String {
    let path = Paths.join(output ?? folder, "tong-hop-\(period.code)\(shard?.suffix ?? "").csv")
    try Publisher.publish(Array(table.utf8), to: path)
    return path
  }
}
