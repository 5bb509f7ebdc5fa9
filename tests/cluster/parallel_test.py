#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The recipe for GNU parallel gives what one run gives. The program is named by ATTACHE; exits 77 without parallel."""
import json
import os
import shutil
import subprocess
import sys
import unittest
from types import SimpleNamespace

from records import PROGRAM, ROOT, Records

if shutil.which("parallel") is None:
    print("left out: no GNU parallel (Debian: parallel)", file=sys.stderr)
    sys.exit(77)


def recipe(records, block, *options, program=PROGRAM):
    environment = {**os.environ, "ATTACHE": program, "BLOCK": block, "JOBS": "2", "HOME": str(records.folder)}
    with open(records.records, "rb") as given:
        return subprocess.run([str(ROOT / "cluster/parallel/extract"), *options], stdin=given, env=environment, capture_output=True)


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = Records()
        cls.addClassCleanup(cls.records.cleanup)

    def test_same_bytes_however_large_the_blocks(self):
        for block in ("5k", "100k", "10M"):
            with self.subTest(block=block):
                run = recipe(self.records, block)
                self.assertEqual(run.stdout, self.records.results)
                self.assertEqual(run.returncode, self.records.code)

    def test_options_reach_the_program(self):
        run = recipe(self.records, "5k", "--country", "Côte d'Ivoire", "--no-text")
        one = subprocess.run([PROGRAM, "extract", "--input", "ndjson", "--country", "CIV", "--no-text", str(self.records.records)],
                             capture_output=True)
        self.assertEqual(run.stdout, one.stdout)

    def test_braces_are_the_programs_and_not_those_of_parallel(self):
        document = self.records.folder / "KEN_{#}_1991.txt"
        document.write_text("Our aim is peace.")
        named = self.records.folder / "named.ndjson"
        named.write_text(json.dumps({"path": str(document)}) + "\n")
        options = ["--name-pattern", "{country}_{}_{date}", "--no-text"]
        run = recipe(SimpleNamespace(records=named, folder=self.records.folder), "5k", *options)
        one = subprocess.run([PROGRAM, "extract", "--input", "ndjson", *options, str(named)], capture_output=True)
        self.assertEqual(run.stdout, one.stdout)
        self.assertEqual(json.loads(run.stdout)["date"], "1991")

    def test_a_program_that_fails_fails_the_run(self):
        run = recipe(self.records, "5k", "--nonsense")
        self.assertEqual(run.returncode, 2)
        self.assertEqual(run.stderr.count(b"\n"), 1, run.stderr)
        self.assertEqual(recipe(self.records, "5k", program="/nowhere/attache").returncode, 127)


if __name__ == "__main__":
    unittest.main()
