#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""cluster/slurm on a cluster of one machine that the test starts in a folder of its own: shards are seeded by an array of jobs, a
node is killed under one, another runs into its time limit, what failed is submitted again, and the knowledge base has the content
of one seeding. The program is named by ATTACHE; exits 77 where Slurm or MUNGE is not installed."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ATTACHE", str(ROOT / "build/dev/attache"))
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
NEEDED = {"slurmctld": "slurm-wlm", "slurmd": "slurm-wlm", "sbatch": "slurm-wlm", "munged": "munge", "flock": "util-linux"}
for program, package in NEEDED.items():
    if shutil.which(program, path=PATH) is None:
        print(f"left out: no {program} (Debian: {package})", file=sys.stderr)
        sys.exit(77)
NODES = 3
SHARDS = 4
COUNTRIES = ("Kenya", "Norway", "India", "Peru", "Chad", "Fiji")
SENTENCES = (
    "{0} is a member of the United Nations and attaches great importance to human rights.",
    "The Government of {0} supports the Treaty on the Non-Proliferation of Nuclear Weapons.",
    "{0} wants to develop renewable energy, and calls for the eradication of poverty.",
    "We reaffirm the sovereignty and territorial integrity of all states.",
    "My country was among the founders of the Non-Aligned Movement.",
)


def write_speeches(folder):
    """Sixty speeches; each second one has a namesake in every other folder."""
    for number in range(60):
        place = folder / f"{1950 + number % 10}"
        place.mkdir(parents=True, exist_ok=True)
        country = COUNTRIES[number // 10]
        name = f"{country}.txt" if number % 2 else "statement-" + country + str(number) + ".txt"
        words = [SENTENCES[(number + i) % len(SENTENCES)].format(country) for i in range(2 + number % 4)]
        (place / name).write_text(" ".join(words) + f" This was said in {1950 + number % 10}.\n", encoding="utf-8")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def name_of(process):
    try:
        return Path(f"/proc/{process}/comm").read_text().strip()
    except OSError:
        return ""


def parent_of(process):
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 1


def end(process):
    try:
        os.kill(process, signal.SIGKILL)
    except OSError:
        pass


class Cluster:
    """slurmctld, a slurmd for each node and munged, with nothing outside `folder`. Ends them all."""

    def __init__(self, folder):
        self.folder = folder
        self.daemons = {}
        for name in ("state", "spool", "munge"):
            (folder / name).mkdir()
        (folder / "munge").chmod(0o700)
        os.chmod(folder, 0o755)
        host = socket.gethostname().split(".")[0]
        ports = free_ports(NODES + 1)
        user = subprocess.run(["id", "-un"], capture_output=True, check=True).stdout.decode().strip()
        nodes = "\n".join(f"NodeName=n{i + 1} NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[i + 1]} CPUs=1 State=UNKNOWN"
                          for i in range(NODES))
        self.conf = folder / "slurm.conf"
        self.conf.write_text(f"""ClusterName=attache
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CryptoType=crypto/munge
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmctldPort={ports[0]}
SlurmdTimeout=10
KillWait=2
MinJobAge=3600
SchedulerParameters=bf_interval=2,sched_interval=2
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
{nodes}
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
""", encoding="utf-8")
        self.environment = {**os.environ, "PATH": PATH, "SLURM_CONF": str(self.conf), "ATTACHE": str(folder / "attache"),
                            "LC_ALL": "C.UTF-8"}
        for name in list(self.environment):
            if name.startswith(("SBATCH_", "SLURM_")) and name != "SLURM_CONF":
                del self.environment[name]

    def start(self):
        munge = self.folder / "munge"
        (munge / "key").write_bytes(os.urandom(128))
        (munge / "key").chmod(0o600)
        os.chmod(munge, 0o711)
        self.daemon("munged", "munged", "--foreground", "--force", f"--key-file={munge}/key", f"--socket={munge}/socket",
                    f"--pid-file={munge}/pid", f"--log-file={munge}/log", f"--seed-file={munge}/seed")
        self.wait_for(lambda: (munge / "socket").exists(), "munged")
        self.daemon("slurmctld", "slurmctld", "-D", "-f", str(self.conf))
        for node in range(1, NODES + 1):
            self.start_node(node)
        self.wait_for(lambda: self.out("sinfo", "-h", "-o", "%D %t") == f"{NODES} idle", "the nodes")

    def start_node(self, node):
        self.daemon(f"n{node}", "slurmd", "-D", "-N", f"n{node}", "-f", str(self.conf))

    def daemon(self, name, *words):
        log = open(self.folder / f"{name}.out", "ab")
        self.daemons[name] = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                              start_new_session=True)
        log.close()

    def out(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True).stdout.decode().strip()

    def wait_for(self, holds, what, seconds=240):
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come about; {self.out('sinfo', '-a')}\n{self.out('squeue', '-a')}\n" + self.logs())
            time.sleep(0.3)

    def logs(self):
        return "\n".join(f"--- {log.name}\n" + "\n".join(log.read_text(errors="replace").splitlines()[-15:])
                         for log in sorted(self.folder.glob("*.log")) + sorted(self.folder.glob("*.out")))

    def state(self, job):
        """Of a job that is known: its state in words of Slurm's."""
        shown = self.out("scontrol", "show", "job", str(job), "-o")
        return shown.split("JobState=")[1].split()[0] if "JobState=" in shown else ""

    def processes(self):
        """Those that were started in this cluster, by their environment or the folder in their words."""
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                words = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
            except OSError:
                continue
            if str(self.folder).encode() in words:
                found.append(int(entry.name))
        return found

    def kill_node(self, node):
        """As a machine that loses its power: the daemon and all that it started, those that could tell of it first."""
        daemon = self.daemons[f"n{node}"]
        daemon.kill()
        daemon.wait()
        there = []
        for process in self.processes():
            try:
                if f"SLURMD_NODENAME=n{node}".encode() in Path(f"/proc/{process}/environ").read_bytes().split(b"\0"):
                    there.append(process)
            except OSError:
                pass
        keepers = {parent_of(process) for process in there} - {1}
        for process in [*(keeper for keeper in keepers if name_of(keeper).startswith("slurmstepd")), *there]:
            end(process)

    def stop(self):
        for name in ("slurmctld", *(f"n{node}" for node in range(1, NODES + 1)), "munged"):
            daemon = self.daemons.get(name)
            if daemon is None or daemon.poll() is not None:
                continue
            daemon.terminate()
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        for process in self.processes():
            end(process)


class Slurm(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="attache-slurm-")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)
        self.work = self.folder / "work"
        write_speeches(self.folder / "speeches")
        # What stands in for a long list: a shard whose marker is there is seeded and does not end.
        wrapper = self.folder / "attache"
        wrapper.write_text(f"""#!/bin/sh
case "$*" in
*" seed "*)
  "{PROGRAM}" "$@" || exit
  for word; do
    marker="{self.folder}/hold-$(basename "$word" .csv)"
    [ -e "$marker" ] && {{ echo "$SLURMD_NODENAME" > "$marker.node"; sleep 600; exit 9; }}
  done
  exit 0 ;;
esac
exec "{PROGRAM}" "$@"
""", encoding="utf-8")
        wrapper.chmod(0o755)
        self.cluster = Cluster(self.folder)
        self.addCleanup(self.cluster.stop)

    def attache(self, *words):
        return subprocess.run([PROGRAM, "--quiet", *words], capture_output=True, check=True, env=self.cluster.environment).stdout.decode()

    def submit(self, **variables):
        done = subprocess.run([str(ROOT / "cluster/slurm/submit"), str(self.work)], capture_output=True,
                              env={**self.cluster.environment, **variables})
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode().strip()

    def hold(self, *shards):
        for shard in shards:
            (self.folder / f"hold-shard-{shard:04}").touch()

    def let_go(self):
        for marker in self.folder.glob("hold-*"):
            marker.unlink()

    def shards(self):
        """Their names without the digest of the list that each was made of."""
        return sorted(path.stem.rsplit("-", 1)[0] for path in (self.work / "shards").glob("*.db"))

    def shard(self, name):
        return next((self.work / "shards").glob(f"{name}-*.db"))

    def merge_log(self):
        log = self.work / "logs/attache-merge.log"
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def test_a_corpus_in_shards(self):
        self.attache("split", "--shards", str(SHARDS), "-o", str(self.work / "lists"), str(self.folder / "speeches"))
        self.attache("--db", str(self.folder / "one.db"), "seed", str(self.folder / "speeches"))
        expected = self.attache("--db", str(self.folder / "one.db"), "check", "--digest")
        self.cluster.start()

        # A node dies under one shard, and another shard takes longer than it may.
        self.hold(2, 3)
        merge = self.submit(SBATCH_TIMELIMIT="1")
        held = [self.folder / f"hold-shard-000{shard}.node" for shard in (2, 3)]
        self.cluster.wait_for(lambda: all(path.exists() for path in held), "the shards that are held")
        node = int(held[0].read_text().strip()[1:])
        (self.folder / "hold-shard-0002").unlink()  # the next one to take it goes on
        self.cluster.kill_node(node)
        self.cluster.wait_for(lambda: self.cluster.state(merge) == "FAILED", "the end of the first run")
        self.assertEqual(self.shards(), ["shard-0001", "shard-0002", "shard-0004"], self.cluster.logs())
        self.assertRegex(self.merge_log(), r"shard-0003-[0-9a-f]{12}\.db is missing")
        self.assertFalse((self.work / "all.db").exists(), "nothing is merged while a shard is missing")

        # Only what is missing is seeded again, on the nodes that are left.
        before = {name: self.shard(name).stat().st_mtime_ns for name in self.shards()}
        self.let_go()
        merge = self.submit()
        self.cluster.wait_for(lambda: self.cluster.state(merge) in ("COMPLETED", "FAILED"), "the end of the second run")
        self.assertEqual(self.cluster.state(merge), "COMPLETED", self.merge_log() + self.cluster.logs())
        for name, time_before in before.items():
            self.assertEqual(self.shard(name).stat().st_mtime_ns, time_before, name)
        self.assertEqual(self.attache("--db", str(self.work / "all.db"), "check", "--digest"), expected)
        self.assertIn("ok: 60 documents", self.attache("--db", str(self.work / "all.db"), "check"))

        # Another split of the same corpus takes nothing of the first one for its own.
        self.attache("split", "--force", "--shards", str(SHARDS - 1), "-o", str(self.work / "lists"), str(self.folder / "speeches"))
        (self.work / "all.db").unlink()
        merge = self.submit()
        self.cluster.wait_for(lambda: self.cluster.state(merge) in ("COMPLETED", "FAILED"), "the end of the third run")
        self.assertEqual(self.attache("--db", str(self.work / "all.db"), "check", "--digest"), expected, self.merge_log())

        # A document that has changed is seeded anew, and what is merged of its former text is not kept in silence.
        changed = next(path for path in sorted((self.folder / "speeches").rglob("*")) if path.is_file())
        changed.write_text("We joined the United Nations, and uphold the sovereignty of all states.\n", encoding="utf-8")
        self.attache("split", "--force", "--shards", str(SHARDS - 1), "-o", str(self.work / "lists"), str(self.folder / "speeches"))
        merge = self.submit()
        self.cluster.wait_for(lambda: self.cluster.state(merge) in ("COMPLETED", "FAILED"), "the end of the fourth run")
        self.assertIn("of other lists, texts or options; move it away", self.merge_log())
        (self.work / "all.db").unlink()
        merge = self.submit()
        self.cluster.wait_for(lambda: self.cluster.state(merge) in ("COMPLETED", "FAILED"), "the end of the fifth run")
        self.attache("--db", str(self.folder / "anew.db"), "seed", str(self.folder / "speeches"))
        expected = self.attache("--db", str(self.folder / "anew.db"), "check", "--digest")
        self.assertEqual(self.attache("--db", str(self.work / "all.db"), "check", "--digest"), expected, self.merge_log())

        # Nothing is left running.
        self.cluster.stop()
        self.assertEqual(self.cluster.processes(), [])


if __name__ == "__main__":
    unittest.main()
