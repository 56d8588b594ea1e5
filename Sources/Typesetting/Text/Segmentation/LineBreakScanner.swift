/// Decides, character by character, where a line may break: the rules of Unicode Standard Annex #14 in their order.
///
///     var scanner = LineBreakScanner()
///     for character in text { scanner.next(LineBreakClass(character)) }   // decision for the place before the character
///
/// Version 14.0, with LB15a and LB15b of 15.1 in place of LB15 (which forbids the break in `“Dân vận khéo” (2020)`) and LB20a of 16.0
/// (a hyphen at the head of a word, `-BC/ĐUK`, is not left behind). LB25 is the list of pairs, not the regular expression.
struct LineBreakScanner {
  enum Decision: Sendable {
    case prohibited
    case allowed
    case mandatory
  }

  /// Class of the last character that is not a space, combining marks joined to their base (LB9).
  private(set) var last = LineBreakClass.bk
  /// Spaces have followed it.
  private var spaced = false
  private var started = false
  /// The last character is a hyphen with which a word begins.
  private var leadingHyphen = false
  /// The last character is a hyphen or break-after that follows a Hebrew letter.
  private var hebrewHyphen = false
  private var joiner = false

  /// Whether the line may break before a character of class `next`, which then becomes the last one.
  mutating func next(_ next: LineBreakClass) -> Decision {
    let decision = decide(next)
    advance(next)
    return decision
  }

  private func decide(_ next: LineBreakClass) -> Decision {
    guard started else { return .prohibited }  // LB2
    if last == .bk, !spaced { return .mandatory }  // LB4
    if next == .bk || next == .sp || next == .zw { return .prohibited }  // LB6, LB7
    if last == .zw { return .allowed }  // LB8
    if joiner, !spaced { return .prohibited }  // LB8a
    if spaced { return Self.mayBreakAcrossSpaces(last, next) ? .allowed : .prohibited }
    if next == .cm || next == .zwj { return .prohibited }  // LB9
    if leadingHyphen, next == .al { return .prohibited }  // LB20a
    if hebrewHyphen { return .prohibited }  // LB21a
    return Self.mayBreak(between: last, next) ? .allowed : .prohibited
  }

  private mutating func advance(_ next: LineBreakClass) {
    defer { started = true }
    joiner = next == .zwj
    if next == .sp {
      spaced = true
      return
    }
    let attaches = (next == .cm || next == .zwj) && started && !spaced && last != .bk && last != .zw
    if attaches { return }
    let resolved: LineBreakClass = next == .cm || next == .zwj ? .al : next  // LB10
    leadingHyphen = resolved == .hy && (!started || spaced || last == .bk || last == .zw || last == .gl)
    hebrewHyphen = (resolved == .hy || resolved == .ba) && last == .hl && !spaced
    last = resolved
    spaced = false
  }

  /// Whether a line may break at spaces that stand between the two classes (LB7 to LB18).
  static func mayBreakAcrossSpaces(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    switch (before, after) {
    case (.al, .al): true  // LB18, for nearly all words
    case (.zw, _): true  // LB8
    case (_, .wj): false  // LB11
    case (_, .cl), (_, .cp), (_, .ex), (_, .is), (_, .sy): false  // LB13
    case (.op, _): false  // LB14
    case (.quOpen, _), (_, .quClose): false  // LB15a, LB15b
    case (.cl, .ns), (.cp, .ns): false  // LB16
    case (.b2, .b2): false  // LB17
    default: true  // LB18
    }
  }

  /// Whether a line may break between two classes that touch (LB11 to LB31).
  static func mayBreak(between before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    if before == .wj || after == .wj || before == .gl { return false }  // LB11, LB12
    if after == .gl { return before == .ba || before == .hy }  // LB12a
    switch after {
    case .cl, .cp, .ex, .is, .sy: return false  // LB13
    case .qu, .quOpen, .quClose: return false  // LB19
    case .ba, .hy, .ns: return false  // LB21
    case .in: return false  // LB22
    default: break
    }
    switch (before, after) {
    case (.op, _): return false  // LB14
    case (.b2, .b2): return false  // LB17
    case (.qu, _), (.quOpen, _), (.quClose, _): return false  // LB19
    case (.bb, _): return false  // LB21
    case (.sy, .hl): return false  // LB21b
    default: return !joins(before, after)
    }
  }

  /// Letters, digits and the signs around numbers hold together (LB23 to LB30).
  private static func joins(_ before: LineBreakClass, _ after: LineBreakClass) -> Bool {
    let letter = after == .al || after == .hl
    switch before {
    case .al, .hl: return letter || after == .nu || after == .pr || after == .po || after == .op  // LB28, 23, 24, 30
    case .nu: return letter || after == .nu || after == .pr || after == .po || after == .op  // LB23, 25, 30
    case .pr: return letter || after == .id || after == .op || after == .nu  // LB24, 23a, 25
    case .po: return letter || after == .op || after == .nu  // LB24, 25
    case .id: return after == .po  // LB23a
    case .cl: return after == .po || after == .pr  // LB25
    case .cp: return after == .po || after == .pr || letter || after == .nu  // LB25, 30
    case .hy, .sy: return after == .nu  // LB25
    case .is: return after == .nu || letter  // LB25, 29
    default: return false  // LB31
    }
  }
}
