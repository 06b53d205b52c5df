"""outputs.py PROGRAM FAULTS: the commands that write files, cut off at their writes.

Each command finds the files of an older run. Whatever happens, each file it writes is the old one or the whole new
one; after a run that said it was done, the new one. A later run writes them all and leaves nothing else."""
import pathlib
import random
import sys

from cutting import copy_of, files, run, trials, working_folder

program, library = sys.argv[1:3]
KINDS = [("kill", 0, 16), ("lost", 0, 8), ("lost", 1, 4), ("torn", 0, 4), ("enospc", 0, 4), ("eio", 0, 4), ("erofs", 0, 2)]
JOB = {
    "job.toml": """resolution = "thai-nguyen-cbcx"
period = "2026-Q3"
as_of = 2026-09-30
unit = "05665"
[acknowledge]
K310 = "chờ quyết định"
[document]
number = {number}
[files]
don_vi = "don-vi.csv"
can_bo = "can-bo.csv"
""",
    "don-vi.csv": "code,name,full_name,type,parent\n05665,Văn Lăng,Xã Văn Lăng,xa,\n",
    "can-bo.csv": "Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Đơn vị\n"
                  "Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,Xã Văn Lăng\n"
                  "Hoàng Văn Khôi,02/02/1975,Phó Bí thư,Đại học,Xã Văn Lăng\n",
}
COMMANDS = {
    "report": ["report", "{job}", "--out", "{out}", "--threads", "1"],
    "submit": ["submit", "{job}", "--out", "{out}/goi.zip", "--threads", "1"],
}
faults = []
tried = 0


def job_of(folder, number):
    folder.mkdir()
    for name, text in JOB.items():
        (folder / name).write_text(text.replace("{number}", str(number)), "utf-8")
    return folder


def command(words, job, out):
    return [program, *(word.format(job=job, out=out) for word in words)]


def made(words, job, out, **counting):
    """The files after a whole run."""
    ended = run(command(words, job, out), library, out, **counting)
    if ended.returncode not in (0, 4):
        sys.exit(f"{words[0]}: {ended.stdout}{ended.stderr}")
    return files(out)


def check(label, words, job, out, old, new, ended):
    now = files(out)
    done = ended.returncode in (0, 4)
    for name in sorted(new):
        if now.get(name) not in ([new[name]] if done else [old[name], new[name]]):
            faults.append(f"{label}: {name} is {'missing' if name not in now else 'neither the old nor the new one'}")
    if ended.returncode not in (0, 3, 4, 9):
        faults.append(f"{label}: exit code {ended.returncode}\n{ended.stderr}")
    again = run(command(words, job, out))
    if again.returncode not in (0, 4) or files(out) != new:
        faults.append(f"{label}: afterwards exit code {again.returncode}, files {sorted(files(out))}\n{again.stderr}")


def try_command(name, words, work, lot):
    global tried
    job, base, out = job_of(work / name, 125), work / f"{name}-base", work / "out"
    base.mkdir()
    old = made(words, job, base)
    job = job_of(work / f"{name}-later", 126)
    new = made(words, job, copy_of(base, out), count=work / "count")
    if new == old:
        sys.exit(f"{name}: the later job changes nothing")
    count = int((work / "count").read_text())
    for label, ended in trials(command(words, job, out), library, base, out, count, KINDS, lot):
        check(f"{name}, {label}", words, job, out, old, new, ended)
        tried += 1
    print(f"{name}: {count} points, {len(faults)} faults so far", flush=True)


with working_folder() as folder:
    for name, words in COMMANDS.items():
        try_command(name, words, pathlib.Path(folder), random.Random(6))
print(f"{tried} trials")
print("\n".join(faults))
sys.exit(bool(faults))
