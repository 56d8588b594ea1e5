import Findings
import Vietnamese

/// More “hoàn thành xuất sắc” than the cap allows, within a group of similar bodies or among the persons of one body.
///
/// Published figures exceed every reading of the cap (domain §3.3), so this only warns.
struct ExcellentCapExceeded: Rule {
  static let entry = RuleEntry(
    code: "vuot-tran-xuat-sac", severity: .warning,
    explanation: Message(
      vi: "Số hoàn thành xuất sắc vượt trần (mặc định 20 % số tốt trở lên, theo nhóm); chỉ nhắc, không chặn.",
      en:
        "More “excellent” ratings than the cap allows (by default 20 % of “good or better”, by group); a warning only.")
  )

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let cap = dataset.options.cap
    let index = dataset.ratingIndex
    let groupNames = Self.groups(dataset)
    var groups: [Group: Tally] = [:]
    for (place, row) in dataset.ratings.enumerated() {
      if row.subject == .organisation, let level = row.level, level != .notRated {
        let (number, period) = (index.organisationNumber(ofRow: place), index.periodNumber(ofRow: place))
        guard groupNames.numbers[number] >= 0 else { continue }
        groups[Group(period: period, name: groupNames.numbers[number]), default: Tally()].add(level, place)
      } else if row.excellent != nil, let tally = Tally(row) {
        warn(tally, cap, dataset, place, .excellent, nil, &report)
      }
    }
    let named = groups.map { (index.periodList[$0.key.period], groupNames.names[$0.key.name], $0.value) }
    for (_, name, tally) in named.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      guard let first = tally.firstExcellent else { continue }
      warn(tally, cap, dataset, first, .level, name, &report)
    }
  }

  /// A group in a period, by the numbers of both: a million ratings are counted without hashing a name.
  private struct Group: Hashable {
    var period: Int
    var name: Int
  }

  /// The group of each organisation that has ratings, as a number; -1 for organisations nobody knows.
  private static func groups(_ dataset: Dataset) -> (numbers: [Int], names: [String]) {
    var names = CodeNumbers()
    var numbers = [Int](repeating: -1, count: dataset.ratingIndex.organisationCodes.count)
    for body in dataset.organisations {
      guard let number = dataset.ratingIndex.organisationNumber(of: body.code), numbers[number] < 0 else { continue }
      numbers[number] = names.number(of: body.group)
    }
    return (numbers, (0..<names.count).map(names.code))
  }

  private struct Tally {
    var excellent = 0
    var good = 0
    var rated = 0
    var firstExcellent: Int?

    init() {}

    /// The counts of a row about persons.
    init?(_ row: Rating) {
      guard let excellent = row.excellent, let good = row.good, let rated = row.rated ?? row.sumOfLevels else {
        return nil
      }
      (self.excellent, self.good, self.rated) = (excellent, good, rated)
    }

    mutating func add(_ level: RatingLevel, _ index: Int) {
      rated += 1
      if level == .good { good += 1 }
      guard level == .excellent else { return }
      excellent += 1
      if firstExcellent == nil { firstExcellent = index }
    }

    func base(_ base: ExcellentCap.Base) -> Int {
      switch base {
      case .goodOrBetter: excellent + good
      case .good: good
      case .total: rated
      }
    }
  }

  private func warn(
    _ tally: Tally, _ cap: ExcellentCap, _ dataset: Dataset, _ index: Int, _ column: Rating.Column, _ group: String?,
    _ report: inout RuleReport
  ) {
    let base = tally.base(cap.base)
    let limit = base * max(0, min(100, cap.percent)) / 100
    guard tally.excellent > limit else { return }
    let place = group.map { $0.isEmpty ? "nhóm không ghi tên" : "nhóm “\($0)”" } ?? "đơn vị này"
    let englishPlace = group.map { $0.isEmpty ? "the group without a name" : "group “\($0)”" } ?? "this body"
    let period = dataset.ratings[index].period
    report.add(
      Self.self, in: dataset.tables.ratings, index, column,
      Message(
        vi:
          "\(period.name), \(place): \(tally.excellent) hoàn thành xuất sắc, trần \(limit) (\(cap.percent) % của \(base)).",
        en:
          "\(period.code), \(englishPlace): \(tally.excellent) excellent, the cap is \(limit) (\(cap.percent) % of \(base))."
      ),
      hint: Message(
        vi: "trần tính trên \(cap.base.name); đổi ở mục “tran_xuat_sac” của \(dataset.options.configurationName)",
        en: "the base is \(cap.base.rawValue); change “tran_xuat_sac” in \(dataset.options.configurationName)"))
  }
}
