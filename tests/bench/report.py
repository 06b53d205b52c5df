"""report.py PROGRAM JOB [RUNS]: wall time, processor time and peak memory of whole runs, as medians.

Limits of the main job: the province's report at most 2 s, with all units at most 15 s, on 2 cores;
peak memory under 200 MB."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

program, job = sys.argv[1:3]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5


def once(arguments):
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        child = subprocess.Popen([program, *arguments, *(["--out", out] if arguments[0] == "report" else [])],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


for name, arguments in [
    ("compute", ["compute", job, "--json"]),
    ("report, 2 threads", ["report", job, "--threads", "2"]),
    ("report, 1 thread", ["report", job, "--threads", "1"]),
    ("report --only docx", ["report", job, "--only", "docx"]),
    ("report --only xlsx", ["report", job, "--only", "xlsx"]),
    ("report --only pdf", ["report", job, "--only", "pdf"]),
    ("report --all-units, 2 threads", ["report", job, "--all-units", "--threads", "2"]),
]:
    once(arguments)
    measured = [once(arguments) for _ in range(runs)]
    wall, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
    print(f"{name:32} wall {wall:6.2f} s   cpu {cpu:6.2f} s   peak {memory:6.1f} MB   exit {measured[0][3]}")
