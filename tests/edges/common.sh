# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What the edge tests share. $BIN is the folder of the programs; each test works in a folder of its own.
set -u
: "${BIN:?BIN must name the folder of the programs}"
BIN=$(cd "$BIN" && pwd) || exit 2
WORK=$(mktemp -d) || exit 2
trap 'chmod -R u+w "$WORK"; rm -rf "$WORK"' EXIT
chmod 755 "$WORK"
cd "$WORK" || exit 2
export LC_ALL=C.UTF-8 TZ=UTC TERM=dumb
unset NO_COLOR

passed=0
failed=0

# expect NAME WANTED GOT: the two are the same.
expect() {
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
    echo "ok   $1"
  else
    failed=$((failed + 1))
    printf 'FAIL %s\n     wanted: %s\n     got:    %s\n' "$1" "$2" "$3"
  fi
}

# expect_in NAME PART WHOLE: the part is in the whole.
expect_in() {
  case $3 in
    *"$2"*) expect "$1" yes yes ;;
    *) expect "$1" "...$2..." "$3" ;;
  esac
}

# status COMMAND...: the exit status; what it prints is in the files out and err.
status() {
  "$@" >out 2>err
  echo $?
}

# The tools that there are.
tools() {
  for tool in thrive pathway-map assess prioritise gap measure pdsa drivers plan; do
    [ ! -x "$BIN/$tool" ] || echo "$tool"
  done
}

# commands TOOL: its commands, asked of its help.
commands() {
  "$BIN/$1" --help | sed -n '/^Commands:$/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'
}

# a_project NAME: a small project that checks clean.
a_project() {
  cat >"$1" <<'PROJECT'
thrive: 1
project: {name: Edge}
services:
  gp:
    name: General practice
    category: referrer
    sector: health
    start: true
  camhs:
    name: CAMHS
    category: camhs
    sector: health
    end: true
pathways:
  current:
    name: Today
    flows:
      - {from: gp, to: camhs, kind: referral}
PROJECT
}

# An unprivileged user, for whom a folder can be read-only: root may write everywhere.
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    "$@"
  fi
}

# The end of a test: what went well and what did not.
finish() {
  echo "$(basename "$0"): $passed right, $failed wrong"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
