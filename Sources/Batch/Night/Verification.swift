public import Findings

/// Files against the books of their runs, and a sample made again from the data: `baocao verify`.
public struct Verification: Sendable {
  public var code: ExitCode
  public var findings: FindingList
  /// Files whose hash was compared.
  public var checked = 0
  /// Reports laid out again and compared byte for byte.
  public var repeated = 0
  /// Reports of the sample whose data or templates have changed since; nothing to compare.
  public var changed = 0

  /// - Parameter sample: how many reports are made again, evenly over the sorted keys.
  public static func run(_ request: NightRequest, _ resources: Resources, sample: Int) -> Verification {
    let (plan, outcome) = NightPlan.prepare(request, resources)
    var result = Verification(code: outcome.code, findings: outcome.findings)
    guard let plan else { return result }
    do throws(FileError) {
      let known = try request.folder.known()
      result.compare(known, request.folder)
      result.again(plan, known, request.folder, sample)
    } catch {
      result.findings.append(error.finding())
      result.code = error.exitCode
    }
    return result
  }

  private mutating func compare(_ known: KnownReports, _ folder: RunFolder) {
    guard !known.isEmpty else {
      fail(
        "chua-co-lan-chay", folder.books,
        Message(vi: "chưa có lần chạy nào để đối chiếu", en: "there is no run to compare with"))
      return
    }
    for key in known.keys {
      guard let entry = known[key], !entry.output.isEmpty else { continue }
      let path = folder.path(of: key)
      checked += 1
      guard let bytes = try? FileReader.read(path) else {
        fail("mat-tep", path, Message(vi: "không còn đọc được tệp báo cáo", en: "the report's file cannot be read"))
        continue
      }
      guard bytes.count != entry.bytes || Digest.sha256(bytes) != entry.output else { continue }
      fail(
        "tep-bi-sua", path,
        Message(vi: "tệp khác với tệp đã lập", en: "the file is not the one that was published"))
    }
  }

  private mutating func again(
    _ plan: NightPlan, _ known: KnownReports, _ folder: RunFolder, _ sample: Int
  ) {
    let jobs = plan.all.map { (key: plan.key(of: $0), job: $0) }
      .filter { [.done, .unchanged].contains(known[$0.key]?.status) }.sorted { $0.key < $1.key }
    guard sample > 0, !jobs.isEmpty else { return }
    let bench = ReportMaker.Bench()
    let count = min(sample, jobs.count)
    for place in 0..<count {
      let (key, job) = jobs[place * jobs.count / count]
      guard let entry = known[key] else { continue }
      let form = plan.forms[job.form]
      let ingredients = plan.ingredients(job)
      guard ingredients.input == entry.input else {
        changed += 1
        continue
      }
      repeated += 1
      let product = bench.product(of: form, plan.desk, ingredients.facts)
      guard product.failure != nil || Digest.sha256(product.bytes) != entry.output else { continue }
      fail(
        "lap-lai-khac", folder.path(of: key),
        Message(vi: "lập lại từ cùng số liệu thì ra tệp khác", en: "made again from the same data, the file differs"))
    }
  }

  private mutating func fail(_ code: String, _ path: String, _ message: Message) {
    findings.append(
      Finding(
        code: code, severity: .error, at: Location(file: path), message,
        hint: Message(vi: "lập lại: baocao render --all", en: "make it again: baocao render --all")))
    self.code = .verificationFailed
  }
}
