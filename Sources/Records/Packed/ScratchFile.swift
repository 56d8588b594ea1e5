/// A file without a name for what need not stay in memory: it grows at its end and is read as often as wanted. Whoever opens files hands one
/// over.
public protocol ScratchFile: Sendable {
  /// Puts bytes at the end, all or none of them; false when there is no room or the disk fails.
  func append(_ bytes: [UInt8]) -> Bool
  /// The bytes of `range`, which were appended before; nil when the disk fails.
  func bytes(_ range: Range<Int>) -> [UInt8]?
}
