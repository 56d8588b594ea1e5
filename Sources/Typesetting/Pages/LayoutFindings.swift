internal import Documents
internal import Findings

/// What layout has to say about a document, each with what to do about it.
extension Finding {
  static func longRow(row: Int, caption: String) -> Finding {
    Finding(
      code: "hang-thua-o", severity: .warning, at: Location(file: "", row: row),
      Message(
        vi: "hàng \(row) của biểu “\(caption)” có nhiều ô hơn số cột; các ô thừa không được in",
        en: "row \(row) of table “\(caption)” has more cells than columns; the cells beyond are not printed"))
  }

  /// `start`: the first characters of the cell, by which a reader finds it.
  static func longCell(_ start: String, bytes: Int, limit: Int, at location: Location) -> Finding {
    Finding(
      code: "o-qua-dai", severity: .error, at: location,
      Message(
        vi: "ô dài \(bytes) byte, quá giới hạn \(limit); phần sau bị cắt",
        en: "a cell of \(bytes) bytes is over the limit of \(limit); the rest is cut off"),
      hint: Message(
        vi: "kiểm tra dấu ngoặc kép trong tệp CSV, hoặc tăng gioi_han.o_bang_kb trong baocao.yaml",
        en: "look for a missing quotation mark in the CSV file, or raise gioi_han.o_bang_kb in baocao.yaml"),
      excerpt: Excerpt(line: start, start: 0, length: start.count))
  }

  static func narrowedTable(_ caption: String) -> Finding {
    Finding(
      code: "bieu-rong-hon-trang", severity: .warning, at: Location(file: ""),
      Message(
        vi: "biểu “\(caption)” rộng hơn trang; các cột được thu hẹp",
        en: "table “\(caption)” is wider than the page; its columns are narrowed"),
      hint: Message(
        vi: "bớt cột, hoặc đặt biểu trên trang ngang", en: "drop columns, or set the table on a landscape page"))
  }

  static func correctedColumns(_ columns: [Int], _ caption: String) -> Finding {
    let list = columns.map { "\($0 + 1)" }.joined(separator: ", ")
    return Finding(
      code: "cot-qua-hep", severity: .warning, at: Location(file: ""),
      Message(
        vi: "biểu “\(caption)”: độ rộng đã cho của cột \(list) không dùng được; cột được đặt hẹp nhất có thể",
        en: "table “\(caption)”: the width given for column \(list) cannot be used; the column is as narrow as possible"
      ))
  }

  static func tableWithoutColumns(_ caption: String) -> Finding {
    Finding(
      code: "bieu-khong-cot", severity: .warning, at: Location(file: ""),
      Message(
        vi: "biểu “\(caption)” không có cột nào nên không được in",
        en: "table “\(caption)” has no columns and is not printed"))
  }

  static func headerCellsDropped(_ count: Int, _ caption: String) -> Finding {
    Finding(
      code: "dau-bieu-thua-o", severity: .warning, at: Location(file: ""),
      Message(
        vi: "đầu biểu “\(caption)” có \(count) ô không còn chỗ đặt",
        en: "the header of table “\(caption)” has \(count) cells for which there is no place"))
  }

  static func blockHigherThanPage(page: Int) -> Finding {
    Finding(
      code: "khoi-cao-hon-trang", severity: .warning, at: Location(file: ""),
      Message(
        vi: "trang \(page): một khối cao hơn trang và không tách được",
        en: "page \(page): a block is higher than the page and cannot be parted"))
  }

  static func duplicateLabel(_ label: String) -> Finding {
    Finding(
      code: "nhan-trung", severity: .warning, at: Location(file: ""),
      Message(
        vi: "nhãn “\(label)” được đặt hai lần; tham chiếu dẫn đến chỗ đầu tiên",
        en: "the label “\(label)” is given twice; references lead to the first place"))
  }

  static func nestedTooDeep() -> Finding {
    Finding(
      code: "long-qua-sau", severity: .error, at: Location(file: ""),
      Message(
        vi: "danh sách và trích dẫn lồng nhau quá sâu; phần sâu nhất không được in",
        en: "lists and quotes are nested too deeply; the innermost are not printed"))
  }

  static func unsupportedInFootnote() -> Finding {
    Finding(
      code: "cuoc-chu-khong-hop-le", severity: .warning, at: Location(file: ""),
      Message(
        vi: "cước chú chỉ chứa được đoạn văn và danh sách; các khối khác bị bỏ",
        en: "a footnote can hold paragraphs and lists only; other blocks are left out"))
  }
}
