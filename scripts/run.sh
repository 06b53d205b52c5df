#!/usr/bin/env bash
# Installs what is missing, builds the release program and makes the report of the sample job.
# run.sh [JOB]: another job folder instead of inputs/thai-nguyen-cbcx-2026-q3.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh scripts/packages-build.txt
[[ -f build/release/build.ninja ]] || cmake --preset release
cmake --build --preset release

status=0
build/release/src/cli/baocao report "${1:-inputs/thai-nguyen-cbcx-2026-q3}" || status=$?
# 4: done, with warnings about the data (the sample inputs hold faults on purpose).
if ((status != 0 && status != 4)); then
  exit "$status"
fi
