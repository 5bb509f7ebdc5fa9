# SPDX-License-Identifier: MIT
import csv
import pathlib

from .files import (TABLES, Fault, Unreadable, base_name, by_id, digest, read_rows, reason, single_spaced, table_rows,
                    write_lines)

ROLES = "member founder observer candidate partner chair host contributor former-member mention".split()
LONGEST_QUOTE = 300  # characters; a row quotes a passage and does not hold it


def norm_slugs():
    path = pathlib.Path(__file__).resolve().parents[2] / "seed" / "lexicon" / "norms.csv"
    try:
        with open(path, encoding="utf8", newline="") as lines:
            return {row["slug"] for row in csv.DictReader(lines)}
    except OSError as error:
        raise Unreadable(f"{path}: {reason(error)}") from error


def faults_of_row(table, row, text, slugs):
    if not row.get("name", row.get("surface")):
        yield f"a row of {table} without what it names"
    if table == "organizations" and row["role"] not in ROLES:
        yield f"{row['name']}: no role: {row['role']}"
    elif table == "organizations" and row["role"] != "mention" and not row["words"]:
        yield f"{row['name']}: a role without the words that state it"
    if table == "principles" and row["slug"] not in slugs:
        yield f"no norm: {row['slug']}"
    for quote in filter(None, (row.get("surface"), row.get("words"), *row.get("also", []))):
        if quote.lower() not in text:
            yield f"not in the passage: {quote}"
        elif len(quote) > LONGEST_QUOTE:
            yield f"a quote of {len(quote)} characters, {LONGEST_QUOTE} are the most: {quote[:40]}..."


def line_of(passage, annotation, source, batch):
    """What is kept of an annotated passage: all but its text."""
    place = {key: passage.get(key) for key in ("start", "end", "sha1", "country", "year")}
    return {"id": passage["id"], "source": source, "file": base_name(passage["file"]), **place, "batch": batch,
            **{table: table_rows(annotation, table) for table in TABLES}}


def faults_of(passage, line, slugs):
    text = passage.get("text") or ""
    if digest(text.encode()) != passage["sha1"]:
        yield "the passage's text has another digest"
    folded = single_spaced(text).lower()
    for table in TABLES:
        for row in line[table]:
            yield from faults_of_row(table, row, folded, slugs)


def add(given):
    passages = by_id(read_rows(given.passages, placed=True), given.passages)
    annotations = by_id(read_rows(given.annotations), given.annotations)
    kept = by_id(read_rows(given.output), given.output) if pathlib.Path(given.output).exists() else {}
    faults = [f"{name}: a passage without annotations" for name in sorted(passages.keys() - annotations.keys())]
    faults += [f"{name}: annotations without a passage" for name in sorted(annotations.keys() - passages.keys())]
    slugs = norm_slugs()
    for name in sorted(passages.keys() & annotations.keys()):
        try:
            kept[name] = line_of(passages[name], annotations[name], given.source, given.batch)
            faults += [f"{name}: {fault}" for fault in faults_of(passages[name], kept[name], slugs)]
        except Fault as fault:
            faults.append(str(fault))
    if faults:
        raise Fault("\n".join(faults))
    write_lines(given.output, kept.values())
    print(f"{len(annotations)} passages added, {len(kept)} in {given.output}")
