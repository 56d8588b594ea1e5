internal import Facts

extension Schema {
  static let models = RecordType(
    "mo_hinh",
    [
      .init("dang_ky", .record(comparison), "mô hình đã đăng ký, lũy kế đến ngày chốt"),
      .init("dang_ky_moi", .record(comparison), "mô hình đăng ký mới trong kỳ"),
      .init("trien_khai", .record(comparison), "mô hình đã triển khai, lũy kế"),
      .init("hieu_qua", .record(comparison), "mô hình đạt hiệu quả, lũy kế"),
      .init("cong_nhan", .record(comparison), "mô hình được công nhận, lũy kế"),
      .init("nhan_rong", .record(comparison), "mô hình được nhân rộng, lũy kế"),
      .init("dung", .integer, "mô hình đã dừng, lũy kế"),
      .init("tap_the", .integer, "mô hình tập thể đã đăng ký"),
      .init("ca_nhan", .integer, "mô hình cá nhân đã đăng ký"),
      .init("ty_le_cong_nhan", .percent, optional: true, "được công nhận trên đã đăng ký"),
      .init("theo_linh_vuc", .list(.record(modelGroup)), "theo lĩnh vực, đủ các lĩnh vực có mô hình"),
      .init("theo_loai", .list(.record(modelGroup)), "theo loại: tập thể, cá nhân"),
      .init("theo_cap", .list(.record(modelGroup)), "theo cấp"),
      .init("theo_don_vi", .list(.record(modelGroup)), "theo đơn vị có mô hình, theo số thứ tự"),
      .init("xep_hang", .list(.record(modelRank)), "đơn vị theo số mô hình đã đăng ký, nhiều trước"),
      .init("don_vi_co_mo_hinh", .integer, "số đơn vị có mô hình"),
      .init("danh_sach", .list(.record(model)), "các mô hình, theo lĩnh vực rồi theo mã"),
      .init("moi_nhat", .list(.record(model)), "các mô hình, mới đăng ký trước"),
      .init("tieu_bieu", .list(.record(model)), "mô hình đã nhân rộng hoặc được công nhận"),
      .init("theo_quy", .list(.record(milestone)), "lũy kế cuối mỗi quý, từ đầu giai đoạn đến ngày chốt"),
      .init("theo_nam", .list(.record(milestone)), "lũy kế cuối mỗi năm, từ đầu giai đoạn đến ngày chốt"),
    ])

  static let milestone = RecordType(
    "moc_mo_hinh",
    [
      .init("ky", .period, "quý hoặc năm"),
      .init("dang_ky", .integer, "đã đăng ký, lũy kế đến cuối quý (năm) này, không quá ngày chốt"),
      .init("trien_khai", .integer, "đã triển khai, lũy kế"),
      .init("hieu_qua", .integer, "đạt hiệu quả, lũy kế"),
      .init("cong_nhan", .integer, "được công nhận, lũy kế"),
      .init("nhan_rong", .integer, "được nhân rộng, lũy kế"),
    ])

  static let modelGroup = RecordType(
    "nhom_mo_hinh",
    [
      .init("ten", .text, "tên lĩnh vực, cấp hoặc đơn vị"),
      .init("dang_ky", .integer, "đã đăng ký"),
      .init("tap_the", .integer, "trong đó tập thể"),
      .init("ca_nhan", .integer, "trong đó cá nhân"),
      .init("kinh_te", .integer, "lĩnh vực kinh tế"),
      .init("van_hoa", .integer, "lĩnh vực văn hóa - xã hội"),
      .init("quoc_phong", .integer, "lĩnh vực quốc phòng - an ninh"),
      .init("he_thong_chinh_tri", .integer, "lĩnh vực xây dựng hệ thống chính trị"),
      .init("khac", .integer, "lĩnh vực khác"),
      .init("trien_khai", .integer, "đã triển khai"),
      .init("hieu_qua", .integer, "đạt hiệu quả"),
      .init("cong_nhan", .integer, "được công nhận"),
      .init("nhan_rong", .integer, "được nhân rộng"),
      .init("ty_le", .percent, optional: true, "phần trăm trong tổng số đã đăng ký"),
      .init("ty_le_cong_nhan", .percent, optional: true, "được công nhận trên đã đăng ký"),
      .init("so_sanh", .record(comparison), "đã đăng ký, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_trien_khai", .record(comparison), "đã triển khai, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_hieu_qua", .record(comparison), "đạt hiệu quả, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_cong_nhan", .record(comparison), "được công nhận, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_nhan_rong", .record(comparison), "được nhân rộng, so với kỳ trước và cùng kỳ"),
    ])

  static let modelRank = RecordType(
    "hang_mo_hinh",
    [
      .init("hang", .integer, "hạng; bằng nhau thì cùng hạng"),
      .init("ten", .text, "tên đơn vị"),
      .init("dang_ky", .integer, "số mô hình đã đăng ký"),
    ])

  static let model = RecordType(
    "mot_mo_hinh",
    [
      .init("ma", .text, "mã mô hình"),
      .init("ten", .text, spelling: .personWhere(field: "loai", is: "cá nhân"), "tên mô hình"),
      .init("ma_don_vi", .text, "mã đơn vị"),
      .init("don_vi", .text, "tên đơn vị"),
      .init("linh_vuc", .text, "lĩnh vực"),
      .init("loai", .text, "tập thể hoặc cá nhân"),
      .init("cap", .text, "cấp"),
      .init("giai_doan", .text, "giai đoạn thực hiện tại ngày chốt: đăng ký, đang thực hiện, đạt hiệu quả, …"),
      .init("ngay_dang_ky", .date, "ngày đăng ký"),
      .init("ngay_cong_nhan", .date, optional: true, "ngày công nhận"),
      .init("noi_dung", .text, spelling: .prose, "nội dung"),
      .init("ket_qua", .text, spelling: .prose, "kết quả nổi bật"),
    ])

  static let guidance = RecordType(
    "van_ban_chi_dao",
    [
      .init("trong_ky", .record(comparison), "văn bản ban hành trong kỳ"),
      .init("luy_ke", .integer, "văn bản của phong trào từ đầu giai đoạn"),
      .init(
        "theo_loai", .list(.record(count)),
        "văn bản của phong trào theo loại; cuối là loại chỉ có ở văn bản khác hoặc ở kỳ được so"),
      .init("danh_sach", .list(.record(guidanceDocument)), "văn bản của phong trào đến ngày chốt, theo ngày"),
      .init("danh_sach_trong_ky", .list(.record(guidanceDocument)), "văn bản ban hành trong kỳ, theo ngày"),
    ])

  static let guidanceDocument = RecordType(
    "mot_van_ban",
    [
      .init("so_ky_hieu", .text, "số, ký hiệu"),
      .init("ngay", .date, "ngày ban hành"),
      .init("loai", .text, "loại văn bản"),
      .init("trich_yeu", .text, spelling: .prose, "trích yếu"),
      .init("co_quan", .text, "cơ quan ban hành"),
    ])

  static let rewards = RecordType(
    "khen_thuong",
    [
      .init("trong_ky", .record(comparison), "lượt khen thưởng trong kỳ"),
      .init("tu_dau_nam", .integer, "lượt khen thưởng từ đầu năm"),
      .init("tap_the", .integer, "tập thể được khen trong năm"),
      .init("ca_nhan", .integer, "cá nhân được khen trong năm"),
      .init("so_sanh_tap_the", .record(comparison), "lượt tập thể trong kỳ, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_ca_nhan", .record(comparison), "lượt cá nhân trong kỳ, so với kỳ trước và cùng kỳ"),
      .init(
        "theo_hinh_thuc", .list(.record(count)), "theo hình thức, từ đầu năm; sau cùng là hình thức chỉ có ở kỳ được so"
      ),
      .init("theo_cap", .list(.record(count)), "theo cấp khen, từ đầu năm; sau cùng là cấp chỉ có ở kỳ được so"),
      .init("danh_sach", .list(.record(reward)), "khen thưởng từ đầu năm đến ngày chốt, theo ngày"),
    ])

  static let reward = RecordType(
    "mot_khen_thuong",
    [
      .init("ten", .text, spelling: .personWhere(field: "loai", is: "cá nhân"), "tên tập thể, cá nhân"),
      .init("loai", .text, "tập thể hoặc cá nhân"),
      .init("don_vi", .text, "đơn vị"),
      .init("hinh_thuc", .text, "hình thức"),
      .init("cap_khen", .text, "cấp khen"),
      .init("so_quyet_dinh", .text, "số quyết định"),
      .init("ngay", .date, "ngày quyết định"),
    ])
}
