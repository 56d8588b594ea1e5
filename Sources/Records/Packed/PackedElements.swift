/// Elements of one size in a scratch file, in words. A part of them is read at a time; the file only grows.
@usableFromInline
struct PackedElements<Element: Sendable>: Sequence, Sendable {
  fileprivate let packing: Packing<Element>
  private let file: any ScratchFile
  private let texts: [String]
  private let longTexts: LongTexts
  /// Where the first one lies in the file.
  private let start: Int
  /// The end of the file.
  private let end: Int
  @usableFromInline let count: Int

  /// Elements read or written at once.
  static var block: Int { 1024 }

  fileprivate init(
    _ packing: Packing<Element>, _ file: any ScratchFile, _ texts: [String], _ longTexts: LongTexts, start: Int,
    end: Int, count: Int
  ) {
    self.packing = packing
    self.file = file
    self.texts = texts
    self.longTexts = longTexts
    self.start = start
    self.end = end
    self.count = count
  }

  /// Elements with the numbers in `range`. Where the disk fails their values are empty: whoever handed the file over knows of it.
  @usableFromInline func elements(_ range: Range<Int>) -> [Element] {
    var unpacker = unpacker(range)
    return range.map { _ in packing.unpack(&unpacker) }
  }

  @usableFromInline func makeIterator() -> Iterator { Iterator(elements: self) }

  /// Unpacks the elements one by one and reads them in blocks.
  @usableFromInline
  struct Iterator: IteratorProtocol {
    let elements: PackedElements
    private var block: Unpacker
    private var place = 0
    /// The number after the last element of the block.
    private var end = 0

    fileprivate init(elements: PackedElements) {
      self.elements = elements
      block = elements.unpacker(0..<0)
    }

    @usableFromInline mutating func next() -> Element? {
      if place == end {
        guard end < elements.count else { return nil }
        end = Swift.min(place + PackedElements.block, elements.count)
        block = elements.unpacker(place..<end)
      }
      place += 1
      return elements.packing.unpack(&block)
    }
  }

  fileprivate func unpacker(_ range: Range<Int>) -> Unpacker {
    Unpacker(words(range), texts, LongTextReader(longTexts, elements: range.count))
  }

  private func words(_ range: Range<Int>) -> [UInt32] {
    let (first, last) = (start + range.lowerBound * packing.size, start + range.upperBound * packing.size)
    return file.words(first..<last) ?? Array(repeating: 0, count: last - first)
  }

  /// The same without the elements `gone`, written once more behind these; nil where the disk has no room.
  func without(_ gone: Set<Int>) -> PackedElements? {
    var written = 0
    for first in stride(from: 0, to: count, by: Self.block) {
      let range = first..<Swift.min(first + Self.block, count)
      let words = words(range)
      let kept = range.filter { !gone.contains($0) }.flatMap { place in
        words[(place - first) * packing.size..<(place - first + 1) * packing.size]
      }
      guard file.append(kept) else { return nil }
      written += kept.count
    }
    return PackedElements(
      packing, file, texts, longTexts, start: end, end: end + written, count: written / packing.size)
  }
}

/// Collects elements in a scratch file, or in memory where there is none or its disk fails.
struct ElementCollector<Element: Sendable> {
  private var elements: [Element] = []
  private var packer = Packer()
  private let packing: Packing<Element>?
  private var file: (any ScratchFile)?
  /// Words in the file.
  private var written = 0
  private(set) var count = 0

  /// - Parameter file: is made only where elements can be packed.
  init(_ packing: Packing<Element>?, _ file: @autoclosure () -> (any ScratchFile)?) {
    self.packing = packing
    guard let packing, let own = file() else { return }
    if packing.hasLongTexts {
      guard let second = file() else { return }
      packer.longTexts = LongTexts(second)
    }
    self.file = own
  }

  /// Whether the elements go to a file.
  var isPacked: Bool { file != nil }

  mutating func append(_ element: Element) {
    count += 1
    guard let packing, isPacked else {
      elements.append(element)
      return
    }
    let before = packer.words.count
    packing.pack(element, &packer)
    assert(packer.words.count == before + packing.size, "the packing of \(Element.self) has another size")
    if count % PackedElements<Element>.block == 0 { flush() }
  }

  /// Makes room in memory, where the elements stay there.
  mutating func reserve(_ count: Int) {
    if !isPacked { elements.reserveCapacity(count) }
  }

  /// What was collected; nothing may be added afterwards.
  mutating func finish() -> Rows<Element> {
    flush()
    guard let packed else { return Rows(elements) }
    return Rows(packed)
  }

  private var packed: PackedElements<Element>? {
    guard let packing, let file else { return nil }
    return PackedElements(
      packing, file, packer.texts.list, packer.longTexts, start: 0, end: written, count: written / packing.size)
  }

  private mutating func flush() {
    guard let packing, let file else { return }
    if packer.longTexts.flush(), file.append(packer.words) {
      written += packer.words.count
      packer.removeWords()
      return
    }
    // The disk is full: everything comes back into memory.
    elements = packed.map { $0.elements(0..<$0.count) } ?? []
    let left = packer.words.count / packing.size
    var rest = Unpacker(packer.words, packer.texts.list, LongTextReader(packer.longTexts, elements: left))
    for _ in 0..<left { elements.append(packing.unpack(&rest)) }
    self.file = nil
  }
}
