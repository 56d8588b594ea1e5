import Graphics
import PDF
import SeededRandom
import Testing

struct FacePoolTests {
  private func pool(_ bytes: [UInt8]) -> FacePool {
    FacePool([FaceData(id: FaceID(0), name: "thử", file: "fonts/thu.ttf", bytes: bytes)])
  }

  private func fault(_ bytes: [UInt8]) throws -> FontFault? {
    let pool = pool(bytes)
    let first = try fault(of: pool)
    let again = try fault(of: pool)
    #expect(first == again)
    return first
  }

  private func fault(of pool: FacePool) throws -> FontFault? {
    do {
      try pool.prepare(FaceID(0))
    } catch .brokenFont(file: "fonts/thu.ttf", let reason) {
      return reason
    }
    return nil
  }

  @Test func `a good font is prepared`() throws {
    #expect(try fault(Faces.all[0].bytes) == nil)
  }

  @Test func `a file that is no font is named as such`() throws {
    #expect(try fault([]) == .notAFont)
    #expect(try fault(Array("%PDF-1.5 không phải phông".utf8)) == .notAFont)
    #expect(try fault(Array("wOFF\u{0}\u{1}\u{0}\u{0}".utf8)) == .notAFont)
  }

  @Test func `a font cut anywhere is refused`() throws {
    let whole = Faces.all[0].bytes
    for share in [0.0001, 0.001, 0.01, 0.2, 0.5, 0.9, 0.999] {
      let reason = try fault(Array(whole[..<Int(share * Double(whole.count))]))
      if case .truncated = reason { continue }
      Issue.record("\(share): \(String(describing: reason))")
    }
  }

  @Test func `a font without outlines or measures is refused by the table it lacks`() throws {
    for table in ["glyf", "loca", "head", "hhea", "hmtx", "maxp"] {
      var bytes = Faces.all[0].bytes
      let place = try #require(record(of: table, in: bytes))
      bytes[place] = UInt8(ascii: "x")
      #expect(try fault(bytes) == .missingTable(table))
    }
  }

  /// Where the directory of the font has its record of a table (OpenType 1.9: 16 bytes each from byte 12).
  private func record(of table: String, in bytes: [UInt8]) -> Int? {
    stride(from: 12, to: 12 + 16 * Int(bytes[5]), by: 16).first { bytes[$0..<$0 + 4].elementsEqual(table.utf8) }
  }

  @Test func `noise in a font never crashes`() throws {
    let good = Faces.all[0].bytes
    var generator = SeededGenerator(seed: 2021)
    let run = TestShaper(Faces.regular).run("Báo cáo kết quả", x: 60, y: 60, size: 13)
    for _ in 0..<40 {
      var bytes = good
      for _ in 0..<64 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      // A document or a typed error; both are fine.
      do { _ = try draw([page([.glyphs(run)])], faces: pool(bytes)) } catch let error as PDFError { _ = error.english }
    }
  }

  @Test func `a broken font that no page uses costs nothing`() throws {
    let faces = FacePool([Faces.all[0], FaceData(id: Faces.bold, name: "x", file: "x.ttf", bytes: [1, 2, 3])])
    let run = TestShaper(Faces.regular).run("đủ", x: 60, y: 60, size: 13)
    try Judge.expectSound(try draw([page([.glyphs(run)])], faces: faces))
  }

  @Test func `a face or glyph that does not exist is an error and leaves the pool good`() throws {
    let faces = FacePool(Faces.all)
    var run = TestShaper(Faces.regular).run("ab", x: 60, y: 60, size: 13)
    let good = run
    run.face = FaceID(9)
    #expect { try draw([page([.glyphs(run)])], faces: faces) } throws: { error in
      if case PDFError.unknownFace(FaceID(9)) = error { true } else { false }
    }
    for glyph: UInt32 in [2602, 65_535, .max] {
      var glyphs = Array(good.glyphs)
      glyphs[1].id = glyph
      run = good.with(glyphs: glyphs)
      #expect { try draw([page([.glyphs(run)])], faces: faces) } throws: { error in
        if case PDFError.unknownGlyph(glyph, file: _, page: 1) = error { true } else { false }
      }
    }
    #expect(try draw([page([.glyphs(good)])], faces: faces) == draw([page([.glyphs(good)])]))
  }

  @Test func `clusters that do not add up, or cut a letter, are an error with the text`() throws {
    let good = TestShaper(Faces.regular).run("đi", x: 60, y: 60, size: 13)
    let wrong: [[Cluster]] = [
      [], [Cluster(bytes: 2, glyphs: 1)], [Cluster(bytes: 2, glyphs: 1), Cluster(bytes: 1, glyphs: 2)],
      [Cluster(bytes: 1, glyphs: 1), Cluster(bytes: 2, glyphs: 1)],
    ]
    for clusters in wrong {
      let run = good.with(clusters: clusters)
      #expect { try draw([page([.glyphs(run)])]) } throws: { error in
        if case PDFError.badClusters(text: "đi", page: 1) = error { true } else { false }
      }
    }
    let run = good.with(text: [0xC3, 0x28, 0x69])
    #expect { try draw([page([.glyphs(run)])]) } throws: { error in
      if case PDFError.badClusters(text: _, page: 1) = error { true } else { false }
    }
  }

  @Test func `more sizes than a face keeps are drawn as well`() throws {
    let shaper = TestShaper(Faces.regular)
    let items = (0..<200).map { Item.glyphs(shaper.run("cỡ", x: 60, y: 60 + Double($0), size: 6 + Double($0) / 10)) }
    let faces = FacePool(Faces.all)
    let first = try draw([page(items)], faces: faces)
    #expect(try draw([page(items)], faces: faces) == first)
    try Judge.expectSound(first)
  }
}
