/// Why a workbook cannot be read.
public enum WorkbookError: Error, Sendable, Hashable {
  /// No container that can be opened.
  case notAnArchive
  /// A part every workbook has is missing: its name in the container.
  case missingPart(String)
  /// A part that is no well-formed XML.
  case brokenXML(String)
  /// No worksheet of that name; the names there are.
  case noSuchSheet(String, [String])
  /// The workbook grows beyond `WorkbookLimits` when it is unpacked: a bomb, or no table.
  case tooLarge
  /// libzip, which opens workbooks, is not installed.
  case noLibrary
  /// Protected with a password.
  case encrypted
}

/// Bounds that keep a small file from becoming a large one.
public struct WorkbookLimits: Sendable, Hashable {
  /// Unpacked bytes of all parts that are read.
  public var unpackedBytes = 1 << 29
  /// Bytes of the table that is made.
  public var tableBytes = 1 << 28
  /// Bytes of the texts that cells share.
  public var sharedBytes = 1 << 27
  /// The rows and columns of the largest worksheet there is.
  public var rows = 1_048_576
  public var columns = 16_384

  public init() {}
}
