/// The forms in which Vietnamese text arrives. The raw value is the name used in `encoding:` and in messages.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  /// UTF-8 behind EF BB BF.
  case utf8BOM = "utf-8-bom"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  case windows1258 = "windows-1258"
  /// The ABC fonts (.VnTime).
  case tcvn3
  /// TCVN 5712 with capitals on control bytes, as conversion tools write it; no font ever showed it.
  case tcvn5712
  case vni
  case viscii
  case viqr
  /// TCVN3 bytes taken for Windows-1252 and saved as UTF-8: `§¶ng bé`.
  case tcvn3InUTF8 = "tcvn3-in-utf-8"
  /// VNI bytes taken for Windows-1252 and saved as UTF-8: `Ñaûng boä`.
  case vniInUTF8 = "vni-in-utf-8"

  /// Understands the names people use: `UTF8`, `abc`, `TCVN3 (ABC)`, `cp1258`, `vni-windows`.
  public init?(name: String) {
    let key = String(Folding.key(name).filter { $0.isLetter || $0.isNumber })
    switch key {
    case "utf8": self = .utf8
    case "utf8bom", "utf8sig": self = .utf8BOM
    case "utf16", "utf16le", "unicode", "unicodetext", "ucs2": self = .utf16LE
    case "utf16be": self = .utf16BE
    case "windows1258", "cp1258", "1258", "ansi1258": self = .windows1258
    case "tcvn3", "abc", "tcvn3abc", "vntime", "abctcvn3", "tcvn": self = .tcvn3
    case "tcvn5712", "tcvn57121", "vn1": self = .tcvn5712
    case "vni", "vniwindows", "vnitimes", "vniwin": self = .vni
    case "viscii": self = .viscii
    case "viqr": self = .viqr
    case "tcvn3inutf8", "abcinutf8": self = .tcvn3InUTF8
    case "vniinutf8": self = .vniInUTF8
    default: return nil
    }
  }

  /// As a finding calls it.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8BOM: "UTF-8 (BOM)"
    case .utf16LE: "UTF-16 LE"
    case .utf16BE: "UTF-16 BE"
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .tcvn5712: "TCVN 5712"
    case .vni: "VNI"
    case .viscii: "VISCII"
    case .viqr: "VIQR"
    case .tcvn3InUTF8: "TCVN3 (ABC) trong UTF-8"
    case .vniInUTF8: "VNI trong UTF-8"
    }
  }
}
