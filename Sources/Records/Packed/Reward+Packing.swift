import Vietnamese

extension Reward {
  /// 96 bytes, and the name.
  public static var packing: Packing<Reward>? {
    Packing(size: 4 * Packer.nameSize + 8, hasLongTexts: true) { reward, packer in
      packer.number(reward.row)
      packer.name(reward.code)
      packer.long(reward.name)
      packer.number(Int(reward.kind.rawValue))
      packer.name(reward.organisation ?? "")
      packer.shared(reward.form)
      packer.shared(reward.level)
      packer.name(reward.decision)
      packer.date(reward.decidedOn)
      packer.shared(reward.campaign)
      packer.name(reward.model ?? "")
    } unpack: { packed in
      let (row, code, name, kind) = (packed.number(), packed.name(), packed.long(), packed.number())
      // No code is empty.
      func given(_ text: String) -> String? { text.isEmpty ? nil : text }
      return Reward(
        row: row, code: code, name: name, kind: Unpacker.item(0, of: kind) ?? .collective,
        organisation: given(packed.name()), form: packed.shared() ?? "", level: packed.shared() ?? "",
        decision: packed.name(), decidedOn: packed.date() ?? .earliest, campaign: packed.shared(),
        model: given(packed.name()))
    }
  }
}
