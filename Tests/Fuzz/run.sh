#!/usr/bin/env bash
# Builds the fuzz targets and runs each for some seconds: run.sh [seconds] [target ...]
set -euo pipefail
cd "$(dirname "$0")"
seconds="${1:-20}"
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(FuzzReader FuzzDetector FuzzNumbers FuzzDates FuzzWorkbook FuzzTemplates FuzzYAML)
swift build -c release --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library \
  -Xswiftc -use-ld=lld >&2
# Its own reporter of crashes would hide them from libFuzzer.
export SWIFT_BACKTRACE=enable=no
for target in "${targets[@]}"; do
  corpus=".build-fuzz/corpus/$target"
  mkdir -p "$corpus"
  case "$target" in
    # The first byte chooses the table.
    FuzzReader) for file in ../../examples/hung-yen/data/*.csv; do { printf 'A'; head -c 1500 "$file"; } >"$corpus/$(basename "$file")"; done ;;
    FuzzDetector) for file in ../../examples/hung-yen/data/*.csv; do head -c 600 "$file" >"$corpus/$(basename "$file")"; done ;;
    FuzzNumbers) printf '1.234.567,5' >"$corpus/a"; printf '12 %%' >"$corpus/b"; printf '2 tỷ 500 triệu đồng' >"$corpus/c" ;;
    FuzzDates) printf 'ngày 05 tháng 02 năm 2026' >"$corpus/a"; printf 'quý III/2026' >"$corpus/b"; printf '05/02/2026' >"$corpus/c" ;;
    FuzzWorkbook) python3 seeds.py "$corpus" ;;
    FuzzTemplates) for file in ../../templates/*.md ../../templates/partials/*.md; do head -c 3000 "$file" >"$corpus/$(basename "$file")"; done ;;
    FuzzYAML) for file in ../../examples/*/baocao.yaml ../../templates/*.yaml ../../templates/formats/*.yaml; do head -c 2000 "$file" >"$corpus/$(basename "$file")"; done ;;
  esac
  ".build-fuzz/release/$target" ${FUZZ_SEED:+-seed="$FUZZ_SEED"} ${FUZZ_RUNS:+-runs="$FUZZ_RUNS"} -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=4096 \
    -print_final_stats=1 -artifact_prefix=".build-fuzz/$target-" "$corpus"
done
