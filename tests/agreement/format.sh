#!/bin/sh
# SPDX-License-Identifier: MIT
# The sources are formatted, the scripts are clean, the manual is right. format.sh sources|scripts|manual
set -eu
cd "$(dirname "$0")/../.."
ours() { find . \( -name .git -o -path './build*' \) -prune -o "$@" -print | sort; }
case $1 in
  sources) ours -name '*.[ch]pp' | xargs clang-format --dry-run -Werror ;;
  scripts)
    { ours -name '*.sh'; echo ./tools/completion.bash; echo ./.ci/run; } | xargs shellcheck -x
    ours -name '*.py' | xargs python3 -B -c 'import ast, sys; [ast.parse(open(f).read(), f) for f in sys.argv[1:]]'
    ;;
  manual) ours -path './man/*.[1-8]' | xargs mandoc -Tlint -W warning ;;
esac
