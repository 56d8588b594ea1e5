public import Vietnamese

/// An article listed beside the report (`bai-viet.csv`).
public struct Article: Sendable, Hashable {
  public var row: Int
  public var code: String
  public var title: String
  public var date: CivilDate
  public var group: ArticleGroup
  public var link: String

  public init(row: Int = 0, code: String, title: String, date: CivilDate, group: ArticleGroup, link: String = "") {
    self.row = row
    self.code = code
    self.title = title
    self.date = date
    self.group = group
    self.link = link
  }
}

/// The list an article stands in.
public enum ArticleGroup: UInt8, ListValue {
  case related, latest

  public var name: String {
    switch self {
    case .related: "liên quan"
    case .latest: "mới nhất"
    }
  }

  public static let spellings: [(String, ArticleGroup)] = [
    ("bài viết liên quan", .related), ("tin liên quan", .related), ("tin mới nhất", .latest), ("mới", .latest),
  ]
}

extension Article: TableRow {
  public enum Column: Int, TableColumn {
    case code, title, date, group, link

    public var schema: ColumnSchema {
      switch self {
      case .code: ColumnSchema("ma_bai", .code, vi: "Mã bài", en: "Code of the article", key: true)
      case .title: ColumnSchema("tieu_de", .text, vi: "Tiêu đề", en: "Title", required: true)
      case .date:
        ColumnSchema("ngay", .date, vi: "Ngày đăng", en: "Published on", required: true, aliases: ["ngày đăng"])
      case .group:
        ColumnSchema("nhom", .list(ListSchema(ArticleGroup.self)), vi: "Nhóm tin", en: "List", required: true)
      case .link: ColumnSchema("duong_dan", .text, vi: "Đường dẫn", en: "Link", aliases: ["link", "URL"])
      }
    }
  }

  public static let schema = TableSchema(
    name: .articles, vi: "Tin, bài", en: "Articles", isRequired: false,
    columns: Column.allCases.map(\.schema))

  public var key: [String] { [code] }

  public init?(_ cells: inout CellReader) {
    row = cells.line
    code = cells.code(Column.code) ?? ""
    title = cells.text(Column.title)
    let date = cells.date(Column.date)
    let group = cells.list(Column.group, ArticleGroup.self)
    link = cells.text(Column.link)
    guard cells.isSound, let date, let group else { return nil }
    self.date = date
    self.group = group
  }
}
