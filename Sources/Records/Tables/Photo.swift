public import Vietnamese

/// A photo with its caption (`anh.csv`).
public struct Photo: Sendable, Hashable {
  public var row: Int
  public var code: String
  /// Relative to the workspace, inside it.
  public var file: String
  public var caption: String
  public var date: CivilDate?
  public var author: String
  public var organisation: String?

  public init(
    row: Int = 0, code: String, file: String, caption: String, date: CivilDate? = nil, author: String = "",
    organisation: String? = nil
  ) {
    self.row = row
    self.code = code
    self.file = file
    self.caption = caption
    self.date = date
    self.author = author
    self.organisation = organisation
  }
}

extension Photo: TableRow {
  public enum Column: Int, TableColumn {
    case code, file, caption, date, author, organisation

    public var schema: ColumnSchema {
      switch self {
      case .code: ColumnSchema("ma_anh", .code, vi: "Mã ảnh", en: "Code of the photo", key: true)
      case .file:
        ColumnSchema("tep", .path, vi: "Tệp ảnh", en: "Picture file", required: true, aliases: ["tệp ảnh", "tên tệp"])
      case .caption: ColumnSchema("chu_thich", .text, vi: "Chú thích", en: "Caption", required: true)
      case .date: ColumnSchema("ngay", .date, vi: "Ngày chụp", en: "Taken on", aliases: ["ngày chụp"])
      case .author: ColumnSchema("tac_gia", .text, vi: "Tác giả", en: "Author", aliases: ["người chụp"])
      case .organisation: .organisation()
      }
    }
  }

  public static let schema = TableSchema(
    name: .photos, vi: "Ảnh", en: "Photos", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    code = cells.code(Column.code) ?? ""
    file = cells.path(Column.file)
    caption = cells.text(Column.caption)
    date = cells.date(Column.date)
    author = cells.text(Column.author)
    organisation = cells.code(Column.organisation)
    guard cells.isSound else { return nil }
  }
}
