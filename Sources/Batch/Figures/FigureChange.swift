public import Facts
internal import Statistics
internal import Vietnamese

/// One figure that two runs have differently.
public struct FigureChange: Sendable, Hashable {
  /// `dang_vien.tong_so.ky_nay`, `mo_hinh.danh_sach[MH-01].ket_qua`; a whole row that came or went is `mo_hinh.danh_sach[MH-07]`.
  public var path: String
  /// What the field means, from the schema of facts; empty where this program has no such field.
  public var meaning: String
  /// Missing where the run had no such figure. A row that came or went is its name.
  public var before: Fact
  public var after: Fact
  /// After less before, for numbers of one kind (of percentages in points); missing for everything else.
  public var difference: Fact
}

/// What changed in the figures of one report.
public struct FigureChanges: Sendable {
  /// In the order of the facts; at most `limit`.
  public var changes: [FigureChange] = []
  /// How many more there are.
  public var leftOut = 0
  /// Whether both runs kept the figures: older runs did not.
  public var isKnown = true

  /// More than a person reads for one report.
  public static let limit = 500

  /// Whether all that changed is what `baocao.yaml` says: number, date, signature, letterhead.
  public var isPaperAlone: Bool {
    isKnown && leftOut == 0 && !changes.isEmpty
      && changes.allSatisfy { change in Self.paper.contains { change.path.hasPrefix($0 + ".") } }
  }

  private static let paper = ["co_quan", "van_ban", "trang_tin"]

  static let unknown = FigureChanges(isKnown: false)

  init(isKnown: Bool = true) { self.isKnown = isKnown }

  /// Fields that only one of the shapes has are the template's doing, not the data's: they are left out.
  init(from old: FigureShelf.Kept, to new: FigureShelf.Kept) {
    guard old.shape != new.shape else {
      self.init(from: old.figures, to: new.figures)
      return
    }
    let common = old.shape.fields.intersection(new.shape.fields)
    self.init(
      from: old.figures.filter { common.contains($0.field) }, to: new.figures.filter { common.contains($0.field) })
  }

  init(from old: [Figure], to new: [Figure]) {
    let before = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(\.path))
    let (oldRows, newRows) = (Set(old.compactMap(\.row)), Set(new.compactMap(\.row)))
    var told: Set<String> = []
    for figure in new {
      if let row = figure.row, !oldRows.contains(row) {
        if told.insert(row).inserted { add(row, Self.list(of: row), .missing, Self.name(row)) }
      } else if let known = before[figure.path] {
        if !Self.reads(known.fact, as: figure.fact) { add(figure.path, figure.field, known.fact, figure.fact) }
      } else {
        add(figure.path, figure.field, .missing, figure.fact)
      }
    }
    for figure in old where !after.contains(figure.path) {
      if let row = figure.row, !newRows.contains(row) {
        if told.insert(row).inserted { add(row, Self.list(of: row), Self.name(row), .missing) }
      } else {
        add(figure.path, figure.field, figure.fact, .missing)
      }
    }
  }

  /// A share is what is printed: part and whole are figures of their own.
  private static func reads(_ old: Fact, as new: Fact) -> Bool {
    if case .percent(let before, _) = old, case .percent(let after, _) = new { return before.value == after.value }
    return old == new
  }

  /// What stands in the last brackets.
  private static func name(_ row: String) -> Fact {
    .text(row.split(separator: "[", maxSplits: 1).last.map { String($0.dropLast()) } ?? row, nil)
  }

  private mutating func add(_ path: String, _ field: String, _ before: Fact, _ after: Fact) {
    guard changes.count < Self.limit else {
      leftOut += 1
      return
    }
    changes.append(
      FigureChange(
        path: path, meaning: FigureMeaning.text(field), before: before, after: after,
        difference: Self.difference(before, after)))
  }

  /// The field of a list from the path of its row.
  private static func list(of row: String) -> String { String(row.prefix { $0 != "[" }) }

  private static func difference(_ before: Fact, _ after: Fact) -> Fact {
    switch (before, after) {
    case (.integer(let old, _), .integer(let new, _)):
      let (value, overflow) = new.subtractingReportingOverflow(old)
      return overflow ? .missing : .integer(value, nil)
    case (.money(let old, _), .money(let new, _)):
      let (value, overflow) = new.subtractingReportingOverflow(old)
      return overflow ? .missing : .money(value, nil)
    case (.decimal(let old, _), .decimal(let new, _)): return decimal(old, new)
    case (.percent(let old, _), .percent(let new, _)):
      return decimal(old.value, new.value)
    default: return .missing
    }
  }

  private static func decimal(_ old: ExactDecimal, _ new: ExactDecimal) -> Fact {
    (try? new - old).map { .decimal($0, nil) } ?? .missing
  }
}

/// What a field means, in the words of the schema.
enum FigureMeaning {
  /// The meanings on the way, the last ones first in weight: “đảng viên theo kỳ, kỳ báo cáo”.
  static func text(_ path: String) -> String {
    var type = FactType.record(Schema.root)
    var words: [String] = []
    for name in path.split(separator: ".") {
      if case .list(let element) = type { type = element }
      guard case .record(let record) = type, let place = record.place(of: String(name)) else { return "" }
      words.append(record.fields[place].meaning)
      type = record.fields[place].type
    }
    return words.dropFirst(words.count > 1 ? 1 : 0).joined(separator: ", ")
  }
}
