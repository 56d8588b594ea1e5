internal import Documents
internal import Graphics

/// One thing to set, with the nesting of lists and quotes resolved into styles and every heading and item numbered: what a section is
/// flattened to. Knows no fonts.
struct Step {
  enum Content {
    case text([Inline], BlockStyle)
    case table(Table)
    case chart(Chart)
    case figure(Figure)
    case letterhead(Letterhead)
    case title(DocumentTitle)
    case addressees(Addressees)
    case closing(Closing)
    case contents(depth: Int)
    case space(Double)
    case pageBreak
  }

  var content: Content
  /// Left and right indent of what surrounds the step, points: for everything that is not text, whose style has them already.
  var indent = Indent()
  var marks: [VerticalBox.Mark] = []
  /// Lines wanted more or fewer than the best number of a text.
  var looseness = 0
  /// A break in front of the step is unwelcome: the first item of a list under its introduction.
  var staysWithPrevious = false
  /// A heading or a caption: not text in the sense of “two lines of text before the closing block”.
  var isHeading = false

  struct Indent: Sendable, Hashable {
    var left = 0.0
    var right = 0.0

    /// Narrowed like the indents of text, where they would leave too little of the measure.
    func within(_ measure: Double) -> Indent {
      let style = BlockStyle(size: .zero, leftIndent: .points(left), rightIndent: .points(right)).within(measure)
      return Indent(left: style.leftIndent.points, right: style.rightIndent.points)
    }
  }

  init(_ content: Content) { self.content = content }
}

/// A heading as contents and outline name it.
struct HeadingEntry: Sendable, Hashable {
  var title: String
  var level: Int
}

/// A document ready to be set: its steps by section, and what they say of themselves before any page is known.
struct Program {
  var sections: [[Step]] = []
  /// In the order of the document; `VerticalBox.Mark.outline` counts them.
  var headings: [HeadingEntry] = []
  /// What a reference to a label prints.
  var labels: [String: String] = [:]
  var duplicateLabels: [String] = []
  /// Something prints a page number that is known only after layout.
  var needsPages = false
  /// Blocks nested too deeply were left out.
  var isTooDeep = false
}
