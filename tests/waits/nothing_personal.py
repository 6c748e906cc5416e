#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""No id and no person of an extract, no word of its free columns and not its name, is in anything that is printed or
written, whatever the form and the rule: neither in results nor in messages, data files, differences or what is left in
the folders. With small numbers suppressed, no day of a person either.

    tests/waits/nothing_personal.py --bin build"""

import re

from program import STATISTICS, arguments, finish, run, site

COLUMNS = {"id": "referral", "person": "person", "received": "received", "first_contact": "seen", "closed": "closed",
           "close_reason": "reason", "second_contact": "again"}
EXTRACT = {"columns": COLUMNS, "start": "received", "stop": "first-contact",
           "within": {"days": 28, "inclusive": True}, "spell_days": 5, "split_by": ["source"]}
AS_OF = "2025-03-31"
FORMS = ["text", "markdown", "html", "csv", "json", "svg"]


def lines():
    """Rows with words that stand nowhere else, and every fault of which something is said."""
    yield "referral,person,received,seen,again,closed,reason,source,remark"
    for number in range(120):
        day = f"2025-{1 + number % 2:02d}-{1 + number % 27:02d}"
        seen = f"2025-03-{1 + number % 27:02d}" if number % 3 else ""
        yield f"Zq{number:04d}xw,Pv{number:04d}ky,{day},{seen},,,,{'gp' if number % 2 else 'school'},Remark{number:04d}jj"
    yield "Zq0001xw,Pv0001ky,2025-01-02,,,,,gp,other words qqz"
    yield "Zq9001xw,Pv9001ky,,,,,,gp,Remark9001jj"
    yield "Zq9002xw,Pv9002ky,2025-02-30,,,,,gp,Remark9002jj"
    yield "Zq9003xw,Pv9003ky,01/01/1900,,,,,gp,Remark9003jj"
    yield "Zq9004xw,Pv9004ky,2025-02-10,2025-02-01,,,,gp,Remark9004jj"
    yield "Zq9005xw,Pv9005ky,2025-02-10,,,2025-02-01,,gp,Remark9005jj"
    yield "Zq9006xw,Pv9006ky,2025-05-10,,,,,gp,Remark9006jj"


PERSONAL = re.compile(rb"Zq\d{4}xw|Pv\d{4}ky|Remark\d{4}jj|qqz")
# Weeks and months are named by their first day, and the first week begins before the first referral.
DAYS = re.compile(rb"2025-0[123]-\d\d|\d\d/\d\d/(?:19|20)\d\d")
MAY_BE_SAID = {b"2025-03-31", b"2025-01-01", b"2025-01-31", b"2025-02-01", b"2025-02-28", b"2025-03-01"}


def outputs(programs, folder):
    """Everything that commands say, with how it came to be."""
    for rule in ("none", "mhsds", "lt5", "lt10"):
        for form in FORMS:
            ran = run(programs, folder, "waits", "--from", "Secretname.csv", "--as-of", AS_OF, "-f", form, "--suppress",
                      rule)
            yield f"waits -f {form} --suppress {rule}", ran.stdout, rule != "none" and form != "json"
            yield f"messages of -f {form}", ran.stderr.replace(b"Secretname.csv:", b""), False
    for words in (["--split", "remark"], ["--split", "person"], ["--split", "referral"]):
        ran = run(programs, folder, "waits", "--from", "Secretname.csv", "--as-of", AS_OF, *words)
        yield f"waits {' '.join(words)}", ran.stdout + ran.stderr.replace(b"Secretname.csv:", b""), False
        if ran.returncode != 2:
            yield f"waits {' '.join(words)} was not refused", b"Zq0000xw", False
    for words in (["-n"], []):
        ran = run(programs, folder, "compute", "--from", "Secretname.csv", "--as-of", AS_OF, *words)
        yield f"compute {' '.join(words)}", ran.stdout + ran.stderr.replace(b"Secretname.csv:", b""), False


def main():
    given = arguments()
    problems, looked_at = [], 0
    with site(EXTRACT, STATISTICS) as folder:
        (folder / "Secretname.csv").write_text("\n".join(lines()) + "\n", encoding="utf-8")
        for name, said, is_about_many in outputs(given.bin, folder):
            looked_at += 1
            if not said and "messages" not in name and "compute" not in name:
                problems.append((name, "says nothing"))
            for found in {*PERSONAL.findall(said), *re.findall(rb"Secretname", said)}:
                problems.append((name, f"holds {found.decode()}"))
            if is_about_many:
                for found in set(DAYS.findall(said)) - MAY_BE_SAID:
                    problems.append((name, f"holds the day {found.decode()}"))
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.name != "Secretname.csv" and PERSONAL.search(file.read_bytes()):
                problems.append((file.name, "holds an id"))
            if file.name not in {"Secretname.csv", "project", "data", "thrive.yaml"} and file.suffix != ".csv":
                problems.append((file.name, "was left behind"))
    finish("nothing personal", problems, looked_at)


main()
