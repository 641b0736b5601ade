#!/usr/bin/env bash
# Installs portalaudit on Debian 12, as root or with sudo: what it needs, a release build, and the program into PREFIX.
#   examples/ci/install.sh [PREFIX]     /usr/local by default
# A pipeline keeps PREFIX in its cache; when portalaudit is there already, nothing is done.
set -euo pipefail
prefix=${1:-/usr/local}
if [ -x "$prefix/bin/portalaudit" ] && "$prefix/bin/portalaudit" --version; then
    exit 0
fi
cd "$(dirname "$0")/../.."
. tests/install.sh

install_packages build || exit 3
quietly build/release/configure.log cmake --preset release
quietly build/release/build.log cmake --build build/release -j "$(nproc)"
quietly build/release/install.log cmake --install build/release --prefix "$prefix"
"$prefix/bin/portalaudit" --version
