#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every example that --help shows works, and every form of every command is what its name says: text no wider than 80
columns, Markdown and HTML that others can read, an HTML page that stands alone and can be used without seeing or
without a mouse, CSV with the same columns in every row, JSON of a known format, pictures that are XML. The same
project gives the same bytes whatever the time zone, the locale, the terminal."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import html5lib
from common import ROOT, built_tools, every_help, finish, programs_argument

AS_OF = "2025-06-30"
HERE = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb", "COLUMNS": "80"}
NASTY = r'"=1+1 \e[31m\u202E\a <b>&amp; *x* | `y` \"z\""'
PLACED = re.compile(r"\S+:\d+:\d+: (error|warning|note): |.* \[[a-z-]+\]$")  # one problem or event a line, for grep and cron
ELSEWHERE = {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR", "TZ": "Pacific/Auckland", "TERM": "xterm-256color", "COLUMNS": "200", "NO_COLOR": "1"}


def sandbox(folder):
    """A copy of the examples, and Thornmere in it as the folder to work in: from there, examples/... is there too."""
    shutil.copytree(ROOT / "examples", folder / "examples", symlinks=True)
    site = folder / "examples" / "thornmere"
    (site / "examples").symlink_to(folder / "examples")
    return site


def make_nasty(site):
    """Gives everything in a project a name that tries to drive the terminal, and to be mark-up and a formula."""
    for path in site.glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(re.sub(r"^( +(?:name|text|change|title): )[^{|>&].*$", lambda start: start[1] + NASTY, line) for line in lines), encoding="utf-8")


def wrong_with_nasty(form, outcome):
    """What must not get out of a nasty project, whatever the form. JSON is for programs: it keeps text as it is."""
    if outcome.returncode not in (0, 1, 2):
        yield f"ends with status {outcome.returncode}"
    for what, output in (("standard error", outcome.stderr.decode()), ("the result", outcome.stdout.decode())):
        for character in sorted(set(output)):
            plain = character == "\n" or unicodedata.category(character) != "Cc" and character != "\u202e"
            if not plain and not (form == "json" and character == "\u202e"):
                yield f"lets {character!r} out in {what}"
    if form in ("html", "svg") and "<b>" in outcome.stdout.decode():
        yield "lets mark-up out"


def run(programs, line, site, environment):
    path = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(site.parent)}
    path.update({name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")})
    return subprocess.run(["sh", "-c", line], cwd=site, env={**path, **environment}, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)


def examples_of(help_page):
    """The examples, each in one line: a backslash at the end of a line means what it means to the shell."""
    lines = "\n".join(help_page.section("Examples")).replace("\\\n     ", "").splitlines()
    return [line.removeprefix("  $ ") for line in lines if line.startswith("  $ ")]


def forms_of(help_page):
    options = " ".join(" ".join(help_page.section("Options")).split())
    found = re.search(r"--format FORMAT [^:]*: ((?:[a-z]+, )*[a-z]+ or [a-z]+)", options)
    return re.split(r", | or ", found[1]) if found else []


def without_form(line):
    """An example without its form and its output file."""
    return re.sub(r" (-f|-o|--format|--output)[ =]\S+", "", line)


def columns(line):
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in line)
    return len(line) + wide - sum(unicodedata.combining(character) > 0 for character in line)


def wrong_in_text(text):
    for line in text.splitlines():
        if columns(line) > 80 and not PLACED.match(line):
            yield f"a line of {columns(line)} columns: {line!r}"
        if line != line.rstrip():
            yield f"blanks at the end of a line: {line!r}"


def wrong_in_headings(levels):
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1"
    for above, below in zip(levels, levels[1:]):
        if below > above + 1:
            yield f"a heading of level {below} right under one of level {above}"


def value_of(node, attribute):
    return node.get(attribute) or ""


def luminance(colour):
    """WCAG 2: relative luminance of #rgb or #rrggbb."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def wrong_in_colours(style):
    """Every colour of words on every ground: nothing says which of them meet."""
    words = re.findall(r"[{;]\s*color: (#[0-9a-f]{3,6})", style)
    grounds = re.findall(r"background: (#[0-9a-f]{3,6})", style)
    if not words or not grounds:
        yield "no colours found in the style of the page"
    for word in words:
        for ground in grounds:
            dark, light = sorted((luminance(word), luminance(ground)))
            if (light + 0.05) / (dark + 0.05) < 7:
                yield f"words in {word} on {ground} have a contrast below 7:1"


def wrong_in_html(text):
    try:
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    except html5lib.html5parser.ParseError as error:
        yield f"no valid page: {error}"
        return
    elements = [node for node in page.iter() if isinstance(node.tag, str)]
    names = [node.tag.split("}")[-1] for node in elements]
    yield from wrong_in_colours("".join(next(node for node in elements if node.tag == "style").itertext()))
    if page.get("lang") != "en-GB":
        yield "the page does not say its language"
    for wanted in ("title", "header", "main"):
        if names.count(wanted) < 1:
            yield f"no <{wanted}>"
    yield from wrong_in_headings([int(name[1]) for name in names if re.fullmatch("h[1-6]", name)])
    for name in ("script", "iframe", "object", "link", "form"):
        if name in names:
            yield f"a <{name}>"
    ids = [node.get("id") for node in elements if node.get("id")]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"the id '{twice}' is there more than once"
    for node, name in zip(elements, names):
        for attribute, value in node.items():
            if attribute.startswith("on") or attribute.split("}")[-1] in ("src", "href") and not value.startswith("#"):
                yield f"<{name} {attribute}={value!r}> leaves the page"
            if attribute == "style" and "url(" in value:
                yield f"<{name} style={value!r}> fetches something"
        if name == "a" and value_of(node, "href")[1:] not in ids:
            yield f"a link to {node.get('href')!r}, which is nowhere on the page"
        if name == "pre" or value_of(node, "class").split(" ")[0] in ("table", "picture"):
            if node.get("tabindex") != "0":
                yield f"a <{name}> that scrolls and that the keyboard cannot reach"
        if node.get("role") in ("region", "group", "img") and not value_of(node, "aria-label").strip():
            yield f"a <{name} role={node.get('role')!r}> without a name"
        if name == "details" and (len(node) == 0 or node[0].tag != "summary" or not "".join(node[0].itertext()).strip()):
            yield "a <details> without words to open it by"
        if name == "th" and node.get("scope") not in ("row", "col"):
            yield "a <th> without a scope"
        if name == "svg" and (node.get("role") not in ("img", "graphics-document") or not node.get("aria-label")):
            yield "an <svg> without a name"
        if name in ("h1", "h2", "h3", "h4", "th", "caption", "li") and not "".join(node.itertext()).strip():
            yield f"an empty <{name}>"


def wrong_in_csv(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or len(set(rows[0])) != len(rows[0]) or "" in rows[0]:
        yield f"a header with empty or equal names: {rows[:1]}"
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells, the header {len(rows[0])}"


def wrong_in_json(text, command):
    def no_constant(name):
        raise ValueError(f"{name} is no JSON")

    def no_twins(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) != len(names):
            raise ValueError(f"a key twice in {names}")
        return dict(pairs)

    try:
        value = json.loads(text, parse_constant=no_constant, object_pairs_hook=no_twins)
    except ValueError as error:
        yield str(error)
        return
    # `thrive schema` prints the format of other people, JSON Schema.
    if command != "thrive schema" and (value.get("format") != 1 or not isinstance(value.get("command"), str)):
        yield 'does not start with "format": 1 and "command"'


def wrong_in_form(form, text, command):
    """What is wrong with an output in a form."""
    if text and not text.endswith("\n"):
        yield "no newline at the end"
    if form == "text":
        yield from wrong_in_text(text)
    elif form == "html":
        yield from wrong_in_html(text)
    elif form == "csv":
        yield from wrong_in_csv(text)
    elif form in ("json", "sarif"):
        yield from wrong_in_json(text, command) if form == "json" else ()
    elif form in ("svg", "graphml", "junit"):
        try:
            tree = ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            yield f"no XML: {error}"
            return
        if form == "svg" and not (tree.findtext("{http://www.w3.org/2000/svg}title") or "").strip():
            yield "a picture without a title"


class Command:
    """One command of a tool: its examples, its forms, and what is wrong with them."""

    def __init__(self, programs, tool, command, help_page):
        self.programs, self.help_page = programs, help_page
        self.name = f"{tool} {command}" if command else tool
        self.records = "--dry-run" in help_page.text
        self.problems, self.looked_at = [], 0

    def check(self):
        worked = set()
        for example in dict.fromkeys(examples_of(self.help_page)):
            with tempfile.TemporaryDirectory() as folder:
                site, nasty_site = sandbox(Path(folder) / "plain"), sandbox(Path(folder) / "nasty")
                make_nasty(nasty_site)
                if self.example_works(example, site) and not self.records and not re.search(r"[|;&<>]", example):
                    worked.update(form for form in forms_of(self.help_page) if self.form_is_right(without_form(example), form, site, nasty_site))
        if worked:
            self.problems += [(f"{self.name} -f {form}", "works with no example") for form in forms_of(self.help_page) if form not in worked]

    def example_works(self, example, site):
        """Ends with 0 or 1. What others have to bring may be missing, and a step may come too early or too late."""
        outcome = run(self.programs, example, site, HERE)
        self.looked_at += 1
        said = outcome.stderr.decode()
        excused = "No such file or directory" in said or "*" in example or (self.records and "Try '" not in said)
        if outcome.returncode not in (0, 1) and not (outcome.returncode == 2 and excused):
            self.problems.append((example, f"ends with status {outcome.returncode}: {said}"))
        return outcome.returncode in (0, 1)

    def form_is_right(self, plain, form, site, nasty_site):
        """Whether the command can be run with the form; a command may say that this one does not go with its options."""
        if "--as-of" in self.help_page.text and "--as-of" not in plain:
            plain += f" --as-of {AS_OF}"
        line = f"{plain} -f {form}"
        outcome, again = run(self.programs, line, site, HERE), run(self.programs, line, site, ELSEWHERE)
        self.looked_at += 1
        if outcome.returncode == 2 and b"Try '" in outcome.stderr:
            return False
        if outcome.returncode not in (0, 1):
            self.problems.append((line, f"ends with status {outcome.returncode}: {outcome.stderr.decode()}"))
        if outcome.stdout != again.stdout:
            self.problems.append((line, "prints something else in another time zone, locale or terminal"))
        self.problems += [(line, wrong) for wrong in wrong_in_form(form, outcome.stdout.decode(), self.name)]
        nasty = run(self.programs, line, nasty_site, HERE)
        self.problems += [(line, f"with nasty names: {wrong}") for wrong in wrong_with_nasty(form, nasty)]
        if nasty.returncode in (0, 1):
            self.problems += [(line, f"with nasty names: {wrong}") for wrong in wrong_in_form(form, nasty.stdout.decode(), self.name)]
        return True


def main():
    programs = programs_argument(__doc__).resolve()
    problems = []
    looked_at = 0
    for tool in built_tools(programs):
        for name, help_page in every_help(programs, tool).items():
            command = Command(programs, tool, name, help_page)
            command.check()
            problems += command.problems
            looked_at += command.looked_at
    finish("forms", problems, looked_at)


if __name__ == "__main__":
    main()
