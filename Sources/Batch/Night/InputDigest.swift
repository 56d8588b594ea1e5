internal import Documents
internal import Facts
internal import Findings
internal import Graphics
internal import Hashing
internal import Records
internal import Templates
internal import Vietnamese

/// SHA-256 over typed parts. Every part is written with its kind and length, so that no two different inputs read alike.
struct InputDigest {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  private static let block = 1 << 14

  mutating func add(_ text: String) {
    add(text.utf8.count)
    buffer.append(contentsOf: text.utf8)
    flushIfLarge()
  }

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { buffer.append(contentsOf: $0) }
  }

  mutating func add(_ bytes: [UInt8]) {
    add(Digest.sha256(bytes))
  }

  /// A figure as it can reach paper. Where it came from (files, rows) is left out: a row inserted above changes no page.
  mutating func add(_ fact: Fact) {
    switch fact {
    case .missing: tag(0)
    case .integer(let value, _): tag(1); add(value)
    case .decimal(let value, _): tag(2); add(value.description)
    case .money(let value, _): tag(3); add(value)
    case .percent(let share, _): tag(4); add(share.part); add(share.whole); add(share.value.description)
    case .text(let text, _): tag(5); add(text)
    case .date(let date): tag(6); add(date.iso)
    case .period(let period): tag(7); add(period.code); add(period.start.iso); add(period.end.iso)
    case .flag(let flag): tag(8); add(flag ? 1 : 0)
    case .list(let list):
      tag(9); add(list.count)
      for item in list { add(item) }
    case .record(let record):
      tag(10); add(record.values.count)
      for value in record.values { add(value) }
    }
  }

  private mutating func tag(_ kind: UInt8) {
    buffer.append(kind)
    flushIfLarge()
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

extension Digest {
  /// Of the figures alone: what tells a changed figure from a changed layout.
  static func facts(_ facts: Record) -> String {
    var digest = InputDigest()
    digest.add(.record(facts))
    return digest.finish()
  }
}

extension Desk {
  /// Everything a form adds to the figures: program, template with all partials, texts, page rules, fonts, pictures, draft or not.
  func digest(of form: Form) -> String {
    var digest = InputDigest()
    digest.add(Version.text)
    digest.add(isDraft ? 1 : 0)
    digest.add(form.name)
    digest.add(form.formatName)
    add(shelf.template(form.name), to: &digest)
    add(shelf.source("templates", "van-ban.yaml"), to: &digest)
    for name in shelf.names("templates/partials", ending: ".md") { add(shelf.partial(name), to: &digest) }
    for name in shelf.formatNames { add(shelf.format(name), to: &digest) }
    for name in shelf.textNames(period: period.code) {
      digest.add(name)
      add(shelf.text(name, period: period.code), to: &digest)
    }
    for face in form.stationery.faces {
      digest.add(face.name)
      digest.add(face.bytes)
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
    let bytes = try? FileReader.read(Paths.join(workspace.folder, name), limit: 64 << 20)
    digest.add(bytes ?? [])
  }

  /// Pictures any report of the form may show; one that changes renders all of them again.
  private func pictureNames(_ form: Form) -> [String] {
    var names = Set(form.template.pictures)
    names.formUnion(form.texts.values.flatMap(\.pictures))
    names.formUnion(dataset.photos.map(\.file))
    return names.filter(Paths.staysInside).sorted()
  }
}
