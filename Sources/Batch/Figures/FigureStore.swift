/// Where the figures of a report lie: a store beside the manifests, the line of their shape and the line of their values in it.
struct FigurePlace: Sendable, Hashable {
  var store: String
  var shape: Range<Int>
  var values: Range<Int>

  var text: String {
    "\(store) \(shape.lowerBound) \(shape.count) \(values.lowerBound) \(values.count)"
  }

  init(store: String, shape: Range<Int>, values: Range<Int>) {
    self.store = store
    self.shape = shape
    self.values = values
  }

  init?(_ text: String) {
    let parts = text.split(separator: " ")
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard parts.count == 5, numbers.count == 4, numbers.allSatisfy({ (0...1 << 40).contains($0) }),
      parts[0].hasSuffix(RunFolder.figuresEnding), !parts[0].contains("/")
    else { return nil }
    store = String(parts[0])
    shape = numbers[0]..<numbers[0] + numbers[1]
    values = numbers[2]..<numbers[2] + numbers[3]
  }
}

/// Writes the figures of a run behind each other into its store. A report whose figures an earlier run has stored is not written again:
/// its line in the manifest goes on naming that place, and a night without changes makes no store at all.
///
///     #baocao-so-lieu 1
///     {ky:k,dang_vien:{tong_so:{ky_nay:n}}}
///     5f0c…  2021-Q4 2021-10-01 2021-12-31<tab>120
struct FigureStore {
  private let name: String
  private var size = 0
  private var shapes: [String: Range<Int>] = [:]
  /// Not yet in the file.
  private(set) var waiting: [UInt8] = []

  static let head = "#baocao-so-lieu 1\n"
  /// Digits of the digest that stands before the values.
  static let sumDigits = 16

  init(name: String) {
    self.name = name
  }

  mutating func add(_ figures: StoredFigures) -> FigurePlace {
    if size == 0 { append(Array(Self.head.utf8)) }
    let shape = shapes[figures.shape] ?? append(Array(figures.shape.utf8))
    shapes[figures.shape] = shape
    let sum = (figures.sum ?? Digest.sha256(figures.values)).prefix(Self.sumDigits)
    let values = append(Array("\(sum)\t".utf8) + figures.values)
    return FigurePlace(store: name, shape: shape, values: values)
  }

  /// - Returns: where the line lies, its end left out.
  @discardableResult
  private mutating func append(_ line: [UInt8]) -> Range<Int> {
    let place = size..<size + line.count
    waiting += line
    if line.last != 0x0A { waiting.append(0x0A) }
    size = place.upperBound + (line.last == 0x0A ? 0 : 1)
    return place
  }

  mutating func taken() -> [UInt8] {
    defer { waiting.removeAll(keepingCapacity: true) }
    return waiting
  }
}

/// The figures of one report on their way to a store.
struct StoredFigures: Sendable {
  var shape: String
  var values: [UInt8]
  /// SHA-256 of the values where it is known already.
  var sum: String?
}

/// Figures read back from the stores of a folder, one report at a time.
struct FigureShelf {
  let folder: RunFolder
  private var shapes: [String: FigureShape] = [:]

  private static let longestLine = 64 << 20

  init(_ folder: RunFolder) {
    self.folder = folder
  }

  /// The figures of one report with the shape they were kept by.
  struct Kept {
    var shape: FigureShape
    var figures: [Figure]
  }

  /// nil where none are kept, or what is there is not what was written.
  mutating func figures(_ entry: Manifest.Entry) -> Kept? {
    guard let place = FigurePlace(entry.figures), place.values.count <= Self.longestLine else { return nil }
    let path = Paths.join(folder.books, place.store)
    guard let shape = shape(place, path), let line = try? FileReader.read(path, range: place.values),
      line.count > FigureStore.sumDigits, line[FigureStore.sumDigits] == FigureText.separator
    else { return nil }
    let values = line[(FigureStore.sumDigits + 1)...]
    guard
      Digest.sha256(Array(values)).prefix(FigureStore.sumDigits).utf8.elementsEqual(line[..<FigureStore.sumDigits])
    else { return nil }
    return FigureReader.figures(values, shape).map { Kept(shape: shape, figures: $0) }
  }

  private mutating func shape(_ place: FigurePlace, _ path: String) -> FigureShape? {
    let key = "\(place.store) \(place.shape.lowerBound)"
    if let known = shapes[key] { return known }
    guard place.shape.count <= 1 << 20, let line = try? FileReader.read(path, range: place.shape) else { return nil }
    let shape = FigureShape(line[...])
    shapes[key] = shape
    return shape
  }
}
