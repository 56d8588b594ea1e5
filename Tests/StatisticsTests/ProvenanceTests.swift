import Facts
import Foundation
import Records
import Statistics
import Testing
import Vietnamese

/// Every number of the reference case leads back to rows, and the rows make the number. The files are read here by a few lines of
/// their own, not by the reader of the program.
@Suite struct ProvenanceTests {
  /// One figure of the tree with its path.
  struct Figure {
    var path: String
    var value: Int?
    var fact: Fact
    var source: Source?
  }

  static let scopes: [Scope] = [
    .committee, .organisation("SGTVT"), .sector("doanh nghiệp"), .group("chi bộ cơ sở"), .organisation("khong-co"),
  ]
  static let periods = ["2021-Q4", "2021-H1", "2021-9M", "2021", "2020-Q4"]

  private static func figures(_ fact: Fact, _ path: String, into found: inout [Figure]) {
    switch fact {
    case .record(let record):
      for (field, value) in zip(record.type.fields, record.values) {
        figures(value, path.isEmpty ? field.name : "\(path).\(field.name)", into: &found)
      }
    case .list(let list):
      for (index, value) in list.enumerated() { figures(value, "\(path).\(index)", into: &found) }
    case .integer(let value, let source), .money(let value, let source):
      found.append(Figure(path: path, value: value, fact: fact, source: source))
    case .decimal(_, let source), .percent(_, let source):
      found.append(Figure(path: path, value: nil, fact: fact, source: source))
    case .missing, .text, .date, .period, .flag: break
    }
  }

  /// Read once: the tests below only look.
  private static let maker = Result { FactMaker(try hungYen()) }

  private static func tree(_ scope: Scope, _ period: Period) throws -> Record {
    try maker.get().facts(scope, period: period, office: office, paper: Paper(date: period.end))
  }

  private static func figures(_ scope: Scope, _ code: String) throws -> [Figure] {
    let period = try #require(PeriodInput.parse(code).value)
    var found: [Figure] = []
    figures(.record(try tree(scope, period)), "", into: &found)
    return found
  }

  /// Sources at the ends of the chain: those that name a file.
  private static func leaves(_ source: Source) -> [Source] {
    (source.file.isEmpty ? [] : [source]) + source.parts.flatMap { $0.source.map(leaves) ?? [] }
  }

  @Test(arguments: scopes, periods)
  func `each number has a source that ends at rows of a file`(scope: Scope, period: String) throws {
    let figures = try Self.figures(scope, period)
    #expect(figures.count > 100)
    var orphans: [String] = []
    for figure in figures {
      guard let source = figure.source, !source.formula.isEmpty, !Self.leaves(source).isEmpty else {
        orphans.append(figure.path)
        continue
      }
    }
    #expect(orphans == [])
  }

  @Test(arguments: scopes) func `explain answers for each path of the tree`(scope: Scope) throws {
    let period = try #require(PeriodInput.parse("2021-Q4").value)
    let record = try Self.tree(scope, period)
    var found: [Figure] = []
    Self.figures(.record(record), "", into: &found)
    for figure in found {
      let fact = try #require(record.at(figure.path), "\(figure.path)")
      #expect(fact == figure.fact)
      #expect(Explanation.render(figure.path, fact).contains("cách tính: "), "\(figure.path)")
    }
  }

  /// Lines of a file by number, cells by column name.
  private static func table(_ file: String) throws -> [Int: [String: String]] {
    let text = try String(contentsOf: root.appending(path: "examples/hung-yen/\(file)"), encoding: .utf8)
    var rows: [Int: [String: String]] = [:]
    var header: [String] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() where !line.isEmpty {
      var cells = [""]
      var isQuoted = false
      for character in line where character != "\r" && character != "\u{FEFF}" {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      if header.isEmpty {
        header = cells
      } else {
        rows[index + 1] = Dictionary(zip(header, cells)) { first, _ in first }
      }
    }
    return rows
  }

  @Test(arguments: scopes) func `the rows of a sum add up to it, and the rows of a count are as many`(scope: Scope)
    throws
  {
    var tables: [String: [Int: [String: String]]] = [:]
    var sums = 0
    var counts = 0
    for period in Self.periods {
      for figure in try Self.figures(scope, period) {
        guard let value = figure.value, let source = figure.source, source.parts.isEmpty, source.file.hasPrefix("data/")
        else { continue }
        let table = try tables[source.file] ?? Self.table(source.file)
        tables[source.file] = table
        #expect(source.rows.allSatisfy { table[$0] != nil }, "\(figure.path) cites a line that has no data")
        #expect(Set(source.rows).count == source.rows.count, "\(figure.path) cites a line twice")
        if let column = source.formula.firstMatch(of: /^(?:cộng )?cột ([a-z_]+)$/)?.1 {
          sums += 1
          let sum = source.rows.reduce(0) { $0 + (Int(table[$1]?[String(column)] ?? "") ?? 0) }
          #expect(sum == value, "\(period) \(figure.path): \(source.formula)")
        } else if source.formula.hasPrefix("đếm"), source.formula != "đếm ma_to_chuc khác nhau",
          source.file != "data/xep-loai.csv"
        {
          counts += 1
          #expect(source.rows.count == value, "\(period) \(figure.path): \(source.formula)")
        }
      }
    }
    if case .organisation("khong-co") = scope { return }
    #expect(sums > 20 && counts > 50)
  }

  /// Columns of counts by the word of a level, as `du-lieu.md` lists them.
  private static let levels = [
    "hoàn thành xuất sắc": "xuat_sac", "hoàn thành tốt": "tot", "hoàn thành": "hoan_thanh",
    "không hoàn thành": "khong_hoan_thanh",
  ]

  /// What one line of `xep-loai.csv` adds to a figure: a line with a level is one body, a line without holds counts.
  private static func share(of row: [String: String], _ formula: String) -> Int? {
    func cell(_ column: String) -> Int { Int(row[column] ?? "") ?? 0 }
    let level = row["muc"] ?? ""
    let isBody = !level.isEmpty
    let columns = ["xuat_sac", "tot", "hoan_thanh", "khong_hoan_thanh"]
    if let asked = formula.firstMatch(of: /mức “(.+)”$/)?.1 {
      guard let column = levels[String(asked)] else { return nil }
      return isBody ? (level == asked ? 1 : nil) : cell(column)
    }
    switch formula {
    case "đếm tất cả": return isBody ? 1 : cell("tong_so")
    case "đếm được đánh giá":
      if isBody { return levels[level] == nil ? nil : 1 }
      return columns.reduce(0) { $0 + cell($1) }
    case "đếm không, chưa đánh giá":
      return isBody ? (levels[level] == nil ? 1 : nil) : cell("tong_so") - columns.reduce(0) { $0 + cell($1) }
    case "đếm xuất sắc và tốt":
      return isBody
        ? (["hoàn thành xuất sắc", "hoàn thành tốt"].contains(level) ? 1 : nil) : cell("xuat_sac") + cell("tot")
    default: return nil
    }
  }

  @Test(arguments: scopes) func `ratings are the lines they cite, counted again`(scope: Scope) throws {
    let table = try Self.table("data/xep-loai.csv")
    var counts = 0
    for period in Self.periods {
      for figure in try Self.figures(scope, period) {
        guard let value = figure.value, let source = figure.source, source.parts.isEmpty,
          source.file == "data/xep-loai.csv"
        else { continue }
        counts += 1
        #expect(Set(source.rows).count == source.rows.count, "\(figure.path) cites a line twice")
        let shares = source.rows.map { row in Self.share(of: table[row] ?? [:], source.formula) }
        #expect(!shares.contains(nil), "\(figure.path) cites a line that does not belong to it: \(source.formula)")
        #expect(shares.reduce(0) { $0 + ($1 ?? 0) } == value, "\(period) \(figure.path): \(source.formula)")
      }
    }
    if case .organisation("khong-co") = scope { return }
    #expect(counts > 50)
  }

  /// The other way round: no line of the period is left out. A count by a few lines of this file, for the whole committee.
  @Test func `every line of a rating period is counted once, for organisations and for members`() throws {
    let table = try Self.table("data/xep-loai.csv")
    let period = try #require(PeriodInput.parse("2021-Q4").value)
    let record = try Self.tree(.committee, period)
    for (subject, path, column) in [("tổ chức đảng", "to_chuc", 1), ("đảng viên", "dang_vien", 0)] {
      for year in ["2020", "2019"] where year == "2020" || column == 1 {
        let rows = table.values.filter { $0["ky"] == year && $0["doi_tuong"] == subject }
        let place = year == "2020" ? path : path + "_nam_truoc"
        for (level, field) in Self.levels {
          let expected = rows.reduce(0) { sum, row in
            sum + (row["muc"] == level ? 1 : 0) + ((row["muc"] ?? "").isEmpty ? Int(row[field] ?? "") ?? 0 : 0)
          }
          #expect(record.number("xep_loai.\(place).\(field)") == expected, "\(year) \(subject) \(level)")
        }
        #expect(rows.count > 80)
      }
    }
  }
}
