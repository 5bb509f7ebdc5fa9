#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The recipe for Dask gives what one run gives, also where a worker is killed in the middle. The program is named by ATTACHE;
exits 77 without Dask."""
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

from records import PROGRAM, ROOT, Records

try:
    import dask.bag  # noqa: F401
    import distributed  # noqa: F401
except ImportError as missing:
    SYSTEM = "/usr/bin/python3"  # which Debian's packages are for
    if os.path.exists(SYSTEM) and os.path.realpath(SYSTEM) != os.path.realpath(sys.executable):
        os.execv(SYSTEM, [SYSTEM, "-B", *sys.argv])
    print(f"left out: {missing} (Debian: python3-distributed)", file=sys.stderr)
    sys.exit(77)

RECIPE = [sys.executable, str(ROOT / "cluster/dask/extract.py")]
LONG = 120  # seconds until a test that hangs is given up

# The first block that it is given keeps its worker busy until that is killed.
SLOW = """#!/bin/sh
if test "$1" = extract && mkdir "{folder}/begun" 2> /dev/null; then
  echo $PPID > "{folder}/draft" && mv "{folder}/draft" "{folder}/worker"
  exec sleep {long}
fi
exec "{program}" "$@"
"""


def wait_for(path):
    for _ in range(LONG * 10):
        if path.exists():
            return path
        time.sleep(0.1)
    raise AssertionError(f"{path} has not come")


class Recipe(unittest.TestCase):
    def setUp(self):
        self.records = Records()
        self.addCleanup(self.records.cleanup)
        self.folder = self.records.folder
        self.results = self.folder / "results.ndjson"
        self.processes = []
        self.addCleanup(self.end)

    def end(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def start(self, *words):
        environment = {**os.environ, "DASK_TEMPORARY_DIRECTORY": str(self.folder), "HOME": str(self.folder)}
        self.processes.append(subprocess.Popen(words, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return self.processes[-1]

    def cluster(self):
        """A scheduler and two workers, processes of their own; gives the scheduler's address."""
        about = self.folder / "scheduler.json"
        self.start(sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                   "--scheduler-file", str(about))
        wait_for(about)
        for _ in range(2):
            self.start(sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(about), "--no-nanny", "--nthreads", "1",
                       "--no-dashboard", "--local-directory", str(self.folder))
        from distributed import Client
        with Client(scheduler_file=str(about)) as client:
            client.wait_for_workers(2, timeout=LONG)
            return client.scheduler.address

    def test_a_worker_is_killed_and_the_results_are_those_of_one_run(self):
        address = self.cluster()
        slow = self.folder / "slow"
        slow.write_text(SLOW.format(folder=self.folder, long=LONG, program=PROGRAM), encoding="utf-8")
        slow.chmod(0o755)
        run = self.start(*RECIPE, "--scheduler", address, "--block", "4000", "--attache", str(slow), str(self.records.records),
                         str(self.results))
        worker = int(wait_for(self.folder / "worker").read_text())
        self.assertIn(worker, [process.pid for process in self.processes])
        os.kill(worker, signal.SIGKILL)
        self.assertEqual(run.wait(timeout=LONG), self.records.code)
        self.assertEqual(self.results.read_bytes(), self.records.results)
        self.assertFalse(Path(str(self.results) + ".parts").exists())

    def test_a_run_that_failed_goes_on(self):
        broken = self.folder / "broken"
        broken.write_text(f'#!/bin/sh\ntest "$1" != extract || exit 3\nexec "{PROGRAM}" "$@"\n', encoding="utf-8")
        broken.chmod(0o755)
        words = [*RECIPE, "--workers", "2", "--block", "100000", "--attache", str(broken), str(self.records.records), str(self.results)]
        self.assertNotEqual(self.start(*words).wait(timeout=LONG), 0)
        self.assertFalse(self.results.exists())
        broken.write_text(f'#!/bin/sh\nexec "{PROGRAM}" "$@"\n', encoding="utf-8")
        self.assertEqual(self.start(*words).wait(timeout=LONG), self.records.code)
        self.assertEqual(self.results.read_bytes(), self.records.results)


if __name__ == "__main__":
    unittest.main()
