"""Runs programs under faults.c, which cuts them off at their n-th write to a folder."""
import os
import pathlib
import shutil
import subprocess
import tempfile

# How often each kind of fault is tried: at every point, or at some drawn by lot. faults.c says what each is.
KINDS = [("kill", 0, 40), ("lost", 0, 40), ("lost", 1, 8), ("lost", 2, 8), ("torn", 0, 8), ("enospc", 0, 8),
         ("eio", 0, 8), ("erofs", 0, 4)]


def points(count, most, lot):
    """Of `count` points all or `most` drawn by lot, and the end of the program."""
    every = range(1, count + 1)
    return [*(every if count <= most else sorted(lot.sample(every, most))), count + 1]


def run(command, library="", folder="", **fault):
    """With a library, under the fault: at, kind, seed; or count, a file for the number of points."""
    env = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC")
    if library:
        env |= {"LD_PRELOAD": library, "FAULT_DIR": str(folder), "ASAN_OPTIONS": "verify_asan_link_order=0"}
        env |= {f"FAULT_{name.upper()}": str(value) for name, value in fault.items()}
    return subprocess.run([str(word) for word in command], env=env, capture_output=True, text=True, timeout=120)


def trials(command, library, base, folder, count, kinds, lot):
    """The command in a fresh copy of `base`, cut off once for each point and kind: a label, and how it ended."""
    for kind, seed, most in kinds:
        for at in points(count, most, lot):
            copy_of(base, folder)
            yield f"{kind} at {at} of {count}, seed {seed}", run(command, library, folder, at=at, kind=kind, seed=seed)


def files(folder):
    """What is in it, but for what faults.c keeps there itself."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and
            not p.name.startswith(".kept-")}


def copy_of(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to)
    return to


def working_folder():
    """In memory where there is such a place: a sync costs nothing there, and what it makes safe is faults.c's affair."""
    memory = pathlib.Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
