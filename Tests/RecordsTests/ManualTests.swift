import Findings
import Foundation
import Records
import Testing

/// The manual and the program say the same.
@Suite struct ManualTests {
  private func page(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/vi/\(name).md"), encoding: .utf8)
  }

  @Test func `every finding code is explained in the manual in the words of the rule book`() throws {
    let text = try page("kiem-tra")
    let levels: [Severity: String] = [.error: "Lỗi", .warning: "Cảnh báo", .note: "Lưu ý"]
    for entry in RuleBook.entries {
      let level = try #require(levels[entry.severity])
      let section = "\n### \(entry.code)\n\n**\(level).** \(entry.explanation.vietnamese)\n\nCách sửa: "
      #expect(text.contains(section), "\(entry.code)")
    }
  }

  @Test func `the manual explains no code that is gone`() throws {
    let groups: Set = ["Tệp và bảng mã", "Tiêu đề và cột", "Dòng", "Ô", "Đối chiếu số liệu"]
    var inside = false
    var found: [String] = []
    for line in try page("kiem-tra").split(separator: "\n") {
      if line.hasPrefix("## ") { inside = groups.contains(String(line.dropFirst(3))) }
      if inside, line.hasPrefix("### ") { found.append(String(line.dropFirst(4))) }
    }
    #expect(found.sorted() == RuleBook.entries.map(\.code))
  }

  @Test func `codes are unaccented Vietnamese with hyphens and unique`() {
    let codes = RuleBook.entries.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { code in code.utf8.allSatisfy { 0x61...0x7A ~= $0 || $0 == 0x2D } })
  }

  /// `| ma_to_chuc | mã của tổ chức | mã | K | … |`
  private func documented(_ table: String) throws -> [(name: String, kind: String, need: String)] {
    let sections = try page("du-lieu").components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix("\(table).csv:") }, "\(table)")
    return section.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count >= 6, cells[1].utf8.allSatisfy({ 0x61...0x7A ~= $0 || $0 == 0x5F }), !cells[1].isEmpty else {
        return nil
      }
      return (cells[1], cells[3], cells[4])
    }
  }

  @Test(arguments: TableSchema.all) func `the dictionary of data lists the columns that are read`(_ table: TableSchema)
    throws
  {
    let names = [
      "ma": "mã", "van_ban": "văn bản", "so": "số", "tien": "tiền", "ty_le": "tỷ lệ", "ngay": "ngày", "ky": "kỳ",
      "danh_muc": "danh mục", "tep": "tệp",
    ]
    let rows = try documented(table.name.rawValue)
    #expect(rows.map(\.name) == table.columns.map(\.name))
    for (row, column) in zip(rows, table.columns) {
      let need = column.isKey ? "K" : (column.isRequired ? "có" : "")
      // `muc` is required of some rows only; the dictionary says of which.
      #expect(row.need == need || column.name == "muc", "\(row.name): \(row.need)")
      if let kind = names[column.kind.name], case .openList = column.kind {
        #expect([kind, "văn bản"].contains(row.kind), "\(row.name)")
      } else if let kind = names[column.kind.name] {
        #expect(row.kind == kind, "\(table.name.rawValue).\(row.name)")
      }
    }
  }
}
