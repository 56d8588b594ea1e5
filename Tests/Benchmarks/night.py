#!/usr/bin/env python3
"""The night run of the release build: first night, unchanged night, a night with 1 % changed, one worker against two, memory, start-up.

usage: night.py [--reports 50000] [--jobs 2] [--program .build/release/baocao] [--keep DIR]
Every report is of another organisation of a made-up workspace and has two pages. Prints wall and CPU seconds (the machine may be shared:
CPU seconds divided by workers are what a quiet one needs) and the peak of memory; judges nothing. Targets for 50,000 reports on two
cores: first night 300 s, unchanged 30 s, 1 % changed 35 s, 60 MB beside the plan, two workers 1.8 times one, start-up 20 ms.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PERIOD = "2021-Q4"
ONLY = "phieu-hai-trang"


def run(command, log):
    """Wall and CPU seconds, peak megabytes and standard output of one child; ends the benchmark when the child fails."""
    start = time.perf_counter()
    with open(log, "wb") as errors:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
        out = child.stdout.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command}: exit {child.returncode}\n{out}\n" + pathlib.Path(log).read_text()[-2000:])
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def two_pages(workspace):
    """The shipped sheet of one organisation with enough prose for two pages, alone in its workspace."""
    templates = workspace / "templates"
    templates.mkdir()
    sheet = (ROOT / "templates/phieu-don-vi.md").read_text()
    sentence = ("Đơn vị {{ pham_vi.ten }} tiếp tục thực hiện phong trào thi đua “Dân vận khéo” gắn với nhiệm vụ chính trị, lắng nghe ý kiến "
                "của đảng viên và Nhân dân, báo cáo đúng hạn về Đảng ủy Khối. ")
    sheet += "\n# Phương hướng\n\n" + "\n\n".join([sentence * 3] * 2) + "\n"
    (templates / f"{ONLY}.md").write_text(sheet)
    for name in (ROOT / "templates").glob("*.md"):
        (templates / name.name).write_text("---\nten: Không lập\nky: [nhiem_ky]\n---\n\nKhông lập.\n")


def change(workspace, share):
    """One member more in the row of every n-th organisation, so that 1 % of the sheets show another figure."""
    path = workspace / "data/dang-vien.csv"
    lines = path.read_text().splitlines(keepends=True)
    places = [place for place, line in enumerate(lines) if f",{PERIOD}," in line]
    changed = places[::max(1, round(1 / share))]
    for place in changed:
        cells = lines[place].split(",")
        cells[2], cells[3] = str(int(cells[2]) + 1), str(int(cells[3]) + 1)
        lines[place] = ",".join(cells)
    path.write_text("".join(lines))
    return len(changed)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--reports", type=int, default=50000)
    parse.add_argument("--jobs", type=int, default=2)
    parse.add_argument("--program", default=str(ROOT / ".build/release/baocao"))
    parse.add_argument("--keep", help="folder for the workspace, which stays")
    parse.add_argument("--single", type=int, default=2000, help="reports of the comparison of one worker with two")
    options = parse.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        measure(options, folder)
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


def measure(options, folder):
    log = folder / "stderr.txt"
    times = []
    for _ in range(9):
        times.append(run([options.program, "--version"], log)[0])
    print(f"start-up: {1000 * sorted(times)[4]:.1f} ms (median of nine)")

    def night(what, workspace, output, jobs, *more):
        command = [options.program, "render", str(workspace), "--period", PERIOD, "--home", str(ROOT), "--output", str(output),
                   "--jobs", str(jobs), "--log", "none", "--all", *more]
        wall, cpu, peak, out = run(command, log)
        line = out.strip().splitlines()[0]
        print(f"{what:28s} {wall:8.1f} s wall {cpu:8.1f} s CPU {peak:7.0f} MB   {line}", flush=True)
        return wall, cpu, peak

    def workspace_of(count, name):
        run([options.program, "sample", str(folder / name), "--organisations", str(count)], log)
        two_pages(folder / name)
        return folder / name

    small = workspace_of(options.single, "nho")
    one = night("one worker", small, folder / "ra-1", 1)
    two = night("two workers", small, folder / "ra-2", 2)
    print(f"two workers make {one[0] / two[0]:.2f} times the reports of one (wall)")

    large = workspace_of(options.reports, "lon")
    plan = run([options.program, "plan", str(large), "--period", PERIOD, "--home", str(ROOT), "--brief"], log)
    print(f"{'plan':28s} {plan[0]:8.1f} s wall {plan[1]:8.1f} s CPU {plan[2]:7.0f} MB")
    first = night("first night", large, folder / "ra", options.jobs)
    night("unchanged night", large, folder / "ra", options.jobs)
    count = change(large, 0.01)
    night(f"{count} changed", large, folder / "ra", options.jobs)
    books = folder / "ra" / PERIOD / ".baocao"
    figures = sum(path.stat().st_size for path in books.glob("*.so-lieu"))
    lines = sum(path.stat().st_size for path in books.glob("*.jsonl"))
    files = sum(path.stat().st_size for path in (folder / "ra").rglob("*.pdf"))
    print(f"reports {files / 1e6:.0f} MB, manifests {lines / 1e6:.1f} MB, figures {figures / 1e6:.1f} MB")
    print(f"memory above the plan: {first[2] - plan[2]:.0f} MB; {1000 * first[1] / options.reports:.2f} ms CPU per report")


if __name__ == "__main__":
    main()
