import CExpat

/// Listens to the elements of an XML part.
protocol XMLListener: AnyObject {
  /// `name` and the names of attributes come without their prefix.
  func start(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  func text(_ text: UnsafeBufferPointer<UInt8>)
  /// True to stop reading.
  var isDone: Bool { get }
}

/// The attributes of one element; valid only while its `start` runs.
@safe struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.pairs = pairs }

  /// The value of an attribute, whatever its prefix.
  subscript(_ name: String) -> String? {
    guard let pairs = unsafe pairs else { return nil }
    var index = 0
    while let key = unsafe pairs[index], let value = unsafe pairs[index + 1] {
      if unsafe XMLEvents.local(String(cString: key)) == name { return unsafe String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// Reads XML parts with expat and hands their events to a listener. Document types are refused: workbooks have none, and entities are
/// how small files become large.
@safe struct XMLEvents: ~Copyable {
  private let parser: XML_Parser
  // Expat holds the box without owning it, so it must live as long as the parser.
  private let box: Box

  @safe private final class Box {
    let listener: any XMLListener
    let parser: XML_Parser
    var isRefused = false

    init(_ listener: any XMLListener, _ parser: XML_Parser) {
      self.listener = listener
      unsafe self.parser = parser
    }
  }

  init?(_ listener: any XMLListener) {
    guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
    unsafe self.parser = parser
    box = unsafe Box(listener, parser)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(box).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let box = unsafe XMLEvents.box(data), let name = unsafe name else { return }
        unsafe box.listener.start(XMLEvents.local(String(cString: name)), XMLAttributes(attributes))
        if box.listener.isDone { unsafe XML_StopParser(box.parser, 0) }
      },
      { data, name in
        guard let box = unsafe XMLEvents.box(data), let name = unsafe name else { return }
        unsafe box.listener.end(XMLEvents.local(String(cString: name)))
        if box.listener.isDone { unsafe XML_StopParser(box.parser, 0) }
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let box = unsafe XMLEvents.box(data), let text = unsafe text else { return }
      unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        unsafe box.listener.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let box = unsafe XMLEvents.box(data) else { return }
      box.isRefused = true
      unsafe XML_StopParser(box.parser, 0)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// False when the bytes are no XML or the listener has enough.
  func feed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let pointer = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return unsafe XML_Parse(parser, pointer, CInt(bytes.count), 0) == XML_STATUS_OK
  }

  /// True when the whole part was well-formed, or the listener stopped it.
  func finish() -> Bool {
    if box.listener.isDone { return true }
    return unsafe !box.isRefused && XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK
  }

  private static func box(_ data: UnsafeMutableRawPointer?) -> Box? {
    unsafe data.map { unsafe Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
  }

  /// `x:row` -> `row`.
  static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: 0x3A) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
