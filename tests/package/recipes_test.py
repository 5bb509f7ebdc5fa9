#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What docs/howto/python.md and docs/howto/r.md show is run, and prints what they say. The program is named by ATTACHE; what
needs a library or a program that is missing is left out, and said."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))
RUN = {"python": [sys.executable, "-"], "r": ["Rscript", "-"]}


def missing(language, block):
    """What the block needs and this machine lacks; empty where nothing."""
    if language == "r" and not shutil.which("Rscript"):
        return "no R (Debian: r-base-core)"
    if language == "r" and "RSQLite" in block:
        if subprocess.run(["Rscript", "-e", "library(RSQLite)"], capture_output=True).returncode:
            return "no RSQLite (Debian: r-cran-rsqlite)"
    if "import pandas" in block and subprocess.run([sys.executable, "-c", "import pandas"], capture_output=True).returncode:
        return "no pandas (Debian: python3-pandas)"
    return ""


class Recipes(unittest.TestCase):
    def run_page(self, name):
        page = (ROOT / "docs/howto" / name).read_text(encoding="utf-8")
        blocks = re.findall(r"^```(sh|python|r|text)\n(.*?)^```$", page, re.M | re.S)
        self.assertGreater(len(blocks), 5)
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "docs/speeches", Path(folder) / "speeches")
            path = f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}"
            environment = {**os.environ, "PATH": path, "HOME": folder, "LC_ALL": "C.UTF-8"}
            shown = None
            for language, block in blocks:
                with self.subTest(page=name, block=block.split("\n")[0]):
                    if language == "text":
                        if shown is not None:
                            self.assertEqual(shown.rstrip("\n"), block.rstrip("\n"))
                        continue
                    lacks = missing(language, block)
                    shown = None
                    if lacks:
                        self.skipTest(lacks)
                    words = ["sh", "-e"] if language == "sh" else RUN[language]
                    if language == "r":
                        (Path(folder) / "block.R").write_text(block, encoding="utf-8")
                        words = ["Rscript", "block.R"]
                    done = subprocess.run(words, input=block, cwd=folder, env=environment, capture_output=True, text=True)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    shown = done.stdout

    def test_python(self):
        self.run_page("python.md")

    def test_r(self):
        self.run_page("r.md")


if __name__ == "__main__":
    unittest.main()
