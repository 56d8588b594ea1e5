/// Reads the yes and no of a column: `có`, `x`, `1`, `đạt`… or `không`, `0`, `-`…
public enum YesNoInput {
  private static let yes: Set<String> = ["co", "x", "1", "yes", "y", "true", "dung", "dat", "roi", "da", "✓", "✔", "☑"]
  private static let no: Set<String> = [
    "khong", "0", "no", "n", "false", "sai", "k", "ko", "chua", "khong dat", "chua dat",
  ]

  /// Accents and case do not matter; an empty cell stays empty and is not taken for a no.
  public static func parse(_ text: String) -> Reading<Bool> {
    guard text.utf8.count <= ByteText.longestCell else { return .invalid(.notYesOrNo) }
    let key = Folding.key(text)
    if key.isEmpty {
      let hasDash = text.contains { $0 == "-" || $0 == "–" || $0 == "—" }
      return hasDash ? .certain(false) : .empty
    }
    if yes.contains(key) { return .certain(true) }
    return no.contains(key) ? .certain(false) : .invalid(.notYesOrNo)
  }
}
