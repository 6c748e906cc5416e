#!/bin/sh
# SPDX-License-Identifier: MIT
# What git hands over is compared in words, and git goes on to the next file.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"

export PATH="$BIN:$PATH" HOME="$WORK" GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat
git init -q plan && cd plan || exit 2
git config user.email role@example.invalid && git config user.name Role
git config diff.thrive.command 'thrive diff'
# shellcheck disable=SC2016 # git itself puts the names in
git config difftool.thrive.cmd 'thrive diff "$LOCAL" "$REMOTE"'
echo '*.yaml diff=thrive' >.gitattributes
printf 'thrive: 1\nproject: {name: Told}\nservices:\n  gp: {name: GP, sector: health, wte: 5}\n' >thrive.yaml
printf 'observations:\n  o01: {at: gp, perspective: patient-experience, kind: duplication, text: A long wait}\n' >observations.yaml
git add . && git commit -qm base

sed -i 's/wte: 5/wte: 7.5/' thrive.yaml
sed -i 's/A long wait/A longer wait/' observations.yaml
expect 'git diff goes on to the end' 0 "$(status git diff)"
expect_in 'the project' 'now 7.5, was 5.' "$(cat out)"
expect_in 'and the part' '"A longer wait"' "$(cat out)"
expect 'a patch is still to be had' 0 "$(status git diff --no-ext-diff)"
expect_in 'as lines' '+  gp: {name: GP, sector: health, wte: 7.5}' "$(cat out)"
expect 'two folders of changed files' 0 "$(status git difftool -d -y -t thrive HEAD)"
expect_in 'are parts' '"A longer wait"' "$(cat out)"
expect 'since a revision' 1 "$(status thrive diff --since HEAD)"
expect_in 'says the same' 'now 7.5, was 5.' "$(cat out)"
expect 'a revision that is none' 2 "$(status thrive diff --since nowhere)"
expect_in 'is refused' '[diff-no-revision]' "$(cat err)"

git commit -qam two
expect 'nothing since then' 0 "$(status thrive diff --since HEAD)"
expect 'the log' 0 "$(status git log -p --ext-diff -1)"
expect_in 'in words' 'now 7.5, was 5.' "$(cat out)"
git mv observations.yaml notes.yaml && git commit -qm moved
expect 'a file with another name' 0 "$(status git diff -M HEAD~1 HEAD)"
