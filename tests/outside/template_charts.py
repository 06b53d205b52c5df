"""Charts of Word that baocao template render filled, read by python-docx, openpyxl and LibreOffice.

The workbook behind a chart holds the very numbers the chart shows; nothing of the template stays.
"""
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import docx
import openpyxl
from lxml import etree

from parity.charts import CHART, drawing, with_chart

program = sys.argv[1]
faults = []
UNITS = ["Đại Từ", "Võ Nhai", "Phú Bình"]
DATA = {"nam": 2026, "bieu_do": {"title": "Kết quả theo xã", "categories": UNITS,
                                 "series": [{"name": "Đạt", "values": [12.5, 0, None]},
                                            {"name": "Chưa đạt", "values": [1, 2, 3]}]}}


def demand(truth, message):
    if not truth:
        faults.append(message)


def cached(node, count):
    """The values of a cache; None where there is no point."""
    points = {int(p.get("idx")): p.findtext(f"{{{CHART}}}v") for p in node.iter(f"{{{CHART}}}pt")}
    return [points.get(i) for i in range(count)]


def check(path):
    document = docx.Document(str(path))
    demand(document.inline_shapes[0].type is not None, "python-docx sees the drawing")
    package = zipfile.ZipFile(path)
    charts = [n for n in package.namelist() if n.startswith("word/charts/") and n.endswith(".xml")]
    books = [n for n in package.namelist() if n.endswith(".xlsx")]
    demand(len(charts) == 1 and len(books) == 1, f"{charts} {books}")
    chart = etree.fromstring(package.read(charts[0]))
    book = openpyxl.load_workbook(io.BytesIO(package.read(books[0])))
    rows = list(book["Sheet1"].iter_rows(values_only=True))
    demand([row[0] for row in rows[1:]] == UNITS, f"{rows}")
    for number, series in enumerate(DATA["bieu_do"]["series"]):
        found = chart.findall(f".//{{{CHART}}}ser")[number]
        values = cached(found.find(f"{{{CHART}}}val"), len(UNITS))
        column = [row[number + 1] for row in rows]
        demand(column == [series["name"], *series["values"]], f"workbook: {column}")
        demand([v and float(v) for v in values] == [v if v is None else v and float(v) or float(v)
                                                    for v in series["values"]], f"chart: {values}")
        demand(cached(found.find(f"{{{CHART}}}cat"), len(UNITS)) == UNITS, "categories")
        demand(found.find(f"{{{CHART}}}val").findtext(f".//{{{CHART}}}f")
               == f"Sheet1!${'BC'[number]}$2:${'BC'[number]}$4", "formula")
    everything = b"".join(package.read(n) for n in package.namelist())
    demand(b"98765" not in everything, "a number of the template is left")


def main(folder):
    (folder / "t.docx").write_bytes(with_chart(["Trước", drawing("{{ bieu_do }}"), "Sau"]))
    (folder / "d.json").write_text(json.dumps(DATA, ensure_ascii=False), "utf-8")
    ran = subprocess.run([program, "template", "render", "t.docx", "d.json", "--out", "out.docx"],
                         cwd=folder, capture_output=True, text=True, timeout=60)
    if ran.returncode != 0:
        sys.exit(ran.stderr)
    check(folder / "out.docx")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", folder, folder / "out.docx"],
                   capture_output=True, check=True, timeout=180)
    page = subprocess.run(["pdftotext", "-layout", folder / "out.pdf", "-"], capture_output=True,
                          text=True, check=True).stdout
    for wanted in [*UNITS, "Đạt", "Chưa đạt", "Kết quả 2026"]:
        demand(wanted in page, f"LibreOffice shows no {wanted!r}: {page}")


with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
print("\n".join(faults))
sys.exit(bool(faults))
