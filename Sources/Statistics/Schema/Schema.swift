public import Facts

/// The schema of facts: every field a template can name, with its type and meaning.
///
/// One record type per subject, made once. The manual's list of fields is checked against this file by a test, so a field that
/// is not documented cannot exist.
public enum Schema {
  /// What a template sees at the top: `ky`, `mo_hinh.dang_ky.ky_nay`, …
  public static let root = RecordType(
    "bao_cao",
    [
      .init("co_quan", .record(office), "cơ quan lập báo cáo, từ baocao.yaml"),
      .init("van_ban", .record(paper), "số, ngày, người ký, nơi nhận của văn bản, từ baocao.yaml"),
      .init("pham_vi", .record(scope), "phạm vi số liệu: toàn đảng bộ, một tổ chức, một khối, một nhóm"),
      .init("ky", .period, "kỳ báo cáo"),
      .init("ky_truoc", .period, "kỳ liền trước"),
      .init("cung_ky", .period, "cùng kỳ năm trước"),
      .init("ngay_chot", .date, "ngày cuối của kỳ, dùng để tính lũy kế"),
      .init("don_vi", .record(unit), optional: true, "đơn vị của báo cáo; chỉ có khi phạm vi là một tổ chức"),
      .init("phong_trao", .record(campaign), optional: true, "phong trào thi đua đang diễn ra trong kỳ"),
      .init("to_chuc", .record(organisations), "tổ chức cơ sở đảng còn hiệu lực ngày chốt"),
      .init("dang_vien", .record(members), "đảng viên theo kỳ"),
      .init("mo_hinh", .record(models), "mô hình, điển hình “Dân vận khéo”"),
      .init("van_ban_chi_dao", .record(guidance), "văn bản lãnh đạo, chỉ đạo"),
      .init("an_sinh", .record(social), "hoạt động an sinh xã hội"),
      .init("xep_loai", .record(ratings), "đánh giá, xếp loại chất lượng"),
      .init("khen_thuong", .record(rewards), "khen thưởng"),
      .init("nop_bao_cao", .record(submissions), "tình hình nộp báo cáo của các đơn vị"),
      .init("truyen_thong", .record(media), "ảnh, bài viết, lượt truy cập"),
      .init("trang_tin", .record(site), "trang thông tin điện tử, từ baocao.yaml"),
      .init("lan_chay", .record(night), optional: true, "lần chạy nhiều báo cáo; chỉ có ở mẫu với `pham_vi: dem`"),
    ])

  static let office = RecordType(
    "co_quan",
    [
      .init("ten", .text, "tên đầy đủ"),
      .init("cap_tren", .text, "tên cấp trên in trên tiêu đề"),
      .init("ten_tieu_de", .text, "tên in trên tiêu đề (mặc định là `ten`)"),
      .init("ky_hieu", .text, "ký hiệu trong số văn bản, ví dụ ĐUK"),
      .init("dia_danh", .text, "địa danh ghi trước ngày tháng"),
      .init("dia_chi", .text, spelling: .prose, "địa chỉ"),
      .init("dien_thoai", .text, "điện thoại"),
      .init("thu_dien_tu", .text, spelling: .asWritten, "thư điện tử"),
    ])

  static let paper = RecordType(
    "van_ban",
    [
      .init("so", .text, optional: true, "số văn bản; chưa có thì để trống"),
      .init("ngay", .date, optional: true, "ngày ghi trên văn bản; chưa có thì để chỗ trống"),
      .init("quyen_han", .list(.text), "quyền hạn ký, ví dụ T/M BAN THƯỜNG VỤ"),
      .init("chuc_vu", .text, "chức vụ người ký"),
      .init("ho_ten", .text, spelling: .person, "họ tên người ký"),
      .init("noi_nhan", .list(.text), "nơi nhận, dòng cuối là nơi lưu"),
      .init("khan", .text, optional: true, "độ khẩn"),
      .init("luu_hanh", .text, optional: true, "phạm vi lưu hành"),
      .init("nguoi_danh_may", .text, optional: true, spelling: .person, "ký hiệu người đánh máy, số bản"),
      .init("du_thao", .flag, "bản dự thảo"),
      .init("lan_du_thao", .integer, optional: true, "lần dự thảo"),
      .init("lien_he", .flag, "có in dòng địa chỉ ở cuối trang 1"),
      .init("cho_dau_mat", .flag, "để chỗ cho dấu độ mật đóng tay"),
    ])

  static let scope = RecordType(
    "pham_vi",
    [
      .init("loai", .text, "cap_uy, don_vi, khoi hoặc nhom"),
      .init("ma", .text, "mã tổ chức, hoặc tên khối, tên nhóm"),
      .init("ten", .text, "tên in ra"),
    ])

  static let campaign = RecordType(
    "phong_trao",
    [
      .init("ten", .text, "tên phong trào"),
      .init("giai_doan", .period, "giai đoạn"),
      .init("co_quan_phat_dong", .text, "cơ quan phát động"),
    ])

  /// A count with what it is compared with.
  static let comparison = compare("so_sanh", .integer)
  /// An amount in đồng with what it is compared with.
  static let moneyComparison = compare("so_sanh_tien", .money)

  private static func compare(_ name: String, _ type: FactType) -> RecordType {
    RecordType(
      name,
      [
        .init("ky_nay", type, "kỳ báo cáo"),
        .init("ky_truoc", type, optional: true, "kỳ liền trước; trống nếu không có số liệu"),
        .init("cung_ky", type, optional: true, "cùng kỳ năm trước; trống nếu không có số liệu"),
        .init("chenh_lech", type, optional: true, "kỳ này trừ kỳ trước"),
        .init("ty_le", .percent, optional: true, "chênh lệch so với kỳ trước, %"),
        .init("chenh_lech_cung_ky", type, optional: true, "kỳ này trừ cùng kỳ"),
        .init("ty_le_cung_ky", .percent, optional: true, "chênh lệch so với cùng kỳ, %"),
      ])
  }

  /// A name with a count and its share.
  static let count = RecordType(
    "muc_dem",
    [
      .init("ten", .text, "tên mục"),
      .init("so_luong", .integer, "số lượng"),
      .init("ty_le", .percent, optional: true, "phần trăm trong tổng; trống nếu tổng bằng 0"),
      .init("so_sanh", .record(comparison), "số trong kỳ của mục này, so với kỳ trước và cùng kỳ"),
    ])
}
