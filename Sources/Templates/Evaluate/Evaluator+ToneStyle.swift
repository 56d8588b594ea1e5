internal import Facts
internal import Vietnamese

/// The tone style of the words a template is written in, and of the texts of people; a signer's name keeps its own.
extension Evaluator {
  /// Words of the template in the style the office prints.
  func styled(_ words: String) -> String {
    guard let style = prose.toneStyle else { return words }
    return switch voice {
    case .template: ToneStyle.convert(words, to: style)
    case .prose: ToneStyle.convertProse(words, to: style)
    case .person: words
    }
  }

  func styled(_ constant: Fact) -> Fact {
    guard prose.toneStyle != nil, case .text(let text, let source) = constant else { return constant }
    return .text(styled(text), source)
  }

  /// Runs `body` over words of another voice.
  mutating func speaking<Result>(_ other: Voice, _ body: (inout Evaluator) -> Result) -> Result {
    let outer = voice
    voice = other
    let result = body(&self)
    voice = outer
    return result
  }
}

extension Wording {
  func inToneStyle(_ style: ToneStyle?) -> Wording {
    guard let style else { return self }
    var wording = self
    for (_, path) in Self.labels { wording[keyPath: path] = ToneStyle.convert(wording[keyPath: path], to: style) }
    return wording
  }
}
