#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What a header declares is defined in the source file of its name, or in the header itself: who looks for a function
knows where it is."""

import re

from common import finish, name_of, source_files, text
from pieces import TYPE, definition_in, pieces_of

DECLARATION = re.compile(r"(?:^|\s|[&*])(~?[a-z]\w*|[A-Z]\w*|operator\S+)\((?![*])")


def declared_in(piece):
    """(class or None, name) of each function that a piece of a header declares without a body."""
    owner = TYPE.search(piece)
    body = piece
    if owner and "{" in piece:
        body = piece[piece.index("{") + 1 : piece.rindex("}")]
        while re.search(r"\{[^{}]*\}", body):  # bodies of members, and types within
            body = re.sub(r"\{[^{}]*\}", ";", body)
    elif "{" in piece or re.match(r"(using|static_assert|template|constexpr|inline|extern|friend)\b", piece):
        return []
    found = []
    for statement in body.split(";"):
        statement = " ".join(statement.split())
        if "=" in statement.split("(")[0] or re.search(r"= (default|delete|0)$", statement) or "using " in statement:
            continue
        name = DECLARATION.search(re.sub(r"^(public|private|protected): ", "", statement.split("(")[0]) + "(")
        if name and "(" in statement and statement.rstrip().endswith((")", "const", "noexcept")) and "friend" not in statement:
            found.append((owner[1] if owner else None, name[1]))
    return found


def main():
    defined = {}  # (class or None, name): the files that define it
    headers = source_files(".hpp", below="libthrive") + source_files(".hpp", below="tools")
    sources = source_files(".cpp", below="libthrive") + source_files(".cpp", below="tools")
    for path in headers + sources:
        for piece in pieces_of(text(path)):
            definition = definition_in(piece)
            if definition:
                defined.setdefault(definition, set()).add(name_of(path))
    problems = []
    for path in headers:
        name = name_of(path)
        own = {name, name.removesuffix(".hpp") + ".cpp"}
        elsewhere = {}
        for piece in pieces_of(text(path)):
            for declared in declared_in(piece):
                files = defined.get(declared, set())
                if files and not files & own:
                    elsewhere[declared[1]] = sorted(files)[0]
        if elsewhere and not name.endswith("/commands.hpp"):
            first = sorted(elsewhere)[0]
            problems.append((name, f"declares {len(elsewhere)} functions that other files define, such as {first} in {elsewhere[first]}"))
    finish("headers", problems, len(headers))


main()
