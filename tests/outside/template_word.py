"""What the Word engine writes besides text, read by others: python-docx and LibreOffice.

Lists start again in each pass, notes follow their references, pictures and QR codes are there, ids
are unique, and columns fit.
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

from parity.pictures import png
from parity.word import SPACES, Raw, p, run, table_xml, template

program = sys.argv[1]
faults = []

LISTS = re.sub(r"\n *", "", """<w:numbering SPACES><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""").replace("SPACES", SPACES)
NOTES = ("<w:footnotes " + SPACES + '><w:footnote w:type="separator" w:id="0">' + p("") + "</w:footnote>"
         + '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>' + run("nguồn của {{ x.ten }}")
         + "</w:p></w:footnote></w:footnotes>")
DATA = {"xa": [{"ten": "Đại Từ", "viec": ["họp", "báo cáo"]}, {"ten": "Võ Nhai", "viec": ["kiểm tra"]}],
        "quy": ["I", "II", "III"], "ma": {"qr": "https://vi.du/1", "width": 25}}


def numbered(text):
    return Raw('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
               + run(text) + "</w:p>")


def blocks():
    reference = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    return ["{% for x in xa %}",
            Raw("<w:p>" + run("Xã {{ x.ten }}") + reference + "</w:p>"),
            "{% for v in x.viec %}", numbered("việc {{ v }}"), "{% endfor %}",
            "{{ 'dau.png' | hinh(30) }}", "{% endfor %}",
            "{{ ma }}",
            [["Đơn vị", "{%tc for q in quy %}", "Quý {{ q }}", "{%tc endfor %}"],
             ["{%tr for x in xa %}", "", "", ""],
             ["{% vm 1 %}{{ x.ten }}", "{%tc for q in quy %}", "{{ q }}", "{%tc endfor %}"],
             ["{%tr endfor %}", "", "", ""]],
            Raw(table_xml([["{% colspan 2 %}Rộng"], ["a", "b"]]))]


def demand(truth, message):
    if not truth:
        faults.append(message)


def with_numbering(package):
    """python-docx has a part of lists already; ours takes its place."""
    source = zipfile.ZipFile(io.BytesIO(package))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, LISTS if name == "word/numbering.xml" else source.read(name))
    return out.getvalue()


def check_ids(package):
    source = zipfile.ZipFile(package)
    body = source.read("word/document.xml").decode()
    for pattern in [r'<wp:docPr[^>]* id="(\d+)"', r'footnoteReference w:id="(\d+)"']:
        ids = re.findall(pattern, body)
        demand(len(ids) == len(set(ids)) and len(ids) >= 2, f"{pattern}: {ids}")
    for relation in set(re.findall(r'r:embed="(\w+)"', body)):
        demand(f'Id="{relation}"' in source.read("word/_rels/document.xml.rels").decode(), relation)
    demand(len([n for n in source.namelist() if n.startswith("word/media/")]) == 2, "media")


def main(folder):
    (folder / "t.docx").write_bytes(
        with_numbering(template(blocks(), parts={"footnotes.xml": ("footnotes", NOTES)})))
    (folder / "d.json").write_text(json.dumps(DATA, ensure_ascii=False), "utf-8")
    (folder / "dau.png").write_bytes(png(60, 30))
    ran = subprocess.run([program, "template", "render", "t.docx", "d.json", "--out", "out.docx"],
                         cwd=folder, capture_output=True, text=True, timeout=60)
    if ran.returncode != 0:
        sys.exit(ran.stderr)
    document = docx.Document(str(folder / "out.docx"))
    demand(len(document.inline_shapes) == 3, f"pictures: {len(document.inline_shapes)}")
    shape = document.inline_shapes[0]
    demand((shape.width.mm, shape.height.mm) == (30, 15), f"{shape.width.mm} × {shape.height.mm}")
    quarters = document.tables[0]
    demand(len(quarters.columns) == 4, f"columns: {len(quarters.columns)}")
    demand(quarters.cell(1, 3).text == "III", f"cell: {quarters.cell(1, 3).text}")
    check_ids(folder / "out.docx")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", folder, folder / "out.docx"],
                   capture_output=True, check=True, timeout=180)
    page = subprocess.run(["pdftotext", "-layout", folder / "out.pdf", "-"], capture_output=True,
                          text=True, check=True).stdout
    lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
    for wanted in ["1) việc họp", "2) việc báo cáo", "1) việc kiểm tra", "1 nguồn của Đại Từ",
                   "2 nguồn của Võ Nhai", "Đơn vị Quý I Quý II Quý III"]:
        demand(any(line == wanted or line.replace(" ", "") == wanted.replace(" ", "") for line in lines),
               f"no line {wanted!r} in {lines}")


with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
print("\n".join(faults))
sys.exit(bool(faults))
