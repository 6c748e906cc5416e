#!/bin/sh
# SPDX-License-Identifier: MIT
# -o: whole files or none, links and modes kept, and a clear message where nothing can be written.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
[ -x "$BIN/thrive" ] || { echo "thrive was not built"; exit 1; }
a_project p.yaml

expect "-o writes the file" 0 "$(status "$BIN/thrive" show p.yaml -o out.json)"
expect "-o prints nothing" "" "$(cat out err)"
"$BIN/thrive" show p.yaml -f json >printed.json
expect "-o writes what would be printed" "$(cksum <printed.json)" "$(cksum <out.json)"
expect "-o - prints" "$(cat printed.json)" "$("$BIN/thrive" show p.yaml -o -)"
expect "no temporary file is left" "" "$(find . -name '.thrive-*')"

umask 027
rm -f new.json
"$BIN/thrive" show p.yaml -o new.json
expect "a new file has the mode that umask leaves" 640 "$(stat -c %a new.json)"
umask 022
"$BIN/thrive" show p.yaml -o new.json
expect "an old file keeps its mode" 640 "$(stat -c %a new.json)"
ln -s new.json link.json
"$BIN/thrive" show p.yaml -o link.json
expect "a link stays a link" new.json "$(readlink link.json)"
"$BIN/thrive" show p.yaml -o /dev/stdout >device.json
expect "a device is written to as it is" "$(cksum <printed.json)" "$(cksum <device.json)"

before=$(cksum <p.yaml)
ln p.yaml twin.yaml
for name in p.yaml ./p.yaml twin.yaml; do
  expect "-o $name, which is the project" 2 "$(status "$BIN/thrive" show p.yaml -o $name)"
  expect_in "-o $name, which is the project, says so" "'$name' is a file that was read" "$(cat err)"
done
expect "-o over the project of several" 2 "$(status "$BIN/thrive" check p.yaml -f json -o p.yaml)"
expect "the project is as it was" "$before" "$(cksum <p.yaml)"
rm twin.yaml
if [ -x "$BIN/measure" ]; then
  mkdir series
  cp p.yaml series/
  printf 'measures:\n  wait: {name: Wait, type: outcome, unit: days, better: lower, frequency: weekly, data: wait.csv}\n' >>series/p.yaml
  printf 'date,value\n2024-01-01,3\n2024-01-08,4\n' >series/wait.csv
  expect "a series" 0 "$(status "$BIN/measure" list series/p.yaml)"
  expect "-o over the figures of a measure" 2 "$(status "$BIN/measure" chart series/p.yaml -f csv -o series/wait.csv)"
  expect_in "-o over the figures says so" "'series/wait.csv' is a file that was read" "$(cat err)"
  printf '  worse: {name: Worse, type: outcome, unit: days, better: lower, frequency: weekly, data: worse.csv}\n' >>series/p.yaml
  printf 'date,value\n2024-01-01,3\n2024-01-08,4\n' >series/worse.csv
  for form in text csv json; do
    expect "measures one by one, $form" 0 "$(status "$BIN/measure" analyse series/p.yaml -f $form)"
    expect "-o of measures one by one, $form" 0 "$(status "$BIN/measure" analyse series/p.yaml -f $form -o one)"
    "$BIN/measure" analyse series/p.yaml -f $form >printed
    expect "-o writes what would be printed, $form" "$(cksum <printed)" "$(cksum <one)"
  done
  "$BIN/measure" analyse series/p.yaml -f json | python3 -c 'import json, sys; json.load(sys.stdin)'
  expect "what is written one by one is JSON" 0 $?
  expect "measures one by one to a full disk" 2 "$(status "$BIN/measure" analyse series/p.yaml -o /dev/full)"
  printf 'date,value\n2024-01-01,three\n' >series/worse.csv
  expect "a wrong figure behind right ones" 2 "$(status "$BIN/measure" analyse series/p.yaml)"
  expect "nothing is printed of the right ones" "" "$(cat out)"
  expect "-o with a wrong figure" 2 "$(status "$BIN/measure" analyse series/p.yaml -o one)"
  expect "the file is as it was" "$(cksum <printed)" "$(cksum <one)"
fi

mkdir folder.json
expect "-o to a folder" 2 "$(status "$BIN/thrive" show p.yaml -o folder.json)"
expect_in "-o to a folder says so" "folder.json:1:1: error: cannot write to it: Is a directory" "$(cat err)"
expect "-o into a folder that is not there" 2 "$(status "$BIN/thrive" show p.yaml -o none/out.json)"
expect_in "-o into a folder that is not there says so" "none/out.json:1:1: error: cannot make a file in 'none': No such file or directory" "$(cat err)"
expect "-o to a full disk" 2 "$(status "$BIN/thrive" show p.yaml -o /dev/full)"
expect_in "-o to a full disk says so" "/dev/full:1:1: error: cannot write to it: No space left on device" "$(cat err)"
expect "-o to a form that the command lacks" 2 "$(status "$BIN/thrive" show p.yaml -o out.svg)"
expect "a wrong project writes no file" 2 "$(status "$BIN/thrive" show none.yaml -o never.json)"
[ ! -e never.json ]
expect "a wrong project leaves no file" 0 $?

mkdir closed
cp p.yaml closed/
echo old >closed/out.json
chmod 644 closed/*
chmod 755 closed
if [ "$(id -u)" -eq 0 ]; then chown -R 65534 closed; fi
chmod 555 closed
as_nobody "$BIN/thrive" show closed/p.yaml -o closed/out.json >out 2>err
expect "-o into a read-only folder" 2 $?
expect_in "-o into a read-only folder says so" "closed/out.json:1:1: error: cannot make a file in " "$(cat err)"
expect "what was there stays" old "$(cat closed/out.json)"
chmod 755 closed
chmod 444 closed/out.json
as_nobody "$BIN/thrive" show closed/p.yaml -o closed/out.json >out 2>err
expect "-o to a read-only file" 2 $?
expect "a read-only file stays" old "$(cat closed/out.json)"
finish
