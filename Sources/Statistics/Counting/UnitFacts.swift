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
    let peers = ledger.peers[key].map { dataset.organisations[$0] }
    return PeerGroup(
      peers.filter { $0.isValid(on: frame.end) || $0.code == unit.code }, dataset, ledger, frame, campaign)
  }

  private func standing() -> Record {
    let group = self.group
    let own = group.place(of: unit.code) ?? 0
    return Record(
      Schema.standing,
      [.plain(unit.group.isEmpty ? unit.kind.name : unit.group), group.count] + group.levels + [
        group.totalModels, group.models[own].count(.models, "đếm mô hình của đơn vị"), group.modelRank(own),
        group.totalAmount, group.amounts[own].money(.socialWorks), group.amountRank(own),
      ])
  }
}
