"""The official-format checker on files of other writers: python-docx, LibreOffice, and our own reports."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN, WD_LINE_SPACING as SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

program, project = sys.argv[1:3]
templates = ["--templates", f"{project}/templates"]
faults = []


def demand(truth, message):
    if not truth:
        faults.append(message)


def run(*words):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=600)


def findings(path, *options):
    done = run("format", path, "--json", *options, *templates)
    demand(done.returncode in (0, 3, 4), f"{path.name}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)["findings"] if done.stdout else []


def codes(found):
    return {f["code"] for f in found}


def text_of(path):
    document = docx.Document(str(path))
    return [t.text for t in document.element.body.iter(qn("w:t"))]


def convert(path, kind, work):
    out = pathlib.Path(work, "converted")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
                    kind, "--outdir", out, path], capture_output=True, check=True, timeout=180)
    return out / (path.stem + "." + kind)


# A report as an office clerk builds it with python-docx: direct formatting over the default template.
def add(holder, text, size, align=ALIGN.CENTER, bold=False, italic=False, underline=False):
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    run_ = paragraph.add_run(text)
    run_.font.name, run_.font.size = "Times New Roman", Pt(size)
    run_.bold, run_.italic, run_.underline = bold, italic, underline
    return paragraph


def body(document, text, **settings):
    paragraph = add(document, text, 14, ALIGN.JUSTIFY, **settings)
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_before = Mm(10), Pt(6)
    form.line_spacing_rule, form.line_spacing = SPACING.EXACTLY, Pt(19)
    return paragraph


def two_columns(document):
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, cell, width in zip(table.columns, table.rows[0].cells, (75, 90)):
        column.width = cell.width = Mm(width)
        cell._tc.remove(cell.paragraphs[0]._p)
    return table.rows[0].cells


def ruled(cell, length):
    paragraph = cell.add_paragraph()
    side = (90 - 2 * 1.905 - length) / 2  # the cell's own margins are 1,9 mm
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn("w:" + name), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def page_number(section):
    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    run_ = paragraph.add_run()
    run_.font.name, run_.font.size = "Times New Roman", Pt(14)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(run_._r)
    paragraph._p.append(field)


def clerk_report(path):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    page_number(section)
    left, right = two_columns(document)
    add(left, "ĐẢNG BỘ TỈNH KHÁNH HÒA", 14)
    add(left, "ĐẢNG ỦY XÃ CÔNG HẢI", 14, bold=True)
    add(left, "*", 14)
    add(left, "Số 05-BC/ĐU", 14)
    add(right, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True)
    ruled(right, 72.9)
    add(right, "Công Hải, ngày 05 tháng 02 năm 2026", 14, italic=True)
    add(document, "BÁO CÁO", 16, bold=True)
    add(document, "kết quả thực hiện nghị quyết", 14, bold=True)
    add(document, "-----", 14)
    body(document, "Đảng ủy xã báo cáo kết quả như sau:")
    body(document, "I- TÌNH HÌNH", bold=True)
    body(document, "Đến ngày 05/9/2026 đã hoàn thành các nhiệm vụ được giao.")
    left, right = two_columns(document)
    add(left, "Nơi nhận:", 14, ALIGN.LEFT, underline=True)
    add(left, "- Tỉnh ủy (báo cáo);", 12, ALIGN.LEFT)
    add(left, "- Lưu Văn phòng Đảng ủy.", 12, ALIGN.LEFT)
    add(right, "T/M BAN THƯỜNG VỤ", 14, bold=True)
    add(right, "BÍ THƯ", 14)
    add(right, "Nguyễn Văn An", 14, bold=True)
    document.save(str(path))


def spoil(path, out, change):
    document = docx.Document(str(path))
    change(document)
    document.save(str(out))
    return out


def cell(document, table, column):
    return document.tables[table].rows[0].cells[column]


def say(paragraph, text):
    paragraph.runs[0].text = text


# What is put wrong, its code, some of its address.
SPOILT = [
    (lambda d: setattr(d.sections[0], "left_margin", Mm(25)), "D102", "thiết lập trang"),
    (lambda d: setattr(d.sections[0], "different_first_page_header_footer", False), "D104", "trang 1"),
    (lambda d: setattr(d.sections[0].header.paragraphs[0], "alignment", ALIGN.RIGHT), "D105", "đoạn 1"),
    (lambda d: setattr(cell(d, 0, 0).paragraphs[1].runs[0], "bold", False), "D112", "bảng 1, hàng 1, cột 1 › đoạn 2"),
    (lambda d: setattr(d.paragraphs[5].runs[0].font, "name", "Arial"), "D110", 'mục "I- TÌNH HÌNH" › đoạn 6'),
    (lambda d: setattr(d.paragraphs[5].runs[0].font, "size", Pt(12)), "D111", 'mục "I- TÌNH HÌNH" › đoạn 6'),
    (lambda d: setattr(cell(d, 0, 1).paragraphs[1].paragraph_format, "left_indent", Mm(12)), "D203", "cột 2 › đoạn 1"),
    (lambda d: say(cell(d, 0, 0).paragraphs[3], "Số: 05-BC/ĐU"), "D211", "bảng 1, hàng 1, cột 1 › đoạn 4"),
    (lambda d: say(cell(d, 0, 1).paragraphs[2], "Công Hải, ngày 5 tháng 02 năm 2026"), "D221", "cột 2 › đoạn 3"),
    (lambda d: say(d.paragraphs[2], "---"), "D303", "đoạn 3"),
    (lambda d: setattr(d.paragraphs[5].paragraph_format, "first_line_indent", Mm(5)), "D312", "đoạn 6"),
    (lambda d: say(d.paragraphs[5], "Đến ngày 5/9/2026 đã xong."), "D332", "đoạn 6, ký tự 10"),
    (lambda d: say(d.paragraphs[5], "Huyện ủy đã chỉ đạo."), "D331", "đoạn 6"),
    (lambda d: say(cell(d, 1, 1).paragraphs[0], "TM. BAN THƯỜNG VỤ"), "D402", "bảng 2, hàng 1, cột 2 › đoạn 1"),
    (lambda d: say(cell(d, 1, 0).paragraphs[1], "- Tỉnh ủy (báo cáo),"), "D412", "bảng 2, hàng 1, cột 1 › đoạn 2"),
]


def check_clerk(work):
    right = pathlib.Path(work, "clerk.docx")
    clerk_report(right)
    found = findings(right)
    demand(not found, f"python-docx report: {found}")
    for number, (change, code, address) in enumerate(SPOILT):
        wrong = spoil(right, pathlib.Path(work, f"wrong{number}.docx"), change)
        hits = [f for f in findings(wrong) if f["code"] == code]
        demand(hits and address in hits[0]["address"], f"{code}: {hits or 'not found'}, not at {address}")
        check_fix(wrong, code, work)


def check_fix(wrong, code, work):
    fixed = pathlib.Path(work, wrong.stem + "-da-sua.docx")
    run("format", wrong, "--fix", *templates)
    demand(fixed.exists(), f"{code}: no repaired file")
    left = codes(findings(fixed))
    demand(code in {"D331"} or code not in left, f"{code}: still there after --fix")
    docx.Document(str(fixed))
    with zipfile.ZipFile(wrong) as before, zipfile.ZipFile(fixed) as after:
        touched = {n for n in before.namelist() if before.read(n) != after.read(n)}
    demand(touched <= {"word/document.xml", "word/header1.xml", "word/header2.xml"}, f"{code}: --fix touched {touched}")
    if code in {"D102", "D104", "D105", "D110", "D111", "D112", "D203", "D312"}:
        demand(text_of(wrong) == text_of(fixed), f"{code}: --fix changed the text")


def check_through_libreoffice(work):
    again = convert(pathlib.Path(work, "clerk.docx"), "odt", work)
    back = convert(again, "docx", work)
    found = findings(back)
    demand(not found, f"LibreOffice report: {found}")


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style style:name="T"
 style:family="paragraph"><style:text-properties fo:font-family="'Times New Roman'" fo:font-size="15pt"
 fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text><text:p
 text:style-name="T"><draw:line text:anchor-type="paragraph" svg:x1="4cm" svg:y1="0.7cm" svg:x2="%scm"
 svg:y2="0.7cm"/>ĐẢNG CỘNG SẢN VIỆT NAM</text:p></office:text></office:body></office:document>"""


def check_drawn_line(work):
    for length, right in ((7.29, True), (6.0, False)):
        path = pathlib.Path(work, "drawn.fodt")
        path.write_text(FLAT % (4 + length), "utf-8")
        found = codes(findings(convert(path, "docx", work)))
        demand("D202" not in found, "a line drawn in LibreOffice is not seen")
        demand(("D203" not in found) == right, f"a line of {length} cm drawn in LibreOffice: {found}")


def check_plain_file(work):
    path = pathlib.Path(work, "plain.docx")
    document = docx.Document()
    document.add_heading("Chương trình công tác", 1)
    document.add_paragraph("Một đoạn văn.", style="List Bullet")
    document.add_table(rows=2, cols=2)
    document.save(str(path))
    found = findings(path)
    demand({"D101", "D102", "D103", "D110", "D201", "D210", "D301", "D410"} <= codes(found), f"plain: {codes(found)}")
    demand(all(f["part"] and f["address"] and f["message"] for f in found), "plain: a finding without its place")
    run("format", path, "--fix", "--out", path.with_name("plain2.docx"), *templates)
    fixed = findings(path.with_name("plain2.docx"))
    demand(not {"D101", "D102", "D103", "D110", "D116"} & codes(fixed), f"plain, repaired: {codes(fixed)}")
    demand(text_of(path) == text_of(path.with_name("plain2.docx")), "plain, repaired: the text changed")
    pdf = convert(path.with_name("plain2.docx"), "pdf", work)
    demand(pdf.exists(), "plain, repaired: LibreOffice refuses it")


def check_templates(work):
    for profile in ("dang-hd05-2026", "dang-hd36-2018", "hanh-chinh-nd30-2020"):
        for kind in ("BC", "KH", "TTr", "CV", "TB"):
            path = pathlib.Path(work, f"{profile}-{kind}.docx")
            run("template", "new", "--profile", profile, "--type", kind, "--out", path, *templates)
            demand(len(docx.Document(str(path)).tables) == 3, f"{path.name}: tables")
            demand(not findings(path, "--profile", profile), f"{path.name}: not right by its own profile")
    pdf = convert(pathlib.Path(work, "hanh-chinh-nd30-2020-BC.docx"), "pdf", work)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    demand("Độc lập - Tự do - Hạnh phúc" in text and "PHỤ LỤC" in text, "template through LibreOffice")


def check_reports(work):
    packs = sorted(pathlib.Path(project, "templates/resolutions").glob("*/report-*.docx"))
    demand(len(packs) >= 9, "templates of the packs")
    for path in packs:
        demand(not findings(path), f"{path.parent.name}/{path.name}: {findings(path)}")
    for job in ("lai-chau-kh05-2026-q3", "thai-nguyen-cbcx-2026-q3"):
        out = pathlib.Path(work, job)
        run("report", pathlib.Path(project, "inputs", job), "--only", "docx", "--out", out)
        for path in out.glob("*.docx"):
            demand(not findings(path), f"{job}/{path.name}: {findings(path)}")
        demand(list(out.glob("*.docx")), f"{job}: no report")


with tempfile.TemporaryDirectory() as work:
    for check in (check_clerk, check_through_libreoffice, check_drawn_line, check_plain_file, check_templates, check_reports):
        check(work)
print("\n".join(faults))
sys.exit(bool(faults))
