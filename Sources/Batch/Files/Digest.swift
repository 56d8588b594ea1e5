internal import Crypto

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits: names the content of fonts and outputs.
enum Digest {
  static func sha256(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
