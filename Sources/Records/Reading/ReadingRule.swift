public import Findings

/// The findings that reading itself makes; those about rows that were read are in `Rules/`.
enum ReadingRule: String, CaseIterable {
  case missingFile = "thieu-tep"
  case absentFile = "tep-khong-co"
  case unknownFile = "tep-la"
  case secondFile = "tep-trung"
  case emptyFile = "tep-rong"
  case unusableFile = "tep-khong-doc-duoc"
  case encoding = "bang-ma"
  case unsureEncoding = "bang-ma-khong-chac"
  case wrongEncoding = "bang-ma-sai"
  case columnEncoding = "bang-ma-cot"
  case lostLetters = "mat-chu"
  case missingHeader = "thieu-dong-tieu-de"
  case titleLines = "dong-ten-bang"
  case columnNumbers = "dong-danh-so-cot"
  case missingColumn = "thieu-cot"
  case secondColumn = "cot-trung"
  case unknownColumn = "cot-la"
  case nearColumn = "cot-gan-giong"
  case wrongMapping = "anh-xa-cot-sai"
  case brokenQuotes = "ngoac-kep-sai"
  case nul = "ky-tu-nul"
  case control = "ky-tu-dieu-khien"
  case oversized = "o-qua-dai"
  case extraCells = "dong-thua-o"
  case fewCells = "dong-thieu-o"
  case blankRows = "dong-trong"
  case totalRow = "dong-tong"
  case strayRow = "dong-ngoai-bang"
  case mergedCell = "o-gop"
  case missingValue = "thieu-gia-tri"
  case badCode = "ma-khong-hop-le"
  case badNumber = "so-khong-hop-le"
  case badMoney = "tien-khong-hop-le"
  case badDate = "ngay-khong-hop-le"
  case badPeriod = "ky-khong-hop-le"
  case badPath = "duong-dan-khong-hop-le"
  case ambiguous = "gia-tri-nhieu-nghia"
  case outOfRange = "ngoai-khoang"
  case unknownListValue = "danh-muc-la"
  case oldListName = "danh-muc-ten-cu"
  case newListValue = "danh-muc-mo-rong"

  var severity: Severity {
    switch self {
    case .absentFile, .encoding, .columnEncoding, .titleLines, .columnNumbers, .unknownColumn, .blankRows, .totalRow,
      .oldListName,
      .newListValue:
      .note
    case .unknownFile, .nearColumn, .fewCells, .strayRow, .control: .warning
    default: .error
    }
  }

  var entry: RuleEntry { RuleEntry(code: rawValue, severity: severity, explanation: explanation) }
}

extension ReadingRule {
  /// One line for the manual.
  private var explanation: Message {
    switch self {
    case .missingFile:
      Message(vi: "Thiếu tệp dữ liệu bắt buộc.", en: "A required data file is missing.")
    case .absentFile:
      Message(
        vi: "Không có tệp dữ liệu tùy chọn; bảng coi như trống.", en: "An optional file is absent; its table is empty.")
    case .unknownFile:
      Message(vi: "Tệp không thuộc bảng nào; không được đọc.", en: "A file belongs to no table; it is not read.")
    case .secondFile:
      Message(
        vi: "Hai tệp cho cùng một bảng; chỉ tệp đầu được đọc.", en: "Two files for one table; only the first is read.")
    case .emptyFile:
      Message(vi: "Tệp trống hoặc không có dòng dữ liệu nào.", en: "The file is empty or has no data rows.")
    case .unusableFile:
      Message(vi: "Tệp không phải bảng dữ liệu đọc được.", en: "The file is no table that can be read.")
    case .encoding:
      Message(
        vi: "Bảng mã của tệp được nhận ra không phải UTF-8.",
        en: "The file was recognised as another encoding than UTF-8.")
    case .unsureEncoding:
      Message(
        vi: "Không chắc bảng mã của tệp; cần ghi rõ trong baocao.yaml.",
        en: "The encoding is not certain and must be named in baocao.yaml.")
    case .wrongEncoding:
      Message(vi: "Có byte không thuộc bảng mã của tệp.", en: "Some bytes do not belong to the encoding of the file.")
    case .columnEncoding:
      Message(
        vi: "Cột chứa chữ phông cũ (TCVN3, VNI) trong tệp UTF-8; đã chuyển sang Unicode.",
        en: "A column held text of an old font inside UTF-8; it was converted.")
    case .lostLetters:
      Message(
        vi: "Chữ tiếng Việt đã bị mất khi lưu (“Ch? t?ch”); dòng bị bỏ.",
        en: "Vietnamese letters were lost when the file was saved; the row is left out.")
    case .missingHeader:
      Message(vi: "Không tìm thấy dòng tiêu đề cột.", en: "No header row was found.")
    case .titleLines:
      Message(vi: "Có dòng tên bảng phía trên tiêu đề; bỏ qua.", en: "Title lines above the header were skipped.")
    case .columnNumbers:
      Message(
        vi: "Có dòng đánh số cột (1, 2, 3…) dưới tiêu đề; bỏ qua.",
        en: "A row below the header that numbers the columns.")
    case .missingColumn: Message(vi: "Thiếu cột bắt buộc.", en: "A required column is missing.")
    case .secondColumn:
      Message(vi: "Hai cột cùng nghĩa; chỉ cột đầu được đọc.", en: "Two columns mean the same; only the first is read.")
    case .unknownColumn: Message(vi: "Cột lạ; không được đọc.", en: "An unknown column is not read.")
    case .nearColumn:
      Message(
        vi: "Tên cột gần giống một cột chưa có; không được đọc.",
        en: "A header nearly names an absent column; it is not read.")
    case .wrongMapping:
      Message(
        vi: "Mục “cot” trong baocao.yaml chỉ tới cột không có.",
        en: "The column mapping in baocao.yaml names no known column.")
    case .brokenQuotes:
      Message(
        vi: "Dấu ngoặc kép mở hoặc đóng sai; dòng bị bỏ.",
        en: "A quote is opened or closed wrongly; the row is left out.")
    case .nul: Message(vi: "Dòng chứa ký tự NUL; dòng bị bỏ.", en: "The row holds NUL characters and is left out.")
    case .control:
      Message(
        vi: "Ô chứa ký tự điều khiển không in được; khi in sẽ bỏ.",
        en: "A cell holds control characters that do not print; they are left out on paper.")
    case .oversized:
      Message(vi: "Ô hoặc dòng dài quá mức; dòng bị bỏ.", en: "A cell or row is too large; the row is left out.")
    case .extraCells:
      Message(
        vi: "Dòng có nhiều ô hơn tiêu đề; dòng bị bỏ.", en: "The row has more cells than the header and is left out.")
    case .fewCells:
      Message(
        vi: "Dòng có ít ô hơn tiêu đề; các ô thiếu coi như trống.",
        en: "The row has fewer cells; the absent ones are empty.")
    case .blankRows: Message(vi: "Có dòng trống; bỏ qua.", en: "Blank rows were skipped.")
    case .totalRow:
      Message(vi: "Dòng tổng cộng trong dữ liệu; không tính.", en: "A total row inside the data is not counted.")
    case .strayRow:
      Message(
        vi: "Dòng chỉ có một ô, không phải dữ liệu; bỏ qua.", en: "A row with one cell only is no data and is skipped.")
    case .mergedCell:
      Message(
        vi: "Ô trống do gộp ô ở bảng tính; dòng bị bỏ vì không đoán giá trị.",
        en: "A blank left by merged cells; nothing is guessed, the row is left out.")
    case .missingValue:
      Message(vi: "Ô bắt buộc bị trống; dòng bị bỏ.", en: "A required cell is empty; the row is left out.")
    case .badCode:
      Message(vi: "Mã có ký tự không được dùng; dòng bị bỏ.", en: "A code has characters that codes may not have.")
    case .badNumber: Message(vi: "Ô không phải là số; dòng bị bỏ.", en: "A cell is not a number; the row is left out.")
    case .badMoney:
      Message(vi: "Ô không phải là số tiền; dòng bị bỏ.", en: "A cell is not an amount of money; the row is left out.")
    case .badDate: Message(vi: "Ô không phải là ngày; dòng bị bỏ.", en: "A cell is not a date; the row is left out.")
    case .badPeriod:
      Message(vi: "Ô không phải là kỳ báo cáo; dòng bị bỏ.", en: "A cell is not a period; the row is left out.")
    case .badPath:
      Message(
        vi: "Đường dẫn phải nằm trong thư mục hồ sơ; dòng bị bỏ.",
        en: "A path must stay inside the workspace; the row is left out.")
    case .ambiguous:
      Message(
        vi: "Giá trị có thể hiểu nhiều cách; không đoán, dòng bị bỏ.",
        en: "A value may mean several things; nothing is guessed, the row is left out.")
    case .outOfRange:
      Message(vi: "Số nằm ngoài khoảng cho phép; dòng bị bỏ.", en: "A number is out of its range; the row is left out.")
    case .unknownListValue:
      Message(
        vi: "Giá trị không có trong danh mục; dòng bị bỏ.", en: "A value is not on the list; the row is left out.")
    case .oldListName:
      Message(
        vi: "Tên gọi cũ trong danh mục; được đọc theo tên mới.", en: "An old name of the list is read as the new one.")
    case .newListValue:
      Message(vi: "Giá trị ngoài danh mục gợi ý; vẫn được dùng.", en: "A value beyond the usual list is used.")
    }
  }
}

/// A finding code with what the manual says about it.
public struct RuleEntry: Sendable, Hashable {
  public var code: String
  /// The worst severity the code comes with.
  public var severity: Severity
  public var explanation: Message

  public init(code: String, severity: Severity, explanation: Message) {
    self.code = code
    self.severity = severity
    self.explanation = explanation
  }
}
