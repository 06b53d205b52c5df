"""Small files that must be refused at once, and files that are something else."""
import io
import zipfile

import by_hand_xlsx as hand
import writing

SHEET = "xl/worksheets/sheet1.xml"


def good():
    return hand.parts(hand.worksheet(hand.rows(hand.AN, hand.BINH)))


def packed(contents, stored=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in contents:
            writing.add(package, name, content, stored)
    return out.getvalue()


def case(ending):
    """The function gives the bytes."""

    def register(write):
        def save(path):
            path.write_bytes(write())

        save.__name__ = write.__name__
        return writing.case(ending)(save)

    return register


@case("xlsx")
def duplicate_zip_entries():
    import warnings
    warnings.simplefilter("ignore")
    other = hand.worksheet(hand.rows(hand.CUONG))
    return packed([*good().items(), (SHEET, other)])


@case("xlsx")
def truncated_zip():
    return packed(good().items())[:-300]


@case("xlsx")
def bit_flipped_zip():
    content = bytearray(packed(good().items()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        info = package.getinfo(SHEET)
    content[info.header_offset + 30 + len(SHEET) + info.compress_size // 2] ^= 0x10
    return bytes(content)


@case("xlsx")
def cut_xml_part():
    contents = good()
    contents[SHEET] = contents[SHEET][: len(contents[SHEET]) // 2]
    return packed(contents.items())


@case("xlsx")
def path_trick_entry():
    return packed([*good().items(), ("../../thu/ra-ngoai.xml", "<a/>")])


@case("xlsx")
def doctype_entities():
    contents = good()
    contents[SHEET] = contents[SHEET].replace(
        "<worksheet", '<!DOCTYPE a [<!ENTITY a "xx"><!ENTITY b "&a;&a;&a;">]><worksheet', 1)
    return packed(contents.items())


@case("xlsx")
def external_entity():
    contents = good()
    contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace(
        "<workbook", '<!DOCTYPE a SYSTEM "http://vi-du.invalid/a.dtd"><workbook', 1)
    return packed(contents.items())


@case("xlsx")
def deep_nesting():
    contents = good()
    contents[SHEET] = contents[SHEET].replace("<sheetData>", "<a>" * 5000 + "</a>" * 5000 + "<sheetData>")
    return packed(contents.items())


@case("xlsx")
def row_beyond_the_grid():
    contents = good()
    contents[SHEET] = contents[SHEET].replace('<row r="5">', '<row r="1000000000">').replace('5" t=', '1000000000" t=')
    return packed(contents.items())


@case("xlsx")
def column_beyond_the_grid():
    contents = good()
    contents[SHEET] = contents[SHEET].replace('r="E5"', 'r="ZZZZ5"')
    return packed(contents.items())


@case("xlsx")
def string_index_beyond_the_table():
    sheet = good()[SHEET].replace("</row></sheetData>", '<c r="F5" t="s"><v>7</v></c></row></sheetData>')
    strings = f'{hand.DECLARATION}<sst xmlns="{hand.MAIN}"><si><t>a</t></si></sst>'
    return packed(hand.parts(sheet, **{"xl/sharedStrings.xml": strings}).items())


@case("xlsx")
def workbook_without_its_sheet():
    contents = good()
    del contents[SHEET]
    return packed(contents.items())


@case("xlsx")
def workbook_of_nothing():
    return packed(hand.parts(hand.worksheet("")).items())


@case("xlsx")
def empty_file():
    return b""


@case("xlsx")
def protected_by_password():
    """The head of an OLE container with the stream EncryptedPackage."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)


@case("xls")
def old_excel_format():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(496)


@case("xls")
def web_page_named_xls():
    return "<html><table><tr><td>Họ và tên</td></tr></table></html>".encode()


@case("xlsx")
def word_file_named_xlsx():
    return packed([("[Content_Types].xml", hand.TYPES), ("word/document.xml", "<w:document/>")])


@case("csv")
def picture_named_csv():
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"


@case("xlsx")
def list_named_xlsx_but_text():
    return "STT,Họ và tên,Ngày sinh,Chức vụ\n1,Nguyễn Văn An,1985,Bí thư\n".encode()


def spreadsheet(inside, before=""):
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    return (f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content xmlns:office="{spaces}:office:1.0" '
            f'xmlns:table="{spaces}:table:1.0" xmlns:text="{spaces}:text:1.0" office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="Danh sách">{inside}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>")


def ods(content, manifest=""):
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entries = f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest}</manifest:file-entry>'
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return packed([
        ("mimetype", kind),
        ("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{space}">{entries}</manifest:manifest>'),
        ("content.xml", content),
    ])


ROW = '<table:table-row{}><table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell></table:table-row>'


@case("ods")
def ods_claims_billion_rows():
    return ods(spreadsheet(ROW.format(' table:number-rows-repeated="1000000000"', "")))


@case("ods")
def ods_doctype():
    return ods(spreadsheet(ROW.format("", ""), '<!DOCTYPE a [<!ENTITY a "xx">]>'))


@case("ods")
def ods_protected_by_password():
    return ods("\x00\x01\x02", '<manifest:encryption-data manifest:checksum="AA=="/>')


@case("xlsx")
def zip_entry_lies_about_its_size():
    content = bytearray(packed(good().items()))
    real = len(good()[SHEET].encode()).to_bytes(4, "little")
    return bytes(content.replace(real, (12).to_bytes(4, "little")))


@case("ods")
def ods_claims_million_columns():
    return ods(spreadsheet(ROW.format("", ' table:number-columns-repeated="1000000"')))
