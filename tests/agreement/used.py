#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every function of the library is used by a tool: called, from one function to the next, from the sources of the tools.
Functions are followed by name, so that one of a common name may hide; what this finds is dead."""

import re

from common import finish, name_of, source_files, text
from pieces import NOT_CODE, TYPE, WORD, definition_in, pieces_of

def main():
    library = source_files(".cpp", ".hpp", below="libthrive")
    functions = []  # (file, name, words of the body)
    others = {}  # name of a type or constant: the words of its pieces
    reached = set()
    for path in source_files(".cpp", ".hpp", below="tools"):
        reached |= set(WORD.findall(NOT_CODE.sub("", text(path))))
    for path in library:
        for piece in pieces_of(text(path)):
            words = set(WORD.findall(piece))
            defined = definition_in(piece)
            if defined:
                functions.append((name_of(path), defined[0], defined[1], words))
                continue
            if piece.startswith("static_assert"):
                reached |= words
                continue
            named = TYPE.search(piece)
            constant = re.sub(r"^template <[^\n]*>\n", "", piece).split("\n", 1)[0]
            for name in [named[1]] if named else re.findall(r"(\w+)(?:<[^=]*>)?(?:\{|\s*=|\[)", constant):
                others.setdefault(name, set()).update(words)
    waiting = True
    live = set()
    while waiting:
        waiting = False
        for place, (_, _, name, words) in enumerate(functions):
            if place not in live and (name in reached or name.startswith(("~", "operator"))):
                live.add(place)
                reached |= words
                waiting = True
        for name in [name for name in others if name in reached]:
            reached |= others.pop(name)
            waiting = True
    problems = []
    for place, (file, owner, name, _) in enumerate(functions):
        if place not in live and name != owner:
            problems.append((f"{file}:{owner + '::' if owner else ''}{name}", "is used by no tool"))
    finish("used", problems, len(functions))


main()
