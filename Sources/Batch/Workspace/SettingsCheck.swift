internal import Documents
internal import Findings
internal import Records
internal import Statistics
internal import Templates
internal import Vietnamese

/// What in `baocao.yaml` only shows to be wrong when the data and the templates are known: names that name nothing.
struct SettingsCheck {
  let settings: Settings
  let dataset: Dataset
  let shelf: Shelf

  func findings() -> [Finding] { unknownReports() + unknownOffice() + marks() }

  /// Marks of urgency and circulation no format knows, and those of secret papers.
  private func marks() -> [Finding] {
    settings.reports.keys.sorted().flatMap { name -> [Finding] in
      guard let report = settings.reports[name], report.urgencyPlace != nil || report.circulationPlace != nil else {
        return []
      }
      let reader = FormatReader(names: shelf.formatNames) { shelf.format($0) }
      guard let marks = reader.read(report.format ?? settings.format).0?.letterhead.marks else { return [] }
      let urgency = report.urgency.flatMap { problem($0, marks.urgency($0), at: report.urgencyPlace) }
      let circulation = report.circulation.flatMap { problem($0, marks.circulation($0), at: report.circulationPlace) }
      return [urgency, circulation].compactMap { $0 }
    }
  }

  private func problem(_ word: String, _ meaning: MarkWord, at place: KeyPlace?) -> Finding? {
    if word.isEmpty { return nil }
    switch meaning {
    case .known: return nil
    case .secret:
      return place?.finding("van-ban-mat", .error, MarkMessages.secret(word), hint: MarkMessages.secretHint)
    case .unknown(let near):
      return place?.finding("dau-khong-biet", .error, MarkMessages.unknown(word), hint: MarkMessages.suggestion(near))
    }
  }

  /// A misspelt report name would print a report without its number, signer and recipients.
  private func unknownReports() -> [Finding] {
    let known = shelf.reportNames
    return settings.reports.keys.sorted().filter { !known.contains($0) }.compactMap { name in
      let near = Nearest.suggest(name, among: known)
      return settings.reports[name]?.place?.finding(
        "khong-co-mau", .error,
        Message(vi: "không có mẫu báo cáo “\(name)”", en: "there is no report template “\(name)”"),
        hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
          ?? Message(
            vi: "các mẫu: \(known.joined(separator: ", "))", en: "templates: \(known.joined(separator: ", "))"))
    }
  }

  /// The office writes about the organisations below it, so its own code must be among them.
  private func unknownOffice() -> [Finding] {
    let code = settings.office.code
    guard !code.isEmpty, dataset.tables.organisations.isPresent, dataset.organisation(code) == nil else { return [] }
    let near = Nearest.suggest(code, among: dataset.organisations.map(\.code))
    let finding = settings.officePlace?.finding(
      "khong-co-to-chuc", .error,
      Message(
        vi: "mã cơ quan “\(code)” không có trong to-chuc.csv", en: "the office's code “\(code)” is not in to-chuc.csv"),
      hint: near.map { Message(vi: "ý bạn là “\($0)”?", en: "did you mean “\($0)”?") }
        ?? Message(
          vi: "ghi ở ma_to_chuc một mã có trong cột ma_to_chuc của to-chuc.csv",
          en: "write a code of the column ma_to_chuc of to-chuc.csv"))
    return finding.map { [$0] } ?? []
  }
}

/// Whether the data reach the period a report is asked for.
struct PeriodCheck {
  let period: Period
  let dataset: Dataset

  /// Without member counts a report would print “hơn 0 đảng viên”; a period of which none came is not there yet.
  func finding() -> Finding? {
    let members = dataset.tables.memberCounts
    guard members.isPresent, !members.rows.contains(where: { counts($0.period) }) else { return nil }
    let known = Set(members.rows.map(\.period.code)).sorted().joined(separator: ", ")
    return Finding(
      code: "chua-co-so-lieu-ky", severity: .error, at: Location(file: members.fileName),
      Message(
        vi: "chưa có số liệu đảng viên của kỳ \(period.code)", en: "there are no member counts of \(period.code) yet"),
      hint: Message(
        vi: "nhập các dòng của kỳ này, hoặc chọn một kỳ đã có: \(known)",
        en: "enter the rows of this period, or choose one that is there: \(known)"))
  }

  /// Rows of the period itself, or of a part of it that ends with it: a year has the members of its last quarter.
  private func counts(_ rows: Period) -> Bool {
    let rows = rows.with(cutOff: period.cutOff)
    return rows == period || (period.contains(rows) && rows.end == period.end)
  }
}
