internal import Configuration
internal import Documents
internal import Graphics

/// The `diem_dung` of a style: where its tabs go, and what fills the way.
struct TabDecoder {
  let reader: YAMLReader

  /// More stops than any form has.
  private static let most = 20

  private static let alignments: [(String, TabRule.Alignment)] = [
    ("trai", .left), ("giua", .center), ("phai", .right),
  ]
  private static let leaders: [(String, TabRule.Leader)] = [
    ("khong", .none), ("cham", .dots), ("gach", .hyphens), ("ke", .underline),
  ]

  func tabs(_ node: YAMLNode) -> [TabRule]? {
    guard let items = reader.list(node) else { return nil }
    guard items.count <= Self.most else {
      reader.expected(node, vi: "nhiều nhất \(Self.most) điểm dừng", en: "at most \(Self.most) tab stops")
      return nil
    }
    return items.compactMap(tab)
  }

  private func tab(_ node: YAMLNode) -> TabRule? {
    guard let fields = reader.fields(node, of: "điểm dừng", known: ["o", "can", "dan"]),
      let place = reader.required(fields, "o")
    else { return nil }
    var rule: TabRule
    if case .scalar("phai") = place.kind {
      rule = TabRule(place: .rightEdge, alignment: .right)
    } else {
      guard let length = reader.length(place) else { return nil }
      guard length > .zero else {
        reader.expected(place, vi: "khoảng cách lớn hơn 0, hoặc “phai”", en: "a distance above 0, or “phai”")
        return nil
      }
      rule = TabRule(place: .at(length))
    }
    if let alignment = fields["can"].flatMap({ reader.choice($0, Self.alignments) }) { rule.alignment = alignment }
    if let leader = fields["dan"].flatMap({ reader.choice($0, Self.leaders) }) { rule.leader = leader }
    return rule
  }
}
