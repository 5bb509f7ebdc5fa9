# SPDX-License-Identifier: MIT
"""What the commands of script/gold read and write: passages, annotated passages, and the files of a corpus."""
import hashlib
import json
import pathlib
import re

# The members of a row, by table, in the order in which they are written.
TABLES = {"organizations": ("name", "aliases", "surface", "role", "country", "words"), "leaders": ("name", "office"),
          "principles": ("slug", "surface", "also"), "priorities": ("surface", "cue")}
LISTS = ("aliases", "also")
# What texts end with: speeches, and papers of other kinds as their repositories keep them.
SUFFIXES = (".txt", ".md", ".sql")
PLACE = {"file": str, "start": int, "end": int, "sha1": str}


class Unreadable(Exception):
    """A file that can't be read or written, or holds something else; ends the run with 4."""


class Fault(Exception):
    """What is wrong with passages or annotations, one line each; ends the run with 1."""


def reason(error):
    return getattr(error, "strerror", None) or str(error)


def read_rows(path, *, placed=False):
    """The objects of a JSON list, or of a file with one object a line; each has an id, and where `placed` a place in a file.

    Throws Unreadable, and Fault where an id is there twice."""
    try:
        text = pathlib.Path(path).read_text("utf8")
        listed = text.lstrip().startswith("[")
        rows = json.loads(text) if listed else [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: {reason(error)}") from error
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise Unreadable(f"{path}: holds something that is no object with an id")
        wrong = [key for key, kind in PLACE.items() if not isinstance(row.get(key), kind)] if placed else []
        if wrong:
            raise Unreadable(f"{path}: {row['id']} lacks a place in the corpus: {', '.join(wrong)}")
    return rows


def by_id(rows, where):
    found = {}
    for row in rows:
        if row["id"] in found:
            raise Fault(f"{where}: {row['id']} is there twice; give one of the two")
        found[row["id"]] = row
    return found


def single_spaced(value):
    if isinstance(value, list):
        return [single_spaced(member) for member in value]
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


def table_rows(annotation, table):
    """The rows of a table with its members and no others, in one order."""
    rows = annotation.get(table)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Fault(f"{annotation['id']}: no list of {table}")
    kept = [{key: single_spaced(row.get(key)) or ([] if key in LISTS else None) for key in TABLES[table]} for row in rows]
    return sorted(kept, key=lambda row: json.dumps(row, ensure_ascii=False))


def write(path, text):
    try:
        pathlib.Path(path).write_text(text, "utf8")
    except OSError as error:
        raise Unreadable(f"{path}: {reason(error)}") from error


def write_list(path, rows):
    write(path, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def write_lines(path, rows):
    ordered = sorted(rows, key=lambda row: row["id"])
    write(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ordered))


def base_name(path):
    return pathlib.PurePosixPath(path).name


def digest(raw):
    return hashlib.sha1(raw).hexdigest()


def files_of(corpus):
    """The paths of each file name; a name may stand in several folders."""
    if not pathlib.Path(corpus).is_dir():
        raise Unreadable(f"{corpus}: no folder; name the one with the texts of the corpus")
    found = {}
    for path in sorted(pathlib.Path(corpus).rglob("*")):
        if path.suffix in SUFFIXES:
            found.setdefault(path.name, []).append(path)
    return found


def read_speech(path):
    """The bytes of a file once every line end is LF: copies of a corpus differ in that."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    except OSError as error:
        raise Unreadable(f"{path}: {reason(error)}") from error
