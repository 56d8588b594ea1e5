import CHarfBuzz

/// Canonical composition (Unicode Normalization Form C, Unicode Standard Annex #15) with the character data HarfBuzz carries.
///
/// Office data is nearly always composed already; this runs only for strings that show a character which might not be.
///
/// Unsafe parts: the functions table is HarfBuzz's own constant, never freed.
enum Normalizer {
  /// The scalars in NFC.
  static func compose(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var marks: [(scalar: UInt32, order: UInt32)] = []
    for scalar in scalars { decompose(scalar.value, into: &marks) }
    sortMarks(&marks)
    return recompose(marks).compactMap(Unicode.Scalar.init)
  }

  /// Full canonical decomposition, each scalar with its combining class.
  private static func decompose(_ scalar: UInt32, into result: inout [(scalar: UInt32, order: UInt32)]) {
    var first: hb_codepoint_t = 0
    var second: hb_codepoint_t = 0
    guard let functions = unsafe hb_unicode_funcs_get_default(),
      unsafe hb_unicode_decompose(functions, scalar, &first, &second) != 0
    else {
      result.append((scalar, combiningClass(scalar)))
      return
    }
    decompose(first, into: &result)
    if second != 0 { result.append((second, combiningClass(second))) }
  }

  private static func combiningClass(_ scalar: UInt32) -> UInt32 {
    guard let functions = unsafe hb_unicode_funcs_get_default() else { return 0 }
    return unsafe hb_unicode_combining_class(functions, scalar).rawValue
  }

  /// Marks after one base in the order of their classes; those of equal class keep theirs.
  private static func sortMarks(_ marks: inout [(scalar: UInt32, order: UInt32)]) {
    var start = 0
    while start < marks.count {
      guard marks[start].order != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < marks.count, marks[end].order != 0 { end += 1 }
      let sorted = marks[start..<end].enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }
      marks.replaceSubrange(start..<end, with: sorted.map(\.element))
      start = end
    }
  }

  private static func recompose(_ marks: [(scalar: UInt32, order: UInt32)]) -> [UInt32] {
    var result: [UInt32] = []
    var starter: Int?
    var lastOrder: UInt32 = 0
    for mark in marks {
      // Blocked where a mark of the same or a higher class, or another starter, stands between.
      let blocked = starter.map { $0 != result.count - 1 && lastOrder >= mark.order } ?? true
      if let base = starter, !blocked, let composed = composition(result[base], mark.scalar) {
        result[base] = composed
        continue
      }
      if mark.order == 0 { starter = result.count }
      lastOrder = mark.order
      result.append(mark.scalar)
    }
    return result
  }

  private static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    var composed: hb_codepoint_t = 0
    guard let functions = unsafe hb_unicode_funcs_get_default(),
      unsafe hb_unicode_compose(functions, first, second, &composed) != 0
    else { return nil }
    return composed
  }
}
