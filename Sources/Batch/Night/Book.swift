internal import Hashing

/// The manifest of a run as it lies on the disk: of each report 24 bytes are held, and its line is read again when it is asked for. The lines of
/// fifty thousand reports are 20 MB, and three times that as values.
///
/// A torn last line and damaged lines are left out: the reports they spoke of are made again.
struct Book: Sendable {
  let header: Manifest.Header
  let summary: Manifest.Summary?
  let path: String
  /// The newest line of each report, by the marks of their keys.
  private let places: [Place]

  /// nil where there is none, or none with a header of this version.
  init?(_ path: String) {
    guard var lines = FileLines(path), let header = Self.header(&lines) else { return nil }
    var summary: Manifest.Summary?
    var places: [Place] = []
    places.reserveCapacity(max(0, min(header.planned, Self.mostPlanned)))
    while let bytes = lines.line() {
      switch ManifestLine(bytes) {
      case .entry(let entry):
        places.append(
          Place(entry.key.mark, offset: lines.place, count: bytes.count, isStale: entry.status == .stale))
      case .summary(let last): summary = last
      case .header, nil: continue
      }
    }
    self.path = path
    self.header = header
    self.summary = summary
    self.places = Self.newest(places)
  }

  /// What a header may say at most before it is thought damaged; room is made for so many.
  private static let mostPlanned = 1 << 20

  /// The first line alone.
  static func header(_ path: String) -> Manifest.Header? {
    guard var lines = FileLines(path) else { return nil }
    return header(&lines)
  }

  private static func header(_ lines: inout FileLines) -> Manifest.Header? {
    while let bytes = lines.line() {
      if bytes.isEmpty { continue }
      guard case .header(let header) = ManifestLine(bytes) else { return nil }
      return header
    }
    return nil
  }

  /// Sorted, of several lines of one report the last.
  private static func newest(_ places: [Place]) -> [Place] {
    var places = places
    places.sort { ($0.mark, $0.offset) < ($1.mark, $1.offset) }
    var kept = 0
    for index in places.indices where index + 1 == places.count || places[index].mark != places[index + 1].mark {
      places[kept] = places[index]
      kept += 1
    }
    places.removeLast(places.count - kept)
    return places
  }

  /// Closed, with a line for every report planned.
  var isComplete: Bool {
    guard let summary else { return false }
    return summary.done + summary.unchanged + summary.failed == header.planned
  }

  // MARK: Lines

  /// Where the line of a report stands.
  private struct Place {
    let mark: KeyMark
    private let start: UInt32
    private let length: UInt32
    let isStale: Bool

    init(_ mark: KeyMark, offset: Int, count: Int, isStale: Bool) {
      self.mark = mark
      // No manifest is longer than a gigabyte.
      start = UInt32(clamping: offset)
      length = UInt32(clamping: count)
      self.isStale = isStale
    }

    var offset: Int { Int(start) }
    var range: Range<Int> { offset..<offset + Int(length) }
  }

  private func place(_ mark: KeyMark) -> Place? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].mark < mark { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].mark == mark ? places[low] : nil
  }

  private func entry(at place: Place) -> Manifest.Entry? {
    guard let bytes = try? FileReader.read(path, range: place.range), case .entry(let entry) = ManifestLine(bytes[...])
    else { return nil }
    return entry
  }

  /// How many reports it speaks of.
  var count: Int { places.count }

  func contains(_ mark: KeyMark) -> Bool { place(mark) != nil }

  /// The newest line of a report.
  subscript(key: ReportKey) -> Manifest.Entry? {
    place(key.mark).flatMap(entry).flatMap { $0.key == key ? $0 : nil }
  }

  /// A report that has a file the run does not only find left over.
  func isLive(_ key: ReportKey) -> Bool { place(key.mark).map { !$0.isStale } ?? false }

  /// The newest lines of the reports whose marks are chosen, in no order that means anything.
  func forEach(where isChosen: (KeyMark) -> Bool, _ tell: (Manifest.Entry) -> Void) {
    for place in places where isChosen(place.mark) {
      if let entry = entry(at: place) { tell(entry) }
    }
  }

  /// Every line of a report in the order of the file, also those that are not the newest of their reports.
  func forEach(_ tell: (Manifest.Entry) throws -> Void) rethrows {
    guard var lines = FileLines(path) else { return }
    while let bytes = lines.line() {
      if case .entry(let entry) = ManifestLine(bytes) { try tell(entry) }
    }
  }

  /// The newest line of every report in the order of the file.
  func forEachNewest(_ tell: (Manifest.Entry) throws -> Void) rethrows {
    guard var lines = FileLines(path) else { return }
    while let bytes = lines.line() {
      guard case .entry(let entry) = ManifestLine(bytes), place(entry.key.mark)?.offset == lines.place else { continue }
      try tell(entry)
    }
  }
}

/// Stands for a key in 12 bytes. Two keys with the same mark are not to be expected: 96 bits of SHA-256.
struct KeyMark: Hashable, Comparable {
  private let high: UInt64
  private let low: UInt32

  init(high: UInt64, low: UInt32) {
    self.high = high
    self.low = low
  }

  init(_ text: String) {
    let digest = SHA256.digest(Array(text.utf8))
    high = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<12].reduce(0) { $0 << 8 | UInt32($1) }
  }

  static func < (left: KeyMark, right: KeyMark) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

extension ReportKey {
  var mark: KeyMark { KeyMark(text) }
}

/// What earlier runs know of each report: its newest line.
struct KnownReports: Sendable {
  /// From the newest to the one that knows of every report.
  private let books: [Book]
  /// Whether the newest run did not close its books, or they cannot be read.
  let isCutShort: Bool

  /// Nothing known.
  init() { (books, isCutShort) = ([], false) }

  init(_ books: [Book], isCutShort: Bool) {
    self.books = books
    self.isCutShort = isCutShort
  }

  var isEmpty: Bool { books.allSatisfy { $0.count == 0 } }

  subscript(key: ReportKey) -> Manifest.Entry? {
    for book in books {
      if let entry = book[key] { return entry }
    }
    return nil
  }

  /// All of them, sorted.
  var keys: [ReportKey] {
    var keys: [ReportKey] = []
    forEach(where: { _ in true }) { keys.append($0.key) }
    return keys.sorted()
  }

  /// Those that are not among `alive`, by key.
  func entries(besides alive: some Sequence<ReportKey>) -> [Manifest.Entry] {
    let marks = Set(alive.lazy.map(\.mark))
    var entries: [Manifest.Entry] = []
    forEach(where: { !marks.contains($0) }) { entries.append($0) }
    return entries.sorted { $0.key < $1.key }
  }

  private func forEach(where isChosen: (KeyMark) -> Bool, _ tell: (Manifest.Entry) -> Void) {
    for (place, book) in books.enumerated() {
      book.forEach(where: { mark in isChosen(mark) && !books[..<place].contains { $0.contains(mark) } }, tell)
    }
  }
}
