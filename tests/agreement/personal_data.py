#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Lines as people leave them in projects, in every kind of file that git would take: personal data are found, what only
looks alike is not, and no message of any format repeats what was found. Made from a fixed seed, of numbers that belong
to nobody: NHS numbers of the test range, telephone numbers that Ofcom keeps for drama, example.org.
"""

import json
import random
import subprocess
import tempfile
from pathlib import Path

from common import finish, programs_argument

MONTHS = "January February March April May June July August September October November December".split()
AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL "
    "GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL "
    "PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
).split()
KINDS = ["nhs-number", "email-address", "phone-number", "postcode", "date-of-birth"]


def nhs_digits(chosen):
    """Ten digits of the range that is kept for tests, with their check digit."""
    while True:
        nine = "999" + "".join(chosen.choice("0123456789") for _ in range(6))
        check = (11 - sum(int(digit) * (10 - at) for at, digit in enumerate(nine)) % 11) % 11
        if check != 10:
            return nine + str(check)


def nhs_number(chosen):
    d = nhs_digits(chosen)
    three = [d[:3], d[3:6], d[6:]]
    full = "".join(chr(0xFF10 + int(digit)) for digit in d)
    return chosen.choice([
        d, d, " ".join(three), " ".join(three), "-".join(three), ".".join(three), "/".join(three), "_".join(three),
        "  ".join(three), " - ".join(three), "\u00a0".join(three), "\u2009".join(three), "\u200b".join(three),
        "\u2013".join(three), full, f"NHS{d}", f"pt_{d}_v2", f"{d}.0", f"({d[:3]}) {d[3:6]} {d[6:]}", f"{d[:5]} {d[5:]}",
        f"{d[:4]} {d[4:7]} {d[7:]}", f"{d[:2]} {d[2:6]} {d[6:]}", f"x{d}y", f"\u2018{d}\u2019",
    ])


def email(chosen):
    local = chosen.choice(["jo.bloggs", "sam", "a.patel2", "mum+school", "o'neil", "zoë", "rené.müller", "j_smith", "DR.WHO"])
    domain = chosen.choice(["example.org", "example.com", "mail.example.org", "nhs.example", "EXAMPLE.ORG", "exämple.org"])
    at = chosen.choice(["@"] * 8 + ["\uff20", " (at) ", "%40", " [at] "])
    return local + at + domain


def phone(chosen):
    n = f"{chosen.randrange(1000):03}"
    return chosen.choice([
        f"01632 960{n}", f"01632960{n}", f"(01632) 960 {n}", f"01632-960-{n}", f"01632.960.{n}", f"01632/960{n}",
        f"07700 900{n}", f"07700900{n}", f"07700 900 {n}", f"+44 7700 900{n}", f"+447700900{n}", f"0044 7700 900{n}",
        f"447700900{n}", f"44 7700 900{n}", f"+44 (0)7700 900{n}", f"020 7946 0{n}", f"02079460{n}", f"0161 496 0{n}",
        f"0161-496-0{n}", f"0113 496 0{n}", f"tel07700900{n}", f"07700\u00a0900\u00a0{n}", f"0808 157 0{n}", f"029 2018 0{n}",
        f"+44.7700.900{n}", f"07700900{n}.0", f"07700 900{n} x12",
    ])


def postcode(chosen):
    area = chosen.choice(AREAS if chosen.random() < 0.5 else [area for area in AREAS if len(area) == 1])
    outward = area + str(chosen.randrange(1, 30))
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    inward = chosen.choice("0456789") + chosen.choice(letters.replace("T", "")) + chosen.choice(letters)
    if area in ("EC", "WC", "SW"):
        outward = area + chosen.choice("1234") + "A"
    plain = chosen.choice([f"{outward} {inward}"] * 3 + [f"{outward}  {inward}", f"{outward}\u00a0{inward}", outward + inward])
    if " " in plain and chosen.random() < 0.3:
        plain = plain.lower()
    return chosen.choice(["{}", "{}", "({})", "[{}]", "+{}", "*{}*", "\"{}\"", "<{}>", "/{}", "={}", "#{}", "{}."]).format(plain)


def date(chosen):
    year, month, day = chosen.randrange(1995, 2020), chosen.randrange(1, 13), chosen.randrange(1, 29)
    name, short = MONTHS[month - 1], MONTHS[month - 1][:3]
    return chosen.choice([
        f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year % 100:02}", f"{day}.{month}.{year}", f"{day}-{month}-{year}",
        f"{year}-{month:02}-{day:02}", f"{day} {name} {year}", f"{day}th of {name} {year}", f"{day:02}-{short}-{year}",
        f"{name} {day}, {year}", f"{short} {day} {year}", f"{year}{month:02}{day:02}", f"{day} {short} '{year % 100:02}",
        f"{year}/{month:02}/{day:02}", f"{day:02}{short}{year}",
    ])


def birth(chosen):
    when = date(chosen)
    words = chosen.choice([
        "DOB {}", "dob: {}", "dob {}", "D.O.B. {}", "D O B {}", "date of birth {}", "Date of Birth: {}", "birthdate {}",
        "born {}", "born on {}", "she was born on the {}", "date_of_birth={}", "DoB ({})", "birth date {}", "DOB is {}",
        "his birthday is {}", "{} (DOB)", "{} is her date of birth", "dateOfBirth {}", "d/o/b {}", "DOB (dd/mm/yyyy) {}",
        "a child born in Thornmere on {}",
    ])
    if words.startswith("{") and when[:1].isalpha():
        words = "DOB {}"
    return words.format(when), when


MAKERS = dict(zip(KINDS, [nhs_number, email, phone, postcode, birth]))
AROUND = {
    "nhs-number": ["{}", "NHS no {} seen twice", "patient {} waits", "moved {} to the other list", "see {}"],
    "email-address": ["{}", "write to {} for the minutes", "contact <{}>", "sent by {} on Monday", "cc {}"],
    "phone-number": ["{}", "ring {} after six", "mum is on {}", "call back: {}", "mobile {}"],
    "postcode": ["{}", "lives at 4 High Street, {}", "home {}", "moved to {} in May", "family near {}"],
    "date-of-birth": ["{}", "girl, {}", "referred, {}", "note - {}", "twin, {}"],
}
INNOCENT = [
    "votes 3 2 3 4 4 2 3 3 2 1", "votes [2, 2, 3, 1, 4, 2, 2, 3, 1, 2]", "a budget of 0161 000 000 pounds",
    "the service was born 2019-04-01", "birthday cards 12 May", "look at `b12 2aa` in the plan", "code b12 2aa",
    "the team was born on 1 April 2019", "date of birth is no longer kept; changed 12 May 2024",
    "DOB column taken out on 2024-03-01", "2024-03-01 DOB column taken out", "the server 192.168.10.25 is down",
    "between 12.345 and 67.890 days", "2024-01-05 10:30 meeting", "05/01/2024 1030 meeting", "1 420 300 104 pounds",
    "git@example.org:plan.git", "logo@2x.png", "tool@1.2.3 is installed", "weeks 12 14 15 16 17 were short",
    "commit a94a8fe5ccb19ba61c4c0873d391e987982fbbd3", "id 550e8400-e29b-41d4-a716-446655440000", "ISBN 978-0-306-40615-7",
    "M6 2nd table and S3 4th table", "S3, M6, S2, P3 and P5 were chosen", "from 943 to 476 in 2024", "1,420 in 2023, 1,530 in 2024",
    "open Monday to Friday 9 to 5", "@young-advisers said so", "90 % within 28 days", "age 12 to 14", "grant 2024/25: 12 000 000",
    "phase 1 2024-01-08 to 2024-03-20", "cycle r1c2 follows r1c1", "page 12 of 25", "version 2024.11.30", "table A 8 seats 2 2 2 3 3",
    "the new pathway was born out of the workshop on 20 March 2024", "three beds in E ward, 2 staff", "level 4 at 10 am",
    "room B12 on floor 2", "Q1 2024 to Q3 2024", "median 9 days, 90th percentile 24 days", "18 of 28 services",
    "ratio 3.9434765919", "total 94347659185", "sum 9434765918 pounds", "ref S32/2024", "born of need, 12 May 2024 saw the first huddle",
    "A4 2nd print run", "item M12a, B and C", "W1 and W2 are weeks", "E1 is an error code", "call it plan B", "mobile clinic 3 days",
    "telephone contacts 120 a week", "the hub's birthday party 12 May 2024", "http://example.org/a?b=12", "see 12/2024 minutes",
]
PLAIN = ["waits of {} days", "{} referrals in week {}", "scored {} of 4 by table {}", "between {} and {} a year", "{} % of {}",
         "on 2024-{m:02}-{d:02} we met", "{d} March 2024, {} people", "figures {} {} {} {}", "row {} {} {}", "budget {} 000 in 2024",
         "flow {} to {}", "£{},{}00 a year", "minute {}.{}", "workshop {m}/{d}/2024, {} tables", "target {} by 2025-{m:02}-{d:02}"]


def innocent(chosen, count):
    lines = list(INNOCENT)
    while len(lines) < count:
        numbers = [chosen.randrange(1, 1500) for _ in range(4)]
        lines.append(chosen.choice(PLAIN).format(*numbers, m=chosen.randrange(1, 13), d=chosen.randrange(1, 29)))
    return lines


class Holder:
    """A file of one kind, and how a line of text stands in it."""

    def __init__(self, name, line, head="", encoding="utf-8", tail=""):
        self.name, self.line, self.head, self.encoding, self.tail = name, line, head, encoding, tail
        self.lines = []

    def add(self, text):
        self.lines.append(self.line(text))
        return self.name, self.head.count("\n") + len(self.lines)

    def write(self, folder):
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((self.head + "".join(line + "\n" for line in self.lines) + self.tail).encode(self.encoding))


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def holders():
    number = iter(range(100000))
    comment, plain = (lambda text: "# " + text), (lambda text: text)
    note = lambda text: "  s{}: {{name: S, note: '{}'}}".format(next(number), text.replace("'", "''"))
    cells = lambda sign: lambda text: sign.join(["2024-01-01", "4", quoted(text)])
    return [
        Holder("thrive.yaml", note, "thrive: 1\nproject: {name: Corpus}\nservices:\n"),
        Holder("parts.yaml", comment), Holder("data/weekly.csv", cells(","), "date,value,note\n"),
        Holder("data/sub/MORE.CSV", cells(","), "date,value,note\n"), Holder("data/figures.tsv", cells("\t"), "date\tvalue\tnote\n"),
        Holder("notes.txt", plain), Holder("minutes.md", lambda text: "- " + text), Holder("old.yml", comment),
        Holder("thrive.yaml~", comment), Holder("deep/er/plan.yaml.orig", comment), Holder(".hidden", plain),
        Holder("teams.txt", plain, encoding="utf-16"), Holder("excel.csv", cells(";"), "date;value;note\n", "utf-16-le"),
        Holder("page.html", lambda text: "<p>" + text + "</p>"), Holder("rows.json", lambda text: json.dumps(text, ensure_ascii=False)),
    ]


def run(programs, folder, form):
    done = subprocess.run([programs / "thrive", "check", folder, "-f", form], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def names_of_files(chosen):
    """Names that hold personal data themselves, and names that do not."""
    d = nhs_digits(chosen)
    return [f"{d}.csv", f"letter_{d[:3]}_{d[3:6]}_{d[6:]}.txt", "jo.bloggs@example.org.txt", "M1_1AE.md", "dob-2009-03-04.txt",
            f"data/{d}/weeks.csv", "call 07700 900123.txt"], ["2024-03-20-minutes.md", "data/triage-wait.csv", "a4-2nd.txt"]


def main():
    programs = programs_argument(__doc__).resolve()
    chosen = random.Random(20241130)
    problems = []
    with tempfile.TemporaryDirectory(prefix="thrive-personal-") as name:
        folder = Path(name) / "project"
        folder.mkdir()
        files = holders()
        positive, negative, secrets = {}, {}, set()
        for count in range(90):
            for kind in KINDS:
                made = MAKERS[kind](chosen)
                datum, secret = made if isinstance(made, tuple) else (made, made)
                text = chosen.choice(AROUND[kind]).format(datum)
                positive[chosen.choice(files).add(text)] = (kind, text)
                secrets.add(secret.strip("()[]*\"<>/=#+."))
        for text in innocent(chosen, 220):
            negative[chosen.choice(files).add(text)] = text
        for file in files:
            file.write(folder)
        bad_names, good_names = names_of_files(chosen)
        for file in bad_names + good_names:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            if not (folder / file).exists():
                (folder / file).write_text("date,value\n")
        outputs = {form: run(programs, folder, form) for form in ("json", "text", "csv", "sarif", "junit")}
        found = {}
        names_found = 0
        for finding in json.loads(outputs["json"])["projects"][0]["findings"]:
            if finding["facts"].get("case") == "name":
                names_found += 1
                continue
            file = str(Path(finding["file"]).relative_to(folder))
            found.setdefault((file, finding["line"]), set()).add(finding["code"])
        missed = {kind: [text for at, (of, text) in positive.items() if of == kind and kind not in found.get(at, set())] for kind in KINDS}
        alarms = [text for at, text in negative.items() if found.get(at, set()) & set(KINDS)]
        for kind in KINDS:
            of_kind = sum(1 for of, _ in positive.values() if of == kind)
            share = 100 * (1 - len(missed[kind]) / of_kind)
            print(f"{kind:<14} {share:5.1f} % of {of_kind} found")
            if share < 95:
                problems.append((kind, f"only {share:.1f} % found, such as missing: {missed[kind][:5]}"))
        share = 100 * (1 - sum(map(len, missed.values())) / len(positive))
        print(f"all            {share:5.1f} % of {len(positive)} found; {len(alarms)} false alarms in {len(negative)} innocent lines")
        if share < 97:
            problems.append(("corpus", f"only {share:.1f} % of the lines found"))
        if len(alarms) * 100 > 3 * len(negative):
            problems.append(("corpus", f"{len(alarms)} false alarms in {len(negative)} lines: {alarms[:8]}"))
        if names_found != len(bad_names):
            problems.append(("names of files", f"{names_found} of {len(bad_names)} found"))
        for form, output in outputs.items():
            repeated = [secret for secret in secrets if len(secret) > 4 and secret in output]
            if repeated:
                problems.append((form, f"repeats what was found: {len(repeated)} times, such as {repeated[0]}"))
        for kind, texts in missed.items():
            for text in texts:
                print(f"missed {kind}: {text!r}")
        for text in alarms:
            print(f"false alarm: {text!r}")
    finish("personal_data", problems, len(positive) + len(negative))


if __name__ == "__main__":
    main()
