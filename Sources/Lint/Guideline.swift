public import Findings

/// The official text a page is judged by. What it asks for is written in the clauses of this room, not taken from the format the page was
/// set with: a format that an office has changed is judged by the text all the same.
public enum Guideline: String, Sendable, Hashable, CaseIterable {
  case hd05
  case hd36
  case nd30

  public var title: Message {
    switch self {
    case .hd05: Message(vi: "HD 05-HD/VPTW", en: "HD 05-HD/VPTW")
    case .hd36: Message(vi: "HD 36-HD/VPTW", en: "HD 36-HD/VPTW")
    case .nd30: Message(vi: "NĐ 30/2020/NĐ-CP", en: "Decree 30/2020/NĐ-CP")
    }
  }

  /// Party documents; else State documents.
  public var isParty: Bool { self != .nd30 }

  /// The guideline behind a format: that of the first shipped format among the format and those it inherits from.
  public static func of(formats: [String]) -> Guideline? {
    let known: [String: Guideline] = ["party-hd05": .hd05, "party-hd36": .hd36, "state-nd30": .nd30]
    return formats.lazy.compactMap { known[$0] }.first
  }
}

/// How sure it is that the official text says so.
public enum Confidence: String, Sendable, Hashable {
  /// The official text, or two independent sources.
  case a = "A"
  /// One source.
  case b = "B"
  /// Usual practice.
  case c = "C"

  /// What the official text says must be so; practice is worth a look.
  public var severity: Severity { self == .a ? .error : .warning }
}
