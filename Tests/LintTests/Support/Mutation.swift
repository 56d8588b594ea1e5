import Documents
import Findings
import Graphics
import Testing

@testable import Lint

/// A change to a report that breaks one clause.
struct Mutation: Sendable, CustomTestStringConvertible {
  var code: String
  var name: String
  var guidelines: [Guideline]
  var change: @Sendable (inout LaidOut) -> Void

  static let party: [Guideline] = [.hd05, .hd36]

  init(
    _ code: String, _ name: String, _ guidelines: [Guideline] = Guideline.allCases,
    _ change: @escaping @Sendable (inout LaidOut) -> Void
  ) {
    self.code = code
    self.name = name
    self.guidelines = guidelines
    self.change = change
  }

  /// A style that is set otherwise.
  static func style(
    _ code: String, _ name: String, _ style: StyleName, _ guidelines: [Guideline] = Guideline.allCases,
    _ change: @escaping @Sendable (inout BlockStyle) -> Void
  ) -> Mutation {
    Mutation(code, name, guidelines) { $0.style(style, change) }
  }

  /// A style in another size.
  static func size(
    _ code: String, _ style: StyleName, _ points: Double, _ guidelines: [Guideline] = Guideline.allCases
  ) -> Mutation {
    self.style(code, "size \(points)", style, guidelines) { $0.size = .points(points) }
  }

  var testDescription: String { "\(code): \(name)" }

  static let all = paper + letterhead + title + body + text + closing + appendix

  /// The report breaks the clause under each guideline, and no other.
  func verify() throws {
    for guideline in guidelines {
      let findings = try LaidOut(guideline, change).findings()
      #expect(Set(findings.map(\.code)) == [code], "\(guideline): \(findings.map(\.message.vietnamese))")
      #expect(findings.allSatisfy { $0.message.vietnamese.contains(guideline.title.vietnamese) && $0.hint != nil })
    }
  }
}
