internal import Documents
internal import Graphics

/// Recipients at the left, authority, post, room for the signature and name at the right: one panel, so that nothing of it goes alone.
struct ClosingSetter {
  let closing: Closing
  let format: Format
  let measure: Double
  let context: TextContext

  func panel(_ setter: inout TextSetter) -> Panel {
    var panel = Panel()
    var left = format.closing.leftWidth.points
    var right = format.closing.rightWidth.points
    if left + right > measure + 0.1 || !(left > 0 && right > 0) { (left, right) = (measure * 0.47, measure * 0.53) }
    setRecipients(Stack(x: 0, width: left), &panel, &setter)
    setSignature(Stack(x: measure - right, width: right), &panel, &setter)
    return panel
  }

  private func style(_ name: StyleName) -> BlockStyle { format.style(name).unindented }

  private func setRecipients(_ column: Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    var column = column
    let recipients = closing.recipients.filter { !$0.isEmpty }
    var item = style(.recipient)
    if !recipients.isEmpty {
      column.add(
        format.closing.recipientsLabel, style(.recipientsLabel), context: context, to: &panel, &setter)
      let dash = setter.width("- ", style: item)
      item.leftIndent = .points(dash)
      item.firstLineIndent = .points(-dash)
    }
    for (index, recipient) in recipients.enumerated() {
      let end = index == recipients.count - 1 ? format.closing.end : format.closing.separator
      column.add("- \(recipient)\(end)", item, context: context, to: &panel, &setter)
    }
    column.add(closing.typist ?? "", style(.typist), context: context, to: &panel, &setter)
  }

  private func setSignature(_ column: Stack, _ panel: inout Panel, _ setter: inout TextSetter) {
    var column = column
    for line in closing.authority { column.add(line, style(.authority), context: context, to: &panel, &setter) }
    column.add(closing.post, style(.post), context: context, to: &panel, &setter)
    column.skip(max(0, format.closing.signatureSpace.points))
    column.add(closing.signer, style(.signer), context: context, to: &panel, &setter)
  }
}
