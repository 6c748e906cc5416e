#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""`plan calendar` by readers of other people and by a strict one of our own: line ends, folding between characters, what
every entry must have, nobody named, the same bytes twice. Readers: python3-icalendar and khal (Debian), where they are
installed; each that is missing is named."""

import argparse
import datetime
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NASTY = """thrive: 1
project: {name: Example, locality: "Årby, North; South"}
plan:
  tasks:
    t1: {name: "Commas, semicolons; a back/slash and ÄÖÜ 日本語 ＡＢＣ to be folded between characters, not within one, however long it is", step: engagement, owner: lead, start: 2024-02-28, end: 2024-02-29}
    t2: {name: "A very long line of plain letters that has to be folded more than once because it goes on and on and on and on and on and on until somebody stops it", step: learning, start: 2024-12-30, end: 2024-12-31, done: 2024-12-31}
meetings:
  late: {name: Late, next: 2024-03-30, time: "23:30", minutes: 60, where: "Room 1, left"}
"""


def unfolded(data):
    """The lines of a calendar, joined again; says what no reader has to put up with."""
    assert data.endswith(b"\r\n"), "does not end in CR LF"
    assert not data.startswith(b"\xef\xbb\xbf"), "begins with a byte order mark"
    lines = []
    for raw in data[:-2].split(b"\r\n"):
        assert b"\r" not in raw and b"\n" not in raw, f"a lone line end: {raw}"
        assert len(raw) <= 75, f"{len(raw)} octets: {raw}"
        raw.decode("utf-8")  # a sign that is torn is no UTF-8
        if raw[:1] == b" ":
            lines[-1] += raw[1:].decode("utf-8")
        else:
            lines.append(raw.decode("utf-8"))
    return lines


def entries(lines, kind):
    """Every entry as a list of (name with parameters, value)."""
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    found, current = [], None
    for line in lines[1:-1]:
        name, value = line.split(":", 1)
        if line == f"BEGIN:{kind}":
            current = {}
        elif line == f"END:{kind}":
            found.append(current)
            current = None
        elif current is not None:
            assert name not in current, f"{name} twice"
            current[name] = value
        else:
            assert name in ("VERSION", "PRODID", "CALSCALE", "METHOD"), line
    return found


def check_entries(data, kind, stamp):
    lines = unfolded(data)
    for word in ("ORGANIZER", "ATTENDEE", "TZID"):
        assert not any(line.startswith(word) for line in lines), word
    found = entries(lines, kind)
    assert len({entry["UID"] for entry in found}) == len(found), "one identifier twice"
    for entry in found:
        assert entry["DTSTAMP"] == stamp + "T000000Z", entry
        if kind == "VTODO":
            assert entry["STATUS"] in ("NEEDS-ACTION", "COMPLETED") and entry["PERCENT-COMPLETE"] in ("0", "100"), entry
            assert "DUE;VALUE=DATE" in entry or "DUE" in entry, entry
            continue
        assert entry["STATUS"] == "CONFIRMED", entry
        if "DTSTART;VALUE=DATE" in entry:
            day = datetime.datetime.strptime(entry["DTSTART;VALUE=DATE"], "%Y%m%d")
            assert entry["DTEND;VALUE=DATE"] == f"{day + datetime.timedelta(days=1):%Y%m%d}", entry
            assert entry["TRANSP"] == "TRANSPARENT", entry
        else:
            datetime.datetime.strptime(entry["DTSTART"], "%Y%m%dT%H%M%S")
    return found


def with_icalendar(data, count):
    try:
        import icalendar
    except ImportError:
        print("python3-icalendar is not installed: its reading is left out")
        return
    events = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert len(events) == count, f"icalendar reads {len(events)} of {count}"


def with_khal(path, count):
    if shutil.which("khal") is None:
        print("khal is not installed: its reading is left out")
        return
    with tempfile.TemporaryDirectory() as place:
        config = Path(place) / "config"
        config.write_text(f"[calendars]\n[[it]]\npath = {place}/it\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {place}/khal.db\n", encoding="utf-8")
        (Path(place) / "it").mkdir()
        done = subprocess.run(["khal", "-c", config, "import", "--batch", "-a", "it", path], capture_output=True, text=True, timeout=120, check=False, env={"HOME": place, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        kept = len(list((Path(place) / "it").glob("*.ics")))
        assert done.returncode == 0 and kept == count, f"khal keeps {kept} of {count}: {done.stderr[-300:]}"


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, type=Path, help="folder with the built programs")
    programs = options.parse_args().bin.resolve()
    with tempfile.TemporaryDirectory() as place:
        nasty = Path(place) / "nasty.yaml"
        nasty.write_text(NASTY, encoding="utf-8")

        def calendar(project, *words):
            return subprocess.run([programs / "plan", "calendar", "--as-of", "2025-02-17", *words, project], capture_output=True, timeout=60, check=True).stdout

        for project in (nasty, ROOT / "examples" / "thornmere"):
            data = calendar(project)
            assert data == calendar(project), "other bytes the second time"
            found = check_entries(data, "VEVENT", "20250217")
            check_entries(calendar(project, "--todo"), "VTODO", "20250217")
            path = Path(place) / "plan.ics"
            path.write_bytes(data)
            with_icalendar(data, len(found))
            with_khal(path, len(found))
        told = {entry["UID"]: entry for entry in check_entries(calendar(nasty), "VEVENT", "20250217")}
        late = told["meeting-late@rby-north-south.thrive"]
        assert (late["DTSTART"], late["DTEND"]) == ("20240330T233000", "20240331T003000"), late
        assert late["LOCATION"] == "Room 1\\, left", late
        assert told["task-t1@rby-north-south.thrive"]["DTEND;VALUE=DATE"] == "20240301", told
    print("calendar: 2 projects, 0 wrong")


try:
    main()
except AssertionError as wrong:
    sys.exit(f"calendar: {wrong}")
