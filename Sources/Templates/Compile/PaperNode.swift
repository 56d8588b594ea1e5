internal import Configuration
internal import Documents

/// The official parts of a document: what stands in letterhead, title, addressees and closing.
struct PaperNode: Sendable {
  enum Form: Sendable {
    case document
    case letter
    /// Tờ trình: a document with addressees and a salutation of its own.
    case submission
    /// No letterhead and no closing: articles, the nightly page.
    case free
  }

  /// What a template or `van-ban.yaml` may say.
  enum Key: String, CaseIterable, Sendable {
    case type = "loai"
    case typeCode = "ma_loai"
    case abstract = "trich_yeu"
    case addressees = "kinh_gui"
    case submissionAddressees = "kinh_trinh"
    case superior = "cap_tren"
    case issuer = "co_quan"
    case number = "so"
    case issuerCode = "ky_hieu"
    case fullNumber = "so_ky_hieu"
    case place = "dia_danh"
    case date = "ngay"
    case fullDate = "dia_danh_ngay"
    case urgency = "khan"
    case circulation = "luu_hanh"
    case draft = "du_thao"
    case contact = "lien_he"
    case secrecyRoom = "cho_dau_mat"
    case authority = "quyen_han"
    case post = "chuc_vu"
    case signer = "ho_ten"
    case recipients = "noi_nhan"
    case typist = "nguoi_danh_may"
    case runningHead = "dau_trang"
    case author = "tac_gia"
    case keywords = "tu_khoa"
  }

  /// One entry: a value whose type counts (a date, a number, a list), or text.
  enum Entry: Sendable {
    case value(Expression)
    case text([TextNode])
  }

  var form: Form
  /// By the place of the key in `Key.allCases`.
  var entries: [[Entry]]
  /// Where each key is written, in the same order; nil where nobody wrote it.
  var spans: [Span?]
  /// The abstract as styled text, for the title.
  var abstract: [InlineNode]
  var runningHead: [InlineNode]

  subscript(_ key: Key) -> [Entry] { entries[Self.places[key] ?? 0] }

  func span(_ key: Key) -> Span? { spans[Self.places[key] ?? 0] }

  static let places: [Key: Int] = Dictionary(
    uniqueKeysWithValues: Key.allCases.enumerated().map { ($1, $0) })
}
