#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What a command says of a part it says of the whole as well: for every option that leaves something out, each number
and each 'nobody', 'none' or 'not recorded' of the shorter output stands in the whole one too. The options are taken from
the help of the commands; one without a case here is a fault."""

import json
import re
import subprocess

from common import ROOT, built_tools, every_help, finish, programs_argument

PROJECT = str(ROOT / "examples" / "thornmere")
DAY = ("--as-of", "2025-02-03")
# Words by which the help of an option says that it leaves something out.
LEAVES_OUT = re.compile(r"\bonly\b|^leave out flows|without the numbered|^signals that|^what if|show the findings that|\bthe ramp;|whose scores to show|measure to read")
# What is said of the part itself, and of nothing else.
OF_THE_PART = re.compile(
    r"\d+ of \d+ services, [^.]*\.|Not drawn: .*?with a number\.(?: \d+ of the flows drawn ha\w+ no number recorded\.)?|,? ?(?:and )?on \d+ flows? that (?:is|are) not drawn|A map of [^.]*\.| \d+ of them below, as asked\."
)
ABSENT = re.compile(r"\b(?:[Nn]obody|[Nn]one|[Nn]o one|not recorded|[Nn]othing|[Nn]o signals?)\b")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")

# Each command with its option, and what it is tried with. `None`: it says in its own words that it shows a part, or shows
# something else; why stands beside it.
CASES = {
    "pathway-map analyse --only": [["--only", "gatekeeper"], ["--only", "queue-growing"], ["--only", "no-such-code"]],
    "pathway-map analyse --brief": [["--brief"]],
    "pathway-map analyse --without": None,  # another map: what would be there
    "pathway-map draw --focus": [["--focus", "spa"], ["--focus", "hub", "--hops", "2"], ["--focus", "spa", "--hops", "0"]],
    "pathway-map draw --min-people": [["--min-people", "200"], ["--min-people", "100000"]],
    "pathway-map draw --no-findings": [["--no-findings"]],
    "measure analyse --measure": [["--measure", "triage-wait"]],
    "measure chart --measure": [["--measure", "triage-wait"]],
    "measure suggest-rebase --measure": [["--measure", "triage-wait"]],
    "measure list --measure": [["--measure", "triage-wait"]],
    "measure list --late": [["--late"]],
    "measure signals --measure": [["--measure", "triage-wait"]],
    "measure signals --since": None,  # signals that are over by now as well, which the command tells only when asked
    "measure signals --state": None,  # what earlier runs told is remembered in a file
    "gap sheet --item": [["--item", "S3"]],
    "plan check --only": [["--only", "task-late"], ["--only", "no-such-code"]],
    "plan calendar --owner": [["--owner", "QI coach"]],
    "plan calendar --from": [["--from", "2025-03-01"]],
    "plan calendar --to": [["--to", "2024-03-01"]],
    "plan list --phase": [["--phase", "1"], ["--phase", "4"]],
    "plan list --owner": [["--owner", "QI coach"]],
    "plan list --late": [["--late"]],
    "plan list --open": [["--open"]],
    "pdsa show --ramp": None,  # one ramp is the whole output
    "prioritise candidates --assessment": None,  # one assessment is the whole output
    "thrive check --accepted": None,  # the accepted findings instead of the open ones
}


def filter_options(programs):
    """The options of commands that record nothing whose help says that they leave something out."""
    found = []
    for tool in built_tools(programs):
        for command, page in every_help(programs, tool).items():
            if command is None or "--dry-run" in page.text:
                continue
            for line in page.section("Options"):
                match = re.match(r" +(?:-\w, +)?--([a-z-]+)(?: [A-Z][A-Z0-9|.:=-]*)?  +(\S.*)", line)
                if match and match[1] != "quiet" and LEAVES_OUT.search(match[2]):
                    found.append(f"{tool} {command} --{match[1]}")
    return found


def sentences(output):
    """The sentences of an output, on one line each; rules and signs of layout are blanks."""
    output = re.sub(r"^\S+\.yaml:\d+:\d+: \w+: ", "", output, flags=re.MULTILINE)
    output = re.sub(r"\s*\[[a-z-]+\]$", ".", output, flags=re.MULTILINE)
    flat = " ".join(re.sub(r"[-=~_|]{2,}", " ", OF_THE_PART.sub("", " ".join(output.split()))).split())
    return [sentence.strip() for sentence in re.split(r"(?<=[.:;])\s", flat) if sentence.strip()]


def told_of_part_alone(part, whole):
    """Absences and numbers of a part that the whole does not have."""
    all_words = " ".join(sentences(whole))
    numbers = set(NUMBER.findall(all_words))
    for sentence in sentences(part):
        if ABSENT.search(sentence) and sentence.rstrip(".") not in all_words:
            yield sentence
        for number in NUMBER.findall(sentence):
            if number not in numbers:
                yield f"{number} in: {sentence}"


def boxes(svg):
    """The boxes of a map by their ids, with what is said of each."""
    return dict(re.findall(r'<g id="service-([^"]+)" role="img" aria-label="([^"]*)"', svg))


def main():
    programs = programs_argument(__doc__)
    problems, looked_at = [], 0

    def run(words, *options):
        form = () if "-f" in options else ("-f", "text")
        command = [str(programs / words[0]), *words[1:], *options, *form, PROJECT]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout

    found = filter_options(programs)
    problems += [(option, "leaves something out and has no case here") for option in found if option not in CASES]
    problems += [(option, "has a case here and is no such option") for option in CASES if option not in found]
    for option in found:
        words = option.split()[:2]
        day = DAY if words[0] in ("measure", "pdsa") else ()
        for chosen in CASES.get(option) or []:
            looked_at += 1
            whole = run(words, *day)
            for wrong in told_of_part_alone(run(words, *day, *chosen), whole):
                problems.append((f"{option} {' '.join(chosen)}", f"the whole does not say {wrong!r}"))
            if words == ["pathway-map", "draw"]:
                of_whole = boxes(run(words, "-f", "svg"))
                for service, said in boxes(run(words, "-f", "svg", *chosen)).items():
                    strip = lambda text: re.sub(r"; see [\d, and]*$", "", text)
                    if strip(said) != strip(of_whole[service]):
                        problems.append((f"{option} {' '.join(chosen)}", f"the box of {service} says {said!r}, of the whole {of_whole[service]!r}"))
            if option == "pathway-map analyse --only":
                part, whole = (json.loads(run(words, "-f", "json", *more)) for more in (chosen, []))
                part.pop("findings"), whole.pop("findings")
                if part != whole:
                    problems.append((f"{option} {' '.join(chosen)}", "other figures in JSON"))
    finish("filters", problems, looked_at)


main()
