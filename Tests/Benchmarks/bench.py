#!/usr/bin/env python3
"""Speed of the release build, from CSV to published file. Prints figures, judges nothing but the text of the pages.

usage: bench.py [batch|rows|csv|workers|cold|peers ...] [--reports 20,100] [--rows 84,840,8400] [--csv-rows 10000,100000]
                [--rounds 3] [--seed 0] [--program .build/release/baocao]

BENCH_HARNESS   folder with the C programs `replay` (the floor: Cairo alone, positions known) and `pangorep`; without it no ratios.
BENCH_PEERS     folder with typst_batch.py and rl.py; BENCH_PYTHON a Python that has typst and reportlab. Both for `peers`.
"""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import harness_data
import textcheck
import workload

ROOT = pathlib.Path(__file__).resolve().parents[2]
STAGES = ["data", "facts", "template", "layout", "drawing", "publishing"]
CHECKED = 25


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.harness = os.environ.get("BENCH_HARNESS")
        self.made = {}
        self.switch = None

    def data(self, reports, rows=84):
        """The folder of that many reports' CSV files."""
        key = f"data-{rows}"
        if self.made.get(key, 0) < reports:
            harness_data.generate(self.folder / key, reports, rows, self.options.seed)
            self.made[key] = reports
        return self.folder / key

    def workspace(self, reports, rows=84, others=0):
        folder = self.folder / f"ho-so-{reports}-{rows}-{others}"
        if not folder.exists():
            workload.workspace(folder, self.data(reports, rows), reports, others)
        return folder

    def run(self, command):
        """Wall and processor seconds, peak megabytes and the error stream of one child; ends the benchmark when it fails."""
        start = time.perf_counter()
        with open(self.folder / "stderr.txt", "wb") as errors:
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        text = (self.folder / "stderr.txt").read_text(errors="replace")
        if child.returncode != 0:
            sys.exit(f"{command}: exit {child.returncode}\n{text[-2000:]}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text

    def floor(self, reports):
        """Milliseconds of wall and processor time a report of the C floor; nothing without the harness."""
        if not self.harness:
            return None
        command = [f"{self.harness}/replay", "-d", str(self.data(reports)), "-n", str(reports)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return tuple(float(re.search(rf"{key}_ms/report=([\d.]+)", out).group(1)) for key in ("wall", "cpu"))

    def times(self):
        """The switch that prints the stages, where this build of the program has it."""
        if self.switch is None:
            command = [self.options.program, "render", str(self.folder / "khong-co"), "--period", "2021-Q4", "--do-thoi-gian"]
            told = subprocess.run(command, capture_output=True, text=True).stderr
            self.switch = ["--do-thoi-gian"] if re.search("^drawing ", told, re.M) else []
        return self.switch

    def batch(self, reports, jobs=1):
        output = self.folder / f"ra-{reports}"
        command = [self.options.program, "render", str(self.workspace(reports)), "--period", "2021-Q4", "--home", str(ROOT),
                   "--output", str(output), "--all", "--only", "tai-trong", "--force", "--jobs", str(jobs), "--log", "none",
                   *self.times()]
        wall, cpu, peak, text = self.run(command)
        files = sorted(output.rglob("*.pdf"))
        if len(files) != reports:
            sys.exit(f"{len(files)} PDF files instead of {reports}")
        found = {name: re.search(rf"^{name} ([\d.]+)$", text, re.M) for name in STAGES}
        stages = {name: float(match.group(1)) / reports if match else 0.0 for name, match in found.items()}
        return wall * 1000 / reports, cpu * 1000 / reports, peak, files, stages

    def single(self, workspace):
        """One report in one process."""
        output = self.folder / "ra-1"
        command = [self.options.program, "render", str(workspace), "--period", "2021-Q4", "--home", str(ROOT),
                   "--output", str(output), "--report", "tai-trong", "--don-vi", "DV00001"]
        wall, cpu, peak, _ = self.run(command)
        return wall, cpu, peak, next(output.rglob("DV00001.pdf"))


def check(data, files):
    step = max(1, len(files) // CHECKED)
    for file in files[::step]:
        number = int(re.search(r"\d+", file.stem).group())
        for problem in textcheck.problems(data / f"r{number:05d}", file):
            sys.exit(f"{file.name}: {problem}")
    return len(files[::step])


def paired(bench, reports, measure):
    """`measure` between two runs of the floor, several times: medians of its first two figures, and of their ratios to the floor."""
    before, figures, ratios = bench.floor(reports), [], []
    for _ in range(bench.options.rounds):
        figure = measure()
        after = bench.floor(reports)
        figures.append(figure)
        if before and after:
            ratios.append([2 * figure[i] / (before[i] + after[i]) for i in (0, 1)])
        before = after
    wall, cpu = (statistics.median(figure[i] for figure in figures) for i in (0, 1))
    ratio = " ".join(f"{statistics.median(r[i] for r in ratios):6.2f}" for i in (0, 1)) if ratios else "     -      -"
    return wall, cpu, ratio, figures[-1]


def batch(bench):
    print("batch: one process, one worker, five pages a report; ms a report, ratio to the floor of the same minute")
    print("reports   wall    cpu   ratio: wall  cpu  peak MB  KB/PDF |" + "".join(f"{stage:>11}" for stage in STAGES) + "  text ok")
    for reports in bench.options.reports:
        wall, cpu, ratio, (_, _, peak, files, stages) = paired(bench, reports, lambda: bench.batch(reports))
        size = sum(file.stat().st_size for file in files) / len(files) / 1000
        checked = check(bench.data(reports), files)
        print(f"{reports:7d} {wall:6.1f} {cpu:6.1f}       {ratio}  {peak:7.0f}  {size:6.1f} |"
              + "".join(f"{stages[stage]:11.2f}" for stage in STAGES) + f"  {checked}")


def workers(bench):
    reports = bench.options.reports[-1]
    print(f"workers, {reports} reports: ms a report, and how many times faster than one")
    pairs = [[bench.batch(reports, jobs)[0] for jobs in (1, 2)] for _ in range(bench.options.rounds)]
    one, two = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    print(f"one {one:.1f}  two {two:.1f}  {statistics.median(pair[0] / pair[1] for pair in pairs):.2f} times")


def rows(bench):
    print("rows of the table in one report, one process\n   rows  wall s   cpu s  peak MB     KB  text ok")
    for count in bench.options.rows:
        wall, cpu, peak, file = bench.single(bench.workspace(1, count))
        size = file.stat().st_size / 1000
        print(f"{count:7d} {wall:7.2f} {cpu:7.2f} {peak:8.0f} {size:6.0f}  {check(bench.data(1, count), [file])}")


def csv_rows(bench):
    print("rows of the CSV files beside those of one report\n    rows  wall s   cpu s  peak MB")
    for count in bench.options.csv_rows:
        wall, cpu, peak, _ = bench.single(bench.workspace(1, others=count))
        print(f"{count:8d} {wall:7.2f} {cpu:7.2f} {peak:8.0f}")


def cold(bench):
    times = [bench.single(bench.workspace(1)) for _ in range(max(7, bench.options.rounds))]
    print("cold start, one report of 84 rows in one process: "
          f"wall ms median {1000 * statistics.median(t[0] for t in times):.0f}, least {1000 * min(t[0] for t in times):.0f}; "
          f"cpu ms median {1000 * statistics.median(t[1] for t in times):.0f}")


def peers(bench):
    reports = min(100, bench.options.reports[-1])
    data, out = str(bench.data(reports)), str(bench.folder / "ra-khac")
    scripts, python = os.environ.get("BENCH_PEERS"), os.environ.get("BENCH_PYTHON")
    commands = {}
    if bench.harness:
        commands["pangocairo"] = [f"{bench.harness}/pangorep", "-d", data, "-n", str(reports), "-o", out]
    if scripts and python:
        commands["ReportLab"] = [python, f"{scripts}/rl.py", data, out, str(reports)]
        commands["Typst, one compiler"] = [python, f"{scripts}/typst_batch.py", data, out, str(reports), "1", "compiler", "notags"]
    print("peers, same data, between two floors\nprogram               wall    cpu   ratio: wall  cpu  peak MB")
    pathlib.Path(out).mkdir(exist_ok=True)

    def measure(command):
        wall, cpu, peak, _ = bench.run(command)
        return wall * 1000 / reports, cpu * 1000 / reports, peak

    for name, command in {"baocao": None, **commands}.items():
        wall, cpu, ratio, figure = paired(
            bench, reports, lambda: measure(command) if command else bench.batch(reports))
        print(f"{name:20s} {wall:6.1f} {cpu:6.1f}       {ratio}  {figure[2]:7.0f}")


PARTS = {"batch": batch, "rows": rows, "csv": csv_rows, "workers": workers, "cold": cold, "peers": peers}


def main():
    def numbers(text):
        return [int(word) for word in text.split(",")]

    parse = argparse.ArgumentParser()
    parse.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parse.add_argument("--reports", type=numbers, default=[20, 100])
    parse.add_argument("--rows", type=numbers, default=[84, 840, 8400])
    parse.add_argument("--csv-rows", type=numbers, default=[10_000, 100_000])
    parse.add_argument("--rounds", type=int, default=3)
    parse.add_argument("--seed", type=int, default=0)
    parse.add_argument("--program", default=str(ROOT / ".build/release/baocao"))
    options = parse.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(options, pathlib.Path(name))
        for part in options.parts or [part for part in PARTS if part != "peers" or bench.harness]:
            PARTS[part](bench)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
