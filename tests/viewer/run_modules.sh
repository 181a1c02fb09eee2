#!/bin/sh
# run_modules.sh - the modules of the explorer that need no browser, under node --test.
#
# usage: run_modules.sh [PROGRAM]
set -u
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v node >/dev/null 2>&1; then
    echo "ok 1 - modules of the explorer # SKIP node is not installed"
    echo "1..1"
    exit 0
fi
exec node --test --test-reporter=tap "$here"/*.test.mjs
