#!/usr/bin/env bash
# Tells SwiftPM, in a folder of pkg-config files, to link Cairo into the program where its archives are installed (Debian's libcairo2-dev brings
# them). Cairo as a shared library loads all of X11, thirteen libraries of which a PDF needs none: 3 to 5 ms of every start. Where an archive is
# missing the folder stays empty and Cairo is linked as usual. HarfBuzz and FreeType stay shared: they share fonts with each other.
# usage: static-cairo.sh FOLDER
set -euo pipefail

folder=$1
mkdir -p "$folder"
rm -f "$folder/cairo-ft.pc"

where=$(pkg-config --variable=libdir cairo 2>/dev/null) || exit 0
for archive in libcairo.a libpixman-1.a libfontconfig.a; do
  [ -f "$where/$archive" ] || exit 0
done

cat >"$folder/cairo-ft.pc" <<END
Name: cairo-ft
Description: Cairo with FreeType, as archives
Version: $(pkg-config --modversion cairo-ft)
Cflags: $(pkg-config --cflags cairo-ft)
Libs: -l:libcairo.a -l:libpixman-1.a -l:libfontconfig.a $(pkg-config --libs freetype2) -lpng16 -lz -lexpat -lm
END
