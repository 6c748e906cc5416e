# SPDX-License-Identifier: MIT
"""What the agreement checks of messages share: the entries of libthrive/data/checks, and the calls of the code that say
them, with the facts that each gives."""

import re

import yaml
from common import source_files, text

PLACE = re.compile(r"(?<!\{)\{([a-z_0-9]+)(?::[^{}]*)?\}")
CODE = re.compile(r"\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"")
# What decides which sentence is said, and the evidence of a finding about a map: facts that no sentence need name.
SILENT = {"case", "count", "services", "flows"}
# Functions that add a fact of their own to every finding.
ADDS = {
    "about_cycle": {"cycle"},
    "about_ramp": {"ramp"},
    "fault_of_row": {"more"},
    "fault_of_cell": {"more", "column"},
}
# Functions of the rooms below `findings` that say a problem as its code and facts; words come where it is collected.
CARRIERS = {"fail", "note", "refuse", "cannot_write"}
ROOMS_OF_CARRIERS = {"yaml", "system"}


def texts(sentence):
    """Every text of a sentence, with the word of the case it is for: None when every case has it."""
    if isinstance(sentence, str):
        return [(None, sentence)]
    if isinstance(sentence, list):
        return [pair for item in sentence for pair in texts(item)]
    return [(case, words) for case, item in sentence.items() for _, words in texts(item)]


def explained():
    codes = {}
    for path in source_files(".yaml", below="libthrive/data/checks"):
        for code, entry in yaml.safe_load(text(path)).items():
            codes[code] = {**entry, "area": path.stem}
    return codes


def without_comments(source):
    return re.sub(r"//[^\n]*", lambda match: " " * len(match[0]), source)


def closing(source, start):
    """Where the bracket at `start` is closed."""
    depth, at = 0, start
    while at < len(source):
        sign = source[at]
        if sign in "\"'":
            at += 1
            while source[at] != sign:
                at += 2 if source[at] == "\\" else 1
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return len(source)


def opening(source, end):
    """The bracket that is open at `end`, looking back; quotes in between hold no brackets that count."""
    depth, at = 0, end - 1
    while at >= 0:
        sign = source[at]
        if sign in ")]}":
            depth += 1
        elif sign in "([{":
            if depth == 0:
                return at
            depth -= 1
        at -= 1
    return 0


def facts_in(source):
    """The names of the facts in the first `{{"name", ...}, ...}` of a stretch of code, and the word of a literal case."""
    begin = re.search(r"\{\s*\{\s*\"([a-z_0-9]+)\"\s*,", source)
    if not begin:
        return set(), None
    names, at = set(), begin.start() + 1
    end = closing(source, begin.start())
    case = None
    while at < end:
        entry = source.find("{", at, end)
        if entry < 0:
            break
        found = re.match(r"\{\s*\"([a-z_0-9]+)\"\s*,\s*(?:\"([a-z-]+)\"\s*\})?", source[entry:end])
        if found:
            names.add(found[1])
            if found[1] == "case":
                case = found[2]
        at = closing(source, entry) + 1
    return names, case


def calls(codes):
    """Every place where code makes a finding: the file, the code, the facts given there, the case when it is written out,
    and whether the finding is said on the spot instead of being a result."""
    for path in source_files(".cpp", below="libthrive") + source_files(".cpp", below="tools"):
        source = without_comments(text(path))
        for match in CODE.finditer(source):
            if match[1] not in codes:
                continue
            bracket = opening(source, match.start())
            inside = source[match.end() : closing(source, bracket)]
            names, case = facts_in(inside)
            helper = re.search(r"([a-z_]+)$", source[:bracket])
            is_carried = source[bracket] == "(" and helper is not None and (
                helper[1] == "problem" or (helper[1] in CARRIERS and ROOMS_OF_CARRIERS & set(path.parts))
            )
            if source[bracket] == "(" and (not helper or helper[1] not in ADDS) and not is_carried:
                continue  # a problem that is said with words of its own
            if re.search(r"\bMisfit \w+$", source[:bracket]) or source[bracket] == "{" and "," in source[bracket : match.start()]:
                continue
            names |= ADDS.get(helper[1], set()) if helper and source[bracket] == "(" else set()
            is_finding = bool(names) or is_carried or bool(re.match(r"\s*,\s*(?:\{|project|text::|session)", inside))
            said_by = re.search(r"\b(say|say_of_key)$", source[: opening(source, bracket)])
            if names or is_finding:
                yield path, match[1], names, case, is_carried or said_by is not None
