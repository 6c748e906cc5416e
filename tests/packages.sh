#!/bin/sh
# SPDX-License-Identifier: MIT
# packages.sh PART...: installs the Debian packages that PART needs and that are missing. PART is build, test, ci or
# bench. The one list of them is below; nothing happens when nothing is missing.
# packages.sh --list PART... prints them.
set -eu

packages() {
  case $1 in
    build)
      echo g++ cmake ninja-build
      echo libcli11-dev libfmt-dev libyaml-cpp-dev libboost-dev nlohmann-json3-dev
      ;;
    test)
      echo doctest-dev git                          # unit tests; the checks ask git which files there are
      echo python3 python3-yaml python3-jsonschema  # runners; a second reader of YAML; a validator for the schema
      echo cmark-gfm python3-html5lib               # read Markdown as GitHub does, and HTML as browsers do
      echo python3-networkx                         # a second opinion on graphs
      echo python3-icalendar khal                   # read calendars
      echo valgrind                                 # counts instructions
      echo mandoc shellcheck clang-format           # the manual, the scripts, the sources
      echo bash bash-completion jq sqlite3          # completion, and the pipes that the pages show
      ;;
    ci)
      echo clang libclang-rt-dev                    # sanitizers and fuzzing
      echo dpkg-dev file                            # the Debian package
      ;;
    bench)
      echo python3 python3-yaml python3-networkx python3-igraph csvkit
      ;;
    *)
      echo "packages.sh: there is no part '$1'; there are build, test, ci and bench" >&2
      exit 2
      ;;
  esac
}

missing() {
  for package; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

if [ "${1-}" = --list ]; then
  shift
  for part; do packages "$part"; done | tr ' ' '\n' | sort -u
  exit 0
fi

wanted=$(for part; do packages "$part"; done | tr '\n' ' ')
if ! command -v apt-get >/dev/null; then
  echo "packages.sh: this is no Debian; make sure that these, under their names there, are here: $wanted" >&2
  exit 0
fi
# shellcheck disable=SC2086 # a list of words, here and below
needed=$(missing $wanted | sort -u | tr '\n' ' ')
[ -n "$needed" ] || exit 0

echo "Installing with apt-get: $needed"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "packages.sh: not root and no sudo; as root, run: apt-get install --no-install-recommends $needed" >&2
    exit 2
  fi
  as_root=sudo
  [ -t 0 ] || as_root='sudo -n' # nobody there to answer a question
fi

quiet_apt() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >/dev/null
}
quiet_apt update
# shellcheck disable=SC2086
quiet_apt install -y --no-install-recommends $needed
