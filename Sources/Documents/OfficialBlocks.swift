/// The head of an official document: who, number, where and when, and the national or Party title. Every text is printed as given;
/// the fixed title, rules and stars come from the format.
public struct Letterhead: Sendable, Hashable {
  /// “ĐẢNG BỘ TỈNH HƯNG YÊN”; empty where there is no superior body.
  public var superior: String
  /// “ĐẢNG ỦY KHỐI CƠ QUAN – DOANH NGHIỆP TỈNH”; balanced over lines where it is too long for one.
  public var issuer: String
  /// “Số 125-BC/ĐUK”, complete.
  public var number: String
  /// “Hưng Yên, ngày 05 tháng 02 năm 2026”, complete.
  public var placeAndDate: String
  /// Abstract of a letter (“về việc …”), which has no name of type; nil elsewhere.
  public var abstract: String?
  /// KHẨN, THƯỢNG KHẨN, HỎA TỐC.
  public var urgency: String?
  /// TÀI LIỆU HỘI NGHỊ, LƯU HÀNH NỘI BỘ …
  public var circulation: String?
  /// “Dự thảo lần 2”.
  public var draft: String?
  /// Address line at the foot of page 1.
  public var contact: String?
  /// Room is left under the number for the stamp of a secret paper, which is never printed.
  public var leavesSecrecyRoom: Bool

  public init(
    superior: String, issuer: String, number: String, placeAndDate: String, abstract: String? = nil,
    urgency: String? = nil, circulation: String? = nil, draft: String? = nil, contact: String? = nil,
    leavesSecrecyRoom: Bool = false
  ) {
    self.superior = superior
    self.issuer = issuer
    self.number = number
    self.placeAndDate = placeAndDate
    self.abstract = abstract
    self.urgency = urgency
    self.circulation = circulation
    self.draft = draft
    self.contact = contact
    self.leavesSecrecyRoom = leavesSecrecyRoom
  }
}

/// Name of type (“BÁO CÁO”) and abstract, with the separator of the format below.
public struct DocumentTitle: Sendable, Hashable {
  public var type: String
  public var abstract: [Inline]

  public init(type: String, abstract: [Inline]) {
    self.type = type
    self.abstract = abstract
  }
}

/// “Kính gửi” or “Kính trình” with one or several addressees.
public struct Addressees: Sendable, Hashable {
  public var salutation: String
  public var names: [String]

  public init(salutation: String, names: [String]) {
    self.salutation = salutation
    self.names = names
  }
}

/// Recipients at the left, signature at the right: stays on one page with at least two lines of text.
public struct Closing: Sendable, Hashable {
  /// Recipients without dash and punctuation; the format adds both. The last is the archive line.
  public var recipients: [String]
  /// “T/M BAN THƯỜNG VỤ”; several lines where several are printed.
  public var authority: [String]
  /// “PHÓ BÍ THƯ”.
  public var post: String
  public var signer: String
  /// Typist's mark and number of copies.
  public var typist: String?

  public init(recipients: [String], authority: [String], post: String, signer: String, typist: String? = nil) {
    self.recipients = recipients
    self.authority = authority
    self.post = post
    self.signer = signer
    self.typist = typist
  }
}
