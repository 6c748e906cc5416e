# SPDX-License-Identifier: MIT
"""The pieces that a source file of ours is made of: clang-format starts each at the start of a line."""

import re

WORD = re.compile(r"[A-Za-z_]\w*")
# `Type name(`, `Type Class::name(` at the start of a line that opens a body; not a macro, not a control statement.
DEFINITION = re.compile(r"^(?!(?:namespace|using|static_assert|return|struct|class|enum|union|extern)\b)[\w:<>,&*\[\] ~=]*?"
                        r"\b(?:(\w+)::)?(~?\w+|operator\S+)\(")
TYPE = re.compile(r"^(?:template[^\n]*\n)?(?:struct|class|enum class|union|concept)\s+(?:\w+::)*(\w+)", re.MULTILINE)
NOT_CODE = re.compile(r"//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\])'")


def pieces_of(source):
    """The pieces at the top of a file: functions, types, constants. clang-format starts each at the start of a line."""
    source = re.sub(r"^(?:namespace\b.*|}  // namespace.*|#.*)$", "", source, flags=re.MULTILINE)
    pieces, piece = [], []
    for line in NOT_CODE.sub("", source).splitlines():
        if line and not line[0].isspace() and line[0] not in "}):" and piece and is_whole(piece):
            pieces.append("\n".join(piece))
            piece = []
        if line.strip():
            piece.append(line)
    if piece:
        pieces.append("\n".join(piece))
    return pieces


def is_whole(piece):
    joined = "\n".join(piece)
    return joined.count("{") == joined.count("}") and joined.count("(") == joined.count(")") and joined.rstrip()[-1] in ";}"


def definition_in(piece):
    """(class or None, name) when a piece defines a function, else None."""
    head = re.sub(r"^template <[^\n]*>\n", "", piece).split("{", 1)
    if len(head) != 2:
        return None
    found = DEFINITION.match(" ".join(head[0].split()))
    return (found[1], found[2]) if found else None
