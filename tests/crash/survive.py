"""survive.py STEPS FAULTS: every change of an archive, cut off at every write.

STEPS is the program archive_steps, FAULTS the library of faults.c. A first run of each step counts its points; then
it is killed at each of them, with whole, torn and lost writes, and made to fail by a full disk and a broken one. After
each the archive must be sound and whole: as before the step, or as after it; after it when the step said "done". Then
the step must succeed."""
import pathlib
import random
import sys

from cutting import KINDS, copy_of, run, trials, working_folder

program, library = sys.argv[1:3]
STEPS = ["create", "definitions", "open", "first", "second", "revision", "return", "run", "lock", "forget", "backup"]
faults = []
tried = 0


def state(folder):
    """What `show` says, or "" when there is no archive."""
    if not (folder / "kho.db").exists():
        return ""
    shown = run([program, folder / "kho.db", "show"])
    if shown.stdout.startswith("A102"):
        return ""  # nothing was ever in it
    return shown.stdout + shown.stderr + ("backup\n" if (folder / "sao-luu.db").exists() else "")


def check(step, before, after, folder, label, ended):
    now = state(folder)
    done = "done" in ended.stdout
    if now not in (before, after) or (done and now != after):
        faults.append(f"{step}, {label}: {'said done; ' if done else ''}the archive shows\n{now or 'nothing'}")
        return
    if ended.returncode not in (0, 3, 9):
        faults.append(f"{step}, {label}: exit code {ended.returncode}\n{ended.stderr}")
    if now != after:
        again = run([program, folder / "kho.db", step])
        if "done" not in again.stdout or state(folder) != after:
            faults.append(f"{step}, {label}: could not be done afterwards\n{again.stdout}{again.stderr}")
    litter = [p.name for p in folder.iterdir() if p.name.startswith("kho.db-") or p.name.endswith(".partial")]
    if litter:
        faults.append(f"{step}, {label}: left behind {litter}")


def try_step(step, base, work, lot):
    global tried
    before = state(base)
    counted = copy_of(base, work / "whole")
    whole = run([program, counted / "kho.db", step], library, counted, count=work / "count")
    if "done" not in whole.stdout:
        sys.exit(f"{step}: {whole.stdout}{whole.stderr}")
    after = state(counted)
    count = int((work / "count").read_text())
    cut = work / "cut"
    for label, ended in trials([program, cut / "kho.db", step], library, base, cut, count, KINDS, lot):
        check(step, before, after, cut, label, ended)
        tried += 1
    print(f"{step}: {count} points, {len(faults)} faults so far", flush=True)
    return counted


with working_folder() as name:
    work = pathlib.Path(name)
    (work / "base").mkdir()
    lot = random.Random(6)
    for step in STEPS:
        copy_of(try_step(step, work / "base", work, lot), work / "base")
print(f"{tried} trials")
print("\n".join(faults))
sys.exit(bool(faults))
