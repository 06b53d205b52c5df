#!/usr/bin/env bash
# Installs what the tests need, builds them and runs all of them. The last line counts the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh scripts/packages-build.txt scripts/packages-test.txt
[[ -f build/dev/build.ninja ]] || cmake --preset dev
cmake --build --preset dev

log=build/dev/test.log
status=0
ctest --preset dev --parallel "$(nproc)" 2>&1 | tee "$log" || status=$?
failed=$(sed -n 's/.*tests passed, \([0-9]*\) tests failed out of [0-9]*.*/\1/p' "$log")
total=$(sed -n 's/.*tests passed, [0-9]* tests failed out of \([0-9]*\).*/\1/p' "$log")
if [[ -z $total ]]; then
  echo "0 passed, 1 failed"
  exit 1
fi
echo "$((total - failed)) passed, $failed failed"
exit "$status"
