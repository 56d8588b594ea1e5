import Facts
import Records
import Statistics
import Testing
import Vietnamese

private func organisation(_ code: String, _ kind: OrganisationKind = .grassrootsCell, parent: String? = nil)
  -> Organisation
{
  Organisation(code: code, name: "Chi bộ \(code)", kind: kind, parent: parent)
}

@Suite struct FactMakerTests {
  @Test func `no rows at all give zeros and missing values, and no division by zero`() throws {
    let record = try facts(Dataset(), .committee, quarter(1, 2026))
    #expect(record.number("to_chuc.tong_so") == 0)
    #expect(record.number("mo_hinh.dang_ky.ky_nay") == 0)
    #expect(record.isMissing("mo_hinh.ty_le_cong_nhan"))
    #expect(record.isMissing("xep_loai.to_chuc.ty_le_xuat_sac"))
    #expect(record.isMissing("dang_vien.tong_so.ky_truoc"))
  }

  @Test func `every field of the schema has a value of its type`() throws {
    let record = try facts(hungYen(), .committee, quarter(4, 2021))
    check(.record(record), .record(Schema.root), "")
  }

  private func check(_ fact: Fact, _ type: FactType, _ path: String) {
    switch (fact, type) {
    case (.missing, _), (.integer, .integer), (.decimal, .decimal), (.money, .money), (.percent, .percent),
      (.text, .text), (.date, .date), (.period, .period), (.flag, .flag):
      break
    case (.list(let list), .list(let element)):
      for item in list { check(item, element, path + "[]") }
    case (.record(let record), .record(let type)):
      #expect(record.type === type, "\(path) is a \(record.type.name)")
      for (field, value) in zip(type.fields, record.values) {
        if case .missing = value { #expect(field.optional, "\(path).\(field.name) is missing") }
        check(value, field.type, "\(path).\(field.name)")
      }
    default: Issue.record("\(path): \(fact.plain) is not \(type.name)")
    }
  }

  @Test func `ratings: 15, 63, 6 and 1 of 85 add to 100,01 unless the office wants largest remainders`() throws {
    var ratings: [Rating] = []
    var organisations: [Organisation] = []
    let year = try #require(Period.year(2025))
    let levels: [(RatingLevel, Int)] = [(.excellent, 15), (.good, 63), (.completed, 6), (.failed, 1)]
    for (level, count) in levels {
      for index in 0..<count {
        let code = "\(level)-\(index)"
        organisations.append(organisation(code))
        ratings.append(Rating(period: year, organisation: code, subject: .organisation, level: level))
      }
    }
    let dataset = Dataset(organisations: organisations, ratings: ratings)
    let adjusted = try facts(
      dataset, .committee, quarter(1, 2026), rules: CountingRules(shareRule: .addingTo100))
    #expect(adjusted.percent("xep_loai.to_chuc.tong_ty_le") == "100.00")
    let plain = try facts(dataset, .committee, quarter(1, 2026))
    #expect(plain.percent("xep_loai.to_chuc.tong_ty_le") == "100.01")
    #expect(plain.percent("xep_loai.to_chuc.ty_le_xuat_sac") == "17.65")
  }

  @Test func `organisations without a rating row are counted as not rated`() throws {
    let year = try #require(Period.year(2025))
    let dataset = Dataset(
      organisations: [organisation("A"), organisation("B"), organisation("C")],
      ratings: [
        Rating(period: year, organisation: "A", subject: .organisation, level: .good),
        Rating(period: year, organisation: "B", subject: .organisation, level: .notRated),
      ])
    let record = try facts(dataset, .committee, quarter(1, 2026))
    #expect(record.number("xep_loai.to_chuc.tong_so") == 3)
    #expect(record.number("xep_loai.to_chuc.duoc_danh_gia") == 1)
    #expect(record.number("xep_loai.to_chuc.chua_danh_gia") == 2)
  }

  /// Trà Vinh 2022 (published): 71 of 75 rated good or better, 14 of them excellent; the cap of 20 % is 14.
  @Test func `rows that count are taken as counts, and the cap is the floor of its base`() throws {
    let year = try #require(Period.year(2022))
    let dataset = Dataset(
      organisations: [organisation("TV", .superiorCommittee)],
      ratings: [
        Rating(
          period: year, organisation: "TV", subject: .leadership, total: 77, rated: 75, excellent: 14, good: 57,
          completed: 4, failed: 0, unrated: 2)
      ])
    let record = try facts(dataset, .committee, quarter(1, 2023))
    #expect(record.number("xep_loai.tap_the.tot_tro_len") == 71)
    #expect(record.percent("xep_loai.tap_the.tran.ty_le") == "19.72")
    #expect(record.number("xep_loai.tap_the.tran.gioi_han") == 14)
    #expect(record.at("xep_loai.tap_the.tran.vuot") == .flag(false))
    #expect(record.number("xep_loai.tap_the.chua_danh_gia") == 2)
  }

  @Test func `a merged organisation is counted by its successor after the merger`() throws {
    let end = try date(2025, 6, 30)
    let dataset = Dataset(organisations: [
      Organisation(code: "CU", name: "Cũ", kind: .grassrootsCell, validTo: end, successor: "MOI"),
      Organisation(code: "MOI", name: "Mới", kind: .grassrootsCell, validFrom: try date(2025, 7, 1)),
    ])
    let before = try facts(dataset, .committee, quarter(2, 2025))
    #expect(before.list("to_chuc.danh_sach").compactMap { $0.text("ma") } == ["CU"])
    let after = try facts(dataset, .committee, quarter(3, 2025))
    #expect(after.list("to_chuc.danh_sach").compactMap { $0.text("ma") } == ["MOI"])
    #expect(after.list("to_chuc.thay_doi").compactMap { $0.text("ke_thua") } == ["Mới"])
  }

  @Test func `the scope of one organisation holds its rows and those below it only`() throws {
    let dataset = Dataset(
      organisations: [organisation("A", .grassrootsCommittee), organisation("A1", parent: "A"), organisation("B")],
      memberCounts: [
        MemberCount(organisation: "A", period: try quarter(1, 2026), total: 30),
        MemberCount(organisation: "A1", period: try quarter(1, 2026), total: 5),
        MemberCount(organisation: "B", period: try quarter(1, 2026), total: 900),
      ])
    #expect(try facts(dataset, .organisation("A"), quarter(1, 2026)).number("dang_vien.tong_so.ky_nay") == 35)
    #expect(try facts(dataset, .organisation("khong-co"), quarter(1, 2026)).number("to_chuc.tong_so") == 0)
  }

  @Test func `a circle of parents ends`() throws {
    let dataset = Dataset(organisations: [organisation("A", parent: "B"), organisation("B", parent: "A")])
    #expect(try facts(dataset, .organisation("A"), quarter(1, 2026)).number("to_chuc.tong_so") == 2)
  }

  @Test func `amounts beyond every integer come out as missing, not as a crash`() throws {
    let day = try date(2026, 1, 5)
    let works = (0..<3).map { SocialWork(code: "\($0)", date: day, programme: "X", form: .funds, amount: Int.max) }
    let record = try facts(Dataset(socialWorks: works), .committee, quarter(1, 2026))
    #expect(record.isMissing("an_sinh.trong_ky.ky_nay"))
  }

  @Test func `models are counted by the dates they reached`() throws {
    let dataset = Dataset(models: [
      Model(
        code: "1", name: "Một", organisation: "A", field: .economy, kind: .collective, level: .grassroots,
        stage: .replicated, registeredOn: try date(2025, 2, 1), startedOn: try date(2025, 3, 1),
        recognisedOn: try date(2025, 8, 1), replicatedOn: try date(2026, 2, 1))
    ])
    let autumn = try facts(dataset, .committee, quarter(3, 2025))
    #expect(autumn.number("mo_hinh.cong_nhan.ky_nay") == 1)
    #expect(autumn.number("mo_hinh.nhan_rong.ky_nay") == 0)
    #expect(autumn.list("mo_hinh.danh_sach").first?.text("giai_doan") == "được công nhận")
    #expect(try facts(dataset, .committee, quarter(4, 2024)).number("mo_hinh.dang_ky.ky_nay") == 0)
  }
}

@Suite struct CutOffTests {
  /// NĐ 09/2019: a quarter runs from day 15 of the month before it to day 14 of its last month, and so does the year.
  @Test func `with books closed on day 14, the year begins on 15 December`() throws {
    let works = [
      SocialWork(code: "1", date: try date(2025, 12, 14), programme: "X", form: .funds, amount: 1),
      SocialWork(code: "2", date: try date(2025, 12, 15), programme: "X", form: .funds, amount: 10),
      SocialWork(code: "3", date: try date(2026, 3, 14), programme: "X", form: .funds, amount: 100),
      SocialWork(code: "4", date: try date(2026, 3, 15), programme: "X", form: .funds, amount: 1000),
    ]
    let period = try quarter(1, 2026).with(cutOff: .closing(day: 14))
    let record = try facts(Dataset(socialWorks: works), .committee, period)
    #expect(record.number("an_sinh.trong_ky.ky_nay") == 110)
    #expect(record.number("an_sinh.tu_dau_nam") == 110)
    #expect(record.number("an_sinh.trong_ky.ky_truoc") == 1)
  }
}
