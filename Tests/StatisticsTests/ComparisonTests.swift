import Facts
import Records
import Statistics
import Testing
import Vietnamese

/// Comparisons inside the groups of rewards, guidance documents, social work, members and ratings. Expected figures are counted by hand
/// from the few rows of each test.
@Suite struct ComparisonTests {
  /// What a comparison says: now, before, last year, difference and share of both.
  private func comparison(_ record: Record, _ path: String) -> [String] {
    ["ky_nay", "ky_truoc", "cung_ky", "chenh_lech", "ty_le", "chenh_lech_cung_ky", "ty_le_cung_ky"].map { field in
      switch record.at("\(path).\(field)") {
      case .integer(let value, _), .money(let value, _): "\(value)"
      case .percent(let share, _): "\(share.value)"
      default: "–"
      }
    }
  }

  private func names(_ record: Record, _ path: String) -> [String] { record.list(path).compactMap { $0.text("ten") } }

  @Test func `rewards by form and by level: a form that only last year had comes last, and all add to the total`()
    throws
  {
    func reward(_ form: String, _ level: String, _ year: Int, _ month: Int, _ kind: ModelKind = .collective) throws
      -> Reward
    {
      Reward(
        code: "", name: "A", kind: kind, form: form, level: level, decision: "", decidedOn: try date(year, month, 5))
    }
    let dataset = Dataset(rewards: [
      try reward("Giấy khen", "Huyện ủy", 2025, 4), try reward("Cờ thi đua", "Tỉnh ủy", 2025, 5),
      try reward("Giấy khen", "Huyện ủy", 2026, 2), try reward("Giấy khen", "Huyện ủy", 2026, 4),
      try reward("Giấy khen", "Huyện ủy", 2026, 5), try reward("Bằng khen", "Tỉnh ủy", 2026, 6, .individual),
    ])
    let record = try facts(dataset, .committee, quarter(2, 2026))
    #expect(names(record, "khen_thuong.theo_hinh_thuc") == ["Giấy khen", "Bằng khen", "Cờ thi đua"])
    #expect(
      comparison(record, "khen_thuong.theo_hinh_thuc.0.so_sanh") == ["2", "1", "1", "1", "100.00", "1", "100.00"])
    #expect(comparison(record, "khen_thuong.theo_hinh_thuc.1.so_sanh") == ["1", "0", "0", "1", "–", "1", "–"])
    #expect(comparison(record, "khen_thuong.theo_hinh_thuc.2.so_sanh") == ["0", "0", "1", "0", "–", "-1", "-100.00"])
    #expect(record.number("khen_thuong.theo_hinh_thuc.2.so_luong") == 0)
    #expect(comparison(record, "khen_thuong.theo_cap.1.so_sanh") == ["1", "0", "1", "1", "–", "0", "0.00"])
    #expect(comparison(record, "khen_thuong.trong_ky") == ["3", "1", "2", "2", "200.00", "1", "50.00"])
    #expect(comparison(record, "khen_thuong.so_sanh_tap_the") == ["2", "1", "2", "1", "100.00", "0", "0.00"])
    #expect(comparison(record, "khen_thuong.so_sanh_ca_nhan") == ["1", "0", "0", "1", "–", "1", "–"])
  }

  @Test func `before the first row of a file nothing is known: guidance by kind has no last year`() throws {
    func document(_ kind: String, _ year: Int, _ month: Int) throws -> GuidanceDocument {
      GuidanceDocument(number: "", issuedOn: try date(year, month, 5), kind: kind, summary: "A", issuedBy: "B")
    }
    let dataset = Dataset(guidance: [
      try document("Kế hoạch", 2026, 1), try document("Công văn", 2026, 4), try document("Công văn", 2026, 5),
    ])
    let record = try facts(dataset, .committee, quarter(2, 2026))
    #expect(names(record, "van_ban_chi_dao.theo_loai") == ["Kế hoạch", "Công văn"])
    #expect(comparison(record, "van_ban_chi_dao.theo_loai.0.so_sanh") == ["0", "1", "–", "-1", "-100.00", "–", "–"])
    #expect(comparison(record, "van_ban_chi_dao.theo_loai.1.so_sanh") == ["2", "0", "–", "2", "–", "–", "–"])
    #expect(comparison(record, "van_ban_chi_dao.trong_ky") == ["2", "1", "–", "1", "100.00", "–", "–"])
  }

  @Test func `social work by programme and form: amounts and counts, each with its comparison`() throws {
    func work(_ programme: String, _ form: SocialWorkForm, _ year: Int, _ month: Int, _ amount: Int) throws
      -> SocialWork
    {
      SocialWork(code: "", date: try date(year, month, 5), programme: programme, form: form, amount: amount)
    }
    let dataset = Dataset(socialWorks: [
      try work("Nhà", .housing, 2025, 5, 60_000_000), try work("Quỹ", .funds, 2026, 1, 10_000_000),
      try work("Quỹ", .funds, 2026, 4, 15_000_000), try work("Quỹ", .funds, 2026, 6, 10_000_000),
    ])
    let record = try facts(dataset, .committee, quarter(2, 2026))
    #expect(names(record, "an_sinh.theo_chuong_trinh") == ["Quỹ", "Nhà"])
    #expect(
      comparison(record, "an_sinh.theo_chuong_trinh.0.so_sanh")
        == ["25000000", "10000000", "0", "15000000", "150.00", "25000000", "–"])
    #expect(
      comparison(record, "an_sinh.theo_chuong_trinh.0.so_sanh_hoat_dong") == ["2", "1", "0", "1", "100.00", "2", "–"])
    #expect(
      comparison(record, "an_sinh.theo_chuong_trinh.1.so_sanh")
        == ["0", "0", "60000000", "0", "–", "-60000000", "-100.00"])
    #expect(
      comparison(record, "an_sinh.theo_hinh_thuc.1.so_sanh_hoat_dong") == ["0", "0", "1", "0", "–", "-1", "-100.00"])
  }

  @Test func `members: full, probationary and women are compared too`() throws {
    let dataset = Dataset(memberCounts: [
      MemberCount(organisation: "A", period: try quarter(1, 2026), total: 40, full: 38, probationary: 2, women: 10),
      MemberCount(organisation: "A", period: try quarter(2, 2026), total: 42, full: 39, probationary: 3, women: 9),
    ])
    let record = try facts(dataset, .committee, quarter(2, 2026))
    #expect(comparison(record, "dang_vien.so_sanh_chinh_thuc") == ["39", "38", "–", "1", "2.63", "–", "–"])
    #expect(comparison(record, "dang_vien.so_sanh_du_bi") == ["3", "2", "–", "1", "50.00", "–", "–"])
    #expect(comparison(record, "dang_vien.so_sanh_nu") == ["9", "10", "–", "-1", "-10.00", "–", "–"])
  }

  @Test func `quarterly ratings: each level beside the quarter before and the same quarter of last year`() throws {
    let bodies = ["A", "B", "C"].map { Organisation(code: $0, name: $0, kind: .grassrootsCell) }
    func ratings(_ quarter: Period, _ levels: [RatingLevel]) -> [Rating] {
      zip(bodies, levels).map { Rating(period: quarter, organisation: $0.code, subject: .organisation, level: $1) }
    }
    let dataset = Dataset(
      organisations: bodies,
      ratings: ratings(try quarter(2, 2025), [.excellent, .excellent, .good])
        + ratings(try quarter(1, 2026), [.good, .good, .completed])
        + ratings(try quarter(2, 2026), [.excellent, .good, .good]))
    let record = try facts(dataset, .committee, quarter(2, 2026))
    #expect(comparison(record, "xep_loai.to_chuc.muc.0.so_sanh") == ["1", "0", "2", "1", "–", "-1", "-50.00"])
    #expect(comparison(record, "xep_loai.to_chuc.muc.1.so_sanh") == ["2", "2", "1", "0", "0.00", "1", "100.00"])
    #expect(comparison(record, "xep_loai.to_chuc.so_sanh") == ["3", "3", "3", "0", "0.00", "0", "0.00"])
    #expect(comparison(record, "xep_loai.chi_bo.muc.2.so_sanh") == ["0", "1", "0", "-1", "-100.00", "0", "–"])
    #expect(record.number("xep_loai.to_chuc.muc.0.nam_truoc") == 0)
  }

  @Test
  func
    `late units: the longest late first, equals in Vietnamese order; what has not come counts to the day of the paper`()
    throws
  {
    let bodies = [("A", "Chi bộ Ân Thi"), ("B", "Chi bộ Ánh Sáng"), ("C", "Chi bộ Yên Mỹ"), ("D", "Chi bộ Khoái")]
    let period = try quarter(4, 2025)
    func sent(_ code: String, _ day: Int?, due: Int = 20) throws -> Submission {
      Submission(
        organisation: code, period: period, sentOn: try day.map { try date(2025, 12, $0) },
        dueOn: try date(2025, 12, due))
    }
    let dataset = Dataset(
      organisations: bodies.map { Organisation(code: $0.0, name: $0.1, kind: .grassrootsCell) },
      submissions: [try sent("A", 23), try sent("B", 23), try sent("C", 30)])
    let late = try facts(dataset, .committee, period).list("nop_bao_cao.danh_sach_muon")
    #expect(late.compactMap { $0.text("ten") } == ["Chi bộ Yên Mỹ", "Chi bộ Ánh Sáng", "Chi bộ Ân Thi"])
    #expect(late.map { $0.number("so_ngay_muon") } == [10, 3, 3])

    let unsent = Dataset(
      organisations: bodies.map { Organisation(code: $0.0, name: $0.1, kind: .grassrootsCell) },
      submissions: [try sent("A", 10), try sent("B", nil), try sent("C", nil, due: 18)])
    let record = FactMaker(unsent).facts(
      .committee, period: period, office: office, paper: Paper(date: try date(2025, 12, 27)))
    let missing = record.list("nop_bao_cao.danh_sach_chua_nop")
    #expect(missing.compactMap { $0.text("ten") } == ["Chi bộ Yên Mỹ", "Chi bộ Ánh Sáng", "Chi bộ Khoái"])
    #expect(missing.map { $0.number("so_ngay_muon") } == [9, 7, nil])
  }
}

/// Published totals arrive as one row of counts for a committee.
@Suite struct SummaryRowTests {
  /// Hải Dương 2019 (published): 662 of 686 bodies rated, 604 good or better, 23,8 % of the good excellent. The split of the rest is
  /// made up.
  @Test func `counts of a committee stand for the bodies below it, in the totals and in a row of the summary form`()
    throws
  {
    let year = try #require(Period.year(2019))
    let dataset = Dataset(
      organisations: [Organisation(code: "TU", name: "Tỉnh ủy", kind: .superiorCommittee)],
      ratings: [
        Rating(
          period: year, organisation: "TU", subject: .organisation, total: 686, rated: 662, excellent: 144, good: 460,
          completed: 52, failed: 6, unrated: 24)
      ])
    let record = try facts(dataset, .committee, quarter(4, 2019))
    #expect(record.number("xep_loai.to_chuc.tong_so") == 686)
    #expect(record.number("xep_loai.to_chuc.tot_tro_len") == 604)
    #expect(record.number("xep_loai.to_chuc.chua_danh_gia") == 24)
    #expect(record.percent("xep_loai.to_chuc.tran.ty_le") == "23.84")
    let rows = record.list("xep_loai.tong_hop")
    #expect(rows.compactMap { $0.text("ten") } == ["Tỉnh ủy"])
    #expect(rows.first?.number("bang.duoc_danh_gia") == 662)
  }
}
