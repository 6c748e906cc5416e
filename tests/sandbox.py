# SPDX-License-Identifier: MIT
"""A folder of its own for each test, and an environment in which nothing of this machine shows."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT_SECONDS = 300


def environment(home, programs):
    """All that a program under test sees of its surroundings. tests/README.md explains each."""
    seen = {
        "PATH": f"{programs}:/usr/bin:/bin",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "80",
    }
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            seen[name] = os.environ[name]
    return seen


class Sandbox:
    """A temporary folder; `with Sandbox(programs) as sandbox:` removes it at the end."""

    def __init__(self, programs):
        self.programs = Path(programs).resolve()

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix="thrive-test-")
        self.top = Path(self._temporary.name)
        self.folder = self.top / "work"
        self.folder.mkdir()
        return self

    def __exit__(self, *_):
        self._temporary.cleanup()

    def copy(self, source, name=None):
        """Puts a file or a folder of the source tree into the sandbox."""
        source = Path(source)
        target = self.folder / (name or source.name)
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True)
        else:
            shutil.copy2(source, target)
        return target

    def shell(self, script):
        """Runs a shell script in the folder, standard error joined to standard output as on a terminal. Returns exit
        status and output."""
        run = subprocess.run(
            ["/bin/sh", "-c", script],
            cwd=self.folder,
            env=environment(self.top, self.programs),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
        return run.returncode, run.stdout.decode("utf-8", "backslashreplace")
