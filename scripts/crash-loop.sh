#!/bin/bash
# Kills runs at random moments, then compares the files with those of an undisturbed run, byte for byte.
#   scripts/crash-loop.sh [kills] [workspace] [period]
# BAOCAO names the program; default: the release build, else the debug build. RANDOM_SEED repeats a sequence of waits.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-20}
workspace=${2:-examples/hung-yen}
period=${3:-2021-Q4}
RANDOM=${RANDOM_SEED:-1}
baocao=${BAOCAO:-.build/release/baocao}
[ -x "$baocao" ] || baocao=.build/debug/baocao
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

render() { "$baocao" render "$workspace" --all --period "$period" --output "$1" --jobs 2 --log none; }
hashes() { (cd "$1" && find . -name '*.pdf' -type f -print0 | sort -z | xargs -0 -r sha256sum); }

start=$(date +%s%N)
render "$work/calm" >/dev/null 2>&1
span=$(( ($(date +%s%N) - start) / 1000000 ))

killed=0
for ((round = 1; round <= kills; round++)); do
  # A run that has nothing left to do cannot be killed at work: begin anew now and then.
  if ((round % 5 == 1)); then rm -rf "$work/torn"; fi
  "$baocao" render "$workspace" --all --period "$period" --output "$work/torn" --jobs 2 --log none >/dev/null 2>&1 &
  victim=$!
  wait_ms=$((RANDOM * (span + 1) / 32768))
  sleep "$(printf '%d.%03d' $((wait_ms / 1000)) $((wait_ms % 1000)))"
  if kill -KILL "$victim" 2>/dev/null; then killed=$((killed + 1)); fi
  wait "$victim" 2>/dev/null || true
  # Whatever is there is whole: every file equals that of the undisturbed run.
  if [ -d "$work/torn" ]; then
    hashes "$work/torn" >"$work/now"
    hashes "$work/calm" >"$work/all"
    if ! comm -23 <(sort "$work/now") <(sort "$work/all") | (! grep -q .); then
      echo "round $round: a file is torn or different" >&2
      exit 1
    fi
  fi
done

render "$work/torn" >/dev/null 2>&1
diff <(hashes "$work/calm") <(hashes "$work/torn")
left=$(find "$work/torn" -name '*.dang-ghi' -o -name '*.tmp')
[ -z "$left" ] || { echo "left over: $left" >&2; exit 1; }
"$baocao" verify "$workspace" --period "$period" --output "$work/torn" --sample 5 2>/dev/null
echo "$killed of $kills runs killed; files equal those of the undisturbed run"
