import Facts
import Findings
import Foundation
import Records
import Statistics
import Testing
import Vietnamese

@testable import Batch

/// A run over many reports keeps rows in scratch files. Whatever is kept there, the figures are those of rows in memory.
struct PackedFactsTests {
  private let folder = root.appending(path: "examples/hung-yen").path()

  private func open(room: Int) throws -> Workspace {
    guard case .open(let workspace, _) = Workspace.open(folder, room: room) else {
      throw CocoaError(.fileReadUnknown)
    }
    return workspace
  }

  @Test(arguments: ["/var/tmp", "/khong/co/thu/muc"]) func `figures of the reference case, of every scope`(
    _ temporary: String
  ) throws {
    let period = try #require(Period.quarter(4, 2021))
    var packed = try open(room: 0)
    let whole = try open(room: .max)
    #expect(packed.stores.count > 5 && whole.stores.isEmpty)
    let (rows, findings) = packed.dataset(period: period, scratch: ScratchFolder(temporary))
    let (expected, expectedFindings) = whole.dataset(period: period)
    #expect(findings.sorted == expectedFindings.sorted)

    func facts(_ dataset: Dataset, _ scope: Scope) -> String {
      FactMaker(dataset, rules: whole.settings.rules).facts(
        scope, period: period, office: whole.settings.office, paper: Paper(date: period.end)
      ).dump()
    }
    let bodies = Array(expected.organisations)
    let scopes =
      [Scope.committee] + Set(bodies.map(\.sector)).sorted().map(Scope.sector)
      + Set(bodies.map(\.kind.name)).sorted().map(Scope.group) + bodies.map { Scope.organisation($0.code) }
    #expect(scopes.count > 90)
    for scope in scopes { #expect(facts(rows, scope) == facts(expected, scope), "\(scope)") }
    #expect(packed.failure == nil)
  }
}
