# SPDX-License-Identifier: MIT
"""What the tests with programs of others share: a knowledge base to open, and skipping with a reason."""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77  # the exit code that CTest takes for skipped


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def attache(*arguments, database=None):
    """What the program under test prints."""
    command = [os.environ["ATTACHE"], *(["--db", str(database)] if database else []), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


@contextlib.contextmanager
def folder():
    made = pathlib.Path(tempfile.mkdtemp(prefix="attache-outside-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


# What counts differently in bytes, code points, UTF-16 units and what a person sees: line ends, letters with marks of
# their own or beside them, astral planes, emoji of several code points.
HARD_TEXTS = {
    "crlf": "Kenya is a member of the African Union.\r\n\r\nWe uphold sovereignty – and territorial integrity.\r\n"
            "Our aim is to strengthen\r\nregional co-operation.\r\n",
    "emoji": "\U0001F1F0\U0001F1EA Kenya \U0001F468‍\U0001F469‍\U0001F467 is a founding member of the African "
             "Union \U0001F44D\U0001F3FD. We uphold the sovereign equality of States \U0001F600. President Mwai Kibaki spoke.\n",
    "combining": "Côte d’Ivoire is a member of ECOWAS. Le Pré́sident said: we respect "
                 "territorial integrity. Foreign Minister José Dí́az agreed.\n",
    "astral": "\U00010348\U00020000\U0001D49C Georgia is a founding member of GUAM. \U0001D49C We seek to strengthen "
              "disarmament \U00020000 and uphold non-intervention.\n",
    "plain": "Kenya is a member of the African Union. We uphold sovereignty.\n",
}


def write_hard_texts(folder_):
    folder_.mkdir(parents=True, exist_ok=True)
    for name, text in HARD_TEXTS.items():
        (folder_ / f"{name}.txt").write_bytes(text.encode())
    # The same words with a mark of their encoding.
    (folder_ / "marked.txt").write_bytes(b"\xef\xbb\xbf" + HARD_TEXTS["combining"].encode())
    (folder_ / "wide.txt").write_bytes(HARD_TEXTS["emoji"].encode("utf-16"))
    return folder_


def knowledge_base(folder_):
    """The bundled speeches and texts that are hard to count, with a decision of each kind."""
    database = folder_ / "kb.db"
    attache("seed", "-q", ROOT / "docs" / "speeches", write_hard_texts(folder_ / "texts"), database=database)
    rows = {table: json.loads(attache(table, "--columns", "ref", "--json", database=database))
            for table in ("principles", "priorities", "organizations", "leaders")}
    for table, found in rows.items():
        assert found, f"no {table} in the texts of the test"
    for command, row in (("accept", rows["organizations"][0]), ("reject", rows["organizations"][1]),
                         ("reject", rows["principles"][0])):
        attache("review", command, row["ref"], "--by", "reader", database=database)
    return database
