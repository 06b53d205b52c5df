"""baocao template render: its files, its options, its faults and its exit codes."""
import json
import pathlib
import subprocess
import sys
import tempfile

from parity.word import template, texts

program = sys.argv[1]
faults = []


def run(folder, *options, data='{"ten": "Đại Từ"}', blocks=("Xã {{ ten }}",), out="out.docx"):
    (folder / "t.docx").write_bytes(template(list(blocks)))
    (folder / "d.json").write_text(data, "utf-8")
    ran = subprocess.run([program, "template", "render", "t.docx", "d.json", "--out", out, *options],
                         cwd=folder, capture_output=True, text=True, timeout=60)
    return ran


def demand(truth, message):
    if not truth:
        faults.append(message)


def main(folder):
    done = run(folder)
    demand(done.returncode == 0 and "out.docx" in done.stdout, f"plain: {done}")
    first = (folder / "out.docx").read_bytes()
    demand(texts(first)["document"] == "Xã Đại Từ¶", "plain: text")
    run(folder)
    demand((folder / "out.docx").read_bytes() == first, "same input, other bytes")

    (folder / "out.docx").unlink()
    strict = run(folder, "--json", blocks=("{{ tem }} {{ ten|hoaa }}",))
    found = json.loads(strict.stdout)["findings"]
    demand(strict.returncode == 3 and not (folder / "out.docx").exists(), f"strict: {strict}")
    demand([f["code"] for f in found] == ["T511", "T513"], f"strict: {found}")
    demand(found[0]["part"] == "word/document.xml" and found[0]["quote"] == "{{ tem }}"
           and found[0]["address"] == "đoạn 1, ký tự 1", f"strict: {found[0]}")
    lenient = run(folder, "--lenient", blocks=("[{{ tem }}]",))
    demand(lenient.returncode == 0, f"lenient: {lenient}")
    demand(texts((folder / "out.docx").read_bytes())["document"] == "[]¶", "lenient: text")
    warned = run(folder, blocks=("a }} b",))
    demand(warned.returncode == 4 and "T561" in warned.stderr, f"warning: {warned}")

    broken = run(folder, data='{"ten": }')
    demand(broken.returncode == 3 and "T505" in broken.stderr and "d.json" in broken.stderr, f"{broken}")
    absent = subprocess.run([program, "template", "render", "no.docx", "d.json", "--out", "o.docx"],
                            cwd=folder, capture_output=True, text=True)
    demand(absent.returncode == 3 and "T506" in absent.stderr, f"no template: {absent}")
    closed = run(folder, out="d.json/o.docx")
    demand(closed.returncode == 3 and "T507" in closed.stderr, f"not writable: {closed}")
    usage = subprocess.run([program, "template", "render", "t.docx"], capture_output=True, text=True)
    demand(usage.returncode == 2 and "baocao template render --help" in usage.stderr, f"usage: {usage}")


with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
print("\n".join(faults))
sys.exit(bool(faults))
