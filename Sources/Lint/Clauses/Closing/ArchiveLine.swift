internal import Findings

/// The last recipient is the archive.
struct ArchiveLine: Clause {
  static let entry = ClauseEntry(
    "noi-luu", Message(vi: "nơi lưu", en: "archive line"),
    party: .box(
      "9b", .a, vi: "dòng cuối “- Lưu Văn phòng …”: không có “VT”, không có dấu hai chấm",
      en: "last line “- Lưu Văn phòng …”: no “VT”, no colon"),
    state: .box("9b", .a, vi: "dòng cuối “- Lưu: VT, …”", en: "last line “- Lưu: VT, …”"))
  static let needs: PartKind? = .recipient

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let line = sheet.parts(.recipient).last?.lines.first else { return }
    let text = line.text
    if !text.hasPrefix("- Lưu") {
      report.add(line, vi: "dòng cuối không phải nơi lưu", en: "the last line is not the archive")
    } else if sheet.guideline.isParty, text.hasPrefix("- Lưu:") || text.firstRange(of: " VT") != nil {
      report.add(line, vi: "viết theo mẫu của cơ quan nhà nước", en: "written as the State does")
    } else if !sheet.guideline.isParty, !text.hasPrefix("- Lưu: VT") {
      report.add(line, vi: "không viết “Lưu: VT”", en: "is not “Lưu: VT”")
    }
  }
}
