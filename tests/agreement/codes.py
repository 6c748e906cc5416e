#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every code that a diagnostic carries is explained in libthrive/data/checks and provoked in the error gallery. A code
that only a result carries (a finding of an analysis) may be asserted by a unit test or shown by a page instead. Nothing
is explained that no source can say. (checks_page.py compares thrive-checks(7).)"""

import re

import yaml
from common import ROOT, finish, name_of, source_files, text
from said import calls
from said import explained as everything

CODE = r"\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\""
# problems.error("code", ...) and Diagnostic{Severity::error, "code", ...}
SAID = re.compile(rf"(?:\.|->)(?:error|warning|note)\(\s*{CODE}|Severity::(?:error|warning|note),\s*{CODE}")
# the same with the severity, to be compared with the explanation's; findings also have the code in front of it
GRADED = re.compile(
    rf"(?:\.|->)(error|warning|note)\(\s*{CODE}|Severity::(error|warning|note),\s*{CODE}"
    rf"|{CODE},\s*(?:text::)?Severity::(error|warning|note),"
)
# problems_.add(Severity::error, "code", ... is among SAID; RowProblems also asks is_said(severity, "code", ...)
ASKED = re.compile(rf"\bis_said\(\s*[^,]+,\s*{CODE}|\bfails\(\s*{CODE}")
# Rule{}.defines("kind") and Rule{}.names("kind"): a name of such a kind is looked up, and unknown-KIND when it is not there
DEFINED = re.compile(rf"\.defines\(\s*{CODE}\)")
NAMED = re.compile(rf"(?<!\.from\(.sectors.\))\.names\(\s*{CODE}\)")
KEYS = {"severity", "title", "meaning", "action"}
MAY_HAVE = {"says", "do", "may_be_lowered", "for_information"}
SEVERITIES = {"error", "warning", "note"}


def explained():
    """The codes of libthrive/data/checks, each with its file; and what is wrong with an explanation."""
    codes, severities, problems = {}, {}, []
    for path in source_files(".yaml", below="libthrive/data/checks"):
        for code, entry in (yaml.safe_load(text(path)) or {}).items():
            if code in codes:
                problems.append((code, f"is explained in {codes[code]} and in {name_of(path)}"))
            codes[code] = name_of(path)
            severities[code] = entry.get("severity")
            words = [entry.get(key) for key in ("title", "meaning", "action")]
            if not KEYS <= set(entry) <= KEYS | MAY_HAVE or not all(isinstance(word, str) and word.strip() for word in words):
                problems.append((code, f"needs {', '.join(sorted(KEYS))}, and at most {', '.join(sorted(MAY_HAVE))}, in {name_of(path)}"))
            severity = entry.get("severity")
            given = {severity} if isinstance(severity, str) else set((severity or {}).values())
            if not given or not given <= SEVERITIES or (isinstance(severity, dict) and "otherwise" not in severity):
                problems.append((code, f"has the severity '{severity}'"))
    return codes, severities, problems


def main():
    codes, severities, problems = explained()
    literals, said, named, defined = set(), {}, {}, set()
    results = {}
    for path, code, _, _, is_said in calls(everything()):
        (said if is_said else results).setdefault(code, name_of(path))
    for path in source_files(".cpp", ".hpp", below="libthrive") + source_files(".cpp", below="tools"):
        content = text(path)
        literals.update(re.findall(CODE, content))
        for match in SAID.finditer(content):
            said.setdefault(match[1] or match[2], name_of(path))
        for match in NAMED.finditer(content):
            named[match[1]] = name_of(path)
        defined.update(DEFINED.findall(content))
        for match in ASKED.finditer(content):
            said.setdefault(match[1] or match[2], name_of(path))
        for match in GRADED.finditer(content):
            severity, code = match[1] or match[3] or match[6], match[2] or match[4] or match[5]
            if severities.get(code, severity) != severity:
                problems.append((code, f"is an {severity} in {name_of(path)}, {severities[code]} in {codes[code]}"))
    for kind in defined & set(named):
        said.setdefault(f"unknown-{kind}", named[kind])
        literals.add(f"unknown-{kind}")
    for path in source_files(".yaml", below="libthrive/data"):
        if "checks" not in path.parts:
            literals.update(re.findall(r"[a-z][a-z0-9-]+", text(path)))

    asserted = set()
    for path in source_files(".cpp", below="tests/unit") + source_files(".md", below="tests/transcripts"):
        asserted.update(re.findall(CODE + r"|\[([a-z][a-z0-9-]+)\]", text(path)))
    asserted = {name for pair in asserted for name in pair}
    gallery = {path.name.split(".")[0] for path in (ROOT / "tests" / "errors").iterdir()}
    problems += [(code, f"is said in {said[code]}, explained nowhere") for code in sorted(set(said) - set(codes))]
    for code in sorted(codes):
        # Warnings have everyday names ("gaps", "season") that also stand elsewhere in quotes: no proof that they are said.
        if codes[code].endswith("/measures.yaml") and code not in said and code not in results:
            problems.append((code, f"is explained in {codes[code]}, said by nothing"))
        if code not in literals:
            problems.append((code, f"is explained in {codes[code]}, said nowhere"))
        if code not in gallery and (code in said or code not in asserted):
            problems.append((code, "has no case in tests/errors" + ("" if code in said else ", no unit test and no page")))
    finish("codes", problems, len(codes))


main()
