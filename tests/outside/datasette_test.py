# SPDX-License-Identifier: MIT
"""Datasette answers every table and view of a knowledge base, with facets by norm and a search of sentences.

ATTACHE names the program. Where Datasette is not installed, ATTACHE_DATASETTE may name a folder with its source and what
it needs.
"""
import asyncio
import json
import os
import re
import sqlite3
import sys

from outside import ROOT, folder, knowledge_base, skip

sys.path[:0] = [os.environ["ATTACHE_DATASETTE"]] if "ATTACHE_DATASETTE" in os.environ else []
sys.path.append("/usr/lib/python3/dist-packages")  # Debian's, for a Python that is not
try:
    from datasette.app import Datasette
except ImportError as error:
    skip(f"Datasette is not installed ({error}); ATTACHE_DATASETTE may name a folder with its source")


def metadata_of_page():
    page = (ROOT / "docs" / "howto" / "datasette.md").read_text()
    return json.loads(re.search(r"^```json\n(.*?)^```", page, re.M | re.S).group(1))


async def check(file):
    datasette = Datasette([str(file)], metadata=metadata_of_page(),
                          settings={"sql_time_limit_ms": 60000, "facet_time_limit_ms": 60000})

    async def get(path):
        answer = await datasette.client.get("/kb/" + path, follow_redirects=True)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-300:])
        return answer

    names = [name for name, in sqlite3.connect(file).execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'")]
    assert len(names) > 40
    for name in names:
        await get(name)
    facets = (await get("principle_citations.json?_facet=norm&_facet=country")).json()["facet_results"]
    found = facets.get("results", facets)["norm"]["results"]
    assert {"value": "disarmament"}.items() <= next(f for f in found if f["value"] == "disarmament").items()
    box = (await get("sentence_texts")).text
    assert 'name="_search"' in box
    rows = (await get("sentence_texts.json?_search=african&_shape=objects")).json()["rows"]
    assert len(rows) >= 3 and all("African" in row["text"] and row["ref"] for row in rows)
    page = (ROOT / "docs" / "howto" / "datasette.md").read_text()
    for path in re.findall(r"`/kb/([^`]+)`", page):
        await get(path)


def main():
    with folder() as work:
        asyncio.run(check(knowledge_base(work)))


main()
