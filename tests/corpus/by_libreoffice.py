"""Cases written by LibreOffice: .ods, .xlsx and .csv, from flat sheets made here."""
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

import legacy
import writing
from writing import roster

AN = [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]
BINH = [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"]
CUONG = [3, "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư"]
SPACES = " ".join(
    f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for key, name in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                      ("number", "datastyle"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")]
) + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
STYLES = """<office:font-face-decls><style:font-face style:name=".VnTime" svg:font-family=".VnTime"/>
<style:font-face style:name="VNI-Times" svg:font-family="VNI-Times"/>
</office:font-face-decls><office:automatic-styles>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>
<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N2"><number:month number:style="long"/><number:text>/</number:text>
<number:year number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="month" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="tcvn3" style:family="table-cell"><style:text-properties style:font-name=".VnTime"/></style:style>
<style:style style:name="vni" style:family="table-cell"><style:text-properties style:font-name="VNI-Times"/></style:style>
<style:style style:name="shut" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>"""
CSV = "csv:Text - txt - csv (StarCalc):"  # separator, quote, character set, first line


def cell(value, attributes=""):
    """A value; strings that begin with "<" are cells already."""
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}" {attributes}/>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}/>'
    if value.startswith("<table:"):
        return value
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{escape(value)}</text:p></table:table-cell>'


def date(iso, style="day"):
    return f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{iso}"/>'


def paragraphs(inner, attributes=""):
    return f'<table:table-cell office:value-type="string" {attributes}>{inner}</table:table-cell>'


def lines(rows, style=""):
    named = f'table:style-name="{style}"' if style else ""
    return "".join(f"<table:table-row>{''.join(cell(v, named) for v in row) or cell(None)}</table:table-row>" for row in rows)


def sheet(name, rows, attributes=""):
    body = rows if isinstance(rows, str) else lines(rows)
    return f'<table:table table:name="{name}" {attributes}>{body}</table:table>'


def case(ending, to=""):
    """The function gives the sheets; LibreOffice stores them as a file of that ending."""

    def register(write):
        def save(path):
            text = (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
                    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
                    f"{STYLES}<office:body><office:spreadsheet>{write()}</office:spreadsheet></office:body></office:document>")
            convert(text, path, to or ending)
            if ending != "csv":
                writing.fixed(path)

        save.__name__ = write.__name__
        return writing.case(ending)(save)

    return register


def convert(text, path, to):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / (path.stem + ".fods")
        source.write_text(text, "utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir",
             folder, str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        path.write_bytes((pathlib.Path(folder) / path.name).read_bytes())


@case("ods")
def ods_plain():
    return sheet("Danh sách", roster(AN, BINH, CUONG))


@case("ods")
def ods_dates_and_months():
    people = [
        [1, "Nguyễn Văn An", date("1985-03-05"), "Nam", "Bí thư"],
        [2, "Lò Thị Bình", date("1990-11-01", "month"), "Nữ", "Chuyên viên"],
        [3, "Trần Văn Cường", date("1979-01-01T00:00:00"), "Nam", "Phó Bí thư"],
        [4, "Ma Thị Dung", 1988, "Nữ", "Chuyên viên"],
    ]
    return sheet("Danh sách", roster(*people))


@case("ods")
def ods_repeated_rows_and_cells():
    rows = lines(roster([1, "Nguyễn Văn An", "1985", "Nam", "Chuyên viên", "x"],
                        headers=[*writing.HEADERS, "Phù hợp VTVL"]))
    same = "".join(cell(v) for v in ["Nguyễn Văn Bình", "1986", "Nam", "Chuyên viên", "x"])
    two = f'<table:table-row table:number-rows-repeated="2">{cell(None)}{same}</table:table-row>'
    blank = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    return sheet("Danh sách", rows + two + blank)


@case("ods")
def ods_merged_headers():
    spanned = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    down = 'table:number-columns-spanned="1" table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    top = [cell(h, down) for h in ["STT", "Họ và tên"]] + [cell("Ngày sinh", spanned), covered, cell("Chức vụ", down)]
    below = [covered, covered, cell("Nam"), cell("Nữ"), covered]
    rows = [["Xã Văn Lăng"], [], top, below, [1, "Nguyễn Văn An", "1985", None, "Bí thư"],
            [2, "Lò Thị Bình", None, "1990", "Chuyên viên"]]
    return sheet("Danh sách", rows)


@case("ods")
def ods_hidden_sheet_and_filtered_rows():
    hidden = lines([BINH]).replace("<table:table-row>", '<table:table-row table:visibility="filter">')
    return sheet("Danh sách", lines(roster(AN)) + hidden + lines([CUONG])) + sheet(
        "Danh mục", [["Nam"], ["Nữ"]], 'table:style-name="shut"')


@case("ods")
def ods_spans_breaks_and_spaces():
    name = paragraphs('<text:p>Nguyễn<text:s text:c="3"/>Văn<text:s/><text:span>A</text:span>n</text:p>')
    posts = paragraphs("<text:p>UV BTV</text:p><text:p>PCT <text:span>UBND</text:span></text:p>")
    day = paragraphs("<text:p>05/03/<text:line-break/>1985</text:p>")
    return sheet("Danh sách", roster([1, name, day, "Nam", posts]))


@case("ods")
def ods_annotations():
    note = "<office:annotation><text:p>Giấy khai sinh ghi 1986</text:p></office:annotation>"
    day = paragraphs(f"{note}<text:p>05/03/1985</text:p>")
    return sheet("Danh sách", roster([1, "Nguyễn Văn An", day, "Nam", "Bí thư"]))


@case("ods")
def ods_formulas():
    def formula(text, inner):
        return f'<table:table-cell table:formula="of:={text}" {inner}/>'

    people = [
        [1, "Nguyễn Văn An", formula("DATE(1985;3;5)", 'table:style-name="day" office:value-type="date" office:date-value="1985-03-05"'),
         "Nam", "Bí thư", formula("NA()", 'office:value-type="float" office:value="0"'), formula("TRUE()", 'office:value-type="boolean" office:boolean-value="true"')],
        [formula("[.A4]+1", 'office:value-type="float" office:value="2"'), "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "Thái", False],
    ]
    return sheet("Danh sách", roster(*people, headers=[*writing.HEADERS, "Dân tộc", "Người địa phương"]))


@case("ods")
def ods_id_numbers():
    people = [[1, "Nguyễn Văn An", "1985", "Nam", "Bí thư", 19085001234], [2, "Lò Thị Bình", "1990", "Nữ", "Chuyên viên", "019190000456"]]
    return sheet("Danh sách", roster(*people, headers=[*writing.HEADERS, "Số CCCD"]))


@case("ods")
def ods_sheet_per_commune():
    other = roster(AN)
    other[0] = ["Đơn vị: Phường Quyết Thắng"]
    return sheet("Văn Lăng", roster(AN, BINH)) + sheet("Quyết Thắng", other)


@case("ods")
def ods_tcvn3_font():
    return sheet("Danh sách", lines(roster()) + lines(
        [[legacy.tcvn3(v) if isinstance(v, str) else v for v in row] for row in [AN, BINH, CUONG]], "tcvn3"))


@case("ods")
def ods_group_rows():
    wide = 'table:number-columns-spanned="5" table:number-rows-spanned="1"'
    return sheet("Danh sách", roster([cell("I. Khối Đảng", wide)], AN, [cell("II. Khối chính quyền", wide)],
                                     [1, "Trần Văn Cường", "1979", "Nam", "Chủ tịch UBND"], [None, "Tổng số", 2]))


@case("xlsx")
def libreoffice_xlsx_dates():
    people = [[1, "Nguyễn Văn An", date("1985-03-05"), "Nam", "Bí thư"],
              [2, "Lò Thị Bình", date("1990-11-01", "month"), "Nữ", "Chuyên viên"], [3, "Trần Văn Cường", 1979, "Nam", "Phó Bí thư"]]
    return sheet("Danh sách", roster(*people))


@case("xlsx")
def libreoffice_xlsx_booleans_and_spaces():
    return sheet("Danh sách", roster(
        [1, paragraphs('<text:p><text:s text:c="2"/>Nguyễn <text:span>Văn</text:span> An <text:s/></text:p>'), "1985", "Nam", "Bí thư", True],
        [2, "Lò Thị Bình", "1990", "Nữ", "Chuyên viên", False], headers=[*writing.HEADERS, "Người địa phương"]))


@case("xlsx")
def libreoffice_xlsx_vni_font():
    return sheet("Danh sách", lines([[legacy.vni(v) if isinstance(v, str) else v for v in row]
                                     for row in roster(AN, BINH, CUONG)], "vni"))


@case("csv", CSV + "44,34,76,1")
def libreoffice_csv_utf8():
    return sheet("Danh sách", roster(AN, [2, 'Lò Thị "Bình"', date("1990-11-20"), "Nữ", "UV BTV, PCT UBND"]))


@case("csv", CSV + "59,34,65535,1")
def csv_semicolon_utf16():
    return sheet("Danh sách", roster(AN, BINH))


@case("csv", CSV + "9,34,76,1")
def libreoffice_csv_tabs():
    return sheet("Danh sách", roster(AN, [2, "Lò Thị Bình", "1990", "Nữ", paragraphs("<text:p>UV BTV</text:p><text:p>PCT UBND</text:p>")]))


@case("csv", CSV + "59,34,40,1")
def libreoffice_csv_windows_1258():
    return sheet("Danh sách", roster(AN, BINH, CUONG))
