import Vietnamese

extension Submission {
  /// 36 bytes.
  public static var packing: Packing<Submission>? {
    Packing(size: Packer.nameSize + 5) { sent, packer in
      packer.number(sent.row)
      packer.name(sent.organisation)
      packer.period(sent.period)
      packer.date(sent.sentOn)
      packer.date(sent.dueOn)
    } unpack: { packed in
      Submission(
        row: packed.number(), organisation: packed.name(), period: packed.period() ?? .earliest,
        sentOn: packed.date(), dueOn: packed.date())
    }
  }
}
