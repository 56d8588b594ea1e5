/// Size and orientation of a JPEG (ITU-T T.81 annex B; EXIF 2.3 §4.6.4 for the orientation).
struct JPEGHeader {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  private(set) var width = 0
  private(set) var height = 0
  private(set) var orientation = EXIFOrientation.upright

  private let view: ByteView
  private let limits: PictureLimits
  private var scans = 0

  init(_ bytes: [UInt8], limits: PictureLimits) throws(PictureError) {
    view = ByteView(bytes)
    self.limits = limits
    var place = 2
    while true {
      let marker = try nextMarker(&place)
      if marker == 0xD9 { break }
      try segment(marker, &place)
    }
    guard width > 0 else { throw .damaged("SOF") }
    guard scans > 0 else { throw .damaged("SOS") }
  }

  /// Moves past the next marker, and past fill bytes before it. Between segments nothing else may stand.
  private func nextMarker(_ place: inout Int) throws(PictureError) -> UInt8 {
    guard let first = view.byte(place) else { throw .truncated }
    guard first == 0xFF else { throw .damaged("marker") }
    while let byte = view.byte(place) {
      place += 1
      if byte != 0xFF { return byte }
    }
    throw .truncated
  }

  private mutating func segment(_ marker: UInt8, _ place: inout Int) throws(PictureError) {
    // TEM and restart markers stand alone.
    if marker == 0x01 || (0xD0...0xD7).contains(marker) { return }
    guard marker != 0x00, marker != 0xD8 else { throw .damaged("marker") }
    guard let length = view.uint16(place) else { throw .truncated }
    guard length >= 2 else { throw .damaged("length") }
    let body = place + 2
    place += length
    guard place <= view.count else { throw .truncated }
    switch marker {
    case 0xC0, 0xC1, 0xC2: try frame(body, end: place)
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unsupported("JPEG \(Self.process(marker))")
    case 0xE1: exif(body, end: place)
    case 0xDA:
      guard width > 0 else { throw .damaged("SOS") }
      scans += 1
      try skipScan(&place)
    default: break
    }
  }

  /// SOF0 baseline, SOF1 extended, SOF2 progressive: the three that PDF's DCTDecode takes (ISO 32000-1 §7.4.8).
  private mutating func frame(_ body: Int, end: Int) throws(PictureError) {
    guard width == 0 else { throw .damaged("SOF") }
    guard end - body >= 6, let precision = view.byte(body), let rows = view.uint16(body + 1),
      let columns = view.uint16(body + 3), let components = view.byte(body + 5)
    else { throw .damaged("SOF") }
    guard precision == 8 else { throw .unsupported("JPEG \(precision) bit") }
    guard [1, 3, 4].contains(components) else { throw .unsupported("JPEG \(components) components") }
    guard end - body == 6 + 3 * Int(components) else { throw .damaged("SOF") }
    // Rows may be 0 and follow the first scan (DNL). Nobody writes such files, and PDF viewers show nothing.
    guard rows > 0 else { throw .unsupported("JPEG DNL") }
    try PictureHeader.check(width: columns, height: rows, pixels: limits.jpegPixels, limits: limits)
    width = columns
    height = rows
  }

  private mutating func exif(_ body: Int, end: Int) {
    guard orientation == .upright else { return }
    let segment = ByteView(view.bytes, from: body, to: end)
    guard segment.matches("Exif\0\0", at: 0) else { return }
    orientation = EXIFOrientation(tiff: view.bytes, from: body + 6, to: end)
  }

  /// Moves over entropy-coded data to the marker that ends it: not a stuffed zero, not a restart, not a fill byte.
  private func skipScan(_ place: inout Int) throws(PictureError) {
    let bytes = view.bytes
    var at = place
    let last = bytes.count - 1
    while at < last {
      if bytes[at] == 0xFF {
        let next = bytes[at + 1]
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) {
          place = at
          return
        }
      }
      at += 1
    }
    throw .truncated
  }

  private static func process(_ marker: UInt8) -> String {
    switch marker {
    case 0xC3: "lossless"
    case 0xC9...0xCB, 0xCD...0xCF: "arithmetic"
    default: "hierarchical"
    }
  }
}

/// How a picture must be turned to stand upright: mirrored left to right first, then turned clockwise by quarters.
struct EXIFOrientation: Hashable {
  var turn: Int
  var mirrored: Bool

  static let upright = EXIFOrientation(turn: 0, mirrored: false)

  init(turn: Int, mirrored: Bool) {
    self.turn = turn
    self.mirrored = mirrored
  }

  /// From the value of tag 274 (EXIF 2.3, table 4); what is not 1…8 counts as upright.
  init(tag: Int) {
    switch tag {
    case 2: self.init(turn: 0, mirrored: true)
    case 3: self.init(turn: 2, mirrored: false)
    case 4: self.init(turn: 2, mirrored: true)
    case 5: self.init(turn: 3, mirrored: true)
    case 6: self.init(turn: 1, mirrored: false)
    case 7: self.init(turn: 1, mirrored: true)
    case 8: self.init(turn: 3, mirrored: false)
    default: self = .upright
    }
  }

  /// From a TIFF structure inside `bytes`. Cameras write broken EXIF; then the picture is taken as upright.
  init(tiff bytes: [UInt8], from start: Int, to end: Int) {
    let order = ByteView(bytes, from: start, to: end)
    let bigEndian = order.matches("MM", at: 0)
    let view = ByteView(bytes, from: start, to: end, bigEndian: bigEndian)
    guard bigEndian || order.matches("II", at: 0), view.uint16(2) == 42, let directory = view.uint32(4),
      let entries = view.uint16(directory)
    else {
      self = .upright
      return
    }
    self = .upright
    for entry in 0..<entries {
      let place = directory + 2 + 12 * entry
      guard let tag = view.uint16(place) else { return }
      guard tag == 274 else { continue }
      // Type 3 is SHORT, one of them, stored in the first half of the value field.
      if view.uint16(place + 2) == 3, view.uint32(place + 4) == 1, let value = view.uint16(place + 8) {
        self.init(tag: value)
      }
      return
    }
  }
}
