# SPDX-License-Identifier: MIT
"""The project in which every field is filled, and what the format says of its fields."""

import json
import subprocess
from pathlib import Path

import yaml
from common import ROOT

FOLDER = ROOT / "tests" / "agreement" / "filled"


def project():
    return yaml.load((FOLDER / "thrive.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def run(programs, words, cwd=None, data=None):
    line = [str(Path(programs) / words[0]), *words[1:]]
    return subprocess.run(line, cwd=cwd, input=data, capture_output=True, text=True, timeout=60, check=False)


class Format:
    """The fields of the format, as `thrive schema` describes them."""

    def __init__(self, programs):
        self.schema = json.loads(run(programs, ["thrive", "schema"]).stdout)

    def meant(self, node):
        """A node with what it refers to, and the alternatives that it has."""
        while "$ref" in node:
            node = self.schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        return [node] + [inner for one in node.get("anyOf", []) + node.get("oneOf", []) for inner in self.meant(one)]

    def unfilled(self, values, node=None, path=()):
        """The fields that no entry of `values`, all of one kind, has. The recursion follows what is filled."""
        for form in self.meant(self.schema if node is None else node):
            maps = [value for value in values if isinstance(value, dict)]
            for name, field in form.get("properties", {}).items():
                there = [value[name] for value in maps if name in value]
                yield from self.unfilled(there, field, (*path, name)) if there else [] if not maps else [(*path, name)]
            if isinstance(form.get("additionalProperties"), dict) and maps:
                yield from self.unfilled([one for value in maps for one in value.values()], form["additionalProperties"], (*path, "*"))
            if isinstance(form.get("items"), dict):
                items = [one for value in values if isinstance(value, list) for one in value]
                if items:
                    yield from self.unfilled(items, form["items"], path)
