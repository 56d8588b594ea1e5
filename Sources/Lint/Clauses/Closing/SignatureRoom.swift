internal import Findings

/// Room for signature and seal between post and name.
struct SignatureRoom: Clause {
  private static let asks = Term.box(
    "7c", .b, vi: "khoảng bốn dòng trống để ký, đóng dấu", en: "about four empty lines to sign")
  static let entry = ClauseEntry(
    "cho-ky", Message(vi: "chỗ ký", en: "room to sign"), party: asks, state: asks)
  static let needs: PartKind? = .signer

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let signer = sheet.part(.signer)?.lines.first,
      let above = (sheet.part(.post) ?? sheet.parts(.authority).last)?.lines.last, above.page == signer.page
    else { return }
    let room = signer.baseline - above.baseline - signer.size
    guard room < Self.least else { return }
    report.add(signer, vi: "chỉ có \(Measure.vi(room)) pt", en: "\(Measure.en(room)) pt only")
  }

  /// Four lines of 14 pt.
  private static let least = 56.0
}
