"""Writes the workload: one workspace of N organisations with ROWS models each. Seeded; every report differs."""
import csv
import pathlib
import random
import shutil

HERE = pathlib.Path(__file__).resolve().parent
PLACES = ["Phù Cừ", "Tiên Lữ", "Kim Động", "Ân Thi", "Khoái Châu", "Văn Giang", "Văn Lâm", "Mỹ Hào", "Yên Mỹ"]
OFFICES = ["Sở Y tế", "Sở Nội vụ", "Sở Tư pháp", "Cục Thuế tỉnh", "Bảo hiểm xã hội", "Hội Nông dân", "Thanh tra tỉnh"]
FIELDS = ["kinh tế", "văn hóa – xã hội", "quốc phòng – an ninh", "xây dựng hệ thống chính trị"]
WORDS = (
    "cán bộ đảng viên vận động nhân dân đoàn kết thực hiện nghị quyết chăm lo đời sống người lao động giữ gìn vệ sinh môi "
    "trường xây dựng nông thôn mới tiếp nhận góp ý của công dân hướng dẫn hồ sơ đúng hẹn giúp đỡ gia đình khó khăn"
).split()
MODEL = (
    "ma_mo_hinh,ten,ma_to_chuc,ma_phong_trao,linh_vuc,loai,cap,trang_thai,ngay_dang_ky,ngay_trien_khai,ngay_hieu_qua,"
    "ngay_cong_nhan,ngay_nhan_rong,ngay_dung,noi_dung,ket_qua,dia_chi,ghi_chu"
).split(",")


def sentence(rng, count):
    text = " ".join(rng.choice(WORDS) for _ in range(count))
    return text[0].upper() + text[1:] + f" {rng.randint(2, 999)} lượt."


def models(rng, code, rows):
    for number in range(1, rows + 1):
        day = f"2021-{rng.randint(1, 9):02d}-{rng.randint(1, 28):02d}"
        name = f"{rng.choice(OFFICES)} {rng.choice(PLACES)} số {number}"
        said = number <= 20
        yield [f"MH-{code}-{number}", name, code, "DVK-2021-2025", rng.choice(FIELDS), "tập thể",
               rng.choice(["tỉnh", "cơ sở"]), "đăng ký", day, "", "", "", "", "",
               sentence(rng, rng.randint(18, 26)) if said else "", sentence(rng, rng.randint(14, 22)) if said else "",
               "", ""]


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)


def workspace(folder, reports, rows, seed):
    """A new workspace of `reports` organisations; returns their codes."""
    rng = random.Random(seed)
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    (folder / "templates").mkdir()
    shutil.copy(HERE / "tai-trong.md", folder / "templates/tai-trong.md")
    (folder / "baocao.yaml").write_text(
        'ten: "Đảng ủy Khối đo tốc độ"\nco_quan:\n  ma_to_chuc: DUK\n  ten: "Đảng ủy Khối đo tốc độ"\n'
        '  cap_tren: "Đảng bộ tỉnh Hưng Yên"\n  ky_hieu: "ĐUK"\n  dia_danh: "Hưng Yên"\nthe_thuc: party-hd05\n'
        'bao_cao:\n  tai-trong:\n    nguoi_ky: {chuc_vu: "CHÁNH VĂN PHÒNG", ho_ten: "Phạm Mạnh Hà"}\n'
        '    noi_nhan: ["Lưu Văn phòng"]\n    ky:\n      2021-Q4: {ngay: 2022-01-05}\n', encoding="utf-8")
    codes = [f"DV{number:05d}" for number in range(1, reports + 1)]
    head = "ma_to_chuc,ten,ten_tat,loai,ma_cap_tren,khoi,nhom,thu_tu,hieu_luc_tu,hieu_luc_den,ma_ke_thua,dia_chi,ghi_chu"
    above = [["TU", "Tỉnh ủy", "Tỉnh ủy", "cấp ủy cấp trên", "", "Đảng, đoàn thể", "", 1, "1997-01-01", "", "", "", ""],
             ["DUK", "Đảng ủy Khối đo tốc độ", "Đảng ủy Khối", "cấp ủy cấp trên", "TU", "Đảng, đoàn thể", "", 2,
              "1997-01-01", "", "", "", ""]]
    units = [[code, f"Đảng bộ {rng.choice(OFFICES)} {rng.choice(PLACES)} {code}", code, "đảng bộ cơ sở", "DUK",
              "Đảng, đoàn thể", "", 100 + index, "1997-01-01", "", "", "", ""] for index, code in enumerate(codes)]
    write(folder / "data/to-chuc.csv", head.split(","), above + units)
    write(folder / "data/phong-trao.csv", "ma_phong_trao,ten,giai_doan,co_quan_phat_dong,ghi_chu".split(","),
          [["DVK-2021-2025", "Phong trào thi đua “Dân vận khéo”", "2021-2025", "Ban Thường vụ", ""]])
    write(folder / "data/an-sinh.csv", "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,so_tien".split(","), [])
    write(folder / "data/xep-loai.csv", "ky,ma_to_chuc,doi_tuong".split(","), [])
    write(folder / "data/dang-vien.csv", "ma_to_chuc,ky,tong_so".split(","),
          ([code, "2021-Q4", rng.randint(9, 400)] for code in codes))
    write(folder / "data/mo-hinh.csv", MODEL, (row for code in codes for row in models(rng, code, rows)))
    return codes
