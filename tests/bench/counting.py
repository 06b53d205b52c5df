"""counting.py BENCH TEMPLATES [ROWS [ROUNDS]]: counting 40 indicators in 3,321 units beside SQLite and PostgreSQL, in one run.

BENCH is the program counting_bench of a release build. Columns and tables are loaded before the clock starts; every
engine counts n, d and both kinds of unknown with one thread, and all must find the same. Times are processor seconds,
the best of ROUNDS runs taken in turn, so that a busy machine spoils no figure. Limits at 2,000,000 people: 0.06 s,
60 times SQLite, 25 times PostgreSQL, 64 MB of memory for the pass; 5,400,000 people at most linear."""
import csv
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

bench, templates = sys.argv[1:3]
rows = int(sys.argv[3]) if len(sys.argv) > 3 else 2_000_000
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
POSTGRES = pathlib.Path("/usr/lib/postgresql/15/bin")


def ours(people, threads, *folder):
    said = subprocess.run([bench, templates, str(people), str(threads), "20", *folder], capture_output=True, check=True)
    return json.loads(said.stdout)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as lines:
        yield from ([value or None for value in row] for row in csv.reader(lines))


def processor_seconds(work):
    before = resource.getrusage(resource.RUSAGE_SELF)
    found = work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, found


class Sqlite:
    def __init__(self, folder):
        self.query = (folder / "query.sql").read_text("utf-8")
        self.database = sqlite3.connect(":memory:")
        self.database.executescript((folder / "tables.sql").read_text("utf-8"))
        for table, name in (("can_bo", "people.csv"), ("don_vi", "units.csv")):
            width = len(next(rows_of(folder / name)))
            self.database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows_of(folder / name))
        self.database.execute("CREATE UNIQUE INDEX unit_of ON don_vi (unit_no)")

    def run(self):
        return processor_seconds(lambda: self.database.execute(self.query).fetchall())


class Postgres:
    """A server of its own in a folder of its own, stopped at the end; as another user where this one is root."""

    def __init__(self, folder):
        self.data = folder / "postgres"
        self.data.mkdir()
        self.query = folder / "query.sql"
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.as_user:
            shutil.chown(self.data, "postgres")
        self.call(POSTGRES / "initdb", "-D", self.data, "-A", "trust", "--no-sync", "--locale=C", "-E", "UTF8")
        settings = "-c listen_addresses='' -c fsync=off -c shared_buffers=1GB -c jit=off -c max_parallel_workers_per_gather=0"
        self.call(POSTGRES / "pg_ctl", "-D", self.data, "-w", "-l", self.data / "log", "-o", f"{settings} -k {self.data}", "start")
        self.psql("-f", folder / "tables.sql")
        for table, name in (("can_bo", "people.csv"), ("don_vi", "units.csv")):
            self.psql("-c", f"\\copy {table} FROM '{folder / name}' CSV")
        self.psql("-c", "CREATE UNIQUE INDEX unit_of ON don_vi (unit_no)", "-c", "VACUUM ANALYZE")

    def call(self, *arguments):
        return subprocess.run([*self.as_user, *map(str, arguments)], capture_output=True, check=True, text=True, cwd="/").stdout

    def psql(self, *arguments):
        return self.call(POSTGRES / "psql", "-h", self.data, "-d", "postgres", "-qAtX", "-F", ",", *arguments)

    def run(self):
        """The server process of the connection is asked for its own processor time, before and after."""
        clock = "SELECT 'clock', pg_backend_pid(), pg_read_file('/proc/' || pg_backend_pid() || '/stat');"
        script = self.data / "run.sql"
        script.write_text(f"{clock}\n{self.query.read_text('utf-8')};\n{clock}\n", "utf-8")
        lines = self.psql("-f", script).splitlines()
        clocks = [line.rsplit(")", 1)[1].split() for line in lines if line.startswith("clock")]
        before, after = (int(fields[11]) + int(fields[12]) for fields in clocks)
        found = [tuple(map(int, line.split(","))) for line in lines if line[:1].isdigit()]
        return (after - before) / os.sysconf("SC_CLK_TCK"), found

    def stop(self):
        self.call(POSTGRES / "pg_ctl", "-D", self.data, "-m", "fast", "stop")


def beside_others(folder):
    us = ours(rows, 1, str(folder))
    us["processor"] = float("inf")  # taken below, in turn with the others
    expected = [tuple(map(int, row)) for row in rows_of(folder / "counts.csv")]
    engines = {"SQLite": Sqlite(folder)}
    if (POSTGRES / "initdb").exists():
        engines["PostgreSQL"] = Postgres(folder)
    else:
        print("PostgreSQL 15 is not there (apt: postgresql)")
    best = {name: float("inf") for name in engines}
    try:
        for _ in range(rounds):
            us["processor"] = min(us["processor"], ours(rows, 1)["processor"])
            for name, engine in engines.items():
                seconds, found = engine.run()
                best[name] = min(best[name], seconds)
                if found != expected:
                    sys.exit(f"{name} counts otherwise")
    finally:
        if "PostgreSQL" in engines:
            engines["PostgreSQL"].stop()
    print(f"{rows} people, 40 indicators, 3321 units: all engines agree on {len(expected) * 160} counts")
    print(f"{'ours, 1 thread':24} {us['processor']:8.3f} s   memory of the pass {us['pass_megabytes']:.1f} MB")
    for name, seconds in best.items():
        print(f"{name:24} {seconds:8.3f} s   {seconds / us['processor']:6.1f} x ours")
    return us["processor"]


def of_the_party(one):
    """5.4 million people; two threads."""
    many = ours(5_400_000, 1)
    print(f"{'5400000 people':24} {many['processor']:8.3f} s   {many['processor'] / one * rows / 5_400_000:.2f} of linear"
          f"   memory of the pass {many['pass_megabytes']:.1f} MB")
    print(f"{'ours, wall, 1 thread':24} {ours(rows, 1)['wall']:8.3f} s")
    print(f"{'ours, wall, 2 threads':24} {ours(rows, 2)['wall']:8.3f} s")


with tempfile.TemporaryDirectory() as name:
    os.chmod(name, 0o755)
    start = time.perf_counter()
    of_the_party(beside_others(pathlib.Path(name)))
    print(f"{'the whole run':24} {time.perf_counter() - start:8.1f} s")
