#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Texts that our emitter writes come back equal through PyYAML, its own scanner and libyaml's: as items, in brackets,
as keys and values, a text that looks like a calendar day among them. (The unit tests read the same kind of texts with
our reader and with yaml-cpp.)"""

import argparse
import json
import subprocess
from pathlib import Path

import yaml
from common import finish

RANDOM_TEXTS = 20_000
FOR_THE_SLOW_SCANNER = 1_500


def comes_back(text, value):
    return isinstance(value, str) and value == text


def compare(form, texts, values, reader, problems):
    if len(texts) != len(values):
        problems.append((form, f"{reader} reads {len(values)} texts of {len(texts)}"))
    for text, value in zip(texts, values):
        if not comes_back(text, value):
            problems.append((form, f"{reader} reads {value!r} for {text!r}"))


def check(probe, count, loader, problems):
    made = json.loads(subprocess.run([probe, str(count)], check=True, capture_output=True).stdout)
    texts = made["texts"]
    for form in ("items", "flow", "double"):
        compare(form, texts, yaml.load(made[form], loader), loader.__name__, problems)
    keys = yaml.load(made["keys"], loader)
    unique = list(dict.fromkeys(texts))
    compare("keys", unique, list(keys), loader.__name__, problems)
    compare("values", unique, list(keys.values()), loader.__name__, problems)
    return len(texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=Path, help="the folder that holds emit-probe")
    probe = parser.parse_args().bin.resolve() / "emit-probe"
    problems = []
    count = check(probe, RANDOM_TEXTS, yaml.CSafeLoader, problems)
    check(probe, FOR_THE_SLOW_SCANNER, yaml.SafeLoader, problems)
    finish("strings", problems, count)


main()
