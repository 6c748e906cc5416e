#!/bin/sh
# SPDX-License-Identifier: MIT
# From a fresh Debian 12 to a finished report: installs the packages that are missing (apt-get, with sudo when you are
# not root), builds the tools in build/, and makes the report of the fictional locality Thornmere with them. Safe to run
# again; works from any folder. Installs nothing but those packages and changes nothing outside this folder.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }

say "1. Packages: what building needs and is missing here"
tests/packages.sh build
say "2. Building the tools in $PWD/build (a minute or two the first time)"
. tests/configure.sh
if [ -f build/CMakeCache.txt ]; then configure build; else configure build -DTHRIVE_TESTS=OFF; fi
cmake --build build --parallel "$(nproc)" >build/build.log 2>&1 || {
  tail -n 40 build/build.log
  say "The build failed; the whole log is $PWD/build/build.log"
  exit 2
}
say "3. The report on examples/thornmere (the commands are in examples/report.sh, yours to copy)"
PATH="$PWD/build:$PATH" examples/report.sh examples/thornmere "$PWD/build/thornmere-report"
