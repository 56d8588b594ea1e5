internal import Facts
internal import Records
internal import Vietnamese

/// The four levels of one subject and period, counted. The levels exclude each other; “tốt trở lên” is their sum, made when shown.
struct RatingTable {
  let period: Period
  private let rules: CountingRules
  private var levels: [RatingLevel: Tally] = [:]
  private var unrated = Tally()
  private var total = Tally()
  private var rated = Tally()
  /// Organisations of the list that have no rating row at all.
  private var unlisted = Tally()

  static let order: [RatingLevel] = [.excellent, .good, .completed, .failed]

  /// - Parameter unrated: lines of organisations that have no rating row at all.
  init(_ ratings: [Rating], period: Period, _ rules: CountingRules, unrated missing: [Int]) {
    self.period = period
    self.rules = rules
    for rating in ratings {
      if let level = rating.level { add(level, rating.row) } else { addCounts(of: rating) }
    }
    for row in missing { unlisted.add(row: row) }
  }

  private mutating func add(_ level: RatingLevel, _ row: Int) {
    total.add(row: row)
    guard level != .notRated else {
      unrated.add(row: row)
      return
    }
    rated.add(row: row)
    levels[level, default: Tally()].add(row: row)
  }

  private mutating func addCounts(of rating: Rating) {
    let counts: [(RatingLevel, Int?)] = [
      (.excellent, rating.excellent), (.good, rating.good), (.completed, rating.completed), (.failed, rating.failed),
    ]
    var sum: Int128 = 0
    for (level, count) in counts {
      guard let count, count > 0 else { continue }
      levels[level, default: Tally()].add(count, row: rating.row)
      sum += Int128(count)
    }
    let ratedHere = rating.rated ?? Int(clamping: sum)
    let unratedHere = rating.unrated ?? max(0, (rating.total ?? ratedHere) - ratedHere)
    rated.add(ratedHere, row: rating.row)
    unrated.add(unratedHere, row: rating.row)
    total.add(rating.total ?? Int(clamping: Int128(ratedHere) + Int128(unratedHere)), row: rating.row)
  }

  var isEmpty: Bool { total.total + unlisted.total == 0 }

  private func tally(_ level: RatingLevel) -> Tally { levels[level] ?? Tally() }

  private func count(_ level: RatingLevel) -> Fact { tally(level).count(.ratings, "đếm mức “\(level.name)”") }

  // MARK: Facts

  /// What a table is compared with.
  struct Others {
    /// The latest rating period before that the data have.
    var latest: RatingTable?
    /// The period directly before, when it was rated.
    var previous: RatingTable?
    /// The same period of last year, when it was rated.
    var lastYear: RatingTable?
  }

  /// - Parameter others: nil where nobody compares.
  func record(against others: Others? = nil, names: [RatingLevel: [String]] = [:]) -> Record {
    let shares = shares()
    return Record(
      Schema.rating,
      [
        .period(period), total.count(.ratings, "đếm tất cả", with: unlisted, .organisations, Self.unlistedName),
        rated.count(.ratings, "đếm được đánh giá"),
        comparison(others) { $0.rated.count(.ratings, "đếm được đánh giá") },
        unrated.count(.ratings, "đếm không, chưa đánh giá", with: unlisted, .organisations, Self.unlistedName),
      ] + Self.order.map(count) + [goodOrBetter] + shares + [
        Percent.fact(
          rated.value, of: Int(exactly: total.total + unlisted.total), scale: rules.shareScale,
          partSource: rated.source(.ratings, "đếm được đánh giá"),
          wholeSource: total.source(.ratings, "đếm tất cả", with: unlisted, .organisations, Self.unlistedName)),
        sum(shares), .flag(addsTo100(shares)),
        .records(rows(shares, others, names)), .record(cap(named: "")),
      ])
  }

  private static let unlistedName = "tổ chức chưa có dòng trong xep-loai.csv"

  private var goodOrBetter: Fact {
    guard let excellent = tally(.excellent).value, let good = tally(.good).value else { return .missing }
    let (value, overflow) = excellent.addingReportingOverflow(good)
    guard !overflow else { return .missing }
    return .integer(
      value,
      Source(
        formula: "xuất sắc + tốt",
        parts: [
          .init(
            name: "xuất sắc", value: String(excellent),
            source: tally(.excellent).source(.ratings, "đếm mức “\(RatingLevel.excellent.name)”")),
          .init(
            name: "tốt", value: String(good),
            source: tally(.good).source(.ratings, "đếm mức “\(RatingLevel.good.name)”")),
        ]))
  }

  private func shares() -> [Fact] {
    Percent.shares(Self.order.map(tally), .ratings, rules) { "đếm mức “\(Self.order[$0].name)”" }
  }

  private func sum(_ shares: [Fact]) -> Fact {
    guard let whole = rated.value, whole > 0 else { return .missing }
    var sum = ExactDecimal(coefficient: 0, scale: rules.shareScale)
    var parts: [Source.Part] = []
    for (level, fact) in zip(Self.order, shares) {
      guard case .percent(let share, let source) = fact else { continue }
      guard let next = try? sum + share.value else { return .missing }
      sum = next
      parts.append(.init(name: level.name, value: share.value.description, source: source))
    }
    return .percent(
      Percentage(part: whole, whole: whole, value: sum), Source(formula: "cộng các tỷ lệ đã làm tròn", parts: parts))
  }

  private func addsTo100(_ shares: [Fact]) -> Bool {
    if case .percent(let share, _) = sum(shares) { share.value == ExactDecimal(100) } else { false }
  }

  private func comparison(_ others: Others?, _ figure: (RatingTable) -> Fact) -> Fact {
    guard let others else { return .missing }
    return .record(
      Comparison(
        now: figure(self), before: others.previous.map(figure) ?? .missing,
        lastYear: others.lastYear.map(figure) ?? .missing, scale: rules.shareScale
      ).record())
  }

  private func rows(_ shares: [Fact], _ others: Others?, _ names: [RatingLevel: [String]]) -> [Record] {
    let previous = others?.latest
    let before = previous?.shares()
    return Self.order.indices.map { index in
      let level = Self.order[index]
      return Record(
        Schema.level,
        [
          .plain(level.mark), .plain(level.fullName), count(level), shares[index],
          previous?.count(level) ?? .missing, before?[index] ?? .missing, difference(level, previous),
          comparison(others) { $0.count(level) },
          .list((names[level] ?? []).map(Fact.plain)),
        ])
    }
  }

  private func difference(_ level: RatingLevel, _ previous: RatingTable?) -> Fact {
    Comparison(
      now: count(level), before: previous?.count(level) ?? .missing, lastYear: .missing, scale: rules.shareScale
    ).record()["chenh_lech"] ?? .missing
  }

  /// The rows that the cap is worked out from.
  private var baseSource: Source {
    switch rules.cap.base {
    case .goodOrBetter:
      var both = tally(.excellent)
      both.add(tally(.good))
      return both.source(.ratings, "đếm xuất sắc và tốt")
    case .good: return tally(.good).source(.ratings, "đếm mức “\(RatingLevel.good.name)”")
    case .total: return rated.source(.ratings, "đếm được đánh giá")
    }
  }

  /// The highest rating against its cap: `floor(percent × base)`. A cap is a warning, never a reason to hold a report back, since
  /// published figures break every reading of it.
  func cap(named name: String) -> Record {
    let excellent = tally(.excellent)
    let base: Int128 =
      switch rules.cap.base {
      case .goodOrBetter: excellent.total + tally(.good).total
      case .good: tally(.good).total
      case .total: rated.total
      }
    let limit = base * Int128(rules.cap.percent) / 100
    let whole = baseSource
    let percent = Source(
      file: "baocao.yaml", formula: "khóa tran_xuat_sac.ty_le; không ghi thì \(ExcellentCap().percent)")
    let source = Source(
      formula: "\(rules.cap.percent)% × \(base) (\(rules.cap.base.name))", rounding: "làm tròn xuống",
      parts: [
        .init(name: "tỷ lệ", value: "\(rules.cap.percent)", source: percent),
        .init(name: rules.cap.base.name, value: "\(base)", source: whole),
      ])
    return Record(
      Schema.cap,
      [
        .plain(name), rated.count(.ratings, "đếm được đánh giá"), .integer(Int(clamping: base), whole),
        .plain(rules.cap.base.name),
        .integer(rules.cap.percent, percent),
        .integer(Int(clamping: limit), source), count(.excellent),
        Percent.fact(
          excellent.value, of: Int(exactly: base), scale: rules.shareScale,
          partSource: excellent.source(.ratings, "đếm mức “\(RatingLevel.excellent.name)”"), wholeSource: whole),
        .flag(excellent.total > limit),
      ])
  }
}

extension RatingLevel {
  /// XS, T, HT, KHT; empty for not rated.
  var mark: String {
    switch self {
    case .excellent: "XS"
    case .good: "T"
    case .completed: "HT"
    case .failed: "KHT"
    case .notRated: ""
    }
  }
}
