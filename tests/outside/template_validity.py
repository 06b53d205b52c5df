"""What baocao template render writes keeps to the schema of Word: see parity/validity.py. python-docx
opens every output; LibreOffice converts each third one of docxtpl's dialect and all others."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import docx

from parity.cases import CASES, DATA, OPTIONS
from parity.combined import COMBINED
from parity.combined import OWN as COMBINED_DATA
from parity.charts import drawing, with_chart
from parity.pictures import png
from parity.validity import faults_of
from parity.word import R, SPACES, Raw, p, run, template, with_relationship

program = pathlib.Path(sys.argv[1]).resolve()

CHART = {"categories": ["a", "b"], "series": [{"name": "x", "values": [1, None]}, {"name": "y", "values": [2, 3]}]}
OWN = DATA | {"bieu_do": CHART, "con": {"docx": "con.docx"}, "dau": {"image": "dau.png"},
              "ma": {"qr": "https://vi.du"}, "giau": [{"text": "đậm", "bold": True, "size": 30}, {"text": "x"}]}
TABLE = [["Tên", "Số"], ["{%tr for x in xa %}", ""], ["{{ x.ten }}", "{{ x.n }}"], ["{%tr endfor %}", ""]]
MARK = '<w:bookmarkStart w:id="0" w:name="muc"/>{}<w:bookmarkEnd w:id="0"/>'
NOTES = ("<w:footnotes " + SPACES + '><w:footnote w:type="separator" w:id="0">' + p("") + "</w:footnote>"
         + '<w:footnote w:id="3">' + p("nguồn {{ x.ten }}") + "</w:footnote></w:footnotes>")
NOTED = Raw("<w:p>" + run("{{ x.ten }}") + '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>')
LINK = Raw('<w:p><w:hyperlink r:id="rId800">' + run("{{ x.ten }}") + "</w:hyperlink></w:p>")
NUMBERED = Raw('<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr>' + run("{{ x.ten }}") + "</w:p>")
BREAK = Raw('<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>')
OWN_TEMPLATES = 18  # the last of templates()
LOOP = ["{% for x in xa %}", "{% endfor %}"]


def in_loop(*blocks):
    return [LOOP[0], *blocks, LOOP[1]]


def templates():
    """Name → bytes and data."""
    docxtpls = {n: (b, {}, {}) for n, b in CASES.items()} | OPTIONS
    docxtpls |= {n: (b, {}, COMBINED_DATA) for n, b in COMBINED.items()}
    for name, (blocks, options, own) in docxtpls.items():
        yield name, template(blocks, **options), DATA | own
    yield "a table on turned pages", template(["a", "{% section landscape %}", TABLE, "{% endsection %}", "b"]), OWN
    yield "turned pages in a loop", template(in_loop("{% section landscape %}", "{{ x.ten }}", "{% endsection %}")), OWN
    yield "turned pages at the end", template(["a", "{% section landscape %}", TABLE, "{% endsection %}"]), OWN
    yield "a section break in a loop", template(in_loop("{{ x.ten }}", BREAK)), OWN
    yield "a section break that goes", template(["a", "{% if sai %}", "b", BREAK, "{% endif %}", "c"]), OWN
    yield "a document", template(["a", "{{p con }}", "b"]), OWN
    yield "documents in a loop", template(in_loop("{{ x.ten }}", "{{p con }}")), OWN
    yield "a document in a cell", template([[["{{ con }}", "b"]]]), OWN
    yield "a document in a sentence", template(["a {{ con }} b"]), OWN
    yield "a document and notes", template(["{{p con }}", *in_loop(NOTED)],
                                           parts={"footnotes.xml": ("footnotes", NOTES)}), OWN
    yield "a chart", with_chart(["a", drawing("{{ bieu_do }}")]), OWN | {"nam": 1}
    yield "charts in a loop", with_chart(in_loop(drawing("{{ bieu_do }}"))), OWN | {"nam": 1}
    yield "links in a loop", with_relationship(template(in_loop(LINK)), "rId800", f"{R}/hyperlink",
                                               "https://vi.du/%7B%7Bx.ten%7D%7D"), OWN
    yield "lists of a style in a loop", template(in_loop("Xã {{ x.ten }}", NUMBERED, NUMBERED)), OWN
    yield "notes in a loop", template(in_loop(NOTED), parts={"footnotes.xml": ("footnotes", NOTES)}), OWN
    yield "pictures in a loop", template(in_loop("{{ dau }} {{ ma }}")), OWN
    yield "bookmarks in a loop", template(in_loop(Raw("<w:p>" + MARK.format(run("{{ x.ten }}")) + "</w:p>"))), OWN
    yield "rich text", template(["{{r giau }}", [["{{r giau }}"]]]), OWN


def annex():
    document = docx.Document()
    document.add_heading("Phụ lục", 1)
    document.styles["Heading 1"].font.italic = True
    document.add_paragraph("một", "List Number")
    document.add_picture("dau.png")
    document.add_table(rows=1, cols=1, style="Light Grid Accent 1").cell(0, 0).text = "ô"
    document.element.body[0].append(docx.oxml.parse_xml(
        f'<w:bookmarkStart {SPACES} w:id="0" w:name="muc"/>'))
    document.element.body[0].append(docx.oxml.parse_xml(f'<w:bookmarkEnd {SPACES} w:id="0"/>'))
    document.save("con.docx")


def rendered(number, package, data):
    """The path of the document, or nothing when the template means to fail."""
    path = pathlib.Path(f"{number}.docx")
    path.write_bytes(package)
    pathlib.Path("d.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    out = pathlib.Path(f"ra{number}.docx")
    ran = subprocess.run([program, "template", "render", path, "d.json", "--out", out],
                         capture_output=True, text=True, timeout=60)
    return out if ran.returncode in (0, 4) else None


def planted(folder):
    """Broken packages, which the check must find."""
    good = zipfile.ZipFile(folder / "ra0.docx")
    for number, (old, new) in enumerate([
            (b"<w:body>", b"<w:body><w:r/>"), (b"<w:body>", b"<w:body><w:tbl/>"),
            (b"<w:body>", b'<w:body><w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>'),
            (b"<w:body>", b'<w:body><w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>'),
            (b"<w:body>", 2 * b'<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>')]):
        path = folder / f"hong{number}.docx"
        with zipfile.ZipFile(path, "w") as target:
            for name in good.namelist():
                content = good.read(name)
                is_body = name == "word/document.xml"
                target.writestr(name, content.replace(old, new if new.startswith(old) else old + new)
                                if is_body else content)
        yield path


def main():
    pathlib.Path("dau.png").write_bytes(png(20, 10))
    annex()
    faults, outputs = [], {}
    for number, (name, package, data) in enumerate(templates()):
        before = faults_of_bytes(package)
        out = rendered(number, package, data)
        if out is None:
            faults += [f"{name}: not rendered"] if "bieu_do" in data else []
            continue
        outputs[out] = name
        faults += [f"{name}: {fault}" for fault in faults_of(out) if fault not in before]
        docx.Document(str(out))
    faults += [f"{path}: the check finds nothing" for path in planted(pathlib.Path.cwd()) if not faults_of(path)]
    if len(outputs) < 90:
        faults.append(f"only {len(outputs)} outputs")
    converted = list(outputs)[::3] + list(outputs)[-OWN_TEMPLATES:]
    subprocess.run(["soffice", f"-env:UserInstallation=file://{pathlib.Path.cwd()}/profile", "--headless",
                    "--convert-to", "pdf", *converted], capture_output=True, check=True, timeout=500)
    faults += [f"{outputs[out]}: LibreOffice does not convert it" for out in converted
               if not out.with_suffix(".pdf").exists()]
    return faults, len(outputs)


def faults_of_bytes(package):
    """What is wrong with the template already is not ours."""
    pathlib.Path("mau.docx").write_bytes(package)
    return set(faults_of("mau.docx"))


with tempfile.TemporaryDirectory() as work:
    os.chdir(work)
    found, count = main()
print("\n".join([*found, f"{count} documents, {len(found)} faults"]))
sys.exit(bool(found))
