"""Hostile workbooks: refused within 1 s and 100 MB, each with a message of its own; honest odd ones are read.

The time is that of the processor, so that a busy machine does not fail the test."""
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

program = sys.argv[1]
most_seconds, most_megabytes = 1.0, 100
faults = []

JOB = """resolution = "thai-nguyen-cbcx"
period = "2026-Q3"
as_of = 2026-09-30
unit = "19"
[files]
don_vi = "don-vi.csv"
can_bo = "danh-sach.xlsx"
"""
UNITS = "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
PEOPLE = "".join(
    f'<row r="{at}">' + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>"
    for at, row in enumerate([
        ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị"],
        ["1", "Nguyễn Văn An", "05/03/1985", "Chuyên viên", "Xã Văn Lăng"],
        ["2", "Trần Thị Bình", "17/08/1990", "Chuyên viên", "Xã Văn Lăng"]], 1))


def relations(*entries):
    inner = "".join(f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
                    for at, (kind, target) in enumerate(entries, 1))
    return f"<Relationships>{inner}</Relationships>"


def worksheet(rows=PEOPLE, before="", after=""):
    return f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def package(path, sheet=None, more=()):
    """A workbook whose sheet is a string, or pieces of bytes to be packed as they come."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        out.writestr("xl/workbook.xml", f'<workbook xmlns:r="{RELATIONS}"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>')
        out.writestr("xl/_rels/workbook.xml.rels",
                     relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")))
        names = [name for name, _ in more]
        if "xl/sharedStrings.xml" not in names:
            out.writestr("xl/sharedStrings.xml", "<sst/>")
        for name, content in (*more, (SHEET, worksheet() if sheet is None else sheet)):
            if isinstance(content, (str, bytes)):
                out.writestr(name, content)
                continue
            with out.open(name, "w", force_zip64=True) as entry:
                for piece in content:
                    entry.write(piece)


def zip_bomb(path):
    package(path, (b"0" * 2**20 for _ in range(3 * 1024)))


def many_small_bombs(path):
    package(path, (b" " * 2**20 for _ in range(900)))


def entity_expansion(path):
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    package(path, f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{entities}]><worksheet>&a9;</worksheet>')


def outside_entity(path):
    package(path, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>')


def deep_nesting(path):
    package(path, "<a>" * 2_000_000)


def path_trick(path):
    package(path, more=[("../../outside.xml", "<a/>")])


def two_entries(path):
    package(path, more=[(SHEET, worksheet())])


def nested_zip(path):
    inner = io.BytesIO()
    package(inner)
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("danh-sach.xlsx", inner.getvalue())


def cut(path):
    package(path)
    path.write_bytes(path.read_bytes()[:-400])


def flipped(path):
    package(path)
    content = bytearray(path.read_bytes())
    at = content.rfind(SHEET.encode(), 0, content.find(b"PK\x01\x02")) + len(SHEET) + 30
    content[at] ^= 0x5A  # the XML breaks before the checksum is due
    path.write_bytes(content)


def billion_rows(path):
    package(path, worksheet('<row r="1000000000"><c><v>1</v></c></row>'))


def billion_columns(path):
    package(path, worksheet(before='<cols><col min="1" max="1000000000"/></cols>'))


def many_strings(path):
    package(path, more=[("xl/sharedStrings.xml", (b"<sst>", *(b"<si><t/></si>" * 100_000 for _ in range(150))))])


def many_merged_areas(path):
    chance = random.Random(1)
    areas = (f'<mergeCell ref="A{(row := chance.randrange(1, 1000000))}:C{row}"/>' for _ in range(210_000))
    package(path, worksheet(after="<mergeCells>" + "".join(areas) + "</mergeCells>"))


def merged_everything(path):
    package(path, worksheet(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))


def claims_every_cell(path):
    package(path, worksheet(before='<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>'))


def in_child(make, path):
    """The peak of a new process counts from that of the one that starts it, so this one must stay small."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            make(path)
            code = 0
        finally:
            os._exit(code)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit(f"{make.__name__}: the file could not be made")


def check(job):
    child = subprocess.Popen([program, "check", job], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    return os.waitstatus_to_exitcode(status), said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def judge(make, code):
    with tempfile.TemporaryDirectory() as work:
        job = pathlib.Path(work)
        (job / "job.toml").write_text(JOB, "utf-8")
        (job / "don-vi.csv").write_text(UNITS, "utf-8")
        in_child(make, job / "danh-sach.xlsx")
        status, said, seconds, megabytes = check(job)
    figures = f"{make.__name__}: exit {status}, {seconds:.2f} s, {megabytes:.0f} MB"
    print(figures)
    is_refused = f"lỗi[{code}]" in said and status == 3
    is_read = code is None and "lỗi[F" not in said and status != 3
    # What is read honestly may take longer: it is work, not an attack.
    if not (is_refused or is_read) or (code and (seconds > most_seconds or megabytes > most_megabytes)):
        faults.append(f"{figures}, expected {code or 'reading'}\n{said[:600]}")


for make, code in [
    (zip_bomb, "F107"), (many_small_bombs, "F107"), (entity_expansion, "F206"), (outside_entity, "F206"),
    (deep_nesting, "F206"), (path_trick, "F106"), (two_entries, "F105"), (nested_zip, "F203"),
    (cut, "F101"), (flipped, "F205"), (billion_rows, "F205"), (billion_columns, "F205"), (many_strings, "F107"),
    (many_merged_areas, "F207"), (merged_everything, "S101"), (claims_every_cell, None),
]:
    judge(make, code)
print("\n".join(faults), file=sys.stderr)
sys.exit(bool(faults))
