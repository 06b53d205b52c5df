"""Templates that are not there and folders that cannot be written: one message, nothing half-written."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, project = sys.argv[1:3]
job = f"{project}/inputs/thai-nguyen-cbcx-2026-q3"
pack = "resolutions/thai-nguyen-cbcx"
faults = []


def expect(name, arguments, code, out):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 3 or done.stderr.count(f"lỗi[{code}]") != 1 or (out and out.is_dir()):
        faults.append(f"{name}: exit {done.returncode}\n{done.stderr[:2000]}")


def with_templates(name, change, code):
    with tempfile.TemporaryDirectory() as work:
        templates, out = pathlib.Path(work, "templates"), pathlib.Path(work, "out")
        shutil.copytree(f"{project}/templates", templates)
        change(templates / pack)
        expect(name, ["report", job, "--templates", templates, "--out", out], code, out)


def without_level(folder):
    path = folder / "resolution.toml"
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(l.replace('"tinh"', '"xa"') if l.startswith("kinds") else l for l in lines), "utf-8")


with_templates("no Word template", lambda folder: (folder / "report-tinh.docx").unlink(), "J210")
with_templates("no level for the unit", without_level, "J211")
with tempfile.TemporaryDirectory() as work:
    taken = pathlib.Path(work, "taken")
    taken.write_text("a file, not a folder")
    expect("output folder is a file", ["report", job, "--out", taken], "J212", None)
    expect("sample folder is a file",
           ["sample", "thai-nguyen-cbcx", "--units", "1", "--people", "30", "--seed", "1", "--out", taken], "U105", None)
print("\n".join(faults))
sys.exit(bool(faults))
