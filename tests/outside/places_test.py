# SPDX-License-Identifier: MIT
"""Places in characters are those of Python: text[start_char:end_char] is the quote, wherever one is told.

Usage: places_test.py [FILE...]: besides the bundled speeches and texts that are hard to count, of these files. ATTACHE
names the program.
"""
import csv
import json
import sqlite3
import sys

from outside import HARD_TEXTS, ROOT, attache, folder, knowledge_base, write_hard_texts

KINDS = ("principle", "priority", "organization", "leader")
TABLES = ("principles", "priorities", "organizations", "leaders")


def texts_of(database):
    return dict(database.execute("SELECT slug, text FROM documents JOIN document_texts USING (document_id)"))


def check_place(text, start, end, start_char, end_char, words):
    assert text[start_char:end_char] == words, (start_char, end_char, words)
    assert text.encode()[start:end].decode() == words, (start, end, words)


def check_views(database, texts):
    """Citations, what states a role, and sentences, in SQL."""
    checked = 0
    for kind in KINDS:
        for document, quote, statement, *places in database.execute(
                "SELECT document, quote, statement, start, \"end\", start_char, end_char, statement_start, statement_end, "
                f"statement_start_char, statement_end_char FROM {kind}_citations_all"):
            check_place(texts[document], *places[:4], quote)
            if statement is not None:
                check_place(texts[document], *places[4:], statement)
            checked += 1
    for document, text, *place in database.execute(
            "SELECT document, text, start_byte, end_byte, start_char, end_char FROM sentence_texts"):
        check_place(texts[document], *place, text)
        checked += 1
    return checked


def check_commands(file, texts):
    """--evidence, search and show."""
    for table in TABLES:
        for row in json.loads(attache(table, "--evidence", "--with-rejected", "--json", database=file)):
            text = texts[row["document"]]
            check_place(text, row["start"], row["end"], row["start_char"], row["end_char"], row["quote"])
            if row["statement"] is not None:
                check_place(text, row["statement_start"], row["statement_end"], row["statement_start_char"],
                            row["statement_end_char"], row["statement"])
    for row in json.loads(attache("search", "the", "--json", "--mark", "", database=file)):
        words = texts[row["document"]][row["start_char"]:row["end_char"]]
        assert words.encode() == texts[row["document"]].encode()[row["start"]:row["end"]]
        assert row["snippet"].strip("…. ").split("...")[0].strip() in words
    for ref in ("emoji/organizations/african-union", "combining/sentence/1"):
        shown = json.loads(attache("show", ref, "--json", database=file))
        for place in shown["citations"]:
            check_place(texts[shown["document"]], place["start"], place["end"], place["start_char"], place["end_char"],
                        place["quote"])
        for passage in shown["passages"]:
            check_place(texts[shown["document"]], passage["start"], passage["end"], passage["start_char"],
                        passage["end_char"], passage["text"])


def check_export(file, out, database):
    attache("export", "-q", out, database=file)
    for table, key in (("citations", "citation_id"), ("sentences", "sentence_id")):
        stored = {str(i): (str(a), str(b)) for i, a, b in
                  database.execute(f"SELECT {key}, start_char, end_char FROM {table}")}
        with open(out / f"{table}.csv", newline="", encoding="utf-8") as rows:
            given = {row[key]: (row["start_char"], row["end_char"]) for row in csv.DictReader(rows)}
        assert given == stored


def check_extract(texts):
    """Against the file as Python reads it, with the byte-order mark of UTF-8, and line ends as they are."""
    for options in (("--ndjson",), ("--json",)):
        printed = attache("extract", *options, texts)
        documents = json.loads(printed) if "--json" in options else list(map(json.loads, printed.splitlines()))
        assert len(documents) == len(HARD_TEXTS) + 2
        for document in documents:
            file = document["document"]
            encoding = "utf-16" if file.endswith("wide.txt") else "utf-8"
            with open(file, newline="", encoding=encoding) as stream:
                text = stream.read()
            citations = [c for table in TABLES for row in document[table] for c in row["citations"]]
            assert citations, file
            for place in citations + [c["statement"] for c in citations if "statement" in c]:
                assert text[place["start_char"]:place["end_char"]] == place["quote"], (file, place)


def main():
    with folder() as work:
        file = knowledge_base(work)
        with sqlite3.connect(file) as database:
            texts = texts_of(database)
            assert any(len(text) != len(text.encode()) for text in texts.values())
            assert check_views(database, texts) > 100
            check_commands(file, texts)
            check_export(file, work / "out", database)
        check_extract(write_hard_texts(work / "texts"))
        if sys.argv[1:]:
            corpus = work / "corpus.db"
            attache("seed", "-q", *sys.argv[1:], database=corpus)
            with sqlite3.connect(corpus) as database:
                print(check_views(database, texts_of(database)), "places of", len(sys.argv) - 1, "files")


main()
