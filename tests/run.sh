#!/usr/bin/env bash
# Installs what the tests need, builds, runs everything, and ends with ctest's summary.
#   tests/run.sh [ctest arguments]     PA_JOBS: parallel jobs, all cores by default
set -euo pipefail
cd "$(dirname "$0")/.."
. tests/install.sh

install_packages build test || exit 3
install_npm_packages
jobs=${PA_JOBS:-$(nproc)}

quietly build/dev/configure.log cmake --preset dev
echo "building (dev)" >&2
quietly build/dev/build.log cmake --build build/dev -j "$jobs"
quietly build/asan/configure.log cmake --preset asan
echo "building the parsers' tests with the address and undefined-behaviour sanitizers" >&2
quietly build/asan/build.log cmake --build build/asan -j "$jobs" --target sanitized_tests

# One summary over both builds: the sanitized tests are tests of the dev build too.
exec ctest --test-dir build/dev -j "$jobs" --output-on-failure "$@"
