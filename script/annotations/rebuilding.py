# SPDX-License-Identifier: MIT
from .files import Fault, base_name, by_id, digest, files_of, read_rows, read_speech, write_list


def passage_of(row, files):
    """The passage's text. Throws Fault where no file of that name has it."""
    paths = files.get(base_name(row["file"]))
    if not paths:
        raise Fault(f"{row['id']}: no file {row['file']} in the corpus")
    for path in paths:
        cut = read_speech(path)[row["start"]:row["end"]]
        if digest(cut) == row["sha1"]:
            return cut.decode("utf8", "replace")
    raise Fault(f"{row['id']}: {row['file']} has another digest at bytes {row['start']} to {row['end']}: "
                "it is not the text that was annotated")


def rebuild(given):
    rows = [row for path in given.ndjson for row in read_rows(path, placed=True)]
    by_id(rows, " and ".join(given.ndjson))
    files, gold, faults = files_of(given.corpus), [], []
    for row in sorted(rows, key=lambda row: row["id"]):
        try:
            gold.append({**row, "text": passage_of(row, files)})
        except Fault as fault:
            faults.append(str(fault))
    if not faults or given.partial:
        write_list(given.output, gold)
        print(f"{len(gold)} passages")
    if faults:
        raise Fault("\n".join(faults))
