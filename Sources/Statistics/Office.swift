public import Vietnamese

/// The reporting body, as `baocao.yaml` gives it: printed in letterheads.
public struct Office: Sendable, Hashable {
  public var code: String
  public var name: String
  public var superior: String
  /// The name in the letterhead where it differs from `name`.
  public var headline: String
  /// Short mark in document numbers: ĐUK.
  public var mark: String
  public var place: String
  public var address: String
  public var phone: String
  public var mail: String

  public init(
    code: String, name: String, superior: String = "", headline: String? = nil, mark: String = "", place: String = "",
    address: String = "", phone: String = "", mail: String = ""
  ) {
    self.code = code
    self.name = name
    self.superior = superior
    self.headline = headline ?? name
    self.mark = mark
    self.place = place
    self.address = address
    self.phone = phone
    self.mail = mail
  }
}

/// One document to be issued: number, date, signature, recipients.
public struct Paper: Sendable, Hashable {
  /// nil: room is left to write it by hand.
  public var number: String?
  /// nil: room is left to write it by hand.
  public var date: CivilDate?
  public var authority: [String]
  public var post: String
  public var signer: String
  public var recipients: [String]
  public var urgency: String?
  public var circulation: String?
  public var typist: String?
  public var isDraft: Bool
  /// “Dự thảo lần 2”; nil: drafts are not counted.
  public var draftNumber: Int?
  /// Prints the office's address at the foot of page 1.
  public var hasContact: Bool
  /// Leaves room for the stamp of a secret paper.
  public var leavesSecrecyRoom: Bool

  public init(
    number: String? = nil, date: CivilDate? = nil, authority: [String] = [], post: String = "", signer: String = "",
    recipients: [String] = [], urgency: String? = nil, circulation: String? = nil, typist: String? = nil,
    isDraft: Bool = false, draftNumber: Int? = nil, hasContact: Bool = false, leavesSecrecyRoom: Bool = false
  ) {
    self.number = number
    self.date = date
    self.authority = authority
    self.post = post
    self.signer = signer
    self.recipients = recipients
    self.urgency = urgency
    self.circulation = circulation
    self.typist = typist
    self.isDraft = isDraft
    self.draftNumber = draftNumber
    self.hasContact = hasContact
    self.leavesSecrecyRoom = leavesSecrecyRoom
  }
}

/// The imprint of the office's web site.
public struct Imprint: Sendable, Hashable {
  public var name: String
  public var licence: String
  public var licensedOn: CivilDate?
  public var editor: String
  public var address: String
  public var phone: String
  public var mail: String

  public init(
    name: String = "", licence: String = "", licensedOn: CivilDate? = nil, editor: String = "", address: String = "",
    phone: String = "", mail: String = ""
  ) {
    self.name = name
    self.licence = licence
    self.licensedOn = licensedOn
    self.editor = editor
    self.address = address
    self.phone = phone
    self.mail = mail
  }
}
