# SPDX-License-Identifier: MIT
# cmake -S . -B build-fuzz -G Ninja -C tests/ci/fuzz.cmake: the fuzz targets of tests/fuzz with libFuzzer.
include(${CMAKE_CURRENT_LIST_DIR}/asan.cmake)
set(THRIVE_FUZZ ON CACHE BOOL "")
