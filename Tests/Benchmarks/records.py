#!/usr/bin/env python3
"""Speed and memory of `baocao check` over rating rows: the release build, one core. Never a test.

usage: records.py [--rows 10000,100000,1000000] [--runs 5] [--program .build/release/baocao]
Prints processor seconds of the best run (other work on the machine adds to any single one), peak memory, and megabytes of CSV a
second. Grows linearly when the last column, nanoseconds a row, stays the same from 100,000 rows on.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/hung-yen"
LEVELS = ["hoàn thành xuất sắc"] + ["hoàn thành tốt"] * 4 + ["hoàn thành", "không hoàn thành"]


def workspace(folder, rows, seed=3):
    """Rating rows of one organisation per hundred rows and a hundred quarters, most columns empty as offices leave them."""
    random.seed(seed)
    (folder / "data").mkdir(parents=True)
    shutil.copy(EXAMPLE / "baocao.yaml", folder)
    head = (EXAMPLE / "data/to-chuc.csv").read_text().splitlines()[:3]
    units = max(1, rows // 100)
    with open(folder / "data/to-chuc.csv", "w") as file:
        file.write("\n".join(head) + "\n")
        for unit in range(units):
            file.write(f"CB{unit:05d},Chi bộ cơ sở số {unit},CB {unit},chi bộ cơ sở,DUK,doanh nghiệp,nhóm {unit % 50},"
                       f"{unit + 10},1997-01-01,,,Hưng Yên,\n")
    periods = [f"{year}-Q{quarter}" for year in range(2000, 2025) for quarter in (1, 2, 3, 4)]
    with open(folder / "data/xep-loai.csv", "w") as file:
        file.write((EXAMPLE / "data/xep-loai.csv").open().readline())
        for row in range(rows):
            period, unit = periods[row // units % len(periods)], row % units
            file.write(f"{period},CB{unit:05d},tổ chức đảng,{random.choice(LEVELS)},,,,,,,,,,,,,"
                       f"{int(period[:4]) + 1}-01-15,{unit}-QĐ/ĐUK,\n")
    return (folder / "data/xep-loai.csv").stat().st_size


def check(program, folder):
    """Processor seconds and peak MiB of one check."""
    child = subprocess.Popen([program, "check", str(folder), "--home", str(ROOT)], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--rows", default="10000,100000,1000000")
    parse.add_argument("--runs", type=int, default=5)
    parse.add_argument("--program", default=str(ROOT / ".build/release/baocao"))
    options = parse.parse_args()
    print(f"{'rows':>9} {'MB CSV':>7} {'s':>6} {'MiB':>6} {'MB/s':>6} {'ns/row':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        for rows in map(int, options.rows.split(",")):
            folder = pathlib.Path(scratch) / str(rows)
            size = workspace(folder, rows)
            runs = [check(options.program, folder) for _ in range(options.runs)]
            seconds, peak = min(run[0] for run in runs), max(run[1] for run in runs)
            print(f"{rows:9d} {size / 1e6:7.1f} {seconds:6.2f} {peak:6.0f} {size / 1e6 / seconds:6.0f} {seconds / rows * 1e9:7.0f}")


if __name__ == "__main__":
    main()
