internal import Facts
internal import Records
internal import Vietnamese

/// Documents that lead and guide.
struct GuidanceFacts {
  private let documents: [GuidanceDocument]
  private let frame: TimeFrame
  private let campaign: Campaign?
  private let rules: CountingRules

  init(_ selection: Selection, _ frame: TimeFrame, _ campaign: Campaign?, _ rules: CountingRules) {
    documents = selection.guidance.sorted { ($0.issuedOn, $0.row) < ($1.issuedOn, $1.row) }
    self.frame = frame
    self.campaign = campaign
    self.rules = rules
  }

  func record() -> Record {
    let ofCampaign = documents.filter { document in
      document.issuedOn <= frame.end && (campaign == nil || document.campaign == campaign?.code)
    }
    let now = documents.filter { frame.period.containsDate($0.issuedOn) }
    return Record(
      Schema.guidance,
      [
        .record(
          Comparison(
            now: count(frame.period), before: count(frame.previous), lastYear: count(frame.sameLastYear),
            scale: rules.shareScale
          ).record()),
        ofCampaign.tally(row: \.row).count(.guidance, "đếm văn bản của phong trào đến ngày chốt"),
        .records(NamedCounts.records(ofCampaign, .guidance, rules, name: \.kind, row: \.row)),
        .records(ofCampaign.map(document)), .records(now.map(document)),
      ])
  }

  private func count(_ period: Period?) -> Fact {
    guard let period else { return .missing }
    return documents.tally(row: \.row) { period.containsDate($0.issuedOn) }
      .count(.guidance, "đếm dòng có ngay_ban_hanh trong \(period.name)")
  }

  private func document(_ document: GuidanceDocument) -> Record {
    Record(
      Schema.guidanceDocument,
      [
        .plain(document.number), .date(document.issuedOn), .plain(document.kind), .plain(document.summary),
        .plain(document.issuedBy),
      ])
  }
}
