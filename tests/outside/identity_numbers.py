"""No output, message or record of the archive holds the whole number of an identity card.

The inputs hold known numbers: plain, in groups, as number cells, in the right column and in every wrong one. Inputs
inside packages and marked copies of a unit's own workbooks keep what was delivered; nothing else does."""
import io
import itertools
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

program = sys.argv[1]
faults = []

NUMBERS = ["019080001234", "019085002345", "019186003456", "019175004567", "001199005678"]
PLAIN, SPACED, CELL, WRONG, NOTED = NUMBERS
UNITS = "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n" \
        "05692,Đồng Hỷ,Xã Đồng Hỷ,xa,19\n"
HEADERS = ["Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức vụ", "Trình độ chuyên môn", "Ngày vào Đảng",
           "Số CCCD", "Đơn vị"]


def check(what, is_good):
    if not is_good:
        faults.append(what)


def grouped(number, between):
    return between.join(number[at:at + 3] for at in range(0, 12, 3))


def leaks(text):
    """Known numbers in a text, whatever stands between their digits; a number cell has lost its zero."""
    bare = re.sub(r"(?<=\d)[ .\-\u00a0](?=\d)", "", text)
    return [number for number in NUMBERS if number.lstrip("0") in bare]


def look(where, text):
    found = leaks(text)
    at = text.find(found[0].lstrip("0")) if found else 0
    check(f"{where}: {found}: …{text[max(0, at - 60):at + 40]!r}…", not found)


def words_of(name, content):
    """The text of a file, of the parts of a Word file or workbook, of the pages of a PDF."""
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "\n".join(re.sub(r"<[^>]*>", " ", package.read(part).decode("utf-8", "replace"))
                             for part in package.namelist())
    if name.endswith(".pdf"):
        return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True,
                              timeout=60).stdout.decode()
    return content.decode("utf-8", "replace")


def look_into(folder, keeps=lambda name: False):
    files = [path for path in folder.rglob("*") if path.is_file() and not keeps(path.name)]
    check(f"{folder.name}: nothing written", files)
    for path in files:
        look(f"{folder.name}/{path.name}", words_of(path.name, path.read_bytes()))


def run(*arguments, codes=(0, 3, 4)):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    check(f"{arguments[:2]}: exit {done.returncode}\n{done.stderr[-600:]}", done.returncode in codes)
    look(f"{' '.join(map(str, arguments[:3]))}, stdout", done.stdout)
    look(f"{' '.join(map(str, arguments[:3]))}, stderr", done.stderr)
    return done.stdout + done.stderr


def job_text(unit, files, reason=""):
    return f'resolution = "thai-nguyen-cbcx"\nperiod = "2026-Q3"\nas_of = 2026-09-30\nunit = "{unit}"\n{reason}' \
           f'[files]\ndon_vi = "don-vi.csv"\n{files}'


def write_roster(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "Danh sách"
    for row in [HEADERS, *rows]:
        book.active.append(row)
    book.save(path)


def bad_job(folder):
    """Numbers where they belong and where a slipped column puts them."""
    folder.mkdir()
    (folder / "job.toml").write_text(job_text("19", 'can_bo = ["a.xlsx", "b.csv", "c.csv"]\n[unit_of]\n'
                                                  '"a.xlsx" = "05665"\n"c.csv" = "05665"\n'), "utf-8")
    (folder / "don-vi.csv").write_text(UNITS, "utf-8")
    rows = [["Nguyễn Văn An", "05/03/1980", "Nữ", "Kinh", "Bí thư", "Thạc sĩ", "", PLAIN, "Xã Văn Lăng"],
            ["Hoàng Văn Khôi", "02/02/1975", "Nam", "Tày", "Phó Bí thư", "Đại học", "", int(CELL), "Xã Văn Lăng"],
            ["Lê Thị Chi", "1985", "Nữ", "Kinh", "Chuyên viên", "Đại học", "", grouped(SPACED, " "), "Xã Văn Lăng"],
            ["Lê Thị Chi", "1985", "Nữ", "Kinh", "Chuyên viên", "Đại học", "", SPACED, "Xã Văn Lăng"],
            [f"Vũ Văn Nam {WRONG}", "1979", "Nam", "Kinh", "Phó Bí thư", "Đại học", "", WRONG + "9", "Xã Văn Lăng"]]
    for shown in (WRONG, grouped(WRONG, " "), grouped(WRONG, "."), int(WRONG)):
        rows.append(["Trần Văn Sai"] + [shown] * (len(HEADERS) - 1))
        rows += [["Đỗ Thị Lệch", "1990", "Nữ", "Kinh", "Phó Bí thư", "Đại học", "", "", "Xã Văn Lăng"][:at] +
                 [shown] + ["x"] * (len(HEADERS) - at - 1) for at in range(len(HEADERS))]
    write_roster(folder / "a.xlsx", rows)
    (folder / "b.csv").write_text(f"Họ và tên,Ngày sinh,Chức vụ,{WRONG},Số CCCD,Đơn vị\n"
                                  f"Trần Thị Ba,1980,Bí thư,x,{PLAIN},Xã Đồng Hỷ\n", "utf-8")
    (folder / "c.csv").write_text(f"{WRONG}\nDanh sách {grouped(WRONG, ' ')}\nHọ và tên,Ngày sinh,Chức vụ,Số CCCD\n"
                                  f"Trần Văn Tư,1980,Bí thư,{PLAIN}\nI. {WRONG},,,\n{WRONG},,,\n", "utf-8")
    (folder / "overrides.toml").write_text(
        f'[[override]]\nrule = "K312"\nrecord = {{ don_vi = "05665", ho_ten = "Nguyễn Văn An", ngay_sinh = 1980-03-05 }}\n'
        f'reason = "đã đối chiếu căn cước {NOTED}"\nby = "Trần Bình, {NOTED}"\nuntil = 2027-12-31\n', "utf-8")
    return folder


def good_job(folder):
    folder.mkdir()
    reason = f'[acknowledge]\nK310 = "chờ hồ sơ của người mang số {NOTED}"\nN210 = "ô số"\n'
    (folder / "job.toml").write_text(job_text("05665", 'can_bo = "can-bo.xlsx"\n', reason), "utf-8")
    (folder / "don-vi.csv").write_text(UNITS, "utf-8")
    write_roster(folder / "can-bo.xlsx", [
        ["Nguyễn Văn An", "05/03/1980", "Nam", "Kinh", "Bí thư", "Thạc sĩ", "", PLAIN, "Xã Văn Lăng"],
        [f"Hoàng Văn Khôi {WRONG}", "02/02/1985", "Nam", "Tày", "Phó Bí thư", "Đại học", "", int(SPACED), "Xã Văn Lăng"],
        ["Hà Thị Lan", "1986", "Nữ", "Kinh", "Chuyên viên", "Đại học", "", grouped(CELL, " "), "Xã Văn Lăng"]])
    return folder


def check_bad(work):
    job = bad_job(work / "sai")
    told = run("check", job)
    check("check: masked numbers are told", "•••••••••456" not in told and "•••••••••567" in told)
    found = json.loads(run("check", job, "--json"))
    check("check --json: faults", len(found["diagnostics"]) > 40)
    run("check", job, "--explain")
    for name in ("a.xlsx", "b.csv", "c.csv"):
        alone = work / f"rieng-{name}"
        alone.write_bytes((job / name).read_bytes())
        run("check", alone, "--annotate", work / f"danh-dau-{name}")
        look_into(work / f"danh-dau-{name}", keeps=lambda name: name.endswith(".xlsx"))
    run("check", job, "--annotate", work / "danh-dau")
    look_into(work / "danh-dau", keeps=lambda name: name.endswith(".xlsx"))
    for path in work.glob("danh-dau*/**/*.xlsx"):
        book = openpyxl.load_workbook(path)
        for sheet in book:
            for cell in itertools.chain(*sheet.iter_rows()):
                look(f"{path.name}, comment", cell.comment.text if cell.comment else "")
                if sheet.title.startswith("Lỗi dữ liệu"):
                    look(f"{path.name}, list", str(cell.value))
    for form in ([], ["--json"], ["--csv"]):
        run("compute", job, "--all-units", *form)
    for indicator, side in itertools.product(("1b", "5a", "5c", "7a", "7b", "9a", "cap_uy.nu"), ("met", "unmet", "unknown")):
        run("drill", job, indicator, "--side", side)
    run("report", job, "--all-units", "--out", work / "bao-cao", codes=(4,))
    look_into(work / "bao-cao")


def look_into_package(package):
    with zipfile.ZipFile(package) as opened:
        kept = [name for name in opened.namelist() if name.startswith("inputs/")]
        check("package: the roster as delivered", "inputs/can-bo.xlsx" in kept)
        for name in set(opened.namelist()) - set(kept):
            look(f"package {name}", words_of(name, opened.read(name)))


def look_into_archive(db):
    """Everything but the stored files, which are packed and proved against the package."""
    connection = sqlite3.connect(db)
    tables = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    check(f"archive: tables {tables}", "package" in tables and "log" in tables)
    for table in tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        look(f"archive, {table}", "\n".join(str(value) for row in rows for value in row if not isinstance(value, bytes)))
    connection.close()


def check_hierarchy(work):
    package, db, province = work / "goi.zip", work / "kho.db", work / "tinh"
    run("submit", good_job(work / "dung"), "--out", package, codes=(0,))
    if not package.exists():
        return
    run("submit", work / "dung", "--out", work / "goi-2.zip", "--json", codes=(0,))
    look_into_package(package)
    province.mkdir()
    (province / "job.toml").write_text(job_text("19", ""), "utf-8")
    (province / "don-vi.csv").write_text(UNITS, "utf-8")
    act = ("--archive", db, "--who", "Lê Thị Hoa", "--at", "2026-10-05T08:00:00")
    run("archive", "open", province, *act, "--due", "10/10/2026", "--forms", "can_bo", codes=(0,))
    run("receive", package, *act, codes=(0, 4))
    run("report", province, *act, "--out", work / "bao-cao-tinh", codes=(0, 4))
    look_into(work / "bao-cao-tinh")
    run("return", package, *act, "--out", work / "tra-lai", "--reason", f"xem lại người mang số {NOTED}", codes=(0, 4))
    look_into(work / "tra-lai", keeps=lambda name: name.endswith(".xlsx"))
    run("status", "--archive", db, "--period", "2026-Q3", "--json")
    for view in (["list", "--json"], ["log"], ["verify"], ["show", "05665"],
                 ["compare", "--resolution", "thai-nguyen-cbcx"]):
        run("archive", *view, "--archive", db)
    look_into_archive(db)
    run("archive", "export", *act, "--out", work / "xuat")
    for path in [*(work / "xuat").rglob("*.csv"), *(work / "xuat").rglob("*.jsonl")]:
        look(f"export {path.name}", path.read_text("utf-8"))


with tempfile.TemporaryDirectory() as folder:
    check_bad(pathlib.Path(folder))
    check_hierarchy(pathlib.Path(folder))
print("\n".join(faults[:30]))
sys.exit(1 if faults else 0)
