/// What a report is about.
public enum Scope: Sendable, Hashable {
  /// The whole committee: every organisation of the data.
  case committee
  /// One organisation and what is below it, by code.
  case organisation(String)
  /// One sector (khối), by name.
  case sector(String)
  /// One group of similar bodies (nhóm), by name; a kind of organisation where no group has that name.
  case group(String)

  /// The word of the facts' field `pham_vi.loai`.
  var kindName: String {
    switch self {
    case .committee: "cap_uy"
    case .organisation: "don_vi"
    case .sector: "khoi"
    case .group: "nhom"
    }
  }
}
