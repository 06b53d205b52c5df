"""A set of broken templates: each fault is found, with its code, at its full address, and at once.

Each file has one planted fault; its address (part, heading, table, row, cell, paragraph, character) is counted
while the file is built. Misses of the address would stand in MISSES with the reason.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import docx

from broken.building import build
from broken.cases import DATA, SEVERAL, broken

program = sys.argv[1]
MISSES = {}
WARNINGS = {"T559", "T561"}


def run(folder, *words):
    return subprocess.run([program, "template", *words], cwd=folder, capture_output=True, text=True, timeout=60)


def findings(folder, how):
    if how == "render":
        ran = run(folder, "render", "t.docx", "d.json", "--out", "o.docx", "--json")
    else:
        ran = run(folder, "lint", "t.docx", "--json", *(["--data", "d.json"] if how == "lint" else []))
    return json.loads(ran.stdout)["findings"], ran.returncode


def places(found):
    return [(each["part"], each["address"], each["quote"]) for each in found]


def judge(folder, how, code, planted):
    """What is wrong with what is told of a template with one fault; and whether the address is right."""
    found, status = findings(folder, how)
    if status != (4 if code in WARNINGS else 3):
        return f"exit {status}: {found}", False
    if [each["code"] for each in found] != [code]:
        return f"{how}: expected {code}, found " + str([(f["code"], f["address"], f["message"]) for f in found]), False
    part, address, quote = places(found)[0]
    if (part, address) != planted[:2]:
        return f"{how}: expected {planted[:2]}, found {(part, address)}", False
    if not planted[2].startswith(quote) and not quote.startswith(planted[2]):
        return f"{how}: expected {planted[2]!r}, found {quote!r}", True
    return "", True


def ways(how):
    """Syntax is judged without data as well, and rendering tells all that lint does."""
    return {"syntax": ["syntax", "lint", "render"], "lint": ["lint", "render"], "render": ["render"]}[how]


def texts(path):
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(t.text or "" for t in docx.Document(str(path)).element.body.iter(w + "t"))


def judge_marks(folder):
    """The marked copy opens, says the same, and has comments."""
    run(folder, "lint", "t.docx", "--data", "d.json", "--mark", "m.docx")
    if texts(folder / "m.docx") != texts(folder / "t.docx"):
        return "the marked copy has another text"
    document = docx.Document(str(folder / "m.docx"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    ids = [node.get(w + "id") for node in document.element.body.iter(w + "commentRangeStart")]
    ours = [part for part in document.part.package.iter_parts() if "comments" in str(part.partname)]
    if not ids or len(ids) != len(set(ids)) or not ours:
        return f"the marked copy has no comments of its own: {ids}"
    return ""


def main(folder):
    faults, right, cases = [], 0, broken()
    (folder / "d.json").write_text(json.dumps(DATA, ensure_ascii=False), "utf-8")
    for name, (code, how, body, header, footer) in cases.items():
        package, planted = build(body, header, footer)
        (folder / "t.docx").write_bytes(package)
        told = [judge(folder, way, code, planted[0]) for way in ways(how)
                if not (way == "render" and name == "branch that is not taken")]
        right += all(address for _fault, address in told)
        faults += [f"{name}: {fault}" for fault, _address in told if fault and name not in MISSES]
        if how != "render" and (fault := judge_marks(folder)):
            faults.append(f"{name}: {fault}")
    for name, (codes, body) in SEVERAL.items():
        package, planted = build(body)
        (folder / "t.docx").write_bytes(package)
        found, _status = findings(folder, "lint")
        if sorted(f["code"] for f in found) != codes or not {p[:2] for p in planted} <= {p[:2] for p in places(found)}:
            faults.append(f"several {name}: {found}, planted {planted}")
    print("\n".join(faults + [f"{len(cases)} broken templates, full address right in {right}"]))
    return bool(faults) or len(cases) < 100 or right < len(cases) * 0.95


with tempfile.TemporaryDirectory() as work:
    sys.exit(main(pathlib.Path(work)))
