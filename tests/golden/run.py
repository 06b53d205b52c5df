"""run.py PROGRAM CASE [--update]: a whole run against what is kept in CASE/expected.

case.json names the arguments of `baocao sample` that make the inputs and those of `baocao report`.
Word and Excel files are kept as their parts, XML indented, so that a diff can be read; PDFs as
text, page count and a hash of the raster; the rest as it is.
"""
import difflib
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.dom.minidom
import zipfile

program, case = sys.argv[1], pathlib.Path(sys.argv[2])
update = "--update" in sys.argv


def indented(data):
    text = xml.dom.minidom.parseString(data).toprettyxml(indent=" ", encoding="utf-8").decode("utf-8")
    return re.sub(r"\n\s*\n", "\n", text)


def package_parts(path):
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith((".xml", ".rels")):
                yield f"{path.name}/{name}", indented(data)
            else:
                yield f"{path.name}/{name}", hashlib.sha256(data).hexdigest() + "\n"


def pdf_parts(path):
    def out(*command):
        return subprocess.run(command, capture_output=True, check=True).stdout
    pages = re.search(rb"Pages:\s+(\d+)", out("pdfinfo", path))[1].decode()
    raster = hashlib.sha256(out("pdftoppm", "-r", "50", "-gray", path)).hexdigest()
    text = out("pdftotext", "-layout", path, "-").decode("utf-8")
    yield f"{path.name}.txt", f"pages {pages}\nraster {raster}\n{text}"


def parts(folder):
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        below = path.parent.relative_to(folder)
        if path.suffix in {".docx", ".xlsx"}:
            found = package_parts(path)
        elif path.suffix == ".pdf":
            found = pdf_parts(path)
        elif path.name == "manifest.json":
            continue  # hashes of what is compared here part by part
        else:
            found = [(path.name, path.read_text("utf-8"))]
        for name, text in found:
            yield str(below / name), text


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 4):
        sys.exit(f"baocao {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


settings = json.loads((case / "case.json").read_text("utf-8"))
expected = case / "expected"
with tempfile.TemporaryDirectory() as work:
    job, out = pathlib.Path(work, "job"), pathlib.Path(work, "out")
    run("sample", *settings["sample"], "--out", job)
    run("report", job, "--out", out, *settings["report"])
    (out / "ket-qua.csv").write_text(run("compute", job, "--csv", "--all-units"), "utf-8")
    found = dict(parts(out))

if update:
    shutil.rmtree(expected, ignore_errors=True)
    for name, text in found.items():
        (expected / name).parent.mkdir(parents=True, exist_ok=True)
        (expected / name).write_text(text, "utf-8")
    sys.exit()
kept = {str(p.relative_to(expected)): p.read_text("utf-8") for p in expected.rglob("*") if p.is_file()}
differences = [f"missing: {n}" for n in sorted(kept.keys() - found.keys())]
differences += [f"new: {n}" for n in sorted(found.keys() - kept.keys())]
for name in sorted(kept.keys() & found.keys()):
    lines = difflib.unified_diff(kept[name].splitlines(), found[name].splitlines(), name, name, n=1, lineterm="")
    differences += list(lines)[:60]
print("\n".join(differences))
sys.exit(bool(differences))
