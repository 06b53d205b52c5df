"""[privacy] small_cells_below marks the counts of 1 or 2 persons in what travels, and changes nothing else.

Which cells must carry the sign is counted anew from the documents made without the key and from the definitions."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile

import docx
import openpyxl

program, project = sys.argv[1], pathlib.Path(sys.argv[2])
faults = []
LIMIT = 3
KEY = f"\n[privacy]\nsmall_cells_below = {LIMIT}\n"
NOTE = f"* Số liệu dưới {LIMIT} người; cân nhắc trước khi gửi ra ngoài hệ thống."


def check(what, is_good):
    if not is_good:
        faults.append(what)


def run(*arguments, codes=(0, 4)):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    check(f"{arguments[:2]}: exit {done.returncode}\n{done.stderr[-800:]}", done.returncode in codes)
    return done


def person_tables():
    """The tables whose rows name a person."""
    tables = set()
    for path in (project / "templates/schema").glob("*.toml"):
        with open(path, "rb") as file:
            if any(field["type"] == "name" for field in tomllib.load(file).get("field", [])):
                tables.add(path.stem)
    return tables


def indicators_of_persons(resolution):
    tables = person_tables()
    check(f"tables of persons: {tables}", {"can_bo", "danh_gia"} <= tables and "don_vi" not in tables)
    with open(project / f"templates/resolutions/{resolution}/indicators.toml", "rb") as file:
        return {each["id"] for each in tomllib.load(file)["indicator"]
                if each.get("persons", each.get("of") in tables)}


def small(value):
    return isinstance(value, int) and 0 < value < LIMIT


def header_row(sheet, word):
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == word)


def expected_marks(sheet, persons):
    """Cells that count 1 or 2 persons, by the heads of columns and the codes of indicators."""
    kind = sheet.title.split(". ")[1]
    found = set()
    if kind == "Chỉ tiêu":
        heads = {cell.column: cell.value for row in sheet.iter_rows() for cell in row
                 if cell.value in ("Số đạt", "Tổng số", "Chưa rõ")}
        check(f"{sheet.title}: {len(heads)} columns of counts", len(heads) == 3)
        found = {sheet.cell(row, column).coordinate for row in range(1, sheet.max_row + 1) for column in heads
                 if str(sheet.cell(row, 1).value) in persons and small(sheet.cell(row, column).value)}
    elif kind.startswith("Theo"):
        first = header_row(sheet, "TT")
        for column in range(1, sheet.max_column + 1):
            head = [sheet.cell(row, column).value for row in range(first, first + 3)]
            if head[1] in ("Số đạt", "Tổng số"):
                code = next(sheet.cell(first, c).value for c in range(column, 0, -1) if sheet.cell(first, c).value)
                found |= {sheet.cell(row, column).coordinate for row in range(first + 2, sheet.max_row + 1)
                          if code in persons and small(sheet.cell(row, column).value)}
    elif kind == "Cơ cấu":
        first = header_row(sheet, "Nội dung")
        found = {sheet.cell(row, column).coordinate for row in range(first + 1, sheet.max_row + 1)
                 for column in (2, 3, 5) if small(sheet.cell(row, column).value)}
    return found


def check_excel(plain_path, marked_path, persons):
    """How many cells are marked, by sheet."""
    plain, marked = openpyxl.load_workbook(plain_path), openpyxl.load_workbook(marked_path)
    check(f"{marked_path}: sheets", plain.sheetnames == marked.sheetnames)
    counts = {}
    for sheet in plain:
        other = marked[sheet.title]
        expected = expected_marks(sheet, persons)
        notes = [cell for row in other.iter_rows() for cell in row if cell.value == NOTE]
        check(f"{other.title}: {len(notes)} notes for {len(expected)} cells", bool(notes) == bool(expected))
        notes = {cell.coordinate for cell in notes}
        for row in other.iter_rows():
            for cell in row:
                if cell.coordinate in notes:
                    continue
                before = sheet[cell.coordinate]
                form = before.number_format + ('"*"' if cell.coordinate in expected else "")
                check(f"{other.title}!{cell.coordinate}: {before.value} {form} became {cell.value} {cell.number_format}",
                      (cell.value, cell.data_type, cell.number_format) == (before.value, before.data_type, form))
        counts[sheet.title.split(". ")[1]] = len(expected)
    return counts


def lines_of(path):
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs], cells


def check_word(plain_path, marked_path):
    """Of the composition every count that is small has the sign; apart from signs and notes nothing changed."""
    (before, cells_before), (after, cells_after) = lines_of(plain_path), lines_of(marked_path)
    without_signs = [re.sub(r"(?<=\d)\*", "", text).removesuffix(" " + NOTE) for text in after if text != NOTE]
    check(f"{marked_path}: more than signs changed", without_signs == before)
    check(f"{marked_path}: more than signs changed in tables",
          [re.sub(r"(?<=\d)\*", "", text) for text in cells_after] == cells_before)
    signs = 0
    for text in after:
        for number, sign in re.findall(r"có (\d+)(\*?) đồng chí \(", text):
            check(f"{marked_path}: {text}", bool(sign) == (0 < int(number) < LIMIT))
            signs += bool(sign)
    return signs, sum(text.count("*") for text in cells_after) - sum(text.count("*") for text in cells_before)


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def check_pdf(plain_path, marked_path, expected):
    before, after = pdf_text(plain_path), pdf_text(marked_path)
    signs = len(re.findall(r"\d\*", after))
    check(f"{marked_path}: {signs} signs, {expected} expected", signs == expected)
    check(f"{marked_path}: note", (NOTE in after) == (expected > 0))
    figures = re.compile(r"\d+\*?/\d+\*?")
    check(f"{marked_path}: figures", [f.replace("*", "") for f in figures.findall(after)] == figures.findall(before))


def told(stderr):
    """Cells by table, as the run tells them."""
    return {title: int(cells) for title, cells in
            re.findall(r'ghi chú\[J230\]: bảng "([^"]+)"(?: của \d+ đơn vị)? có (\d+) ô', stderr)}


def check_told(stderr, counts, where):
    tables = told(stderr)
    groups = sum(cells for title, cells in tables.items() if title.startswith("Cơ cấu"))
    check(f"{where}: {tables} told, {counts} found",
          tables.get("Kết quả các chỉ tiêu", 0) == counts["Chỉ tiêu"] and groups == counts["Cơ cấu"] and
          tables.get("Kết quả từng chỉ tiêu theo đơn vị", 0) ==
          sum(cells for kind, cells in counts.items() if kind.startswith("Theo")))


def check_documents(job, work, persons):
    marked_job = work / "dau"
    shutil.copytree(job, marked_job)
    with open(marked_job / "job.toml", "a", encoding="utf-8") as file:
        file.write(KEY)
    for unit, folder in (("19", ""), ("05665", "05665-van-lang")):
        plain = run("report", job, "--unit", unit, "--out", work / f"thuong-{unit}")
        marked = run("report", marked_job, "--unit", unit, "--out", work / f"dau-{unit}")
        check(f"{unit}: J230 without the key", "J230" not in plain.stderr)
        before, after = work / f"thuong-{unit}" / folder, work / f"dau-{unit}" / folder
        counts = check_excel(before / "phu-luc.xlsx", after / "phu-luc.xlsx", persons)
        check_told(marked.stderr, counts, unit)
        run("format", after / "bao-cao.docx", codes=(0,))
        signs, cells = check_word(before / "bao-cao.docx", after / "bao-cao.docx")
        check(f"{unit}: {cells} signs in the table of Word, {counts['Chỉ tiêu']} in Excel", cells == counts["Chỉ tiêu"])
        check(f"{unit}: no sign anywhere", unit == "19" or (signs > 0 and counts["Cơ cấu"] > 0))
        in_pdf = [sheet for sheet in openpyxl.load_workbook(after / "phu-luc.xlsx") if "Chỉ tiêu" in sheet.title]
        marks = sum(cell.number_format.endswith('"*"') for row in in_pdf[0].iter_rows() for cell in row
                    if cell.column in (5, 6))
        check_pdf(before / "tom-tat.pdf", after / "tom-tat.pdf", marks)
        check(f"{unit}: the internal list is not for outside and not marked",
              (before / "danh-sach-noi-bo.xlsx").read_bytes() == (after / "danh-sach-noi-bo.xlsx").read_bytes())
    every = told(run("report", marked_job, "--all-units", "--only", "xlsx", "--out", work / "moi").stderr)
    marks = {}
    for path in (work / "moi").rglob("phu-luc.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            kind = sheet.title.split(". ")[1]
            cells = sum(cell.number_format.endswith('"*"') for row in sheet.iter_rows() for cell in row)
            marks[kind] = marks.get(kind, 0) + cells
    check(f"all units: {every} told, {marks} marked", sum(every.values()) == sum(marks.values()))
    return marked_job


UNITS = "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n"
ROSTER = """Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Đơn vị
Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,Xã Văn Lăng
Hoàng Văn Khôi,02/02/1975,Phó Bí thư,Đại học,Xã Văn Lăng
"""


def small_job(folder, unit, key):
    folder.mkdir()
    text = f'resolution = "thai-nguyen-cbcx"\nperiod = "2026-Q3"\nas_of = 2026-09-30\nunit = "{unit}"\n' + key
    text += '[acknowledge]\nK310 = "chờ hồ sơ gốc"\n' if unit != "19" else ""
    text += '[files]\ndon_vi = "don-vi.csv"\n' + ('can_bo = "can-bo.csv"\n' if unit != "19" else "")
    (folder / "job.toml").write_text(text, "utf-8")
    (folder / "don-vi.csv").write_text(UNITS, "utf-8")
    if unit != "19":
        (folder / "can-bo.csv").write_text(ROSTER, "utf-8")
    return folder


def marks_in(path_or_file):
    return sum(cell.number_format.endswith('"*"') for sheet in openpyxl.load_workbook(path_or_file)
               for row in sheet.iter_rows() for cell in row)


def check_hierarchy(work):
    """The unit's own job rules its package; the province's own job rules its report from the archive."""
    for unit_key, province_key in (("", KEY), (KEY, "")):
        at = work / ("tinh-dau" if province_key else "xa-dau")
        at.mkdir()
        db, package = at / "kho.db", at / "goi.zip"
        made = run("submit", small_job(at / "xa", "05665", unit_key), "--out", package)
        check(f"{at.name}: submit tells", bool(told(made.stderr)) == bool(unit_key))
        if made.returncode != 0:
            continue
        with zipfile.ZipFile(package) as opened, opened.open("outputs/phu-luc.xlsx") as appendix:
            check(f"{at.name}: package", bool(marks_in(appendix)) == bool(unit_key))
        province = small_job(at / "tinh", "19", province_key)
        act = ("--archive", db, "--who", "Lê Thị Hoa", "--at", "2026-10-05T08:00:00")
        run("archive", "open", province, *act, "--due", "10/10/2026", "--forms", "can_bo")
        run("receive", package, *act)
        reported = run("report", province, *act, "--out", at / "bao-cao")
        check(f"{at.name}: report tells", bool(told(reported.stderr)) == bool(province_key))
        check(f"{at.name}: report", bool(marks_in(at / "bao-cao/phu-luc.xlsx")) == bool(province_key))
        again = run("archive", "rerun", "1", "--archive", db)
        check(f"{at.name}: rerun\n{again.stderr}", again.returncode == 0)


def check_cut(marked_job, work):
    """A commune's package cut from the marked job is marked as well."""
    with open(marked_job / "job.toml", "a", encoding="utf-8") as file:
        file.write('\n[acknowledge]\n')
        file.writelines(f'{code} = "đã đối chiếu hồ sơ"\n' for code in
                        sorted(set(re.findall(r"cảnh báo\[(\w+)\]", run_check(marked_job)))))
    package = work / "cat.zip"
    done = subprocess.run([program, "submit", marked_job, "--unit", "05665", "--out", package], capture_output=True,
                          text=True, timeout=120)
    check(f"submit --unit: exit {done.returncode}\n{done.stderr[-600:]}", done.returncode == 0)
    if done.returncode == 0:
        with zipfile.ZipFile(package) as opened, opened.open("outputs/phu-luc.xlsx") as appendix:
            check("submit --unit: marks", marks_in(appendix) == marks_in(work / "dau-05665/05665-van-lang/phu-luc.xlsx"))


def run_check(job):
    return subprocess.run([program, "check", job], capture_output=True, text=True, timeout=120).stderr


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    sample = project / "inputs/thai-nguyen-cbcx-2026-q3"
    marked_job = check_documents(sample, work, indicators_of_persons("thai-nguyen-cbcx"))
    check_cut(marked_job, work)
    check_hierarchy(work)
print("\n".join(faults[:20]))
sys.exit(1 if faults else 0)
