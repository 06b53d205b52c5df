"""desk.py PROGRAM FAULTS: the commands of the superior's desk, cut off at their writes.

A period is opened, a package comes in, comes in again, comes in anew; the province makes its report. Whatever happens
at each of these, the archive is whole, and as before the command or as after it, with nothing of a package or all of
it; after a run that said it was done, as after it. A document is the old one or the new one, and what the archive
keeps of a report is on the disk too. A later run of the same command ends well, with the same end."""
import pathlib
import random
import sys

from cutting import copy_of, files, run, trials, working_folder

program, library = sys.argv[1:3]
KINDS = [("kill", 0, 8), ("lost", 0, 4), ("lost", 1, 4), ("torn", 0, 2), ("enospc", 0, 2), ("eio", 0, 2), ("erofs", 0, 1)]
UNITS = "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n"
ROSTER = "Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Đơn vị\n" \
         "Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,Xã Văn Lăng\n" \
         "Hoàng Văn Khôi,02/02/1975,Phó Bí thư,{degree},Xã Văn Lăng\n"
ACT = ["--archive", "{desk}/kho.db", "--who", "thử", "--at", "2026-10-05", "--threads", "1"]
REPORT = ["report", "{work}/tinh", "--out", "{desk}/bao-cao", *ACT]
STEPS = {
    "open": ["archive", "open", "{work}/tinh", "--due", "10/10/2026", *ACT],
    "first": ["receive", "{work}/1.zip", *ACT],
    "again": ["receive", "{work}/1.zip", *ACT],
    "first report": REPORT,
    "revision": ["receive", "{work}/2.zip", *ACT],
    "report": REPORT,
}
CUT = [step for step in STEPS if step != "first report"]
faults = []
tried = 0


def job(folder, unit, roster=""):
    folder.mkdir()
    (folder / "job.toml").write_text(
        f'resolution = "thai-nguyen-cbcx"\nperiod = "2026-Q3"\nas_of = 2026-09-30\nunit = "{unit}"\n' +
        ('[acknowledge]\nK310 = "chờ quyết định"\n' if roster else "") +
        '[files]\ndon_vi = "don-vi.csv"\n' + ('can_bo = "can-bo.csv"\n' if roster else ""), "utf-8")
    (folder / "don-vi.csv").write_text(UNITS, "utf-8")
    if roster:
        (folder / "can-bo.csv").write_text(roster, "utf-8")
    return folder


def submit(work, revision, degree):
    folder = job(work / f"xa-{revision}", "05665", ROSTER.format(degree=degree))
    made = run([program, "submit", folder, "--out", work / f"{revision}.zip", "--revision", revision])
    if made.returncode not in (0, 4):
        sys.exit(made.stderr)


def command(step, work, desk):
    return [program, *(word.format(work=work, desk=desk) for word in STEPS[step])]


def state(desk):
    """All that is in the archive, by the hash that ends its log, and its faults; "" before a period was opened."""
    db = desk / "kho.db"
    listed = run([program, "archive", "list", "--json", "--archive", db])
    if "[A101]" in listed.stderr or "[A102]" in listed.stderr or '"periods":[]' in listed.stdout:
        return ""
    proved = run([program, "archive", "verify", "--archive", db])
    return proved.stdout + proved.stderr + listed.stdout + listed.stderr


def documents(desk):
    return {name: bytes for name, bytes in files(desk).items() if name.startswith("bao-cao/")}


def check(step, label, work, desk, before, after, ended):
    """`before` and `after`: (state, documents)."""
    def fault(what):
        faults.append(f"{step}, {label}: {what}\n{ended.stderr}")
    done = ended.returncode in (0, 4)
    now, papers = state(desk), documents(desk)
    if now not in (before[0], after[0]) or (done and now != after[0]):
        fault(f"{'said done; ' if done else ''}the archive shows\n{now or 'nothing'}")
        return
    if done or (now == after[0] and now != before[0]):
        if papers != after[1]:
            fault("the archive has a report that is not on the disk")
    elif any(papers.get(name) not in (before[1].get(name), new) for name, new in after[1].items()):
        fault("a document is neither the old nor the new one")
    if ended.returncode not in (0, 3, 4, 9):
        fault(f"exit code {ended.returncode}")
    again = run(command(step, work, desk))
    # A report that was kept is one more when it is made again.
    same = state(desk) == after[0] or (now == after[0] and step == "report")
    left = {name for name in files(desk) if not name.startswith("bao-cao/")} - {"kho.db"}
    if again.returncode not in (0, 4) or not same or documents(desk) != after[1] or left:
        fault(f"afterwards exit code {again.returncode}, left behind {left}\n{again.stderr}\n{state(desk)}")


def try_step(step, base, work, lot):
    global tried
    before = state(base), documents(base)
    whole = copy_of(base, work / "whole")
    ended = run(command(step, work, whole), library, whole, count=work / "count")
    if ended.returncode not in (0, 4):
        sys.exit(f"{step}: {ended.stdout}{ended.stderr}")
    if step not in CUT:
        return whole
    after = state(whole), documents(whole)
    count = int((work / "count").read_text())
    cut = work / "cut"
    for label, ended in trials(command(step, work, cut), library, base, cut, count, KINDS, lot):
        tried += 1
        # Nothing on the disk has changed: the later run is the whole one above.
        if ended.returncode in (0, 4) or files(cut) != files(base):
            check(step, label, work, cut, before, after, ended)
    print(f"{step}: {count} points, {len(faults)} faults so far", flush=True)
    return whole


with working_folder() as name:
    work = pathlib.Path(name)
    job(work / "tinh", "19")
    submit(work, 1, "Đại học")
    submit(work, 2, "Thạc sĩ")
    base = work / "base"
    base.mkdir()
    lot = random.Random(6)
    for step in STEPS:
        copy_of(try_step(step, base, work, lot), base)
print(f"{tried} trials")
print("\n".join(faults))
sys.exit(bool(faults))
