internal import Findings

/// Dates in the text are padded like the date of the document.
struct DatePadding: Clause {
  private static let asks = Term(
    place: Message(vi: "cách ghi ngày", en: "dates"), confidence: .a,
    asks: Message(
      vi: "ngày dưới 10, tháng 1 và 2 thêm số 0: 03/6/2013, 16/01/2012",
      en: "days below 10 and months 1, 2 with a nought: 03/6/2013, 16/01/2012"))
  static let entry = ClauseEntry(
    "ngay-trong-van-ban", Message(vi: "ngày trong văn bản", en: "dates in the text"), party: asks, state: asks)

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    let head = sheet.part(.placeAndDate)?.text
    for passage in sheet.passages where passage.text != head {
      for fault in WrittenDates.faults(in: passage.text) { report.add(passage, fault.text, vi: fault.vi, en: fault.en) }
    }
  }
}

/// A stretch of text read across its line ends.
struct Passage {
  var lines: [PrintedLine]

  var text: String { lines.map(\.text).joined(separator: " ") }
}

extension Sheet {
  /// Components as they read, and the other lines of each page: cells, captions, notes.
  var passages: [Passage] {
    let found = parts.map { Passage(lines: $0.lines) }
    let taken = Set(parts.flatMap(\.runs).map(RunKey.init))
    let rest = pages.flatMap { PrintedLine.lines($0.runs.filter { !taken.contains(RunKey($0)) }) }
    return found + rest.map { Passage(lines: [$0]) }
  }

  private struct RunKey: Hashable {
    var page: Int
    var left: Double
    var baseline: Double

    init(_ run: PrintedRun) {
      page = run.page
      left = run.left
      baseline = run.baseline
    }
  }
}

extension ClauseReport {
  /// Adds a finding at the line of a passage that holds `marked`, or at its first.
  mutating func add(_ passage: Passage, _ marked: String, vi: String, en: String) {
    let line = passage.lines.first { $0.text.firstRange(of: marked) != nil }
    add(page: passage.lines.first?.page, line ?? passage.lines.first, marked: marked, vi: vi, en: en)
  }
}
