public import Findings

/// What a run would do, found out by comparing and not by making: `baocao plan`.
public struct Survey: Sendable {
  public enum Fate: String, Sendable {
    case render
    case unchanged
  }

  public struct Item: Sendable {
    public var key: ReportKey
    public var fate: Fate
  }

  public var code: ExitCode
  public var findings: FindingList
  public var items: [Item] = []
  /// What earlier runs needed for the reports they know, per report: the basis of the estimates; nil without any.
  public var meanPages: Double?
  public var meanBytes: Double?
  /// Printed on both sides.
  public var meanSheets: Double?
  public var meanMilliseconds: Double?

  public var toRender: Int { items.count { $0.fate == .render } }

  /// Compares every report with the files and books of earlier runs. Writes nothing and takes no lock.
  public static func run(_ request: NightRequest, _ resources: Resources) -> Survey {
    let (plan, outcome) = NightPlan.prepare(request, resources)
    var survey = Survey(code: outcome.code, findings: outcome.findings)
    guard let plan else { return survey }
    let (jobs, unknown) = plan.jobs(request.only, request.shard)
    guard unknown.isEmpty else {
      survey.findings.append(contentsOf: unknown)
      survey.code = .configuration
      return survey
    }
    do throws(FileError) {
      let state = try request.folder.state()
      let maker = ReportMaker(
        plan: plan, folder: request.folder, files: SystemFiles(), state: state, isForced: request.isForced,
        isTrial: true)
      survey.items = jobs.map { job in
        let made = maker.make(job, ReportMaker.Bench())
        return Item(key: job.key, fate: made.entry.status == .unchanged ? .unchanged : .render)
      }
      survey.estimate(from: state.values.filter { $0.status == .done || $0.status == .unchanged })
    } catch {
      survey.findings.append(error.finding())
      survey.code = error.exitCode
    }
    return survey
  }

  private mutating func estimate(from known: [Manifest.Entry]) {
    guard !known.isEmpty else { return }
    func mean(_ value: (Manifest.Entry) -> Int) -> Double {
      known.reduce(0) { $0 + Double(value($1)) } / Double(known.count)
    }
    meanPages = mean(\.pages)
    meanBytes = mean(\.bytes)
    meanSheets = mean { ($0.pages + 1) / 2 }
    meanMilliseconds = mean(\.milliseconds)
  }
}
