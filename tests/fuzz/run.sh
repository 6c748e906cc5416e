#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD SECONDS: fuzzes with every target of BUILD for SECONDS in all, from the examples and the error gallery.
# What it finds stays in BUILD/fuzz, for a test to be made of it.
set -eu
cd "$(dirname "$0")/../.."
build=$(cd "$1" && pwd)
mkdir -p "$build/fuzz/seeds"
for file in examples/*.yaml examples/*/*.yaml tests/errors/*.yaml tests/errors/*/*.yaml; do
  if [ -f "$file" ]; then cp "$file" "$build/fuzz/seeds/$(echo "$file" | tr / _)"; fi
done
targets=$(find "$build/tests" -name 'fuzz-*' -type f -perm -u+x -printf '%f\n' | sort)
[ -n "$targets" ] || { echo "no fuzz targets in $1; configure it with -C tests/ci/fuzz.cmake"; exit 1; }
share=$(($2 / $(echo "$targets" | wc -l)))
status=0
for name in $targets; do
  mkdir -p "$build/fuzz/$name"
  (cd "$build/fuzz" && "$build/tests/$name" -max_total_time="$share" -max_len=4096 -timeout=5 -rss_limit_mb=1024 \
    -print_final_stats=1 -artifact_prefix="$build/fuzz/$name-" "$name" seeds) >"$build/fuzz/$name.log" 2>&1 || {
    tail -n 40 "$build/fuzz/$name.log"
    status=1
  }
  echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz/$name.log") inputs in $share s"
done
exit $status
