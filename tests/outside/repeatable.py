"""Two runs, with 1 and with 2 threads, under another time zone, locale, folder and hash seed of the
environment, give identical bytes."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, project = sys.argv[1:3]


def run(work, threads, environment):
    job = pathlib.Path(work, "inputs", "thai-nguyen-cbcx-2026-q3")
    shutil.copytree(f"{project}/inputs/thai-nguyen-cbcx-2026-q3", job)
    out = pathlib.Path(work, "ket-qua")
    done = subprocess.run([program, "report", str(job), "--out", str(out), "--threads", str(threads)],
                          cwd=work, env={"PATH": os.environ["PATH"], **environment},
                          capture_output=True, text=True)
    if done.returncode != 4:
        sys.exit(f"exit {done.returncode}\n{done.stderr}")
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(out.rglob("*")) if p.is_file()}


with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory(suffix=" tên khác") as other:
    first = run(one, 1, {"TZ": "UTC", "LC_ALL": "C"})
    second = run(other, 2, {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "de_DE.UTF-8", "LANG": "vi_VN.UTF-8"})
different = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
print("different:", different) if different else None
if set(first) != {"bao-cao.docx", "phu-luc.xlsx", "danh-sach-noi-bo.xlsx", "tom-tat.pdf", "manifest.json"}:
    sys.exit(f"files: {sorted(first)}")
sys.exit(bool(different))
