#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `attache export` writes, read back: every value is the one that is stored, every reference leads somewhere, and
the package says what the files hold. The program is named by ATTACHE; nothing but Python's own library is used."""
import csv
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))
csv.field_size_limit(1 << 30)

# Texts with all that a format may trip over: line ends of each kind inside what is cited, formulas, quotation marks,
# separators, characters beyond the basic plane, and such as nobody sees.
HOSTILE = {
    "lines.txt": "We are a founding\nmember of\r\nthe African Union. We uphold the peaceful\rsettlement of\ndisputes.\n",
    "formula.txt": "=1+1 is a founding member of GUAM.\n\n@SUM(A1) We uphold the sovereignty of states, and \"territorial\n"
                   "integrity\".\n",
    "emoji.txt": "\U0001F600\U0001F1F0\U0001F1EA Kenya \u2013 caf\u00e9, na\u00efve \u202etext \u200b\u2014 is a founding member\tof the "
                 "African Union; we uphold non-\nintervention. NA, NULL, nan.\n",
    "quotes.txt": "We want to develop \"renewable;\nenergy, | and\\n\" trade.\nWe uphold human rights,\n'sovereignty' \\ and peace.\n",
}


def run(*words, code=0, **keywords):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, **keywords)
    if done.returncode != code:
        raise AssertionError(f"{words}: {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.kept.name)
        cls.base = cls.folder / "kb.db"
        texts = cls.folder / "texts"
        texts.mkdir()
        for name, text in HOSTILE.items():
            (texts / name).write_bytes(text.encode())
        speeches = ROOT / "docs/speeches"
        cls.attache("seed", "--quiet", "--manifest", speeches / "manifest.csv")
        cls.attache("seed", "--quiet", "--country", "KEN", "--date", "2001", "--source", "file:///home/ana/texts/x.txt", texts)
        cls.attache("seed", "--quiet", "--country", "NAM", "--title", "Of Namibia", ROOT / "seed/documents/azerbaijan-foreign-policy.txt")
        cls.attache("review", "reject", cls.ref("organizations"), "--by", "ana", "--why", "=no")
        cls.attache("review", "sample", "3", "--table", "principles", "--document", speeches / "ken-1988.txt")
        cls.whole = cls.export("whole")

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    @classmethod
    def attache(cls, *words, code=0):
        return run("--db", cls.base, *words, code=code)

    @classmethod
    def ref(cls, table):
        return cls.attache(table, "--columns", "ref", "--tsv", "--no-header", "-n", "1", "--sort", "ref").decode().strip()

    @classmethod
    def export(cls, name, *words):
        cls.attache("export", "--quiet", cls.folder / name, *words)
        return cls.folder / name

    @staticmethod
    def package(folder):
        return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))

    @classmethod
    def tables(cls, folder):
        return {r["name"]: read_csv(folder / r["path"]) for r in cls.package(folder)["resources"]}


class Exact(Case):
    def test_words_are_those_of_the_text(self):
        tables = self.tables(self.whole)
        texts = {row["document_id"]: row["text"].encode() for row in tables["document_texts"]}
        document = {row["sentence_id"]: row["document_id"] for row in tables["sentences"]}
        for row in tables["sentences"]:
            self.assertEqual(row["text"].encode(), texts[row["document_id"]][int(row["start_byte"]):int(row["end_byte"])])
        broken = 0
        for row in tables["citations"]:
            text = texts[document[row["sentence_id"]]]
            self.assertEqual(row["quote"].encode(), text[int(row["start_byte"]):int(row["end_byte"])])
            if row["statement"]:
                start, end = int(row["statement_start_byte"]), int(row["statement_end_byte"])
                self.assertEqual(row["statement"].encode(), text[start:end])
            broken += "\n" in row["quote"] or "\r" in row["statement"]
        self.assertGreater(broken, 3)

    def test_texts_are_those_that_are_stored(self):
        with sqlite3.connect(self.base) as base:
            stored = dict(base.execute("SELECT document_id, text FROM document_texts"))
        written = {int(row["document_id"]): row["text"] for row in self.tables(self.whole)["document_texts"]}
        self.assertEqual(stored, written)

    def test_flatten_changes_line_ends_alone_and_says_so(self):
        flat = self.export("flat", "--flatten")
        exact, changed = self.tables(self.whole), self.tables(flat)
        self.assertEqual(exact["document_texts"], changed["document_texts"])
        for name in set(exact) - {"document_texts"}:
            for before, after in zip(exact[name], changed[name], strict=True):
                self.assertEqual({key: re.sub("\r\n|\r|\n", " ", value) for key, value in before.items()}, after)
        self.assertIn("Line ends", self.package(flat)["description"])
        self.assertNotIn("Line ends", self.package(self.whole)["description"])

    def test_formulas_are_guarded_where_asked(self):
        guarded = self.tables(self.export("guarded", "--escape-formulas"))
        for name, rows in self.tables(self.whole).items():
            for before, after in zip(rows, guarded[name], strict=True):
                for key, value in before.items():
                    guard = "'" if value[:1] and value[:1] in "=+-@\t\r\n" and not re.fullmatch(r"-?\d+", value) else ""
                    self.assertEqual(guard + value, after[key])

    def test_formats_of_queries_hold_the_same(self):
        for question in (["principles", "--evidence"], ["priorities", "--evidence"], ["organizations", "--evidence"],
                         ["leaders"], ["documents"], ["search", "founding OR uphold", "--context", "1"], ["review", "list"],
                         ["sql", "SELECT text, length(text) AS n FROM sentence_texts"]):
            rows = json.loads(self.attache(*question, "--json"))
            self.assertEqual(rows, [json.loads(line) for line in self.attache(*question, "--ndjson").split(b"\n") if line])
            def shown(value):
                if isinstance(value, bool):
                    return str(value).lower()
                if isinstance(value, list):
                    return json.dumps(value)
                return "" if value is None else str(value)
            texts = [[shown(v) if not isinstance(v, (float, list)) else None for v in row.values()] for row in rows]
            read = list(csv.reader(self.attache(*question, "--csv").decode().splitlines(True), strict=True))[1:]
            tsv = self.attache(*question, "--tsv").decode().rstrip("\n").split("\n")[1:]
            escapes = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
            lines = [[re.sub(r"\\[tnr\\]", lambda m: escapes[m.group()], cell) for cell in line.split("\t")] for line in tsv]
            for want, a, b in zip(texts, read, lines, strict=True):
                for value, of_csv, of_tsv in zip(want, a, b, strict=True):
                    if value is not None:
                        self.assertEqual((value, value), (of_csv, of_tsv), question)


class Package(Case):
    def test_files_are_those_that_it_names(self):
        package = self.package(self.whole)
        self.assertEqual({r["path"] for r in package["resources"]} | {"datapackage.json"}, set(os.listdir(self.whole)))
        for resource in package["resources"]:
            content = (self.whole / resource["path"]).read_bytes()
            self.assertEqual(resource["bytes"], len(content))
            self.assertEqual(resource["hash"], "sha256:" + hashlib.sha256(content).hexdigest())
            rows = read_csv(self.whole / resource["path"])
            self.assertEqual(resource["rows"], len(rows))
            names = [field["name"] for field in resource["schema"]["fields"]]
            header = next(csv.reader([content.decode().split("\r\n")[0]]))
            self.assertEqual(header, names)
            self.assertEqual(resource["schema"]["missingValues"], [""])
            self.assertTrue(all(field.get("description") for field in resource["schema"]["fields"]), resource["name"])
        for key in ("name", "title", "version", "created", "profile", "$schema", "licenses", "sources"):
            self.assertTrue(package[key], key)
        self.assertRegex(package["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_types_hold(self):
        patterns = {"integer": r"-?\d+", "year": r"\d{4}", "date": r"\d{4}-\d\d-\d\d", "boolean": "true|false",
                    "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "yearmonth": r"\d{4}-\d\d"}
        seen = set()
        for resource in self.package(self.whole)["resources"]:
            rows = read_csv(self.whole / resource["path"])
            for field in resource["schema"]["fields"]:
                constraints = field.get("constraints", {})
                seen.add(field["type"])
                for value in (row[field["name"]] for row in rows):
                    told = f"{resource['name']}.{field['name']}: {value!r}"
                    if value == "":
                        self.assertFalse(constraints.get("required"), told)
                        continue
                    if field["type"] in patterns:
                        self.assertRegex(value, f"^({patterns[field['type']]})$", told)
                    if field["type"] == "array":
                        self.assertIsInstance(json.loads(value), list, told)
                    if "enum" in constraints:
                        self.assertIn(value, constraints["enum"], told)
                    if "pattern" in constraints:
                        self.assertRegex(value, f"^({constraints['pattern']})$", told)
        self.assertLessEqual({"integer", "year", "datetime", "boolean", "array", "string"}, seen)

    def test_dates_have_the_type_that_they_are_as_precise_as(self):
        def type_of(folder, table, column):
            resource = next(r for r in self.package(folder)["resources"] if r["name"] == table)
            return next(f["type"] for f in resource["schema"]["fields"] if f["name"] == column)
        self.assertEqual(type_of(self.whole, "documents", "date"), "string")
        self.assertEqual(type_of(self.export("days", "--country", "NOR,IND", "--until", "1996"), "documents", "date"), "date")
        self.assertEqual(type_of(self.folder / "days", "principles", "date"), "date")
        self.assertEqual(type_of(self.export("years", "--document", "formula"), "documents", "date"), "year")

    def test_namibia_is_a_country(self):
        tables = self.tables(self.whole)
        self.assertIn(("NAM", "NA"), {(row["iso3"], row["iso2"]) for row in tables["countries"]})
        self.assertIn("NAM", {row["country"] for row in tables["documents"]})

    def test_rows_have_reference_country_and_date(self):
        tables = self.tables(self.whole)
        documents = {row["document_id"]: row for row in tables["documents"]}
        for name in ("principles", "priorities", "organizations", "leaders"):
            refs = {row["ref"] for row in tables[name]}
            self.assertEqual(len(refs), len(tables[name]))
            self.assertEqual(refs, {row["ref"] for row in json.loads(self.attache(name, "--json", "--columns", "ref"))})
            for row in tables[name]:
                document = documents[row["document_id"]]
                self.assertEqual((row["country"], row["date"]), (document["country"], document["date"]))
                self.assertTrue(row["ref"].startswith(document["slug"] + "/" + name + "/"))
        refs = {row["ref"] for name in ("principles", "priorities", "organizations", "leaders") for row in tables[name]}
        self.assertEqual({row["ref"] for row in tables["citations"]}, refs)

    def test_no_path_of_this_machine(self):
        folder = self.export("placed", "--document", ROOT / "docs/speeches/ken-1988.txt")
        for whole in (self.whole, folder):
            for name in os.listdir(whole):
                if name == "document_texts.csv":
                    continue
                content = (whole / name).read_text(encoding="utf-8")
                for place in (str(ROOT), str(self.folder), "/home/ana", "file:"):
                    self.assertFalse(place in content, (place, name))
        self.assertIn("ken-1988.txt", {row["path"] for row in self.tables(self.whole)["documents"]})

    def test_licence(self):
        self.assertEqual(self.package(self.whole)["licenses"][0]["name"], "notspecified")
        named = self.package(self.export("named", "--license", "CC-BY-4.0"))
        self.assertEqual(named["licenses"], [{"name": "CC-BY-4.0", "title": "CC-BY-4.0"}])
        there = self.package(self.export("there", "--license", "https://example.org/licence"))
        self.assertEqual(there["licenses"][0]["path"], "https://example.org/licence")


class Filters(Case):
    CHOICES = ([], ["--country", "KEN"], ["--norm", "sovereignty"], ["--theme", "energy-and-resources"], ["--role", "founder"],
               ["--min-confidence", "0.8"], ["--reviewed"], ["--unreviewed"], ["--rejected"], ["--with-rejected"],
               ["--match", "sovereignty"], ["--country", "KEN", "--norm", "sovereignty", "--role", "founder"],
               ["--since", "1990", "--until", "2001-12"], ["--office-type", "head-of-state"], ["--speaker"],
               ["--name", "African Union"], ["--title", "Namibia"], ["--region", "eastern-africa", "--kind", "regional"],
               ["--polarity", "upheld"], ["--existing"], ["--country", "ZWE"], ["--actor", "KEN"], ["--meta", "place=New York"])

    def test_what_is_left_refers_to_nothing_that_is_gone(self):
        for number, choice in enumerate(self.CHOICES):
            folder = self.export(f"choice{number}", *choice)
            tables = self.tables(folder)
            for resource in self.package(folder)["resources"]:
                for key in resource["schema"].get("foreignKeys", []):
                    column, target = key["fields"][0], key["reference"]
                    known = {row[target["fields"][0]] for row in tables[target["resource"] or resource["name"]]}
                    used = {row[column] for row in tables[resource["name"]]} - {""}
                    self.assertLessEqual(used, known, f"{choice} {resource['name']}.{column}")
            cited = {row["ref"] for row in tables["citations"]}
            rows = {row["ref"] for name in ("principles", "priorities", "organizations", "leaders") for row in tables[name]}
            self.assertEqual(cited, rows, choice)

    def test_rows_are_those_of_the_queries(self):
        for number, choice in enumerate(self.CHOICES):
            tables = self.tables(self.export(f"asked{number}", *choice))
            help_of = {name: self.attache(name, "--help").decode() for name in ("principles", "priorities", "organizations", "leaders")}
            for name, page in help_of.items():
                if not all(word in page for word in choice if word.startswith("--")):
                    continue  # a filter of other tables, or several
                said = json.loads(self.attache(name, *choice, "--json", "--columns", "ref"))
                self.assertEqual({row["ref"] for row in said}, {row["ref"] for row in tables[name]}, (name, choice))

    def test_references_to_the_vocabulary_are_told_only_where_they_hold(self):
        with sqlite3.connect(self.base) as base:
            base.execute("UPDATE organizations SET kind = 'gone' WHERE organization_id = 1")
        try:
            package = self.package(self.export("strays"))
        finally:
            with sqlite3.connect(self.base) as base:
                base.execute("UPDATE organizations SET kind = 'regional' WHERE organization_id = 1")
        def keys(name, of):
            resource = next(r for r in of["resources"] if r["name"] == name)
            return {key["fields"][0] for key in resource["schema"].get("foreignKeys", [])}
        self.assertEqual(keys("organizations", self.package(self.whole)), {"document_id", "body", "kind", "role", "role_country"})
        self.assertEqual(keys("organizations", package), {"document_id", "body", "role", "role_country"})
        self.assertEqual(keys("bodies", package), {"kind", "parent", "successor"})


if __name__ == "__main__":
    unittest.main()
