import Findings
import Records
import SeededRandom
import Testing

/// Whatever comes in: findings, no crash, and time in proportion to the bytes. The sizes here are small; the shapes are those of the
/// files that break readers.
@Suite struct HostileInputTests {
  private func read(_ name: String, _ bytes: [UInt8]) -> (dataset: Dataset, findings: FindingList) {
    var options = DatasetOptions()
    options.requiredTables = []
    return DatasetReader(options).read(files: [
      MarkedFile("to-chuc", organisations).file, SourceFile(name: "data/\(name).csv", bytes: bytes),
    ])
  }

  private func checkPlaces(_ findings: FindingList, _ size: Int) {
    for finding in findings.sorted {
      if let excerpt = finding.excerpt {
        #expect(excerpt.start >= 0 && excerpt.length >= 0)
        #expect(excerpt.start + excerpt.length <= excerpt.line.count)
      }
      if let offset = finding.location.byteOffset { #expect(0...size ~= offset) }
      #expect(!FindingText(language: .vietnamese).render(finding).isEmpty)
    }
  }

  @Test func `random bytes in every table`() {
    var random = SeededGenerator(seed: 20)
    for round in 0..<180 {
      let name = TableName.allCases[round % TableName.allCases.count].rawValue
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      checkPlaces(read(name, bytes).findings, max(bytes.count, 400))
    }
  }

  /// A good file with bytes changed, taken out, doubled and cut off.
  @Test func `damaged copies of good files`() {
    var random = SeededGenerator(seed: 21)
    let good = Array(
      """
      ky,ma_to_chuc,doi_tuong,muc,diem,tong_so,duoc_danh_gia,xuat_sac,tot,hoan_thanh,khong_hoan_thanh,ngay,ghi_chu
      2020,SNV,tổ chức đảng,XS,"98,5",,,,,,,15/01/2021,"một
      hai"
      2020,BAOHY,đảng viên,,,84,84,20,62,2,0,2021-01-15,“Dân vận khéo”
      quý III/2021,SNV,cán bộ,hoàn thành tốt,90,,,,,,,,

      """.utf8)
    let nasty: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0xFF, 0xCC, 0xE1, 0x3F, 0x3B, 0x09, 0xAD]
    for _ in 0..<250 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: bytes[place] = nasty.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(nasty.randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        }
      }
      let (dataset, findings) = read("xep-loai", bytes)
      checkPlaces(findings, bytes.count)
      #expect(Set(dataset.ratings.map { $0.key }).count == dataset.ratings.count)
      #expect(dataset.ratings.allSatisfy { dataset.organisation($0.organisation) != nil })
    }
  }

  @Test func `a file of zeros`() {
    let (dataset, findings) = read("dang-vien", Array(repeating: 0, count: 100_000))
    #expect(dataset.memberCounts == [])
    #expect(findings.hasErrors)
  }

  @Test func `zeros behind good rows, as a crashed copy leaves them`() {
    let good = Array("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\nBAOHY,2021-Q4,12\n".utf8)
    let (dataset, findings) = read("dang-vien", good + Array(repeating: 0, count: 4096))
    #expect(dataset.memberCounts.count == 2)
    #expect(findings.sorted.contains { $0.code == "ky-tu-nul" && $0.location.row == 4 })
  }

  @Test func `one line without an end`() {
    let head = Array("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n".utf8)
    let (dataset, findings) = read("dang-vien", head + Array(repeating: 0x61, count: 3 << 19))
    #expect(dataset.memberCounts.count == 1)
    let finding = findings.sorted.first { $0.code == "o-qua-dai" }
    #expect(finding?.location.row == 3)
    #expect((finding?.excerpt?.line.count ?? .max) < 5000)
  }

  @Test func `the line around an endless cell is cut between letters, and a hint follows`() throws {
    let head = Array("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n".utf8)
    let letters = Array(String(repeating: "Đề", count: 3 << 17).utf8)
    let (_, findings) = read("dang-vien", head + letters)
    let finding = try #require(findings.sorted.first { $0.code == "o-qua-dai" })
    let line = try #require(finding.excerpt?.line)
    #expect(!line.unicodeScalars.contains("\u{FFFD}"))
    #expect(line.hasPrefix("Đề"))
    #expect(finding.hint != nil)
  }

  @Test func `one line of a million separators`() {
    let head = Array("ma_to_chuc,ky,tong_so\n".utf8)
    let (_, findings) = read(
      "dang-vien", head + Array(repeating: 0x2C, count: 1 << 20) + Array("x\nSNV,2021-Q4,61\n".utf8))
    #expect(findings.sorted.contains { $0.code == "o-qua-dai" && $0.location.row == 2 })
  }

  @Test func `hundreds of thousands of empty rows are one note`() {
    let head = Array("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,61\n".utf8)
    let (dataset, findings) = read("dang-vien", head + Array(repeating: 0x0A, count: 100_000))
    #expect(dataset.memberCounts.count == 1)
    #expect(
      findings.sorted.filter { $0.code == "dong-trong" }.map(\.message.english) == ["100000 blank rows were skipped."])
  }

  @Test func `a quote opened in the first row and never closed`() {
    let rows = (0..<2000).map { "SNV,\(1900 + $0 % 1000)-M\(1 + $0 % 12),61\n" }.joined()
    let (dataset, findings) = read("dang-vien", Array("ma_to_chuc,ky,tong_so\n\"SNV,2021-Q4,61\n\(rows)".utf8))
    #expect(findings.sorted.first { $0.code == "ngoac-kep-sai" }?.location.row == 2)
    #expect(dataset.memberCounts.count > 900)
  }

  @Test func `what no table is, is said to be so`() {
    for bytes: [UInt8] in [Array("PK\u{3}\u{4}abc".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1], Array("%PDF-1.7 abc".utf8)] {
      let (_, findings) = read("dang-vien", bytes)
      #expect(
        findings.sorted.map(\.code).filter { $0 != "tep-khong-co" && $0 != "thieu-don-vi" } == ["tep-khong-doc-duoc"])
    }
  }

  @Test func `a bidirectional or control character in a cell does not reach the terminal`() {
    let (_, findings) = read("dang-vien", Array("ma_to_chuc,ky,tong_so\nSNV,2021-Q4,\u{202E}x\u{1B}[2J\n".utf8))
    let text = findings.sorted.map { FindingText(language: .vietnamese).render($0) }.joined()
    #expect(!text.unicodeScalars.contains("\u{202E}") && !text.unicodeScalars.contains("\u{1B}"))
  }
}
