internal import Hashing

/// SHA-256 as 64 hexadecimal digits: names the content of fonts and outputs.
enum Digest {
  static func sha256(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }
}
