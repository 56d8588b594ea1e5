internal import Documents
internal import Graphics

/// Name of type, abstract and the mark under them: one panel over the width of the text.
struct TitleSetter {
  let title: DocumentTitle
  let format: Format
  let measure: Double
  let context: TextContext

  func panel(_ setter: inout TextSetter) -> Panel {
    var panel = Panel()
    var stack = Stack(x: 0, width: measure)
    stack.add(title.type, format.style(.documentType).unindented, context: context, to: &panel, &setter)
    stack.add(title.abstract, format.style(.abstract).unindented, context: context, to: &panel, &setter)
    stack.mark(
      format.title.mark, style: format.style(.separator).unindented, gap: format.letterhead.ruleGap,
      thickness: format.letterhead.ruleWidth, context: context, to: &panel, &setter)
    return panel
  }
}

/// “Kính gửi:” and the addressees: one on the line of the label; several as a list whose dashes stand under each other after it.
struct AddresseesSetter {
  let addressees: Addressees
  let format: Format
  let measure: Double
  let context: TextContext

  func panel(_ setter: inout TextSetter) -> Panel {
    var panel = Panel()
    let names = addressees.names.filter { !$0.isEmpty }
    var labelStyle = format.style(.salutation).unindented
    labelStyle.alignment = .left
    var nameStyle = format.style(.addressee).unindented
    nameStyle.alignment = .left
    let label = addressees.salutation.hasSuffix(":") ? addressees.salutation : addressees.salutation + ":"
    let labelWidth = setter.width(label + " ", style: labelStyle)
    let lines = names.count == 1 ? names : AddresseesSetter.punctuated(names)
    var widest = 0.0
    for line in lines { widest = max(widest, setter.width(line, style: nameStyle) + AddresseesSetter.slack) }
    let nameWidth = min(widest, max(measure - labelWidth, measure / 3))
    let left = max(0, (measure - labelWidth - nameWidth) / 2)

    var labels = Stack(x: left, width: labelWidth + AddresseesSetter.slack)
    labels.add(label, labelStyle, context: context, to: &panel, &setter)
    let rise = setter.metrics(labelStyle).ascent - setter.metrics(nameStyle).ascent
    var column = Stack(x: left + labelWidth, width: nameWidth, y: max(0, rise))
    if names.count > 1 {
      let dash = setter.width("- ", style: nameStyle)
      nameStyle.leftIndent = .points(dash)
      nameStyle.firstLineIndent = .points(-dash)
    }
    for line in lines { column.add(line, nameStyle, context: context, to: &panel, &setter) }
    return panel
  }

  private static func punctuated(_ names: [String]) -> [String] {
    names.enumerated().map { "- \($1)" + ($0 == names.count - 1 ? "." : ";") }
  }

  private static let slack = 0.1
}
