#!/bin/sh
# Runs a program if it was built; 77 (skipped) when it was not.
[ -x "$1" ] || { echo "skipped: $1 is not built (tests/run.sh builds it)"; exit 77; }
exec "$@"
