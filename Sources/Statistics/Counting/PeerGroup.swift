internal import Facts
internal import Records
internal import Synchronization
internal import Vietnamese

/// Similar bodies on one day, counted once for all their reports: each report adds up its own unit again and looks its rank up.
///
/// Without this every report would add up the rows of the whole group again, and a run over all units would grow with their square.
struct PeerGroup: Sendable {
  let count: Fact
  let levels: [Fact]
  let totalModels: Fact
  let totalAmount: Fact
  private let counting: PeerCount
  private let rankedModels: [Int128]
  private let rankedAmounts: [Int128]

  /// What is looked at of a body.
  struct Peer {
    var code: String
    var row: Int
  }

  init(_ peers: [Peer], _ dataset: Dataset, _ ledger: Ledger, _ frame: TimeFrame, _ campaign: Campaign?) {
    counting = PeerCount(dataset: dataset, ledger: ledger, frame: frame, campaign: campaign)
    var (models, amounts) = (Tally(), Tally())
    var (rankedModels, rankedAmounts) = ([Int128](), [Int128]())
    for peer in peers {
      let own = (models: counting.models(peer.code), amounts: counting.amounts(peer.code))
      models.add(own.models)
      amounts.add(own.amounts)
      rankedModels.append(own.models.total)
      rankedAmounts.append(own.amounts.total)
    }
    levels = counting.levels(peers)
    self.count = peers.tally(row: { $0.row }).count(.organisations, "đếm đơn vị cùng nhóm còn hiệu lực ngày chốt")
    totalModels = models.count(.models, "đếm mô hình của cả nhóm")
    totalAmount = amounts.money(.socialWorks)
    self.rankedModels = rankedModels.sorted()
    self.rankedAmounts = rankedAmounts.sorted()
  }

  /// What one body of the group has.
  func own(_ code: String) -> (models: Tally, amounts: Tally) { (counting.models(code), counting.amounts(code)) }

  func modelRank(_ models: Tally) -> Fact {
    rank(models, rankedModels, "số mô hình", models.source(.models, "đếm dòng"), totalModels)
  }

  func amountRank(_ amounts: Tally) -> Fact {
    rank(amounts, rankedAmounts, "số tiền", amounts.source(.socialWorks, "cộng cột so_tien"), totalAmount)
  }

  /// One more than the bodies that have more; equals share a rank.
  private func rank(_ own: Tally, _ ranked: [Int128], _ what: String, _ mine: Source, _ all: Fact) -> Fact {
    let better = Self.larger(than: own.total, in: ranked)
    return .integer(
      better + 1,
      Source(
        formula: "1 + số đơn vị cùng nhóm có \(what) lớn hơn (\(better))",
        parts: [
          .init(name: "\(what) của đơn vị", value: "\(own.total)", source: mine),
          .init(name: "\(what) của cả nhóm", value: all.whole.map { String($0) } ?? "", source: all.source),
        ]))
  }

  /// How many of the ascending `numbers` are larger than `number`.
  static func larger(than number: Int128, in numbers: [Int128]) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] > number { high = middle } else { low = middle + 1 }
    }
    return numbers.count - low
  }

}

/// Adds up the rows of bodies with all below them.
private struct PeerCount {
  let dataset: Dataset
  let ledger: Ledger
  let frame: TimeFrame
  let campaign: Campaign?

  func models(_ code: String) -> Tally {
    var tally = Tally()
    for model in dataset.models.elements(at: places(code, ledger.models)) where isRegistered(model) {
      tally.add(row: model.row)
    }
    return tally
  }

  func amounts(_ code: String) -> Tally {
    var tally = Tally()
    for work in dataset.socialWorks.elements(at: places(code, ledger.socialWorks))
    where frame.isSinceNewYear(work.date) {
      tally.add(work.amount, row: work.row)
    }
    return tally
  }

  /// How many reached each level in the latest rating period of the group.
  func levels(_ peers: [PeerGroup.Peer]) -> [Fact] {
    let ratings = peers.flatMap { peer in
      ledger.ownRatings(of: peer.code, in: dataset, until: frame.end).map {
        Rated(row: $0.row, period: $0.period, level: $0.level)
      }
    }
    let latest = ratings.map(\.period).max { ($0.end, $0.start) < ($1.end, $1.start) }
    return RatingTable.order.map { level in
      ratings.tally(row: { $0.row }) { $0.period == latest && $0.level == level }
        .count(.ratings, "đếm đơn vị cùng nhóm xếp mức “\(level.name)”")
    }
  }

  /// What is looked at of a rating.
  private struct Rated {
    var row: Int
    var period: Period
    var level: RatingLevel?
  }

  private func places(_ code: String, _ places: PlacesByCode) -> [Int] {
    ledger.family(of: [code], on: frame.end, in: dataset).flatMap { places[$0] }
  }

  private func isRegistered(_ model: Model) -> Bool {
    model.registeredOn <= frame.end && (campaign == nil || model.campaign == campaign?.code)
  }
}

/// The groups counted so far, shared by all workers of a run.
final class PeerBook: Sendable {
  private struct Key: Hashable {
    var period: Period
    var group: String
  }

  private let groups = Mutex<[Key: PeerGroup]>([:])

  /// Groups kept before all are let go: a run has one period, and offices sort their units into a handful of groups.
  private static let most = 64

  func group(_ name: String, _ period: Period, make: () -> PeerGroup) -> PeerGroup {
    let key = Key(period: period, group: name)
    return groups.withLock { groups in
      if let known = groups[key] { return known }
      let made = make()
      if groups.count >= Self.most { groups.removeAll() }
      groups[key] = made
      return made
    }
  }
}
