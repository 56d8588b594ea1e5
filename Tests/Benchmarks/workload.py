"""Turns data of harness_data.py into a workspace: one organisation a folder, its paragraphs as models, its list as activities.

The program has no table of “paragraphs” or “organisations of a foreign list”; what counts is that every word of the four CSV files of a report
is read from CSV, checked, and stands on its pages.
"""
import csv
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = {"1": "kinh tế", "2": "văn hóa – xã hội", "3": "quốc phòng – an ninh"}
ORGANISATION = "ma_to_chuc,ten,loai,ma_cap_tren,khoi,thu_tu,hieu_luc_tu".split(",")
MODEL = "ma_mo_hinh,ten,ma_to_chuc,ma_phong_trao,linh_vuc,loai,cap,trang_thai,ngay_dang_ky,noi_dung,ket_qua".split(",")
ACTIVITY = (
    "ma_hoat_dong,ngay,chuong_trinh,hinh_thuc,ma_to_chuc,doi_tuong_thu_huong,so_luong,don_vi_tinh,so_tien,noi_dung"
).split(",")
REWARD = "ma_khen_thuong,ten,loai,ma_to_chuc,hinh_thuc,cap_khen,so_quyet_dinh,ngay_quyet_dinh".split(",")
PROGRAMMES = ["Vì người nghèo", "Đền ơn đáp nghĩa", "Tết vì người nghèo", "Khuyến học"]
SETTINGS = """\
ten: "Đảng ủy Khối đo tốc độ"
co_quan:
  ma_to_chuc: DUK
  ten: "Đảng ủy Khối đo tốc độ"
  cap_tren: "Đảng bộ tỉnh Hưng Yên"
  ky_hieu: "ĐUK"
  dia_danh: "Hưng Yên"
the_thuc: the-thuc-do
"""


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


class Table:
    def __init__(self, path, head):
        self.file = open(path, "w", encoding="utf-8", newline="")
        self.rows = csv.writer(self.file, lineterminator="\n")
        self.rows.writerow(head)

    def close(self):
        self.file.close()


def add(code, data, models, activities, rewards):
    """One report: the rows of `data` in the three tables; returns the name of its unit."""
    unit, _, number, date, quarter, year, _, _, signer = read(data / "meta.csv")[0]
    for index, (section, lead, body, tail) in enumerate(read(data / "paras.csv"), 1):
        models.rows.writerow([f"{code}-{index}", lead, code, "DVK", FIELDS[section], "tập thể", "cơ sở", "đăng ký",
                              "2021-10-01", body, tail])
    for no, name, kind, members, rating, note in read(data / "orgs.csv"):
        activities.rows.writerow([f"{code}-{no}", "2021-11-01", rating, "khác", code, name, members, kind, 1, note])
    rewards.rows.writerow([code, signer, "cá nhân", code, f"quý {quarter} năm {year}", date, number, "2021-12-01"])
    return unit


def workspace(folder, data, reports, others=0):
    """A new workspace of the first `reports` folders below `data`; returns the codes of their organisations.

    `others`: rows of activities of one more organisation, which no report is about.
    """
    folder, data = pathlib.Path(folder), pathlib.Path(data)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "templates/formats").mkdir()
    shutil.copy(HERE / "tai-trong.md", folder / "templates/tai-trong.md")
    shutil.copy(HERE / "the-thuc-do.yaml", folder / "templates/formats/the-thuc-do.yaml")
    (folder / "baocao.yaml").write_text(SETTINGS, encoding="utf-8")
    tables = {name: Table(folder / f"data/{name}.csv", head) for name, head in [
        ("to-chuc", ORGANISATION), ("phong-trao", "ma_phong_trao,ten,giai_doan,co_quan_phat_dong".split(",")),
        ("mo-hinh", MODEL), ("an-sinh", ACTIVITY), ("khen-thuong", REWARD),
        ("xep-loai", "ky,ma_to_chuc,doi_tuong".split(",")), ("dang-vien", "ma_to_chuc,ky,tong_so".split(","))]}
    above = ["cấp ủy cấp trên", "", "Đảng, đoàn thể"]
    tables["to-chuc"].rows.writerow(["DUK", "Đảng ủy Khối đo tốc độ", *above, 1, "1997-01-01"])
    tables["phong-trao"].rows.writerow(["DVK", "Phong trào thi đua “Dân vận khéo”", "2021-2025", "Ban Thường vụ"])
    codes = [f"DV{number:05d}" for number in range(1, reports + 1)]
    for number, code in enumerate(codes, 1):
        name = add(code, data / f"r{number:05d}", tables["mo-hinh"], tables["an-sinh"], tables["khen-thuong"])
        tables["to-chuc"].rows.writerow([code, name, "đảng bộ cơ sở", "DUK", "Đảng, đoàn thể", number + 1, "1997-01-01"])
        tables["dang-vien"].rows.writerow([code, "2021-Q4", 100])
    if others:
        tables["to-chuc"].rows.writerow(
            ["KHAC", "Đảng bộ không lập báo cáo", "đảng bộ cơ sở", "DUK", "Đảng, đoàn thể", 0, "1997-01-01"])
    for number in range(1, others + 1):
        tables["an-sinh"].rows.writerow([f"KHAC-{number}", "2021-11-02", PROGRAMMES[number % len(PROGRAMMES)], "khác", "KHAC",
                                         f"gia đình chính sách số {number}", number % 7 + 1, "suất quà",
                                         100_000 * (number % 50 + 1), "thăm hỏi, động viên dịp cuối năm"])
    for table in tables.values():
        table.close()
    return codes
