/// The bytes of a long file that stay where they lie. Whoever opens files hands one over; this room only asks for stretches of it.
public protocol ByteStore: Sendable {
  /// The bytes of the whole file, as it was when it was opened.
  var count: Int { get }
  /// The bytes of `range`, which lies within the file; nil when they cannot be read, or the file is not any more what it was.
  func bytes(_ range: Range<Int>) -> [UInt8]?
  /// Told when bytes that were read again are not those that were read first.
  func giveUp()
}

/// One input file: its bytes, or where they lie. This room does no input or output of its own.
public struct SourceFile: Sendable {
  /// The name as findings show it, for example `data/mo-hinh.csv`.
  public var name: String
  let content: Content

  enum Content: Sendable {
    case memory([UInt8])
    case store(any ByteStore)
  }

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .memory(bytes)
  }

  /// A file that is read in windows, of which one at a time is in memory.
  public init(name: String, store: any ByteStore) {
    self.name = name
    content = .store(store)
  }

  /// The last part of the name without its ending: `mo-hinh`.
  var stem: String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }

  /// The ending in lower case without its dot: `csv`.
  var ending: String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
