internal import Configuration
internal import Facts

/// The names an expression may use at one place of a template, innermost last, and the slot each lives in.
struct Scope: Sendable {
  private enum Binding: Sendable {
    case variable(String, FactType, slot: Int)
    /// The fields of a record stand for themselves: the report's facts, or the row of a table.
    case fields(RecordType, slot: Int)
    /// `vong`.
    case loop(Int)
  }

  /// What a name stands for.
  enum Meaning {
    case variable(FactType, slot: Int)
    case field(RecordType.Field, slot: Int, place: Int)
    case loop(Int)
  }

  private var bindings: [Binding]
  /// `nhan.…`: texts that stand where they are named.
  let labels: Labels
  private(set) var slotCount = 1
  private(set) var loopCount = 0

  /// The slot of the report's facts.
  static let factsSlot = 0

  init(root: RecordType, labels: Labels = Labels()) {
    self.labels = labels
    // `goc` reaches the report's facts where a row or a loop variable hides one of their names.
    bindings = [
      .variable("goc", .record(root), slot: Self.factsSlot), .fields(root, slot: Self.factsSlot),
    ]
  }

  /// Binds a name; gives the slot to fill.
  mutating func bind(_ name: String, _ type: FactType) -> Int {
    bindings.append(.variable(name, type, slot: slotCount))
    slotCount += 1
    return slotCount - 1
  }

  /// Lets the fields of the record in `slot` stand for themselves.
  mutating func open(_ type: RecordType, slot: Int) { bindings.append(.fields(type, slot: slot)) }

  /// Begins a loop; gives the place of its counter.
  mutating func beginLoop() -> Int {
    bindings.append(.loop(loopCount))
    loopCount += 1
    return loopCount - 1
  }

  static let labelGroup = "nhan"
  static let loopFields = ["stt", "dau", "cuoi", "tong"]

  func meaning(of name: String) -> Meaning? {
    for binding in bindings.reversed() {
      switch binding {
      case .variable(name, let type, let slot): return .variable(type, slot: slot)
      case .fields(let type, let slot):
        if let place = type.place(of: name) { return .field(type.fields[place], slot: slot, place: place) }
      case .loop(let index) where name == "vong": return .loop(index)
      default: continue
      }
    }
    return nil
  }

  /// Every name in sight, for suggestions.
  var names: [String] {
    var names: [String] = labels.names.isEmpty ? [] : [Self.labelGroup]
    for binding in bindings.reversed() {
      switch binding {
      case .variable(let name, _, _): names.append(name)
      case .fields(let type, _): names += type.fields.map(\.name)
      case .loop: names.append("vong")
      }
    }
    return names
  }
}
