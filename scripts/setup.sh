#!/usr/bin/env bash
# Installs what the build (and with --tests: the tests) needs from Debian's archive. Says what it does; does nothing the second time.
set -euo pipefail

packages=(libcairo2-dev libharfbuzz-dev libfreetype-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev libexpat1-dev nettle-dev libyaml-dev pkg-config fonts-liberation2)
if [ "${1:-}" = "--tests" ]; then
  packages+=(python3 poppler-utils qpdf fonts-dejavu-core)
fi

if [ "${DEFLATE:-zlib}" = libdeflate ]; then packages+=(libdeflate-dev); fi

if ! command -v swift >/dev/null 2>&1; then
  echo "setup: Swift 6.3 is needed and was not found. See https://www.swift.org/install/linux/" >&2
  exit 2
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: no dpkg here; install the packages named in the README for your distribution." >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done

if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: every package is installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "setup: not root and no sudo; ask an administrator for: apt-get install ${missing[*]}" >&2
    exit 2
  fi
  as_root=(sudo)
fi

echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "setup: done"
