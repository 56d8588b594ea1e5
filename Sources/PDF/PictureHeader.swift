import Graphics

/// What the head of a picture file says, read before Cairo or libpng see the bytes.
struct PictureHeader {
  let width: Int
  let height: Int

  /// Reads and checks a picture's own bytes against what it is said to be. Returns the fault, or nothing.
  static func fault(in picture: Picture) -> PictureFault? {
    let bytes = picture.bytes
    let header: Result<PictureHeader, Fault> = picture.encoding == .jpeg ? jpeg(bytes) : png(bytes)
    switch header {
    case .failure(let failure): return failure.fault
    case .success(let header):
      guard header.width == picture.width, header.height == picture.height else {
        return .size(told: picture.width, picture.height, found: header.width, header.height)
      }
      let pixels = header.width.multipliedReportingOverflow(by: header.height)
      let limit = picture.encoding == .jpeg ? Limits.jpegPixels : Limits.pixels
      return pixels.overflow || pixels.partialValue > limit
        ? .tooLarge(pixels: pixels.partialValue, limit: limit) : nil
    }
  }

  private struct Fault: Error {
    let fault: PictureFault
    init(_ fault: PictureFault) { self.fault = fault }
  }

  /// ISO/IEC 15948 (PNG), 5.2 and 11.2.2: signature, then the IHDR chunk; an IEND chunk ends the file.
  private static func png(_ bytes: [UInt8]) -> Result<PictureHeader, Fault> {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature) else { return .failure(Fault(.notA(.png))) }
    guard let width = number(bytes, at: 16, size: 4), let height = number(bytes, at: 20, size: 4) else {
      return .failure(Fault(.truncated))
    }
    guard width > 0, height > 0 else { return .failure(Fault(.notA(.png))) }
    return .success(PictureHeader(width: width, height: height))
  }

  /// ITU-T T.81 (JPEG), annex B: segments up to the frame header, then an end-of-image marker somewhere behind.
  private static func jpeg(_ bytes: [UInt8]) -> Result<PictureHeader, Fault> {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return .failure(Fault(.notA(.jpeg))) }
    var header: PictureHeader?
    var offset = 2
    while let marker = marker(bytes, at: &offset) {
      guard let length = number(bytes, at: offset, size: 2), length >= 2 else { break }
      if marker == 0xDA {
        guard let header, endsProperly(bytes, after: offset + length) else { break }
        return .success(header)
      }
      if let kind = unsupported(marker) { return .failure(Fault(.unsupported(kind))) }
      if isFrame(marker) {
        guard let frame = frame(bytes, at: offset) else { return .failure(Fault(.truncated)) }
        header = frame
        if let kind = frame.unsupported(bytes, at: offset) { return .failure(Fault(.unsupported(kind))) }
      }
      offset += length
    }
    return .failure(Fault(.truncated))
  }

  /// The marker at the offset, which moves behind it; fill bytes before it are passed over.
  private static func marker(_ bytes: [UInt8], at offset: inout Int) -> UInt8? {
    guard offset < bytes.count, bytes[offset] == 0xFF else { return nil }
    while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// Baseline, extended and progressive Huffman frames: those that the PDF filter DCTDecode takes.
  private static func isFrame(_ marker: UInt8) -> Bool { (0xC0...0xC2).contains(marker) }

  private static func unsupported(_ marker: UInt8) -> String? {
    switch marker {
    case 0xC3, 0xC5, 0xC6, 0xC7: "lossless JPEG"
    case 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF: "arithmetic-coded JPEG"
    default: nil
    }
  }

  private static func frame(_ bytes: [UInt8], at offset: Int) -> PictureHeader? {
    guard let height = number(bytes, at: offset + 3, size: 2), let width = number(bytes, at: offset + 5, size: 2),
      width > 0, height > 0, offset + 7 < bytes.count
    else { return nil }
    return PictureHeader(width: width, height: height)
  }

  /// Bits a sample and number of colours, which follow in the frame header.
  private func unsupported(_ bytes: [UInt8], at offset: Int) -> String? {
    let (bits, colors) = (bytes[offset + 2], bytes[offset + 7])
    if bits != 8 { return "\(bits)-bit JPEG" }
    // Four colours are CMYK, which cameras do not write and of which Adobe's programs write the negative.
    return colors == 1 || colors == 3 ? nil : "CMYK JPEG"
  }

  private static func endsProperly(_ bytes: [UInt8], after start: Int) -> Bool {
    guard start < bytes.count - 1 else { return false }
    // Cameras add data behind the end of the image, so the marker is looked for from the back.
    return stride(from: bytes.count - 2, through: start, by: -1)
      .contains { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9 }
  }

  private static func number(_ bytes: [UInt8], at offset: Int, size: Int) -> Int? {
    guard offset <= bytes.count - size else { return nil }
    return bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
  }
}
