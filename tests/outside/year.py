"""A whole year of a province: 92 communes hand in for four quarters and the year; some late, some sent
back, some anew; a lock; reports from the archive; Q1 made again under changed definitions, byte for byte."""
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "province"))
from communes import Province  # noqa: E402

program, project = sys.argv[1:3]
OF_YEAR = {"2026-Q1": "2026-04", "2026-Q2": "2026-07", "2026-Q3": "2026-10", "2026-Q4": "2027-01", "2026": "2027-02"}


def check(truth, *what):
    if not truth:
        print("SAI:", *what)
        sys.exit(1)


def run(*arguments, status=(0, 4)):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    check(done.returncode in status, arguments, done.returncode, done.stdout[-2000:], done.stderr[-3000:])
    return done.stdout


class Year:
    def __init__(self, work):
        self.work = work
        self.db = work / "kho.db"
        self.province = Province(program, work, people=1000)
        self.codes = sorted(self.province.units)
        check(len(self.codes) == 92, len(self.codes))

    def desk(self, *arguments, at, status=(0, 4)):
        return run(*arguments, "--archive", self.db, "--who", "Phòng Tổng hợp", "--at", at, status=status)

    def submit(self, period, code, revision=1, edit=None):
        folder = self.work / "xa" / period / f"{code}-{revision}"
        self.province.commune(folder, period, code, edit)
        out = self.work / "goi" / period / f"{code}-{revision}.zip"
        out.parent.mkdir(parents=True, exist_ok=True)
        run("submit", folder, "--unit", code, "--out", out, "--revision", revision, "--threads", 1)
        return out

    def submit_all(self, period, codes):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda code: self.submit(period, code), codes))

    def status(self, period, day):
        return json.loads(run("status", "--archive", self.db, "--period", period, "--at", day, "--json"))["counts"]

    def receive(self, packages, at, status=(0, 4)):
        return json.loads(self.desk("receive", *packages, "--json", at=at, status=status))

    def report(self, period):
        out = self.work / "bao-cao" / period
        told = self.desk("report", self.work / "tinh" / period, "--out", out, "--json", at=f"{OF_YEAR[period]}-28")
        return out, {row["indicator"]: row for row in json.loads(told)["results"]}

    def play(self, period):
        month = OF_YEAR[period]
        self.province.own_job(self.work / "tinh" / period, period)
        if period == "2026-Q2":
            job = self.work / "tinh" / period / "job.toml"
            job.write_text('previous = "2026-Q1"\n' + job.read_text("utf-8"), "utf-8")
        self.desk("archive", "open", self.work / "tinh" / period, "--due", f"{month}-10", at=f"{month}-01")
        late, missing = self.codes[:3], self.codes[3:4]
        early = [code for code in self.codes if code not in late + missing]
        received = self.receive(self.submit_all(period, early), f"{month}-09")
        check(received["accepted"] == 88 and received["refused"] == 0, received["refused"])
        received = self.receive(self.submit_all(period, late), f"{month}-12")
        check(received["accepted"] == 3 and all(p["late"] for p in received["packages"]))
        counts = self.status(period, f"{month}-12")
        check((counts["accepted"], counts["on_time"], counts["late"], counts["missing"], counts["overdue"]) ==
              (91, 88, 3, 1, 1), counts)
        self.send_back_and_revise(period, month, early)
        counts = self.status(period, f"{month}-20")
        check((counts["accepted"], counts["returned"], counts["missing"]) == (91, 0, 1), counts)

    def send_back_and_revise(self, period, month, codes):
        first = self.work / "goi" / period / f"{codes[0]}-1.zip"
        out = self.work / "tra-lai" / period
        self.desk("return", first, "--out", out, "--reason", "số liệu bồi dưỡng chưa đủ", at=f"{month}-13")
        check((out / "cong-van-tra-lai.docx").exists())
        check(self.status(period, f"{month}-13")["returned"] == 1)
        again = self.receive([first], f"{month}-13T10:00:00", status=(0, 3, 4))
        check(again["accepted"] == 0, "a package sent back came in again", again)

        def fewer(table, head, rows):
            return rows[:-1] if table == "boi_duong" else rows
        anew = [self.submit(period, codes[0], 2, fewer), self.submit(period, codes[1], 2, fewer)]
        received = self.receive(anew, f"{month}-14")
        check(received["accepted"] == 2, received)
        check([p["superseded"] for p in received["packages"]] == [None, 1], received)
        check(self.receive(anew, f"{month}-14")["packages"][0]["outcome"] == "already_there")


with tempfile.TemporaryDirectory() as folder:
    year = Year(pathlib.Path(folder))
    found = {}
    for period in OF_YEAR:
        year.play(period)
        out, found[period] = year.report(period)
        files = sorted(p.name for p in out.iterdir())
        check({"bao-cao.docx", "phu-luc.xlsx", "tom-tat.pdf", "manifest.json"} <= set(files), files)
    # Q2 compares with what the report of Q1 said; the others with nothing.
    for indicator, row in found["2026-Q2"].items():
        check(row["previous"] == (row["value"] and found["2026-Q1"][indicator]["value"]), row, found["2026-Q1"][indicator])
    check(any(row["previous"] for row in found["2026-Q2"].values()) and found["2026-Q3"]["5a"]["previous"] is None)
    # A lock: no package comes in but with a reason.
    year.desk("archive", "lock", "--period", "2026-Q1", "--reason", "đã trình Tỉnh ủy", at="2027-03-01")
    after = year.submit("2026-Q1", year.codes[10], 2)
    refused = year.receive([after], "2027-03-02", status=(3,))
    check(refused["refused"] == 1 and "A205" in json.dumps(refused), refused)
    before = (year.work / "bao-cao" / "2026-Q1" / "bao-cao.docx").read_bytes()
    year.desk("archive", "revise", after, "--reason", "kết luận kiểm tra", at="2027-03-02")
    # The definitions of the program change; Q1 is made again by those of its time.
    changed = year.work / "chuong-trinh-moi"
    shutil.copytree(f"{project}/templates", changed)
    pack = changed / "resolutions" / "thai-nguyen-cbcx"
    (pack / "indicators.toml").write_text(
        (pack / "indicators.toml").read_text("utf-8").replace('">= 75%"', '">= 80%"'), "utf-8")
    told = run("archive", "rerun", 1, "--archive", year.db, "--out", year.work / "lai", "--templates", changed)
    check("từng byte" in told, told)
    check((year.work / "lai" / "bao-cao.docx").read_bytes() == before)
    told = run("archive", "rerun", 2, "--archive", year.db)
    check("từng byte" in told, told)
    compared = json.loads(run("archive", "compare", "--resolution", "thai-nguyen-cbcx", "--json", "--xlsx",
                              year.work / "so-sanh.xlsx", "--docx", year.work / "tong-hop.docx", "--pdf",
                              year.work / "tong-hop.pdf", "--job", year.work / "tinh" / "2026", "--archive", year.db))
    check([p["period"] for p in compared["periods"]] == list(OF_YEAR), compared["periods"])
    check(all(v["packages"] == 91 for v in compared["indicators"][0]["values"]), compared["indicators"][0])
    trend = json.loads(run("archive", "trend", "5a", "--resolution", "thai-nguyen-cbcx", "--json", "--xlsx",
                           year.work / "xu-huong.xlsx", "--archive", year.db))
    check([(v["n"], v["d"]) for v in trend["indicators"][0]["values"]] ==
          [(v["n"], v["d"]) for i in compared["indicators"] if i["indicator"] == "5a" for v in i["values"]], trend)
    run("status", "--archive", year.db, "--period", "2026", "--at", "2027-03-03", "--xlsx", year.work / "nop.xlsx")
    run("archive", "verify", "--archive", year.db)
    run("archive", "backup", "--archive", year.db, "--out", year.work / "sao.db")
    run("archive", "verify", "--archive", year.work / "sao.db")
    year.desk("archive", "export", "--out", year.work / "xuat", at="2027-03-04")
    check(len(list((year.work / "xuat").rglob("*.zip"))) > 450, "packages exported")
