"""How long the desk of a province takes: 92 packages of 60,000 people received, computed again and reported, and
the same questions asked of an archive of 40 periods.

    python3 tests/bench/desk.py PROGRAM [PERIODS]

The 60,000 people stand in one period; the others, months after it, have 1,000, so that they are made in minutes."""
import calendar
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "outside" / "province"))
import communes  # noqa: E402

program = sys.argv[1]
periods = int(sys.argv[2]) if len(sys.argv) > 2 else 40


def timed(*arguments):
    started = time.monotonic()
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    took = time.monotonic() - started
    if done.returncode not in (0, 4):
        sys.exit(f"{arguments[:2]}: exit {done.returncode}\n{done.stdout[-800:]}{done.stderr[-2000:]}")
    return took, done.stdout


def shown(what, took, limit):
    print(f"{what:<58} {took:8.2f} s   limit {limit} s", flush=True)


class Desk:
    def __init__(self, work):
        self.work = work
        self.db = work / "kho.db"

    def packages(self, province, period, day):
        """Opens the period and hands everything in; gives the packages."""
        communes.QUARTERS.setdefault(period, (day, "Cả năm"))
        own = self.work / "tinh" / period
        province.own_job(own, period)
        timed("archive", "open", own, "--due", "2030-01-31", "--archive", self.db, "--at", "2030-01-01")

        def submit(code):
            folder = self.work / "xa" / period / code
            province.commune(folder, period, code)
            out = folder.with_suffix(".zip")
            timed("submit", folder, "--out", out, "--threads", 1)
            return out
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(submit, sorted(province.units)))

    def receive(self, packages, day):
        before = self.db.stat().st_size
        took, out = timed("receive", *packages, "--archive", self.db, "--at", day, "--json")
        if json.loads(out)["accepted"] != len(packages):
            sys.exit("a package was refused")
        growth = (self.db.stat().st_size - before) / sum(p.stat().st_size for p in packages)
        return took, growth

    def ask(self, period):
        took, _ = timed("status", "--period", period, "--archive", self.db, "--at", "2099-01-31")
        shown("status", took, 0.2)
        took, _ = timed("report", self.work / "tinh" / period, "--archive", self.db, "--out", self.work / "ra", "--at",
                        "2099-02-01")
        shown("report from the archive", took, 2)
        took, _ = timed("archive", "compare", "--resolution", "thai-nguyen-cbcx", "--archive", self.db)
        shown("archive compare over all periods", took, 2)
        took, _ = timed("archive", "trend", "--resolution", "thai-nguyen-cbcx", "--archive", self.db)
        shown("archive trend over all periods", took, 2)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    desk = Desk(work)
    small = communes.Province(program, work / "it", people=1000)
    for i in range(periods - 1):
        year, month = 2026 + (9 + i) // 12, (9 + i) % 12 + 1
        day = f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"
        desk.receive(desk.packages(small, f"{year}-{month:02}", day), "2030-01-15")
    large = communes.Province(program, work / "nhieu", people=60000)
    packages = desk.packages(large, "2026-Q3", "2026-09-30")
    print(f"{len(packages)} packages, 60,000 people, {sum(p.stat().st_size for p in packages) / 1e6:.1f} MB, "
          f"in an archive of {periods} periods, {os.cpu_count()} cores")
    took, growth = desk.receive(packages, "2030-01-15")
    shown("receive with figures and documents made again", took, 10)
    print(f"{'growth of the archive for a byte received':<58} {growth:8.2f}     limit 1.2")
    desk.ask("2026-Q3")
