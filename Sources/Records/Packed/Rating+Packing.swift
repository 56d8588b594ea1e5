import Vietnamese

extension Rating {
  /// 90 bytes.
  public static var packing: Packing<Rating>? {
    Packing(size: 3 * 4 + Packer.nameSize + 8 + 2 + 8 + 7 * 4 + 4 * 4) { rating, packer in
      packer.number(rating.row)
      packer.date(rating.date)
      packer.shared(rating.decision)
      packer.name(rating.organisation)
      packer.period(rating.period)
      packer.item(rating.subject)
      packer.byte(rating.level?.rawValue ?? noLevel)
      packer.large(Int(rating.storedScore.stored))
      rating.counts.pack(&packer)
      rating.shares.pack(&packer)
    } unpack: { packed in
      let (row, date, decision) = (packed.number(), packed.date(), packed.shared() ?? "")
      let (organisation, period) = (packed.name(), packed.period() ?? .earliest)
      var rating = Rating(
        row: row, period: period, organisation: organisation, subject: packed.item(.organisation),
        level: RatingLevel(rawValue: packed.byte()), date: date, decision: decision)
      rating.storedScore = CompactDecimal(stored: Int64(packed.large()))
      rating.counts = Counts(&packed)
      rating.shares = Shares(&packed)
      return rating
    }
  }

  private static var noLevel: UInt8 { .max }
}

extension Rating.Counts {
  fileprivate func pack(_ packer: inout Packer) {
    for count in [total, rated, excellent, good, completed, failed, unrated] { packer.optional(count.value) }
  }

  fileprivate init(_ packed: inout Unpacker) {
    self.init(
      total: CompactCount(packed.optional()), rated: CompactCount(packed.optional()),
      excellent: CompactCount(packed.optional()), good: CompactCount(packed.optional()),
      completed: CompactCount(packed.optional()), failed: CompactCount(packed.optional()),
      unrated: CompactCount(packed.optional()))
  }
}

extension Rating.Shares {
  fileprivate func pack(_ packer: inout Packer) {
    for share in [excellent, good, completed, failed] { packer.optional(share.stored < 0 ? nil : Int(share.stored)) }
  }

  fileprivate init(_ packed: inout Unpacker) {
    func share(_ stored: Int?) -> CompactShare {
      stored.map { CompactShare(stored: Int32(clamping: $0)) } ?? CompactShare(nil)
    }
    self.init(
      excellent: share(packed.optional()), good: share(packed.optional()), completed: share(packed.optional()),
      failed: share(packed.optional()))
  }
}
