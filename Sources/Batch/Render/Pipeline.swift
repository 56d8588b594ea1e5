internal import Documents
internal import Findings
internal import Graphics
internal import PDF
internal import Typesetting

/// The last three of the five steps from rows to bytes. The whole program in five lines:
///
///     let dataset  = workspace.dataset(period)             data/*.csv -> rows
///     let facts    = maker.facts(scope, period)            rows       -> figures
///     let document = template.evaluate(facts, context)     figures    -> blocks
///     let pages    = typesetter.typeset(document)          blocks     -> pages
///     let bytes    = canvas.draw(pages).finish()           pages      -> PDF
///
/// A worker owns one pipeline: fonts are shared, shaping caches and prepared faces are its own.
struct Pipeline: ~Copyable {
  private var typesetter: Typesetter
  private let pool: FacePool
  private let clock: StageClock?

  init(_ stationery: Stationery, _ limits: PrintLimits, _ clock: StageClock? = nil) {
    self.clock = clock
    typesetter = Typesetter(fonts: stationery.fonts, limits: limits.layout)
    pool = FacePool(stationery.faces)
  }

  /// A finished report, or why there is none.
  struct Product {
    var bytes: [UInt8]
    var pages: Int
    var findings: [Finding]
    /// Set when there is nothing to publish.
    var failure: ExitCode?
  }

  /// Sets and draws a document. Findings that are errors (a missing glyph) leave it unfit for print.
  ///
  /// - Parameter draft: takes the bytes as they come; nil: the product holds them.
  mutating func product(of document: Document, limits: ReportLimits = .none, to draft: Draft? = nil) -> Product {
    var pages = 0
    var meter = limits.meter()
    let start = ContinuousClock.now
    var drawing = Duration.zero
    defer {
      clock?.add(ContinuousClock.now - start - drawing, to: .layout)
      clock?.add(drawing, to: .drawing)
    }
    do {
      var canvas = try Self.canvas(document.metadata, pool, draft)
      let findings = try typesetter.typeset(document) { page in
        pages += 1
        try meter.count(page)
        let begin = ContinuousClock.now
        try canvas.draw(page)
        drawing += ContinuousClock.now - begin
      }
      if findings.contains(where: { $0.severity == .error }) {
        return Product(bytes: [], pages: pages, findings: findings, failure: .dataFailed)
      }
      let begin = ContinuousClock.now
      let bytes = try canvas.finish()
      drawing += ContinuousClock.now - begin
      return Product(bytes: bytes, pages: pages, findings: findings, failure: nil)
    } catch {
      return Product(bytes: [], pages: pages, findings: [Self.finding(error)], failure: Self.code(error))
    }
  }

  /// The pages themselves, for those who judge them; a failure leaves none.
  mutating func pages(of document: Document) -> (pages: [Page], findings: [Finding], failure: ExitCode?) {
    var pages: [Page] = []
    do {
      let findings = try typesetter.typeset(document) { pages.append($0) }
      let isUnfit = findings.contains { $0.severity == .error }
      return isUnfit ? ([], findings, .dataFailed) : (pages, findings, nil)
    } catch {
      return ([], [Self.finding(error)], Self.code(error))
    }
  }

  private static func canvas(
    _ metadata: Metadata, _ pool: FacePool, _ draft: Draft?
  ) throws(PDFError) -> Canvas {
    guard let draft else { return try Canvas(metadata: metadata, faces: pool) }
    return try Canvas(metadata: metadata, faces: pool) { try draft.write($0) }
  }

  /// A document that cannot be laid out, or a picture that cannot be shown, is the data's fault; anything else the program's setting.
  private static func code(_ error: any Error) -> ExitCode {
    if case .badPicture? = error as? PDFError { return .dataFailed }
    return error is LayoutError || error is LimitPassed ? .dataFailed : .configuration
  }

  private static func finding(_ error: any Error) -> Finding {
    if let error = error as? LimitPassed { return error.finding }
    let message =
      switch error {
      case let error as LayoutError: error.message
      case let error as PDFError: Message(vi: error.vietnamese, en: error.english)
      default: Message(vi: "\(error)", en: "\(error)")
      }
    // Layout does not know its template; whoever has the report puts its name in.
    let file = error is LayoutError ? "" : "pdf"
    return Finding(code: "khong-dung-trang-duoc", severity: .error, at: Location(file: file), message)
  }
}
