"""reading.py BENCH TEMPLATES [ROWS…]: reading, binding and checking rosters beside other readers, in one run.

BENCH is the program reading_bench of a release build. Each figure is the median of three runs; the readers take
turns, so that a busy machine slows all of them alike. Limits: with expat 5 times, with the scanner 20 times the bare
reading of openpyxl at 50,000 rows x 25 columns, peak memory under 100 MB; linear to a million rows (give 100000
300000 1000000 as ROWS); 92 workbooks on 2 threads 1.7 times one thread."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import rosters

bench, templates = sys.argv[1:3]
more_rows = [int(text) for text in sys.argv[3:]]
OPENPYXL = """
import sys, warnings, openpyxl
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(value is not None for row in book.worksheets[0].iter_rows(values_only=True) for value in row))
"""


def write_roster(*arguments, **more):
    """In a process of its own: the peak of a program counts from that of the one that starts it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            rosters.write_roster(*arguments, **more)
            code = 0
        finally:
            os._exit(code)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("a roster could not be made")


def once(arguments):
    """Wall and processor seconds, peak megabytes, output."""
    start = os.times().elapsed
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{arguments[0]}: exit {os.waitstatus_to_exitcode(status)}")
    return os.times().elapsed - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def ours(reader, threads, units, *workbooks):
    return [bench, reader, str(threads), templates, units, *workbooks]


def measure(commands, runs=3):
    """The medians of each command by name, the commands taking turns."""
    measured = {name: [] for name in commands}
    for _ in range(runs):
        for name, arguments in commands.items():
            measured[name].append(once(arguments))
    return {name: tuple(statistics.median(run[at] for run in all_runs) for at in range(3)) for name, all_runs in measured.items()}


def show(figures, beside=None):
    for name, (wall, processor, memory) in figures.items():
        ratio = f"   {beside[1] / processor:5.1f} x openpyxl" if beside and "openpyxl" not in name else ""
        print(f"{name:44} wall {wall:7.2f} s   processor {processor:7.2f} s   peak {memory:6.1f} MB{ratio}", flush=True)


def steps(name, arguments):
    print(f"{name:44} {json.loads(once(arguments)[3])}")


def beside_others(work, units):
    for kind in ("shared", "inline"):
        path = str(work / f"{kind}.xlsx")
        write_roster(path, 50_000, shared=kind == "shared")
        commands = {f"{kind}: openpyxl, reading only": [sys.executable, "-c", OPENPYXL, path]}
        if program := shutil.which("xlsx2csv"):
            commands[f"{kind}: xlsx2csv, reading only"] = [program, path, "/dev/null"]
        else:
            print("xlsx2csv is not there (apt: xlsx2csv)")
        for reader in ("expat", "scanner"):
            commands[f"{kind}: {reader}, read + bind + check"] = ours(reader, 1, units, path)
        figures = measure(commands)
        show(figures, figures[f"{kind}: openpyxl, reading only"])
        for reader in ("expat", "scanner"):
            steps(f"{kind}: {reader}, seconds by step", ours(reader, 1, units, path))


def of_many_rows(work, units):
    for rows in more_rows:
        path = work / f"{rows}.xlsx"
        write_roster(path, rows)
        figures = measure({f"{rows} rows, scanner": ours("scanner", 1, units, str(path))}, runs=1)
        show(figures)
        print(f"{'':44} {max(f[1] for f in figures.values()) / rows * 1e6:.2f} microseconds a row")
        path.unlink()


def of_many_workbooks(work, units):
    paths = [str(work / f"{at:02}.xlsx") for at in range(92)]
    for at, path in enumerate(paths):
        write_roster(path, 1500, first=at * 1500)
    figures = measure({f"92 workbooks, {threads} threads": ours("scanner", threads, units, *paths) for threads in (1, 2)})
    show(figures)
    one, two = figures.values()
    print(f"{'':44} two threads: {one[0] / two[0]:.2f} x one")


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    units = str(work / "don-vi.csv")
    rosters.write_units(units)
    beside_others(work, units)
    of_many_rows(work, units)
    of_many_workbooks(work, units)
