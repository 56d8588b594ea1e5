/// What a layout pass learns of pages, and the next one prints.
struct PageNumbers: Equatable {
  /// By label, as printed.
  var labels: [String: Int] = [:]
  /// By heading, in the order of `Program.headings`.
  var headings: [Int: Int] = [:]
  /// Pages of each numbering: a section that begins again at 1 begins the next.
  var counts: [Int] = []
  /// Pages of the whole document.
  var total = 0

  mutating func learn(_ plan: PagePlan, number: Int) {
    for index in plan.boxes.indices {
      for mark in plan.boxes[index].marks {
        switch mark {
        case .anchor(let label): if labels[label] == nil { labels[label] = number }
        case .outline(_, _, let ordinal): headings[ordinal] = number
        }
      }
    }
  }
}
