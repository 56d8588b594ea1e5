import Vietnamese

/// The key under which headers, list values and file names meet: accents, capitals, spaces and punctuation do not count.
enum HeaderKey {
  /// `Mã tổ chức`, `ma_to_chuc` and `MA TO CHUC:` all give `matochuc`.
  static func fold(_ text: String) -> String {
    String(decoding: Folding.key(text).utf8.filter(isWord), as: UTF8.self)
  }

  /// The header without what stands in brackets at its end: `Số tiền (triệu đồng)` gives `Số tiền` and `triệu đồng`.
  static func splitUnit(_ header: String) -> (name: String, unit: String)? {
    guard header.utf8.contains(0x28), let open = header.lastIndex(of: "("), let close = header.lastIndex(of: ")"),
      open < close
    else { return nil }
    return (String(header[..<open]), String(header[header.index(after: open)..<close]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x7A ~= byte || byte >= 0x80
  }
}
