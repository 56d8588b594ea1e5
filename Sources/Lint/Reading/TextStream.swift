internal import Documents

/// Text as it is compared: small letters, no spaces.
enum Folded {
  static func scalars(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      for small in scalar.properties.lowercaseMapping.unicodeScalars { result.append(small.value) }
    }
    return result
  }
}

/// What a component of the document looks like in print: its letters, with gaps where typesetting puts a number of its own.
struct Pattern {
  enum Unit: Equatable {
    case letter(UInt32)
    case gap
  }

  private(set) var units: [Unit] = []

  init(_ text: String) { units = Folded.scalars(text).map(Unit.letter) }

  init(_ inlines: [Inline]) { add(inlines) }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text, _, _): units += Folded.scalars(text).map(Unit.letter)
      case .link(let inner, _): add(inner)
      case .lineBreak: break
      case .tab, .footnote, .reference, .pageNumber, .pageCount: if units.last != .gap { units.append(.gap) }
      }
    }
  }
}

/// The letters of all pages in reading order, and which run each belongs to.
struct TextStream {
  let runs: [PrintedRun]
  private var letters: [UInt32] = []
  private var runOf: [Int] = []
  private var starts: [Int] = []

  init(_ pages: [PrintedPage]) {
    runs = pages.flatMap(\.runs)
    for (index, run) in runs.enumerated() {
      starts.append(letters.count)
      let scalars = Folded.scalars(run.text)
      letters += scalars
      runOf += Array(repeating: index, count: scalars.count)
    }
    starts.append(letters.count)
  }

  var count: Int { letters.count }

  struct Match {
    var runs: [PrintedRun]
    /// Behind the last letter.
    var end: Int
  }

  /// Longest mark before a component in its first run: the number of a heading, a dash.
  private static let longestMark = 14
  /// Longest punctuation behind it.
  private static let longestTail = 3
  /// Longest text typesetting puts in a gap: “Phụ lục 12”, “trang 125”.
  private static let longestGap = 80
  /// Letters by which the text behind a gap or a page's end is known.
  private static let sample = 8
  /// Runs at the head of the next page that may stand before the rest of a paragraph: a table's repeated header.
  private static let headRuns = 60

  /// The first place from `start` where the pattern stands, its runs filled by nothing else.
  func find(_ pattern: Pattern, from start: Int, to end: Int? = nil) -> Match? {
    let units = pattern.units
    guard case .letter(let first)? = units.first else { return nil }
    for place in max(0, start)..<max(start, min(end ?? letters.count, letters.count)) where letters[place] == first {
      guard place - starts[runOf[place]] <= Self.longestMark else { continue }
      if let match = match(units, at: place) { return match }
    }
    return nil
  }

  private func match(_ units: [Pattern.Unit], at start: Int) -> Match? {
    var place = start
    var touched: [Int] = []
    for index in units.indices {
      switch units[index] {
      case .gap:
        guard index + 1 < units.count else { continue }
        guard
          let next = (place..<min(place + Self.longestGap, letters.count)).first(where: { agrees(units, index + 1, $0) }
          )
        else { return nil }
        place = next
      case .letter(let letter):
        if place >= letters.count || letters[place] != letter {
          guard let next = onNextPage(units, index, place) else { return nil }
          place = next
        }
        if touched.last != runOf[place] { touched.append(runOf[place]) }
        place += 1
      }
    }
    guard let last = touched.last else { return nil }
    let rest = starts[last + 1] - place
    guard rest <= Self.longestTail || units.last == .gap else { return nil }
    return Match(runs: touched.map { runs[$0] }, end: place)
  }

  /// Where the text goes on behind the end of a page: footnotes stand before it, a repeated header after.
  private func onNextPage(_ units: [Pattern.Unit], _ index: Int, _ place: Int) -> Int? {
    guard place > 0, place <= letters.count, place == letters.count || starts[runOf[place]] == place else { return nil }
    let page = runs[runOf[place - 1]].page + 1
    var tried = 0
    for run in (runOf[place - 1] + 1)..<max(runOf[place - 1] + 1, runs.count) where runs[run].page == page {
      if agrees(units, index, starts[run]) { return starts[run] }
      tried += 1
      if tried == Self.headRuns { break }
    }
    return nil
  }

  private func agrees(_ units: [Pattern.Unit], _ index: Int, _ place: Int) -> Bool {
    for offset in 0..<min(Self.sample, units.count - index) {
      guard case .letter(let letter) = units[index + offset] else { return true }
      guard place + offset < letters.count, letters[place + offset] == letter else { return false }
    }
    return true
  }

  /// Behind the last letter of the page that `place` stands on.
  func endOfPage(_ place: Int) -> Int {
    guard place < letters.count else { return letters.count }
    let page = runs[runOf[place]].page
    let next = runs.indices.first { runs[$0].page > page }
    return next.map { starts[$0] } ?? letters.count
  }
}
