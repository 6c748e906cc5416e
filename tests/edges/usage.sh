#!/bin/sh
# SPDX-License-Identifier: MIT
# Mistakes on the command line: exit status 2, never a number of CLI11's, two lines on standard error, and what was
# probably meant.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"

# mistake NAME TOOL ARGUMENTS...: status 2, nothing printed, `TOOL: ...` and where to read on.
mistake() {
  name=$1
  tool=$2
  shift 2
  expect "$name: status" 2 "$(status "$BIN/$tool" "$@" </dev/null)"
  expect "$name: nothing printed" "" "$(cat out)"
  expect "$name: two lines" 2 "$(wc -l <err)"
  expect "$name: the tool speaks" "$tool: " "$(head -n 1 err | cut -c "1-$((${#tool} + 2))")"
  expect_in "$name: where to read on" "Try '$tool" "$(sed -n 2p err)"
}

for tool in $(tools); do
  mistake "$tool alone" "$tool"
  mistake "$tool, unknown option" "$tool" --no-such-option
  mistake "$tool, unknown command" "$tool" no-such-command
  mistake "$tool, option first" "$tool" -q
  mistake "$tool, empty word" "$tool" ""
  expect "$tool --help fits a screen" yes "$([ "$("$BIN/$tool" --help | wc -l)" -le 30 ] && echo yes)"
  expect_in "$tool --version" "$tool 1." "$("$BIN/$tool" --version)"
  for command in $(commands "$tool"); do
    expect "$tool $command --help" 0 "$(status "$BIN/$tool" "$command" --help)"
    expect "$tool $command -h is the same" "$(cat out)" "$("$BIN/$tool" "$command" -h)"
    expect "$tool $command --help is no wider than 80 columns" "" "$(wc -L <out | awk '$1 > 80')"
    expect "$tool $command --help wins over mistakes" 0 "$(status "$BIN/$tool" "$command" --no-such-option --help)"
    mistake "$tool $command, unknown option" "$tool" "$command" --no-such-option
    mistake "$tool $command, unknown letter" "$tool" "$command" -Z
    mistake "$tool $command, flag with a value" "$tool" "$command" --quiet=false
    mistake "$tool $command, missing value" "$tool" "$command" --color
    mistake "$tool $command, unknown colour" "$tool" "$command" --color=sometimes
    "$BIN/$tool" "$command" --quite </dev/null 2>err
    expect_in "$tool $command --quite means --quiet" "did you mean '--quiet'?" "$(cat err)"
    if "$BIN/$tool" "$command" --help | grep -q -e '--format FORMAT'; then
      mistake "$tool $command, unknown form" "$tool" "$command" -f no-such-form
      "$BIN/$tool" "$command" -f jsn </dev/null 2>err
      expect_in "$tool $command -f jsn" "value of '--format' 'jsn' is unknown, choose " "$(cat err)"
    fi
  done
  first=$(commands "$tool" | head -n 1)
  "$BIN/$tool" "${first}x" 2>err
  expect_in "$tool ${first}x means $first" "did you mean '$first'?" "$(cat err)"
done
finish
