import Findings
import Foundation
import Records
import Testing
import Vietnamese

@testable import Batch

@Suite struct SampleWorkspaceTests {
  @Test func `a sample has neither errors nor warnings and is the same for the same seed`() throws {
    let scratch = try Scratch()
    let sample = SampleWorkspace(organisations: 40, seed: 7)
    for file in sample.files() {
      try Publisher.publish(Array(file.text.utf8), to: scratch.url.appending(path: file.path).path())
    }
    guard case .open(let workspace, let findings) = Workspace.open(scratch.path) else {
      Issue.record("the sample cannot be opened")
      return
    }
    #expect(findings.isEmpty)
    let (dataset, problems) = workspace.dataset(period: Period.quarter(4, 2021))
    #expect(problems.count(.error) == 0)
    #expect(problems.count(.warning) == 0)
    #expect(dataset.organisations.count { $0.kind.isGrassroots } == 40)
    let again = SampleWorkspace(organisations: 40, seed: 7).files().map(\.text)
    #expect(sample.files().map(\.text) == again)
    #expect(SampleWorkspace(organisations: 40, seed: 8).files().map(\.text) != again)
  }
}
