"""Word templates with one planted fault, whose address is counted while the file is built.

A block is a string or tuple (a paragraph of pieces), Heading, a list of rows (a table; a cell is a string,
a tuple of pieces or Cell(blocks)) or Control(blocks). A piece is a string or one of the classes below.
The planted tag is Planted("{{ … }}"); one more tag at fault in the same template is planted as well.
"""
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"')
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Planted(str):
    """The text of the fault; `end` of it may be harmless text behind the tag."""


class Split(str):
    """A text with a run for each character."""


class PlantedSplit(Planted):
    """The same of the planted text."""


class Link(tuple):
    """Pieces in a hyperlink."""


class Inserted(tuple):
    """Pieces of a tracked insertion."""


class Deleted(str):
    """A tracked deletion, which nobody counts."""


class InlineControl(tuple):
    """Pieces in a content control."""


class Field(tuple):
    """Pieces that are the result of a simple field."""


class Tab(tuple):
    """A tab: one character."""


class Break(tuple):
    """A line break: one character."""


class Box(tuple):
    """Blocks in a text box."""


class Note(tuple):
    """Blocks of a footnote."""


class EndNote(tuple):
    """Blocks of an endnote."""


class Remark(tuple):
    """Blocks of a comment that is there."""


class Heading(str):
    """A paragraph of the style Heading 1."""


class BoldHeading(str):
    """A numbered bold paragraph, a heading in official documents."""


class Control(tuple):
    """Blocks in a content control."""


class Cell(tuple):
    """Blocks of a cell."""


class Wide(tuple):
    """Blocks of a cell over two columns."""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


class Builder:
    def __init__(self):
        self.planted = []  # (part, address, quote)
        self.part = "word/document.xml"
        self.notes = {"footnotes": "", "endnotes": "", "comments": ""}
        self.counts = {"footnotes": 0, "endnotes": 0, "comments": 0}
        self.heading = ""
        self.in_body = True

    # Places of a container: how many paragraphs and tables it has had.
    def container(self, prefix):
        return {"prefix": prefix, "paragraphs": 0, "tables": 0}

    def blocks(self, blocks, at):
        return "".join(self.block(block, at) for block in blocks)

    def block(self, block, at):
        if isinstance(block, (Heading, BoldHeading)):
            at["paragraphs"] += 1
            self.heading = f'mục "{block}" › '
            if isinstance(block, Heading):
                return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run(block)}</w:p>'
            return f'<w:p>{run(block, "<w:b/>")}</w:p>'
        if isinstance(block, Control):
            return f"<w:sdt><w:sdtContent>{self.blocks(block, at)}</w:sdtContent></w:sdt>"
        if isinstance(block, list):
            return self.table(block, at)
        return self.paragraph(block if isinstance(block, tuple) else (block,), at)

    def table(self, rows, at):
        at["tables"] += 1
        name = f'{at["prefix"]}bảng {at["tables"]}'
        out = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        out += '<w:gridCol w:w="2000"/>' * max(len(row) for row in rows) + "</w:tblGrid>"
        for number, row in enumerate(rows, 1):
            out += "<w:tr>"
            for column, cell in enumerate(row, 1):
                content = cell if isinstance(cell, (Cell, Wide)) else (cell,)
                inside = self.container(f"{name}, hàng {number}, cột {column} › ")
                span = '<w:gridSpan w:val="2"/>' if isinstance(cell, Wide) else ""
                xml = self.blocks(content, inside)
                end = "" if xml.endswith("</w:p>") else "<w:p/>"
                out += f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{span}</w:tcPr>{xml}{end}</w:tc>'
            out += "</w:tr>"
        return out + "</w:tbl>"

    def paragraph(self, pieces, at):
        at["paragraphs"] += 1
        place = {"address": f'{at["prefix"]}đoạn {at["paragraphs"]}', "character": 1, "boxes": 0}
        return "<w:p>" + "".join(self.piece(piece, place) for piece in pieces) + "</w:p>"

    def piece(self, piece, place):
        inside = ""
        if isinstance(piece, Link):
            inside = "".join(self.piece(each, place) for each in piece)
            return f'<w:hyperlink w:anchor="a">{inside}</w:hyperlink>'
        if isinstance(piece, Inserted):
            inside = "".join(self.piece(each, place) for each in piece)
            return f'<w:ins w:id="90" w:author="x">{inside}</w:ins>'
        if isinstance(piece, InlineControl):
            inside = "".join(self.piece(each, place) for each in piece)
            return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        if isinstance(piece, Field):
            inside = "".join(self.piece(each, place) for each in piece)
            return f'<w:fldSimple w:instr=" TITLE ">{inside}</w:fldSimple>'
        if isinstance(piece, Deleted):
            return f'<w:del w:id="91" w:author="x"><w:r><w:delText>{piece}</w:delText></w:r></w:del>'
        if isinstance(piece, (Tab, Break)):
            place["character"] += 1
            return "<w:r><w:tab/></w:r>" if isinstance(piece, Tab) else "<w:r><w:br/></w:r>"
        if isinstance(piece, Box):
            return self.box(piece, place)
        if isinstance(piece, (Note, EndNote, Remark)):
            return self.note(piece)
        return self.text(piece, place)

    def text(self, piece, place):
        if isinstance(piece, Planted):
            address = f'{self.heading if self.in_body else ""}{place["address"]}, ký tự {place["character"]}'
            self.planted.append((self.part, address, str(piece)))
        place["character"] += len(piece)
        if isinstance(piece, (Split, PlantedSplit)):
            return "".join(run(character, "<w:b/>" * (i % 2)) for i, character in enumerate(piece))
        return run(piece)

    def box(self, blocks, place):
        """As Word stores it: in a new form and an old one."""
        place["boxes"] += 1
        prefix = f'{place["address"]} › hộp chữ {place["boxes"]} › '
        content = self.blocks(blocks, self.container(prefix))
        return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" '
                f'name="h"/><a:graphic><a:graphicData uri="u"><wps:wsp><wps:txbx><w:txbxContent>{content}'
                f'</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
                f'</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}'
                f'</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')

    def note(self, blocks):
        part, word, element = {
            Note: ("footnotes", "chú thích", "footnote"),
            EndNote: ("endnotes", "chú thích cuối", "endnote"),
            Remark: ("comments", "bình luận", "comment")}[type(blocks)]
        self.counts[part] += 1
        number = self.counts[part]
        around = (self.part, self.in_body)
        self.part, self.in_body = f"word/{part}.xml", False
        content = self.blocks(blocks, self.container(f"{word} {number} › "))
        self.part, self.in_body = around
        author = ' w:author="x"' if part == "comments" else ""
        self.notes[part] += f'<w:{element} w:id="{number + 1}"{author}>{content}</w:{element}>'
        return f'<w:r><w:{element}Reference w:id="{number + 1}"/></w:r>'

    def story(self, part, root, blocks):
        self.part, self.in_body = f"word/{part}.xml", False
        return f"<w:{root} {SPACES}>{self.blocks(blocks, self.container(''))}</w:{root}>"


def build(body, header=None, footer=None):
    """The bytes of a template, and (part, address, quote) of what was planted."""
    builder = Builder()
    inside = builder.blocks(body, builder.container(""))
    files = {}
    section = ""
    for part, root, blocks in [("header1", "hdr", header), ("footer1", "ftr", footer)]:
        if blocks is not None:
            files[part] = (root == "hdr" and "header" or "footer", builder.story(part, root, blocks))
            kind = files[part][0]
            section += f'<w:{kind}Reference w:type="default" r:id="{part}"/>'
    for part, xml in builder.notes.items():
        if xml:
            files[part] = (part, f"<w:{part} {SPACES}>{xml}</w:{part}>")
    files["styles"] = ("styles", f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="Heading1">'
                                 '<w:name w:val="heading 1"/></w:style></w:styles>')
    document = f"<w:document {SPACES}><w:body>{inside}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    return packed(document, files), builder.planted


def packed(document, files):
    types = relations = ""
    for part, (kind, _xml) in files.items():
        types += f'<Override PartName="/word/{part}.xml" ContentType="{TYPES}{kind}+xml"/>'
        relations += f'<Relationship Id="{part}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006/"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("[Content_Types].xml",
                        f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType='
                        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                        f'ContentType="application/xml"/><Override PartName="/word/document.xml" '
                        f'ContentType="{TYPES}document.main+xml"/>{types}</Types>')
        target.writestr("_rels/.rels",
                        f'<Relationships xmlns="{package}relationships"><Relationship Id="d" '
                        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        target.writestr("word/_rels/document.xml.rels",
                        f'<Relationships xmlns="{package}relationships">{relations}</Relationships>')
        target.writestr("word/document.xml", document)
        for part, (_kind, xml) in files.items():
            target.writestr(f"word/{part}.xml", xml)
    return out.getvalue()
