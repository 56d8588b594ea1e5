internal import Facts
internal import Records
internal import Vietnamese

/// Documents that lead and guide.
struct GuidanceFacts {
  private let documents: DatedRows<GuidanceDocument>
  private let frame: TimeFrame
  private let campaign: Campaign?
  private let rules: CountingRules

  init(_ selection: Selection, _ frame: TimeFrame, _ campaign: Campaign?, _ rules: CountingRules) {
    documents = DatedRows(
      selection.guidance.sorted { ($0.issuedOn, $0.row) < ($1.issuedOn, $1.row) }, frame, rules, day: { $0.issuedOn })
    self.frame = frame
    self.campaign = campaign
    self.rules = rules
  }

  func record() -> Record {
    let ofCampaign = documents.rows.filter { document in
      document.issuedOn <= frame.end && (campaign == nil || document.campaign == campaign?.code)
    }
    let now = documents.rows(in: frame.period)
    return Record(
      Schema.guidance,
      [
        .record(
          documents.compare { rows, period in
            rows.tally(row: { $0.row }).count(.guidance, "đếm dòng có ngay_ban_hanh trong \(period.name)")
          }),
        ofCampaign.tally(row: { $0.row }).count(.guidance, "đếm văn bản của phong trào đến ngày chốt"),
        .records(
          NamedCounts.records(
            ofCampaign, documents, .guidance, rules, column: "ngay_ban_hanh", name: \.kind, row: { $0.row })),
        .records(ofCampaign.map(document)), .records(now.map(document)),
      ])
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
