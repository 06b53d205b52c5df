"""A template of docxtpl's dialect gives the same text here as with docxtpl, in every part.

Where it does not, the case stands in DIFFERENT with the text that is right and the reason.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import docxtpl
import jinja2

from parity.cases import CASES, DATA, OPTIONS
from parity.combined import COMBINED, OWN
from parity.different import DIFFERENT
from parity.word import template, texts

program = sys.argv[1]


def by_docxtpl(path, data, out):
    engine = docxtpl.DocxTemplate(str(path))
    engine.render(rich(data), jinja2.Environment(autoescape=True))
    engine.save(str(out))
    return texts(out.read_bytes())


def rich(value):
    """The data with our rich texts as docxtpl's."""
    if isinstance(value, dict) and "text" in value:
        return docxtpl.RichText(**value)
    if isinstance(value, list) and value and isinstance(value[0], dict) and "text" in value[0]:
        whole = docxtpl.RichText()
        for piece in value:
            whole.add(**piece)
        return whole
    if isinstance(value, dict):
        return {name: rich(each) for name, each in value.items()}
    return value


def by_us(path, data, out):
    source = path.with_suffix(".json")
    source.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    ran = subprocess.run([program, "template", "render", path, source, "--out", out],
                         capture_output=True, text=True, timeout=60)
    return texts(out.read_bytes()) if ran.returncode in (0, 4) else f"exit {ran.returncode}: {ran.stderr}"


def attempt(engine, *arguments):
    try:
        return engine(*arguments)
    except Exception as fault:  # noqa: BLE001: whatever docxtpl raises is its answer
        return f"{type(fault).__name__}: {fault}"


def judge(name, theirs, ours):
    if name not in DIFFERENT:
        return "" if ours == theirs else f"{name}\n   docxtpl: {theirs}\n   ours:    {ours}"
    expected, _reason = DIFFERENT[name]
    if ours == theirs:
        return f"{name}: listed as different, but it is not"
    if isinstance(expected, str):
        right = isinstance(ours, str) and expected in ours
    else:
        right = isinstance(ours, dict) and expected.items() <= ours.items()
    return "" if right else f"{name}\n   expected: {expected}\n   ours:     {ours}\n   docxtpl:  {theirs}"


def main():
    faults = []
    cases = ({name: (blocks, {}, {}) for name, blocks in CASES.items()} | OPTIONS
             | {name: (blocks, {}, OWN) for name, blocks in COMBINED.items()})
    only = sys.argv[3] if len(sys.argv) > 3 else ""
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, (blocks, options, own)) in enumerate(cases.items()):
            if only not in name:
                continue
            path = pathlib.Path(folder, f"{number}.docx")
            path.write_bytes(template(blocks, **options))
            data = DATA | own
            theirs = attempt(by_docxtpl, path, data, path.with_suffix(".theirs.docx"))
            ours = by_us(path, data, path.with_suffix(".ours.docx"))
            faults.append(judge(name, theirs, ours))
    faults = [fault for fault in faults if fault]
    print("\n".join(faults + [f"{len(cases)} templates, {len(faults)} faults"]))
    sys.exit(bool(faults) or set(DIFFERENT) - set(cases) != set() or len(cases) < 30)


main()
