#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what the tests need and is missing (Debian packages), builds in build/, runs every test. Ends with ctest's
# closing line. Arguments go to ctest: tests/run.sh -R errors
set -eu
cd "$(dirname "$0")/.."
tests/packages.sh build test
. tests/configure.sh
configure build -DTHRIVE_TESTS=ON
cmake --build build --parallel "$(nproc)"
ctest --test-dir build --output-on-failure --parallel "$(nproc)" "$@"
