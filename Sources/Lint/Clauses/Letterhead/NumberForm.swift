internal import Findings

/// Box 3: how the number is written.
struct NumberForm: Clause {
  static let entry = ClauseEntry(
    "mau-so-ky-hieu", Message(vi: "cách ghi số, ký hiệu", en: "form of the number"),
    party: .box(
      "3", .a, vi: "“Số 05-BC/TU”: không có dấu hai chấm, gạch nối rồi gạch chéo, số dưới 10 thêm số 0",
      en: "“Số 05-BC/TU”: no colon, hyphen then slash, numbers below 10 with a nought"),
    state: .box(
      "3", .a, vi: "“Số: 05/BC-UBND”: có dấu hai chấm, gạch chéo rồi gạch nối, số dưới 10 thêm số 0",
      en: "“Số: 05/BC-UBND”: colon, slash then hyphen, numbers below 10 with a nought"))
  static let needs: PartKind? = .number

  func check(_ sheet: Sheet, into report: inout ClauseReport) {
    guard let line = sheet.part(.number)?.lines.first, let fault = fault(line.text, sheet.guideline.isParty)
    else { return }
    report.add(line, vi: fault.vi, en: fault.en)
  }

  private func fault(_ text: String, _ isParty: Bool) -> (vi: String, en: String)? {
    guard text.hasPrefix("Số") else { return ("không bắt đầu bằng “Số”", "does not begin with “Số”") }
    let hasColon = text.dropFirst(2).first == ":"
    if isParty, hasColon { return ("có dấu hai chấm sau “Số”", "a colon after “Số”") }
    if !isParty, !hasColon { return ("thiếu dấu hai chấm sau “Số”", "no colon after “Số”") }
    var rest = text.dropFirst(hasColon ? 3 : 2)
    guard rest.first?.isWhitespace == true else { return ("thiếu dấu cách sau “Số”", "no space after “Số”") }
    rest = rest.drop(while: \.isWhitespace)
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(number.count)
    if number.count == 1 { return ("số dưới 10 chưa thêm số 0", "a number below 10 without nought") }
    if rest.contains(where: \.isWhitespace) { return ("có dấu cách trong ký hiệu", "a space within the mark") }
    let (first, second): (Character, Character) = isParty ? ("-", "/") : ("/", "-")
    guard rest.first == first else {
      return ("sau số phải là dấu “\(first)”", "the number must be followed by “\(first)”")
    }
    // A State letter has no code of type: “Số: 05/UBND-VX”, “Số: 05/SNV”.
    let mark = rest.dropFirst()
    if mark.isEmpty || (isParty && !mark.contains(second)) {
      return ("thiếu dấu “\(second)” trước chữ viết tắt tên cơ quan", "no “\(second)” before the body's initials")
    }
    return nil
  }
}
