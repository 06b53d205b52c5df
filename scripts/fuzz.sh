#!/usr/bin/env bash
# fuzz.sh TARGET SECONDS: fuzzes zip, xlsx_sheet, xlsx_differential, csv, ods, date, number, template or submission with clang-16.
# A finding is written to tests/fuzz/corpus/TARGET/crash-…, where the ordinary tests replay it from then on.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?fuzz.sh TARGET SECONDS}
seconds=${2:?fuzz.sh TARGET SECONDS}

scripts/install.sh scripts/packages-build.txt scripts/packages-fuzz.txt
[[ -f build/fuzz/build.ninja ]] || cmake --preset fuzz
cmake --build build/fuzz --target "${target}_fuzz"
found=build/fuzz/found/$target
mkdir -p "$found"
options=(-max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1)
[[ $target == xlsx* || $target == ods ]] && options+=(-dict=tests/fuzz/xml.dict)
exec "build/fuzz/tests/fuzz/${target}_fuzz" "${options[@]}" -artifact_prefix="tests/fuzz/corpus/$target/" "$found" "tests/fuzz/corpus/$target"
