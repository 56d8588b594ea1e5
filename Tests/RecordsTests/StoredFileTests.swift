import Findings
import Records
import Testing

/// A file that is read in windows gives the rows and findings it gives when it is read whole.
struct StoredFileTests {
  private static let head = "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,ma_to_chuc,doi_tuong_thu_huong,so_tien,noi_dung\n"

  /// About 200 bytes a row: 5,000 rows are four windows. Cells with line breaks and doubled quotes lie on every border.
  private static func row(_ number: Int, code: String? = nil) -> String {
    "\(code ?? "HD\(number)"),2021-11-01,Khuyến học,khác,SNV,\"gia đình “\(number)”\nthôn \(number % 7)\","
      + "\(number)000,\"thăm hỏi \"\"dịp\"\" cuối năm, \(String(repeating: "ấ", count: number % 40))\"\n"
  }

  /// 5,000 records, seven of which are no rows: a blank one, one without a day, an open quote, a code twice, an unknown unit, a
  /// blank programme, a total.
  private static let text: String = {
    var text = head
    for number in 1...5000 {
      switch number {
      case 700: text += "\n"
      case 2100: text += "HD2100,2021-13-01,Khuyến học,khác,SNV,,1,\n"
      case 2500: text += "HD2500,2021-11-01,Khuyến học,khác,SNV,\"không đóng,1,\n"
      case 3300: text += row(number, code: "HD12")
      case 4400: text += "HD4400,2021-11-01,Khuyến học,khác,KHONG-CO,,1,\n"
      case 4600: text += "HD4600,2021-11-01,,khác,SNV,,1,\n"
      case 4700: text += "HD4700,2021-11-01,Khuyến học,khác,SNV,,1.500,\n"
      case 4900: text += "Tổng cộng,,,,,,1,\n"
      default: text += row(number)
      }
    }
    return text
  }()

  private typealias Result = (dataset: Dataset, findings: [Finding])

  private func read(
    _ file: SourceFile, leavesProse: Bool = false, scratch: (@Sendable () -> MemoryScratch?)? = nil
  ) -> Result {
    var options = DatasetOptions()
    options.requiredTables = []
    options.leavesProse = leavesProse
    if let scratch { options.scratch = { scratch() } }
    let result = DatasetReader(options).read(files: [MarkedFile("to-chuc", organisations).file, file])
    return (result.dataset, result.findings.sorted)
  }

  private func readBoth(_ bytes: [UInt8], leavesProse: Bool = false) -> (whole: Result, windows: Result, MemoryStore) {
    let store = MemoryStore(bytes)
    let name = "data/an-sinh.csv"
    return (
      read(SourceFile(name: name, bytes: bytes)),
      read(SourceFile(name: name, store: store), leavesProse: leavesProse), store
    )
  }

  @Test func `rows and findings are those of the whole file`() {
    let (whole, windows, store) = readBoth(Array(Self.text.utf8))
    #expect(whole.dataset.socialWorks.count == 4993)
    #expect(windows.dataset.socialWorks == whole.dataset.socialWorks)
    #expect(windows.findings == whole.findings)
    let codes = Set(windows.findings.map(\.code))
    #expect(codes.isSuperset(of: ["khoa-trung", "tham-chieu-khong-co"]))
    #expect(store.longestStretch <= 1 << 18 && store.count > 3 * store.longestStretch / 2)
  }

  @Test func `a byte order mark and carriage returns`() {
    let text = Self.text.replacing("\n", with: "\r\n")
    let (whole, windows, _) = readBoth([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(whole.dataset.socialWorks.count == 4993)
    #expect(windows.dataset.socialWorks == whole.dataset.socialWorks)
    #expect(windows.findings == whole.findings)
  }

  @Test func `an encoding is told by bytes that come in pieces`() {
    // In TCVN3 “ấ” is CA; a file of it is no UTF-8.
    let old = Self.text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : 0xCA }
    for bytes in [old, Array(Self.text.utf8) + [0xE1], Array(Self.text.utf8.prefix(900_001)) + Array("\u{FFFD}".utf8)] {
      let (whole, windows, _) = readBoth(bytes)
      #expect(windows.dataset.socialWorks == whole.dataset.socialWorks)
      #expect(windows.findings == whole.findings)
    }
  }

  @Test func `a record longer than a window, and a quote that never closes`() {
    let long = String(repeating: "dài, ", count: 150_000)
    let open = "HDX,2021-11-01,\"mở" + String(repeating: " a\n", count: 300_000)
    for middle in ["HDX,2021-11-01,Khuyến học,khác,SNV,,1,\"\(long)\"\n", open] {
      let text = Self.head + Self.row(1) + middle + (2...50).map { Self.row($0) }.joined()
      let (whole, windows, _) = readBoth(Array(text.utf8))
      #expect(windows.dataset.socialWorks == whole.dataset.socialWorks)
      #expect(windows.findings == whole.findings)
    }
  }

  @Test func `long texts are left in the file and come back with the row`() {
    let (whole, windows, _) = readBoth(Array(Self.text.utf8), leavesProse: true)
    let table = windows.dataset.tables.socialWorks
    #expect(table.leavesProse && windows.findings == whole.findings)
    #expect(table.rows[10].code == "HD11" && table.rows[10].content.isEmpty)
    #expect(table.whole(at: Array(table.rows.indices)) == whole.dataset.socialWorks.all)
    #expect(table.whole(at: [0, 10, 4992]).map(\.beneficiaries).last == "gia đình “5000”\nthôn 2")
    #expect(table.whole(at: []).isEmpty)
  }

  @Test(arguments: [nil, 0, 20_000, 70_000]) func `rows lie in scratch files, and in memory when those are full`(
    _ room: Int?
  ) {
    let bytes = Array(Self.text.utf8)
    let whole = read(SourceFile(name: "data/an-sinh.csv", bytes: bytes))
    let packed = read(SourceFile(name: "data/an-sinh.csv", store: MemoryStore(bytes)), leavesProse: true) {
      MemoryScratch(room: room ?? .max)
    }
    let left = read(SourceFile(name: "data/an-sinh.csv", store: MemoryStore(bytes)), leavesProse: true)
    let table = packed.dataset.tables.socialWorks
    #expect(packed.findings == whole.findings)
    #expect(table.rows == left.dataset.tables.socialWorks.rows)
    #expect(table.whole(at: Array(table.rows.indices)) == whole.dataset.socialWorks.all)
    let some = Array(stride(from: 3, to: table.rows.count, by: 611)) + [table.rows.count - 1]
    #expect(table.whole(at: some) == some.map { whole.dataset.socialWorks[$0] })
    for text in ["“4321”", "gia đình “3”\nthôn 3"] {
      #expect(packed.dataset.cell(holding: text)?.excerpt == whole.dataset.cell(holding: text)?.excerpt)
    }
  }

  @Test func `a text is found where it stands`() throws {
    let (whole, windows, _) = readBoth(Array(Self.text.utf8), leavesProse: true)
    for text in ["“4321”", "gia đình “3”\nthôn 3"] {
      let place = try #require(windows.dataset.cell(holding: text))
      let expected = try #require(whole.dataset.cell(holding: text))
      #expect(place.location == expected.location && place.excerpt == expected.excerpt)
    }
    #expect(windows.dataset.cell(holding: "không có ở đâu") == nil)
  }

  @Test func `a file that changed meanwhile is given up`() {
    let (_, windows, store) = readBoth(Array(Self.text.utf8), leavesProse: true)
    let table = windows.dataset.tables.socialWorks
    store.overwrite(Array(repeating: 0x22, count: store.count))
    let rows = table.whole(at: [0, 1, 2])
    #expect(rows == Array(table.rows.prefix(3)))
    #expect(store.isGivenUp)
    #expect(table.finding("x", .error, 0, .content, Message(vi: "x", en: "x")).excerpt == nil)
  }
}
