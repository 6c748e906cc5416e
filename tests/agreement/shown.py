#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What people write is shown to people: every free text of a project in which every field is filled appears in the text,
Markdown or HTML of a command that reads. `thrive show` and the forms for programs do not count."""

import re

from common import finish, programs_argument
from filled import FOLDER, Format, project, run

AS_OF = "2024-07-25"
READING = [
    "pathway-map list services", "pathway-map list flows", "pathway-map list observations", "pathway-map list pathways",
    "pathway-map sheet scope", "pathway-map sheet review", "pathway-map sheet agenda", "pathway-map analyse", "pathway-map draw", "pathway-map compare --pathway current --with later",
    "pathway-map agree",
    "assess sheet", "assess score",
    "prioritise candidates", "prioritise sheet", "prioritise consensus --methods all", "prioritise matrix",
    "gap sheet", "gap training", "gap check",
    "measure list", "measure analyse", "measure chart --measure wait", "measure signals",
    "plan list", "plan people list", "plan messages list", "plan risks list",
    "pdsa list", "pdsa show --ramp r1", "pdsa check",
    "thrive check --accepted",
]  # fmt: skip
FORMS = ["text", "markdown", "html"]
MARKER = re.compile(r"Zq[a-z]+")
# Numbers that only a person can have written, and how they are shown.
NUMBERS = {("ramps", "r1", "progress_score"): "2.5 of 5"}


def texts(value, path=()):
    """Every text in a tree, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, path)
    else:
        yield path, value


def seen(bin_folder):
    """Everything that the reading commands show, without the blanks that a narrow column may put into a word."""
    shown = []
    for command in READING:
        for form in FORMS:
            result = run(bin_folder, [*command.split(), "-f", form, "--as-of", AS_OF, str(FOLDER)])
            if "--as-of" in result.stderr:
                result = run(bin_folder, [*command.split(), "-f", form, str(FOLDER)])
            if result.returncode == 2 and "of '--format'" not in result.stderr:
                yield f"'{command} -f {form}': {result.stderr.strip()}", None
            shown.append(re.sub(r"<desc>.*?</desc>|<title>.*?</title>", " ", result.stdout, flags=re.DOTALL))
    yield None, "\n".join(shown)


def main():
    bin_folder = programs_argument(__doc__)
    problems = [("filled", f"no entry has {'/'.join(path)}") for path in Format(bin_folder).unfilled([project()])]
    text = ""
    for wrong, shown in seen(bin_folder):
        problems += [("reading", wrong)] if wrong else []
        text = shown or text
    count = 0
    for path, words in texts(project()):
        for marker in [NUMBERS[path]] if path in NUMBERS else MARKER.findall(words):
            count += 1
            if not re.search(rf"{re.escape(marker)}(?![a-z])", text):
                problems.append(("/".join(path), f"'{marker}' is shown to nobody"))
    finish("shown", problems, count)


main()
