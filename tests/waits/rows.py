# SPDX-License-Identifier: MIT
"""Made-up referrals as somebody's system writes them, with all that goes wrong, and their way through the gate as the
definition says it, row by row, without a library and without a thought for speed."""

import datetime

OLDEST = 7305
MISSING = {"", "null", "n/a", "na", "#n/a", "none", "-", "--", "–", "—", "nan", "unknown", "not known", "no data", "."}
ROLES = ["received", "decision", "first_contact", "indirect", "second_contact", "care_plan", "baseline_outcome", "closed"]
TITLES = ["ref", "who", *ROLES, "why", "age", "team", "source"]
STOPS = ["decision", "first-contact", "first-contact-or-indirect", "second-contact", "care-plan", "baseline-outcome", "full"]
FORMS = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%y", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%dT23:30:00Z", "%d/%m/%Y 00:15", "count"]


def spelled(chance, day):
    form = chance.choice(FORMS)
    return str((day - datetime.date(1899, 12, 30)).days) if form == "count" else day.strftime(form)


def nothing(chance):
    return chance.choice(["", "", "", "", "NULL", "n/a", "-", "Not known", "–"])


def made_up(chance, as_of, mess):
    """Rows, each a list of cells; `mess` is how often something goes wrong."""
    rows = []
    for number in range(chance.choice([1, 3, 8, 30, 90, 200])):
        received = as_of - datetime.timedelta(chance.randrange(-4 if mess else 0, 200))
        days = {"received": received}
        slow = chance.choice([3, 20, 90])
        for role, share in (("decision", 0.8), ("first_contact", 0.6), ("indirect", 0.2), ("second_contact", 0.4),
                            ("care_plan", 0.5), ("baseline_outcome", 0.5), ("closed", 0.4)):
            if chance.random() < share:
                early = -5 if chance.random() < mess else 0
                days[role] = received + datetime.timedelta(chance.randrange(early, slow + 1))
        if chance.random() < mess:
            days.pop("received", None)
        cells = [f"R{number}", f"P{chance.randrange(60)}"]
        cells += [spelled(chance, days[role]) if role in days else nothing(chance) for role in ROLES]
        cells += [chance.choice(["Treated", "DNA", "Moved", "unknown", ""]) if "closed" in days else "",
                  str(chance.choice([3, 9, 12, 16, 17, 25, 26, 40, -1, "x", ""])),
                  chance.choices(["north", "North", "south", "west", "n/a"], (9, 3, 6, 1, 2))[0],
                  chance.choice(["gp", "school", "self"]) if "first_contact" in days or chance.random() < 0.5 else ""]
        if chance.random() < mess:
            cells[chance.randrange(2, 10)] = chance.choice(["TBC", "31/02/2025", "01/01/00", "2250-01-01", "99", "0"])
        if chance.random() < mess / 2:
            cells[0] = nothing(chance)
        if chance.random() < mess / 2:
            cells[1] = nothing(chance)
        rows.append(cells)
        if chance.random() < mess:
            again = list(chance.choice([row for row in rows if len(row) == len(TITLES)]))
            if chance.random() < 0.5:
                again[chance.randrange(2, len(again))] = ""
            rows.append(again)
        if chance.random() < mess / 4:
            rows.append(chance.choice([["Total 12", "", "3"], ["Figures are provisional"], ["", "", "see note"]]))
    if mess and chance.random() < 0.7:
        chance.shuffle(rows)
    return [row + [""] * (len(TITLES) - len(row)) for row in rows if any(row)]


def day_in(cell):
    """The date in a cell; False when it cannot be read."""
    text = cell.split("T")[0] if cell[:4].isdigit() and "T" in cell else cell.removesuffix(" 00:15")
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%y", "%d-%b-%Y", "%d %B %Y"):
        try:
            day = datetime.datetime.strptime(text, form).date()
            return day if 1900 <= day.year <= 2199 else False
        except ValueError:
            pass
    if text.isdigit() and 29952 <= int(text) <= 80214:
        return datetime.date(1899, 12, 30) + datetime.timedelta(int(text))
    return False


def earliest(days):
    return min((day for day in days if day), default=None)


class Gate:
    def __init__(self, rows, definition, as_of):
        self.definition, self.as_of, self.columns = definition, as_of, definition["columns"]
        self.roles = [role for role in ROLES if role in self.columns]
        self.n = dict.fromkeys(
            ["rows", "not_referrals", "duplicates", "conflicting_duplicates", "out_of_scope", "received_missing",
             "received_after_cut_off", "closed_before_received", "second_before_first", "joined", "not_started",
             "contact_before_referral", "stop_before_start", "closed_before_start", "analysed", "stop_after_closed"], 0)
        self.n["unreadable_dates"] = dict.fromkeys(self.roles, 0)
        self.n["implausible_dates"] = dict.fromkeys(self.roles, 0)
        self.n["closed_without_reason"] = 0 if "close_reason" in self.columns else None
        self.by_id = {}
        self.people = list(self.analysed(self.spells(list(self.received(rows)))))

    def cell(self, row, role):
        text = row[TITLES.index(self.columns[role])].strip() if role in self.columns else ""
        return None if text.lower() in MISSING else text

    def days(self, row):
        days = {}
        for role in self.roles:
            cell = self.cell(row, role)
            day = day_in(cell) if cell else None
            if day is False:
                self.n["unreadable_dates"][role] += 1
            elif day and (self.as_of - day).days > OLDEST:
                self.n["implausible_dates"][role] += 1
            elif day and (day <= self.as_of or role == "received"):
                days[role] = day
        return days

    def received(self, rows):
        first_of, n = {}, self.n
        for at, row in enumerate(rows):
            n["rows"] += 1
            if sum(bool(cell.strip()) for cell in row) == 1 or row[0].lower().startswith("total"):
                n["not_referrals"] += 1
                continue
            ident = self.cell(row, "id")
            if ident and ident in first_of:
                n["duplicates"] += 1
                n["conflicting_duplicates"] += first_of[ident] != row
                continue
            first_of[ident] = row
            if any(row[TITLES.index(title)] not in kept for title, kept in self.definition.get("scope", {}).items()):
                n["out_of_scope"] += 1
                continue
            days = self.days(row)
            if ident:
                self.by_id[ident] = {r: d for r, d in days.items() if d <= self.as_of}
            if "received" not in days:
                n["received_missing"] += 1
            elif days["received"] > self.as_of:
                n["received_after_cut_off"] += 1
            elif days.get("closed") and days["closed"] < days["received"]:
                n["closed_before_received"] += 1
            else:
                first, second = days.pop("first_contact", None), days.pop("second_contact", None)
                n["second_before_first"] += bool(first and second and second < first)
                for role, day in zip(("first_contact", "second_contact"), sorted(d for d in (first, second) if d)):
                    days[role] = day
                one = {"at": at, "person": self.cell(row, "person"), "reason": self.cell(row, "close_reason"), **days}
                one["split"] = {}
                for title in self.definition["split_by"]:
                    value = row[TITLES.index(title)].strip()
                    value = None if value.lower() in MISSING else value
                    one["split"][title] = self.definition.get("values", {}).get(title, {}).get(value, value)
                yield one

    def spells(self, referrals):
        if "spell_days" not in self.definition:
            return referrals
        spells, open_spell = [], {}
        for one in sorted(referrals, key=lambda r: (r["received"], r["at"])):
            spell = open_spell.get(one["person"]) if one["person"] else None
            if spell:
                ends = [member.get("closed") for member in spell]
                if None in ends or (one["received"] - max(ends)).days <= self.definition["spell_days"]:
                    spell.append(one)
                    continue
            open_spell[one["person"]] = [one]
            spells.append(open_spell[one["person"]])
        self.n["joined"] = len(referrals) - len(spells)
        return [self.joined(spell) for spell in spells]

    def joined(self, spell):
        one = {"received": spell[0]["received"], "reason": None, "at": spell[0]["at"], "split": {}}
        contacts = sorted(m[role] for m in spell for role in ("first_contact", "second_contact") if m.get(role))
        one.update(zip(("first_contact", "second_contact"), contacts))
        for role in ("decision", "indirect", "care_plan", "baseline_outcome"):
            one[role] = earliest(m.get(role) for m in spell)
        if all(m.get("closed") for m in spell):
            last = max(enumerate(spell), key=lambda entry: (entry[1]["closed"], entry[0]))[1]
            one["closed"], one["reason"] = last["closed"], last["reason"]
        for title in self.definition["split_by"]:
            one["split"][title] = next((m["split"][title] for m in spell if m["split"][title] is not None), None)
        return one

    def stop_of(self, one):
        contact = earliest([one.get("first_contact"), one.get("indirect")])
        stop = self.definition["stop"]
        if stop == "full":
            needed = [contact, one.get("baseline_outcome"), one.get("care_plan")]
            return max(needed) if all(needed) else None
        return contact if stop == "first-contact-or-indirect" else one.get(stop.replace("-", "_"))

    def analysed(self, referrals):
        n = self.n
        for one in referrals:
            start, stop, closed = one.get(self.definition["start"].replace("-", "_")), self.stop_of(one), one.get("closed")
            contact = earliest([one.get("first_contact"), one.get("indirect")])
            if not start:
                n["not_started"] += 1
            elif contact and contact < one["received"]:
                n["contact_before_referral"] += 1
            elif stop and stop < start:
                n["stop_before_start"] += 1
            elif closed and closed < start:
                n["closed_before_start"] += 1
            else:
                n["analysed"] += 1
                n["stop_after_closed"] += bool(stop and closed and stop > closed)
                if closed and "close_reason" in self.columns:
                    n["closed_without_reason"] += one["reason"] is None
                outcome = "completed" if stop and not (closed and closed < stop) else "left" if closed else "waiting"
                end = {"completed": stop, "left": closed, "waiting": self.as_of}[outcome]
                yield {**one, "start": start, "end": end, "wait": (end - start).days, "outcome": outcome}
