# SPDX-License-Identifier: MIT
"""The table of costs in docs/scale.md is what bench/scale prints."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
printed = subprocess.run([sys.executable, ROOT / "bench" / "scale"], check=True, capture_output=True).stdout.decode()
assert printed in (ROOT / "docs" / "scale.md").read_text(), printed
