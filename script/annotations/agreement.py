# SPDX-License-Identifier: MIT
import re
import unicodedata

from .files import TABLES, Fault, by_id, read_rows, table_rows

NO_CONTENT = set("a an the of to in on for and or with by at from its it their our his her this that these those as is "
                 "are be been which who into all other more most such than".split())


def folded(words):
    """The words without case, marks above letters and stops, as one of two spellings."""
    letters = unicodedata.normalize("NFKD", words or "")
    bare = "".join(c for c in letters if not unicodedata.combining(c)).casefold().replace(".", "")
    return re.sub(r"[^\w]+", " ", bare).replace("organisation", "organization").replace("programme", "program").split()


def content(words):
    return [word for word in folded(words) if word not in NO_CONTENT]


def same_body(a, b):
    names = ({" ".join(content(name)) for name in (row["name"], row["surface"], *row["aliases"])} - {""} for row in (a, b))
    return float(bool(set.intersection(*names)))


def same_person(a, b):
    """The last word is equal and no other conflicts; an initial stands for a name."""
    a, b = folded(a["name"])[::-1], folded(b["name"])[::-1]
    agreeing = bool(a and b) and a[0] == b[0] and all(x == y or x == y[0] or x[0] == y for x, y in zip(a, b))
    return float(agreeing)


def same_norm(a, b):
    return float(a["slug"] == b["slug"])


def same_aim(a, b):
    """F1 of the content words of the two wordings, where it is half or more."""
    a, b = content(a["surface"]), content(b["surface"])
    shared = sum(min(a.count(word), b.count(word)) for word in set(a))
    share = 2 * shared / (len(a) + len(b)) if shared else 0.0
    return share if share >= 0.5 else 0.0


LIKENESS = dict(zip(TABLES, (same_body, same_person, same_norm, same_aim)))


def pairs_of(left, right, like):
    """The likest first, each row at most once."""
    likest = sorted((-like(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if like(a, b))
    pairs = {}
    for _, i, j in likest:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(left[i], right[j]) for i, j in pairs.items()]


def told(table, left, right, both):
    share = f"{2 * both / (left + right):.3f}" if left + right else "-"
    print(f"{table:<14}{left:>7}{right:>7}{both:>7}{share:>8}")


def agree(given):
    first, second = (by_id(read_rows(path, placed=True), path) for path in (given.first, given.second))
    common = sorted(first.keys() & second.keys())
    if not common:
        raise Fault(f"{given.first} and {given.second} have no passage in common")
    for name in common:
        if first[name]["sha1"] != second[name]["sha1"]:
            raise Fault(f"{name}: another passage in {given.first} than in {given.second}")
    print(f"{len(common)} passages in both\n{'table':<14}{'first':>7}{'second':>7}{'both':>7}{'F1':>8}")
    for table, like in LIKENESS.items():
        sides = [(table_rows(first[name], table), table_rows(second[name], table)) for name in common]
        pairs = [pair for left, right in sides for pair in pairs_of(left, right, like)]
        told(table, sum(len(left) for left, _ in sides), sum(len(right) for _, right in sides), len(pairs))
        if table == "organizations":
            bodies, stated = pairs, [sum(row["role"] != "mention" for side in sides for row in side[i]) for i in (0, 1)]
    equal = [a["role"] for a, b in bodies if a["role"] == b["role"]]
    told("stated roles", *stated, len(equal) - equal.count("mention"))
    print(f"roles equal: {len(equal)} of the {len(bodies)} bodies in both")
