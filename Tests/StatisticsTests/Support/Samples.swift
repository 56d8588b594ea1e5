import Facts
import Findings
import Foundation
import Records
import Statistics
import Testing
import Vietnamese

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The reference case, read from its CSV files.
func hungYen() throws -> Dataset {
  let folder = root.appending(path: "examples/hung-yen/data")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    .filter { $0.hasSuffix(".csv") }
    .map { name in
      SourceFile(name: "data/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }
  let (dataset, findings) = DatasetReader().read(files: files)
  #expect(findings.count(.error) == 0)
  return dataset
}

func quarter(_ number: Int, _ year: Int) throws -> Period { try #require(Period.quarter(number, year)) }

func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
  try #require(CivilDate(year: year, month: month, day: day))
}

let office = Office(code: "DUK", name: "Đảng ủy Khối")

func facts(_ dataset: Dataset, _ scope: Scope = .committee, _ period: Period, rules: CountingRules = .init()) throws
  -> Record
{
  FactMaker(dataset, rules: rules).facts(scope, period: period, office: office, paper: Paper(date: period.end))
}

extension Record {
  /// A count or an amount by its path.
  func number(_ path: String) -> Int? {
    switch at(path) {
    case .integer(let value, _), .money(let value, _): value
    default: nil
    }
  }

  /// A percentage as it is printed, with a dot.
  func percent(_ path: String) -> String? {
    if case .percent(let share, _) = at(path) { share.value.description } else { nil }
  }

  func text(_ path: String) -> String? {
    if case .text(let text, _) = at(path) { text } else { nil }
  }

  func list(_ path: String) -> [Record] {
    guard case .list(let list) = at(path) else { return [] }
    return list.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  func isMissing(_ path: String) -> Bool {
    if case .missing = at(path) { true } else { false }
  }
}
