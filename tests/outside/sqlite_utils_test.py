# SPDX-License-Identifier: MIT
"""sqlite-utils, and what looks for an index as it does, finds the full-text index and asks it. ATTACHE names the program."""
import sqlite3
import sys

from outside import folder, knowledge_base, skip

sys.path.append("/usr/lib/python3/dist-packages")  # Debian's, for a Python that is not
try:
    import sqlite_utils
except ImportError:
    skip("sqlite-utils is not installed (Debian: sqlite-utils)")


def main():
    with folder() as work:
        file = knowledge_base(work)
        database = sqlite_utils.Database(sqlite3.connect(file))
        sentences = sqlite_utils.db.Table(database, "sentence_texts")
        assert sentences.detect_fts() == "sentences_fts"
        assert database["sentences_fts"].detect_fts() == "sentences_fts"
        found = list(database.query(
            "SELECT ref, text FROM sentence_texts WHERE sentence_id IN "
            "(SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)", ["african"]))
        assert len(found) >= 3 and all("African" in row["text"] for row in found), found
        for table in database.tables:
            for key in table.foreign_keys:
                assert key.other_column, key


main()
