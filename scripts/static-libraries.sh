#!/usr/bin/env bash
# Tells SwiftPM, in a folder of pkg-config files, to link these libraries into the program where their archives are installed (Debian's -dev
# packages bring them). A shared library costs every start a search, four mappings and some ten page faults, 0.15 to 0.3 ms; Cairo as a shared
# library also loads all of X11, thirteen libraries of which a PDF needs none. Where an archive is missing, its library is linked as usual.
# HarfBuzz and FreeType stay shared: they share fonts with each other, and Debian has no archive of HarfBuzz.
# usage: static-libraries.sh FOLDER
set -euo pipefail

mkdir -p "$1"
folder=$(cd "$1" && pwd)
rm -f "$folder"/*.pc "$folder"/*.a

# Cairo prints each glyph and each position by a call of snprintf, some 12,000 in a report of five pages: an eighth of its time. In a copy of its
# archive those calls go to the program's own function of the same contract (Sources/CSnprintf), which its tests compare with glibc's.
# Where DEFLATE is libdeflate, its calls of zlib go the same way to Sources/CDeflate.
calls=(__snprintf_chk=number_snprintf_chk)
deflate=
case ${DEFLATE:-zlib} in
  zlib) ;;
  libdeflate)
    calls+=(deflateInit_=whole_deflate_init deflate=whole_deflate deflateEnd=whole_deflate_end)
    deflate=" -l:libdeflate.a"
    ;;
  *)
    echo "static-libraries: DEFLATE is zlib or libdeflate, not “$DEFLATE”" >&2
    exit 2
    ;;
esac
cairo=libcairo.a
archive=$(pkg-config --variable=libdir cairo 2>/dev/null || true)/$cairo
if objcopy=$(command -v llvm-objcopy || command -v objcopy) && [ -f "$archive" ]; then
  cairo=libcairo-calls.a
  "$objcopy" "${calls[@]/#/--redefine-sym=}" "$archive" "$folder/$cairo"
elif [ -n "$deflate" ]; then
  echo "static-libraries: DEFLATE=libdeflate needs Cairo's archive ($archive) and objcopy" >&2
  exit 2
fi

# archives PACKAGE FLAGS ARCHIVE...: a pkg-config file that names the archives in the order the linker needs, users first, then FLAGS.
archives() {
  local package=$1 flags=$2 where archive libs=
  shift 2
  pkg-config --exists "$package" || return 0
  where=$(pkg-config --variable=libdir "$package")
  for archive; do
    [ -f "$folder/$archive" ] || [ -f "$where/$archive" ] || return 0
    libs+=" -l:$archive"
  done
  cat >"$folder/$package.pc" <<END
Name: $package
Description: $package, as archives
Version: $(pkg-config --modversion "$package")
Cflags: $(pkg-config --cflags "$package")
Libs:$libs $flags
END
}

archives cairo-ft "$(pkg-config --libs freetype2) -lpng16 -lz$deflate -lm -L$folder" "$cairo" libpixman-1.a libfontconfig.a libexpat.a
archives libcmark-gfm "" libcmark-gfm-extensions.a libcmark-gfm.a
archives nettle "" libnettle.a
archives yaml-0.1 "" libyaml.a
archives expat "-lm" libexpat.a

# Swift's own library asks for -lstdc++ by that name, so its archive has it in a folder that is searched before the system's.
library=$(clang -print-file-name=libstdc++.a 2>/dev/null || true)
if [ -f "$library" ]; then ln -s "$(realpath "$library")" "$folder/libstdc++.a"; fi
