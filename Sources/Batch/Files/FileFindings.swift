public import Findings

extension FileError {
  /// The failure as a finding about `shown`, the path as the user knows it.
  public func finding(shown: String? = nil) -> Finding {
    let path = shown ?? path
    let (code, message, hint) = text(path)
    return Finding(code: code, severity: .error, at: Location(file: path, row: line), message, hint: hint)
  }

  private var line: Int? {
    if case .lineTooLong(let line, _) = kind { line } else { nil }
  }

  private func text(_ path: String) -> (String, Message, Message) {
    switch kind {
    case .missing:
      (
        "khong-tim-thay-tep", Message(vi: "không tìm thấy “\(path)”", en: "“\(path)” was not found"),
        Message(vi: "kiểm tra lại đường dẫn và tên tệp", en: "check the path and the name")
      )
    case .notAFile:
      (
        "khong-phai-tep", Message(vi: "“\(path)” không phải là tệp thường", en: "“\(path)” is not a regular file"),
        Message(
          vi: "chỗ này đang là thư mục hoặc tệp đặc biệt; đổi tên nó đi",
          en: "a folder or special file is in its place; rename that")
      )
    case .refused:
      (
        "khong-duoc-phep",
        Message(
          vi: "không đọc hoặc ghi được “\(path)”: \(vietnameseReason)", en: "cannot read or write “\(path)”: \(reason)"),
        Message(
          vi: "kiểm tra quyền của tệp và thư mục, hoặc chọn thư mục khác bằng --output",
          en: "check the permissions of the file and folder, or choose another folder with --output")
      )
    case .transient:
      (
        "loi-dia", Message(vi: "lỗi đĩa ở “\(path)”: \(vietnameseReason)", en: "disk error at “\(path)”: \(reason)"),
        Message(vi: "kiểm tra chỗ trống trên đĩa rồi chạy lại", en: "check the free space, then run again")
      )
    case .tooLarge(let limit):
      (
        "tep-qua-lon",
        Message(
          vi: "“\(path)” lớn hơn mức cho phép (\(limit >> 20) MiB)", en: "“\(path)” is larger than \(limit >> 20) MiB"),
        Message(vi: "tách tệp thành nhiều phần", en: "split the file")
      )
    case .lineTooLong(let line, let limit):
      (
        "dong-qua-dai",
        Message(
          vi: "dòng \(line) của “\(path)” dài hơn \(limit >> 20) MiB; đây không phải là bảng",
          en: "line \(line) of “\(path)” is longer than \(limit >> 20) MiB; this is no table"),
        Message(vi: "tệp có thể đã hỏng; hãy xuất lại", en: "the file may be damaged; export it again")
      )
    case .changed:
      (
        "tep-dang-ghi",
        Message(vi: "“\(path)” thay đổi trong khi đọc", en: "“\(path)” changed while it was read"),
        Message(vi: "đợi chương trình kia ghi xong rồi chạy lại", en: "wait until it is written, then run again")
      )
    }
  }
}
