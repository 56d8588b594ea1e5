import Facts
import Records
import Statistics
import Testing
import Vietnamese

/// The reform of 1/7/2025: two cells become one committee, a third is renamed, and a fourth is taken over by one that stays. Figures are
/// those of the units valid on the day; what the old ones did counts for their successors.
@Suite struct MergerTests {
  private func workspace() throws -> Dataset {
    let (end, start) = (try date(2025, 6, 30), try date(2025, 7, 1))
    func body(_ row: Int, _ code: String, to successor: String? = nil) -> Organisation {
      Organisation(
        row: row, code: code, name: "Tên \(code)", kind: .grassrootsCell,
        sector: code == "D" ? "doanh nghiệp" : "cơ quan",
        validTo: successor == nil ? nil : end, successor: successor)
    }
    var merged = Organisation(
      row: 7, code: "AB", name: "Tên AB", kind: .grassrootsCommittee, sector: "cơ quan", validFrom: start)
    merged.group = "Sở, ngành"
    let renamed = Organisation(
      row: 8, code: "C2", name: "Tên C2", kind: .grassrootsCell, sector: "cơ quan", validFrom: start)
    let (second, third) = (try quarter(2, 2025), try quarter(3, 2025))
    func members(_ code: String, _ period: Period, _ total: Int) -> MemberCount {
      MemberCount(organisation: code, period: period, total: total)
    }
    func model(_ code: String, _ unit: String, _ day: CivilDate) -> Model {
      Model(
        code: code, name: code, organisation: unit, field: .economy, kind: .collective, level: .grassroots,
        stage: .registered, registeredOn: day)
    }
    func work(_ code: String, _ unit: String, _ day: CivilDate, _ amount: Int) -> SocialWork {
      SocialWork(code: code, date: day, programme: "X", form: .funds, organisation: unit, amount: amount)
    }
    return Dataset(
      organisations: [
        body(2, "A", to: "AB"), body(3, "B", to: "AB"), body(4, "C", to: "C2"), body(5, "D", to: "E"), body(6, "E"),
        merged, renamed,
      ],
      memberCounts: [
        members("A", second, 10), members("B", second, 20), members("C", second, 5), members("D", second, 7),
        members("E", second, 40), members("AB", third, 33), members("C2", third, 5), members("E", third, 48),
      ],
      models: [
        model("1", "A", try date(2025, 3, 1)), model("2", "B", try date(2025, 4, 1)),
        model("3", "AB", try date(2025, 8, 1)), model("4", "D", try date(2025, 5, 5)),
      ],
      socialWorks: [work("1", "B", try date(2025, 5, 1), 100), work("2", "AB", try date(2025, 9, 1), 50)])
  }

  @Test func `the new unit is compared with what the old ones were together`() throws {
    let record = try facts(workspace(), .organisation("AB"), quarter(3, 2025))
    #expect(record.number("dang_vien.tong_so.ky_nay") == 33)
    #expect(record.number("dang_vien.tong_so.ky_truoc") == 30)
    #expect(record.number("dang_vien.tong_so.chenh_lech") == 3)
    #expect(record.percent("dang_vien.tong_so.ty_le") == "10.00")
    #expect(record.number("mo_hinh.dang_ky.ky_nay") == 3)
    #expect(record.number("mo_hinh.dang_ky.ky_truoc") == 2)
    #expect(record.number("an_sinh.trong_ky.ky_truoc") == 100)
    #expect(record.number("an_sinh.tu_dau_nam") == 150)
  }

  @Test func `the mapping is shown, from the day after the old unit's last`() throws {
    let after = try facts(workspace(), .committee, quarter(3, 2025)).list("to_chuc.thay_doi")
    #expect(
      after.map { "\($0.text("ma") ?? "") -> \($0.text("ke_thua") ?? "")" } == [
        "A -> Tên AB", "B -> Tên AB", "C -> Tên C2", "D -> Tên E",
      ])
    #expect(try facts(workspace(), .committee, quarter(2, 2025)).list("to_chuc.thay_doi").isEmpty)
    let own = try facts(workspace(), .organisation("AB"), quarter(3, 2025)).list("to_chuc.thay_doi")
    #expect(own.compactMap { $0.text("ma") } == ["A", "B"])
  }

  @Test func `units are counted as they are on the day, with the difference to before`() throws {
    let record = try facts(workspace(), .committee, quarter(3, 2025))
    #expect(record.number("to_chuc.tong_so") == 3)
    #expect(record.number("to_chuc.so_sanh.ky_truoc") == 5)
    #expect(record.number("to_chuc.so_sanh.chenh_lech") == -2)
    #expect(record.number("to_chuc.so_sanh_dang_bo.ky_nay") == 1)
    #expect(record.number("to_chuc.so_sanh_dang_bo.ky_truoc") == 0)
    #expect(record.isMissing("to_chuc.so_sanh_dang_bo.ty_le"))
    #expect(record.number("dang_vien.tong_so.ky_nay") == 86)
    #expect(record.number("dang_vien.tong_so.ky_truoc") == 82)
  }

  @Test func `models and money of old units stand under the new one's name`() throws {
    let record = try facts(workspace(), .committee, quarter(3, 2025))
    #expect(record.list("mo_hinh.theo_don_vi").map { $0.text("ten") } == ["Tên E", "Tên AB"])
    #expect(record.list("mo_hinh.theo_don_vi").map { $0.number("dang_ky") } == [1, 3])
    #expect(record.number("mo_hinh.don_vi_co_mo_hinh") == 2)
    #expect(record.list("mo_hinh.xep_hang").map { $0.text("ten") } == ["Tên AB", "Tên E"])
    #expect(record.list("mo_hinh.danh_sach").map { $0.text("don_vi") } == ["Tên AB", "Tên AB", "Tên AB", "Tên E"])
    #expect(record.list("an_sinh.xep_hang").map { $0.number("so_tien") } == [150])
    let rows = record.list("to_chuc.danh_sach")
    #expect(rows.map { $0.text("ma") } == ["AB", "E", "C2"])
    #expect(rows.map { $0.number("mo_hinh") } == [3, 1, 0])
    #expect(rows.map { $0.number("an_sinh") } == [150, 0, 0])
  }

  @Test
  func
    `before the merger the old units stand for themselves, and one that will take another over is not counted twice`()
    throws
  {
    let record = try facts(workspace(), .committee, quarter(2, 2025))
    #expect(record.list("mo_hinh.theo_don_vi").map { $0.text("ten") } == ["Tên A", "Tên B", "Tên D"])
    let rows = record.list("to_chuc.danh_sach")
    #expect(rows.map { $0.text("ma") } == ["A", "B", "C", "D", "E"])
    #expect(rows.map { $0.number("dang_vien") } == [10, 20, 5, 7, 40])
  }

  @Test func `a sector takes in what merged into its units, and loses what merged into another's`() throws {
    let offices = try facts(workspace(), .sector("cơ quan"), quarter(3, 2025))
    #expect(offices.number("dang_vien.tong_so.ky_truoc") == 82)
    #expect(offices.number("mo_hinh.dang_ky.ky_nay") == 4)
    let firms = try facts(workspace(), .sector("doanh nghiệp"), quarter(3, 2025))
    #expect(firms.number("to_chuc.tong_so") == 0)
    #expect(firms.number("mo_hinh.dang_ky.ky_nay") == 0)
    #expect(try facts(workspace(), .sector("doanh nghiệp"), quarter(2, 2025)).number("dang_vien.tong_so.ky_nay") == 7)
  }

  @Test func `successors in a circle or in a chain end`() throws {
    let end = try date(2025, 6, 30)
    func body(_ code: String, _ successor: String) -> Organisation {
      Organisation(code: code, name: code, kind: .grassrootsCell, validTo: end, successor: successor)
    }
    let circle = Dataset(organisations: [body("A", "B"), body("B", "A")])
    #expect(try facts(circle, .organisation("A"), quarter(3, 2025)).number("to_chuc.tong_so") == 0)
    let chain = Dataset(
      organisations: [body("A", "B"), body("B", "C"), Organisation(code: "C", name: "C", kind: .grassrootsCell)],
      memberCounts: [MemberCount(organisation: "A", period: try quarter(2, 2025), total: 9)])
    #expect(try facts(chain, .organisation("C"), quarter(3, 2025)).list("to_chuc.thay_doi").count == 2)
  }
}

/// Scopes of several organisations, and of none.
@Suite struct ScopeTests {
  /// 14 firms of the reference case are one sector; 39 cells are one kind (hung-yen-2021: 45 + 39 = 84).
  @Test func `a sector and a group hold their organisations and nothing else`() throws {
    let period = try quarter(4, 2021)
    let firms = try facts(hungYen(), .sector("doanh nghiệp"), period)
    #expect(firms.number("to_chuc.tong_so") == 14)
    #expect(firms.text("pham_vi.loai") == "khoi")
    #expect(firms.list("to_chuc.danh_sach").allSatisfy { $0.text("khoi") == "doanh nghiệp" })
    let cells = try facts(hungYen(), .group("chi bộ cơ sở"), period)
    #expect(cells.number("to_chuc.chi_bo") == 39)
    #expect(cells.number("to_chuc.dang_bo") == 0)
    #expect(cells.text("pham_vi.loai") == "nhom")
    var sum = 0
    for sector in try facts(hungYen(), .committee, period).list("to_chuc.theo_khoi") {
      sum += try facts(hungYen(), .sector(sector.text("ten") ?? ""), period).number("dang_vien.tong_so.ky_nay") ?? 0
    }
    #expect(sum == 4637)
  }

  @Test(arguments: [Scope.sector("không có"), .group("không có"), .organisation("không có")])
  func `a scope without anybody has noughts and no share of nothing`(scope: Scope) throws {
    let record = try facts(hungYen(), scope, quarter(4, 2021))
    #expect(record.number("dang_vien.tong_so.ky_nay") == 0)
    #expect(record.number("mo_hinh.dang_ky.ky_nay") == 0)
    #expect(record.isMissing("mo_hinh.ty_le_cong_nhan"))
    #expect(record.isMissing("mo_hinh.dang_ky.ty_le"))
    #expect(record.isMissing("xep_loai.to_chuc.ty_le_xuat_sac"))
    #expect(record.list("mo_hinh.xep_hang").isEmpty)
  }
}
