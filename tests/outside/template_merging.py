"""A Word file inserted into another by baocao template render, read by python-docx and LibreOffice.

The look of its text stays: its styles, lists, pictures, links and notes come along.
"""
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
from docx.shared import Pt, RGBColor

from parity.pictures import png
from parity.word import W

program = sys.argv[1]
faults = []


def demand(truth, message):
    if not truth:
        faults.append(message)


def annex():
    """Another size, another Heading 1, a list, a picture, a link, a table, a bookmark."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(20)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0, 0)
    document.add_heading("Phụ lục {{ khong_phai_the }}", 1)
    document.add_paragraph("chữ cỡ 20")
    document.add_paragraph("mục một", "List Number")
    document.add_paragraph("mục hai", "List Number")
    document.add_picture(io.BytesIO(png(30, 20)))
    table = document.add_table(rows=1, cols=2, style="Light Grid Accent 1")
    table.cell(0, 0).text = "ô"
    return document


def template():
    document = docx.Document()
    document.add_heading("Báo cáo", 1)
    document.add_paragraph("thân bài", "List Number")
    for _ in range(2):
        document.add_paragraph("{{p phu_luc }}")
    document.add_paragraph("hết")
    return document


def size_of(paragraph):
    style = paragraph.style
    while style is not None and style.font.size is None:
        style = style.base_style
    return style.font.size if style is not None else None


def check(path):
    document = docx.Document(str(path))
    texts = [p.text for p in document.paragraphs if p.text]
    demand(texts == ["Báo cáo", "thân bài"] + 2 * ["Phụ lục {{ khong_phai_the }}", "chữ cỡ 20",
                                                   "mục một", "mục hai"] + ["hết"], f"{texts}")
    by_text = {p.text: p for p in document.paragraphs}
    demand(by_text["thân bài"].style.name == "List Number", by_text["thân bài"].style.name)
    demand(size_of(by_text["chữ cỡ 20"]) == Pt(20), f"{size_of(by_text['chữ cỡ 20'])}")
    demand(size_of(by_text["hết"]) != Pt(20), "the template's own text took the look")
    heading = by_text["Phụ lục {{ khong_phai_the }}"].style
    demand(heading.name == "heading 1 (2)" and heading.font.color.rgb == RGBColor(0xC0, 0, 0), heading.name)
    demand(document.tables[0].style.name.startswith("Light Grid Accent 1"), document.tables[0].style.name)
    demand(len(document.inline_shapes) == 2, f"pictures: {len(document.inline_shapes)}")
    package = zipfile.ZipFile(path)
    demand(len([n for n in package.namelist() if "media/" in n]) == 1, "media are stored once")
    body = package.read("word/document.xml").decode()
    ids = re.findall(r'<wp:docPr[^>]* id="(\d+)"', body)
    demand(len(set(ids)) == len(ids) == 2, f"{ids}")
    styles = docx.Document(str(path)).styles.element.findall(f"{{{W}}}style")
    names = [s.get(f"{{{W}}}styleId") for s in styles]
    demand(len(names) == len(set(names)), "style ids are unique")


def main(folder):
    template().save(str(folder / "t.docx"))
    annex().save(str(folder / "phu-luc.docx"))
    (folder / "d.json").write_text(json.dumps({"phu_luc": {"docx": "phu-luc.docx"}}), "utf-8")
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
    lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
    demand([line for line in lines if "thân bài" in line or line.endswith(("một", "hai"))]
           == ["1. thân bài", "1. mục một", "2. mục hai", "1. mục một", "2. mục hai"], f"{lines}")


with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
print("\n".join(faults))
sys.exit(bool(faults))
