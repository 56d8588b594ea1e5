internal import Facts
internal import Records
internal import Vietnamese

/// The one organisation a report is about: its ratings over the years, and where it stands among similar bodies.
///
/// What it did itself is in the other figures, which are of its scope; here the rows of its group are needed as well.
struct UnitFacts {
  private let unit: Organisation
  private let dataset: Dataset
  private let ledger: Ledger
  private let frame: TimeFrame
  private let campaign: Campaign?
  private let book: PeerBook

  /// nil for a report about more than one organisation, and for an organisation that is not in the data.
  init?(
    _ scope: Scope, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ campaign: Campaign?, _ book: PeerBook
  ) {
    guard case .organisation(let code) = scope, let place = ledger.organisations[code] else { return nil }
    unit = dataset.organisations[place]
    self.dataset = dataset
    self.ledger = ledger
    self.frame = frame
    self.campaign = campaign
    self.book = book
  }

  func record() -> Record {
    Record(
      Schema.unit,
      [
        .plain(unit.code), .plain(unit.name), .plain(unit.kind.name), .plain(unit.sector), .plain(unit.group),
        .plain(unit.address), .records(ledger.ownRatings(of: unit.code, in: dataset, until: frame.end).map(rating)),
        .record(standing()),
      ])
  }

  // MARK: Ratings

  private func rating(_ rating: Rating) -> Record {
    Record(
      Schema.unitRating,
      [
        .period(rating.period), .plain(rating.level?.fullName ?? ""), .plain(rating.level?.mark ?? ""),
        .plain(rating.decision), .optional(rating.date),
      ])
  }

  // MARK: The group

  /// Bodies of the same group that exist on the last day, or of the same kind where there are no groups; always with the unit.
  private var group: PeerGroup {
    let key = Ledger.peerKey(unit)
    // A body that has ended still has its report, beside those that exist; the others must not find it among theirs.
    if !unit.isValid(on: frame.end) { return peerGroup(key) }
    return book.group(key, frame.period) { peerGroup(key) }
  }

  private func peerGroup(_ key: String) -> PeerGroup {
    let peers = ledger.peers[key].compactMap { place -> PeerGroup.Peer? in
      let body = dataset.organisations[place]
      guard body.isValid(on: frame.end) || body.code == unit.code else { return nil }
      return PeerGroup.Peer(code: body.code, row: body.row)
    }
    return PeerGroup(peers, dataset, ledger, frame, campaign)
  }

  private func standing() -> Record {
    let group = self.group
    let own = group.own(unit.code)
    return Record(
      Schema.standing,
      [.plain(unit.group.isEmpty ? unit.kind.name : unit.group), group.count] + group.levels + [
        group.totalModels, own.models.count(.models, "đếm mô hình của đơn vị"), group.modelRank(own.models),
        group.totalAmount, own.amounts.money(.socialWorks), group.amountRank(own.amounts),
      ])
  }
}
