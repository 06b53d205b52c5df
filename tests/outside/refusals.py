"""Files that cannot be read honestly: one clear message each, exit 3, nothing written."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

program, project = sys.argv[1:3]
faults = []


def empty(path):
    openpyxl.Workbook().save(path)


def cut(path):
    path.write_bytes(path.read_bytes()[:-500])


def not_a_zip(path):
    path.write_bytes(b"PK\x03\x04 this is no package")


def nothing(path):
    path.write_bytes(b"")


def old_excel(path):
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "Workbook".encode("utf-16-le"))


def locked(path):
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600
                     + "EncryptedPackage".encode("utf-16-le"))


def other_zip(path):
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("a.txt", "x")


def no_table(path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Kính gửi các đồng chí"
    book.save(path)


for damage in [empty, cut, not_a_zip, nothing, old_excel, locked, other_zip, no_table]:
    with tempfile.TemporaryDirectory() as work:
        job = pathlib.Path(work, "job")
        shutil.copytree(f"{project}/inputs/thai-nguyen-cbcx-2026-q3", job)
        victim = sorted((job / "can-bo").glob("*.xlsx"))[0]
        damage(victim)
        out = pathlib.Path(work, "ket-qua")
        done = subprocess.run([program, "report", job, "--out", out], capture_output=True, text=True)
        about = [m for m in done.stderr.split("lỗi[")[1:] if victim.name in m]
        if done.returncode != 3 or len(about) != 1 or "cách sửa" not in about[0] or out.exists():
            faults.append(f"{damage.__name__}: exit {done.returncode}, {len(about)} messages, "
                          f"written: {out.exists()}\n{done.stderr[:2000]}")
print("\n".join(faults))
sys.exit(bool(faults))
