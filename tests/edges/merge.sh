#!/bin/sh
# SPDX-License-Identifier: MIT
# Two branches of one project, joined by git with `thrive merge`: every ordinary pair of edits comes together, and where
# people must decide there are markers and nothing is lost.
# shellcheck source=/dev/null
examples=$(cd "$(dirname "$0")/../../examples" && pwd) || exit 2
. "$(dirname "$0")/common.sh"

export PATH="$BIN:$PATH" HOME="$WORK" GIT_CONFIG_NOSYSTEM=1 GIT_EDITOR=true
git config --global user.email role@example.invalid
git config --global user.name Role
git config --global init.defaultBranch main
git config --global advice.detachedHead false

# The project that all begin with.
mkdir start && cp -r "$examples/thornmere/." start/

number=0
# repository: a new one with the project, on branch main.
repository() {
  number=$((number + 1))
  cp -r "$WORK/start" "$WORK/r$number" && cd "$WORK/r$number" || exit 2
  git init -q && thrive git-setup -q && thrive hook remove -q
  git add -A && git commit -qm base
}
# branch NAME COMMAND...: a branch from main with one edit.
branch() {
  name=$1 && shift
  git checkout -q -b "$name" main
  "$@" >"$WORK/branch.out" 2>&1 || sed "s/^/branch $name: /" "$WORK/branch.out"
  git commit -qam "$name"
}
errors_now() { thrive check . 2>/dev/null | grep -c ': error:'; }
# join NAME WORDS...: main becomes ours, theirs is merged; no conflict, no error, and every WORD stands in a file.
join() {
  name=$1 && shift
  git checkout -q ours
  expect "$name: they join" 0 "$(status git merge -q --no-edit theirs)"
  [ "$(wc -c <err)" -eq 0 ] || sed 's/^/     /' err
  rm -f out err
  expect "$name: without an error" 0 "$(errors_now)"
  for word in "$@"; do
    expect "$name: '$word' is there" yes "$(grep -qrF -e "$word" --include='*.yaml' --include='*.csv' . && echo yes)"
  done
}
note() { pathway-map observe --at spa --perspective operations --kind duplication --text "$1" --table "$2"; }
item() { assess record --assessment month-12 --table "$1" --item "$2" --score "$3" --replace; }

repository
branch ours note 'Seen by A' A
branch theirs note 'Seen by B' B
join 'a note of two tables' 'Seen by A' 'Seen by B' a-01 b-01

repository
plain() { pathway-map observe --at spa --perspective operations --kind duplication --text "$1"; }
branch ours plain 'First of ours'
branch theirs plain 'First of theirs'
new=$(git diff main ours -- observations.yaml | sed -n 's/^+ *\(o[0-9]*\):.*/\1/p')
join 'two notes of one number' 'First of ours' 'First of theirs'
next=o$(($(echo "$new" | tr -dc 0-9) + 1))
expect 'the one of theirs has the next number' yes "$(grep -A6 "^ *$next:" observations.yaml | grep -q 'First of theirs' && echo yes)"

repository
branch ours gap record --item S3 --column gaps --text 'Nobody to ring after four'
branch theirs gap record --item S3 --column gaps --text 'Letters are hard to read'
join 'two lines in one column' 'Nobody to ring after four' 'Letters are hard to read'

repository
branch ours gap record --item S3 --column gaps --text 'Line of S3'
branch theirs gap record --item M6 --column gaps --text 'Line of M6'
join 'lines in two sheets' 'Line of S3' 'Line of M6'

repository
branch ours gap record --item S3 --column in-place --text 'Line in place'
branch theirs gap record --item S3 --column training --text 'Line of training'
join 'lines in two columns' 'Line in place' 'Line of training'

repository
cycle() { pdsa new --ramp "$1" --name "$2" --start 2025-04-01 --end 2025-04-10 --prediction 'It is quicker' --question 'Does it fit' --kind test; }
branch ours cycle r2 'Cycle of ours'
branch theirs cycle r3 'Cycle of theirs'
join 'a cycle in each of two ramps' 'Cycle of ours' 'Cycle of theirs'

repository
branch ours prioritise record --table G --ranking 'S3, M6, S2'
branch theirs prioritise record --table H --ranking 'M6, S3, P3'
join 'rankings of two tables' 'G: {' 'H: {'

repository
week() { echo "$2" >>"data/$1.csv"; }
branch ours week triage-wait 2025-04-07,3.1
branch theirs week triage-wait 2025-04-14,2.9
join 'figures of two weeks' 2025-04-07,3.1 2025-04-14,2.9
expect 'in the order of the dates' '2025-04-07,3.1 2025-04-14,2.9' "$(tail -2 data/triage-wait.csv | tr '\n' ' ' | sed 's/ $//')"

repository
service() { pathway-map add service --id "$1" --name "$2" --category charity --sector voluntary; }
branch ours service newhub 'The new hub'
branch theirs service newhub 'The new hub'
join 'the same new service' 'The new hub'
expect 'once' 1 "$(grep -c 'newhub:' services.yaml)"

repository
branch ours service newhub 'The new hub'
branch theirs service newline 'The new line'
join 'two new services' 'The new hub' 'The new line'

repository
flow() { pathway-map add flow --from "$1" --to "$2" --kind signpost; }
branch ours flow lantern gp
branch theirs flow lantern spa
join 'two new flows' 'from: lantern, to: gp' 'from: lantern, to: spa'

repository
branch ours assess record --assessment month-12 --table G --item M1 --score 2
branch theirs assess record --assessment month-12 --table H --item M1 --score 3
join 'scores of two tables' G: H:

repository
agree() { assess agree --assessment month-12 --item "$1" --score "$2" --reason 'The room said so' --replace; }
branch ours agree M1 2
branch theirs agree M2 3
join "the room's score of two items" M1 M2

# Where people must decide.
repository
branch ours sh -c 'sed -i "s/^    name: .*/    name: Ours/;0,/name: .*/s//name: Ours/" services.yaml'
branch theirs sh -c 'sed -i "0,/name: .*/s//name: Theirs/" services.yaml'
git checkout -q ours
expect 'two names of one service: git stops' 1 "$(status git merge -q --no-edit theirs)"
expect_in 'with the place' '[merge-conflict]' "$(cat err)"
expect 'markers begin their lines' 4 "$(grep -cE '^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)( |$)' services.yaml)"
expect_in 'and git knows them' 'leftover conflict marker' "$(git diff --check)"

# Other ways in which git joins.
repository
branch ours note 'Seen by A' A
branch theirs note 'Seen by B' B
expect 'a rebase joins' 0 "$(status git rebase -q ours)"
expect 'and keeps both' 2 "$(grep -c 'Seen by [AB]' observations.yaml)"
git checkout -q ours && note 'Seen by C' C >/dev/null 2>&1
git stash -q && git merge -q --no-edit theirs 2>/dev/null
expect 'what was stashed joins' 0 "$(status git stash pop -q)"
expect 'and all three are there' 3 "$(grep -c 'Seen by [ABC]' observations.yaml)"

repository
branch ours note 'Seen by A' A
branch theirs note 'Seen by B' B
git checkout -q ours
expect 'a picked commit joins' 0 "$(status git cherry-pick theirs)"
expect 'and keeps both' 2 "$(grep -c 'Seen by [AB]' observations.yaml)"

# Criss-cross: two merges of the same two commits, joined again.
repository
branch ours note 'Seen by A' A
branch theirs note 'Seen by B' B
git checkout -q -b one ours && git merge -q --no-edit theirs 2>/dev/null
git checkout -q -b two theirs && git merge -q --no-edit ours 2>/dev/null
note 'Seen by C' C >/dev/null 2>&1 && git commit -qam more
git checkout -q one && note 'Seen by D' D >/dev/null 2>&1 && git commit -qam more
expect 'a criss-cross joins' 0 "$(status git merge -q --no-edit two)"
expect 'with each note once' 4 "$(grep -c 'Seen by [ABCD]' observations.yaml)"
expect 'and no error' 0 "$(errors_now)"

# Both branches add the file, so that there is no base.
repository
fresh() { printf 'stakeholders: {}\nevents:\n  %s:\n    date: 2025-01-0%s\n    kind: other\n    text: Event %s\n' "$1" "$2" "$1" >extra.yaml && git add extra.yaml; }
branch ours fresh e91 1
branch theirs fresh e92 2
join 'a file that both added' 'Event e91' 'Event e92'

# A file that one branch has renamed.
repository
branch ours sh -c 'git mv observations.yaml seen.yaml'
branch theirs note 'Seen by B' B
git checkout -q ours
expect 'a renamed file joins' 0 "$(status git merge -q --no-edit theirs)"
expect 'under its new name' 1 "$(grep -c 'Seen by B' seen.yaml)"

# A conflict that was settled once is settled again by rerere.
repository
git config rerere.enabled true
branch ours sh -c 'sed -i "0,/name: .*/s//name: Ours/" services.yaml'
branch theirs sh -c 'sed -i "0,/name: .*/s//name: Theirs/" services.yaml'
git checkout -q ours && git merge -q --no-edit theirs 2>/dev/null
sed -i '/^<<<<<<< /d;/^||||||| /,/^>>>>>>> /d' services.yaml
git commit -qam settled && git reset -q --hard HEAD~1
git merge --no-edit theirs >out 2>err
expect 'rerere knows it again' 0 "$(grep -c '^<<<<<<<' services.yaml)"
expect_in 'and says so' 'using previous resolution' "$(cat out err)"

# The markers are as long as git asks for.
repository
echo '*.yaml conflict-marker-size=11' >>.gitattributes && git commit -qam longer
branch ours sh -c 'sed -i "0,/name: .*/s//name: Ours/" services.yaml'
branch theirs sh -c 'sed -i "0,/name: .*/s//name: Theirs/" services.yaml'
git checkout -q ours && git merge -q --no-edit theirs 2>/dev/null
expect 'markers of eleven signs' 1 "$(grep -c '^<<<<<<<<<<< ours' services.yaml)"

# The program is not on PATH: git joins lines, and where it cannot there are markers, never ours alone.
without() { PATH=/usr/bin:/bin "$@"; }
repository
branch ours plain 'First of ours'
branch theirs plain 'First of theirs'
git checkout -q ours
expect 'without the program git stops' 1 "$(without status git merge -q --no-edit theirs)"
expect 'and leaves markers' yes "$(grep -q '^<<<<<<<' observations.yaml && grep -q 'First of theirs' observations.yaml && echo yes)"

# A program that is killed leaves all three versions between markers.
repository
cp services.yaml "$WORK/base.yaml" && sed '0,/name: .*/s//name: Ours/' services.yaml >"$WORK/ours.yaml"
sed '0,/name: .*/s//name: Theirs/' services.yaml >"$WORK/theirs.yaml" && cp "$WORK/ours.yaml" "$WORK/kept.yaml"
cat >"$WORK/git" <<'GIT'
#!/bin/sh
kill -9 $PPID
GIT
chmod +x "$WORK/git"
cp "$WORK/ours.yaml" "$WORK/broken.yaml" && echo '  - [' >>"$WORK/broken.yaml"
(PATH="$WORK:$PATH" thrive merge --write-ours "$WORK/base.yaml" "$WORK/broken.yaml" "$WORK/theirs.yaml") >out 2>err
expect 'killed, it leaves markers' yes "$(grep -q '^<<<<<<< ours' "$WORK/broken.yaml" && grep -q 'name: Theirs' "$WORK/broken.yaml" && echo yes)"

# Without git the file is kept whole, all three versions of it.
printf 'a: 1\n' >"$WORK/b" && printf 'a: 2\n' >"$WORK/o" && printf 'a: 3\n' >"$WORK/t"
expect 'no git: trouble' 2 "$(PATH="$BIN" status "$BIN/thrive" merge --write-ours "$WORK/b" "$WORK/o" "$WORK/t")"
expect_in 'and that is said' '[no-git]' "$(cat err)"
expect 'with all three' 'a: 2 a: 1 a: 3' "$(grep '^a' "$WORK/o" | tr '\n' ' ' | sed 's/ $//')"

# What is no project is joined by git, as if thrive were not there.
printf 'x: 1\n\n\n\ny: 1\n' >"$WORK/b" && printf 'x: 2\n\n\n\ny: 1\n' >"$WORK/o" && printf 'x: 1\n\n\n\ny: 2\n' >"$WORK/t"
cd "$WORK" || exit 2
expect 'other YAML joins by lines' 0 "$(status thrive merge b o t)"
expect 'to the same' "$(printf 'x: 2\n\n\n\ny: 2')" "$(cat out)"

# A clone without the driver is noted, and asks no program.
git clone -q "$WORK/r1" "$WORK/clone" && cd "$WORK/clone" || exit 2
expect_in 'check notes a clone that was not set up' '[merge-driver-missing]' "$(thrive check . 2>/dev/null)"
thrive git-setup -q
expect 'and not one that was' 0 "$(thrive check . 2>/dev/null | grep -c 'merge-driver-missing')"
expect 'which git-setup can undo' 0 "$(status thrive git-setup --remove)"
expect 'to the byte' '' "$(git config --get-regexp 'thrive' 2>/dev/null)"
finish
