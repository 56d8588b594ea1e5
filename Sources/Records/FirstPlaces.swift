/// The place of the first row of each code.
public struct FirstPlaces: Sendable {
  /// All codes, numbered in the order of their first rows.
  public private(set) var numbers = CodeNumbers()
  private var places: [UInt32] = []

  init() {}

  init(_ codes: some Sequence<String>) {
    for (place, code) in codes.enumerated() {
      if numbers.number(of: code) == places.count { places.append(UInt32(place)) }
    }
  }

  /// nil for a code that no row has.
  public subscript(code: String) -> Int? { numbers[code].map { Int(places[$0]) } }
}
