"""Small Word templates for docxtpl_parity.py, and the text of the documents made from them."""
import io
import re
import zipfile

import docx
from docx.oxml import parse_xml
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (f'xmlns:w="{W}" xmlns:r="{R}" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:v="urn:schemas-microsoft-com:vml"')
STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$")
PROPERTIES = ["title", "subject", "creator", "description", "identifier", "language"]


class Raw(str):
    """A block or the content of a cell given as XML."""


class Runs(tuple):
    """A paragraph made of several runs."""


def xml(text):
    return parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", text, count=1))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def p(*texts):
    return Raw("<w:p>" + "".join(run(t) for t in texts) + "</w:p>")


def block_xml(block):
    if isinstance(block, Raw):
        return block
    if isinstance(block, Runs):
        return p(*block)
    return table_xml(block) if isinstance(block, list) else p(block)


def table_xml(rows):
    widest = max(len(r) for r in rows)
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(widest))
    out = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    for row in rows:
        out += "<w:tr>"
        for cell in row:
            content = cell if isinstance(cell, tuple) and not isinstance(cell, Runs) else (cell,)
            out += ('<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
                    + "".join(map(block_xml, content)) + "</w:tc>")
        out += "</w:tr>"
    return Raw(out + "</w:tbl>")


def template(blocks, header=None, footer=None, properties=None, parts=None):
    """The bytes of a template. `parts`: {name: (type, relationship, xml)} of further stories."""
    document = docx.Document()
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for block in blocks:
        body.insert(len(body) - 1, xml(block_xml(block)))
    for area, text in [(document.sections[0].header, header), (document.sections[0].footer, footer)]:
        if text is not None:
            area.paragraphs[0].text = text
    for name, text in (properties or {}).items():
        setattr(document.core_properties, name, text)
    out = io.BytesIO()
    document.save(out)
    return with_parts(out.getvalue(), parts) if parts else out.getvalue()


def with_parts(package, parts):
    source = zipfile.ZipFile(io.BytesIO(package))
    files = {name: source.read(name) for name in source.namelist()}
    types, relations = "", ""
    for number, (name, (kind, content)) in enumerate(parts.items(), 900):
        files[f"word/{name}"] = content.encode()
        types += (f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-'
                  f'officedocument.wordprocessingml.{kind}+xml"/>')
        relations += (f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/'
                      f'officeDocument/2006/relationships/{kind}" Target="{name}"/>')
    for name, end, added in [("[Content_Types].xml", b"</Types>", types),
                             ("word/_rels/document.xml.rels", b"</Relationships>", relations)]:
        files[name] = files[name].replace(end, added.encode() + end)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
    return out.getvalue()


def with_relationship(package, number, kind, target):
    """The package with a relationship of its body to an address."""
    source = zipfile.ZipFile(io.BytesIO(package))
    relation = f'<Relationship Id="{number}" Type="{kind}" Target="{target}" TargetMode="External"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            written.writestr(name, content)
    return out.getvalue()


def of_word(node, name):
    return node.get(f"{{{W}}}{name}") or ""


def merges(properties):
    """What a cell's properties say that a reader sees: spans, merges, colour."""
    out = ""
    for name in ["gridSpan", "vMerge"]:
        for node in properties.findall(f"{{{W}}}{name}"):
            out += f"<{name} {of_word(node, 'val')}>"
    return out + "".join(f"<fill {of_word(n, 'fill')}>" for n in properties.findall(f"{{{W}}}shd"))


def text_of(node):
    """Paragraphs end in ¶, cells in |, rows in /."""
    name = etree.QName(node).localname if isinstance(node.tag, str) else ""
    inside = "".join(text_of(child) for child in node)
    if name == "t":
        return node.text or ""
    if name == "br":
        return "<page>" if of_word(node, "type") == "page" else "\n"
    if name == "tcPr":
        return merges(node)
    if name == "tab":
        return "\t" if node.getparent().tag.endswith("}r") else ""
    return inside + {"p": "¶", "tc": "|", "tr": "/"}.get(name, "")


def texts(package):
    """The text of each part that holds any."""
    source = zipfile.ZipFile(io.BytesIO(package))
    out = {}
    for name in sorted(filter(STORIES.match, source.namelist())):
        out[name[5:-4]] = text_of(etree.fromstring(source.read(name)))
    core = etree.fromstring(source.read("docProps/core.xml"))
    for node in core:
        name = etree.QName(node).localname
        if name in PROPERTIES and node.text:
            out[name] = node.text
    return {name: text for name, text in out.items() if text.strip("¶")}
