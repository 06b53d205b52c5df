"""Cases written by hand as XML: what other programs write, and Excel seldom does."""
import re
import unicodedata
import zipfile
from xml.sax.saxutils import escape

import legacy
import writing

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    DECLARATION + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
HEADERS = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"]
AN = ["1", "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]
BINH = ["2", "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"]
CUONG = ["3", "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư"]


def relationships(*links):
    body = "".join(f'<Relationship Id="rId{n}" Type="{LINKS}/{kind}" Target="{target}"/>'
                   for n, (kind, target) in enumerate(links, 1))
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def parts(sheet, **others):
    """The parts of a workbook of one sheet, "Danh sách"; `others` are added, or stand for its own."""
    links = [("worksheet", "worksheets/sheet1.xml")]
    links += [(kind, kind + ".xml") for kind in ("sharedStrings", "styles") if f"xl/{kind}.xml" in others]
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
                           '<sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(*links),
        "xl/worksheets/sheet1.xml": sheet,
        **others,
    }


def inline(text):
    return f'<is><t xml:space="preserve">{escape(text)}</t></is>'


def cell(address, value):
    """Text, or XML of a whole cell when it begins with "<"."""
    if value is None:
        return ""
    return value if value.startswith("<") else f'<c r="{address}" t="inlineStr">{inline(value)}</c>'


def rows(*people, title="Đơn vị: Xã Văn Lăng", headers=HEADERS):
    out = ""
    for number, row in [(1, [title]), (3, headers), *enumerate(people, 4)]:
        cells = "".join(cell(f"{'ABCDEFGHIJ'[i]}{number}", value) for i, value in enumerate(row))
        out += f'<row r="{number}">{cells}</row>'
    return out


def worksheet(data, extra=""):
    return f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{extra}</worksheet>'


def pack(path, contents):
    with zipfile.ZipFile(path, "w") as package:
        for name, content in contents.items():
            writing.add(package, name, content)


def case(write):
    """The function gives the parts of the package."""

    def save(path):
        pack(path, write())

    save.__name__ = write.__name__
    return writing.case("xlsx")(save)


@case
def prefixed_namespaces():
    sheet = worksheet(rows(AN, BINH)).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
    for tag in ["worksheet", "sheetData", "row", "c", "is", "t"]:
        sheet = sheet.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
    book = (f'{DECLARATION}<m:workbook xmlns:m="{MAIN}" xmlns:rel="{LINKS}"><m:sheets>'
            '<m:sheet name="Danh sách" sheetId="1" rel:id="rId1"/></m:sheets></m:workbook>')
    return parts(sheet, **{"xl/workbook.xml": book})


@case
def strict_ooxml():
    strict = {name: content.replace(MAIN, STRICT + "spreadsheetml/main").replace(LINKS, STRICT + "officeDocument/relationships")
              for name, content in parts(worksheet(rows(AN, [*BINH[:2], '<c r="C5" t="d"><v>1990-11-20</v></c>', *BINH[3:]]))).items()}
    return strict


@case
def cells_without_addresses():
    sheet = worksheet(rows(AN, BINH))
    return parts(re.sub(r' r="[A-Z]*\d+"', "", sheet).replace("</row><row>", "</row><row/><row>", 1))


@case
def absolute_relationship_targets():
    links = relationships(("worksheet", "/xl/worksheets/sheet1.xml"))
    return parts(worksheet(rows(AN)), **{
        "xl/_rels/workbook.xml.rels": links,
        "_rels/.rels": relationships(("officeDocument", "/xl/workbook.xml"))})


@case
def workbook_in_another_folder():
    contents = parts(worksheet(rows(AN)))
    moved = {name.replace("xl/workbook.xml", "bang/so.xml").replace("xl/_rels/workbook", "bang/_rels/so")
             .replace("xl/worksheets/sheet1.xml", "bang/trang/1.xml"): content for name, content in contents.items()}
    moved["_rels/.rels"] = relationships(("officeDocument", "bang/so.xml"))
    moved["bang/_rels/so.xml.rels"] = relationships(("worksheet", "trang/1.xml"))
    return moved


@case
def cdata_comments_and_entities():
    name = "<c r=\"B4\" t=\"inlineStr\"><is><t>Nguy<!-- dấu ngã -->&#7877;n <![CDATA[Văn]]> &#x41;n</t></is></c>"
    note = '<c r="F4" t="inlineStr"><is><t>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;</t></is></c>'
    sheet = worksheet(rows([AN[0], name, *AN[2:], note], headers=[*HEADERS, "Ghi chú"]))
    return parts(sheet.replace("<sheetData>", "<!-- đầu bảng --><?phan mem?><sheetData>"))


@case
def utf16_parts():
    def wide(text):
        return text.replace("UTF-8", "UTF-16").encode("utf-16")

    return {name: wide(content) if name.endswith(("sheet1.xml", "workbook.xml")) else content
            for name, content in parts(worksheet(rows(AN, BINH))).items()}


@case
def byte_order_marks_in_parts():
    return {name: b"\xef\xbb\xbf" + content.encode() for name, content in parts(worksheet(rows(AN))).items()}


@case
def phonetic_runs():
    runs = ('<si><r><t>Nguyễn </t></r><r><rPr><b/></rPr><t xml:space="preserve">Văn An</t></r>'
            '<rPh sb="0" eb="3"><t>グエン</t></rPh><phoneticPr fontId="1"/></si>')
    strings = f'{DECLARATION}<sst xmlns="{MAIN}">{runs}</sst>'
    sheet = worksheet(rows([AN[0], '<c r="B4" t="s"><v>0</v></c>', *AN[2:]]))
    return parts(sheet, **{"xl/sharedStrings.xml": strings})


@case
def iso_date_cells():
    days = ["1985-03-05", "1990-11-20T00:00:00", "1979-01-01T00:00:00Z"]
    people = [[*person[:2], f'<c r="C{row}" t="d"><v>{day}</v></c>', *person[3:]]
              for row, (person, day) in enumerate(zip([AN, BINH, CUONG], days), 4)]
    return parts(worksheet(rows(*people)))


@case
def formula_cached_boolean():
    sheet = worksheet(rows(
        [*AN, '<c r="F4" t="b"><f>1=1</f><v>1</v></c>', '<c r="G4" t="str"><f>"Cao cấp"</f><v>Cao cấp</v></c>'],
        [*BINH, '<c r="F5" t="b"><f>1=2</f><v>0</v></c>', '<c r="G5" t="str"><f>""</f><v></v></c>'],
        [*CUONG, '<c r="F6" t="e"><f>NA()</f><v>#N/A</v></c>', '<c r="G6"/>'],
        headers=[*HEADERS, "Người địa phương", "LLCT"]))
    return parts(sheet)


@case
def white_space_around_texts():
    sheet = worksheet(rows([AN[0], "\n  Nguyễn Văn An \t", " 05/03/1985\u00a0", " Nam ", "\u200bBí thư"]))
    return parts(sheet)


@case
def escaped_control_characters():
    """Excel writes a carriage return as _x000D_, and a real "_x000D_" as _x005F_x000D_."""
    sheet = worksheet(rows([*AN[:4], "UV BTV_x000D_\nPCT UBND", "mã _x005F_x0041_"], headers=[*HEADERS, "Ghi chú"]))
    return parts(sheet)


@case
def nbsp_and_zero_width():
    name = "Nguyễn\u00a0Văn\u200b\u00a0An\ufeff"
    sheet = worksheet(rows([AN[0], name, "05/03/\u200b1985", "\u200eNam", "Bí\u00a0thư"],
                           headers=["STT", "Họ\u00a0và tên", "Ngày\u200b sinh", "Giới\u00a0\u00a0tính", "Chức vụ\u00a0"]))
    return parts(sheet)


@case
def eth_for_d_stroke():
    people = [["1", "Ðặng Văn Ðức", "1985", "Nam", "Ðảng ủy viên"], ["2", "LÊ THỊ ÐÀO", "1990", "Nữ", "Chuyên viên"]]
    return parts(worksheet(rows(*people, title="Ðơn vị: Xã Văn Lăng")))


def decomposed(text):
    """Whole decomposition, as macOS writes."""
    return unicodedata.normalize("NFD", text)


def composed_letter_loose_tone(text):
    """UniKey's "Unicode tổ hợp": the letter with its hat or horn, then the tone."""
    return "".join("".join(writing.loose_tone(letter)) for letter in text)


@case
def nfd_text():
    return parts(worksheet(rows(*[[decomposed(v) for v in p] for p in [AN, BINH, CUONG]], title=decomposed("Đơn vị: Xã Văn Lăng"),
                                headers=[decomposed(h) for h in HEADERS])))


@case
def unicode_to_hop():
    return parts(worksheet(rows(*[[composed_letter_loose_tone(v) for v in p] for p in [AN, BINH, CUONG]],
                                title=composed_letter_loose_tone("Đơn vị: Xã Văn Lăng"),
                                headers=[composed_letter_loose_tone(h) for h in HEADERS])))


@case
def old_and_new_tone_marks():
    sheet = worksheet(rows(
        ["1", "Hoàng Thuý Hoà", "1985", "Nữ", "Uỷ viên BTV", "Thạc sỹ", "Toà Thánh"],
        ["2", "Hoàng Thúy Hòa", "1985", "Nữ", "Ủy viên BTV", "Thạc sĩ", None],
        headers=[*HEADERS, "Trình độ chuyên môn", "Ghi chú"]))
    return parts(sheet)


@case
def cyrillic_look_alikes():
    """А, е, о, р, с, х and Т of the Cyrillic alphabet among Latin letters."""
    sheet = worksheet(rows(["1", "Nguyễn Văn \u0410n", "05/03/1985", "N\u0430m", "\u0421huyên viên", "\u0422ày"],
                           headers=["STT", "Họ và t\u00ean", "Ngày \u0455inh", "Giới tính", "Ch\u1ee9c vụ", "Dân t\u1ed9\u0441"]))
    return parts(sheet)


@case
def tcvn3_without_fonts():
    people = [["1", "Nguyễn Văn Thưởng", "1985", "Nam", "Bí thư"], ["2", "Lường Thị Đào", "1990", "Nữ", "Chuyên viên"],
              ["3", "Triệu Quốc Vượng", "1979", "Nam", "Phó Bí thư"], ["4", "Đặng Thị Hồng", "1988", "Nữ", "Kế toán"]]
    return parts(worksheet(rows(*[[legacy.tcvn3(v) for v in p] for p in people])))


@case
def vni_without_fonts():
    people = [["1", "Nguyễn Văn Thưởng", "1985", "Nam", "Bí thư"], ["2", "Lường Thị Đào", "1990", "Nữ", "Chuyên viên"],
              ["3", "Triệu Quốc Vượng", "1979", "Nam", "Phó Bí thư"], ["4", "Đặng Thị Hồng", "1988", "Nữ", "Kế toán"]]
    return parts(worksheet(rows(*[[legacy.vni(v) for v in p] for p in people])))


@case
def dimension_claims_whole_grid():
    sheet = worksheet(rows(AN)).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    return parts(sheet)


@case
def no_dimension_and_unknown_elements():
    extra = ('<extLst><ext uri="{x}"><a:b xmlns:a="urn:a"><row r="9"><c r="A9"><v>9</v></c></row></a:b></ext></extLst>')
    sheet = worksheet(rows(AN).replace('<row r="4">', '<row r="4" x:dyDescent="0.25" xmlns:x="urn:x" spans="1:5">'), extra)
    return parts(sheet)


@case
def numbers_as_java_writes_them():
    people = [[f'<c r="A{row}"><v>{row - 3}.0</v></c>', person[1], f'<c r="C{row}"><v>{year}</v></c>', *person[3:],
               f'<c r="F{row}"><v>{number}</v></c>']
              for row, (person, year, number) in enumerate(
                  zip([AN, BINH], ["1985.0", "1.99E3"], ["1.9085001234E10", "1.9190000456E10"]), 4)]
    return parts(worksheet(rows(*people, headers=[*HEADERS, "Số CCCD"])))


@case
def decimals_of_binary_numbers():
    sheet = worksheet(rows([AN[0], AN[1], '<c r="C4"><v>1985.0000000000002</v></c>', "Nam", "Bí thư"],
                           ['<c r="A5"><v>2</v></c>', BINH[1], '<c r="C5"><v>1990</v></c>', "Nữ", "Chuyên viên"]))
    return parts(sheet)


@case
def styles_with_dates():
    formats = ('<numFmts count="2"><numFmt numFmtId="164" formatCode="mm\\/yyyy"/>'
               '<numFmt numFmtId="165" formatCode="[$-1010000]d/m/yyyy;@"/></numFmts>')
    styles = (f'{DECLARATION}<styleSheet xmlns="{MAIN}">{formats}<cellXfs count="4"><xf numFmtId="0"/>'
              '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>')
    people = [[*p[:2], f'<c r="C{row}" s="{s}"><v>31111</v></c>', *p[3:]]
              for row, (p, s) in enumerate(zip([AN, BINH, CUONG], [1, 2, 3]), 4)]
    return parts(worksheet(rows(*people)), **{"xl/styles.xml": styles})


@case
def rows_and_cells_out_of_order():
    data = rows(AN, BINH)
    first, second = data.index('<row r="4">'), data.index('<row r="5">')
    return parts(worksheet(data[:first] + data[second:] + data[first:second]))
