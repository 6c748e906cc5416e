#!/bin/sh
# SPDX-License-Identifier: MIT
# Bash completion as people meet it: an interactive bash at a terminal, Debian's bash-completion, and the TAB key.
# tests/agreement/completion.py compares everything that is offered; here is only the way to the key.
# shellcheck source=/dev/null
. "$(dirname "$0")/common.sh"
[ -r /usr/share/bash-completion/bash_completion ] || { echo "bash-completion is not installed"; exit 1; }

# The files as an installation has them: bash-completion finds them by the name of the program.
mkdir -p user/completions
cp "$BIN/completion.bash" user/completions/thrive
for tool in $(tools); do [ "$tool" = thrive ] || ln -s thrive "user/completions/$tool"; done
cat >rc <<RC
PATH='$BIN:/usr/bin:/bin'
BASH_COMPLETION_USER_DIR=$WORK/user
PS1='> '
bind 'set enable-bracketed-paste off'
. /usr/share/bash-completion/bash_completion
RC
a_project plan.yaml

# completes NAME KEYS WORDS: when the keys have been typed the words are on the screen. The line then becomes a comment,
# so that nothing runs. Each has a terminal of its own, and they all wait at the same time.
asked=0
completes() {
  asked=$((asked + 1))
  printf '%s\n' "$1" >"name.$asked"
  printf '%s\n' "$3" >"words.$asked"
  { sleep 1; printf '%b' "$2"; sleep 1; printf '\001#\n'; sleep 0.3; printf 'exit\n'; } |
    script -qec "bash --noprofile --rcfile $WORK/rc -i" /dev/null 2>/dev/null | tr -d '\r\007' >"screen.$asked" &
}

tool=$(tools | grep -v '^thrive$' | head -n 1)
[ -n "$tool" ] || { echo "no tool was built"; exit 1; }
command=$(commands "$tool" | tail -n 1)
start=$(printf '%s' "$command" | cut -c 1-3)
option=$("$BIN/$tool" "$command" --help | grep -q -- --quiet && echo --quiet)
completes "a command of $tool" "$tool $start\\t" "$command"
completes "an option of $tool $command" "$tool $command --qui\\t" "$option"
completes "a word of an option" "$tool $command --color nev\\t" "--color never"
completes "a word behind =" "$tool $command --color=nev\\t" "--color=never"
completes "a file" "$tool $command pla\\t" "plan.yaml"
if [ -x "$BIN/thrive" ]; then
  completes "a section of a path" "thrive edit --set serv\\t" "--set services/"
  completes "a field of a path" "thrive edit plan.yaml --set project/nam\\t" "--set project/name="
  completes "a word for a field" "thrive edit --set ramps/r1/cycles/c1/kind=imp\\t" "kind=implement"
  completes "a tool behind thrive" "thrive $(printf '%s' "$tool" | cut -c 1-5)\\t" "thrive $tool"
  completes "a command of a tool behind thrive" "thrive $tool $start\\t" "thrive $tool $command"
fi
wait
for number in $(seq "$asked"); do
  expect_in "$(cat "name.$number")" "$(cat "words.$number")" "$(cat "screen.$number")"
done
finish
