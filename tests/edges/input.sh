#!/bin/sh
# SPDX-License-Identifier: MIT
# Projects as they come from other programs and other people: empty, with CRLF or a byte order mark, long names, names
# that try to drive the terminal; and PROJECT left out, wrong or on standard input.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
[ -x "$BIN/thrive" ] || { echo "thrive was not built"; exit 1; }
a_project p.yaml
escape=$(printf '\033')

: >empty.yaml
expect "an empty file" 2 "$(status "$BIN/thrive" show empty.yaml)"
expect_in "an empty file is named" "empty.yaml:1:1: error: " "$(cat err)"
expect "a file that is not there" 2 "$(status "$BIN/thrive" show none.yaml)"
expect_in "a file that is not there is named" "none.yaml:1:1: error: cannot open the file: No such file or directory" "$(cat err)"
printf 'thrive: 1\nproject: {name: "\377"}\n' >latin.yaml
expect "a file that is no UTF-8" 2 "$(status "$BIN/thrive" show latin.yaml)"
expect_in "a file that is no UTF-8: the place" "latin.yaml:2:" "$(cat err)"
mkdir gone
cp p.yaml gone/thrive.yaml
ln -s nowhere gone/observations.yaml
expect "a link to a file that is gone" 2 "$(status "$BIN/thrive" check gone)"
expect_in "a link to a file that is gone is named" "gone/observations.yaml:1:1: error: cannot open the file" "$(cat out err)"
mkdir nothing
expect "an empty folder" 2 "$(status "$BIN/thrive" show nothing)"

"$BIN/thrive" show p.yaml -f json >plain.json
sed 's/$/\r/' p.yaml >crlf.yaml
"$BIN/thrive" show crlf.yaml -f json >crlf.json
expect "CRLF makes no difference" "$(cat plain.json)" "$(cat crlf.json)"
{ printf '\357\273\277'; cat p.yaml; } >bom.yaml
"$BIN/thrive" show bom.yaml -f json >bom.json
expect "a byte order mark makes no difference" "$(cat plain.json)" "$(cat bom.json)"
expect "standard input makes no difference" "$(cat plain.json)" "$("$BIN/thrive" show - -f json <p.yaml)"
expect "a pipe makes no difference" "$(cat plain.json)" "$(sleep 0.1 | cat p.yaml - | "$BIN/thrive" show - -f json)"

mkdir site site/below
cp p.yaml site/thrive.yaml
expect "PROJECT is found in the folder" "$(cat plain.json)" "$(cd site && "$BIN/thrive" show -f json)"
expect "PROJECT is found in a folder above" "$(cat plain.json)" "$(cd site/below && "$BIN/thrive" show -f json)"
expect "no PROJECT anywhere" 2 "$(cd / && status "$BIN/thrive" show 2>"$WORK/err" >"$WORK/code" </dev/null; cat "$WORK/code")"
expect "standard input twice" 2 "$(status "$BIN/thrive" check - - <p.yaml)"
expect_in "standard input twice says so" "standard input ('-') can be read only once" "$(cat err)"
# A terminal as standard input and no PROJECT must not wait for somebody to type.
expect "no PROJECT at a terminal" 2 "$(cd / && timeout 10 script -qec "'$BIN/thrive' show" /dev/null >/dev/null 2>&1 </dev/null; echo $?)"

long=$(printf '%0200d' 0 | tr 0 x)
sed "s/General practice/$long/" p.yaml >long.yaml
sed "s/General practice/\"red \\\\e[31m bell \\\\a \\\\u202E back\"/" p.yaml >nasty.yaml
for project in long nasty; do
  expect "$project: show" 0 "$(status "$BIN/thrive" show $project.yaml -f json)"
  for tool in $(tools); do
    for command in list analyse score consensus; do
      commands "$tool" | grep -qx "$command" || continue
      for form in text markdown html csv; do
        "$BIN/$tool" "$command" --help | tr -s ' \n' ' ' | grep -q "write as: [a-z, ]*$form" || continue
        code=$(status "$BIN/$tool" "$command" $project.yaml -f $form)
        expect "$project: $tool $command -f $form ends with 0, 1 or 2" yes "$([ "$code" -le 2 ] && echo yes)"
        expect "$project: $tool $command -f $form: no escape sequence gets out" "" "$(grep -F "$escape" out err)"
        expect "$project: $tool $command -f $form: no override gets out" "" "$(grep -F "$(printf '\342\200\256')" out err)"
        [ $form != text ] || expect "$project: $tool $command: 80 columns" yes "$([ "$(wc -L <out)" -le 80 ] && echo yes)"
      done
    done
  done
done
printf 'thrive: 1\nproject: {name: Edge}\nser\033[2Jvices: {}\n' >keys.yaml
expect "an escape sequence in a key" 2 "$(status "$BIN/thrive" show keys.yaml)"
expect "an escape sequence in a key does not get out" "" "$(grep -F "$escape" out err)"
name="$(printf 'na\033[31mme.yaml')"
expect "an escape sequence in a file name" 2 "$(status "$BIN/thrive" show "$name")"
expect "an escape sequence in a file name does not get out" "" "$(grep -F "$escape" out err)"
finish
