# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# To be read with `.` by the scripts that build.

# configure FOLDER [OPTION]...: makes a build folder, or goes on with the one that is there. A folder made for another
# checkout (a copied or moved clone) starts afresh.
configure() {
  folder=$1
  shift
  if [ ! -f "$folder/CMakeCache.txt" ]; then
    set -- -G Ninja "$@"
  elif ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$folder/CMakeCache.txt"; then
    rm -rf "$folder"
    set -- -G Ninja "$@"
  fi
  mkdir -p "$folder"
  cmake -S . -B "$folder" "$@" >"$folder/configure.log" || { cat "$folder/configure.log"; return 1; }
}
