#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every extract of tests/cases/waits/extracts through `measure waits` and `measure compute`, number by number; and that
a second `compute` of the same extract changes no file.

    tests/waits/cases.py --bin build"""

import json

from program import CASES, arguments, differences, finish, run, site, waits


def weekly_rows(file):
    """The dates and figures of a data file, without its notes; an empty cell is None."""
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        date, *figures = line.split(",")[:-1]
        rows.append([date, *(float(figure) if figure else None for figure in figures)])
    return rows


def look_at_compute(programs, folder, extract, as_of, wanted):
    ran = run(programs, folder, "compute", "--from", extract, "--as-of", as_of)
    if ran.returncode == 2:
        return [("compute", ran.stderr.decode())]
    files = {name: folder / "project" / "data" / f"{name}.csv" for name in wanted}
    found = [d for name, file in files.items() for d in differences(wanted[name], weekly_rows(file), f"compute/{name}")]
    before = {name: (file.read_bytes(), file.stat().st_ino) for name, file in files.items()}
    run(programs, folder, "compute", "--from", extract, "--as-of", as_of)
    after = {name: (file.read_bytes(), file.stat().st_ino) for name, file in files.items()}
    return found + ([] if before == after else [("compute", "the same extract changed a file the second time")])


def look_at(programs, case):
    definition = json.loads((case / "definition.json").read_text(encoding="utf-8"))
    wanted = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    weekly = wanted.pop("compute", {})
    with site(definition["extract"], weekly) as folder:
        earlier = []
        if "earlier_as_of" in definition:
            earlier = ["--earlier", case / "earlier.csv", "--earlier-as-of", definition["earlier_as_of"]]
        extract, as_of = case / "extract.csv", definition["as_of"]
        got = waits(programs, folder, extract, as_of, "--suppress", "none", *earlier)
        return differences(wanted, got) + look_at_compute(programs, folder, extract, as_of, weekly)


def main():
    given = arguments()
    cases = sorted((CASES / "extracts").iterdir())
    finish("waits", [(case.name, *d) for case in cases for d in look_at(given.bin, case)], len(cases))


if __name__ == "__main__":
    main()
