import Facts
import Records
import Statistics
import Testing
import Vietnamese

private func unit(_ code: String, group: String = "Sở", kind: OrganisationKind = .grassrootsCell) -> Organisation {
  Organisation(code: code, name: "Đơn vị \(code)", kind: kind, group: group)
}

private func model(_ code: String, of unit: String, _ day: CivilDate, recognised: CivilDate? = nil) -> Model {
  Model(
    code: code, name: code, organisation: unit, field: .economy, kind: .collective, level: .grassroots,
    stage: .registered, registeredOn: day, recognisedOn: recognised)
}

/// What the report of one organisation and the yearly report need. Expected values are counted by hand from the rows written here.
@Suite struct UnitTests {
  @Test func `a unit is ranked among its group only, and equals share a rank`() throws {
    let day = try date(2026, 2, 2)
    let dataset = Dataset(
      organisations: [unit("A"), unit("B"), unit("C"), unit("X", group: "Doanh nghiệp")],
      models: [
        model("1", of: "A", day), model("2", of: "B", day), model("3", of: "C", day), model("4", of: "C", day),
        model("5", of: "X", day), model("6", of: "X", day), model("7", of: "X", day),
      ],
      socialWorks: [
        SocialWork(code: "1", date: day, programme: "P", form: .funds, organisation: "A", amount: 5_000_000),
        SocialWork(code: "2", date: try date(2025, 12, 31), programme: "P", form: .funds, organisation: "B", amount: 9),
      ])
    let record = try facts(dataset, .organisation("A"), quarter(1, 2026))
    #expect(record.text("don_vi.vi_tri.ten") == "Sở")
    #expect(record.number("don_vi.vi_tri.so_don_vi") == 3)
    #expect(record.number("don_vi.vi_tri.mo_hinh") == 4)
    #expect(record.number("don_vi.vi_tri.mo_hinh_don_vi") == 1)
    #expect(record.number("don_vi.vi_tri.hang_mo_hinh") == 2)
    #expect(record.number("don_vi.vi_tri.an_sinh") == 5_000_000)
    #expect(record.number("don_vi.vi_tri.hang_an_sinh") == 1)
    let other = try facts(dataset, .organisation("B"), quarter(1, 2026))
    #expect(other.number("don_vi.vi_tri.hang_mo_hinh") == 2)
    #expect(other.number("don_vi.vi_tri.hang_an_sinh") == 2)
  }

  @Test func `without groups a unit stands among the bodies of its kind`() throws {
    let dataset = Dataset(organisations: [
      unit("A", group: ""), unit("B", group: ""), unit("C", group: "", kind: .grassrootsCommittee),
    ])
    let record = try facts(dataset, .organisation("A"), quarter(1, 2026))
    #expect(record.text("don_vi.vi_tri.ten") == "chi bộ cơ sở")
    #expect(record.number("don_vi.vi_tri.so_don_vi") == 2)
  }

  @Test func `the committee and an unknown code have no unit`() throws {
    let dataset = Dataset(organisations: [unit("A")])
    #expect(try facts(dataset, .committee, quarter(1, 2026)).isMissing("don_vi"))
    #expect(try facts(dataset, .organisation("Z"), quarter(1, 2026)).isMissing("don_vi"))
  }

  @Test func `ratings over the years are listed up to the last day, the oldest first, and the group is counted`() throws
  {
    let years = try [2023, 2024, 2025].map { try #require(Period.year($0)) }
    func rating(_ code: String, _ year: Int, _ level: RatingLevel) -> Rating {
      Rating(period: years[year], organisation: code, subject: .organisation, level: level)
    }
    let dataset = Dataset(
      organisations: [unit("A"), unit("B")],
      ratings: [rating("A", 1, .good), rating("A", 0, .completed), rating("A", 2, .excellent), rating("B", 1, .good)])
    let record = try facts(dataset, .organisation("A"), quarter(4, 2025))
    #expect(record.list("don_vi.xep_loai").compactMap { $0.text("muc_tat") } == ["HT", "T", "XS"])
    let before = try facts(dataset, .organisation("A"), quarter(3, 2025))
    #expect(before.list("don_vi.xep_loai").compactMap { $0.text("muc_tat") } == ["HT", "T"])
    #expect(before.number("don_vi.vi_tri.tot") == 2)
    #expect(before.list("xep_loai.cac_ky").compactMap { $0.number("tong_so") } == [1, 1])
  }

  @Test func `a unit that the file of submissions does not name has not sent its report`() throws {
    let dataset = Dataset(
      organisations: [unit("A"), unit("B")],
      submissions: [Submission(organisation: "A", period: try quarter(1, 2026), sentOn: try date(2026, 3, 20))])
    let record = try facts(dataset, .organisation("B"), quarter(1, 2026))
    #expect(record.list("nop_bao_cao.danh_sach_chua_nop").compactMap { $0.text("ma") } == ["B"])
    #expect(try facts(dataset, .organisation("B"), quarter(2, 2026)).number("nop_bao_cao.chua_nop") == 0)
    #expect(FactMaker(dataset).lateUnits(try quarter(1, 2026)) == ["B"])
    #expect(FactMaker(dataset).lateUnits(try quarter(2, 2026)).isEmpty)
  }
}

@Suite struct SeriesTests {
  @Test func `a year without member rows of its own takes those of its last quarter, and sums admissions of all four`()
    throws
  {
    func row(_ number: Int, _ total: Int, _ admitted: Int) throws -> MemberCount {
      MemberCount(organisation: "A", period: try quarter(number, 2026), total: total, admitted: admitted)
    }
    let year = try #require(Period.year(2026))
    let whole = Dataset(
      organisations: [unit("A")],
      memberCounts: [try row(1, 50, 1), try row(2, 51, 2), try row(3, 53, 0), try row(4, 52, 4)])
    let record = try facts(whole, .committee, year)
    #expect(record.number("dang_vien.tong_so.ky_nay") == 52)
    #expect(record.number("dang_vien.ket_nap_moi.ky_nay") == 7)
    #expect(record.at("dang_vien.ket_nap_du_ky") == .flag(true))
    #expect(record.list("to_chuc.danh_sach").first?.number("dang_vien") == 52)
    let part = Dataset(organisations: [unit("A")], memberCounts: [try row(3, 53, 1), try row(4, 52, 4)])
    let gap = try facts(part, .committee, year)
    #expect(gap.number("dang_vien.tong_so.ky_nay") == 52)
    #expect(gap.at("dang_vien.ket_nap_du_ky") == .flag(false))
  }

  @Test func `the campaign so far is counted at the end of each quarter and year up to the last day`() throws {
    let campaign = Campaign(
      code: "P", name: "P", span: try #require(Period.campaign(2025, 2029)), launchedBy: "")
    func registered(_ code: String, _ day: CivilDate, _ recognised: CivilDate? = nil) -> Model {
      var model = model(code, of: "A", day, recognised: recognised)
      model.campaign = "P"
      return model
    }
    let dataset = Dataset(
      organisations: [unit("A")], campaigns: [campaign],
      models: [
        registered("1", try date(2025, 2, 1), try date(2026, 1, 5)), registered("2", try date(2025, 12, 31)),
        registered("3", try date(2026, 3, 31)), registered("4", try date(2026, 4, 1)),
      ])
    let record = try facts(dataset, .committee, quarter(1, 2026))
    #expect(record.list("mo_hinh.theo_quy").map { $0.number("dang_ky") } == [1, 1, 1, 2, 3])
    #expect(record.list("mo_hinh.theo_quy").map { $0.number("cong_nhan") } == [0, 0, 0, 0, 1])
    #expect(record.list("mo_hinh.theo_nam").map { $0.number("dang_ky") } == [2, 3])
  }

  @Test func `social work of a year falls into its quarters`() throws {
    let works = [(1, 31, 10), (4, 1, 20), (6, 30, 5)].enumerated().map { index, day in
      (index, CivilDate(year: 2026, month: day.0, day: day.1), day.2)
    }
    let dataset = Dataset(
      socialWorks: try works.map {
        SocialWork(code: "\($0.0)", date: try #require($0.1), programme: "P", form: .funds, amount: $0.2)
      })
    let record = try facts(dataset, .committee, quarter(3, 2026))
    #expect(record.list("an_sinh.theo_quy").map { $0.number("so_tien") } == [10, 25, 0])
    #expect(record.list("an_sinh.theo_quy").map { $0.number("so_hoat_dong") } == [1, 2, 0])
  }

  @Test func `ratings are summed up by kind and group, and members' by organisation`() throws {
    let year = try #require(Period.year(2025))
    func body(_ code: String, _ level: RatingLevel) -> Rating {
      Rating(period: year, organisation: code, subject: .organisation, level: level)
    }
    let dataset = Dataset(
      organisations: [
        unit("A"), unit("B"), unit("C", group: "Hội"), unit("D", kind: .grassrootsCommittee), unit("E"),
      ],
      ratings: [
        body("A", .good), body("B", .excellent), body("C", .good), body("D", .excellent),
        Rating(
          period: year, organisation: "A", subject: .member, total: 10, rated: 9, excellent: 2, good: 6, completed: 1,
          failed: 0, unrated: 1),
      ])
    let record = try facts(dataset, .committee, quarter(1, 2026))
    let rows = record.list("xep_loai.tong_hop")
    #expect(rows.map { $0.text("loai") } == ["đảng bộ cơ sở", "chi bộ cơ sở", "chi bộ cơ sở"])
    #expect(rows.map { $0.text("ten") } == ["Sở", "Sở", "Hội"])
    #expect(rows.map { $0.number("bang.tong_so") } == [1, 3, 1])
    #expect(rows.map { $0.number("bang.duoc_danh_gia") } == [1, 2, 1])
    #expect(rows.map { $0.number("bang.xuat_sac") } == [1, 1, 0])
    let members = record.list("xep_loai.dang_vien_theo_don_vi")
    #expect(members.map { $0.text("ma") } == ["A"])
    // 20 % of 8 rated good or better is 1,6: one.
    #expect(members.first?.number("bang.tran.gioi_han") == 1)
    #expect(members.first?.number("bang.tran.muc_tran") == 20)
    #expect(members.first?.at("bang.tran.vuot") == .flag(true))
  }
}
