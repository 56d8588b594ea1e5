/// Every key of `baocao.yaml`, by the group it stands in: what the reader accepts, and what a test looks for in the manual.
package enum SettingsKeys {
  static let top = [
    "ten", "co_quan", "the_thuc", "kieu_dau", "them_so_0", "bao_cao", "cot", "bang_ma", "bang_ma_cot", "dau_phan_cach",
    "trang_tinh", "tran_xuat_sac", "ty_le", "ky_chot", "trang_tin", "gioi_han",
  ]
  static let office = [
    "ma_to_chuc", "ten", "ten_tieu_de", "cap_tren", "ky_hieu", "dia_danh", "dia_chi", "dien_thoai", "thu_dien_tu",
  ]
  static let report = [
    "nguoi_ky", "noi_nhan", "khan", "luu_hanh", "cho_dau_mat", "nguoi_danh_may", "lien_he", "du_thao", "lan_du_thao",
    "the_thuc", "ky",
  ]
  static let signer = ["quyen_han", "chuc_vu", "ho_ten"]
  static let issue = ["so", "ngay"]
  static let cap = ["ty_le", "co_so"]
  static let shares = ["so_le", "cach", "dau_cach"]
  static let limits = ["so_trang", "o_bang_kb", "anh_trieu_diem", "png_trieu_diem"]
  static let imprint = ["ten", "giay_phep", "ngay_giay_phep", "tong_bien_tap", "dia_chi", "dien_thoai", "thu_dien_tu"]

  /// Full names as the manual writes them: `bao_cao.<mẫu>.nguoi_ky.ho_ten`.
  package static let all: [String] =
    top + under("co_quan", office) + under("bao_cao.<mẫu>", report) + under("bao_cao.<mẫu>.nguoi_ky", signer)
    + under("bao_cao.<mẫu>.ky.<kỳ>", issue) + under("tran_xuat_sac", cap) + under("ty_le", shares)
    + under("trang_tin", imprint) + under("gioi_han", limits)

  private static func under(_ group: String, _ keys: [String]) -> [String] { keys.map { "\(group).\($0)" } }
}
