import Vietnamese

/// Any bytes have a verdict, and decode in every encoding into valid UTF-8.
func fuzzDetector(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let detection = EncodingDetector.detect(bytes)
  precondition(0...100 ~= detection.confidence, "confidence outside 0...100")
  for encoding in TextEncoding.allCases {
    let decoded = TextDecoder.decode(bytes, as: encoding)
    precondition(String(validating: decoded.utf8, as: UTF8.self) != nil, "\(encoding) gave bytes that are no UTF-8")
    // Of hidden encodings the offsets are those of the text before repair, which damaged bytes make longer.
    let isHidden = encoding == .tcvn3InUTF8 || encoding == .vniInUTF8
    precondition(isHidden || decoded.undecodable.allSatisfy { 0...count ~= $0 }, "offset outside the file")
  }
  let text = String(decoding: bytes, as: UTF8.self)
  _ = LostText.firstSign(text)
  let normal = NFC.normalize(text)
  precondition(Array(NFC.normalize(normal).utf8) == Array(normal.utf8), "normal form is not stable")
  return 0
}

/// The name SwiftPM gives the start of an executable; libFuzzer's own `main` is not linked beside it.
@_cdecl("FuzzDetector_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { fuzzDetector($0, $1) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt
