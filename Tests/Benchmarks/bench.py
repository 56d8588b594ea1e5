#!/usr/bin/env python3
"""Speed of the release build: batch of N reports in one process, table rows in one report, cold start. Never a test.

usage: bench.py [--reports 20,100] [--rows 84,840,8400] [--seed 1] [--program .build/release/baocao]
With BENCH_REPLAY="command" (prints "ms=NUMBER" or "wall_ms/report=NUMBER") the C floor runs before and after each batch, and the ratio is printed.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import workload

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(command, folder):
    """Wall seconds and peak megabytes of one child; ends the benchmark when the child fails."""
    start = time.perf_counter()
    with open(folder / "stderr.txt", "wb") as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command}: exit {child.returncode}\n" + (folder / "stderr.txt").read_text()[-2000:])
    return seconds, usage.ru_maxrss / 1024


def floor():
    command = os.environ.get("BENCH_REPLAY")
    if not command:
        return None
    found = re.search(r"ms(?:/report)?=([\d.]+)", subprocess.run(command, shell=True, capture_output=True, text=True).stdout)
    return float(found.group(1)) if found else sys.exit("BENCH_REPLAY printed no ms=NUMBER")


def render(options, folder, reports, rows, *more):
    codes = workload.workspace(folder / "ho-so", reports, rows, options.seed)
    output = folder / f"ra-{reports}-{rows}"
    command = [options.program, "render", str(folder / "ho-so"), "--period", "2021-Q4", "--home", str(ROOT),
               "--output", str(output)]
    what = ["--report", "tai-trong", "--don-vi", codes[0]] if not more else list(more)
    seconds, peak = run(command + what, folder)
    files = list(output.rglob("*.pdf"))
    if len(files) != reports:
        sys.exit(f"{len(files)} PDF files instead of {reports}")
    return seconds, peak, sum(file.stat().st_size for file in files) / len(files) / 1000


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--reports", default="20,100")
    parse.add_argument("--rows", default="84,840,8400")
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--program", default=str(ROOT / ".build/release/baocao"))
    options = parse.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        print("batch: one process, one worker, 84 rows a report\nreports  s       ms/report  peak MB  KB/PDF  ratio to floor")
        for count in map(int, options.reports.split(",")):
            before = floor()
            seconds, peak, size = render(options, folder, count, 84, "--all", "--only", "tai-trong", "--jobs", "1")
            after = floor()
            ratio = f"{2000 * seconds / count / (before + after):.2f}" if before and after else "-"
            print(f"{count:7d}  {seconds:6.2f}  {1000 * seconds / count:9.1f}  {peak:7.0f}  {size:6.0f}  {ratio}")
        print("one report, one process (84 rows: the cold start)\nrows     s       peak MB  KB/PDF")
        for rows in map(int, options.rows.split(",")):
            seconds, peak, size = render(options, folder, 1, rows)
            print(f"{rows:7d}  {seconds:6.2f}  {peak:7.0f}  {size:7.0f}")


if __name__ == "__main__":
    main()
