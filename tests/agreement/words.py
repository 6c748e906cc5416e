#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The sentences of libthrive/data/checks and the code that says them know the same facts: every name in a sentence is
given by a call, every fact that a call gives is named in a sentence, and each call gives all that one sentence needs.
Every code has a sentence, and a severity stands in the data and nowhere else."""

import re

import yaml
from common import ROOT, finish, name_of, source_files, text

PLACE = re.compile(r"(?<!\{)\{([a-z_0-9]+)(?::[^{}]*)?\}")
CODE = re.compile(r"\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"")
# What decides which sentence is said, and the evidence of a finding about a map: facts that no sentence need name.
SILENT = {"case", "count", "services", "flows"}
# Functions that add a fact of their own to every finding.
ADDS = {"about_cycle": {"cycle"}, "about_ramp": {"ramp"}}
# A severity that code decides: the reader of YAML knows no data files, and the forms only show what they are given.
GRADES = re.compile(r"(?:problems_?|problems\(\)|found|said)(?:\.|->)(?:error|warning|note)\(")


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
            codes[code] = entry
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
    """Every place where code names a code: the file, the facts given there, the case, and whether it is surely a finding."""
    for path in source_files(".cpp", below="libthrive") + source_files(".cpp", below="tools"):
        source = without_comments(text(path))
        for match in CODE.finditer(source):
            if match[1] not in codes:
                continue
            bracket = opening(source, match.start())
            inside = source[match.end() : closing(source, bracket)]
            names, case = facts_in(inside)
            helper = re.search(r"([a-z_]+)$", source[:bracket])
            names |= ADDS.get(helper[1], set()) if helper and source[bracket] == "(" else set()
            is_finding = bool(names) or bool(re.match(r"\s*,\s*(?:\{|project|text::|session)", inside))
            if names or is_finding:
                yield path, match[1], names, case


def says_enough(entry, names, case):
    """True when the facts fill one sentence of those that the case allows."""
    allowed = [words for word, words in texts(entry["says"]) if case is None or word in (None, case, "otherwise", "one", "other")]
    return any(set(PLACE.findall(words)) <= names for words in allowed)


def main():
    codes, problems, given = explained(), [], {}
    for path, code, names, case in calls(codes):
        if "says" not in codes[code]:
            continue
        given.setdefault(code, set()).update(names)
        if not says_enough(codes[code], names, case):
            problems.append((f"{name_of(path)} {code}", f"the facts {sorted(names)} fill none of its sentences"))
    for code, entry in codes.items():
        if "says" not in entry:
            problems.append((code, "has no sentence"))
            continue
        named = {name for part in ("says", "do") for _, words in texts(entry.get(part, "")) for name in PLACE.findall(words)}
        known = given.get(code, set())
        problems += [(code, f"its sentence names '{name}', which no call gives") for name in sorted(named - known)]
        problems += [(code, f"a call gives '{name}', which no sentence names") for name in sorted(known - named - SILENT)]
    for path in source_files(".cpp", below="libthrive") + source_files(".cpp", below="tools"):
        if GRADES.search(text(path)):
            problems.append((name_of(path), "decides a severity"))
    finish("words", problems, len(codes))


main()
