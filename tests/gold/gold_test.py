#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs script/gold as a person would, on two made-up speeches, and looks over the annotations of this folder."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
JUDGED = (HERE / "real-documents.ndjson", HERE / "judged-30-11.ndjson")
SCRIPT = HERE.parents[1] / "script" / "gold"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPT.parent))
from annotations.drawing import sentences_of  # noqa: E402

TABLES = ("organizations", "leaders", "principles", "priorities")
QUOTES = ("surface", "words", "name", "office", "cue")


def gold(*arguments):
    return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False)


def body(name, role="mention", words=None):
    return {"name": name, "aliases": [], "surface": name, "role": role, "country": words and "BBB", "words": words}


class Gold(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.corpus = self.folder / "corpus"
        shutil.copytree(HERE / "corpus", self.corpus / "session")
        self.passages = self.folder / "passages.json"
        self.drawn = self.draw(2, self.passages)

    def draw(self, count, path, *more):
        self.says(gold("draw", self.corpus, count, 5, "tst", path, "--kind", "any", *more), f"{count} passages\n")
        return json.loads(path.read_text("utf8"))

    def says(self, done, out="", err="", code=0):
        self.assertEqual((done.stdout, done.stderr, done.returncode), (out, err, code))

    def annotate(self, name, **tables):
        """Adds annotations of both passages: empty tables but for those of the second speech."""
        rows = [{"id": row["id"], **{table: [] for table in TABLES}, **(tables if row["country"] == "BBB" else {})}
                for row in self.drawn]
        annotations = self.folder / f"{name}.json"
        annotations.write_text(json.dumps(rows), "utf8")
        lines = self.folder / f"{name}.ndjson"
        return gold("add", self.passages, annotations, "--batch", name, "-o", lines), lines

    def of(self, country):
        return next(row for row in self.drawn if row["country"] == country)

    def test_draws_whole_sentences_that_stand_in_the_file_and_the_same_for_the_same_seed(self):
        for row in self.drawn:
            raw = (HERE / "corpus" / row["file"]).read_bytes()
            self.assertEqual(raw[row["start"]:row["end"]].decode(), row["text"])
            self.assertGreaterEqual(len(row["text"].split()), 170)
            before = raw[:row["start"]].decode().rstrip()
            self.assertTrue(before.endswith(".") and not before.endswith("Mr."))
        self.assertEqual(self.draw(2, self.folder / "again.json"), self.drawn)
        other = self.draw(1, self.folder / "other.json", "--used", self.first_alone())
        self.assertEqual(other[0]["file"], self.drawn[1]["file"])
        self.says(gold("draw", self.corpus, 3, 5, "tst", self.folder / "no.json", "--kind", "any"), code=1,
                  err=f"gold: {self.corpus}: gives 2 passages of kind any, 3 are asked for\n")

    def first_alone(self):
        path = self.folder / "first.json"
        path.write_text(json.dumps(self.drawn[:1]), "utf8")
        return path

    def test_sentences_do_not_end_at_short_forms_and_numbers_of_paragraphs(self):
        text = "1.\tMr. President, a word.\n2.\tMr. J. Venn opened it in 1950. (He left.) “So did I.” The end comes"
        self.assertEqual([text[start:end] for start, end in sentences_of(text)],
                         ["1.\tMr. President, a word.", "2.\tMr. J. Venn opened it in 1950.", "(He left.)", "“So did I.”"])

    def test_draws_by_kind(self):
        for kind in ("aims", "roles", "mix"):
            done = gold("draw", self.corpus, 1, 5, "tst", self.folder / "kind.json", "--kind", kind)
            self.says(done, "1 passages\n")

    def test_keeps_annotations_without_the_text_and_cuts_it_out_again(self):
        done, lines = self.annotate("A", organizations=[body("Pass Mission", "contributor", "Troops  of my country serve with")],
                                    principles=[{"slug": "peaceful-settlement", "surface": "settled by talk", "note": "mine"}])
        self.says(done, f"2 passages added, 2 in {lines}\n")
        kept = [json.loads(line) for line in lines.read_text("utf8").splitlines()]
        self.assertEqual([row["id"] for row in kept], ["tst-001", "tst-002"])
        self.assertFalse(any("text" in row for row in kept))
        annotated = next(row for row in kept if row["country"] == "BBB")
        self.assertEqual(annotated["batch"], "A")
        self.assertEqual(annotated["organizations"][0]["words"], "Troops of my country serve with")
        self.assertEqual(annotated["principles"], [{"slug": "peaceful-settlement", "surface": "settled by talk", "also": []}])
        once = lines.read_bytes()
        self.annotate("A", organizations=[body("Pass Mission", "contributor", "Troops of my country serve with")],
                      principles=[{"slug": "peaceful-settlement", "surface": "settled by talk"}])
        self.assertEqual(lines.read_bytes(), once)

        made = self.folder / "gold.json"
        self.says(gold("rebuild", self.corpus, lines, "-o", made), "2 passages\n")
        self.assertEqual([row["text"] for row in json.loads(made.read_text("utf8"))], [row["text"] for row in self.drawn])

    def test_line_ends_of_another_copy_do_not_matter(self):
        _, lines = self.annotate("A")
        for path in self.corpus.rglob("*.txt"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        self.says(gold("rebuild", self.corpus, lines, "-o", self.folder / "gold.json"), "2 passages\n")

    def test_tells_of_a_missing_file_and_of_changed_text(self):
        _, lines = self.annotate("A")
        changed, missing = self.of("BBB"), self.of("AAA")
        file = self.corpus / "session" / "BBB_44_1989.txt"
        file.write_text(file.read_text("utf8").replace("clean wells", "clear wells"), "utf8")
        (self.corpus / "session" / "AAA_05_1950.txt").unlink()
        told = {missing["id"]: f"gold: {missing['id']}: no file AAA_05_1950.txt in the corpus\n",
                changed["id"]: f"gold: {changed['id']}: BBB_44_1989.txt has another digest at bytes {changed['start']} to "
                               f"{changed['end']}: it is not the text that was annotated\n"}
        made = self.folder / "gold.json"
        self.says(gold("rebuild", self.corpus, lines, "-o", made), err=told["tst-001"] + told["tst-002"], code=1)
        self.assertFalse(made.exists())
        self.says(gold("rebuild", self.corpus, lines, "-o", made, "--partial"), "0 passages\n", told["tst-001"] + told["tst-002"], 1)

    def test_refuses_annotations_that_do_not_fit(self):
        name = self.of("BBB")["id"]
        done, lines = self.annotate(
            "A", organizations=[body("Pass Mission", "contributor"), body("Hill Council")],
            principles=[{"slug": "thrift", "surface": "settled by talk"}], priorities=[{"surface": self.of("BBB")["text"]}])
        self.assertEqual(done.returncode, 1)
        quote = " ".join(self.of("BBB")["text"].split())
        self.assertEqual(done.stderr.splitlines(), [
            f"gold: {name}: not in the passage: Hill Council", f"gold: {name}: Pass Mission: a role without the words that state it",
            f"gold: {name}: no norm: thrift", f"gold: {name}: a quote of {len(quote)} characters, 300 are the most: {quote[:40]}..."])
        self.assertFalse(lines.exists())

    def test_tells_how_far_two_annotators_agree(self):
        _, first = self.annotate("A", organizations=[body("Mountain Council", "member", "which my country joined in 1971"), body("Pass Mission")],
                                 leaders=[{"name": "Ada Korr", "office": "President"}],
                                 priorities=[{"surface": "the return of the archives", "cue": "seeks"},
                                             {"surface": "clean wells, and a road that can be used in March"}])
        _, second = self.annotate("B", organizations=[body("Mountain Council"), body("pass  mission")],
                                  leaders=[{"name": "A. Korr", "office": ""}],
                                  priorities=[{"surface": "archives", "cue": "seeks"}, {"surface": "a road"}])
        self.says(gold("agree", first, second), "2 passages in both\n"
                  "table           first second   both      F1\n"
                  "organizations       2      2      2   1.000\n"
                  "leaders             1      1      1   1.000\n"
                  "principles          0      0      0       -\n"
                  "priorities          2      2      1   0.500\n"
                  "stated roles        1      0      0   0.000\n"
                  "roles equal: 1 of the 2 bodies in both\n")

    def test_tells_in_one_line_what_can_not_be_read(self):
        nothing = self.folder / "nothing"
        self.says(gold("rebuild", nothing, self.passages, "-o", self.folder / "x"), code=4,
                  err=f"gold: {nothing}: no folder; name the one with the texts of the corpus\n")
        self.says(gold("agree", nothing, nothing), code=4, err=f"gold: {nothing}: No such file or directory\n")
        _, lines = self.annotate("A")
        self.says(gold("rebuild", self.corpus, lines, lines, "-o", self.folder / "x"), code=1,
                  err=f"gold: {lines} and {lines}: tst-001 is there twice; give one of the two\n")
        self.assertEqual(gold("draw", self.corpus, 0, 5, "tst", "x").returncode, 2)

    def test_every_command_has_help(self):
        for command in ("rebuild", "draw", "add", "agree"):
            done = gold(command, "--help")
            self.assertTrue(done.stdout.startswith(f"usage: gold {command} "))
            self.assertEqual(done.returncode, 0)


class Batches(unittest.TestCase):
    def test_hold_places_and_short_quotes_in_order(self):
        for path in sorted(set(HERE.glob("*.ndjson")) - set(JUDGED)):
            rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
            self.assertEqual([row["id"] for row in rows], sorted({row["id"] for row in rows}), path.name)
            for row in rows:
                with self.subTest(batch=path.name, passage=row["id"]):
                    self.assertEqual(list(row), ["id", "source", "file", "start", "end", "sha1", "country", "year", "batch", *TABLES])
                    self.assertEqual(row["batch"], path.stem)
                    for quote in (each.get(key) for table in TABLES for each in row[table] for key in QUOTES):
                        self.assertLessEqual(len(quote or ""), 300)


class JudgedRows(unittest.TestCase):
    """Rows that the program gave for whole documents, judged one by one."""

    def test_are_places_with_a_verdict_and_a_reason_where_wrong(self):
        for document in (json.loads(line) for path in JUDGED for line in path.read_text("utf8").splitlines()):
            self.assertRegex(document["sha256"], "^[0-9a-f]{64}$")
            for row in (row for table in (*TABLES, "roles") for row in document[table]):
                with self.subTest(document=document["id"], key=row["key"]):
                    self.assertEqual(list(row)[:3], ["key", "spans", "verdict"])
                    told = {"right": ([], ["note"]), "wrong": (["class", "reason"], ["reason"])}[row["verdict"]]
                    self.assertIn(list(row)[3:], told)
                    for start, end in row["spans"]:
                        self.assertTrue(0 <= start < end <= document["bytes"])

    def test_are_counted_right_in_the_document_on_accuracy(self):
        told = (HERE.parents[1] / "docs" / "accuracy.md").read_text("utf8")
        for path in JUDGED:
            documents = [json.loads(line) for line in path.read_text("utf8").splitlines()]
            for table in (*TABLES, "roles"):
                rows = [row for document in documents for row in document[table]]
                right = sum(row["verdict"] == "right" for row in rows)
                self.assertIn(f"| {'stated roles' if table == 'roles' else table} | {len(rows)} | {right} |", told)


unittest.main()
