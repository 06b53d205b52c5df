"""The sample of a province, told apart into a job folder for each commune, as communes keep them.
Not a test of its own; tests/outside/year.py and tests/bench/desk.py import it."""
import csv
import datetime
import io
import json
import pathlib
import re
import subprocess

import openpyxl

QUARTERS = {"2026-Q1": ("2026-03-31", "Quý I"), "2026-Q2": ("2026-06-30", "Quý II"),
            "2026-Q3": ("2026-09-30", "Quý III"), "2026-Q4": ("2026-12-31", "Quý IV"),
            "2026": ("2026-12-31", "Cả năm")}
SHARED = {"danh_gia": "danh-gia-2026.xlsx", "boi_duong": "boi-duong.xlsx", "bien_che": "bien-che.xlsx",
          "luan_chuyen": "luan-chuyen.csv", "trang_bi": "trang-bi.csv"}


def text(value):
    if isinstance(value, datetime.datetime):
        return value.strftime("%d/%m/%Y")
    return "" if value is None else str(value)


def rows_of(path):
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return [[text(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def take_out(path, row):
    """Empties one row of a roster."""
    if path.suffix == ".csv":
        lines = path.read_bytes().split(b"\n")
        path.write_bytes(b"\n".join(lines[:row - 1] + lines[row:]))
        return
    book = openpyxl.load_workbook(path)
    for cell in book.worksheets[0][row]:
        if type(cell).__name__ != "MergedCell":
            cell.value = None
    book.save(path)


class Province:
    def __init__(self, program, work, units=92, people=5000):
        pathlib.Path(work).mkdir(parents=True, exist_ok=True)
        self.folder = pathlib.Path(work, "mau")
        subprocess.run([program, "sample", "thai-nguyen-cbcx", "--units", str(units), "--people",
                        str(people), "--seed", "2026", "--out", str(self.folder)],
                       check=True, capture_output=True)
        units_rows = rows_of(self.folder / "don-vi.csv")
        self.units = {row[0]: row[2] for row in units_rows[1:] if row[4]}
        self.rosters = {re.match(r"\d+", p.name)[0]: p for p in sorted((self.folder / "can-bo").iterdir())}
        self.tables = {table: rows_of(self.folder / name) for table, name in SHARED.items()}
        self.mend(program)

    def mend(self, program):
        """Takes out the people whose rows have the faults that the sample plants."""
        done = subprocess.run([program, "check", str(self.folder), "--json"], capture_output=True, text=True)
        faults = [f for f in json.loads(done.stdout)["diagnostics"] if f["severity"] == "error"]
        for fault in sorted(faults, key=lambda f: (f["file"], -f["row"])):
            if fault["file"].startswith("can-bo/"):
                take_out(self.folder / fault["file"], fault["row"])
        done = subprocess.run([program, "check", str(self.folder), "--json"], capture_output=True, text=True)
        self.strangers = {}  # rows of people who are on no roster, by file
        for fault in json.loads(done.stdout)["diagnostics"]:
            if fault["code"] == "K303":
                self.strangers.setdefault(fault["file"], set()).add(fault["row"])

    def job(self, period, unit, document=""):
        as_of, _ = QUARTERS[period]
        return (f'resolution = "thai-nguyen-cbcx"\nperiod = "{period}"\nas_of = {as_of}\nunit = "{unit}"\n'
                f"\n[document]\n{document}")

    def commune(self, folder, period, code, edit=None):
        """The job folder of one commune in one period; `edit(table, rows)` may change what it hands in."""
        folder.mkdir(parents=True)
        (folder / "don-vi.csv").write_bytes((self.folder / "don-vi.csv").read_bytes())
        roster = self.rosters[code]
        (folder / roster.name).write_bytes(roster.read_bytes())
        files = {"don_vi": "don-vi.csv", "can_bo": roster.name}
        for table, rows in self.tables.items():
            head = next(i for i, row in enumerate(rows) if "Đơn vị" in row)
            at = rows[head].index("Đơn vị")
            strangers = self.strangers.get(SHARED[table], set())
            own = [list(row) for number, row in enumerate(rows, 1)
                   if number > head + 1 and row[at] == self.units[code] and number not in strangers]
            if table == "danh_gia":
                for row in own:
                    row[rows[head].index("Kỳ đánh giá")] = QUARTERS[period][1]
            if edit:
                own = edit(table, rows[head], own)
            if own:
                files[table] = table + ".csv"
                with open(folder / files[table], "w", encoding="utf-8", newline="") as out:
                    csv.writer(out).writerows([rows[head], *own])
        lines = "".join(f'{table} = "{name}"\n' for table, name in files.items())
        reasons = 'K310 = "đang đối chiếu hồ sơ"\nK311 = "đã đối chiếu căn cước"\n'
        (folder / "job.toml").write_text(
            self.job(period, code) + f"\n[files]\n{lines}\n[acknowledge]\n{reasons}", "utf-8")

    def own_job(self, folder, period):
        """The province's own job: its list of units, and what goes on the paper."""
        folder.mkdir(parents=True)
        (folder / "don-vi.csv").write_bytes((self.folder / "don-vi.csv").read_bytes())
        document = 'number = 125\nsymbol = "BC/BTCTU"\ndate = 2027-01-05\nplace = "Thái Nguyên"\n'
        (folder / "job.toml").write_text(self.job(period, "19", document) + '\n[files]\ndon_vi = "don-vi.csv"\n',
                                         "utf-8")
