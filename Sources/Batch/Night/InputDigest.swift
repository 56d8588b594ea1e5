internal import Documents
internal import Facts
internal import Graphics
internal import Hashing
internal import Statistics
internal import Templates
internal import Vietnamese

/// SHA-256 over typed parts. Every part is written with its kind and length, so that no two different inputs read alike.
struct InputDigest {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  private static let block = 1 << 14

  mutating func add(_ text: String) {
    add(text.utf8.count)
    let bytes = text.utf8Span.span
    for index in bytes.indices { buffer.append(bytes[index]) }
    flushIfLarge()
  }

  mutating func add(_ number: Int) {
    // Least byte first.
    for shift in stride(from: 0, to: 64, by: 8) { buffer.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func add(_ bytes: [UInt8]) {
    add(Digest.sha256(bytes))
  }

  private mutating func flushIfLarge() {
    guard buffer.count >= Self.block else { return }
    flush()
  }

  private mutating func flush() {
    hash.update(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// 64 hexadecimal digits.
  consuming func finish() -> String {
    flush()
    return hash.hexadecimal()
  }
}

extension Desk {
  /// Everything a form adds to the figures: program, template with all partials, texts, page rules, fonts, pictures, draft or not.
  func digest(of form: Form) -> String {
    var digest = InputDigest()
    digest.add(Version.text)
    digest.add(isDraft ? 1 : 0)
    digest.add(workspace.settings.spacesPercent ? 1 : 0)
    digest.add(workspace.settings.padsProse ? 1 : 0)
    digest.add(workspace.settings.rules.shareScale)
    digest.add(form.name)
    digest.add(form.formatName)
    digest.add(workspace.settings.toneStyle?.rawValue ?? "")
    digest.add(workspace.settings.limits.pages)
    digest.add(workspace.settings.limits.cellBytes)
    add(shelf.template(form.name), to: &digest)
    add(shelf.source("templates", "van-ban.yaml"), to: &digest)
    for labels in shelf.layers("templates", "nhan.yaml") { add(labels, to: &digest) }
    for name in form.template.partials { add(shelf.partial(name), to: &digest) }
    for name in shelf.formatNames { add(shelf.format(name), to: &digest) }
    for name in form.template.showsTexts ? shelf.textNames(period: period.code) : [] {
      digest.add(name)
      add(shelf.text(name, period: period.code), to: &digest)
    }
    for (face, sum) in zip(form.stationery.faces, form.stationery.sums) {
      digest.add(face.name)
      digest.add(sum)
    }
    for picture in pictureNames(form) { addPicture(picture, to: &digest) }
    return digest.finish()
  }

  private func add(_ source: TemplateSource?, to digest: inout InputDigest) {
    digest.add(source == nil ? 0 : 1)
    digest.add(source?.text ?? "")
  }

  private func addPicture(_ name: String, to digest: inout InputDigest) {
    digest.add(name)
    digest.add(picture(name))
  }

  private func picture(_ name: String) -> [UInt8] {
    (try? FileReader.read(Paths.join(workspace.folder, name), limit: 64 << 20)) ?? []
  }

  /// Pictures every report of the form shows.
  private func pictureNames(_ form: Form) -> [String] {
    var names = Set(form.template.pictures)
    if form.template.showsTexts { names.formUnion(form.texts.values.flatMap(\.pictures)) }
    return names.filter(Paths.staysInside).sorted()
  }

  /// Digests of the photos among the figures of one report.
  func photoDigests(_ facts: Record) -> [String] {
    guard case .list(let photos)? = facts.at("truyen_thong.anh") else { return [] }
    return photos.compactMap { photo in
      guard case .record(let record) = photo, case .text(let name, _)? = record["tep"], Paths.staysInside(name) else {
        return nil
      }
      return Digest.sha256(picture(name))
    }
  }
}
