#!/usr/bin/env bash
# Slurm for real: one machine, an array of four with deploy/slurm-array.sh, merge, and a comparison with an unsharded run, byte for byte.
# Installs Debian's slurm-wlm and munge when they are missing, starts munged, slurmctld and slurmd in a scratch folder, ends them afterwards.
#   Tests/Slurm/run.sh [workspace] [period]
# Needs root (slurmd starts steps as the user of the job). BAOCAO names the program; default: the release build, else the debug build.
set -euo pipefail
cd "$(dirname "$0")/../.."
workspace=$(realpath "${1:-examples/hung-yen}")
period=${2:-2021-Q4}
BAOCAO=${BAOCAO:-$PWD/.build/release/baocao}
[ -x "$BAOCAO" ] || BAOCAO=$PWD/.build/debug/baocao
[ "$(id -u)" -eq 0 ] || { echo "slurm: to be run as root" >&2; exit 2; }

missing=()
for package in slurm-wlm munge; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "slurm: installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

work=$(mktemp -d)
chmod 755 "$work"
host=$(hostname -s)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
show() { for log in "$work"/*.log "$work"/job-*.out; do [ -s "$log" ] && { echo "== $log" >&2; tail -n 20 "$log" >&2; }; done; exit 1; }

# The key and the socket of its own: a munge of the machine is left alone.
mkdir -m 700 "$work/munge"
head -c 1024 /dev/urandom >"$work/munge/key"
chmod 400 "$work/munge/key"
munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge.socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/munged.log" --seed-file="$work/munge/seed" >"$work/munged.log" 2>&1 &
pids+=($!)

cpus=$(nproc)
mkdir -p "$work/state" "$work/spool"
cat >"$work/slurm.conf" <<CONF
ClusterName=thu
SlurmctldHost=$host
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CryptoType=crypto/munge
SlurmctldPort=26817
SlurmdPort=26818
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=30
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=2
# More array members at once than this machine has cores: they only take turns.
NodeName=$host CPUs=$((cpus * 4)) CoresPerSocket=$((cpus * 4)) RealMemory=16000 State=UNKNOWN
PartitionName=dem Nodes=$host Default=YES MaxTime=60 State=UP OverSubscribe=NO
CONF
export SLURM_CONF="$work/slurm.conf"

for _ in $(seq 50); do [ -S "$work/munge.socket" ] && break; sleep 0.1; done
[ -S "$work/munge.socket" ] || show
slurmctld -D -i >"$work/slurmctld.out.log" 2>&1 &
pids+=($!)
slurmd -D -N "$host" -b >"$work/slurmd.out.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do sinfo -h -o %T 2>/dev/null | grep -qE 'idle|mixed' && break; sleep 0.2; done
sinfo -h -o %T 2>/dev/null | grep -qE 'idle|mixed' || { sinfo >&2 || true; show; }
echo "slurm: $(sinfo --version), node $host is up"

# One run of everything, to compare with.
"$BAOCAO" render "$workspace" --all --period "$period" --output "$work/mot" --log none >/dev/null 2>&1 || [ $? -eq 1 ]

# The script as it is shipped; only where the output goes is this test's affair, through a copy of the workspace.
cp -r "$workspace" "$work/ho-so"
rm -rf "$work/ho-so/output"
export BAOCAO BAOCAO_HOME="${BAOCAO_HOME:-$PWD}"
job=$(sbatch --parsable --mem=500 --time=10 --output="$work/job-%A-%a.out" deploy/slurm-array.sh "$work/ho-so" "$period")
echo "slurm: array $job of four"
for _ in $(seq 600); do [ -z "$(squeue -h -j "$job" 2>/dev/null)" ] && break; sleep 0.5; done
if [ -n "$(squeue -h -j "$job" 2>/dev/null)" ]; then squeue >&2; show; fi
finished=$(grep -lE '"event":"finished"' "$work"/job-*.out | wc -l)
[ "$finished" -eq 4 ] || { echo "slurm: $finished of 4 parts finished" >&2; show; }
grep -hoE '"shard":"[0-9]/4"' "$work"/job-*.out | sort -u | tr '\n' ' '
echo

merged=$(sbatch --parsable --wait --mem=500 --output="$work/job-merge.out" \
  --wrap "$BAOCAO merge $work/ho-so --period $period --shards 4") || show
cat "$work/job-merge.out"

# The page about the run is the run's own.
hashes() { (cd "$1/$period" && find . -name '*.pdf' ! -name ban-tin-dem.pdf -type f -print0 | sort -z | xargs -0 -r sha256sum); }
diff <(hashes "$work/mot") <(hashes "$work/ho-so/output") || { echo "slurm: the files differ" >&2; exit 1; }
# What the books say of each report is the same, too; times and where figures lie are each run's own.
lines() { grep -h '"key"' "$1" | sed -E 's/"(ms|figures)":("[^"]*"|[0-9]+),?//g' | sort; }
newest=$(ls "$work/ho-so/output/$period/.baocao/"*.jsonl | grep -v -- '-4.jsonl' | tail -n 1)
diff <(lines "$work/mot/$period/.baocao/000001.jsonl") <(lines "$newest") || { echo "slurm: the books differ" >&2; exit 1; }
echo "slurm: $(hashes "$work/mot" | wc -l) files of four parts (job $job, merged by $merged) equal those of one run, byte for byte"
