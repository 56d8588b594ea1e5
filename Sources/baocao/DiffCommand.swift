internal import ArgumentParser
internal import Batch
internal import Facts
internal import Findings
internal import Vietnamese

/// `baocao diff`: what changed between two runs.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    "diff",
    abstract: "So hai lần chạy: báo cáo nào đổi, số nào đổi bao nhiêu, báo cáo nào chỉ đổi cách trình bày.",
    discussion: "Với --format json, mỗi báo cáo khác nhau là một dòng JSON.")

  @Argument(help: ArgumentHelp("Số của lần chạy trước.", valueName: "lần-trước"))
  var old: Int
  @Argument(help: ArgumentHelp("Số của lần chạy sau.", valueName: "lần-sau"))
  var new: Int
  @OptionGroup var about: NightPlaceOptions
  @Flag(help: "Chỉ in tên báo cáo, không in từng số.")
  var brief = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let books = NightBooks(try about.request())
    guard let diff = books.diff(old, new) else {
      let known = books.runs().map(String.init).joined(separator: ", ")
      throw ValidationError("không có lần chạy \(old) hoặc \(new); có: \(known.isEmpty ? "không lần nào" : known)")
    }
    if common.format == ReportStyle.json.rawValue {
      diff.forEach { Terminal.out(DiffLines.json($0)) }
      return
    }
    let lines = DiffLines(language: common.language, isBrief: brief)
    let counts = diff.forEach { Terminal.out(lines.text($0)) }
    Terminal.out(lines.total(counts))
  }
}

/// How differences read.
struct DiffLines {
  let language: Language
  let isBrief: Bool

  func text(_ item: RunDiff.Item) -> String {
    let pages =
      item.pagesBefore == item.pagesAfter || item.pagesBefore == 0 || item.pagesAfter == 0
      ? ""
      : say(" (\(item.pagesBefore) → \(item.pagesAfter) trang)", " (\(item.pagesBefore) → \(item.pagesAfter) pages)")
    var lines = ["\(name(item.change)): \(item.key.text)\(pages)"]
    guard !isBrief else { return lines[0] }
    for change in item.figures.changes { lines.append("  " + line(change)) }
    if item.figures.leftOut > 0 {
      lines.append(say("  và \(item.figures.leftOut) số liệu nữa", "  and \(item.figures.leftOut) figures more"))
    }
    if !item.figures.isKnown {
      lines.append(
        say("  lần chạy này không lưu số liệu nên không so được từng số", "  these runs kept no figures to compare"))
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ change: FigureChange) -> String {
    let what = change.meaning.isEmpty ? change.path : "\(change.path) — \(change.meaning)"
    switch (change.before, change.after) {
    case (.missing, let after): return say("\(what): thêm \(value(after))", "\(what): new \(value(after))")
    case (let before, .missing): return say("\(what): bỏ \(value(before))", "\(what): gone \(value(before))")
    case (let before, let after):
      return "\(what): \(value(before)) → \(value(after))\(difference(change.difference, before))"
    }
  }

  private func difference(_ fact: Fact, _ before: Fact) -> String {
    switch fact {
    case .integer(let value, _), .money(let value, _): " (\(value > 0 ? "+" : "")\(NumberFormat.string(value)))"
    case .decimal(let value, _):
      " (\(value > .zero ? "+" : "")\(NumberFormat.string(value))\(Self.isPercent(before) ? say(" điểm", " points") : ""))"
    default: ""
    }
  }

  private static func isPercent(_ fact: Fact) -> Bool {
    if case .percent = fact { return true }
    return false
  }

  private func value(_ fact: Fact) -> String {
    switch fact {
    case .integer(let value, _), .money(let value, _): NumberFormat.string(value)
    case .decimal(let value, _): NumberFormat.string(value)
    case .percent(let share, _): NumberFormat.percent(share.value)
    case .date(let date): date.short
    case .flag(let flag): flag ? say("có", "yes") : say("không", "no")
    case .text(let text, _): "“\(Self.short(text))”"
    default: fact.plain
    }
  }

  /// A whole paragraph in a list of figures hides the figures.
  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  func total(_ counts: RunDiff.Counts) -> String {
    let kinds = RunDiff.Change.allCases.compactMap { change in
      counts.changed[change].map { "\(name(change)) \($0)" }
    }
    let detail = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
    return say(
      "\(counts.total) báo cáo khác nhau\(detail), \(counts.figures) số liệu; \(counts.same) báo cáo như cũ",
      "\(counts.total) reports differ\(detail), \(counts.figures) figures; \(counts.same) reports are the same")
  }

  private func name(_ change: RunDiff.Change) -> String {
    switch change {
    case .added: say(change.vietnameseName, "added")
    case .removed: say(change.vietnameseName, "removed")
    case .figures: say(change.vietnameseName, "figures")
    case .paper: say(change.vietnameseName, "paper")
    case .layout: say(change.vietnameseName, "layout")
    case .failed: say(change.vietnameseName, "failed")
    case .repaired: say(change.vietnameseName, "repaired")
    }
  }

  private func say(_ vietnamese: String, _ english: String) -> String { language == .vietnamese ? vietnamese : english }
}

extension DiffLines {
  /// One object on one line; values as `facts --json` writes them, without sources.
  static func json(_ item: RunDiff.Item) -> String {
    var parts = [
      "\"key\":\(FindingJSON.quote(item.key.text))", "\"change\":\"\(item.change.rawValue)\"",
      "\"pages_before\":\(item.pagesBefore)", "\"pages_after\":\(item.pagesAfter)",
    ]
    let figures = item.figures.changes.map { change in
      "{\"path\":\(FindingJSON.quote(change.path)),\"before\":\(json(change.before)),\"after\":\(json(change.after)),"
        + "\"difference\":\(json(change.difference))}"
    }
    if !figures.isEmpty { parts.append("\"figures\":[\(figures.joined(separator: ","))]") }
    if item.figures.leftOut > 0 { parts.append("\"figures_left_out\":\(item.figures.leftOut)") }
    if !item.figures.isKnown { parts.append("\"figures_known\":false") }
    return "{\(parts.joined(separator: ","))}"
  }

  private static func json(_ fact: Fact) -> String {
    switch fact {
    case .missing: "null"
    case .integer(let value, _), .money(let value, _): String(value)
    case .flag(let flag): flag ? "true" : "false"
    case .percent(let share, _): FindingJSON.quote(share.value.description)
    default: FindingJSON.quote(fact.plain)
    }
  }
}
