# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# bash completion for the THRIVE tools (@THRIVE_PROGRAMS@).
# Everything is asked of the tools themselves when TAB is pressed (their --help), so there is no list here to go stale.

# The lines of one section of a help text.
_thrive_section() {
  sed -n "/^$1:\$/,/^\$/{/^ /p}"
}

# The options of a help text, one a line.
_thrive_options() {
  _thrive_section Options | grep -oE -- '^ +(-[A-Za-z], )?--[a-z][a-z0-9-]*' | grep -oE -- '-[^ ,]+'
}

# The words that an option or an argument can take, from "...: text, markdown or html (default: text)".
_thrive_choices() {
  awk -v wanted="$1" '
    $1 == wanted || $2 == wanted || $1 == wanted "," { found = 1; entry = $0; next }
    found && /^        +[^ -]/ { entry = entry " " $0; next }
    found { exit }
    END { print entry }' |
    sed -nE 's/ +/ /g; s/ \([^()]*\)//g; s/^.*: ([a-z0-9-]+((, | or )[a-z0-9-]+)+) ?$/\1/p' | sed 's/, / /g; s/ or / /g'
}

# The word being typed as it was typed: bash takes it apart at = and :.
_thrive_whole_word() {
  local at=$COMP_CWORD word=${COMP_WORDS[COMP_CWORD]}
  while ((at > 1)) && [[ ${COMP_WORDS[at]} == [=:]* || ${COMP_WORDS[at - 1]} == *[=:] ]]; do
    at=$((at - 1))
    word=${COMP_WORDS[at]}$word
  done
  word=${word#--set=}; word=${word#--add=}; word=${word#--remove=}; word=${word#--rename=}
  printf '%s\n' "$word"
}

# The option whose value is being typed, behind a blank or a =.
_thrive_option() {
  local at=$COMP_CWORD
  while ((at > 1)) && [[ ${COMP_WORDS[at]} == [=:]* || ${COMP_WORDS[at - 1]} == *[=:] ]]; do at=$((at - 1)); done
  [[ ${COMP_WORDS[at]} == --* ]] || at=$((at - 1))
  printf '%s\n' "${COMP_WORDS[at]}"
}

# Paths and values of `edit`, from thrive itself; the program is named as the tool is.
_thrive_paths() {
  local tool=$1 option=$2 typed=$3 fields=() word folder=${COMP_WORDS[0]%"${COMP_WORDS[0]##*/}"}
  [[ $tool == thrive ]] || fields+=(--tool "$tool")
  for word in "${COMP_WORDS[@]:2}"; do
    [[ ! -e $word || $word == -* ]] || fields+=(--project "$word")
  done
  "${folder}thrive" fields "${fields[@]}" --complete "$typed" 2>/dev/null |
    if [[ $option == --remove ]]; then sed 's/=$//'; else cat; fi
}

_thrive() {
  local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local programs=' @THRIVE_PROGRAMS@ ' prefix='@THRIVE_PROGRAM_PREFIX@' at=1 help words
  COMPREPLY=()

  # thrive NAME ... is the tool NAME.
  if [[ ${program##*/} == thrive && $COMP_CWORD -gt 1 && $programs == *" $prefix${COMP_WORDS[1]} "* ]]; then
    program=$prefix${COMP_WORDS[1]}
    at=2
  fi

  if ((COMP_CWORD == at)); then
    help=$("$program" --help 2>/dev/null) || return
    if [[ $current == -* ]]; then
      words=$(_thrive_options <<<"$help")
    else
      words=$(_thrive_section Commands <<<"$help" | awk '/^  [^ ]/ { print $1 }')
      [[ ${program##*/} != thrive ]] || words+=${programs// $prefix/ }
      [[ ${program##*/} != thrive ]] || words=${words/ thrive / }
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    return
  fi

  if [[ ${COMP_WORDS[at]} == edit && $(_thrive_option) =~ ^--(set|add|remove|rename)$ ]]; then
    local typed name=${program##*/}
    typed=$(_thrive_whole_word)
    mapfile -t COMPREPLY < <(_thrive_paths "${name#"$prefix"}" "$(_thrive_option)" "$typed")
    # What stands before the last = or : is on the line already.
    local before=${typed%"${typed##*[=:]}"}
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *[/=] ]] || compopt -o nospace 2>/dev/null
    return
  fi

  help=$("$program" "${COMP_WORDS[at]}" --help 2>/dev/null) || return
  if [[ $current == '=' ]]; then
    current=
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $current == -* ]]; then
    words=$(_thrive_options <<<"$help")
  elif [[ $previous == -* ]]; then
    words=$(_thrive_section Options <<<"$help" | _thrive_choices "$previous")
  elif ((COMP_CWORD == at + 1)); then
    words=$(_thrive_section Arguments <<<"$help" | awk 'NR == 1 { print $1 }')
    words=$(_thrive_section Arguments <<<"$help" | _thrive_choices "$words")
  else
    return # a file: bash completes it
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o bashdefault -o default -F _thrive @THRIVE_PROGRAMS@
