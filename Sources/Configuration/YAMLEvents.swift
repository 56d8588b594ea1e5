internal import CYAML

/// The events of one YAML text as libyaml reads them, one after the other.
@safe struct YAMLEvents: ~Copyable {
  enum Event {
    case scalar(String, isQuoted: Bool)
    case sequence
    case mapping
    /// `*name`.
    case alias
    /// A list or mapping ends.
    case end
    case documentStart
    case documentEnd
    case streamStart
    case streamEnd
  }

  struct Item {
    var event: Event
    /// Whether the value is marked with `&name`.
    var hasAnchor = false
    /// Where it begins, in code points from the start of the text.
    var place: Int
  }

  /// Text that is no YAML.
  struct Fault: Error {
    /// libyaml's own words.
    var problem: String
    var place: Place

    enum Place {
      case codePoint(Int)
      /// Of a byte that may not stand in a text.
      case byte(Int)
      /// libyaml names none.
      case unknown
    }
  }

  /// On the heap, because libyaml keeps the parser's own address in it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Lends the events of `bytes` (UTF-8) to `body`; libyaml reads from the array, so they end with it.
  static func reading<Result, Failure: Error>(
    _ bytes: [UInt8], _ body: (borrowing YAMLEvents) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    try unsafe bytes.withUnsafeBufferPointer { buffer throws(Failure) -> Result? in
      guard let events = unsafe YAMLEvents(buffer) else { return nil }
      return try body(events)
    }
  }

  /// nil when there is no memory.
  private init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    unsafe self.parser = unsafe parser
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// The next event. After `streamEnd` there is none.
  func next() throws(Fault) -> Item {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    // What `read` keeps of the event is copied.
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Self.read(event)
  }

  private func fault() -> Fault {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "no memory"
    switch unsafe state.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      return unsafe Fault(problem: problem, place: .codePoint(state.problem_mark.index))
    case YAML_READER_ERROR: return unsafe Fault(problem: problem, place: .byte(state.problem_offset))
    default: return Fault(problem: problem, place: .unknown)
    }
  }

  private static func read(_ event: yaml_event_t) -> Item {
    let place = unsafe event.start_mark.index
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isQuoted =
        unsafe scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      return unsafe Item(event: .scalar(text, isQuoted: isQuoted), hasAnchor: scalar.anchor != nil, place: place)
    case YAML_SEQUENCE_START_EVENT:
      return unsafe Item(event: .sequence, hasAnchor: event.data.sequence_start.anchor != nil, place: place)
    case YAML_MAPPING_START_EVENT:
      return unsafe Item(event: .mapping, hasAnchor: event.data.mapping_start.anchor != nil, place: place)
    case YAML_ALIAS_EVENT: return Item(event: .alias, hasAnchor: true, place: place)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Item(event: .end, place: place)
    case YAML_DOCUMENT_START_EVENT: return Item(event: .documentStart, place: place)
    case YAML_DOCUMENT_END_EVENT: return Item(event: .documentEnd, place: place)
    case YAML_STREAM_START_EVENT: return Item(event: .streamStart, place: place)
    default: return Item(event: .streamEnd, place: place)
    }
  }
}
