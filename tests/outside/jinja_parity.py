"""Expressions print what Jinja2 prints for them: filters, tests, methods, operators, their arguments.

Where they do not, the expression stands in DIFFERENT with what ours prints and the reason.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jinja2
import markupsafe

from parity.expressions import DATA, DIFFERENT, SAME
from parity.word import template, texts

program = sys.argv[1]
ENVIRONMENT = jinja2.Environment(autoescape=True)  # as docxtpl's
FAULT = "[fault]"


def by_jinja(expression):
    try:
        text = ENVIRONMENT.from_string("<{{ " + expression + " }}>").render(DATA)
    except Exception:  # noqa: BLE001: whatever Jinja2 raises is its answer
        return FAULT
    return str(markupsafe.Markup(text).unescape())[1:-1]


def by_us(expressions, folder):
    """What each prints; for one alone that is a fault its code."""
    path, data, out = (pathlib.Path(folder, name) for name in ["in.docx", "in.json", "out.docx"])
    path.write_bytes(template(["<{{ " + expression + " }}>" for expression in expressions]))
    data.write_text(json.dumps(DATA), "utf-8")
    ran = subprocess.run([program, "template", "render", path, data, "--out", out],
                         capture_output=True, text=True, timeout=60)
    if ran.returncode != 0 and len(expressions) > 1:
        sys.exit(ran.stderr)
    if ran.returncode != 0:
        return [ran.stderr.partition(":")[0].removeprefix("lỗi")]
    return [line[1:-1] for line in texts(out.read_bytes())["document"].split("¶")[:-1]]


def main():
    same = SAME.strip().split("\n")
    answers = {expression: by_jinja(expression) for expression in same}
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        printed = [e for e in same if answers[e] != FAULT]
        ours = dict(zip(printed, by_us(printed, folder)))
        ours |= {e: by_us([e], folder)[0] for e in same if answers[e] == FAULT}
        for expression in same:
            mine, theirs = ours.get(expression, "nothing"), answers[expression]
            if mine != theirs and not (theirs == FAULT and mine.startswith("[T")):
                faults.append(f"{expression}\n   Jinja2: {theirs}\n   ours:   {mine}")
        for reason, cases in DIFFERENT.items():
            for expression, expected in cases.items():
                mine = by_us([expression], folder)[0]
                if mine != expected or mine == by_jinja(expression):
                    faults.append(f"{expression}\n   Jinja2: {by_jinja(expression)}\n   ours:   "
                                  f"{mine}\n   listed: {expected}, because {reason}")
    print("\n".join(faults + [f"{len(same) + sum(map(len, DIFFERENT.values()))} expressions, "
                              f"{len(faults)} faults"]))
    sys.exit(bool(faults))


main()
