#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Workbooks that attache writes, read back with openpyxl: every cell is what --json has, and none is a formula. The program
is named by ATTACHE; exits 77 without openpyxl."""
import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

try:
    import openpyxl
    from openpyxl.utils.escape import unescape
except ImportError:
    print("left out: no openpyxl (Debian: python3-openpyxl)", file=sys.stderr)
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))
HOSTILE = ("=1+1 is a founding\r\nmember of the \"African\nUnion\". +We uphold, @all, the sovereignty\nof states _x0041_ and \U0001F600 human "
           "rights.\x01\x1b[2J\n\nhttp://example.org/ =HYPERLINK(\"x\") Prime Minister Nino\u202e Beridze wants to develop renewable energy.\n"
           "   leading and trailing   \n\n<b>&amp;</b> Georgia is a member of GUAM.\n")
QUESTIONS = [["principles"], ["priorities", "--evidence"], ["organizations", "--evidence"], ["leaders"], ["documents"], ["vocabulary"],
             ["vocabulary", "countries"], ["trend", "--norm", "sovereignty"], ["compare", "KEN", "GEO"], ["mentions"], ["coverage"],
             ["search", "states", "--context", "1"], ["review", "list"], ["review", "precision"], ["crosscheck"], ["check"],
             ["remove", "--dry-run", "hostile"], ["organizations", "nothing-has-this"], ["principles", "--count-by", "norm", "--share"],
             ["sql", "SELECT text, '=A1' AS f, 1 AS i, 0.5 AS r, NULL AS n, 9007199254740993 AS big, -5 AS minus FROM sentence_texts"]]


class Workbooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.kept.cleanup)
        cls.folder = Path(cls.kept.name)
        (cls.folder / "hostile.txt").write_bytes(HOSTILE.encode())
        cls.run_it("seed", "--manifest", str(ROOT / "docs/speeches/manifest.csv"))
        cls.run_it("seed", "--country", "GEO", "--date", "1999", "hostile.txt")
        cls.run_it("review", "reject", "hostile/organizations/guam", "--by", "=cmd", "--why", "=1+1")
        cls.run_it("review", "sample", "2", "--table", "principles")

    @classmethod
    def run_it(cls, *words, code=0, quiet=True):
        done = subprocess.run([PROGRAM, *(["--quiet"] if quiet else []), "--db", "kb.db", *words], cwd=cls.folder, capture_output=True)
        assert done.returncode == code, (words, done)
        return done.stdout if quiet else done.stderr.decode()

    def rows(self, name="out.xlsx"):
        book = openpyxl.load_workbook(self.folder / name)
        self.assertEqual(book.sheetnames, ["rows"])
        cells = list(book.active.iter_rows())
        for row in cells:
            for cell in row:
                self.assertIn(cell.data_type, "snb", cell.value)  # never f
                self.assertIsNone(cell.hyperlink)
        return book.active, [[unescape(c.value) if isinstance(c.value, str) else c.value for c in row] for row in cells]

    def test_cells_are_what_json_has(self):
        for question in QUESTIONS:
            with self.subTest(question=question):
                want = json.loads(self.run_it(*question, "--json"))
                self.run_it(*question, "-o", "out.xlsx", "--force")
                sheet, rows = self.rows()
                self.assertEqual(sheet.freeze_panes, "A2")
                self.assertEqual(len(rows), 1 + len(want))
                for item, row in zip(want, rows[1:], strict=True):
                    self.assertEqual(rows[0], list(item))
                    for value, cell in zip(item.values(), row, strict=True):
                        if isinstance(value, list):
                            value, cell = value, json.loads(cell)
                        if isinstance(value, int) and abs(value) > 2**53:
                            value = str(value)
                        if value == "":
                            value, cell = None, cell or None
                        # A reader of XML has LF for CR LF, unless CR is escaped; then both are there.
                        self.assertEqual(value, cell)
                        self.assertEqual(isinstance(value, bool), isinstance(cell, bool))

    def test_dates_are_text(self):
        self.run_it("documents", "--columns", "date", "-o", "dates.xlsx")
        _, rows = self.rows("dates.xlsx")
        self.assertTrue(all(isinstance(row[0], str) for row in rows))

    def test_no_formula_in_the_file(self):
        self.run_it("sql", "SELECT '=1+1' AS \"=2\"", "-o", "formula.xlsx")
        with zipfile.ZipFile(self.folder / "formula.xlsx") as book:
            content = b"".join(book.read(name) for name in book.namelist())
        self.assertNotIn(b"<f>", content)
        self.assertIn(b"=1+1", content)

    def test_to_a_pipe_but_not_to_a_terminal(self):
        piped = self.run_it("documents", "--xlsx")
        self.assertEqual(piped[:2], b"PK")
        master, slave = pty.openpty()
        done = subprocess.run([PROGRAM, "--db", "kb.db", "documents", "--xlsx"], cwd=self.folder, stdout=slave, stderr=subprocess.PIPE)
        os.close(slave)
        os.close(master)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"-o FILE", done.stderr)

    def test_flat_and_without_a_header(self):
        self.run_it("sql", "SELECT 'a' || char(13) || char(10) || 'b' AS x", "--flatten", "--no-header", "-o", "flat.xlsx")
        sheet, rows = self.rows("flat.xlsx")
        self.assertEqual(rows, [["a b"]])
        self.assertIsNone(sheet.freeze_panes)

    def test_cells_that_are_too_long_are_cut_and_told(self):
        told = self.run_it("sql", "SELECT printf('%.*c', 40000, 'a') AS x, printf('%.*c', 32767, 'b') AS y", "-o", "long.xlsx", quiet=False)
        self.assertIn("1 cell is cut to 32767 characters", told)
        _, rows = self.rows("long.xlsx")
        self.assertEqual(rows[1], ["a" * 32767, "b" * 32767])

    def test_characters_that_xml_lacks(self):
        self.run_it("sql", "SELECT 'a' || char(1) || char(0) || 'b_x0041_' || char(65535) AS x", "-o", "odd.xlsx")
        _, rows = self.rows("odd.xlsx")
        self.assertEqual(rows[1], ["a\x01\x00b_x0041_\uffff"])

    def test_what_is_there_is_not_replaced_unasked(self):
        (self.folder / "mine.xlsx").write_text("mine")
        self.run_it("documents", "-o", "mine.xlsx", code=2)
        self.assertEqual((self.folder / "mine.xlsx").read_text(), "mine")
        self.run_it("documents", "-o", "mine.xlsx", "--force")
        self.assertEqual((self.folder / "mine.xlsx").read_bytes()[:2], b"PK")

    def test_endings_say_the_format(self):
        for ending, flag in (("csv", "--csv"), ("tsv", "--tsv"), ("json", "--json"), ("ndjson", "--ndjson"), ("md", "--markdown"), ("txt", "--tsv")):
            self.run_it("principles", "-o", f"by.{ending}", "--force")
            self.assertEqual((self.folder / f"by.{ending}").read_bytes(), self.run_it("principles", flag), ending)
        self.run_it("principles", "--count", "-o", "count.csv", code=2)


if __name__ == "__main__":
    unittest.main()
