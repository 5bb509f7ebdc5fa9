# SPDX-License-Identifier: MIT
"""A copy by sqlite3's .dump is told with the pragmas that mend it, and is the same knowledge base then, full-text index
and all. ATTACHE names the program."""
import os
import re
import shutil
import subprocess

from outside import attache, folder, knowledge_base, skip


def refused(*arguments, database):
    done = subprocess.run([os.environ["ATTACHE"], "--db", str(database), *arguments], capture_output=True, text=True)
    assert done.returncode == 3, done
    return done.stderr


def main():
    if not shutil.which("sqlite3"):
        skip("sqlite3 is not installed")
    with folder() as work:
        file, copy = knowledge_base(work), work / "copy.db"
        dump = subprocess.run(["sqlite3", file, ".dump"], check=True, capture_output=True).stdout
        subprocess.run(["sqlite3", copy], input=dump, check=True)
        for command in (["check"], ["documents"], ["search", "union"], ["seed", "-q"], ["export", str(work / "none")]):
            said = refused(*command, database=copy)
            assert "lost its marks" in said, said
        pragmas = re.search(r"sqlite3 FILE '(.*)'", refused("check", database=copy)).group(1)
        subprocess.run(["sqlite3", copy, pragmas], check=True)
        assert "ok" in attache("check", database=copy)
        for command in (["organizations", "--evidence", "--json"], ["search", "african OR sovereign*", "--json"],
                        ["documents", "--json"]):
            assert attache(*command, database=copy) == attache(*command, database=file)


main()
