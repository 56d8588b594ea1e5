#!/usr/bin/env python3
"""The files of deploy/ against the tools and rules that will read them, and against the exit codes of the program. Never a test of speed.

systemd units: systemd-analyze verify, with the program in its place inside a scratch root. Cron: crontab's grammar, absolute paths.
Kubernetes: the rules a CronJob with an Indexed Job must keep (batch/v1), read as YAML. Slurm: sh -n; Tests/Slurm/run.sh runs it.
Exit codes: every code of Sources/Batch/ExitCode.swift is provided for in each file.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
problems = []


def must(condition, what):
    if not condition:
        problems.append(what)


def codes():
    text = (ROOT / "Sources/Batch/ExitCode.swift").read_text()
    return {name: int(number) for name, number in re.findall(r"case (\w+) = (\d+)", text)}


def units(codes):
    """Units as an installed machine has them: instance name filled in, program there."""
    if not shutil.which("systemd-analyze"):
        problems.append("systemd-analyze is missing: apt-get install systemd")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = folder / "baocao"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        for unit in ("baocao@.service", "baocao@.timer"):
            text = (DEPLOY / unit).read_text()
            (folder / unit).write_text(text.replace("/usr/bin/baocao", str(program)).replace("User=baocao", "User=root"))
        instances = [f"baocao@hung-yen.{kind}" for kind in ("service", "timer")]
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", *instances], cwd=folder, capture_output=True, text=True,
                              env={"SYSTEMD_UNIT_PATH": f"{folder}:", "PATH": "/usr/bin:/bin"})
        said = [line for line in (done.stdout + done.stderr).splitlines() if "baocao" in line]
        must(done.returncode == 0 and not said, f"systemd-analyze verify: {said or done.stderr}")
        calendar = re.search(r"^OnCalendar=(.+)$", (DEPLOY / "baocao@.timer").read_text(), re.M).group(1)
        done = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, text=True)
        must(done.returncode == 0, f"OnCalendar={calendar}: {done.stderr}")
    service = (DEPLOY / "baocao@.service").read_text()

    def listed(key):
        return {int(number) for line in re.findall(rf"^{key}=(.+)$", service, re.M) for number in line.split()}

    good, final = listed("SuccessExitStatus"), listed("RestartPreventExitStatus")
    must(good == {codes["inputMissing"], codes["locked"]}, f"SuccessExitStatus={good}: waiting is not a failure")
    must(codes["transient"] not in good | final, "75 must be restarted")
    for name in ("dataFailed", "configuration", "warningsDenied", "verificationFailed"):
        must(codes[name] in final, f"{name} must not be restarted: trying again changes nothing")


def cron():
    lines = [line for line in (DEPLOY / "baocao.cron").read_text().splitlines() if line and not line.startswith("#")]
    jobs = [line for line in lines if not re.match(r"^[A-Z_]+=", line)]
    must(len(jobs) == 1, "one line of work")
    fields = jobs[0].split(None, 6)
    must(len(fields) == 7, "five times, a user, a command")
    for field, (low, high) in zip(fields[:5], ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))):
        for number in re.findall(r"\d+", field):
            must(low <= int(number) <= high, f"time {field}")
    must(re.fullmatch(r"[a-z_][a-z0-9_-]*", fields[5]), "user")
    must("%" not in re.sub(r"\\%", "", fields[6]), "cron ends a command at a bare %")
    for word in fields[6].split():
        if "/" in word and not word.startswith("-"):
            must(re.sub(r"^\d?>>?", "", word).startswith("/"), f"{word}: cron has no working folder")
    must((DEPLOY / "baocao.cron").read_bytes().endswith(b"\n"), "cron leaves out a last line without its end")


def kubernetes(codes):
    try:
        import yaml
    except ImportError:
        problems.append("python3-yaml is missing: apt-get install python3-yaml")
        return
    cronjob = yaml.safe_load((DEPLOY / "kubernetes.yaml").read_text())
    must((cronjob["apiVersion"], cronjob["kind"]) == ("batch/v1", "CronJob"), "kind")
    must(cronjob["spec"]["concurrencyPolicy"] == "Forbid", "two nights at once")
    job = cronjob["spec"]["jobTemplate"]["spec"]
    pod = job["template"]["spec"]
    container = pod["containers"][0]
    must(job["completionMode"] == "Indexed", "completionMode")
    environment = {entry["name"]: entry.get("value") for entry in container["env"]}
    must(environment.get("BAOCAO_SHARDS") == str(job["completions"]), "BAOCAO_SHARDS must be completions")
    must(job["parallelism"] <= job["completions"], "parallelism")
    # batch/v1: podFailurePolicy needs restartPolicy Never; FailIndex and maxFailedIndexes need backoffLimitPerIndex.
    must(pod["restartPolicy"] == "Never", "podFailurePolicy needs restartPolicy: Never")
    must("backoffLimitPerIndex" in job and job["maxFailedIndexes"] <= job["completions"], "backoffLimitPerIndex")
    must("backoffLimit" not in job, "backoffLimit beside backoffLimitPerIndex")
    rules = job["podFailurePolicy"]["rules"]
    must(len(rules) <= 20, "rules")
    final = set()
    for rule in rules:
        must(rule["action"] in ("Ignore", "FailIndex", "FailJob", "Count"), rule["action"])
        must(("onExitCodes" in rule) != ("onPodConditions" in rule), "a rule has one of onExitCodes, onPodConditions")
        if "onExitCodes" in rule:
            on = rule["onExitCodes"]
            must(on["operator"] in ("In", "NotIn") and 0 not in on["values"], "onExitCodes")
            must(on["values"] == sorted(set(on["values"])), "values must be ordered and each once")
            must(on.get("containerName", container["name"]) == container["name"], "containerName")
            final |= set(on["values"])
    must(final == {codes[name] for name in ("dataFailed", "configuration", "warningsDenied", "verificationFailed")},
         f"final exit codes {final}")
    must(container["command"][:2] == ["baocao", "render"] and "--all" in container["command"], "command")
    mounts = {mount["name"] for mount in container["volumeMounts"]}
    must(mounts == {volume["name"] for volume in pod["volumes"]}, "volumes")
    must(pod["terminationGracePeriodSeconds"] >= 3, "a stopped run needs two seconds")


def slurm(codes):
    script = DEPLOY / "slurm-array.sh"
    done = subprocess.run(["sh", "-n", script], capture_output=True, text=True)
    must(done.returncode == 0, done.stderr)
    text = script.read_text()
    for name in ("transient", "terminated"):
        must(f'"$code" -eq {codes[name]} ' in text, f"{name} must be requeued")
    must(re.search(r"^#SBATCH --array=1-(\d+)$", text, re.M).group(1) in re.search(r"--shards (\d+)", text).group(1), "shards")


def main():
    found = codes()
    must(len(found) == 10, "exit codes")
    units(found)
    cron()
    kubernetes(found)
    slurm(found)
    for problem in problems:
        print(f"deploy: {problem}", file=sys.stderr)
    if problems:
        sys.exit(1)
    print("deploy: units, timer, cron line, Kubernetes manifest and Slurm script are in order; exit codes are mapped")


if __name__ == "__main__":
    main()
