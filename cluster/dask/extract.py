#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Records through 'attache extract' on the workers of a Dask cluster (Debian: python3-distributed).

    cluster/dask/extract.py --scheduler tcp://HOST:8786 records.ndjson results.ndjson
    cluster/dask/extract.py --workers 2 records.ndjson results.ndjson        on this machine
    cluster/dask/extract.py ... records.ndjson results.ndjson -- --no-paths  options of extract

A block of lines is an item of a bag. Its task reads the block, has 'attache extract' make results of it, and leaves them in a file
of the folder RESULTS.parts, under its name once it is whole; so a task that Dask tries again, since a worker was lost, does no harm. A run that is
started again takes what whole files are there. In the end they are joined in their order: the results are those of one run,
byte for byte, and so is the exit code, 1 where a record failed. Records and results lie where every worker finds them."""
import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def blocks_of(path, size):
    """Where blocks of whole lines begin and end, each of some `size` bytes."""
    blocks = []
    with open(path, "rb") as records:
        end = os.fstat(records.fileno()).st_size
        start = 0
        while start < end:
            records.seek(min(start + size, end) - 1)
            records.readline()
            blocks.append((start, records.tell()))
            start = records.tell()
    return blocks


def extract_block(block, records, part, program, options):
    """Writes the results of a block to `part` and returns whether each record gave one without an error."""
    start, end = block
    folder = os.path.dirname(part)
    with open(records, "rb") as given, tempfile.NamedTemporaryFile(dir=folder, prefix=".draft-", delete=False) as draft:
        given.seek(start)
        run = subprocess.run([program, "extract", "--input", "ndjson", "--jobs", "1", *options],
                             input=given.read(end - start), stdout=draft, stderr=subprocess.PIPE)
    if run.returncode not in (0, 1):
        os.unlink(draft.name)
        raise RuntimeError(f"bytes {start} to {end} of {records}: {run.stderr.decode(errors='replace').strip()}")
    os.replace(draft.name, part + (".failed" if run.returncode else ""))
    return run.returncode == 0


def part_done(part):
    """The file of a block that is done, or nothing."""
    return next((name for name in (part, part + ".failed") if os.path.exists(name)), None)


def client_of(arguments):
    from distributed import Client, LocalCluster
    if arguments.scheduler:
        return Client(arguments.scheduler)
    return Client(LocalCluster(n_workers=arguments.workers, threads_per_worker=1, dashboard_address=None))


def folder_of(arguments):
    """What is there of a run over the same records with the same options, program and blocks."""
    status = os.stat(arguments.records)
    version = subprocess.run([arguments.attache, "--version"], capture_output=True, check=True).stdout
    run = [os.path.abspath(arguments.records), status.st_size, status.st_mtime_ns, arguments.block, arguments.options, version]
    folder = Path(arguments.results + ".parts") / hashlib.sha256(repr(run).encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("records", metavar="RECORDS")
    parser.add_argument("results", metavar="RESULTS")
    parser.add_argument("options", metavar="OPTION", nargs="*", help="options of extract, behind --")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster that runs")
    parser.add_argument("--workers", metavar="N", type=int, default=os.cpu_count(), help="on this machine, without --scheduler")
    parser.add_argument("--block", metavar="BYTES", type=int, default=10_000_000, help="of records, for one task")
    parser.add_argument("--attache", metavar="PROGRAM", default="attache")
    arguments = parser.parse_args()
    try:
        import dask.bag
        import distributed  # noqa: F401
    except ImportError as missing:
        sys.exit(f"extract.py: {missing} (Debian: python3-distributed)")
    folder = folder_of(arguments)
    records = os.path.abspath(arguments.records)
    blocks = blocks_of(records, arguments.block)
    parts = [str(folder / f"{number:08}.ndjson") for number in range(len(blocks))]
    left = [(block, part) for block, part in zip(blocks, parts) if not part_done(part)]
    if left:
        with client_of(arguments):
            bag = dask.bag.from_sequence(left, npartitions=len(left))
            bag.map(lambda item: extract_block(item[0], records, item[1], arguments.attache, arguments.options)).compute()
    done = [part_done(part) for part in parts]
    with open(arguments.results, "wb") as results:
        for part in done:
            with open(part, "rb") as piece:
                while read := piece.read(1 << 20):
                    results.write(read)
    for left_over in [*done, *folder.glob(".draft-*")]:
        os.unlink(left_over)
    folder.rmdir()
    try:
        folder.parent.rmdir()
    except OSError:
        pass  # another run's parts lie there
    return 1 if any(part.endswith(".failed") for part in done) else 0


if __name__ == "__main__":
    sys.exit(main())
