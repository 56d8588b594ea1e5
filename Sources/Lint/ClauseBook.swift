/// All clauses, in the order a reader meets them on the paper.
public enum ClauseBook {
  static let clauses: [any Clause.Type] = [
    PaperSize.self, SideMargins.self, TopAndBottomMargins.self, InsideText.self, Typeface.self, TextColor.self,
    ComposedText.self, FirstPageNumber.self, PageNumberPlace.self, PageNumberLook.self,

    NationalTitle.self, Motto.self, TitleRule.self, SuperiorBody.self, IssuingBody.self, IssuerMark.self,
    NumberLook.self, NumberForm.self, DateLook.self, DateForm.self, LetterAbstract.self, Urgency.self,
    Circulation.self, DraftMark.self, ContactLine.self, LetterheadPlaces.self,

    DocumentType.self, AbstractLook.self, AbstractForm.self, AbstractMark.self, TitlePlace.self, Salutation.self,
    Addressee.self,

    BodyLook.self, LinePitch.self, ParagraphGap.self, FirstLineIndent.self, JustifiedText.self, HeadingLook.self,
    LegalBasis.self, EndMark.self, DatePadding.self, GroupedThousands.self, DecimalComma.self,

    AuthorityLook.self, AuthorityForm.self, PostLook.self, SignerLook.self, SignerTitles.self, SignatureRoom.self,
    RecipientsLabel.self, RecipientsLook.self, RecipientsPunctuation.self, ArchiveLine.self, TypistMark.self,
    ClosingPlaces.self, ClosingTogether.self,

    AppendixPage.self, AppendixHeading.self,
  ]

  /// What each clause is called and asks for.
  public static var entries: [ClauseEntry] { clauses.map { $0.entry } }
}
