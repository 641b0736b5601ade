#!/usr/bin/env bash
# From nothing to a report: installs what is missing, builds, audits.
#   examples/quickstart.sh [URL] [further options of "portalaudit audit"]
# Without a URL it audits the example portal of this folder, for which no server is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/install.sh

install_packages build || exit 3
quietly build/release/configure.log cmake --preset release
[ -x build/release/bin/portalaudit ] || echo "building the release; this takes a few minutes the first time" >&2
quietly build/release/build.log cmake --build build/release -j "$(nproc)"

out=build/quickstart
if [ $# -gt 0 ]; then
    url=$1
    shift
    exec build/release/bin/portalaudit audit "$url" -o "$out" "$@"
fi
exec build/release/bin/portalaudit audit examples/portal -o "$out" --as https://soxaydung.minhgiang.gov.vn/ \
    --dated 2026-11-23T08:00:00+07:00 --profile vn-2011 --unit-type provincial-department \
    --unit-name "Sở Xây dựng tỉnh Minh Giang"
