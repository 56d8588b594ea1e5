#!/usr/bin/env bash
# The program built with libdeflate against the usual one: the same reports once their streams are unpacked, sound files, and what it saves.
# Two release builds in a folder of their own, so some ten minutes. Needs qpdf. usage: Tests/Deflate/check.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for deflate in zlib libdeflate; do
  make --no-print-directory build DEFLATE=$deflate
  cp .build/release/baocao "$folder/$deflate"
  for example in examples/*/; do
    [ -f "$example/baocao.yaml" ] || continue
    "$folder/$deflate" render "$example" --period 2021-Q4 --home . --output "$folder/out-$deflate/$(basename "$example")" --all --jobs 1 --log none || true
  done
done

count=0
while read -r file; do
  other=$folder/out-libdeflate/${file#"$folder/out-zlib/"}
  qpdf --check "$other" >/dev/null
  for made in "$file" "$other"; do qpdf --qdf --object-streams=disable --deterministic-id "$made" "$made.plain"; done
  cmp "$file.plain" "$other.plain"
  count=$((count + 1))
done < <(find "$folder/out-zlib" -name '*.pdf')
[ "$count" -gt 0 ] || { echo "no report was made" >&2; exit 1; }
echo "$count reports have the same content; bytes with zlib, with libdeflate:"
for deflate in zlib libdeflate; do find "$folder/out-$deflate" -name '*.pdf' -printf '%s\n' | awk '{ sum += $1 } END { print sum }'; done
make --no-print-directory build
