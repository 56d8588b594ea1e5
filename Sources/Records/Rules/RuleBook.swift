import Findings

/// All rules, in the order they run: first those that take rows out, so that the later ones see only rows that stand.
public enum RuleBook {
  public static let rules: [any Rule.Type] = [
    DuplicateKey.self,
    ParentCycle.self,
    MissingReference.self,
    DateOrder.self,
    SumMismatch.self,
    DateOutsidePeriod.self,
    ExpiredOrganisation.self,
    ShareMismatch.self,
    ExcellentCapExceeded.self,
    MissingUnit.self,
    LateSubmission.self,
    SpellingVariant.self,
    ValueJump.self,
    StageMismatch.self,
    LevelAboveScore.self,
  ]

  /// Every finding code of this room with its severity and a line of explanation, sorted by code; the manual has all of them.
  public static var entries: [RuleEntry] {
    (ReadingRule.allCases.map(\.entry) + rules.map { $0.entry }).sorted { $0.code < $1.code }
  }

  /// Runs all rules; rows with errors leave the dataset.
  static func check(_ dataset: inout Dataset, into findings: inout FindingList) {
    for rule in rules {
      var report = RuleReport(limit: dataset.options.findingLimit)
      rule.init().check(dataset, into: &report)
      findings.append(contentsOf: report.findings)
      dataset.remove(report.rejected)
    }
  }
}

extension Dataset {
  /// Takes rows out of their tables.
  mutating func remove(_ rejected: [TableName: Set<Int>]) {
    if rejected.isEmpty { return }
    tables.organisations.remove(rejected[.organisations] ?? [])
    tables.memberCounts.remove(rejected[.memberCounts] ?? [])
    tables.campaigns.remove(rejected[.campaigns] ?? [])
    tables.models.remove(rejected[.models] ?? [])
    tables.ratings.remove(rejected[.ratings] ?? [])
    tables.guidance.remove(rejected[.guidance] ?? [])
    tables.socialWorks.remove(rejected[.socialWorks] ?? [])
    tables.rewards.remove(rejected[.rewards] ?? [])
    tables.photos.remove(rejected[.photos] ?? [])
    tables.articles.remove(rejected[.articles] ?? [])
    tables.visits.remove(rejected[.visits] ?? [])
    tables.submissions.remove(rejected[.submissions] ?? [])
    rebuildIndexes()
  }
}
