import Findings

/// Organisations that are, through others, above themselves. They are left out: no sum over the hierarchy would end.
struct ParentCycle: Rule {
  static let entry = RuleEntry(
    code: "vong-cap-tren", severity: .error,
    explanation: Message(
      vi: "Tổ chức là cấp trên của chính mình, trực tiếp hoặc vòng quanh; các dòng đó bị bỏ.",
      en: "An organisation is above itself, directly or in a circle; its rows are left out."))

  /// Codes of a circle that a message names.
  private static let shown = 6

  func check(_ dataset: Dataset, into report: inout RuleReport) {
    let parents = dataset.organisations.map { $0.parent.flatMap { dataset.organisationIndex[$0] } }
    var walk = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walk[start] == 0 {
      var path: [Int] = []
      var next: Int? = start
      // Each organisation is walked once: 0 is new, start + 1 this walk, anything else an earlier one.
      while let index = next, walk[index] == 0 {
        walk[index] = start + 1
        path.append(index)
        next = parents[index]
      }
      if let end = next, walk[end] == start + 1, let first = path.firstIndex(of: end) {
        add(Array(path[first...]), dataset, &report)
      }
    }
  }

  private func add(_ circle: [Int], _ dataset: Dataset, _ report: inout RuleReport) {
    let codes = circle.map { dataset.organisations[$0].code }
    let text = (codes.prefix(Self.shown) + (codes.count > Self.shown ? ["…"] : []) + [codes[0]]).joined(
      separator: " → ")
    for index in circle {
      report.add(
        Self.self, in: dataset.tables.organisations, index, .parent,
        Message(vi: "Cấp trên nối vòng: \(text).", en: "The bodies above form a circle: \(text)."),
        hint: Message(vi: "sửa cột ma_cap_tren", en: "correct ma_cap_tren"))
    }
  }
}
