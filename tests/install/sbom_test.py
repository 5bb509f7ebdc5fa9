#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""script/sbom prints SPDX that holds together, and the same bytes twice."""
import json
import os
import pathlib
import re
import subprocess

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "script/sbom"


def printed():
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1763856000"}
    return subprocess.run([SCRIPT], env=environment, capture_output=True, check=True).stdout


text = printed()
assert text == printed(), "two runs differ"
bill = json.loads(text)
assert bill["spdxVersion"] == "SPDX-2.3" and bill["dataLicense"] == "CC0-1.0"
assert bill["creationInfo"]["created"] == "2025-11-23T00:00:00Z", bill["creationInfo"]
names = [package["SPDXID"] for package in bill["packages"]]
assert len(names) == len(set(names)) > 10
assert all(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", name) for name in names), names
for package in bill["packages"]:
    assert package["licenseDeclared"] and package["downloadLocation"], package
ends = {"SPDXRef-DOCUMENT", *names}
for relation in bill["relationships"]:
    assert {relation["spdxElementId"], relation["relatedSpdxElement"]} <= ends, relation
assert {relation["relatedSpdxElement"] for relation in bill["relationships"]} == set(names)
