internal import Documents
internal import Graphics

extension SectionPass {
  /// Headings down to `depth` with leaders and page numbers; 0 stands for pages not known yet.
  mutating func contents(_ depth: Int, _ step: Step, _ text: inout TextSetter) -> [VerticalBox] {
    var boxes: [VerticalBox] = []
    let base = document.format.style(.contents)
    for (ordinal, heading) in program.headings.enumerated() where heading.level <= depth {
      var style = base
      style.leftIndent += .points(Double(heading.level - 1) * document.format.lists.nestingIndent.points)
      let number = known.headings[ordinal].map { "\($0)" } ?? "0"
      let anchor = LinkTarget.anchor(ContentsAnchor.name(ordinal))
      let saved = setter.context.tabStops
      setter.context.tabStops = [TabStop(position: geometry.measure, alignment: .right, leader: .dots)]
      boxes += setter.text(
        [.link([.plain(heading.title)], anchor), .tab, .plain(number)], style, Step(.contents(depth: depth)), &text)
      setter.context.tabStops = saved
    }
    return boxes
  }
}

/// Names of the anchors that the contents lead to: one per heading, apart from any label of the document.
enum ContentsAnchor {
  static func name(_ ordinal: Int) -> String { "muc.\(ordinal + 1)" }
}
