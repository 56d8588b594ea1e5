#!/usr/bin/env python3
"""Instructions a report costs, by stage: counted by callgrind, so that a loaded machine does not matter. No timed test.

usage: cost.py [--record] [--program .build/release/baocao]

Runs the program under valgrind with 1 and with 20 reports; a nineteenth of the difference is one report, the rest of the first run the fixed cost.
Compares with cost.json and ends with 1 where a stage costs more than the allowance above the record.

Renewing the record (--record): only in a change that means to change the cost, with the reason in its message. A stage that became cheaper is
recorded as well, so that the gain cannot be lost unseen. Figures hold for the libraries named in the record; with others, record first on the
unchanged program and compare after.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import harness_data
import workload

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RECORD = HERE / "cost.json"
REPORTS = 20
# Above the record, in hundredths; and in millions of instructions, for stages that cost little.
ALLOWANCE = 3
LEAST = 0.1
# Stages by the function each begins with, as valgrind names it (mangled).
FUNCTIONS = {
    "data": r"7Records13DatasetReaderV4read5files",
    "facts": r"9FactMakerV5facts_",
    "template": r"16CompiledTemplateV8evaluate",
    "typesetting": r"10TypesetterV7typeset_",
    "page": r"3PDF6CanvasV4draw",
    "end": r"3PDF6CanvasV6finish",
    "report": r"11ReportMakerV4make_",
}
PACKAGES = ["libcairo2", "libfreetype6", "libharfbuzz0b", "zlib1g", "libc6", "valgrind"]


def inclusive(profile):
    """Instructions of the whole program, and of each of FUNCTIONS with all it calls."""
    text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", profile], capture_output=True, text=True,
                          errors="replace", check=True).stdout
    counts = {name: 0 for name in FUNCTIONS}
    total = 0
    for line in text.splitlines():
        match = re.match(r"\s*([\d,]+) \([\s\d.]+%\)\s+(.*)", line)
        if not match:
            continue
        number = int(match.group(1).replace(",", ""))
        if "PROGRAM TOTALS" in line:
            total = number
        for name, pattern in FUNCTIONS.items():
            # Of a function and its specialised copies and wrappers the outermost counts; recursion is listed apart, as '2.
            if re.search(pattern, line) and "'2" not in line:
                counts[name] = max(counts[name], number)
    return total, counts


def profile(program, folder, reports):
    workspace = folder / f"ho-so-{reports}"
    workload.workspace(workspace, folder / "data", reports)
    out = folder / f"callgrind-{reports}"
    subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, "render", workspace, "--period", "2021-Q4", "--home",
         ROOT, "--output", folder / f"ra-{reports}", "--all", "--only", "tai-trong", "--jobs", "1", "--log", "none"],
        check=True, capture_output=True)
    return inclusive(out)


def measure(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # Valgrind does not read the debug information of this compiler, and needs only the names.
        bare = folder / "baocao"
        subprocess.run(["objcopy", "-g", program, bare], check=True)
        harness_data.generate(folder / "data", REPORTS)
        first, one = profile(bare, folder, 1)
        total, many = profile(bare, folder, REPORTS)
    each = {name: (many[name] - one[name]) / (REPORTS - 1) / 1e6 for name in FUNCTIONS}
    whole = (total - first) / (REPORTS - 1) / 1e6
    drawing = each["page"] + each["end"]
    stages = {
        "data": each["data"], "facts": each["facts"], "template": each["template"],
        "layout": each["typesetting"] - each["page"], "drawing": drawing,
        "publishing": each["report"] - each["facts"] - each["template"] - each["typesetting"] - each["end"],
        "whole": whole, "fixed": first / 1e6 - whole,
    }
    return {name: round(value, 2) for name, value in stages.items()}


def versions():
    lines = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *PACKAGES], capture_output=True, text=True).stdout
    return dict(line.split() for line in lines.splitlines())


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--record", action="store_true")
    parse.add_argument("--program", default=str(ROOT / ".build/release/baocao"))
    options = parse.parse_args()
    stages = measure(options.program)
    if options.record:
        RECORD.write_text(json.dumps({"million instructions": stages, "versions": versions()}, indent=2) + "\n")
    if not RECORD.exists():
        print("\n".join(f"{name:20s} {value:8.2f}" for name, value in stages.items()))
        sys.exit("no record yet: make one with --record")
    record = json.loads(RECORD.read_text())
    known = record["million instructions"]
    if record["versions"] != versions():
        print("note: other library versions than those of the record")
    print("million instructions   recorded      now")
    worse = []
    for name, value in stages.items():
        isworse = value > known[name] * (1 + ALLOWANCE / 100) + LEAST
        worse += [name] * isworse
        print(f"{name:20s} {known[name]:10.2f} {value:8.2f}{'  dearer' if isworse else ''}")
    if worse:
        sys.exit(f"dearer than recorded: {', '.join(worse)}")


if __name__ == "__main__":
    main()
