internal import Documents

/// The components of a document that clauses speak of.
enum PartKind: Sendable, Hashable {
  case nationalTitle, motto
  case superior, issuer, star, number, letterAbstract, urgency
  case placeAndDate, circulation, draft, contact
  case documentType, abstract
  case salutation, addressee
  case heading
  /// Paragraphs of the text, and items of its lists.
  case body
  case legalBasis
  case recipientsLabel, recipient, typist
  case authority, post, signer
  case appendixHeading
}

/// A component found on the pages.
struct Part: Sendable {
  var kind: PartKind
  /// Number of the section it belongs to, counted from 0.
  var section: Int
  /// Number of its block in the document, counted from 0: neighbours follow each other directly.
  var block: Int
  var lines: [PrintedLine]
  /// Nothing in it is emphasised by the writer.
  var isPlain = true
  /// In a list.
  var isItem = false

  var runs: [PrintedRun] { lines.flatMap(\.runs) }
  var page: Int { lines.first?.page ?? 0 }
  /// The text as printed.
  var text: String { lines.map(\.text).joined(separator: " ") }
  var left: Double { lines.map(\.left).min() ?? 0 }
  var right: Double { lines.map(\.right).max() ?? 0 }
}
