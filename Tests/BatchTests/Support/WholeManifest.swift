@testable import Batch

/// A manifest read at once: what `Book` reads piece by piece is judged by it.
struct WholeManifest {
  var header: Manifest.Header
  var entries: [Manifest.Entry] = []
  var summary: Manifest.Summary?

  /// nil without a header of this version.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A)
    // A line counts when its end was written.
    if let last = bytes.last, last != 0x0A { lines.removeLast() }
    guard let first = lines.first, case .header(let header) = ManifestLine(first) else { return nil }
    self.header = header
    for line in lines.dropFirst() {
      switch ManifestLine(line) {
      case .entry(let entry): entries.append(entry)
      case .summary(let summary): self.summary = summary
      case .header, nil: continue
      }
    }
  }
}

extension RunFolder {
  func manifest(named name: String) -> WholeManifest? {
    (try? FileReader.read(Paths.join(books, name))).flatMap { WholeManifest($0) }
  }
}
