# SPDX-License-Identifier: MIT
import random
import re

from .files import Fault, base_name, digest, files_of, read_rows, read_speech, write_list

# What a stop follows within a sentence: short forms, initials, and numbers of paragraphs.
SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Messrs|Nos?|Gen|Art|paras?|pp?|vs)|\b[A-Z]|(?:\A|\n)\s*\d+)\.$")
ENDING = re.compile(r"[.!?][\"”’)\]]*(?=\s+[“\"‘(\[]?[A-Z0-9])")
AIM = re.compile(r"\b(?:aims?|goals?|objectives?|priorit\w+|purposes?|tasks?|seeks?|striv\w+|intends?|determin\w+"
                 r"|commit(?:ted|ments?)|pledge\w*|efforts?|importance|principles?|respect|uphold\w*|reaffirm\w*"
                 r"|condemn\w*|norms?|rights?)\b", re.I)
ROLE = re.compile(r"\b(?:members?|membership|found(?:er|ers|ing)|join(?:ed|ing)?|acced\w+|accession|admi(?:tted|ssion)"
                  r"|observers?|chair\w*|presid\w+|hosts?|hosted|troops|contingents?|battalions?|peace-?keep\w+"
                  r"|contribut\w+|partner\w*|candida\w+|elected|ratif\w+|withdr\w+|associat(?:ed|ion))\b", re.I)
BODY = re.compile(r"\b(?:United Nations|Nations|Council|Assembly|Organi[sz]ation|Union|Communit(?:y|ies)|Commonwealth"
                  r"|League|Association|Conference|Commi(?:ttee|ssion)|Bank|Fund|Agency|Court|Movement|Forum|Group"
                  r"|Alliance|[A-Z]{3,8})\b")
KINDS = {"any": lambda sentences: True,
         "aims": lambda sentences: sum(len(AIM.findall(s)) for s in sentences) >= 5,
         "roles": lambda sentences: sum(bool(ROLE.search(s) and BODY.search(s)) for s in sentences) >= 2}
MIX = ("any", "aims", "roles", "aims")
WORDS = (170, 320)  # of a passage, at least and at most
NAME = re.compile(r"(\w+?)_\d+_(\d{4})\.txt$")


def sentences_of(text):
    """Where sentences begin and end, in characters."""
    spans, start = [], 0
    for match in ENDING.finditer(text):
        if not SHORT.search(text[max(0, match.end() - 20):match.end()]):
            spans.append((start, match.end()))
            start = match.end() + len(re.match(r"\s*", text[match.end():])[0])
    return spans


def passages_in(text, kind):
    """Runs of whole sentences, of a length to be read at once, that are of this kind. The first sentence is an address."""
    spans = sentences_of(text)
    for first in range(1, len(spans)):
        count = 0
        for last in range(first, len(spans)):
            count += len(text[slice(*spans[last])].split())
            if count >= WORDS[0]:
                if count <= WORDS[1] and KINDS[kind]([text[slice(*span)] for span in spans[first:last + 1]]):
                    yield spans[first][0], spans[last][1]
                break


def drawn(path, kind, chance):
    """A passage of the speech, or None where it has none of this kind or is no UTF-8."""
    try:
        text = read_speech(path).decode("utf8")
    except UnicodeDecodeError:
        return None
    found = list(passages_in(text, kind))
    if not found:
        return None
    start, end = chance.choice(found)
    at, cut = len(text[:start].encode()), text[start:end].encode()
    country, year = NAME.search(path.name).groups()
    return {"file": path.name, "start": at, "end": at + len(cut), "sha1": digest(cut), "country": country, "year": year,
            "text": text[start:end]}


def draw(given):
    used = {base_name(row["file"]) for path in given.used for row in read_rows(path, placed=True)}
    chance, decades, rows, turn = random.Random(given.seed), {}, [], 0
    for name, paths in sorted(files_of(given.corpus).items()):
        if NAME.search(name) and name not in used:
            decades.setdefault(NAME.search(name)[2][:3], []).append(paths[0])
    for paths in decades.values():
        chance.shuffle(paths)
    while len(rows) < given.count and any(decades.values()):
        paths = decades[sorted(decades)[turn % len(decades)]]
        turn += 1
        kind = MIX[len(rows) % len(MIX)] if given.kind == "mix" else given.kind
        passage = drawn(paths.pop(), kind, chance) if paths else None
        rows += [{"id": f"{given.tag}-{len(rows) + 1:03}", **passage}] if passage else []
    if len(rows) < given.count:
        raise Fault(f"{given.corpus}: gives {len(rows)} passages of kind {given.kind}, {given.count} are asked for")
    write_list(given.output, rows)
    print(f"{len(rows)} passages")
