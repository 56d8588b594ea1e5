internal import CNettle

/// SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state = sha256_ctx()

  public init() {
    unsafe nettle_sha256_init(&state)
  }

  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe nettle_sha256_update(&state, $0.count, $0.baseAddress) }
  }

  /// The digest of all that was fed: 32 bytes. The value itself stays usable: more may follow.
  public func digest() -> [UInt8] {
    var copy = state
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe digest.withUnsafeMutableBufferPointer { unsafe nettle_sha256_digest(&copy, $0.count, $0.baseAddress) }
    return digest
  }

  /// The same as 64 hexadecimal digits.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of `bytes` alone, as 64 hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String { of(bytes).hexadecimal() }

  /// The digest of `bytes` alone: 32 bytes.
  public static func digest(_ bytes: [UInt8]) -> [UInt8] { of(bytes).digest() }

  private static func of(_ bytes: [UInt8]) -> SHA256 {
    var hash = SHA256()
    hash.update(bytes)
    return hash
  }
}
