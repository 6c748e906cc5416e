#!/bin/sh
# SPDX-License-Identifier: MIT
# check.sh BUILD: installs into a folder of its own and compares what is there, file by file, with expected.txt.
set -eu
cd "$(dirname "$0")/../.."
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
DESTDIR=$root cmake --install "$1" --prefix /usr >/dev/null

(cd "$root" && find . ! -type d | sed 's|^\./||' | LC_ALL=C sort) >"$root.found"
trap 'rm -rf "$root" "$root.found"' EXIT
diff -u --label 'tests/install/expected.txt' --label 'what is installed' tests/install/expected.txt "$root.found"

# What is installed works from where it is: each program starts, and `thrive NAME` finds the program beside it.
for program in "$root"/usr/bin/*; do
  name=$(basename "$program")
  "$program" --version >/dev/null
  [ "$name" = thrive ] || [ "$("$program" --help)" = "$("$root/usr/bin/thrive" "$name" --help)" ]
  bash -n "$root/usr/share/bash-completion/completions/$name"
done
/usr/bin/python3 -m json.tool "$root/usr/share/thrive/thrive.schema.json" >/dev/null
echo "$(wc -l <"$root.found") files installed, as expected"
