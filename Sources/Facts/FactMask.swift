/// Which parts of a record something looks at, as a tree of field places: what a template can show of the facts.
///
/// A list is looked at whole or not at all.
public struct FactMask: Sendable, Hashable {
  /// By place of the field; nil: the whole value.
  private var fields: [Int: FactMask]?

  public static let everything = FactMask(fields: nil)
  public static let nothing = FactMask(fields: [:])

  public var isEverything: Bool { fields == nil }

  /// What is looked at of one field; nil: nothing.
  public subscript(place: Int) -> FactMask? {
    guard let fields else { return .everything }
    return fields[place]
  }

  /// Adds the value at the end of a path; the empty path is everything.
  public mutating func insert(_ path: some Collection<Int>) {
    guard let first = path.first else {
      fields = nil
      return
    }
    guard fields != nil else { return }
    fields?[first, default: .nothing].insert(path.dropFirst())
  }

  public mutating func formUnion(_ other: FactMask) {
    guard let mine = fields else { return }
    fields = other.fields.map { others in
      mine.merging(others) { left, right in
        var union = left
        union.formUnion(right)
        return union
      }
    }
  }
}
