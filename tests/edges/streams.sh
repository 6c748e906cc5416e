#!/bin/sh
# SPDX-License-Identifier: MIT
# Full disks, closed pipes, closed streams: exit status 2 and one message, or none when nobody is there to read it.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
a_project p.yaml

for tool in $(tools); do
  "$BIN/$tool" --help >/dev/full 2>err
  expect "$tool --help to a full disk" 2 $?
  expect "$tool --help to a full disk says so" "$tool: cannot write to standard output: No space left on device" "$(cat err)"
  "$BIN/$tool" --version >&- 2>err
  expect "$tool --version to a closed output" 2 $?
  expect_in "$tool --version to a closed output says so" "$tool: cannot write to standard output" "$(cat err)"
  "$BIN/$tool" --help >/dev/null 2>&1 <&-
  expect "$tool --help needs no input" 0 $?
  "$BIN/$tool" --no-such-option 2>&-
  expect "$tool with a mistake and nowhere to say it" 2 $?
  # The reader goes away before anything is written.
  { sleep 0.2; "$BIN/$tool" --help 2>err; echo $? >code; } | :
  expect "$tool --help to a closed pipe" 2 "$(cat code)"
  expect "$tool --help to a closed pipe is quiet" "" "$(cat err)"
done

if [ -x "$BIN/thrive" ]; then
  "$BIN/thrive" show p.yaml >/dev/full 2>err
  expect "a result to a full disk" 2 $?
  expect_in "a result to a full disk says so" "cannot write to standard output: No space left on device" "$(cat err)"
  { sleep 0.2; "$BIN/thrive" schema 2>err; echo $? >code; } | :
  expect "a result to a closed pipe" 2 "$(cat code)"
  expect "a result to a closed pipe is quiet" "" "$(cat err)"
  expect "show - with a closed input" 2 "$(status "$BIN/thrive" show - <&-)"
  expect_in "show - with a closed input says so" "cannot read standard input" "$(cat err)"
  "$BIN/thrive" check p.yaml >out 2>err <&-
  expect "check needs no input" 0 $?
  # With every stream closed a project file must not become one of them.
  "$BIN/thrive" check p.yaml <&- >&- 2>&-
  expect "check with every stream closed" 0 $?
  before=$(cksum <p.yaml)
  "$BIN/thrive" show p.yaml <&- >&- 2>&-
  expect "show with every stream closed" 2 $?
  expect "the project is as it was" "$before" "$(cksum <p.yaml)"
fi
finish
