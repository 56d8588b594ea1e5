/// Choosing among rows without a copy where all of them are chosen, as in the report of one large body: a file of a hundred thousand rows is
/// then in memory once.
extension Array {
  /// As `filter`.
  func sharing(where condition: (Element) -> Bool) -> [Element] {
    allSatisfy(condition) ? self : filter(condition)
  }

  /// As `sorted`: rows mostly stand in the order of their days already.
  func sharing(sortedBy precedes: (Element, Element) -> Bool) -> [Element] {
    let isSorted = zip(self, dropFirst()).allSatisfy { !precedes($1, $0) }
    return isSorted ? self : sorted(by: precedes)
  }

  /// The elements at `places`, each of which stands there once, ascending.
  func sharing(at places: [Int]) -> [Element] {
    places.count == count ? self : places.map { self[$0] }
  }
}
