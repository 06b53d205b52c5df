"""survive.py STEPS FAULTS: every change of an archive, cut off at every write.

STEPS is the program archive_steps, FAULTS the library of faults.c. A first run of each step counts its points; then
it is killed at each of them, with whole, torn and lost writes, and made to fail by a full disk and a broken one. After
each the archive must be sound and whole: as before the step, or as after it; after it when the step said "done". Then
the step must succeed."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

program, library = sys.argv[1:3]
STEPS = ["create", "definitions", "open", "first", "second", "revision", "return", "run", "lock", "forget", "backup"]
# How often each kind is tried at one step: at every point, or at some drawn by lot.
KINDS = [("kill", 0, 40), ("lost", 0, 40), ("lost", 1, 8), ("lost", 2, 8), ("torn", 0, 8), ("enospc", 0, 8),
         ("eio", 0, 8), ("erofs", 0, 4)]
faults = []
trials = 0


def run(folder, step, **fault):
    env = dict(os.environ, LC_ALL="C.UTF-8")
    if fault:
        env |= {"LD_PRELOAD": library, "FAULT_DIR": str(folder)}
        env |= {f"FAULT_{name.upper()}": str(value) for name, value in fault.items()}
    return subprocess.run([program, str(folder / "kho.db"), step], env=env, capture_output=True, text=True, timeout=60)


def state(folder):
    """What `show` says, or "" when there is no archive."""
    if not (folder / "kho.db").exists():
        return ""
    shown = run(folder, "show")
    if shown.stdout.startswith("A102"):
        return ""  # nothing was ever in it
    copy = folder / "sao-luu.db"
    return shown.stdout + shown.stderr + ("backup\n" if copy.exists() else "")


def copy_of(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def check(step, before, after, folder, label, ended):
    now = state(folder)
    done = "done" in ended.stdout
    if now not in (before, after) or (done and now != after):
        faults.append(f"{step}, {label}: {'said done; ' if done else ''}the archive shows\n{now or 'nothing'}")
        return
    if ended.returncode not in (0, 3, -9, 9):
        faults.append(f"{step}, {label}: exit code {ended.returncode}\n{ended.stderr}")
    if now != after:
        again = run(folder, step)
        if "done" not in again.stdout or state(folder) != after:
            faults.append(f"{step}, {label}: could not be done afterwards\n{again.stdout}{again.stderr}")
    litter = [p.name for p in folder.iterdir() if p.name.startswith("kho.db-") or p.name.endswith(".partial")]
    if litter:
        faults.append(f"{step}, {label}: left behind {litter}")


def points(count, most, lot):
    every = range(1, count + 1)
    return [*(every if count <= most else sorted(lot.sample(every, most))), count + 1]  # the last is the end


def try_step(step, base, work, lot):
    global trials
    before = state(base)
    counted = copy_of(base, work / "whole")
    whole = run(counted, step, count=work / "count")
    if "done" not in whole.stdout:
        sys.exit(f"{step}: {whole.stdout}{whole.stderr}")
    after = state(counted)
    count = int((work / "count").read_text())
    for kind, seed, most in KINDS:
        for at in points(count, most, lot):
            folder = copy_of(base, work / "cut")
            ended = run(folder, step, at=at, kind=kind, seed=seed)
            check(step, before, after, folder, f"{kind} at {at} of {count}, seed {seed}", ended)
            trials += 1
    print(f"{step}: {count} points, {len(faults)} faults so far", flush=True)
    return counted


def main():
    lot = random.Random(6)
    memory = pathlib.Path("/dev/shm")  # where a sync costs nothing; what it makes safe is faults.c's affair
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        work = pathlib.Path(name)
        base = work / "base"
        base.mkdir()
        for step in STEPS:
            copy_of(try_step(step, base, work, lot), base)
    print(f"{trials} trials")
    print("\n".join(faults))
    sys.exit(bool(faults))


main()
