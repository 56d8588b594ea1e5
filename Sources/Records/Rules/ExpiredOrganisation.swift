import Findings
import Vietnamese

/// Figures of an organisation that did not exist at the time.
struct ExpiredOrganisation: Rule {
  static let entry = RuleEntry(
    code: "to-chuc-het-hieu-luc", severity: .warning,
    explanation: Message(
      vi: "Số liệu của tổ chức vào lúc tổ chức chưa có hoặc không còn.",
      en: "Figures of an organisation that did not exist at the time."))

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    // Most organisations have no dates or are still there: those with an end or a late start are few.
    let lives = dataset.organisations.map { Life(from: $0.validFrom ?? .earliest, to: $0.validTo ?? .latest) }
    if lives.allSatisfy({ $0 == Life.endless }) { return }
    // Rows of one body mostly stand together: its life is looked up once for all of them.
    var last: (code: String, life: Life)?
    func life(_ code: String) -> Life {
      if let last, last.code == code { return last.life }
      let life = dataset.organisationIndex[code].map { lives[$0] } ?? .endless
      last = (code, life)
      return life
    }
    for (index, row) in dataset.memberCounts.enumerated() where !life(row.organisation).meets(row.period) {
      check(row.period, row.organisation, dataset, dataset.tables.memberCounts, index, .organisation, &report)
    }
    checkRatings(dataset, dataset.ratingIndex.organisationCodes.map(life), &report)
    for (index, row) in dataset.models.enumerated() where !life(row.organisation).holds(row.registeredOn) {
      check(row.registeredOn, row.organisation, dataset, dataset.tables.models, index, .organisation, &report)
    }
    for (index, row) in dataset.socialWorks.enumerated() {
      guard let code = row.organisation, !life(code).holds(row.date) else { continue }
      check(row.date, code, dataset, dataset.tables.socialWorks, index, .organisation, &report)
    }
  }

  /// The days of an organisation: all that is looked at of it until a row lies outside of them.
  private struct Life: Hashable {
    var from: CivilDate
    var to: CivilDate

    static let endless = Life(from: .earliest, to: .latest)

    func holds(_ day: CivilDate) -> Bool { from <= day && day <= to }
    func meets(_ period: Period) -> Bool { from <= period.end && period.start <= to }
  }

  /// Of a million ratings each organisation is looked up once, and each period taken apart once.
  ///
  /// - Parameter lives: by the numbers the index gives to organisations.
  private func checkRatings(_ dataset: Dataset, _ lives: [Life], _ report: inout RuleReport) {
    let index = dataset.ratingIndex
    let spans = index.periodList.map { ($0.start, $0.end) }
    for row in dataset.ratings.indices {
      let number = index.organisationNumber(ofRow: row)
      let (life, (start, end)) = (lives[number], spans[index.periodNumber(ofRow: row)])
      if life.from <= end, start <= life.to { continue }
      let rating = dataset.ratings[row]
      check(rating.period, rating.organisation, dataset, dataset.tables.ratings, row, .organisation, &report)
    }
  }

  private func check<Row: TableRow>(
    _ period: Period, _ code: String, _ dataset: Dataset, _ table: Table<Row>, _ index: Int, _ column: Row.Column,
    _ report: inout RuleReport
  ) {
    guard let body = dataset.organisation(code), !body.isValid(during: period) else { return }
    add(body, period.name, period.code, table, index, column, &report)
  }

  private func check<Row: TableRow>(
    _ date: CivilDate, _ code: String, _ dataset: Dataset, _ table: Table<Row>, _ index: Int, _ column: Row.Column,
    _ report: inout RuleReport
  ) {
    guard let body = dataset.organisation(code), !body.isValid(on: date) else { return }
    add(body, "ngày \(date.short)", date.iso, table, index, column, &report)
  }

  private func add<Row: TableRow>(
    _ body: Organisation, _ time: String, _ englishTime: String, _ table: Table<Row>, _ index: Int,
    _ column: Row.Column, _ report: inout RuleReport
  ) {
    let (from, to) = (body.validFrom, body.validTo)
    let span = "\(from.map { "từ " + $0.short } ?? "")\(to.map { " đến " + $0.short } ?? "")"
    let englishSpan = "\(from.map { "from " + $0.iso } ?? "")\(to.map { " to " + $0.iso } ?? "")"
    report.add(
      Self.self, in: table, index, column,
      Message(
        vi: "Tổ chức \(body.code) không có hiệu lực vào \(time) (\(span.trimmedStart)).",
        en: "\(body.code) did not exist at \(englishTime) (\(englishSpan.trimmedStart))."),
      hint: body.successor.map {
        Message(vi: "tổ chức kế thừa là \($0)", en: "its successor is \($0)")
      })
  }
}

extension String {
  /// Without spaces at the start.
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}
