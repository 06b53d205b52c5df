"""Marked copies open in other readers and differ from the originals in the marks alone."""
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

program, project = sys.argv[1:3]
faults = []

HEADERS = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức danh", "Nhóm", "Trình độ chuyên môn",
           "Ngày vào Đảng"]
ROWS = [[1, "Nguyễn Văn An", "05/3/1985", "Nam", "Kinh", "Bí thư", "Cán bộ", "Thạc sĩ", "03/02/2010"],
        [2, "Lê Thị Bình", "31/02/1990", "Nữ", "Tày", "Phó Bí thư", "Cán bộ", "Đại học", "03/02/2012"],
        [3, "Trần Văn Cường", None, "Nam", "Kinh", "Chủ tịch UBND", "Cán bộ", "Đại học", "03/02/2013"]]
BAD = {"C7", "C8"}  # of every file made here


def demand(truth, message):
    if not truth:
        faults.append(message)


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh sách 'A'"
    sheet["A1"] = "ĐẢNG ỦY XÃ VĂN LANG"
    sheet.merge_cells("A1:H1")
    for row, values in enumerate([HEADERS, *ROWS], 5):
        for column, value in enumerate(values, 1):
            if value is not None:
                cell = sheet.cell(row, column, value)
                cell.font = Font(name="Times New Roman", bold=row == 5)
                cell.border = Border(left=Side("thin"), bottom=Side("thin"))
    sheet["C7"].fill = PatternFill("solid", fgColor="FFD9EAD3")
    sheet["B6"].comment = Comment("hỏi lại đồng chí này", "Lan")
    sheet["C7"].comment = Comment("đã hỏi", "Lan")
    sheet.column_dimensions["B"].width = 30
    sheet.freeze_panes = "C6"
    sheet.conditional_formatting.add("A6:A8", CellIsRule("greaterThan", ["9"], fill=PatternFill(bgColor="FFFF0000")))
    validation = DataValidation(type="list", formula1='"Nam,Nữ"')
    validation.add("D6:D8")
    sheet.add_data_validation(validation)
    sheet.protection.sheet = True
    area = "'Danh sách ''A'''!$A$6:$H$8"
    book.defined_names.append(openpyxl.workbook.defined_name.DefinedName("vung", attr_text=area))
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Danh sách")
    plain = book.add_format({"border": 1, "num_format": "@"})
    for row, values in enumerate([HEADERS, *ROWS], 4):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value, plain)
    sheet.write_comment("B6", "ghi chú của xã", {"author": "Lan"})
    sheet.data_validation("D6:D8", {"validate": "list", "source": ["Nam", "Nữ"]})
    sheet.set_column("B:C", 24)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Danh sách'!$A$6:$A$8"})
    sheet.insert_chart("J2", chart)
    other = book.add_worksheet("Khác")
    other.add_table("A1:B3", {"columns": [{"header": "Mục"}, {"header": "Số"}]})
    book.close()


def by_libreoffice(path, work):
    plain = pathlib.Path(work, "nguon", "lo.xlsx")
    by_xlsxwriter(plain)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                    "xlsx:Calc MS Excel 2007 XML", "--outdir", path.parent, plain],
                   capture_output=True, check=True, timeout=180)


def names_in(book):
    return [(name.name, name.attr_text) for name in book.defined_names.definedName]


def colour_rules(sheet):
    return [(str(area.sqref), [(r.type, r.formula) for r in area.rules]) for area in sheet.conditional_formatting]


def look(cell):
    style = [str(cell.font.name), cell.font.b, cell.border.left.style, cell.border.bottom.style, cell.number_format]
    return [cell.value, *style]


def check_package(path):
    """Well-formed parts, each with a content type; every relationship leads somewhere."""
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        demand(len(names) == len(package.namelist()), f"{path.name}: two parts of one name")
        types = ElementTree.fromstring(package.read("[Content_Types].xml"))
        endings = {e.get("Extension").lower() for e in types if e.tag.endswith("Default")}
        overrides = {e.get("PartName")[1:] for e in types if e.tag.endswith("Override")}
        demand(overrides <= names, f"{path.name}: types of no part {overrides - names}")
        for name in names - {"[Content_Types].xml"}:
            demand(name in overrides or name.rsplit(".", 1)[-1].lower() in endings, f"{path.name}: {name} has no type")
            if name.endswith((".xml", ".rels", ".vml")):
                ElementTree.fromstring(package.read(name))
            if name.endswith(".rels"):
                base = pathlib.PurePosixPath(name).parent.parent
                for link in ElementTree.fromstring(package.read(name)):
                    if link.get("TargetMode") != "External":
                        parts = []
                        for step in str(base / link.get("Target")).lstrip("/").split("/"):
                            parts = parts[:-1] if step == ".." else [*parts, step]
                        demand("/".join(parts) in names, f"{path.name}: {name} leads to no {link.get('Target')}")


def check_untouched(original, copy):
    """Parts that need no mark keep their bytes and their order."""
    touched = re.compile(r"\[Content_Types\]|workbook\.xml|styles\.xml|worksheets/|comments|vmlDrawing|[Cc]ommentsDrawing")
    with zipfile.ZipFile(original) as before, zipfile.ZipFile(copy) as after:
        kept = [n for n in after.namelist() if n in set(before.namelist())]
        demand(kept == before.namelist(), f"{copy.name}: parts lost or moved")
        for name in before.namelist():
            if not touched.search(name):
                demand(before.read(name) == after.read(name), f"{copy.name}: {name} was touched")
        demand({i.date_time for i in after.infolist()} == {(1980, 1, 1, 0, 0, 0)}, f"{copy.name}: a date of the clock")


def check_sheets(original, copy):
    before, after = openpyxl.load_workbook(original), openpyxl.load_workbook(copy)
    demand(after.sheetnames == [*before.sheetnames, "Lỗi dữ liệu"], f"{copy.name}: sheets {after.sheetnames}")
    demand(names_in(before) == names_in(after), f"{copy.name}: defined names")
    for sheet in before:
        marked = after[sheet.title]
        first = sheet is before.worksheets[0]
        for row in sheet.iter_rows(max_row=12, max_col=12):
            for cell in row:
                other = marked[cell.coordinate]
                demand(look(cell) == look(other) or cell.coordinate == "C8", f"{copy.name}: {cell.coordinate} changed")
                bad = first and cell.coordinate in BAD
                demand(bad or cell.fill.fgColor.rgb == other.fill.fgColor.rgb, f"{copy.name}: {cell.coordinate} coloured")
                if bad:
                    demand(other.fill.fgColor.rgb == "FFFFC1BD", f"{copy.name}: {cell.coordinate} is not red")
                    demand(other.comment and "Cách sửa" in other.comment.text, f"{copy.name}: no comment on {cell.coordinate}")
                elif cell.comment:
                    demand(other.comment and other.comment.text == cell.comment.text, f"{copy.name}: comment lost")
        for what in ["merged_cells", "freeze_panes", "auto_filter", "protection"]:
            demand(str(getattr(sheet, what)) == str(getattr(marked, what)), f"{copy.name}: {what}")
        demand(colour_rules(sheet) == colour_rules(marked), f"{copy.name}: conditional formats")
        demand({k: d.width for k, d in sheet.column_dimensions.items()} ==
               {k: d.width for k, d in marked.column_dimensions.items()}, f"{copy.name}: column widths")
        demand([v.sqref for v in sheet.data_validations.dataValidation] ==
               [v.sqref for v in marked.data_validations.dataValidation], f"{copy.name}: validations")
        demand(len(sheet._charts) == len(marked._charts), f"{copy.name}: charts")
        demand(set(sheet.tables) == set(marked.tables), f"{copy.name}: tables")
    listed = after["Lỗi dữ liệu"]
    linked = {c.value for row in listed.iter_rows(min_col=4, max_col=4) for c in row if c.hyperlink}
    demand(BAD <= linked, f"{copy.name}: links {linked}")
    demand(listed.freeze_panes == "A5" and listed.auto_filter.ref, f"{copy.name}: the list has no header")


def check(args, expected):
    done = subprocess.run([program, "check", *args, "--templates", f"{project}/templates"], capture_output=True, text=True)
    demand(done.returncode == expected, f"exit {done.returncode}: {done.stderr}{done.stdout}")
    return done


with tempfile.TemporaryDirectory() as work:
    source, out, again = (pathlib.Path(work, name) for name in ["gui", "tra", "tra-lai"])
    source.mkdir()
    pathlib.Path(work, "nguon").mkdir()
    by_openpyxl(source / "openpyxl.xlsx")
    by_xlsxwriter(source / "xlsxwriter.xlsx")
    by_libreoffice(source / "lo.xlsx", work)
    files = sorted(source.iterdir())
    for path in files:  # one at a time: they name the same people
        check([path, "--annotate", out], 3)
    for path in files:
        copy = out / path.name
        demand(copy.exists(), f"{copy.name}: not written")
        if copy.exists():
            check_package(copy)
            check_untouched(path, copy)
            check_sheets(path, copy)
    # A marked copy can be handed in again: the same faults, and marks that do not pile up.
    copies = sorted(out.glob("*.xlsx"))
    for path in copies:
        check([path, "--annotate", again], 3)
    for path in files:
        if (again / path.name).exists():
            check_package(again / path.name)
            check_sheets(path, again / path.name)
    pages = subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                            "pdf", "--outdir", work, out / "openpyxl.xlsx"], capture_output=True, timeout=180)
    text = subprocess.run(["pdftotext", "-layout", f"{work}/openpyxl.pdf", "-"], capture_output=True, text=True).stdout
    demand("LỖI DỮ LIỆU" in text, f"LibreOffice shows no list of faults: {pages.stderr}")
print("\n".join(faults))
sys.exit(bool(faults))
