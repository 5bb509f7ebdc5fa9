#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every JSON that the program prints is as schema/json says, and what schema/json says is printed: a column or a command
without its schema fails here. The program is named by ATTACHE; exits 77 without Python's jsonschema."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("left out: no jsonschema (Debian: python3-jsonschema)", file=sys.stderr)
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))
SCHEMAS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "schema/json").glob("*.json")}
HOSTILE = ("=1+1 is a founding\r\nmember of the \"African\nUnion\". We uphold, @all, the sovereignty\nof states and \U0001F600 human "
           "rights. Prime Minister Nino\u202e Beridze wants to develop renewable energy.\n\nMR. CARNEY: Georgia joined the Council "
           "of\u200bEurope in 1999; it is a member of GUAM.\n")

# What is asked, and which schema it has; {REF} and {SENTENCE} stand for references.
ASKED = [
    ("vocabulary", "vocabulary --columns all"),
    *[("vocabulary", f"vocabulary {name} --columns all") for name in (
        "norms", "themes", "roles", "kinds", "instruments", "countries", "regions", "bodies", "offices", "metadata")],
    ("trend", "trend --norm sovereignty --country KEN --country NOR"),
    ("trend", "trend --role founder --by decade"),
    *[("compare", f"compare KEN NOR --table {table} --columns all") for table in (
        "principles", "priorities", "organizations", "leaders", "sentences")],
    ("diff", "diff ken-1988 hostile --columns all"), ("diff", "diff hostile ken-1988 --only changed,gained"),
    ("mentions", "mentions --columns all"), ("mentions", "mentions ETH SOM --any --columns all"),
    ("coverage", "coverage"), ("coverage", "--db undated.db coverage"), ("search", "search peace OR rights OR founding --columns all"),
    ("search", "search GUAM --context 1"),
    ("sql", "sql 'SELECT * FROM organization_citations_all'"), ("sql", "sql \"SELECT NULL AS a, 1.5 AS b, x'00' AS c\""),
    ("crosscheck", "crosscheck --columns all"), ("review-list", "review list --columns all"),
    ("review-sample", "review sample 3 --table organizations"), ("review-precision", "review precision"),
    ("check", "check"), ("check", "--db damaged.db check"), ("check-digest", "check --digest"),
    ("remove", "remove --dry-run ken-1988"),
    ("show", "show ken-1988"), ("show", "show ken-1988 --text"), ("show", "show hostile"), ("show", "show {SENTENCE}"),
    ("show", "show {AMENDED}"),
    *[("show", f"show {{{table}}}") for table in ("principles", "priorities", "organizations", "leaders")],
    ("extract", "extract hostile.txt"), ("extract", "extract page.html front.md"),
    ("extract", "extract --input ndjson records.ndjson"), ("extract", "extract --input ndjson --no-text records.ndjson"),
    ("explain", "explain hostile.txt"), ("explain", "explain {organizations}"),
    ("explain", "explain --sentence 'Kenya has never been a member of NATO.'"),
    ("cite", "cite {organizations} ken-1988 {SENTENCE}"),
    ("datapackage", "export --force --quiet data > /dev/null; cat data/datapackage.json #"),
    ("datapackage", "export --force --quiet --country ZWE --license https://example.org/l data > /dev/null; cat data/datapackage.json #"),
    ("datasette", "export --datasette - #"), ("datasette", "export --datasette - --license CC-BY-4.0 #"),
]
TABLES = ("principles", "priorities", "organizations", "leaders", "documents")
for table in TABLES:
    ASKED += [(table, f"{table} --columns all"), (table, f"{table} --count-by country,year,decade --share"),
              (table, f"{table} --columns country,year,decade"), (table, f"{table} --distinct country,date"),
              (table, f"{table} --first country"), (table, f"{table} nothing-says-this")]
    if table != "documents":
        ASKED += [(table, f"{table} --evidence --columns all"), (table, f"{table} --with-rejected --columns ref,review,original"),
                  (table, f"{table} --evidence --count-by decade --share")]
for command, column in (("search sovereignty", "country,decade"), ("search sovereignty", "year"), ("review list", "decision"),
                        ("crosscheck", "verdict"), ("coverage", "country"), ("compare KEN NOR", "said_by")):
    name = command.replace("review list", "review-list").split()[0]
    ASKED.append((name, f"{command} --count-by {column}"))
ASKED += [("explain", f"explain {{{table}}}") for table in TABLES[:4]] + [("explain", "explain {AMENDED}")]
ASKED += [("principles", "principles --count-by instruments"), ("organizations", "organizations --with-rejected --count-by original")]

# Commands that print no JSON.
SILENT = {"seed", "load", "split", "merge", "publish", "graph", "report", "export", "completion", "manual", "help"}


def validator(name):
    return Draft202012Validator(SCHEMAS[name])


class World:
    """A knowledge base of the bundled document, the speeches of docs/speeches and what formats may trip over."""

    def __init__(self):
        self.kept = tempfile.TemporaryDirectory()
        self.folder = Path(self.kept.name)
        (self.folder / "hostile.txt").write_bytes(HOSTILE.encode())
        (self.folder / "page.html").write_text("<html><head><title>A page</title></head><body><p>We uphold human rights &amp; the "
                                               "sovereignty of states.</p></body></html>", encoding="utf-8")
        (self.folder / "front.md").write_text("---\ntitle: Front\ncountry: GEO\ndate: 2001-05\nkeywords: [a, b]\n---\n\nGeorgia is a "
                                              "founding member of GUAM.\n", encoding="utf-8")
        records = [{"id": 1, "text": HOSTILE, "country": "GEO", "date": "1999-05", "language": "en", "source": "https://example.org",
                    "own": ["a", "b"]}, {"path": "front.md"}, {"path": "page.html"}, {"id": "none"}, {"path": "missing.txt"}]
        (self.folder / "records.ndjson").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        self.run("seed")
        self.run("seed", "--manifest", str(ROOT / "docs/speeches/manifest.csv"))
        self.run("seed", "--country", "GEO", "--date", "1999", "hostile.txt")
        refs = json.loads(self.run("organizations", "--json", "--columns", "ref,role"))
        self.run("review", "reject", refs[0]["ref"], "--by", "ana")
        self.run("review", "amend", refs[-1]["ref"], "--set", "role=member", "--by", "ana", "--why", "so")
        self.run("review", "sample", "2", "--table", "principles")
        self.words = {"{SENTENCE}": "ken-1988/sentence/5", "{AMENDED}": refs[-1]["ref"]}
        for table in TABLES[:4]:
            self.words[f"{{{table}}}"] = json.loads(self.run(table, "--json", "--columns", "ref", "-n", "1"))[0]["ref"]
        for table in TABLES[:4]:
            self.run("review", "accept", self.words[f"{{{table}}}"], "--by", "ana")
        (self.folder / "undated.txt").write_text("Kenya is a member of the United Nations.\n", encoding="utf-8")
        subprocess.run([PROGRAM, "--quiet", "--db", "undated.db", "seed", "undated.txt"], cwd=self.folder, check=True)
        shutil.copy(self.folder / "kb.db", self.folder / "damaged.db")
        with sqlite3.connect(self.folder / "damaged.db") as damaged:
            damaged.execute("UPDATE documents SET title = 'another' WHERE document_id = 1")

    def run(self, *words):
        return subprocess.run([PROGRAM, "--quiet", "--db", str(self.folder / "kb.db"), *words], cwd=self.folder,
                              capture_output=True, check=True).stdout.decode()

    def print(self, line):
        """Standard output of a line of ASKED."""
        for word, value in self.words.items():
            line = line.replace(word, f"'{value}'")
        environment = {**os.environ, "ATTACHE_DB": str(self.folder / "kb.db"), "PROGRAM": PROGRAM}
        return subprocess.run(["sh", "-c", f'"$PROGRAM" {line}'], cwd=self.folder, env=environment,
                              capture_output=True).stdout.decode()


class Printed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.kept.cleanup)

    def keys_of(self, value, schema, root, seen):
        """Collects which properties of the schema there are."""
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        if isinstance(value, list):
            for item in value:
                self.keys_of(item, schema.get("items", {}), root, seen)
        for key in ("oneOf", "anyOf"):
            for choice in schema.get(key, []):
                target = root["$defs"][choice["$ref"].rsplit("/", 1)[1]] if "$ref" in choice else choice
                if Draft202012Validator({**target, "$defs": root.get("$defs", {})}).is_valid(value):
                    self.keys_of(value, target, root, seen)
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in schema.get("properties", {}):
                    seen.add((id(schema), key))
                    self.keys_of(inner, schema["properties"][key], root, seen)

    def test_all(self):
        for name, schema in SCHEMAS.items():
            with self.subTest(schema=name):
                Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["$id"], "urn:attache:json:" + name)
        seen = set()
        for name, line in ASKED:
            shown = self.world.print(line + (" --format csl-json" if name == "cite" else " --json"))
            with self.subTest(asked=line):
                value = json.loads(shown)
                errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator(name).iter_errors(value)]
                self.assertEqual(errors[:3], [], f"schema/json/{name}.json does not say what 'attache {line}' prints")
                self.keys_of(value, SCHEMAS[name], SCHEMAS[name], seen)
        for name, schema in SCHEMAS.items():
            row = schema.get("$defs", {}).get("row", {})
            for column in row.get("properties", {}):
                with self.subTest(schema=name, column=column):
                    self.assertTrue((id(row), column) in seen, f"schema/json/{name}.json has a column that nothing here prints")

    def test_every_command(self):
        listed = subprocess.run([PROGRAM, "--help"], capture_output=True, check=True).stdout.decode()
        commands = re.findall(r"^  ([a-z]+) ", listed.split("Subcommands:", 1)[1].split("\n\n")[0], re.M)
        told = {name.split("-")[0] for name, _ in ASKED} | SILENT
        self.assertGreater(len(commands), 15)
        for command in commands:
            with self.subTest(command=command):
                self.assertIn(command, told, "give it a schema in schema/json and a line in ASKED")

    def test_every_schema_is_in_the_docs(self):
        page = (ROOT / "docs/json.md").read_text(encoding="utf-8")
        for name in SCHEMAS:
            with self.subTest(schema=name):
                self.assertIn(f"schema/json/{name}.json", page)


if __name__ == "__main__":
    unittest.main()
