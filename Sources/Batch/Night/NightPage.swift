internal import Facts
internal import Findings
internal import Statistics
internal import Templates

/// The nightly page: made by a run of everything when its reports are done, from what the books then say of it.
///
/// It tells of the run, so it is no report of the plan: no line of a manifest speaks of it, and it depends on no clock. After a night
/// that changed nothing the page of the last night that did stays as it is.
struct NightPage {
  let form: Desk.Form
  let desk: Desk
  let folder: RunFolder

  /// Templates with this word under `pham_vi` are nightly pages.
  static let scope = "dem"

  private var path: String { Paths.join(folder.reports, form.name + ".pdf") }
  /// What the page on the disk was made of.
  private var note: String { Paths.join(folder.books, form.name + ".ban-tin") }

  /// Makes the page of a run unless the one that is there says the same.
  ///
  /// - Returns: findings that are errors when there is no page.
  func make(_ night: NightSummary) -> [Finding] {
    let tellsNothing = night.made + night.failed + night.stale == 0 && night.unchanged == night.planned
    let digest = desk.digest(of: form)
    let (all, rest) = (figures(Self.timeless(night)), figures(NightSummary()))
    if let known = knownPage(), known.form == digest, known.all == all || tellsNothing && known.rest == rest {
      return []
    }
    let (document, findings) = desk.document(form, desk.facts(form, .committee, night: night))
    if findings.contains(where: { $0.severity == .error }) { return findings }
    var pipeline = Pipeline(form.stationery, desk.workspace.settings.limits)
    let product = pipeline.product(of: document)
    guard product.failure == nil else { return findings + product.findings }
    do throws(FileError) {
      try Publisher.publish(product.bytes, to: path)
      let line = [digest, all, rest, Digest.sha256(product.bytes)].joined(separator: " ") + "\n"
      try Publisher.publish(Array(line.utf8), to: note)
      return []
    } catch {
      return [error.finding()]
    }
  }

  /// Digest of the figures the page would show.
  private func figures(_ night: NightSummary) -> String {
    Digest.sha256(FigureText(desk.facts(form, .committee, night: night), form.shape).bytes)
  }

  /// The number of a run alone makes no new page.
  private static func timeless(_ night: NightSummary) -> NightSummary {
    var night = night
    night.run = 0
    night.previous = night.previous.map { _ in 0 }
    return night
  }

  private func knownPage() -> (form: String, all: String, rest: String)? {
    guard let bytes = try? FileReader.read(note, limit: 4096), let page = try? FileReader.read(path) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 4, Digest.sha256(page) == parts[3] else { return nil }
    return (parts[0], parts[1], parts[2])
  }
}
