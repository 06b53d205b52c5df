"""A Word file with a chart of Word's own, as a template."""
import io
import re
import zipfile

import openpyxl

from parity.word import Raw, template

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def drawing(text):
    return Raw(f'''<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent
cx="4800000" cy="2400000"/><wp:docPr id="1" name="Biểu đồ 1" descr="{text}"/><a:graphic><a:graphicData
uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="rId77"/></a:graphicData></a:graphic></wp:inline></w:drawing>
</w:r></w:p>'''.replace("\n", " "))


def series(number, name):
    return f'''<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>
<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr>
<a:solidFill><a:schemeClr val="accent{number + 1}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat>
<c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Mẫu</c:v></c:pt></c:strCache>
</c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache><c:formatCode>General</c:formatCode>
<c:ptCount val="1"/><c:pt idx="0"><c:v>98765</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'''


def chart_xml(title):
    axis = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    return f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="{CHART}"
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}"><c:chart><c:title><c:tx>
<c:rich><a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/>
<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series(0, "Mẫu")}
<c:axId val="11"/><c:axId val="12"/></c:barChart><c:catAx><c:axId val="11"/>{axis}<c:axPos val="b"/><c:crossAx
val="12"/></c:catAx><c:valAx><c:axId val="12"/>{axis}<c:axPos val="l"/><c:crossAx val="11"/></c:valAx>
</c:plotArea><c:legend><c:legendPos val="b"/></c:legend><c:plotVisOnly val="1"/></c:chart><c:externalData
r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'''


def workbook():
    book = openpyxl.Workbook()
    book.active.append(["", "Mẫu"])
    book.active.append(["Mẫu", 98765])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_chart(blocks, title="Kết quả {{ nam }}"):
    """The bytes of a template; drawing() shows its chart."""
    source = zipfile.ZipFile(io.BytesIO(template(blocks)))
    files = {name: source.read(name) for name in source.namelist()}
    files["word/charts/chart1.xml"] = re.sub(r"\n", " ", chart_xml(title)).encode()
    files["word/charts/_rels/chart1.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/package" '
        'Target="../embeddings/mau.xlsx"/></Relationships>').encode()
    files["word/embeddings/mau.xlsx"] = workbook()
    added = {"[Content_Types].xml": (
        "</Types>", '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet"/><Override PartName="/word/charts/chart1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.drawingml.chart+xml"/>'),
        "word/_rels/document.xml.rels": (
            "</Relationships>", f'<Relationship Id="rId77" Type="{OFFICE}/chart" Target="charts/chart1.xml"/>')}
    for name, (end, text) in added.items():
        files[name] = files[name].replace(end.encode(), (text + end).encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
    return out.getvalue()
