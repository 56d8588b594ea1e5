import Documents

/// The figures of a chart, cleaned: rectangular, finite and of a number that a page can hold.
struct ChartData {
  struct Row {
    var name: String
    /// One per category; nil where there is no figure.
    var values: [Double?]
    /// One per category; empty where nothing is printed.
    var labels: [String]
  }

  /// Beyond these a chart is a grey stripe, not information; the rest is left out with a finding.
  static let mostCategories = 400
  static let mostSeries = 16
  /// Figures beyond this would overflow when scales are computed; far more than anything counted in đồng.
  static let largest = 1e300
  /// Figures below this count as zero.
  static let smallest = 1e-100

  var categories: [String]
  var rows: [Row]
  /// Categories or series that were left out.
  var cut: Bool

  init(_ chart: Chart) {
    let count = chart.series.reduce(chart.categories.count) { max($0, $1.values.count) }
    let kept = min(count, Self.mostCategories)
    cut = count > kept || chart.series.count > Self.mostSeries
    categories = (0..<kept).map { $0 < chart.categories.count ? chart.categories[$0] : "" }
    rows = chart.series.prefix(Self.mostSeries).map { series in
      Row(
        name: series.name,
        values: (0..<kept).map { $0 < series.values.count ? Self.clean(series.values[$0]) : nil },
        labels: (0..<kept).map { $0 < series.labels.count ? series.labels[$0] : "" })
    }
  }

  var isEmpty: Bool { categories.isEmpty || rows.isEmpty }

  /// Smallest and largest figure, 0 for none.
  var extremes: (low: Double, high: Double) {
    let values = rows.flatMap { $0.values.compactMap { $0 } }
    return (values.min() ?? 0, values.max() ?? 0)
  }

  /// Lowest and highest end of the stacks: negative figures stack downwards, the others upwards.
  var stackExtremes: (low: Double, high: Double) {
    var low = 0.0
    var high = 0.0
    for index in categories.indices {
      let values = rows.compactMap { $0.values[index] }
      low = min(low, values.reduce(0) { $0 + min($1, 0) })
      high = max(high, values.reduce(0) { $0 + max($1, 0) })
    }
    return (low, high)
  }

  /// Whether every figure is a whole number, so that the axis must not show halves of a model or a member.
  var isWhole: Bool {
    rows.allSatisfy { $0.values.allSatisfy { ($0 ?? 0).truncatingRemainder(dividingBy: 1) == 0 } }
  }

  private static func clean(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    return abs(value) < smallest ? 0 : min(max(value, -largest), largest)
  }
}
