import Vietnamese

extension Rating {
  /// 96 bytes.
  public static var packing: Packing<Rating>? {
    Packing(size: Packer.nameSize + 20) { rating, packer in
      packer.number(rating.row)
      packer.name(rating.organisation)
      packer.period(rating.period)
      packer.number(Int(rating.subject.rawValue))
      packer.optional(rating.level.map { Int($0.rawValue) })
      packer.date(rating.date)
      packer.shared(rating.decision)
      packer.large(Int(rating.storedScore.stored))
      rating.counts.pack(&packer)
      rating.shares.pack(&packer)
    } unpack: { packed in
      let (row, organisation, period) = (packed.number(), packed.name(), packed.period())
      let (subject, level) = (packed.number(), packed.optional())
      var rating = Rating(
        row: row, period: period ?? .earliest, organisation: organisation,
        subject: Unpacker.item(0, of: subject) ?? .organisation, level: level.flatMap { Unpacker.item(0, of: $0) },
        date: packed.date(), decision: packed.shared() ?? "")
      rating.storedScore = CompactDecimal(stored: Int64(packed.large()))
      rating.counts = Counts(&packed)
      rating.shares = Shares(&packed)
      return rating
    }
  }
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
    func share(_ stored: Int?) -> CompactShare { CompactShare(stored: stored.map { Int32(clamping: $0) } ?? -1) }
    self.init(
      excellent: share(packed.optional()), good: share(packed.optional()), completed: share(packed.optional()),
      failed: share(packed.optional()))
  }
}
