internal import Batch
internal import Findings

/// Prints findings, and tells from them how a command ends.
struct Reporter {
  let style: ReportStyle
  let language: Language
  let allowed: Set<String>
  /// Codes that count as errors; `warnings` stands for every warning.
  let denied: Set<String>

  /// Findings go to the standard error stream, or for `json` and `github` to the standard output, where machines read.
  func report(_ all: FindingList, summary: Bool) {
    let findings = all.filtered { !allowed.contains($0) }
    let shown = findings.sorted
    switch style {
    case .json: if !shown.isEmpty { Terminal.out(shown.map(FindingJSON.render).joined(separator: "\n")) }
    case .github:
      let lines = shown.map { FindingGitHub.render($0, language: language) }
      if !lines.isEmpty { Terminal.out(lines.joined(separator: "\n")) }
    case .text:
      let text = FindingText(language: language)
      for finding in shown { Terminal.err(text.render(finding)) }
      if summary { Terminal.err(text.summary(findings)) }
    }
  }

  /// For a command that makes something: errors in full, the rest as one line, because a clerk who waits for a page reads no list.
  func reportErrors(_ all: FindingList, seeAll command: String) {
    guard style == .text else { return report(all, summary: false) }
    let findings = all.filtered { !allowed.contains($0) }
    let text = FindingText(language: language)
    for finding in findings.sorted where finding.severity == .error {
      Terminal.err(text.render(finding))
    }
    let warnings = findings.count(.warning)
    guard warnings > 0 || findings.hasErrors else { return }
    Terminal.err(
      language == .vietnamese
        ? "\(findings.count(.error)) lỗi, \(warnings) cảnh báo; xem tất cả: \(command)"
        : "\(findings.count(.error)) errors, \(warnings) warnings; to see all: \(command)")
  }

  func report(_ findings: [Finding], summary: Bool = false) {
    var list = FindingList(limit: Int.max)
    list.append(contentsOf: findings)
    report(list, summary: summary)
  }

  /// How a check ends: errors and denied codes 1, denied warnings 3, else 0.
  func ending(_ findings: FindingList) -> Batch.ExitCode {
    let hasErrors = findings.sorted.contains { $0.severity == .error && !allowed.contains($0.code) }
    return hasErrors ? .dataFailed : denial(findings)
  }

  /// What `--deny` asks for: a denied code 1, any warning under `--deny warnings` 3, else 0.
  func denial(_ findings: FindingList) -> Batch.ExitCode {
    let counted = findings.sorted.filter { !allowed.contains($0.code) }
    if counted.contains(where: { denied.contains($0.code) }) { return .dataFailed }
    if denied.contains("warnings"), counted.contains(where: { $0.severity == .warning }) { return .warningsDenied }
    return .done
  }
}
