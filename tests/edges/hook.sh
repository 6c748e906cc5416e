#!/bin/sh
# SPDX-License-Identifier: MIT
# The hook checks what is about to be committed, wherever it lies in the repository, and nothing else.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"

export PATH="$BIN:$PATH" HOME="$WORK" GIT_CONFIG_NOSYSTEM=1
repository() {
  git init -q "$1" && cd "$1" || exit 2
  git config user.email role@example.invalid && git config user.name Role
}
in_head() { git show "HEAD:$1" 2>/dev/null; }
project() { printf 'thrive: 1\nproject: {name: Hooked}\nservices:\n  gp: {name: GP, sector: health}\n'; }

expect 'outside of a repository there is nothing to do' 2 "$(status thrive hook install)"
expect_in 'and that is said' '[no-repository]' "$(cat err)"

repository plan
project >thrive.yaml
git add thrive.yaml && git commit -qm base
expect 'no hook is a finding' 1 "$(status thrive hook status)"
expect 'it is installed' 0 "$(status thrive hook install)"
expect 'and is there' 0 "$(status thrive hook status)"
expect 'once more changes nothing' 0 "$(status thrive hook install)"

echo '  hub: {name: Hub, note: "943 476 5919"}' >>thrive.yaml && git add thrive.yaml
expect 'a number is refused' 1 "$(status git commit -qm one)"
expect_in 'with its place' 'thrive.yaml:5:' "$(cat err)"
expect 'and not repeated' '' "$(grep -o 5919 err)"
project >thrive.yaml
expect 'put right but not added is refused as well' 1 "$(status git commit -qm two)"
git add thrive.yaml && echo '# fine' >>thrive.yaml && git add thrive.yaml
expect 'added, it is committed' 0 "$(status git commit -qm three)"

echo '  wrong: [' >>thrive.yaml
expect 'what is not staged does not matter' 0 "$(status git commit -q --allow-empty -m four)"
project >thrive.yaml && git add thrive.yaml && git commit -qm five

printf 'pathways:\n  now: {name: Now, flows: [{from: gp, to: hub}]}\n' >flows.yaml
printf 'services:\n  hub: {name: Hub, sector: health}\n' >extra.yaml
git add flows.yaml
expect 'a file that is not part of the commit does not complete it' 1 "$(status git commit -qm six)"
git add extra.yaml
expect 'added, it does' 0 "$(status git commit -qm seven)"

mkdir -p 'teams/north west' regions/data/sub
project >'teams/north west/thrive.yaml' && project >regions/thrive.yaml
git add -A && git commit -qm eight
printf 'date,value\n2024-01-01,1\n' >regions/data/sub/Figures.CSV
printf 'ring 01632 960123\n' >'teams/north west/notes.txt'
git add -A
expect 'projects in folders are checked too' 1 "$(status git commit -qm nine)"
expect_in 'each in its place' 'teams/north west/notes.txt:1:6' "$(cat err)"
rm 'teams/north west/notes.txt' && git add -A && git commit -qm ten
printf 'Patient,value\nx,1\n' >regions/data/sub/Figures.CSV
expect 'from a folder below, and with -a' 1 "$(cd regions && status git commit -qam eleven)"
expect_in 'data files are looked into' '[personal-column]' "$(cat regions/err)"
rm regions/err regions/out
git checkout -q -- . && project | sed 's/Hooked/Other/' >alone.yaml
echo '# jo@example.org' >>alone.yaml && git add alone.yaml
rm alone.yaml
expect 'a project that is one file is checked as well' 1 "$(status git commit -qm twelve)"
git rm -q --cached alone.yaml
git worktree add -q ../other 2>/dev/null && cd ../other || exit 2
expect 'a further working tree has the same hook' 0 "$(status thrive hook status)"
echo '# 07700 900123' >>thrive.yaml && git add thrive.yaml
expect 'which looks at its own index' 1 "$(status git commit -qm thirteen)"
cd ../plan || exit 2

expect 'it is removed' 0 "$(status thrive hook remove)"
expect 'and is gone' 1 "$(status thrive hook status)"
expect 'removing it again is refused' 2 "$(status thrive hook remove)"
printf '#!/bin/sh\nexit 0\n' >.git/hooks/pre-commit
expect "somebody else's hook is left alone" 2 "$(status thrive hook install)"
expect_in 'and that is said' '[hook-of-others]' "$(cat err)"
expect 'unchanged' '#!/bin/sh
exit 0' "$(cat .git/hooks/pre-commit)"
sh -c "$(thrive hook print)" >out 2>err
expect 'the printed hook runs by itself' 0 $?

finish
