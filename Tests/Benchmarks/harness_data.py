"""Data of the workload, one folder a report: meta.csv, levels.csv, paras.csv, orgs.csv, as the C harness and the peers read them.

usage: harness_data.py OUTDIR N [ROWS] [SEED]
Every report has its own unit, numbers, order of sentences and ratings, so that nothing can be served from another report. The words come
from loi-van.txt. With seed 0 the files equal those of the harness's own generator.
"""
import csv
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
PARAGRAPHS = 20
LEVELS = ["Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"]
SHORT_LEVELS = ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"]
OFFICES = [
    "Sở Giao thông vận tải", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Tư pháp", "Báo Hưng Yên",
    "Đài Phát thanh và Truyền hình", "Tỉnh đoàn thanh niên", "Cục Thuế tỉnh", "Kho bạc Nhà nước", "Bảo hiểm xã hội",
    "Ngân hàng Nông nghiệp", "Công ty Điện lực", "Công ty Cổ phần Giống cây trồng", "Liên đoàn Lao động",
    "Hội Cựu chiến binh", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Văn phòng Ủy ban nhân dân", "Thanh tra tỉnh",
    "Viện kiểm sát nhân dân", "Tòa án nhân dân"]
PLACES = [
    "Phù Cừ", "Tiên Lữ", "Kim Động", "Ân Thi", "Khoái Châu", "Văn Giang", "Văn Lâm", "Mỹ Hào", "Yên Mỹ", "Hiến Nam",
    "Hồng Châu", "Quảng Châu", "Lam Sơn", "An Tảo", "Minh Khai"]
NOTES = [
    "", "", "", "", "Mới thành lập", "Điểm sáng", "Cần củng cố", "Khen thưởng", "Sáp nhập", "Đạt 3 năm liền"]
FAMILY = ["Đỗ", "Lương", "Phạm", "Nguyễn", "Trần", "Lê", "Hoàng", "Vũ", "Đặng", "Bùi"]
MIDDLE = ["Thị", "Công", "Mạnh", "Văn", "Đức", "Ngọc"]
GIVEN = ["Hương", "Chanh", "Hà", "Dũng", "Thắng", "Quỳnh", "Tuyết", "Khải", "Phượng", "Ước"]


def sentences():
    body = (HERE / "loi-van.txt").read_text(encoding="utf-8").split("Phạm Mạnh Hà")[0].split("\n")[6:]
    found = []
    for line in map(str.strip, body):
        if len(line) < 100:
            continue
        line = line.replace("”;“", "”; “").replace(":“", ": “").replace("…", "… ").replace("...", "... ")
        for part in re.split(r"(?<=[\.…;])\s+", re.sub(r"\s+", " ", line)):
            part = part.strip()
            if len(part) > 60:
                found.append(part[0].upper() + part[1:])
    return found


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)


def organisations(rng, rows):
    counts, members, table = [0] * 4, 0, []
    for number in range(1, rows + 1):
        level = rng.choices(range(4), [24, 66, 8, 2])[0]
        counts[level] += 1
        kind = rng.choice(["Đảng bộ", "Chi bộ"])
        size = rng.randint(9, 180) if kind == "Chi bộ" else rng.randint(60, 999)
        members += size
        table.append([number, f"{kind} {rng.choice(OFFICES)} {rng.choice(PLACES)}", kind, size, SHORT_LEVELS[level],
                      rng.choice(NOTES)])
    return table, counts, members


def paragraph(rng, said, unit):
    def number(match):
        return str(rng.randint(10 ** (len(match.group()) - 1), 10 ** len(match.group()) - 1))

    text = ""
    while len(text.split()) < 20:
        sentence = re.sub(r"\d+", number, rng.choice(said))
        if len((text + sentence).split()) > 56:
            continue
        text = (text + " " + sentence).strip()
    words = text.replace("Đảng ủy Khối", unit, 1).split(" ")
    return " ".join(words[:5]), " ".join(words[5:-6]), " ".join(words[-6:])


def report(folder, number, rows, seed, said):
    rng = random.Random(number * 7919 + rows + seed * 1_000_003)
    folder.mkdir(parents=True, exist_ok=True)
    unit = f"Đảng ủy Khối {rng.choice(PLACES)} {rng.choice(PLACES)} số {number}"
    table, counts, members = organisations(rng, rows)
    write(folder / "orgs.csv", ["no", "name", "kind", "members", "rating", "note"], table)
    write(folder / "levels.csv", ["level", "count", "percent"],
          [[LEVELS[i], counts[i], f"{100 * counts[i] / rows:.2f}".replace(".", ",")] for i in range(4)])
    sections = [1 if i < 8 else 2 if i < 14 else 3 for i in range(PARAGRAPHS)]
    write(folder / "paras.csv", ["section", "lead", "body", "tail"],
          [[section, *paragraph(rng, said, unit)] for section in sections])
    meta = [unit, unit.upper(), f"{rng.randint(10, 999)}-BC/ĐUK",
            f"Hưng Yên, ngày {rng.randint(10, 28)} tháng {rng.randint(10, 12)} năm 2021",
            rng.choice(["I", "II", "III", "IV"]), "2021", rows, members,
            f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"]
    write(folder / "meta.csv", ["unit", "unit_upper", "no", "date", "quarter", "year", "total", "members", "signer"],
          [meta])


def generate(folder, reports, rows=84, seed=0):
    said = sentences()
    for number in range(1, reports + 1):
        report(pathlib.Path(folder) / f"r{number:05d}", number, rows, seed, said)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[2:]]
    generate(sys.argv[1], *numbers)
