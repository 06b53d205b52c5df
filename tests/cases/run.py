"""Runs one text case: run.py PROGRAM PROJECT CASE.

A case is a page of text in sections, each headed by a line that begins with "== ":
  == file NAME     makes the file in an empty working folder
  == run           the command; "baocao" is the program under test
  == exit N        the exit code
  == stdout / == stderr            the whole text
  == stdout has / == stderr has    each line must stand somewhere in the text
  == stdout lacks / == stderr lacks    no line may stand anywhere in the text
  == written NAME has              the same of a file the program wrote
  == absent NAME   the file or folder must not be there afterwards
  == present NAME  it must
  == alone         the program runs from a copy in the working folder, far from its templates
Lines before the first section are the story. {project} is the project's folder, {work} the working folder.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

program, project, case = sys.argv[1:4]


def sections(text):
    found = []
    for line in text.split("\n"):
        if line.startswith("== "):
            found.append((line[3:].strip(), []))
        elif found:
            found[-1][1].append(line)
    return [(head, "\n".join(body).rstrip("\n")) for head, body in found]


def check(text, name, head, body, faults):
    if head == name and text.rstrip("\n") != body:
        faults.append(f"{name} differs:\n--- expected\n{body}\n--- found\n{text}")
    if head == name + " has":
        for line in body.split("\n"):
            if line not in text:
                faults.append(f"{name} lacks: {line}\n--- found\n{text}")
    if head == name + " lacks":
        for line in body.split("\n"):
            if line in text:
                faults.append(f"{name} should lack: {line}\n--- found\n{text}")


with tempfile.TemporaryDirectory() as work:
    places = {"{project}": project, "{work}": work}

    def filled(text):
        for name, place in places.items():
            text = text.replace(name, place)
        return text

    parts = [(h, filled(b)) for h, b in sections(pathlib.Path(case).read_text("utf-8"))]
    for head, body in parts:
        if head.startswith("file "):
            path = pathlib.Path(work, head[5:])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body + "\n", "utf-8")
    words = shlex.split(dict(parts)["run"])
    assert words[0] == "baocao", "a case runs baocao"
    if "alone" in dict(parts):
        program = shutil.copy(program, pathlib.Path(work, "baocao"))
    environment = {"PATH": os.environ["PATH"], "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"}
    done = subprocess.run([program, *words[1:]], cwd=work, env=environment,
                          capture_output=True, text=True, timeout=120)
    faults = []
    for head, body in parts:
        if head.startswith("exit ") and done.returncode != int(head[5:]):
            faults.append(f"exit {done.returncode}, expected {head[5:]}\n{done.stderr}{done.stdout}")
        if head.startswith("absent ") and pathlib.Path(work, head[7:]).exists():
            faults.append(f"{head[7:]} should not be there")
        if head.startswith("present ") and not pathlib.Path(work, head[8:]).exists():
            faults.append(f"{head[8:]} should be there")
        if head.startswith("written "):
            path = pathlib.Path(work, head.split()[1])
            text = path.read_text("utf-8") if path.exists() else ""
            check(text, head.rsplit(" ", 1)[0], head, body, faults)
        check(done.stdout, "stdout", head, body, faults)
        check(done.stderr, "stderr", head, body, faults)
    print("\n".join(faults))
    sys.exit(bool(faults))
