/// What each byte of a one-byte encoding stands for.
///
/// Facts: TCVN 5712:1993, RFC 1456 (VISCII), the Windows code pages 1252 and 1258. Sixteen characters a row, from byte
/// 0x80; U+FFFD where nothing is assigned.
struct ByteTable: Sendable {
  /// 256 scalar values; 0xFFFD where the byte means nothing.
  let values: [UInt32]

  subscript(byte: UInt8) -> UInt32 { values[Int(byte)] }

  private init(upperHalf: String, controls: [(UInt8, Unicode.Scalar)] = []) {
    var values = (0..<128).map(UInt32.init) + upperHalf.unicodeScalars.map(\.value)
    for (byte, scalar) in controls { values[Int(byte)] = scalar.value }
    values += [UInt32](repeating: 0xFFFD, count: max(0, 256 - values.count))
    self.values = values
  }

  /// The same table with the bytes 0x80…0x9F of another.
  private init(_ base: ByteTable, punctuationOf other: ByteTable) {
    values = (0..<256).map { 0x80..<0xA0 ~= $0 ? other.values[$0] : (0x80... ~= $0 ? base.values[$0] : UInt32($0)) }
  }

  /// TCVN 5712 in full (VN1), with capitals on control bytes, as conversion tools write it.
  static let tcvn5712 = ByteTable(
    upperHalf: "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
      + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
      + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ"
      + "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
      + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
      + "éẹềểễếệìỉỄẾỒĩíịò"
      + "Ổỏõóọồổỗốộờởỡớợù"
      + "ỖủũúụừửữứựỳỷỹýỵỐ",
    controls: [
      (0x01, "Ú"), (0x02, "Ụ"), (0x04, "Ừ"), (0x05, "Ử"), (0x06, "Ữ"), (0x11, "Ứ"), (0x12, "Ự"), (0x13, "Ỳ"),
      (0x14, "Ỷ"),
      (0x15, "Ỹ"), (0x16, "Ý"), (0x17, "Ỵ"),
    ])

  /// TCVN3 (ABC) as the .VnTime fonts have it: no capitals with tones on 0x80…0x9F, but the quotes and dashes of
  /// Windows there.
  static let tcvn3 = ByteTable(tcvn5712, punctuationOf: windows1252)

  static let viscii = ByteTable(
    upperHalf: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
      + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
      + "Õắằặấầẩậẽẹếềểễệố"
      + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
      + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
      + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
      + "àáâãảăữẫèéêẻìíĩỉ"
      + "đựòóôõỏọụùúũủýợỮ",
    controls: [(0x02, "Ẳ"), (0x05, "Ẵ"), (0x06, "Ẫ"), (0x14, "Ỷ"), (0x19, "Ỹ"), (0x1E, "Ỵ")])

  static let windows1258 = ByteTable(
    upperHalf: "€\u{FFFD}‚ƒ„…†‡ˆ‰\u{FFFD}‹Œ\u{FFFD}\u{FFFD}\u{FFFD}"
      + "\u{FFFD}‘’“”•–—˜™\u{FFFD}›œ\u{FFFD}\u{FFFD}Ÿ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
      + "°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ"
      + "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
      + "àáâăäåæçèéêë\u{301}íîï"
      + "đñ\u{323}óôơö÷øùúûüư₫ÿ")

  static let windows1252 = ByteTable(
    upperHalf: "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
      + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
      + "°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
      + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîï"
      + "ðñòóôõö÷øùúûüýþÿ")
}
