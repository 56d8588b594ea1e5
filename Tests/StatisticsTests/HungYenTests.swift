import Facts
import Records
import Statistics
import Testing
import Vietnamese

/// The figures of the published case, and those that a program in another language counted from the same rows.
@Suite struct HungYenTests {
  let record: Record

  init() throws {
    record = try facts(hungYen(), .committee, quarter(4, 2021))
  }

  @Test(arguments: [
    ("to_chuc.tong_so", 84), ("to_chuc.dang_bo", 45), ("to_chuc.chi_bo", 39), ("xep_loai.to_chuc.tong_so", 84),
    ("xep_loai.to_chuc.duoc_danh_gia", 84), ("xep_loai.to_chuc.chua_danh_gia", 0), ("xep_loai.to_chuc.xuat_sac", 20),
    ("xep_loai.to_chuc.tot", 62), ("xep_loai.to_chuc.hoan_thanh", 2), ("xep_loai.to_chuc.khong_hoan_thanh", 0),
    ("truyen_thong.truy_cap.hom_nay", 609), ("truyen_thong.truy_cap.hom_qua", 1050),
    ("truyen_thong.truy_cap.tuan_nay", 1659), ("truyen_thong.truy_cap.tuan_truoc", 12303),
    ("truyen_thong.truy_cap.thang_nay", 108_590), ("truyen_thong.truy_cap.thang_truoc", 124_912),
    ("dang_vien.tron_tram", 4600),
  ])
  func `published counts come from the rows`(path: String, expected: Int) {
    #expect(record.number(path) == expected)
  }

  @Test(arguments: [
    ("xep_loai.to_chuc.ty_le_xuat_sac", "23.81"), ("xep_loai.to_chuc.ty_le_tot", "73.81"),
    ("xep_loai.to_chuc.ty_le_hoan_thanh", "2.38"), ("xep_loai.to_chuc.tong_ty_le", "100.00"),
  ])
  func `published shares come out at one precision and add to 100`(path: String, expected: String) {
    #expect(record.percent(path) == expected)
  }

  @Test(arguments: [
    ("dang_vien.tong_so.ky_nay", 4637), ("dang_vien.tong_so.ky_truoc", 4622), ("dang_vien.tong_so.cung_ky", 4581),
    ("dang_vien.tong_so.chenh_lech", 15), ("dang_vien.chinh_thuc", 4508), ("dang_vien.du_bi", 129),
    ("dang_vien.nu", 2033), ("dang_vien.ket_nap_moi.ky_nay", 36), ("mo_hinh.dang_ky.ky_nay", 36),
    ("mo_hinh.dang_ky.ky_truoc", 28), ("mo_hinh.dang_ky_moi.ky_nay", 8), ("mo_hinh.dang_ky_moi.ky_truoc", 10),
    ("mo_hinh.dang_ky_moi.cung_ky", 2), ("mo_hinh.trien_khai.ky_nay", 34), ("mo_hinh.hieu_qua.ky_nay", 24),
    ("mo_hinh.hieu_qua.ky_truoc", 10), ("mo_hinh.cong_nhan.ky_nay", 10), ("mo_hinh.nhan_rong.ky_nay", 2),
    ("mo_hinh.tap_the", 28), ("mo_hinh.ca_nhan", 8), ("an_sinh.trong_ky.ky_nay", 777_350_000),
    ("an_sinh.trong_ky.ky_truoc", 515_600_000), ("an_sinh.trong_ky.cung_ky", 660_400_000),
    ("an_sinh.trong_ky.chenh_lech", 261_750_000), ("an_sinh.so_hoat_dong.ky_nay", 12),
    ("an_sinh.tu_dau_nam", 2_127_200_000), ("khen_thuong.trong_ky.ky_nay", 6), ("khen_thuong.trong_ky.ky_truoc", 2),
    ("khen_thuong.trong_ky.cung_ky", 5), ("khen_thuong.tu_dau_nam", 10), ("van_ban_chi_dao.trong_ky.ky_nay", 4),
    ("van_ban_chi_dao.trong_ky.ky_truoc", 3), ("nop_bao_cao.dung_han", 78), ("nop_bao_cao.muon", 4),
    ("nop_bao_cao.chua_nop", 2), ("xep_loai.to_chuc_nam_truoc.xuat_sac", 18), ("xep_loai.dang_vien.tong_so", 4581),
    ("xep_loai.dang_vien.duoc_danh_gia", 4531), ("xep_loai.dang_vien.chua_danh_gia", 50),
    ("xep_loai.dang_vien.xuat_sac", 677), ("xep_loai.dang_vien.tot", 3585), ("xep_loai.to_chuc.tran.gioi_han", 16),
    ("xep_loai.dang_bo.xuat_sac", 16), ("xep_loai.chi_bo.tot", 33),
  ])
  func `other figures agree with an independent count`(path: String, expected: Int) {
    #expect(record.number(path) == expected)
  }

  @Test func `fields add up to the total`() {
    let fields = record.list("mo_hinh.theo_linh_vuc")
    #expect(
      fields.map { $0.text("ten") } == [
        "kinh tế", "văn hóa - xã hội", "quốc phòng - an ninh", "xây dựng hệ thống chính trị",
      ])
    #expect(fields.map { $0.number("dang_ky") } == [9, 12, 5, 10])
    #expect(fields.map { $0.percent("ty_le") } == ["25.00", "33.33", "13.89", "27.78"])
  }

  @Test func `programmes of social work are sorted by amount`() {
    let programmes = record.list("an_sinh.theo_chuong_trinh")
    #expect(
      programmes.map { $0.number("so_tien") } == [
        901_250_000, 412_650_000, 290_000_000, 234_900_000, 150_500_000, 137_900_000,
      ])
  }

  @Test func `late and missing units are named`() {
    #expect(
      record.list("nop_bao_cao.danh_sach_muon").compactMap { $0.text("ma") }.sorted() == [
        "CKPN", "MAYSH", "VTLD", "XDNL",
      ])
    #expect(record.list("nop_bao_cao.danh_sach_chua_nop").compactMap { $0.text("ma") }.sorted() == ["NSPH", "TMDH"])
  }

  @Test func `a campaign that had not begun leaves nothing to compare with`() {
    #expect(record.isMissing("mo_hinh.dang_ky.cung_ky"))
  }

  @Test func `the list of organisations has each once, committees first, with its figures`() {
    let list = record.list("to_chuc.danh_sach")
    #expect(list.count == 84)
    #expect(Set(list.compactMap { $0.text("ma") }).count == 84)
    #expect(list.prefix(45).allSatisfy { $0.text("loai") == "đảng bộ cơ sở" })
    #expect(list.compactMap { $0.number("dang_vien") }.reduce(0, +) == 4637)
    #expect(list.compactMap { $0.number("mo_hinh") }.reduce(0, +) == 36)
    #expect(list.count { $0.text("xep_loai_tat") == "XS" } == 20)
  }

  @Test func `a figure names the rows it was counted from`() throws {
    let source = try #require(record.at("xep_loai.to_chuc.hoan_thanh")?.source)
    #expect(source.file == "data/xep-loai.csv")
    #expect(source.rows.count == 2)
  }

  @Test func `changing one row changes the figure`() throws {
    var ratings = try hungYen().ratings.all
    let place = try #require(ratings.firstIndex { $0.period.code == "2020" && $0.level == .excellent })
    ratings[place].level = .good
    let dataset = try hungYen()
    let changed = Dataset(organisations: dataset.organisations.all, ratings: ratings)
    let record = try facts(changed, .committee, quarter(4, 2021))
    #expect(record.number("xep_loai.to_chuc.xuat_sac") == 19)
    #expect(record.number("xep_loai.to_chuc.tot") == 63)
  }
}
