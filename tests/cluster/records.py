# SPDX-License-Identifier: MIT
"""What the tests of the recipes share: records of several kinds, and what one run makes of them."""
import json
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))


class Records:
    """A folder with records.ndjson, and the results and exit code of one run over it."""

    def __init__(self):
        self.kept = tempfile.TemporaryDirectory()
        self.folder = Path(self.kept.name)
        lines = []
        for path in sorted((ROOT / "docs/speeches").glob("*.txt")):
            country, year = path.stem.upper().split("-")
            lines.append(json.dumps({"id": path.stem, "text": path.read_text(encoding="utf-8"), "country": country, "date": year}).encode())
        lines += [json.dumps({"id": f"made-{n}", "text": f"In the year {1900 + n} we joined the United Nations. É{'é' * n}"}).encode()
                  for n in range(100)]
        lines[3:3] = [b"", b'{"id":"broken', b'{"id":"caf\xe9","text":"\xff"}', b'{"id":"none"}\r']
        self.records = self.folder / "records.ndjson"
        self.records.write_bytes(b"\n".join(lines))  # the last line has no end
        run = subprocess.run([PROGRAM, "extract", "--input", "ndjson", str(self.records)], capture_output=True)
        self.results, self.code = run.stdout, run.returncode

    def cleanup(self):
        self.kept.cleanup()
