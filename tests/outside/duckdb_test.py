# SPDX-License-Identifier: MIT
"""Every view runs in DuckDB as it stands, over the same tables, and gives the same rows as in SQLite.

Usage: duckdb_test.py FOLDER; ATTACHE names the program. FOLDER keeps what npm installs from package-lock.json.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys

from outside import ROOT, attache, folder, knowledge_base, skip

HERE = pathlib.Path(__file__).resolve().parent


def install(into):
    """Gives the folder with DuckDB's node_modules, installed there once."""
    into.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        if not (into / name).exists() or (into / name).read_bytes() != (HERE / name).read_bytes():
            shutil.rmtree(into / "node_modules", ignore_errors=True)
            shutil.copy(HERE / name, into / name)
    if (into / "node_modules" / "@duckdb" / "node-api").is_dir():
        return into
    if not shutil.which("npm"):
        skip("npm is not installed, and DuckDB is not in " + str(into))
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=into, capture_output=True)
    if done.returncode:
        shutil.rmtree(into / "node_modules", ignore_errors=True)
        skip("npm can't install DuckDB: " + done.stderr.decode().strip().split("\n")[-1])
    return into


def exchanged(database):
    """The tables and views of a knowledge base, for duckdb_views.mjs."""
    tables = {}
    for (name,) in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND "
            "(name NOT LIKE 'sentences_fts%' OR name = 'sentences_fts_docsize') ORDER BY rowid").fetchall():
        columns = [(column, kind) for _, column, kind, *_ in database.execute(f"PRAGMA table_info({name})")
                   if kind in ("INTEGER", "TEXT", "REAL")]
        names = ", ".join(f'"{column}"' for column, _ in columns)
        tables[name] = {"columns": columns, "rows": database.execute(f"SELECT {names} FROM {name}").fetchall()}
    views = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY rowid").fetchall()
    return {"tables": tables, "views": views}


def cell(value):
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def in_sqlite(database, views):
    lines = []
    for name, _ in views:
        rows = sorted("\x1f".join(map(cell, row)) for row in database.execute(f"SELECT * FROM {name}"))
        lines.append(f"{name} {len(rows)} {hashlib.sha256(chr(30).join(rows).encode()).hexdigest()}")
    return lines


def in_duckdb(modules, work, given):
    (work / "tables.json").write_text(json.dumps(given))
    done = subprocess.run(["node", HERE / "duckdb_views.mjs", work], capture_output=True, text=True,
                          env={**os.environ, "DUCKDB_MODULES": str(modules)})
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def compare(modules, work, file):
    database = sqlite3.connect(file)
    all_ = exchanged(database)
    assert len(all_["views"]) >= 19
    expected, given = in_sqlite(database, all_["views"]), in_duckdb(modules, work, all_)
    assert sorted(expected) == sorted(given), "\n".join(f"{e}\n{g}" for e, g in zip(expected, given) if e != g)
    return {line.split()[0]: int(line.split()[1]) for line in expected}


def check_page(page, modules, work, file):
    """The queries that a page shows, in their order: each gives rows."""
    queries = re.findall(r"^```sql\n(.*?)^```", (ROOT / "docs" / "howto" / page).read_text(), re.M | re.S)
    assert len(queries) >= 4
    printed = in_duckdb(modules, work, {**exchanged(sqlite3.connect(file)), "queries": queries})
    rows = [int(line.split()[2]) for line in printed if line.startswith("query ")]
    assert len(rows) == len(queries) and all(rows), rows


def main():
    if not shutil.which("node"):
        skip("node is not installed")
    modules = install(pathlib.Path(sys.argv[1]))
    with folder() as work:
        file = knowledge_base(work)
        sound = compare(modules, work, file)
        assert all(rows > 0 for view, rows in sound.items() if view != "problems"), sound
        assert sound["organization_citations"] < sound["organization_citations_all"]
        assert sound["problems"] == 0
        attache("seed", "-q", "--manifest", ROOT / "docs" / "speeches" / "manifest.csv", database=work / "dated.db")
        attache("export", "-q", work / "facts", database=work / "dated.db")
        check_page("duckdb.md", modules, work, file)
        check_page("parquet.md", modules, work, file)
        assert list(work.glob("citations/country=KEN/year=*/*.parquet"))
        # And what a damaged one has to tell.
        with sqlite3.connect(file) as database:
            database.executescript(
                "DELETE FROM document_texts WHERE document_id = 1;"
                "DELETE FROM sentences WHERE sentence_id = (SELECT first_sentence_id FROM documents WHERE document_id = 2);"
                "UPDATE sentences SET end_byte = 999999 WHERE sentence_id = (SELECT max(sentence_id) FROM sentences);"
                "UPDATE citations SET start_byte = -1 WHERE citation_id = (SELECT max(citation_id) FROM citations);"
                "UPDATE citations SET end_byte = 999999 WHERE citation_id = (SELECT max(citation_id) - 1 FROM citations)")
        assert compare(modules, work, file)["problems"] >= 5


main()
