#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every option of every command acts: the call with it and the call without it, on a project in which every field is
filled, differ in what they print, write or end with. An option that is not tried yet is listed in exceptions.txt, and the
list can only shrink; one that changes nothing is an option that is ignored."""

import os
import shlex
import shutil
import tempfile
from pathlib import Path

from common import Help, finish, programs_argument, tools
from filled import FOLDER, run

# git writes what `--global` says into the home folder.
HOME = tempfile.TemporaryDirectory()
os.environ["HOME"] = HOME.name

# Of every command: -q, --color and --help; of recording commands: waiting for and taking over locks.
OTHERS = {"quiet", "color", "help", "lock-wait", "break-lock"}
PERSON = "record --id s77 --name Zq --kind finance"
TOLD = "record --id m77 --to zqboard --message Zq"
RISK = "record --id k77 --text 'Ends, so it closes' --likelihood 3 --impact 3 --as-of 2024-07-25"
ADDED = "--name Zq --step training --start 2024-07-01 --end 2024-07-31"
READ = {"format": "-f markdown", "output": "-o out.md", "part": "-f html --part"}
FILES = {"tasks.csv": "id,name,step,start,end\nt9,New,training,2024-08-01,2024-08-09\n", "moretasks.csv": "id,owner\nt3,nurse\n", "lines.csv": "priority,column,text\nA1,gaps,Late\n", "details.csv": "priority,column,text,voice\nA1,gaps,Zqgap,carers\n", "again.csv": "table,item,score\nNorth,A1,2\n", "flows.csv": "from,to,kind,per_year\nschool,hub,referral,140\n", "lists.csv": "table,rank,item\nNorth,1,A2\n", "x.csv": "date,value\n2024-07-01,9\n2024-07-08,10\n", "scores.csv": "item,score\nA3,2\n"}
FIGURES = "".join(f"2024-01-{day:02},{16 if day == 15 else day % 4 + 3},{day},{20 + day}\n" for day in range(1, 31))
FILES["s.csv"] = "date,value,n,d\n" + FIGURES
for _name, _words in (("base", "One"), ("ours", "Two"), ("theirs", "Three")):
    FILES["m-" + _name] = f"thrive: 1\nproject:\n  name: {_words}\n"
    FILES["d-" + _name] = f"date,value\n2024-01-0{len(_words)},1\n"
FILES["theory.csv"] = "level,parent,text\nidea,d1,Ring\n"
FILES["new.csv"] = "from,to\nschool,library\n"
FILES["w.csv"] = "date,value,n,early\n2024-07-01,4,9,yes\n2024-07-08,5,8,no\n2024-07-08,6,7,no\n"
FILES["other.csv"] = "day,value,n,d,remark\n" + FIGURES.replace("\n", ",so\n")
DAYS = [f"2024-{month:02}-{day:02}" for month in (3, 4, 5) for day in range(1, 29)]
FILES["refs.csv"] = "referral,person,received,decided,seen,talk,second,plan,outcome,closed,reason,age,kind,team\n" + "".join(
    f"R{i},P{i // 2},{day},{day},{f'2024-{5 + i % 5:02}-10' if i % 3 else ''},2024-10-01,2024-10-02,2024-10-03,2024-10-04,{'2024-11-01' if i % 3 == 0 and i % 2 else ''},"
    f"{'moved' if i % 3 == 0 and i % 2 else ''},{9 + i % 7},{'new' if i % 9 else 'old'},{'NS'[i % 2]}\n" for i, day in enumerate(DAYS))
FILES["before.csv"] = "\n".join(FILES["refs.csv"].splitlines()[:60]) + "\n"
FILES["log.csv"] = "case,activity,time,begun,place,key,what\n" + "".join(
    f"C{i},{what},2024-01-{1 + i % 9 + at * 3:02}T10:00:00,2024-01-{1 + i % 9 + at * 3:02}T09:00:00,{9 - at},K{i % 7},{what[:3]}\n"
    for i in range(60) for at, what in enumerate(("Front desk", "hub", "Front desk", "Elsewhere")[: 2 + i % 3]))
WAITS = "--from refs.csv --as-of 2024-12-01 --suppress none"
LOG = "--from log.csv --as-of 2024-12-01 --suppress none"
COLUMNS = {"log": "--log none", "case-column": "--case-column key", "activity-column": "--activity-column what", "time-column": "--time-column begun", "start-column": "--start-column time", "order-column": "--order-column key", "ties": "--ties drop", "as-of": "--as-of 2024-01-05"}
ANALYSE = "--series s.csv --better lower"
SERIES = {
    "measure": ("", "--measure calls"), "chart": "--chart run", "rules": "--rules ihi", "shift": "--shift 4", "trend": "--trend 3",
    "screening": "--screening on", "better": ("--series s.csv --target 4", "--better higher"), "target": "--target 4",
    "baseline-points": "--baseline-points 12", "baseline-from": "--baseline-from 2024-01-05",
    "baseline-to": ("--series s.csv --baseline-from 2024-01-02", "--baseline-to 2024-01-20"), "rebase": "--rebase 2024-01-16",
    "exclude": "--exclude 2024-01-09", "provisional": "--provisional 4", "series": ("", "--series s.csv"),
    "date-column": ("--series other.csv", "--date-column day"), "value-column": "--value-column n",
    "denominator-column": ("--series s.csv --value-column n", "--denominator-column d"),
    "multiply": ("--series s.csv --value-column n --denominator-column d", "--multiply 100"),
    "as-of": ("", "--as-of 2024-12-01"),
}  # fmt: skip
NEW = "--ramp r1 --name N --prediction '1 of 2' --question Q --as-of 2024-08-01"
ACT = "--cycle r1c4 --decision adopt --reason Zqwhy --owner lead --agenda Monday --look-every-weeks 4 --as-of 2024-08-01"
SCORE = "--table North --item A3 --score 2"
LIST = "--table East --ranking A3"
RING = "--item A1 --column recommendations --text Ring"
# Of each command a call that works, and what each option adds to it; with another call where that one cannot show it.
CALLS = {
    "thrive hook": ("print", {"format": "-f text", "output": "-o out.txt"}),
    "thrive status": ("--as-of 2024-08-10", {"chain": "--chain", "next": "--next", "within": "--within 400", "owner": "--owner Zqkeeper", "only": "--only nothing-moved", "brief": "--brief", "fail-on": "--fail-on error", "as-of": ("", "--as-of 2024-08-10"), **READ}),
    "thrive merge": ("m-base m-ours m-theirs", {"write-ours": "--write-ours", "data": ("d-base d-ours d-theirs", "--data"), "marker-size": "--marker-size 9", "path": "--path x.yaml", "ours-name": "--ours-name here", "theirs-name": "--theirs-name there", "format": "-f json", "output": "-o out.yaml"}),
    "thrive git-setup": ("", {"global": "--global", "remove": ("--global", "--remove")}),
    "thrive check": ("", {"accepted": "--accepted", "fail-on": "--fail-on error", "as-of": "--as-of 2020-01-01", "format": "-f json", "output": "-o out.txt"}),
    "thrive show": ("", {"output": "-o out.json"}),
    "thrive export": ("-q --tables out", {"tables": ("", "--tables out"), "show-small-numbers": "--show-small-numbers", "as-of": "--as-of 2020-01-01"}),
    "thrive edit": ("--set services/hub/wte=2", {"set": "--set services/hub/note=x", "add": "--add services/school/groupings=getting-help", "remove": "--remove services/school/note", "rename": "--rename services/hub=hubs", "dry-run": "-n"}),
    "pathway-map add": (
        "service --name Library",
        {"name": ("service --id lib", "--name Library"), "id": "--id lib", "category": "--category charity", "sector": "--sector health", "grouping": "--grouping thriving", "assesses": "--assesses", "start": "--start", "end": "--end",
         "from": ("flow --to hub", "--from school --again"), "to": ("flow --from hub", "--to school"), "kind": ("flow --from hub --to school", "--kind return"), "per-year": ("flow --from hub --to school", "--per-year 4"), "wait": ("flow --from hub --to school", "--wait 9"),
         "table": ("flow --from hub --to school", "--table North"), "pathway": ("flow --from school --to hub", "--pathway later"), "variant-of": ("pathway --table South", "--variant-of current"), "again": ("flow --from school --to hub", "--again"), "set": "--set wte=2", "dry-run": "-n"},
    ),
    "pathway-map observe": ("--at hub --perspective operations --kind duplication --text T", {"at": "--at school", "perspective": "--perspective patient-experience", "kind": "--kind good-practice", "text": "--text U", "table": "--table North", "principle": "--principle A2", "id": "--id o77", "dry-run": "-n"}),
    "pathway-map agree": ("", {"at-least": "--at-least 1", "pathway": "--pathway later", "date": ("--at-least 1", "--date 2024-05-01"), "dry-run": ("--at-least 1", "-n"), **READ}),
    "pathway-map import": ("--from flows.csv", {"from": "--from x.csv", "pathway": "--pathway later", "again": "--again", "update": "--update", "add-services": ("--from new.csv", "--add-services"), "dry-run": ("--from flows.csv --update", "-n")}),
    "pathway-map analyse": ("", {"pathway": "--pathway table-north", "without": "--without hub", "from": ("-f json", "--from hub"), "to": ("-f json", "--to school"), "hops": ("-f json", "--hops 0"), "brief": "--brief", "only": "--brief --only wait-not-recorded", "fail-on": ("--brief", "--fail-on error"), "table": ("-f csv", "--table waits"), **READ}),
    "pathway-map compare": ("--pathway current --with later", {"pathway": "--pathway table-north", "with": "--with table-north", **READ}),
    "assess sheet": ("", {"table": "--table North", "tables": "--tables 3", "instrument": "--instrument thrive-principles", **READ}),
    "assess score": ("", {"assessment": "--assessment none", **READ}),
    "assess import": ("--from scores.csv --table North", {"from": "--from x.csv", "table": ("--from scores.csv", "--table North"), "dry-run": "-n", "assessment": "--assessment other --date 2024-09-01 --instrument local", "date": "--date 2024-09-01 --assessment b2", "instrument": "--instrument thrive-principles", "replace": ("--from again.csv", "--replace"), "update": ("--from again.csv", "--update"), "without": ("--from again.csv --replace", "--without votes")}),
    "assess record": (SCORE, {"table": "--table South", "item": "--item A2", "score": "--score 1", "evidence": "--evidence E", "votes": "--votes '2 2'", "replace": ("--table North --item A1 --score 2", "--replace"), "without": ("--table North --item A1 --score 1 --replace", "--without votes"), "assessment": "--assessment none", "date": "--date 2024-09-01 --assessment b2", "instrument": "--instrument thrive-principles", "dry-run": "-n"}),
    "assess agree": ("--item A3 --score 2", {"assessment": "--assessment none", "item": "--item A2", "score": "--score 1", "reason": "--reason R", "replace": ("--item A1 --score 2 --reason R", "--replace"), "without": ("--item A1 --score 2 --replace", "--without reason"), "dry-run": "-n"}),
    "prioritise sheet": ("", {"table": "--table Z", "tables": "--tables 3", **READ, "format": "-f html"}),
    "prioritise import": ("--from lists.csv", {"from": "--from x.csv", "as": "--as ballots", "replace": "--replace", "without": ("--from lists.csv --replace", "--without not-discussed"), "update": "--update", "dry-run": ("--from lists.csv --replace", "-n")}),
    "prioritise record": (LIST, {"table": "--table West", "ranking": "--ranking A2", "not-discussed": "--not-discussed A1", "people": "--people 5", "weight": "--weight 2", "blank": ("--table East", "--blank"), "replace": ("--table North --ranking A2", "--replace"), "without": ("--table North --replace --ranking A2", "--without people"), "dry-run": "-n"}),
    "prioritise consensus": ("", {"methods": "--methods all", "expect": "--expect 9", "seed": ("-f json", "--seed 7"), "resamples": "--resamples 10", **READ}),
    "prioritise agree": ("--replace --by staff", {"order": "--order 'A3 > A1'", "reason": "--reason A3=x", "dissent": "--dissent D", "by": "--by all", "date": "--date 2024-05-01", "replace": ("--by staff", "--replace"), "without": "--without dissent", "dry-run": "-n"}),
    "prioritise idea": ("--text T", {"id": "--id i77", "text": "--text U", "priority": "--priority A2", "benefit": "--benefit North=3", "ease": "--ease North=3", "dry-run": "-n"}),
    "drivers aim": ("--text U --replace", {"text": "--text Other", "for-whom": "--for-whom W", "where": "--where W", "measure": "--measure calls=3", "agreed": "--agreed 2024-05-23", "replace": ("--text U", "--replace"), "dry-run": "-n"}),
    "drivers add": ("idea --text T --drives d1", {"text": ("idea --drives d1", "--text U"), "id": "--id c77", "name": ("driver --drives d1", "--name N"), "drives": ("idea --text T", "--drives d1"), "priority": ("driver --name N --drives d1", "--priority A1"), "measure": ("driver --name N --drives d1", "--measure wait"), "note": ("driver --name N --drives d1", "--note N"), "answers": "--answers A1.r1", "because": "--because o01", "why": "--why W", "task": "--task t1", "added": "--added 2024-05-01", "reviewed-with": "--reviewed-with W", "dry-run": "-n"}),
    "drivers link": ("--idea c1 --ramp r2", {"idea": ("--ramp r1", "--idea c1"), "ramp": ("--idea c1", "--ramp r1"), "task": ("--idea c1", "--task t9"), "drives": "--drives d9", "dry-run": "-n"}),
    "drivers park": ("--idea c1 --reason R --replace --as-of 2024-08-01", {"idea": ("--reason R", "--idea c1"), "reason": ("--idea c1 --replace", "--reason R"), "date": "--date 2024-07-02", "replace": ("--idea c1 --reason R", "--replace"), "as-of": "--as-of 2024-09-01", "dry-run": "-n"}),
    "drivers import": ("--from theory.csv", {"from": ("", "--from theory.csv"), "dry-run": "-n"}),
    "drivers draw": ("", {"columns": "--columns aim", "no-state": "--no-state", "paper": "--paper a3", "as-of": "--as-of 2020-01-01", **READ}),
    "drivers list": ("", {"as-of": ("-f markdown", "--as-of 2020-01-01"), **READ}),
    "drivers check": ("", {"fail-on": "--fail-on error", "as-of": ("-f markdown", "--as-of 2020-01-01"), **READ}),
    "drivers sheet": ("", {"causes": "--causes", **READ}),
    "drivers causes": (
        "list",
        {
            "problem": "--problem none", "as": ("draw --problem zqcause", "--as whys"), "text": ("record --problem new", "--text T"),
            "priority": ("record --problem zqcause --replace", "--priority A2"), "measure": ("record --problem zqcause --replace", "--measure calls"),
            "branch": ("record --problem zqcause --cause C", "--branch place"), "cause": ("record --problem zqcause --branch place", "--cause C"),
            "votes": ("record --problem zqcause --branch place --cause C", "--votes 6"), "verified": ("record --problem zqcause --branch place --cause C", "--verified"),
            "by": ("record --problem zqcause --branch place --cause C", "--by o01"), "why": ("record --problem zqcause", "--why W"),
            "evidence": ("record --problem zqcause --why W", "--evidence E"), "counted": ("record --problem zqcause --replace --reason late=4", "--counted 2024-03"),
            "reason": ("record --problem zqcause --replace --counted 2024-03", "--reason late=4"), "n": ("record --problem zqcause --replace --counted 2024-03 --reason late=4", "--n 5"),
            "how": ("record --problem zqcause --replace --counted 2024-03 --reason late=4", "--how H"), "replace": ("record --problem zqcause --text Other", "--replace"),
            "as-of": ("check", "--as-of 2024-03-01"), "fail-on": ("check", "--fail-on note"), "dry-run": ("record --problem zqcause --why W", "-n"), **READ,
        },
    ),
    "gap sheet": ("", {"item": "--item A3", **READ}),
    "gap draft": ("", {"item": "--item A1", "dry-run": "-n"}),
    "gap import": ("--from lines.csv", {"from": "--from x.csv", "update": ("--from details.csv", "--update"), "dry-run": "-n"}),
    "gap record": (RING, {"item": "--item A2", "column": "--column gaps", "text": "--text U", "voice": ("--item A1 --column gaps --text T", "--voice V"), "module": ("--item A1 --column training --text T", "--module risk-support"), "who": ("--item A1 --column training --text T", "--who W"), "people": ("--item A1 --column training --text T", "--people 3"), "owner": "--owner O", "by": "--by 2024-12-01", "gap": "--gap Zqgap", "id": "--id r77", "dry-run": "-n"}),
    "gap check": ("", {"fail-on": "--fail-on error", **READ}),
    "gap training": ("", READ),
    "measure analyse": (ANALYSE, {**SERIES, **READ}),
    "measure chart": (ANALYSE + " -f html", {**SERIES, "all": ("-f html", "--measure calls --all"), "theme": "--theme print", **READ, "format": "-f json", "part": "--part"}),
    "measure suggest-rebase": (ANALYSE, {**{option: SERIES[option] for option in ("series", "measure", "date-column", "value-column", "chart", "multiply")}, **READ}),
    "measure import": (
        "--measure wait --from x.csv --as-of 2024-08-01",
        {"measure": "--measure calls", "from": "--from lists.csv", "mode": "--mode replace", "date-column": ("--measure wait --from other.csv --as-of 2024-08-01", "--date-column value"), "value-column": ("--measure wait --from w.csv --as-of 2024-08-01 --add-rows", "--value-column n"), "provisional-column": ("--measure wait --from w.csv --as-of 2024-08-01 --add-rows", "--provisional-column early"),
         "where-not": ("--measure wait --from w.csv --as-of 2024-08-01", "--where-not value=6"), "add-rows": ("--measure wait --from w.csv --as-of 2024-08-01", "--add-rows"),
         "note-column": ("--measure wait --from other.csv --as-of 2024-08-01", "--note-column remark"), "where": "--where value=9", "date-form": "--date-form day-first", "as-of": "--as-of 2024-01-01", "dry-run": "-n"},
    ),
    "measure add": (
        "--name New",
        {"per": "--per 1000", "computed": "--computed '{extract: zqrefs, statistic: received}'", "targets": "--targets '[{value: 3}]'", **{option: f"--{option} T" for option in ("name", "definition", "numerator", "denominator", "source", "extracted-by", "note", "unit")}, "id": "--id other", "type": "--type process", "better": "--better lower", "per-sector": "--per-sector '{health: x}'", "per-sector-agreed": "--per-sector-agreed '{date: 2024-02-01}'", "levels": "--levels macro", "expects": "--expects reach", "reviewed": "--reviewed 2024-02-01", "frequency": "--frequency monthly",
         "data": "--data data/new2.csv", "chart": "--chart run", "rules": "--rules ihi", "baseline": "--baseline '{points: 9}'", "rebase": "--rebase '[{at: 2024-01-01, reason: x}]'", "exclude": "--exclude '[{at: 2024-01-01, reason: x}]'", "target": "--target '{value: 2}'", "provisional": "--provisional 2", "dry-run": "-n"},
    ),
    "measure waits": (WAITS, {"from": ("--as-of 2024-12-01", "--from refs.csv"), "extract": "--extract none", "earlier": (WAITS + " --earlier-as-of 2024-11-01", "--earlier before.csv"), "earlier-as-of": (WAITS + " --earlier before.csv", "--earlier-as-of 2024-11-01"), "suppress": ("--from refs.csv --as-of 2024-12-01", "--suppress none"),
         "within": "--within 40", "inclusive": (WAITS + " --strict", "--inclusive"), "strict": "--strict", "start": "--start decision", "stop": "--stop second-contact", "split": "--split kind", "max-faults": (WAITS + " --start decision", "--max-faults 0"), "partial": "--partial", "merge": ("--as-of 2024-12-01", "--merge x.csv"), "as-of": ("--from refs.csv", "--as-of 2024-06-01"), **READ}),
    "measure compute": ("--from refs.csv --as-of 2024-12-01", {"from": ("--as-of 2024-12-01", "--from refs.csv"), "extract": "--extract none", "measure": "--measure calls", "suppress": "--suppress mhsds", "every": "--every 4", "max-faults": "--max-faults 0", "as-of": ("--from refs.csv", "--as-of 2024-06-01"), "dry-run": "-n"}),
    "pathway-map discover": (LOG, {"from": ("--as-of 2024-12-01", "--from log.csv"), **COLUMNS, "suppress": ("--from log.csv --as-of 2024-12-01", "--suppress none"), "max-ties": (LOG + " --ties file --order-column none", "--max-ties 0"), "pathway": "--pathway later", "partial": ("--from log.csv", "--partial"), "merge": ("", "--merge x.csv"),
         "add": "--add", "flow": (LOG + " --add", "--flow 'hub -> school'"), "table": ("-f csv " + LOG, "--table onward"), "dry-run": (LOG + " --add", "-n"), **READ}),
    "pathway-map list": ("flows", {"pathway": "--pathway later", **READ}),
    "pathway-map sheet": ("agenda", {"begin": "--begin 10:30", "first-slot": "--first-slot 9", "second-slot": "--second-slot 9", **READ}),
    "pathway-map draw": ("-f html", {"pathway": "--pathway later", "lanes": "--lanes none", "columns": "--columns stage", "focus": "--focus hub --hops 0", "min-people": "--min-people 999", "compare": "--compare later", "paper": ("-f svg", "--paper a4"), "hops": ("-f html --focus hub", "--hops 0"), "no-findings": "--no-findings", "output": "-o out.html", "format": "-f dot", "part": "--part",
         "recorded": "--recorded log.csv", "suppress": ("-f html --recorded log.csv", "--suppress none"), **{option: ("-f html --recorded log.csv --suppress none", words) for option, words in COLUMNS.items()}}),
    "assess compare": ("", {"from": "--from none", "to": "--to none"}),
    "prioritise candidates": ("", {"assessment": "--assessment none", **READ}),
    "prioritise matrix": ("", READ),
    "measure list": ("", {"late": "--late", "measure": "--measure calls", "as-of": "--as-of 2024-07-01", **READ}),
    "measure signals": ("", {"since": "--since 2030-01-01", "state": "--state state", "measure": "--measure calls", "format": "-f json", "output": "-o out.txt"}),
    "plan add": (ADDED, {"name": "--name N", "step": "--step learning", "owner": "--owner O", "start": "--start 2024-08-01", "end": "--end 2024-08-30", "after": "--after t1", "serves": "--serves r1", "id": "--id t77", "dry-run": "-n"}),
    "plan done": ("--task t3 --date 2024-06-20", {"task": "--task t1", "date": "--date 2024-06-21", "evidence": "--evidence E", "dry-run": "-n", "as-of": "--as-of 2024-06-01"}),
    "plan move": ("--task t3 --end 2024-09-02 --reason R", {"task": "--task t1", "end": "--end 2024-09-03", "reason": "--reason S", "dry-run": "-n"}),
    "plan stop": ("--task t3 --date 2024-06-20 --reason R", {"task": "--task t1", "reason": "--reason S", "date": "--date 2024-06-21", "dry-run": "-n", "as-of": "--as-of 2024-06-01"}),
    "plan met": ("--meeting steering --date 2025-06-20 --next 2025-08-01", {"meeting": "--meeting none", "next": "--next 2025-08-02", "no-next": ("--meeting steering --date 2025-06-20", "--no-next over"), "date": "--date 2025-06-21", "dry-run": "-n", "as-of": "--as-of 2024-06-01"}),
    "plan import": ("--from tasks.csv", {"from": "--from x.csv", "update": ("--from moretasks.csv", "--update"), "dry-run": "-n"}),
    "plan check": ("--as-of 2025-07-25", {"only": "--only meeting-next-missing", "fail-on": "--fail-on error", "as-of": "--as-of 2024-01-01", **READ}),
    "plan coverage": ("--as-of 2025-07-25", {"as-of": "--as-of 2024-01-01", **READ}),
    "plan calendar": ("--as-of 2024-07-25", {"todo": "--todo", "owner": "--owner Zqtaskowner", "from": "--from 2024-08-02", "to": "--to 2024-07-01", "output": "-o out.ics", "format": ("--as-of 2024-07-25 -o out.txt", "-f ics"), "as-of": "--as-of 2024-06-01"}),
    "plan draw": ("--as-of 2024-07-25", {"as-of": "--as-of 2024-05-30", **READ}),
    "plan people": ("list --as-of 2024-07-25", {"without-stance": "--without-stance", "as-of": "--as-of 2030-01-01", "fail-on": ("check --as-of 2030-01-01", "--fail-on error"), **READ, **{option: (PERSON, f"--{option} {value}") for option, value in (("id", "zz"), ("name", "N"), ("kind", "staff"), ("level", "micro"), ("power", "2"), ("interest", "2"), ("stance", "1"), ("needed", "1"), ("asked", "2024-01-08"), ("owner", "O"), ("meeting", "steering"), ("engage", "E"), ("until", "2026-01-08"))}, "replace": (PERSON, "--replace"), "dry-run": (PERSON, "-n")}),
    "plan messages": ("list --as-of 2024-07-25", {"as-of": "--as-of 2030-01-01", "fail-on": ("check --as-of 2030-01-01", "--fail-on error"), **READ, **{option: (TOLD, f"--{option} {value}") for option, value in (("id", "zz"), ("to", "none"), ("message", "N"), ("channel", "C"), ("sender", "S"), ("every-weeks", "3"), ("measure", "wait"), ("about", "r1"), ("feedback", "F"), ("last", "2024-01-08"), ("next", "2024-02-08"))}, "replace": (TOLD, "--replace"), "dry-run": (TOLD, "-n")}),
    "plan risks": ("list --as-of 2024-07-25", {"as-of": "--as-of 2000-01-01", "fail-on": ("check --as-of 2030-01-01", "--fail-on error"), **READ, **{option: (RISK, f"--{option} {value}") for option, value in (("id", "zz"), ("text", "U"), ("likelihood", "2"), ("impact", "2"), ("owner", "O"), ("response", "R"), ("review", "2026-01-08"), ("serves", "r1"), ("close", "over"))}, "watch": (RISK + " --above 3", "--watch wait"), "above": (RISK + " --watch wait --below 1", "--above 3"), "below": (RISK + " --watch wait --above 3", "--below 1"), "points": (RISK + " --watch wait --above 3", "--points 2"), "replace": (RISK, "--replace"), "dry-run": (RISK, "-n")}),
    "plan list": ("--as-of 2024-06-18", {"phase": "--phase 2", "owner": "--owner Zqtaskowner", "late": "--late", "open": "--open", "as-of": "--as-of 2024-07-01", **READ}),
    "pdsa list": ("--as-of 2024-07-25", {"as-of": "--as-of 2024-07-01", **READ}),
    "pdsa show": ("--ramp r1 --as-of 2024-07-25", {"ramp": "--ramp r9", "as-of": "--as-of 2024-07-01", **READ}),
    "pdsa check": ("--as-of 2024-07-25", {"as-of": "--as-of 2026-07-01", **READ}),
    "pdsa new": (
        NEW,
        {**{option: f"--{option} 2" for option in ("people", "referrals", "young-people", "schools", "practices", "sites")}, "ramp": "--ramp r2 --ramp-name R", "ramp-name": "--ramp-name R", "measure": "--measure wait", "balancing": "--balancing calls", "owner": "--owner O", "co-produced-with": "--co-produced-with P", "stop-rule": "--stop-rule S",
         "id": "--id r1c77", "prediction": "--prediction '3 of 4'", "question": "--question R", "name": "--name M", "kind": "--kind collect", "start": "--start 2024-09-01", "end": "--end 2024-09-09", "task": "--task T", "who": (NEW + " --task T", "--who W"), "when": (NEW + " --task T", "--when W"), "where": (NEW + " --task T", "--where W"),
         "count": "--count C", "counted-by": (NEW + " --count C", "--counted-by B"), "counted-how": (NEW + " --count C", "--counted-how H"), "form": ("--ramp r1 --as-of 2024-08-01", "--form"), "output": ("--ramp r1 --form", "-o out.yaml"), "format": "-f text", "dry-run": "-n", "as-of": "--as-of 2024-08-02"},
    ),
    "pdsa do": ("--cycle r1c2 --observed O", {"cycle": "--cycle r1c1", "observed": "--observed P", "surprises": "--surprises S", "as-planned": "--as-planned no", "form": ("--cycle r1c2", "--form"), "output": ("--cycle r1c2 --form", "-o out.yaml"), "format": "-f text", "dry-run": "-n"}),
    "pdsa study": ("--cycle r1c3 --finding F --held yes --as-of 2024-08-01", {"cycle": "--cycle r1c1", "finding": "--finding G", "held": "--held no", "learning": "--learning L", "form": ("--cycle r1c3", "--form"), "output": ("--cycle r1c3 --form", "-o out.yaml"), "format": "-f text", "dry-run": "-n"}),
    "pdsa act": (ACT, {"cycle": "--cycle r1c1", "decision": "--decision adapt", "reason": "--reason Other", "next": "--next r1c2", "owner": "--owner P", "agenda": "--agenda T", "look-every-weeks": "--look-every-weeks 8", "looked": "--looked", "holds": ("--cycle r1c1 --looked", "--holds partly"), "note": ("--cycle r1c1 --looked --holds yes", "--note N"), "form": ("--cycle r1c4", "--form"), "output": ("--cycle r1c4 --form", "-o out.yaml"), "format": "-f text", "dry-run": "-n", "as-of": "--as-of 2024-08-02"}),
}  # fmt: skip
# The corrections of each tool take its own paths.
for TOOL, PATH, GROUP in (("pathway-map", "services/hub/note", "services/school/groupings"), ("assess", "baseline/note", "baseline/tables/North/roles"), ("prioritise", "ideas/i01/priority", "agreed/dissent"), ("gap", "A1/ideal", "A1/gaps"), ("measure", "wait/note", "calls/rebase"), ("pdsa", "r1/owner", "r1/balancing"), ("drivers", "nodes/d1/note", "c1/because"), ("plan", "risks/k1/owner", "risks/k1/serves")):  # fmt: skip
    CALLS[f"{TOOL} edit"] = (f"--set {PATH}=A2", {"set": f"--set {PATH}=A1", "remove": f"--remove {PATH}", "add": f"--add {GROUP}=getting-help", "rename": f"--rename {PATH.split('/', maxsplit=1)[0]}=other", "dry-run": "-n"})


def outcome(bin_folder, command, words):
    """All that a call does: what it prints, how it ends, and every file afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FOLDER, Path(folder) / "p")
        for name, content in FILES.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        parts = shlex.split(words)
        project = [] if "--series" in parts else ["p"]
        result = run(bin_folder, [*command.split(), *parts, *project], cwd=folder)
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}
        return result.returncode, result.stdout, result.stderr, files


def main():
    bin_folder = programs_argument(__doc__)
    problems, known, tried = [], {}, 0
    for tool in tools():
        for command in Help(bin_folder, tool).commands():
            name = f"{tool} {command}"
            base, options = CALLS.get(name, ("", {}))
            offered = [long for _, long, _ in Help(bin_folder, tool, command).options() if long not in OTHERS]
            problems += [(f"{name} --{option}", "is not tried") for option in offered if option not in options]
            problems += [(f"{name} --{option}", "is tried, and there is no such option") for option in options if option not in offered]
            for option, added in options.items():
                start, words = added if isinstance(added, tuple) else (base, added)
                if (name, start) not in known:
                    known[name, start] = outcome(bin_folder, name, start)
                tried += 1
                if outcome(bin_folder, name, f"{start} {words}") == known[name, start]:
                    problems.append((f"{name} --{option}", f"changes nothing: {start} {words}"))
    finish("acts", problems, tried)


main()
