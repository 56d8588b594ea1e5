internal import Facts

extension Schema {
  static let unit = RecordType(
    "don_vi",
    [
      .init("ma", .text, "mã tổ chức"),
      .init("ten", .text, "tên"),
      .init("loai", .text, "loại tổ chức"),
      .init("khoi", .text, "khối"),
      .init("nhom", .text, "nhóm xét tỷ lệ xuất sắc; trống nếu không chia nhóm"),
      .init("dia_chi", .text, spelling: .prose, "địa chỉ"),
      .init("xep_loai", .list(.record(unitRating)), "kết quả xếp loại qua các năm, năm cũ trước"),
      .init("vi_tri", .record(standing), "so với các đơn vị cùng nhóm"),
    ])

  static let unitRating = RecordType(
    "xep_loai_don_vi",
    [
      .init("ky", .period, "năm (kỳ) xếp loại"),
      .init("muc", .text, "mức xếp loại"),
      .init("muc_tat", .text, "mức viết tắt: XS, T, HT, KHT; trống nếu không đánh giá"),
      .init("so_quyet_dinh", .text, "số quyết định"),
      .init("ngay", .date, optional: true, "ngày quyết định"),
    ])

  static let standing = RecordType(
    "vi_tri",
    [
      .init("ten", .text, "tên nhóm; không chia nhóm thì là loại tổ chức"),
      .init("so_don_vi", .integer, "số đơn vị của nhóm, kể cả đơn vị này"),
      .init("xuat_sac", .integer, "số đơn vị của nhóm hoàn thành xuất sắc ở năm xếp loại gần nhất"),
      .init("tot", .integer, "số đơn vị của nhóm hoàn thành tốt"),
      .init("hoan_thanh", .integer, "số đơn vị của nhóm hoàn thành"),
      .init("khong_hoan_thanh", .integer, "số đơn vị của nhóm không hoàn thành"),
      .init("mo_hinh", .integer, "số mô hình cả nhóm đã đăng ký, lũy kế"),
      .init("mo_hinh_don_vi", .integer, "số mô hình đơn vị đã đăng ký, lũy kế"),
      .init("hang_mo_hinh", .integer, "thứ hạng của đơn vị trong nhóm theo số mô hình; bằng nhau thì cùng hạng"),
      .init("an_sinh", .money, "tiền an sinh xã hội cả nhóm từ đầu năm"),
      .init("an_sinh_don_vi", .money, "tiền an sinh xã hội của đơn vị từ đầu năm"),
      .init("hang_an_sinh", .integer, "thứ hạng của đơn vị trong nhóm theo tiền an sinh xã hội"),
    ])
}
