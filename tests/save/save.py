#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Saving under load and in trouble: many writers, kill -9 at any moment, full disks, read-only folders, links, files that
other programs change meanwhile. Each ends with the old or the new file, and with a message when nothing was saved."""

import argparse
import os
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = None
THRIVE = None
NOBODY = 65534


def project(size=0, counter=0):
    """A file with the same number at both ends, so that half of one and half of another would show."""
    filling = "".join(f"entry{i}:\n  name: Entry number {i}\n  note: some words to fill the file\n" for i in range(size // 60))
    return f"# head\ncounter: {counter}  # at the top\n{filling}mirror: {counter}\n"


class Saving(unittest.TestCase):
    def setUp(self):
        # The two heavy tests run in memory where they can: without waiting for a disk, more happens at the same time.
        heavy = "processes" in self.id() or "kill" in self.id()
        memory = "/dev/shm" if heavy and os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="thrive-save-", dir=memory))
        os.chmod(self.folder, 0o777)
        self.file = self.folder / "thrive.yaml"

    def tearDown(self):
        os.chmod(self.folder, 0o777)
        shutil.rmtree(self.folder)

    def command(self, times=1, *options, file=None):
        return [PROGRAM, str(file or self.file), str(times), *options]

    def run_it(self, *options, file=None, **arguments):
        return subprocess.run(self.command(1, *options, file=file), capture_output=True, text=True, timeout=60, **arguments)

    def refused(self, outcome, code):
        self.assertEqual(outcome.returncode, 2, outcome.stderr)
        self.assertRegex(outcome.stderr, rf"^[^\n]+: error: [^\n]+ \[{code}\]\n$")

    def counter(self):
        """The number in the file, which must be whole."""
        text = self.file.read_text(encoding="utf-8")
        numbers = re.findall(r"^(?:counter|mirror): (\d+)", text, re.MULTILINE)
        self.assertEqual(len(numbers), 2, "the file is not whole")
        self.assertEqual(numbers[0], numbers[1], "the file is a mixture")
        return int(numbers[0])

    def only(self, *names):
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(names or ["thrive.yaml"]))

    def test_eight_processes_lose_no_update(self):
        self.file.write_text(project())
        started = time.monotonic()
        processes = [subprocess.Popen(self.command(300, "--wait", "120")) for _ in range(8)]
        self.assertEqual([process.wait() for process in processes], [0] * 8)
        self.assertEqual(self.counter(), 2400)
        self.only()
        print(f"2400 updates by 8 processes in {time.monotonic() - started:.1f} s", file=sys.stderr)

    def test_kill_at_any_moment_leaves_the_old_or_the_new_file(self):
        """The victim saves again and again; it is shot somewhere in the middle, often enough to hit every step."""
        chance = random.Random(7)
        self.file.write_text(project(size=40_000))
        started = time.monotonic()
        self.assertEqual(self.run_it().returncode, 0)
        pace = time.monotonic() - started
        last, locks = 0, 0
        for _ in range(100):
            victim = subprocess.Popen(self.command(10_000), stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.3, 4) * pace)
            victim.kill()
            victim.wait()
            self.assertGreaterEqual(self.counter(), last)
            last = self.counter()
            if (self.folder / "thrive.yaml.lock").exists():
                locks += 1
                self.assertEqual(self.run_it().returncode, 0)  # nobody holds it any more
                last += 1
        self.assertGreater(last, 30)
        self.assertGreater(locks, 10)
        self.assertEqual(self.counter(), last)
        self.assertFalse((self.folder / "thrive.yaml.lock").exists())

    def test_signals_take_the_lock_and_the_copy_away(self):
        chance = random.Random(11)
        self.file.write_text(project(size=40_000))
        for number in [signal.SIGTERM, signal.SIGINT, signal.SIGHUP] * 12:
            process = subprocess.Popen(self.command(10_000))
            time.sleep(chance.uniform(0.01, 0.05))
            process.send_signal(number)
            self.assertEqual(process.wait(), -number)
            self.counter()
            self.only()

    def test_a_file_size_limit_changes_nothing(self):
        before = project(size=200_000)
        self.file.write_text(before)
        outcome = self.run_it(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)))
        self.refused(outcome, "cannot-write")
        self.assertEqual(self.file.read_text(), before)
        self.only()

    def test_a_full_disk_changes_nothing(self):
        """A small tmpfs in a namespace of our own; where that is not allowed the limit above must do."""
        script = f"""mount -t tmpfs -o size=300k none '{self.folder}' && cp "$1" '{self.file}' || exit 77
            '{PROGRAM}' '{self.file}' 1; status=$?
            cmp '{self.file}' "$1" || exit 90
            ls -A '{self.folder}'; exit $status"""
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as original:
            original.write(project(size=200_000))
            original.flush()
            outcome = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", original.name],
                                     capture_output=True, text=True, timeout=60)
        if outcome.returncode in (1, 77):
            self.skipTest("no namespace to mount a small disk in")
        self.refused(outcome, "cannot-write")
        self.assertIn("No space left", outcome.stderr)
        self.assertEqual(outcome.stdout, "thrive.yaml\n")

    def as_nobody(self):
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    def test_a_read_only_folder_changes_nothing(self):
        self.file.write_text(project())
        os.chmod(self.file, 0o666)
        os.chmod(self.folder, 0o555)
        self.refused(self.run_it(preexec_fn=self.as_nobody), "cannot-write")
        self.assertEqual(self.counter(), 0)
        self.only()

    def test_a_read_only_file_changes_nothing(self):
        self.file.write_text(project())
        os.chmod(self.file, 0o444)
        self.refused(self.run_it(preexec_fn=self.as_nobody), "cannot-write")
        self.assertEqual(self.counter(), 0)
        self.only()

    def test_links_and_modes_stay(self):
        self.file.write_text(project())
        os.chmod(self.file, 0o640)
        (self.folder / "b").symlink_to("thrive.yaml")
        (self.folder / "a").symlink_to(self.folder / "b")
        self.assertEqual(self.run_it(file=self.folder / "a").returncode, 0)
        self.assertEqual(self.counter(), 1)
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o640)
        self.assertTrue((self.folder / "a").is_symlink() and (self.folder / "b").is_symlink())
        self.only("a", "b", "thrive.yaml")

    def test_a_second_name_is_warned_about(self):
        self.file.write_text(project())
        os.link(self.file, self.folder / "other.yaml")
        outcome = self.run_it()
        self.assertEqual(outcome.returncode, 0)
        self.assertIn("[hard-links]", outcome.stderr)
        self.assertEqual(self.counter(), 1)

    def paused(self):
        process = subprocess.Popen(self.command(1, "--pause"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.assertEqual(process.stdout.readline(), "read\n")
        return process

    def test_a_change_by_another_program_is_kept(self):
        for change in ("in place", "renamed"):
            with self.subTest(change):
                self.file.write_text(project())
                process = self.paused()
                theirs = project(counter=70)
                if change == "in place":
                    self.file.write_text(theirs)
                else:
                    (self.folder / "new").write_text(theirs)
                    os.rename(self.folder / "new", self.file)
                _, errors = process.communicate("\n", timeout=60)
                self.assertEqual(process.returncode, 2)
                self.assertIn("[changed-meanwhile]", errors)
                self.assertEqual(self.file.read_text(), theirs)
                self.only()

    def test_a_file_taken_away_is_not_brought_back(self):
        self.file.write_text(project())
        process = self.paused()
        self.file.unlink()
        _, errors = process.communicate("\n", timeout=60)
        self.assertEqual(process.returncode, 2)
        self.assertIn("[cannot-write]", errors)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_held_lock_names_its_owner(self):
        self.file.write_text(project())
        process = self.paused()
        outcome = self.run_it("--wait", "0.2")
        self.refused(outcome, "file-locked")
        self.assertIn(str(process.pid), outcome.stderr)
        process.communicate("\n", timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(self.run_it().returncode, 0)
        self.assertEqual(self.counter(), 2)

    def test_a_holder_in_another_pid_namespace_is_respected(self):
        self.file.write_text(project())
        holder = subprocess.Popen(["unshare", "--user", "--map-root-user", "--pid", "--fork", *self.command(1, "--pause")],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if holder.stdout.readline() != "read\n":
            holder.communicate()
            self.skipTest("no namespace to be had")
        self.refused(self.run_it("--wait", "0.1", "--break-lock"), "file-locked")
        holder.communicate("\n", timeout=60)
        self.assertEqual(holder.returncode, 0)
        self.assertEqual(self.counter(), 1)

    # ---- several files as one ----

    def folder_project(self):
        """A project of three files, in two of which a service is named; renaming it changes both."""
        plan = self.folder / "plan"
        plan.mkdir()
        filling = "".join(f"  s{i}: {{name: Service {i}, sector: health}}\n" for i in range(200))
        (plan / "thrive.yaml").write_text("thrive: 1\nproject: {name: Together}\n")
        (plan / "services.yaml").write_text(f"services:\n  one: {{name: One, sector: health}}\n{filling}")
        flows = "".join(f"      - {{from: one, to: s{i}, kind: referral}}\n" for i in range(100))
        (plan / "flows.yaml").write_text(f"pathways:\n  now:\n    name: Now\n    flows:\n{flows}")
        return plan

    def rename(self, plan, one, other):
        return [THRIVE, "edit", "-q", "--lock-wait", "60", "--rename", f"services/{one}={other}", str(plan)]

    def name_of_service(self, plan):
        return "one" if "  one:" in self.shown(plan) else "two"

    def shown(self, plan):
        shown = subprocess.run([THRIVE, "show", str(plan)], capture_output=True, text=True)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        return "  one:" if '"one": {' in shown.stdout else "  two:"

    def test_readers_beside_writers_never_see_half(self):
        plan = self.folder_project()
        failures, reads = [], [0]
        stop = threading.Event()

        def read():
            while not stop.is_set():
                outcome = subprocess.run([THRIVE, "check", "--fail-on", "error", str(plan)], capture_output=True, text=True)
                reads[0] += 1
                if outcome.returncode != 0:
                    failures.append(outcome.stderr or outcome.stdout)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        while reads[0] < 400 and not failures:
            for names in (("one", "two"), ("two", "one")):
                self.assertEqual(subprocess.run(self.rename(plan, *names)).returncode, 0)
        stop.set()
        for reader in readers:
            reader.join()
        self.assertEqual(failures[:1], [])
        self.assertEqual(sorted(os.listdir(plan)), ["flows.yaml", "services.yaml", "thrive.yaml"])
        print(f"{reads[0]} reads beside two files saved together", file=sys.stderr)

    def test_kill_between_two_files_leaves_both_or_none(self):
        plan = self.folder_project()
        chance = random.Random(5)
        journals = 0
        for turn in range(60):
            now = self.name_of_service(plan)
            victim = subprocess.Popen(self.rename(plan, now, "two" if now == "one" else "one"), stderr=subprocess.DEVNULL)
            # Until it begins to write, or is between the two files.
            wanted = ".thrive-save" if turn % 2 else "."
            while victim.poll() is None and not any(name.startswith(wanted) for name in os.listdir(plan)):
                pass
            time.sleep(chance.uniform(0, 0.004) if turn % 4 == 0 else 0)
            victim.kill()
            victim.wait()
            journals += (plan / ".thrive-save").exists()
            self.shown(plan)  # reads without an error
        now = self.name_of_service(plan)
        self.assertEqual(subprocess.run(self.rename(plan, now, "end")).returncode, 0)
        for file in ("services.yaml", "flows.yaml"):
            self.assertIn("end", (plan / file).read_text())
        self.assertFalse((plan / ".thrive-save").exists())
        print(f"killed 60 times, {journals} times between two files", file=sys.stderr)

    def test_an_interrupted_save_of_two_files_counts_as_done(self):
        plan = self.folder_project()
        services, flows = ((plan / file).read_text() for file in ("services.yaml", "flows.yaml"))
        (plan / ".services.yaml.abcdef").write_text(services.replace("  one:", "  two:"))
        (plan / "flows.yaml").write_text(flows.replace("from: one", "from: two"))  # put in its place already
        head = "# Several files are being saved together. If nobody is at work, the next command that records ends it.\n"
        (plan / ".thrive-save").write_text(
            f"{head}.services.yaml.abcdef\tservices.yaml\n.flows.yaml.abcdef\tflows.yaml\n")
        self.assertEqual(self.name_of_service(plan), "two")
        self.assertIn("  one:", (plan / "services.yaml").read_text())  # readers change nothing
        self.assertEqual(subprocess.run(self.rename(plan, "two", "three")).returncode, 0)
        self.assertIn("  three:", (plan / "services.yaml").read_text())
        self.assertEqual(sorted(os.listdir(plan)), ["flows.yaml", "services.yaml", "thrive.yaml"])
        for wrong in ("../x\tservices.yaml", ".services.yaml.abcdef\t/etc/passwd", "no tab"):
            (plan / ".thrive-save").write_text(head + wrong + "\n")
            self.assertEqual(subprocess.run(self.rename(plan, "three", "three-b")).returncode, 0)
            self.assertEqual(subprocess.run(self.rename(plan, "three-b", "three")).returncode, 0)

    def test_what_is_no_file_is_refused(self):
        self.refused(self.run_it(file=self.folder), "not-a-file")
        self.refused(self.run_it(file=self.folder / "missing.yaml"), "cannot-read")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=Path, help="the folder that holds update-counter")
    arguments, rest = parser.parse_known_args()
    # A copy that everybody can run: the build may be in a folder that an unprivileged user cannot enter, such as /root.
    with tempfile.TemporaryDirectory(prefix="thrive-save-") as programs:
        os.chmod(programs, 0o755)
        THRIVE = shutil.copy(arguments.bin.resolve() / "thrive", programs)
        PROGRAM = shutil.copy(arguments.bin.resolve() / "update-counter", programs)
        unittest.main(argv=[sys.argv[0], *rest])
