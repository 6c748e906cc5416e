# SPDX-License-Identifier: MIT
# cmake -S . -B build-asan -G Ninja -C tests/ci/asan.cmake: every test with the address and undefined-behaviour
# sanitizers. clang, because g++ takes three times as long and twice the memory for it.
set(CMAKE_CXX_COMPILER clang++ CACHE STRING "")
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -gline-tables-only" CACHE STRING "")
set(THRIVE_SANITIZE address,undefined CACHE STRING "")
