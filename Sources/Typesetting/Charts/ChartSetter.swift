import Documents
import Findings
import Graphics

/// Draws charts: what to show becomes shapes and labels.
///
///     Chart --ChartData--> figures --one of three plots--> ChartCanvas --> Fragment with its caption
enum ChartSetter {
  /// A chart narrower or lower than this shows nothing that can be read, points.
  static let leastWidth = 100.0
  static let leastHeight = 60.0

  /// The chart and its caption, `measure` points wide and at most `room` points high, where `room` is what an empty page offers.
  ///
  /// Findings go to `text.findings`: no figures, no room, or labels that had to be left out.
  static func set(
    _ chart: Chart, measure: Double, room: Double, format: Format, context: TextContext = TextContext(),
    text: inout TextSetter
  ) -> Fragment {
    let caption = Caption(chart.caption, measure: measure, format: format, context: context, text: &text)
    let limit = room - caption.height
    let data = ChartData(chart)
    let problem = problem(data, measure: measure, limit: limit)
    if let problem { text.findings.append(finding(problem, chart, context)) }
    guard problem == nil || problem == .tooMuch else { return caption.under(Fragment(width: measure, height: 0)) }
    let height = chart.height.map { min(max($0.points.isFinite ? $0.points : 0, leastHeight), limit) }
    let plot = Plot(
      data: data, unit: chart.unit, width: measure, height: height, limit: limit,
      look: ChartLook(format: format, context: context))
    // Several sizes and places are tried: what was wrong with the text is told once, apart from the trials.
    let findings = text.findings
    let canvas = draw(chart.kind, plot, text: &text)
    text.findings = findings
    checkCharacters(plot, text: &text)
    guard canvas.height <= limit + 1e-6 else {
      text.findings.append(finding(.noRoom, chart, context))
      return caption.under(Fragment(width: measure, height: 0))
    }
    if chart.kind == .pie || chart.kind == .ring, data.extremes.low < 0 {
      text.findings.append(finding(.negativeShare, chart, context))
    }
    if canvas.omitted > 0 { text.findings.append(finding(.omitted(canvas.omitted), chart, context)) }
    return caption.under(Fragment(width: measure, height: canvas.height, items: canvas.items()))
  }

  static func draw(_ kind: Chart.Kind, _ plot: Plot, text: inout TextSetter) -> ChartCanvas {
    switch kind {
    case .bars: BarPlot(plot, stacked: false).draw(horizontal: false, text: &text)
    case .stackedBars: BarPlot(plot, stacked: true).draw(horizontal: false, text: &text)
    case .horizontalBars: BarPlot(plot, stacked: false).draw(horizontal: true, text: &text)
    case .lines: LinePlot(plot).draw(text: &text)
    case .pie: PiePlot(plot, hole: 0).draw(text: &text)
    case .ring: PiePlot(plot, hole: PiePlot.ringHole).draw(text: &text)
    }
  }

  /// Sets each text once, for the findings alone.
  private static func checkCharacters(_ plot: Plot, text: inout TextSetter) {
    let strings = [plot.unit] + plot.data.categories + plot.data.rows.flatMap { [$0.name] + $0.labels }
    for string in strings where !string.isEmpty {
      _ = text.extent([.plain(string)], style: plot.look.style, context: plot.look.context)
    }
  }

  private static func problem(_ data: ChartData, measure: Double, limit: Double) -> ChartProblem? {
    if !(measure >= leastWidth && measure.isFinite && limit >= leastHeight && limit.isFinite) { return .noRoom }
    if data.isEmpty { return .noFigures }
    return data.cut ? .tooMuch : nil
  }

  private static func finding(_ problem: ChartProblem, _ chart: Chart, _ context: TextContext) -> Finding {
    let name = chart.caption.plainText
    return Finding(
      code: problem.code, severity: problem.severity, at: context.place, problem.message(chart: name))
  }
}

/// What a chart draws from, and the room it has.
struct Plot {
  var data: ChartData
  var unit: String
  var width: Double
  /// As the document asks for; more where labels would not fit. nil: as the plot likes.
  var height: Double?
  /// Height that must not be exceeded.
  var limit: Double
  var look: ChartLook

  /// How far down a legend may reach: to half of the room.
  var legendLimit: Double { limit / 2 }

  /// Height of a plot that follows its width.
  var usualHeight: Double { min(height ?? width * ChartLook.proportion, limit) }

  /// Steps of a value axis `length` points long.
  func intervals(_ length: Double, step: Double = ChartLook.stepHeight) -> Int {
    min(max(Int(max(0, min(length, 1e6)) / step), ChartLook.steps.lowerBound), ChartLook.steps.upperBound)
  }

  /// The unit as printed above an axis: with its magnitude, and with the name of the only series.
  func unitLine(_ magnitude: TickScale.Magnitude = .one) -> String {
    let full = [magnitude.word, unit].filter { !$0.isEmpty }.joined(separator: " ")
    guard data.rows.count == 1, !data.rows[0].name.isEmpty, data.rows[0].name != unit else { return full }
    return full.isEmpty ? data.rows[0].name : "\(data.rows[0].name) (\(full))"
  }

  /// Width of a standing axis with its ticks; half of the chart at most, however long the figures.
  func axisWidth(_ ticks: [ChartLabel?]) -> Double {
    min(ticks.reduce(0) { max($0, $1?.width ?? 0) } + 2 * ChartLook.gap, width / 2)
  }

  /// Names for the legend: none where there is only one series.
  var legendNames: [String] { data.rows.count > 1 ? data.rows.map(\.name) : [] }
}

/// Why a chart is not shown, or not shown in full.
enum ChartProblem: Equatable {
  case noFigures
  case noRoom
  case tooMuch
  case omitted(Int)
  /// Shares of a whole cannot be negative.
  case negativeShare

  var code: String {
    switch self {
    case .noFigures: "bieu-do-khong-co-so-lieu"
    case .noRoom: "bieu-do-khong-du-cho"
    case .tooMuch: "bieu-do-qua-nhieu-so-lieu"
    case .omitted: "bieu-do-bo-bot-nhan"
    case .negativeShare: "bieu-do-tron-co-so-am"
    }
  }

  var severity: Severity {
    if case .omitted = self { .note } else { .warning }
  }

  func message(chart name: String) -> Message {
    switch self {
    case .noFigures: Message(vi: "biểu đồ “\(name)” không có số liệu", en: "the chart “\(name)” has no figures")
    case .noRoom:
      Message(
        vi: "không đủ chỗ cho biểu đồ “\(name)”; hãy tăng bề rộng hoặc rút ngắn chú thích",
        en: "there is no room for the chart “\(name)”; widen it or shorten its caption")
    case .tooMuch:
      Message(
        vi: "biểu đồ “\(name)” chỉ vẽ \(ChartData.mostSeries) dãy và \(ChartData.mostCategories) mục đầu; hãy chia nhỏ",
        en: "the chart “\(name)” shows the first \(ChartData.mostSeries) series and \(ChartData.mostCategories) "
          + "categories only; split it")
    case .omitted(let count):
      Message(
        vi: "biểu đồ “\(name)” quá dày: \(count) nhãn không in được; hãy kèm bảng số liệu",
        en: "the chart “\(name)” is too dense: \(count) labels are not printed; add a table")
    case .negativeShare:
      Message(
        vi: "biểu đồ “\(name)” có phần âm, không vẽ được trong hình tròn",
        en: "the chart “\(name)” has a negative share, which a circle cannot show")
    }
  }
}
