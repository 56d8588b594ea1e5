public import Documents
public import Vietnamese

extension Format {
  /// The same page rules with their words in one tone style: CỘNG HÒA or CỘNG HOÀ, HỎA TỐC or HOẢ TỐC.
  public func inToneStyle(_ style: ToneStyle) -> Format {
    func styled(_ text: String) -> String { ToneStyle.convert(text, to: style) }
    var format = self
    format.letterhead.title = styled(letterhead.title)
    format.letterhead.motto = letterhead.motto.map(styled)
    let marks = letterhead.marks
    format.letterhead.marks.urgency = marks.urgency.map { MarkRules.Mark(styled($0.name), boxWidth: $0.boxWidth) }
    format.letterhead.marks.circulation = marks.circulation.map(styled)
    format.letterhead.marks.secrecy = marks.secrecy.map(styled)
    format.appendices.belongsTo = styled(appendices.belongsTo)
    format.closing.recipientsLabel = styled(closing.recipientsLabel)
    format.numbers.letterSalutation = styled(numbers.letterSalutation)
    format.numbers.submissionSalutation = styled(numbers.submissionSalutation)
    format.numbers.letterAbstractPrefix = styled(numbers.letterAbstractPrefix)
    return format
  }
}
