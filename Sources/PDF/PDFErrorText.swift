import Graphics

extension PDFError: CustomStringConvertible {
  public var description: String { english }

  /// The message for a Vietnamese reader, with what to do where something can be done.
  public var vietnamese: String {
    switch self {
    case .brokenFont(let file, let reason):
      "không dùng được tệp phông \(file): \(reason.vietnamese); hãy thay bằng bản tốt"
    case .unknownFace(let id): "trang dùng phông số \(id.index) không có trong danh mục"
    case .unknownGlyph(let glyph, let file, let page): "trang \(page): phông \(file) không có hình chữ số \(glyph)"
    case .badNumber(let value, let what, let page):
      "trang \(page): toạ độ hoặc kích thước không hợp lệ (\(what): \(value))"
    case .badClusters(let text, let page): "trang \(page): đoạn chữ “\(text)” không khớp với các hình chữ của nó"
    case .badPicture(let fault, let page): "trang \(page): không dùng được hình ảnh: \(fault.vietnamese)"
    case .missingAnchor(let name): "liên kết trỏ tới “\(name)” nhưng không trang nào có nơi đó"
    case .repeatedAnchor(let name, let page): "trang \(page): điểm đến “\(name)” đã có ở nơi khác"
    case .badDate(let text): "ngày lập “\(text)” không đúng dạng, cần dạng 2021-03-12T08:00:00+07:00"
    case .noPages: "tài liệu không có trang nào"
    case .write(let error): "không ghi được tệp PDF: \(error)"
    case .cairo(let cause, let doing): "thư viện Cairo báo lỗi khi \(doing): \(cause)"
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .brokenFont(let file, let reason):
      "font file \(file) cannot be used: \(reason.english); replace it with a good copy"
    case .unknownFace(let id): "a page uses face \(id.index), which is not in the catalogue"
    case .unknownGlyph(let glyph, let file, let page): "page \(page): font \(file) has no glyph number \(glyph)"
    case .badNumber(let value, let what, let page): "page \(page): impossible coordinate or size (\(what): \(value))"
    case .badClusters(let text, let page): "page \(page): text “\(text)” does not match its glyphs"
    case .badPicture(let fault, let page): "page \(page): picture cannot be used: \(fault.english)"
    case .missingAnchor(let name): "a link leads to “\(name)”, but no page has that place"
    case .repeatedAnchor(let name, let page): "page \(page): the place “\(name)” exists already"
    case .badDate(let text): "creation date “\(text)” is malformed; write it like 2021-03-12T08:00:00+07:00"
    case .noPages: "the document has no page"
    case .write(let error): "the PDF could not be written: \(error)"
    case .cairo(let cause, let doing): "Cairo failed while \(doing): \(cause)"
    }
  }
}

extension FontFault {
  var vietnamese: String {
    switch self {
    case .notAFont: "không phải tệp TrueType hay OpenType"
    case .truncated(let table): "tệp bị cụt (bảng “\(table)”)"
    case .missingTable(let table): "thiếu bảng “\(table)”"
    case .unreadable(let library): "\(library) không đọc được"
    }
  }

  var english: String {
    switch self {
    case .notAFont: "not a TrueType or OpenType file"
    case .truncated(let table): "the file is cut short (table “\(table)”)"
    case .missingTable(let table): "table “\(table)” is missing"
    case .unreadable(let library): "\(library) cannot read it"
    }
  }
}

extension PictureFault {
  var vietnamese: String {
    switch self {
    case .notA(let encoding): "không phải tệp \(encoding == .jpeg ? "JPEG" : "PNG")"
    case .truncated: "tệp bị cụt"
    case .damaged: "tệp bị hỏng, hãy chép lại ảnh từ nguồn"
    case .size(let width, let height, let foundWidth, let foundHeight):
      "kích thước \(foundWidth)×\(foundHeight) khác với \(width)×\(height) đã khai"
    case .tooLarge(let pixels, let limit): "quá lớn (\(pixels) điểm ảnh, tối đa \(limit))"
    case .unsupported(let kind): "kiểu \(kind) chưa được hỗ trợ, hãy lưu lại thành JPEG hoặc PNG thường"
    }
  }

  var english: String {
    switch self {
    case .notA(let encoding): "not a \(encoding == .jpeg ? "JPEG" : "PNG") file"
    case .truncated: "the file is cut short"
    case .damaged: "the file is damaged; copy the picture again from its source"
    case .size(let width, let height, let foundWidth, let foundHeight):
      "it is \(foundWidth)×\(foundHeight), not \(width)×\(height) as declared"
    case .tooLarge(let pixels, let limit): "too large (\(pixels) pixels, at most \(limit))"
    case .unsupported(let kind): "\(kind) is not supported; save it again as an ordinary JPEG or PNG"
    }
  }
}
