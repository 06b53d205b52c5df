#!/usr/bin/env bash
# Regenerates tests/golden/*/expected with the program of build/dev. Read the diff before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --build --preset dev --target baocao
for folder in tests/golden/*/; do
  /usr/bin/python3 tests/golden/run.py build/dev/src/cli/baocao "$folder" --update
done
git --no-pager diff --stat -- tests/golden
