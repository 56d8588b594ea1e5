/// What the encoding of a file is told by, gathered from its bytes in one go, which may come piece by piece.
public struct EncodingProbe: Sendable {
  /// The bytes seen so far.
  public private(set) var count = 0
  /// The first byte that is not part of a well-formed sequence of UTF-8, as a place in the file; nil when there is none.
  public var firstInvalid: Int? { broken ?? (isOpen ? count - open.count : nil) }

  /// The first bytes.
  private(set) var head: [UInt8] = []
  /// The lines with a byte beyond ASCII, a byte order mark of UTF-8 left out.
  private var lines: [UInt8] = []
  /// A line that has not ended.
  private var unfinished: [UInt8] = []
  private var broken: Int?
  /// A sequence of UTF-8 that has not ended.
  private var open: [UInt8] = []

  /// A line without an end that is longer is judged by what there is of it.
  private static let longestLine = 1 << 20

  public init() {}

  /// All bytes of a file at once.
  init(whole bytes: ArraySlice<UInt8>) {
    count = bytes.count
    head = Array(bytes.prefix(EncodingDetector.sampleBytes))
    broken = UTF8Scan.firstInvalid(in: bytes.span)
    let isCut = broken.map { Self.isCutOff(bytes.dropFirst($0)) } ?? false
    let sound = isCut ? bytes.prefix(broken ?? 0) : bytes
    if isCut { open = Array(bytes.dropFirst(sound.count)) }
    if isCut { broken = nil }
    EncodingDetector.accentedLines(sound.dropFirst(Self.mark(bytes)), into: &lines)
  }

  /// The next bytes of the file.
  public mutating func add(_ bytes: ArraySlice<UInt8>) {
    let mark = count == 0 ? Self.mark(bytes) : 0
    if head.count < EncodingDetector.sampleBytes {
      head += bytes.prefix(EncodingDetector.sampleBytes - head.count)
    }
    if broken == nil { validate(bytes) }
    count += bytes.count
    guard lines.count < EncodingDetector.sampleBytes else { return }
    unfinished += bytes.dropFirst(mark)
    let end =
      unfinished.lastIndex(of: 0x0A).map { $0 + 1 } ?? (unfinished.count > Self.longestLine ? unfinished.count : 0)
    EncodingDetector.accentedLines(unfinished[..<end], into: &lines)
    unfinished.removeFirst(end)
  }

  /// Whether the file ends within a sequence of UTF-8 that is sound so far.
  var isOpen: Bool { !open.isEmpty }

  /// The accented lines, up to `EncodingDetector.sampleBytes` and the end of a line. What ends within a sequence ends before it.
  var accentedLines: [UInt8] {
    var all = lines
    if all.count < EncodingDetector.sampleBytes {
      EncodingDetector.accentedLines(unfinished.dropLast(broken == nil ? open.count : 0), into: &all)
    }
    return all
  }

  private mutating func validate(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    var start = count
    if isOpen {
      start -= open.count
      bytes = (open + bytes)[...]
      open = []
    }
    guard let invalid = UTF8Scan.firstInvalid(in: bytes.span) else { return }
    let tail = bytes.dropFirst(invalid)
    if Self.isCutOff(tail) { open = Array(tail) } else { broken = start + invalid }
  }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// A sequence that only lacks its end.
  private static func isCutOff(_ tail: ArraySlice<UInt8>) -> Bool {
    guard tail.count <= 3, let first = tail.first, 0xC2...0xF4 ~= first else { return false }
    let needed = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4)
    return tail.count < needed && tail.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
