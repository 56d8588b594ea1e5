/// A file without a name, in words of four bytes, for what need not stay in memory: it grows at its end and is read as often as wanted. Whoever
/// opens files hands one over.
public protocol ScratchFile: Sendable {
  /// Puts words at the end, all or none of them; false when there is no room or the disk fails.
  func append(_ words: [UInt32]) -> Bool
  /// The words of `range`, which were appended before; nil when the disk fails.
  func words(_ range: Range<Int>) -> [UInt32]?
}
