#!/bin/sh
# SPDX-License-Identifier: MIT
# `thrive NAME ...` is the tool NAME that lies beside it.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
[ -x "$BIN/thrive" ] || { echo "thrive was not built"; exit 1; }

for tool in $(tools); do
  [ "$tool" != thrive ] || continue
  expect "thrive $tool --help" "$("$BIN/$tool" --help)" "$("$BIN/thrive" "$tool" --help)"
  expect "thrive $tool passes its status on" 2 "$(status "$BIN/thrive" "$tool" no-such-command)"
  expect_in "thrive $tool speaks as $tool" "$tool: unknown command 'no-such-command'" "$(cat err)"
done
tool=$(tools | grep -v '^thrive$' | head -n 1)
if [ -n "$tool" ]; then
  ln -s "$BIN/thrive" linked
  expect "through a link from another folder" "$("$BIN/$tool" --help)" "$(./linked "$tool" --help)"
  expect "through PATH" "$("$BIN/$tool" --help)" "$(PATH="$BIN:$PATH" thrive "$tool" --help)"
  { sleep 0.2; "$BIN/thrive" "$tool" --help 2>err; echo $? >code; } | :
  expect "a closed pipe is passed on" 2 "$(cat code)"
  mkdir alone
  cp "$BIN/thrive" alone/
  expect "a tool that is not there" 2 "$(PATH=/usr/bin:/bin status alone/thrive "$tool" 2>/dev/null)"
fi
"$BIN/thrive" measur 2>err
expect_in "a misspelt tool" "did you mean 'measure'?" "$(cat err)"
finish
