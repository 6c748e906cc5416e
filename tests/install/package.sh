#!/bin/sh
# SPDX-License-Identifier: MIT
# package.sh BUILD: makes the Debian package and compares its files with expected.txt, its fields with what they must be.
set -eu
cd "$(dirname "$0")/../.."
top=$PWD
(cd "$1" && cpack -G DEB >cpack.log) || { cat "$1/cpack.log"; exit 1; }
package=$(find "$1" -maxdepth 1 -name 'thrive-toolkit_*.deb' -newer "$1/cpack.log" -o -maxdepth 1 -name 'thrive-toolkit_*.deb' | sort | tail -n 1)
contents=$(mktemp)
trap 'rm -f "$contents"' EXIT
dpkg-deb --fsys-tarfile "$package" | tar -t | sed 's|^\./||' | grep -v '/$' | LC_ALL=C sort >"$contents"
diff -u --label 'tests/install/expected.txt' --label "$package" "$top/tests/install/expected.txt" "$contents"
dpkg-deb --field "$package"
dpkg-deb --field "$package" Depends | grep -q 'libc6 (>= '
! dpkg-deb --field "$package" Depends | grep -qE 'yaml|fmt|stdc' || { echo "depends on a library that is compiled in"; exit 1; }
echo "$package: $(wc -l <"$contents") files, as expected"
