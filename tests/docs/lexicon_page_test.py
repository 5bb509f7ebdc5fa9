# SPDX-License-Identifier: MIT
"""docs/lexicon.md is what script/lexicon-page makes of the table by which a user's files are looked through."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
made = subprocess.run([sys.executable, ROOT / "script" / "lexicon-page"], check=True, capture_output=True).stdout.decode()
assert made == (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8"), "run script/lexicon-page > docs/lexicon.md"
