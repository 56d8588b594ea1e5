internal import Facts

extension Schema {
  /// The nightly page's own figures.
  static let night = RecordType(
    "lan_chay",
    [
      .init("so", .integer, "số thứ tự của lần chạy"),
      .init("lan_truoc", .integer, optional: true, "lần chạy được so với; trống nếu đây là lần đầu"),
      .init("so_bao_cao", .integer, "số báo cáo phải lập"),
      .init("lap", .integer, "số báo cáo lập mới"),
      .init("giu_nguyen", .integer, "số báo cáo giữ nguyên vì không có gì đổi"),
      .init("hong", .integer, "số báo cáo không lập được"),
      .init("chua_lap", .integer, "số báo cáo chưa kịp lập vì lần chạy dừng sớm"),
      .init("tep_thua", .integer, "số tệp cũ không còn báo cáo nào ứng với"),
      .init("so_trang", .integer, "tổng số trang"),
      .init("danh_sach_hong", .list(.record(nightFailure)), "báo cáo không lập được và lý do"),
      .init("khac_lan_truoc", .list(.record(nightDifference)), "số báo cáo khác lần trước, theo cách khác"),
      .init("so_lieu_doi", .list(.record(nightChange)), "số liệu đổi so với lần trước, mỗi số một dòng"),
      .init("so_lieu_doi_con_lai", .integer, "số liệu đổi không nằm trong danh sách vì quá nhiều"),
    ])

  static let nightFailure = RecordType(
    "bao_cao_hong",
    [
      .init("bao_cao", .text, "khóa của báo cáo"),
      .init("ma_loi", .text, "mã lỗi"),
      .init("thong_bao", .text, "lý do"),
    ])

  static let nightDifference = RecordType(
    "khac_lan_truoc",
    [
      .init("ten", .text, "mới, bỏ, số liệu, thông tin văn bản, trình bày, hỏng, đã sửa"),
      .init("so_luong", .integer, "số báo cáo"),
    ])

  static let nightChange = RecordType(
    "so_lieu_doi",
    [
      .init("chi_tieu", .text, "nghĩa của số liệu, kèm dòng của danh sách"),
      .init("truoc", .text, "giá trị lần trước; trống nếu chưa có"),
      .init("sau", .text, "giá trị lần này; trống nếu không còn"),
      .init("chenh_lech", .text, "lần này trừ lần trước; trống nếu không phải là số"),
      .init("bao_cao", .text, "báo cáo đầu tiên có số liệu này"),
      .init("bao_cao_khac", .integer, "số báo cáo khác cũng có số liệu này"),
    ])
}
