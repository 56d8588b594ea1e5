import Findings
import SeededRandom
import Testing
import Vietnamese

@testable import Records

@Suite struct DuplicateKeyTests {
  @Test func `the later of two rows with one key is pointed at and left out`() {
    let bodies = MarkedFile(
      "to-chuc", "ma_to_chuc,ten,loai\nA,Một,đảng bộ cơ sở\nB,Hai,đảng bộ cơ sở\n①A,Ba,đảng bộ cơ sở\n")
    let dataset = expect("khoa-trung", .error, ["①": "A"], in: bodies)
    #expect(dataset.organisations.map(\.name) == ["Một", "Hai"])
  }

  @Test func `ratings are told apart by period, organisation and subject`() {
    let file = MarkedFile(
      "xep-loai",
      """
      ky,ma_to_chuc,doi_tuong,muc
      2020,SNV,tổ chức đảng,HTT
      2021,SNV,tổ chức đảng,HTT
      2020,BAOHY,tổ chức đảng,HTT
      2020,SNV,đảng viên,
      2021,BAOHY,tổ chức đảng,HTT
      năm 2020,①SNV,TCĐ,HT

      """)
    let dataset = expect("khoa-trung", .error, ["①": "SNV"], in: bodies, file)
    #expect(dataset.ratings.count == 5)
    #expect(dataset.rating(of: "SNV", in: dataset.ratings[0].period, .organisation)?.level == .good)
  }

  @Test func `a document number may come again on another day`() {
    let head = "so_ky_hieu,ngay_ban_hanh,loai,trich_yeu,co_quan_ban_hanh\n"
    let file = MarkedFile("van-ban", head + "01-KH/ĐUK,2015-01-05,Kế hoạch,a,b\n01-KH/ĐUK,2020-01-05,Kế hoạch,a,b\n")
    expectNone("khoa-trung", in: bodies, file)
    let twice = MarkedFile("van-ban", head + "01-KH/ĐUK,2015-01-05,Kế hoạch,a,b\n①01-KH/ĐUK,05/01/2015,Kế hoạch,a,b\n")
    expect("khoa-trung", .error, ["①": "01-KH/ĐUK"], in: bodies, twice)
  }

  @Test(arguments: [1, 2, 5, 19, 20, 1000]) func `many passes find what one finds`(_ most: Int) {
    var numbers = SeededGenerator(seed: 7)
    let codes = (0..<100).map { _ in "A\(Int.random(in: 0..<70, using: &numbers))" }
    let articles = codes.enumerated().map { place, code in
      Article(row: place + 2, code: code, title: "", date: .earliest, group: .latest)
    }
    var seen: Set<String> = []
    let later = codes.indices.filter { !seen.insert(codes[$0]).inserted }
    var report = RuleReport(limit: 1000)
    DuplicateKey(most: most).check(Dataset(articles: articles), into: &report)
    #expect(report.findings.sorted.map(\.location.row) == later.map { $0 + 2 })
    #expect(report.rejected[.articles] == Set(later))
  }
}
