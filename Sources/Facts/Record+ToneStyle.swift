public import Vietnamese

extension Record {
  /// The same facts with the words of the office in one tone style. Personal names stay as they were written, as the type of the record
  /// says field by field; in prose no syllable changes that could belong to a name.
  public func inToneStyle(_ style: ToneStyle) -> Record {
    var changed = values
    for (place, field) in type.fields.enumerated() where mayChange(field) {
      changed[place] = changed[place].inToneStyle(style, isProse: field.spelling == .prose)
    }
    return Record(type, changed)
  }

  private func mayChange(_ field: RecordType.Field) -> Bool {
    switch field.spelling {
    case .house, .prose: return true
    case .person, .asWritten: return false
    case .personWhere(let name, let value):
      guard case .text(let text, _)? = self[name] else { return false }
      return Folding.key(text) != Folding.key(value)
    }
  }
}

extension Fact {
  fileprivate func inToneStyle(_ style: ToneStyle, isProse: Bool) -> Fact {
    switch self {
    case .text(let text, let source):
      .text(isProse ? ToneStyle.convertProse(text, to: style) : ToneStyle.convert(text, to: style), source)
    case .list(let elements): .list(elements.map { $0.inToneStyle(style, isProse: isProse) })
    case .record(let record): .record(record.inToneStyle(style))
    default: self
    }
  }
}
