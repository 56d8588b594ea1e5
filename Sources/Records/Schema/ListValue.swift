import Vietnamese

/// A value of a known list (danh mục): an enum whose cases have one canonical Vietnamese name and further spellings that are
/// accepted on input.
public protocol ListValue: CaseIterable, Hashable, Sendable, RawRepresentable<UInt8> {
  /// The name as reports print it and as the files of an office should write it.
  var name: String { get }
  /// Other ways to write a case: abbreviations and longer forms with the same meaning.
  static var spellings: [(String, Self)] { get }
  /// Names of older rules and merged lists. They are accepted with a note, because a person should know.
  static var oldNames: [(String, Self)] { get }
}

extension ListValue {
  public static var spellings: [(String, Self)] { [] }
  public static var oldNames: [(String, Self)] { [] }

  /// The case that `text` names whatever its accents, capitals, spaces and punctuation; nil when it names none.
  public init?(spelling text: String) {
    guard let match = SpellingTable<Self>().find(text) else { return nil }
    self = match.value
  }
}

/// All accepted spellings of one list under their folded keys. Readers build it once per column.
struct SpellingTable<Value: ListValue>: Sendable {
  struct Match: Sendable {
    var value: Value
    /// The spelling is one of `oldNames`.
    var isOld: Bool
  }

  private var matches: [String: Match] = [:]

  init() {
    for (text, value) in Value.oldNames { matches[HeaderKey.fold(text)] = Match(value: value, isOld: true) }
    for (text, value) in Value.spellings { matches[HeaderKey.fold(text)] = Match(value: value, isOld: false) }
    for value in Value.allCases { matches[HeaderKey.fold(value.name)] = Match(value: value, isOld: false) }
  }

  func find(_ text: String) -> Match? { matches[HeaderKey.fold(text)] }

  /// The canonical name nearest to `text`, for “ý bạn là …?”.
  func suggestion(for text: String) -> String? {
    Nearest.suggest(text, among: Value.allCases.map(\.name))
  }
}

/// A list as plain data: for the manual and for messages.
public struct ListSchema: Sendable, Hashable {
  public var names: [String]
  public var spellings: [[String]]
  public var oldNames: [[String]]

  init<Value: ListValue>(_: Value.Type) {
    names = Value.allCases.map(\.name)
    spellings = Value.allCases.map { value in Value.spellings.filter { $0.1 == value }.map(\.0) }
    oldNames = Value.allCases.map { value in Value.oldNames.filter { $0.1 == value }.map(\.0) }
  }

  /// “tập thể”, “cá nhân”
  public var quoted: String { names.map { "“\($0)”" }.joined(separator: ", ") }
}
