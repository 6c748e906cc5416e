#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The sentences of libthrive/data/checks and the code that says them know the same facts: every name in a sentence is
given by a call, every fact that a call gives is named in a sentence, and each call gives all that one sentence needs.
A code without a sentence is still said with words of its own; the areas that have none left may get none again. No code
gives a sentence to a problem: the places that still do are listed, and the list may only shrink."""

import re

from common import finish, name_of, source_files, text
from said import PLACE, SILENT, calls, explained, texts, without_comments

# Areas all of whose codes have their sentences in the data.
WHOLE = {"gaps", "ramps", "personal-data", "yaml"}

# A problem with a sentence of C++: `problems.error("code", place, "sentence")`, or a diagnostic made on the spot.
OWN_WORDS = re.compile(
    r"(?:problems_?|problems\(\)|found)\.(?:error|warning|note)\(\s*(?:\"([a-z-]+)\"|[^\",;()]+(?:\([^\";]*?\))?,)"
    r"|Severity::(?:error|warning|note),\s*\"([a-z-]+)\""
)


def own_words():
    """Every file and code with a sentence of its own; `...` where the code is a variable."""
    for path in source_files(".cpp", ".hpp", below="libthrive") + source_files(".cpp", below="tools"):
        for match in OWN_WORDS.finditer(without_comments(text(path))):
            yield f"{name_of(path)} {match[1] or match[2] or '...'}"


def says_enough(entry, names, case):
    """True when the facts fill one sentence of those that the case allows."""
    allowed = [words for word, words in texts(entry["says"]) if case is None or word in (None, case, "otherwise", "one", "other")]
    return any(set(PLACE.findall(words)) <= names for words in allowed)


def main():
    codes, problems, given = explained(), [], {}
    for path, code, names, case, _ in calls(codes):
        if "says" not in codes[code]:
            problems.append((f"{name_of(path)} {code}", "is said, and has no sentence"))
            continue
        given.setdefault(code, set()).update(names)
        if not says_enough(codes[code], names, case):
            problems.append((f"{name_of(path)} {code}", f"the facts {sorted(names)} fill none of its sentences"))
    for code, entry in codes.items():
        if "says" not in entry:
            if entry["area"] in WHOLE:
                problems.append((code, "has no sentence"))
            continue
        named = {name for part in ("says", "do") for _, words in texts(entry.get(part, "")) for name in PLACE.findall(words)}
        known = given.get(code, set())
        problems += [(code, f"its sentence names '{name}', which no call gives") for name in sorted(named - known)]
        problems += [(code, f"a call gives '{name}', which no sentence names") for name in sorted(known - named - SILENT)]
    problems += [(place, "gives a problem a sentence; it belongs in libthrive/data/checks") for place in sorted(set(own_words()))]
    finish("words", problems, len(codes))


main()
