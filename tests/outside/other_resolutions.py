"""report makes the three documents of every other resolution from its sample inputs, with no tag left in them and the
figures it prints with --json, which are those of compute, in the table of targets."""
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

import docx

program, project = sys.argv[1:3]
faults = []


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 4):
        faults.append(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr[:500]}")
    return done.stdout


def grouped(number):
    return f"{number:,}".replace(",", ".")


def check_word(job, path, results):
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    everything = "\n".join(texts + [cell for row in rows for cell in row])
    for tag in ("{{", "{%", "none"):
        if tag in everything:
            faults.append(f"{job}: \"{tag}\" in the report")
    by_id = {row[0]: row for row in rows if len(row) == 6}
    for result in results:
        row = by_id.get(result["indicator"])
        if row is None:
            faults.append(f"{job}: {result['indicator']} is not in the table")
        elif row[3] == "–" and result["target"] is None:
            continue  # a statement: its text stands in the list of results
        elif result["n"] and result["d"] and grouped(result["n"]) not in row[3]:
            faults.append(f"{job}: {result['indicator']} prints {row[3]}, computed {result['n']}/{result['d']}")


def check(job):
    folder = f"{project}/inputs/{job}"
    with tempfile.TemporaryDirectory() as out:
        printed = run("report", folder, "--out", out, "--json")
        made = {path.name for path in pathlib.Path(out).iterdir()}
        if not {"bao-cao.docx", "phu-luc.xlsx", "tom-tat.pdf", "manifest.json"} <= made:
            faults.append(f"{job}: made {sorted(made)}")
            return
        check_word(job, pathlib.Path(out) / "bao-cao.docx", json.loads(printed)["results"])
        if job.startswith("lai-chau") and run("compute", folder, "--json") != printed:
            faults.append(f"{job}: report --json prints something else than compute --json")


jobs = ("an-giang-cbcx-2025", "thai-nguyen-tccsd-2025", "quang-ngai-cbcx-2025", "lai-chau-kh05-2026-q3")
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    list(pool.map(check, jobs))
print("\n".join(faults))
sys.exit(bool(faults))
