/// Parts the notes of a page where there is not room for all of them.
enum NoteRoom {
  /// What stands in `room` points at the foot of a page, and what has to wait: a footnote may be parted between its lines, those after it
  /// wait whole. A page foot always stays.
  static func part(_ notes: [VerticalBox.Note], room: Double) -> (kept: [VerticalBox.Note], rest: [Panel]) {
    var kept = notes.filter { $0.place == .pageFoot }
    var room = kept.reduce(room) { $0 - $1.panel.height - PageMeasures.pageFootGap }
    var rest: [Panel] = []
    var gap = PageMeasures.footnoteSeparator
    for note in notes where note.place == .footnote {
      room -= gap
      gap = PageMeasures.footnoteGap
      if rest.isEmpty, note.panel.height <= room {
        kept.append(note)
        room -= note.panel.height
      } else if rest.isEmpty {
        let parts = note.panel.split(at: room)
        if !parts.head.isEmpty { kept.append(VerticalBox.Note(place: .footnote, panel: parts.head)) }
        if !parts.tail.isEmpty { rest.append(parts.tail) }
      } else {
        rest.append(note.panel)
      }
    }
    return (kept, rest)
  }
}
