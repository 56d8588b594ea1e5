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

  /// nil for a report about more than one organisation, and for an organisation that is not in the data.
  init?(_ scope: Scope, _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ campaign: Campaign?) {
    guard case .organisation(let code) = scope, let place = ledger.organisations[code] else { return nil }
    unit = dataset.organisations[place]
    self.dataset = dataset
    self.ledger = ledger
    self.frame = frame
    self.campaign = campaign
  }

  func record() -> Record {
    Record(
      Schema.unit,
      [
        .plain(unit.code), .plain(unit.name), .plain(unit.kind.name), .plain(unit.sector), .plain(unit.group),
        .plain(unit.address), .records(ratings(of: unit.code).map(rating)), .record(standing()),
      ])
  }

  // MARK: Ratings

  /// Ratings of the body itself up to the last day, the oldest first.
  private func ratings(of code: String) -> [Rating] {
    (ledger.ratings[code] ?? []).map { dataset.ratings[$0] }
      .filter { $0.subject == .organisation && $0.level != nil && $0.period.end <= frame.end }
      .sorted { ($0.period, $0.row) < ($1.period, $1.row) }
  }

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
  private var peers: [Organisation] {
    let peers = (ledger.peers[Ledger.peerKey(unit)] ?? []).map { dataset.organisations[$0] }
    return peers.filter { $0.code == unit.code || $0.isValid(on: frame.end) }
  }

  private func standing() -> Record {
    let peers = self.peers
    let models = peers.map {
      sum($0.code, ledger.models, isRegistered) {
        dataset.models[$0].row
      } amount: { _ in
        1
      }
    }
    let amounts = peers.map {
      sum($0.code, ledger.socialWorks, isOfYear) {
        dataset.socialWorks[$0].row
      } amount: {
        dataset.socialWorks[$0].amount
      }
    }
    let own = peers.firstIndex { $0.code == unit.code } ?? 0
    return Record(
      Schema.standing,
      [
        .plain(unit.group.isEmpty ? unit.kind.name : unit.group),
        peers.tally(row: \.row).count(.organisations, "đếm đơn vị cùng nhóm còn hiệu lực ngày chốt"),
      ] + levels(peers) + [
        total(models).count(.models, "đếm mô hình của cả nhóm"),
        models[own].count(.models, "đếm mô hình của đơn vị"), rank(own, models, "số mô hình"),
        total(amounts).money(.socialWorks), amounts[own].money(.socialWorks), rank(own, amounts, "số tiền"),
      ])
  }

  /// How many of the group reached each level in the latest rating period of the group.
  private func levels(_ peers: [Organisation]) -> [Fact] {
    let ratings = peers.flatMap { self.ratings(of: $0.code) }
    let latest = ratings.map(\.period).max { ($0.end, $0.start) < ($1.end, $1.start) }
    return RatingTable.order.map { level in
      ratings.tally(row: \.row) { $0.period == latest && $0.level == level }
        .count(.ratings, "đếm đơn vị cùng nhóm xếp mức “\(level.name)”")
    }
  }

  /// Adds up the rows of an organisation and of those below it.
  private func sum(
    _ code: String, _ places: [String: [Int]], _ holds: (Int) -> Bool, row: (Int) -> Int, amount: (Int) -> Int
  ) -> Tally {
    var tally = Tally()
    for code in ledger.family(of: code, in: dataset) {
      for place in places[code] ?? [] where holds(place) { tally.add(amount(place), row: row(place)) }
    }
    return tally
  }

  private func isRegistered(_ place: Int) -> Bool {
    let model = dataset.models[place]
    return model.registeredOn <= frame.end && (campaign == nil || model.campaign == campaign?.code)
  }

  private func isOfYear(_ place: Int) -> Bool { frame.isSinceNewYear(dataset.socialWorks[place].date) }

  private func total(_ parts: [Tally]) -> Tally {
    var total = Tally()
    for part in parts { total.add(part) }
    return total
  }

  /// One more than the bodies that have more; equals share a rank.
  private func rank(_ own: Int, _ tallies: [Tally], _ what: String) -> Fact {
    let better = tallies.count { $0.total > tallies[own].total }
    return .integer(
      better + 1,
      Source(
        formula: "1 + số đơn vị cùng nhóm có \(what) lớn hơn",
        parts: [.init(name: "số đơn vị hơn", value: String(better), source: nil)]))
  }
}
