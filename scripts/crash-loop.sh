#!/bin/bash
# Kills a run of a thousand reports at random moments, many times, then compares files, hashes and books with those of an undisturbed run.
# Then the polite endings: SIGTERM ends with 143 within two seconds, SIGINT with 130, a second signal at once, and two runs never mix.
#   scripts/crash-loop.sh [kills] [organisations]
# BAOCAO names the program; default: the release build, else the debug build. RANDOM_SEED repeats a sequence of waits.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-40}
organisations=${2:-1000}
period=2021-Q4
RANDOM=${RANDOM_SEED:-1}
baocao=${BAOCAO:-.build/release/baocao}
[ -x "$baocao" ] || baocao=.build/debug/baocao
export BAOCAO_HOME=${BAOCAO_HOME:-$PWD}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
workspace=$work/ho-so
books=.baocao

render() { "$baocao" render "$workspace" --all --only phieu-don-vi --period "$period" --output "$1" --jobs 2 --log none; }
# In the background, as a process of its own that can be signalled: $victim.
start_run() {
  "$baocao" render "$workspace" --all --only phieu-don-vi --period "$period" --output "$work/torn" --jobs 2 --log none >/dev/null 2>&1 &
  victim=$!
}
hashes() { (cd "$1" && find . -name '*.pdf' -type f -print0 | sort -z | xargs -0 -r sha256sum); }
now_ms() { echo $(($(date +%s%N) / 1000000)); }
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; }
fail() { echo "crash loop: $*" >&2; exit 1; }

"$baocao" sample "$workspace" --organisations "$organisations" >/dev/null
start=$(now_ms)
render "$work/calm" >/dev/null 2>&1
span=$(($(now_ms) - start))
hashes "$work/calm" | sort >"$work/all"
reports=$(wc -l <"$work/all")
echo "undisturbed: $reports reports in $span ms"

killed=0 partly=0
for ((round = 1; round <= kills; round++)); do
  # A run that has nothing left to do cannot be killed at work: begin anew now and then.
  if ((round % 5 == 1)); then rm -rf "$work/torn"; fi
  start_run
  pause $((RANDOM * (span + 1) / 32768))
  if kill -KILL "$victim" 2>/dev/null; then
    killed=$((killed + 1))
  else
    # It was quicker than the undisturbed run, on a machine that has other work: kill the next ones earlier.
    span=$((span * 2 / 3 + 50))
  fi
  wait "$victim" 2>/dev/null || true
  # Whatever is there is whole: every file equals that of the undisturbed run.
  [ -d "$work/torn" ] || continue
  hashes "$work/torn" | sort >"$work/now"
  odd=$(comm -23 "$work/now" "$work/all" | wc -l)
  [ "$odd" -eq 0 ] || fail "round $round: $odd files are torn or different"
  there=$(wc -l <"$work/now")
  if [ "$there" -gt 0 ] && [ "$there" -lt "$reports" ]; then partly=$((partly + 1)); fi
done

whole() {
  render "$work/torn" >/dev/null 2>&1
  diff "$work/all" <(hashes "$work/torn" | sort) >/dev/null || fail "the files differ after $1"
  left=$(find "$work/torn" -name '*.dang-ghi' -o -name '*.tmp')
  [ -z "$left" ] || fail "left over after $1: $left"
  "$baocao" verify "$workspace" --period "$period" --output "$work/torn" --sample 5 >/dev/null 2>&1 || fail "verify after $1"
}
whole "kills"
echo "killed: $killed of $kills runs, $partly of them with some of the reports made; files equal those of the undisturbed run"
# What the newest books say of each report is what the undisturbed books say; times and where figures lie are each run's own.
lines() { cat "$1"/*.jsonl | grep '"status":"\(done\|unchanged\)"' | sed -E 's/"status":"[a-z]*",|"figures":"[^"]*",|"ms":[0-9]*,//g' | sort -u; }
diff <(lines "$work/calm/$period/$books") <(lines "$work/torn/$period/$books") >/dev/null || fail "the books differ"

for signal in TERM INT; do
  expected=$([ "$signal" = TERM ] && echo 143 || echo 130)
  for part in 0 1 3 6; do
    rm -rf "$work/torn"
    set -m
    start_run
    set +m
    pause $((span * part / 8))
    kill "-$signal" "$victim" || continue
    start=$(now_ms)
    code=0
    wait "$victim" || code=$?
    took=$(($(now_ms) - start))
    # A signal before the program has begun to listen ends it as any program.
    [ "$code" -eq "$expected" ] || fail "$signal at $part/8 of the run: exit $code"
    [ "$took" -le 2000 ] || fail "$signal at $part/8 of the run: $took ms"
    echo "$signal at $part/8 of the run: exit $code after $took ms"
  done
  whole "$signal"
done

rm -rf "$work/torn"
set -m
start_run
set +m
pause $((span / 2))
kill -TERM "$victim"; kill -TERM "$victim"
start=$(now_ms); code=0; wait "$victim" || code=$?
echo "two signals: exit $code after $(($(now_ms) - start)) ms"
[ "$code" -eq 143 ] || fail "two signals: exit $code"
whole "two signals"

rm -rf "$work/torn"
code1=0 code2=0
start_run; one=$victim
start_run; two=$victim
wait "$one" || code1=$?
wait "$two" || code2=$?
case "$code1 $code2" in
  "0 11" | "11 0" | "0 0") echo "two runs at once: exit $code1 and $code2" ;;
  *) fail "two runs at once: exit $code1 and $code2" ;;
esac
whole "two runs at once"
echo "crash loop: all is well"
