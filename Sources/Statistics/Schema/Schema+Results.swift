internal import Facts

extension Schema {
  static let social = RecordType(
    "an_sinh",
    [
      .init("trong_ky", .record(moneyComparison), "số tiền trong kỳ"),
      .init("so_hoat_dong", .record(comparison), "số hoạt động trong kỳ"),
      .init("tu_dau_nam", .money, "số tiền từ đầu năm đến ngày chốt"),
      .init("hoat_dong_tu_dau_nam", .integer, "số hoạt động từ đầu năm"),
      .init(
        "theo_chuong_trinh", .list(.record(programme)),
        "theo chương trình, số tiền từ đầu năm giảm dần; cuối là chương trình chỉ có ở kỳ được so"),
      .init("theo_hinh_thuc", .list(.record(programme)), "theo hình thức, xếp như theo chương trình"),
      .init("danh_sach", .list(.record(contribution)), "hoạt động trong kỳ, theo ngày"),
      .init("lon_nhat", .list(.record(contribution)), "hoạt động trong kỳ, số tiền lớn trước"),
      .init("xep_hang", .list(.record(moneyRank)), "đơn vị theo số tiền từ đầu năm, nhiều trước"),
      .init("theo_quy", .list(.record(socialQuarter)), "từng quý, từ đầu năm đến ngày chốt"),
    ])

  static let socialQuarter = RecordType(
    "quy_an_sinh",
    [
      .init("ky", .period, "quý"),
      .init("so_hoat_dong", .integer, "số hoạt động trong quý"),
      .init("so_tien", .money, "số tiền trong quý"),
    ])

  static let programme = RecordType(
    "chuong_trinh",
    [
      .init("ten", .text, "tên chương trình"),
      .init("so_hoat_dong", .integer, "số hoạt động từ đầu năm"),
      .init("hoat_dong_trong_ky", .integer, "số hoạt động trong kỳ"),
      .init("so_luong", .integer, "số lượng từ đầu năm; 0 nếu các dòng có đơn vị tính khác nhau"),
      .init("don_vi_tinh", .text, "đơn vị tính; trống nếu các dòng khác nhau"),
      .init("so_tien", .money, "số tiền từ đầu năm"),
      .init("trong_ky", .money, "số tiền trong kỳ"),
      .init("ty_le", .percent, optional: true, "phần trăm trong tổng số tiền từ đầu năm"),
      .init("so_sanh", .record(moneyComparison), "số tiền trong kỳ, so với kỳ trước và cùng kỳ"),
      .init("so_sanh_hoat_dong", .record(comparison), "số hoạt động trong kỳ, so với kỳ trước và cùng kỳ"),
    ])

  static let moneyRank = RecordType(
    "hang_an_sinh",
    [
      .init("hang", .integer, "hạng; bằng nhau thì cùng hạng"),
      .init("ten", .text, "tên đơn vị"),
      .init("so_tien", .money, "số tiền từ đầu năm"),
    ])

  static let contribution = RecordType(
    "mot_hoat_dong",
    [
      .init("ngay", .date, "ngày"),
      .init("chuong_trinh", .text, "chương trình"),
      .init("hinh_thuc", .text, "hình thức"),
      .init("don_vi", .text, "đơn vị thực hiện"),
      .init("doi_tuong", .text, spelling: .prose, "đối tượng thụ hưởng"),
      .init("so_luong", .integer, optional: true, "số lượng"),
      .init("don_vi_tinh", .text, "đơn vị tính"),
      .init("so_tien", .money, "số tiền"),
      .init("noi_dung", .text, spelling: .prose, "nội dung"),
    ])

  static let ratings = RecordType(
    "xep_loai",
    [
      .init("co_so_lieu", .flag, "có kết quả xếp loại tổ chức đảng"),
      .init("to_chuc", .record(rating), "xếp loại tổ chức đảng của năm gần nhất"),
      .init("dang_bo", .record(rating), "riêng đảng bộ cơ sở"),
      .init("chi_bo", .record(rating), "riêng chi bộ cơ sở"),
      .init(
        "to_chuc_nam_truoc", .record(rating), optional: true,
        "xếp loại tổ chức đảng của kỳ xếp loại trước đó mà dữ liệu có"),
      .init("dang_vien", .record(rating), optional: true, "xếp loại đảng viên"),
      .init("tap_the", .record(rating), optional: true, "xếp loại tập thể lãnh đạo, quản lý"),
      .init("can_bo", .record(rating), optional: true, "xếp loại cán bộ"),
      .init("theo_nhom", .list(.record(cap)), "tỷ lệ xuất sắc của từng nhóm so với trần"),
      .init("cac_ky", .list(.record(rating)), "xếp loại tổ chức đảng qua các năm (kỳ), năm cũ trước"),
      .init("tong_hop", .list(.record(summary)), "xếp loại tổ chức đảng theo loại rồi theo nhóm"),
      .init(
        "dang_vien_theo_don_vi", .list(.record(summary)), "xếp loại đảng viên của từng tổ chức, theo loại rồi số thứ tự"
      ),
    ])

  static let summary = RecordType(
    "dong_tong_hop",
    [
      .init("loai", .text, "đảng bộ cơ sở, chi bộ cơ sở, hoặc cấp ủy cấp trên gửi số tổng hợp"),
      .init("ma", .text, "mã tổ chức; trống khi dòng là một nhóm"),
      .init("ten", .text, "tên nhóm hoặc tên tổ chức"),
      .init("bang", .record(rating), "số lượng và tỷ lệ từng mức"),
    ])

  static let rating = RecordType(
    "bang_xep_loai",
    [
      .init("ky", .period, "năm (kỳ) xếp loại"),
      .init("tong_so", .integer, "tổng số"),
      .init("duoc_danh_gia", .integer, "được đánh giá"),
      .init(
        "so_sanh", .record(comparison), optional: true, "số được đánh giá, so với kỳ xếp loại liền trước và cùng kỳ"),
      .init("chua_danh_gia", .integer, "không, chưa đánh giá"),
      .init("xuat_sac", .integer, "hoàn thành xuất sắc nhiệm vụ"),
      .init("tot", .integer, "hoàn thành tốt nhiệm vụ"),
      .init("hoan_thanh", .integer, "hoàn thành nhiệm vụ"),
      .init("khong_hoan_thanh", .integer, "không hoàn thành nhiệm vụ"),
      .init("tot_tro_len", .integer, "hoàn thành tốt trở lên"),
      .init("ty_le_xuat_sac", .percent, optional: true, "xuất sắc trên được đánh giá"),
      .init("ty_le_tot", .percent, optional: true, "tốt trên được đánh giá"),
      .init("ty_le_hoan_thanh", .percent, optional: true, "hoàn thành trên được đánh giá"),
      .init("ty_le_khong_hoan_thanh", .percent, optional: true, "không hoàn thành trên được đánh giá"),
      .init("ty_le_danh_gia", .percent, optional: true, "được đánh giá trên tổng số"),
      .init("tong_ty_le", .percent, optional: true, "tổng các tỷ lệ như in ra"),
      .init("du_tram", .flag, "tổng các tỷ lệ in ra đúng 100"),
      .init("muc", .list(.record(level)), "bốn mức theo thứ tự"),
      .init("tran", .record(cap), "tỷ lệ xuất sắc so với trần"),
    ])

  static let level = RecordType(
    "muc_xep_loai",
    [
      .init("ma", .text, "XS, T, HT, KHT"),
      .init("ten", .text, "tên mức"),
      .init("so_luong", .integer, "số lượng"),
      .init("ty_le", .percent, optional: true, "trên số được đánh giá"),
      .init("nam_truoc", .integer, optional: true, "số lượng năm trước"),
      .init("ty_le_nam_truoc", .percent, optional: true, "tỷ lệ năm trước"),
      .init("chenh_lech", .integer, optional: true, "so với năm trước"),
      .init(
        "so_sanh", .record(comparison), optional: true,
        "số lượng, so với kỳ liền trước và cùng kỳ; không có ở bảng theo nhóm, theo đơn vị, qua các kỳ"
      ),
      .init("danh_sach", .list(.text), "tên các tổ chức đạt mức này (chỉ với tổ chức đảng)"),
    ])

  static let cap = RecordType(
    "tran_xuat_sac",
    [
      .init("ten", .text, "nhóm"),
      .init("tong_so", .integer, "tổng số được đánh giá"),
      .init("co_so", .integer, "cơ số để tính trần"),
      .init("ten_co_so", .text, "cơ số là gì: tốt trở lên, tốt, tổng số"),
      .init("muc_tran", .integer, "mức trần, phần trăm của cơ số, từ baocao.yaml"),
      .init("gioi_han", .integer, "số xuất sắc tối đa (làm tròn xuống)"),
      .init("xuat_sac", .integer, "số xuất sắc"),
      .init("ty_le", .percent, optional: true, "xuất sắc trên cơ số"),
      .init("vuot", .flag, "vượt trần"),
    ])

  static let media = RecordType(
    "truyen_thong",
    [
      .init("truy_cap", .record(visits), optional: true, "lượt truy cập của ngày đếm gần nhất tính đến ngày chốt"),
      .init("bai_lien_quan", .list(.record(article)), "bài liên quan"),
      .init("bai_moi", .list(.record(article)), "bài mới nhất"),
      .init("anh", .list(.record(photo)), "ảnh"),
    ])

  static let visits = RecordType(
    "truy_cap",
    [
      .init("ngay", .date, "ngày đếm"),
      .init("hom_nay", .integer, "hôm nay"),
      .init("hom_qua", .integer, "hôm qua"),
      .init("tuan_nay", .integer, "tuần này"),
      .init("tuan_truoc", .integer, "tuần trước"),
      .init("thang_nay", .integer, "tháng này"),
      .init("thang_truoc", .integer, "tháng trước"),
    ])

  static let article = RecordType(
    "mot_bai",
    [
      .init("tieu_de", .text, spelling: .prose, "tiêu đề"),
      .init("ngay", .date, "ngày đăng"),
      .init("duong_dan", .text, spelling: .asWritten, "đường dẫn"),
    ])

  static let photo = RecordType(
    "mot_anh",
    [
      .init("ma", .text, "mã ảnh"),
      .init("tep", .text, spelling: .asWritten, "tệp ảnh"),
      .init("chu_thich", .text, spelling: .prose, "chú thích"),
      .init("tac_gia", .text, spelling: .person, "tác giả"),
    ])

  static let site = RecordType(
    "trang_tin",
    [
      .init("ten", .text, "tên trang"),
      .init("giay_phep", .text, "số giấy phép"),
      .init("ngay_giay_phep", .date, optional: true, "ngày cấp phép"),
      .init("tong_bien_tap", .text, spelling: .person, "tổng biên tập"),
      .init("dia_chi", .text, spelling: .prose, "địa chỉ"),
      .init("dien_thoai", .text, "điện thoại"),
      .init("thu_dien_tu", .text, spelling: .asWritten, "thư điện tử"),
    ])
}
