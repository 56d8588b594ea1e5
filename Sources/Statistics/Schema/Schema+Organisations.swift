internal import Facts

extension Schema {
  static let organisations = RecordType(
    "to_chuc",
    [
      .init("tong_so", .integer, "tổng số tổ chức cơ sở đảng"),
      .init("dang_bo", .integer, "số đảng bộ cơ sở"),
      .init("chi_bo", .integer, "số chi bộ cơ sở"),
      .init("so_sanh", .record(comparison), "tổng số tổ chức, so với ngày cuối kỳ trước và cùng kỳ"),
      .init("so_sanh_dang_bo", .record(comparison), "số đảng bộ cơ sở, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_chi_bo", .record(comparison), "số chi bộ cơ sở, so với kỳ trước và cùng kỳ"),
      .init("theo_khoi", .list(.record(sector)), "số tổ chức theo khối, theo thứ tự trong danh sách"),
      .init("danh_sach", .list(.record(organisation)), "các tổ chức, đảng bộ trước chi bộ, theo số thứ tự"),
      .init("thay_doi", .list(.record(change)), "tổ chức sáp nhập, đổi tên và tổ chức kế thừa"),
      .init(
        "thay_doi_moi", .list(.record(change)),
        "riêng những thay đổi từ đầu cùng kỳ năm trước: số liệu tổ chức cũ được so với tổ chức kế thừa"),
    ])

  static let sector = RecordType(
    "khoi",
    [
      .init("ten", .text, "tên khối"),
      .init("so_luong", .integer, "số tổ chức"),
      .init("ty_le", .percent, optional: true, "phần trăm trong tổng; trống nếu tổng bằng 0"),
      .init("dang_bo", .integer, "trong đó đảng bộ cơ sở"),
      .init("chi_bo", .integer, "trong đó chi bộ cơ sở"),
      .init("so_sanh", .record(comparison), "số tổ chức, so với kỳ trước và cùng kỳ"),
    ])

  static let organisation = RecordType(
    "mot_to_chuc",
    [
      .init("ma", .text, "mã tổ chức"),
      .init("ten", .text, "tên"),
      .init("loai", .text, "đảng bộ cơ sở hoặc chi bộ cơ sở"),
      .init("khoi", .text, "khối"),
      .init("nhom", .text, "nhóm xét tỷ lệ xuất sắc"),
      .init("dang_vien", .integer, optional: true, "số đảng viên trong kỳ"),
      .init("mo_hinh", .integer, "số mô hình đã đăng ký, lũy kế"),
      .init("mo_hinh_cong_nhan", .integer, "số mô hình được công nhận, lũy kế"),
      .init("an_sinh", .money, "tiền an sinh xã hội từ đầu năm"),
      .init("xep_loai", .text, "mức xếp loại của năm xếp loại gần nhất; trống nếu chưa có"),
      .init("xep_loai_tat", .text, "mức viết tắt: XS, T, HT, KHT"),
      .init("xep_loai_truoc", .text, "mức của năm trước đó"),
      .init("xep_loai_truoc_tat", .text, "mức của năm trước đó, viết tắt"),
      .init("nop_bao_cao", .text, "đúng hạn, nộp muộn, chưa nộp; trống nếu không theo dõi"),
    ])

  static let change = RecordType(
    "thay_doi",
    [
      .init("ma", .text, "mã tổ chức cũ"),
      .init("ten", .text, "tên tổ chức cũ"),
      .init("den_ngay", .date, optional: true, "ngày hết hiệu lực"),
      .init("ke_thua", .text, "tổ chức kế thừa; trống nếu giải thể"),
    ])

  static let members = RecordType(
    "dang_vien",
    [
      .init("tong_so", .record(comparison), "tổng số đảng viên"),
      .init("chinh_thuc", .integer, "đảng viên chính thức"),
      .init("du_bi", .integer, "đảng viên dự bị"),
      .init("nu", .integer, "đảng viên nữ"),
      .init("so_sanh_chinh_thuc", .record(comparison), "đảng viên chính thức, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_du_bi", .record(comparison), "đảng viên dự bị, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_nu", .record(comparison), "đảng viên nữ, so với kỳ trước và cùng kỳ"),
      .init("ket_nap_moi", .record(comparison), "đảng viên kết nạp trong kỳ"),
      .init("so_don_vi", .integer, "số tổ chức có số liệu kỳ này"),
      .init(
        "ket_nap_du_ky", .flag, "số kết nạp trong kỳ có đủ số liệu: của chính kỳ này, hoặc của đủ các quý trong kỳ"),
      .init("tron_tram", .integer, "tổng số làm tròn xuống hàng trăm, để viết “hơn 4.600”"),
    ])

  static let submissions = RecordType(
    "nop_bao_cao",
    [
      .init("theo_doi", .flag, "có số liệu theo dõi nộp báo cáo"),
      .init("dung_han", .integer, "số đơn vị nộp đúng hạn"),
      .init("muon", .integer, "số đơn vị nộp muộn"),
      .init("chua_nop", .integer, "số đơn vị chưa nộp"),
      .init(
        "danh_sach_muon", .list(.record(submission)), "đơn vị nộp muộn, muộn nhiều ngày trước, bằng nhau thì theo tên"),
      .init("danh_sach_chua_nop", .list(.record(submission)), "đơn vị chưa nộp, quá hạn nhiều ngày trước"),
    ])

  static let submission = RecordType(
    "mot_don_vi_nop",
    [
      .init("ma", .text, "mã tổ chức"),
      .init("ten", .text, "tên tổ chức"),
      .init("han_nop", .date, optional: true, "hạn nộp"),
      .init("ngay_nop", .date, optional: true, "ngày nộp; trống nếu chưa nộp"),
      .init(
        "so_ngay_muon", .integer, optional: true, "số ngày muộn; đơn vị chưa nộp thì tính đến ngày ghi trên văn bản"),
    ])
}
