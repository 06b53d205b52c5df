"""The desk of the superior: what it refuses, each by its own code, and that nothing of it is kept."""
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

program, project = sys.argv[1:3]
faults = []

UNITS = "code,name,full_name,type,parent\n19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,\n05665,Văn Lăng,Xã Văn Lăng,xa,19\n" \
        "05692,Đồng Hỷ,Xã Đồng Hỷ,xa,19\n"
STRANGER = "05999,Lạ,Xã Lạ,xa,19\n"
ROSTER = """Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Số CCCD,Ngày bổ nhiệm,Đơn vị
Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,019080001234,01/01/2030,Xã Văn Lăng
Hoàng Văn Khôi,02/02/1975,Phó Bí thư,Đại học,,,Xã Văn Lăng
"""


def check(what, is_good):
    if not is_good:
        faults.append(what)


def run(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120)


def job(folder, unit="05665", as_of="2026-09-30", period="2026-Q3", units=UNITS, roster=ROSTER,
        resolution="thai-nguyen-cbcx", reason=True):
    folder.mkdir(parents=True)
    text = f'resolution = "{resolution}"\nperiod = "{period}"\nas_of = {as_of}\nunit = "{unit}"\n'
    text += '[acknowledge]\nK310 = "chờ quyết định"\n' if reason and roster else ""
    text += '[files]\ndon_vi = "don-vi.csv"\n' + ('can_bo = "can-bo.csv"\n' if roster else "")
    (folder / "job.toml").write_text(text, "utf-8")
    (folder / "don-vi.csv").write_text(units, "utf-8")
    if roster:
        (folder / "can-bo.csv").write_text(roster, "utf-8")
    return folder


def submit(folder, *options):
    out = folder.with_suffix(".zip")
    done = run("submit", folder, "--out", out, *options)
    check(f"submit {folder.name}: exit {done.returncode}\n{done.stderr}", done.returncode in (0, 4))
    return out


def forged(package, name, change, manifest=lambda text: text):
    """The package with one entry changed and the manifest made to agree, as a forger would."""
    with zipfile.ZipFile(package) as source:
        entries = {info.filename: source.read(info) for info in source.infolist()}
    text = entries["META-INF/manifest.json"].decode()
    if name:
        old, new = entries[name], change(entries[name])
        check(f"{name}: the forgery changes something", old != new)
        entries[name] = new
        line = next(line for line in text.splitlines() if f'"name": "{name}"' in line)
        made = line.replace(f'"size": {len(old)}', f'"size": {len(new)}').replace(
            hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest())
        text = text.replace(line, made)
    entries["META-INF/manifest.json"] = manifest(text).encode()
    out = package.with_name(f"gia-{abs(hash((name, text)))}.zip")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry, content in entries.items():
            info = zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, content)
    return out


def other_words(docx):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                content = content.replace("ĐẢNG CỘNG SẢN".encode(), "ĐẢNG CỘNG SẢN ".encode())
            target.writestr(info, content)
    return out.getvalue()


def refused(db, package, code, *options, at="2026-10-05"):
    before = run("archive", "list", "--json", "--archive", db).stdout
    done = run("receive", package, "--archive", db, "--who", "thử", "--at", at, "--json", *options)
    check(f"{code}: exit {done.returncode}, {done.stderr[:300]}", done.returncode == 3)
    codes = [f["code"] for f in json.loads(done.stdout)["packages"][0]["diagnostics"]]
    check(f"{code}: raised {codes}", code in codes)
    check(f"{code}: nothing is kept", run("archive", "list", "--json", "--archive", db).stdout == before)


def check_refusals(work, db, good):
    refused(db, submit(job(work / "ky", period="2026-Q2", as_of="2026-06-30")), "G301")
    refused(db, submit(job(work / "la", unit="05999", units=UNITS + STRANGER,
                           roster=ROSTER.replace("Xã Văn Lăng", "Xã Lạ"))), "G302")
    refused(db, submit(job(work / "ngay", as_of="2026-09-29")), "G303")
    changed = work / "templates"
    shutil.copytree(f"{project}/templates", changed)
    with open(changed / "resolutions/thai-nguyen-cbcx/indicators.toml", "a", encoding="utf-8") as file:
        file.write("# sửa\n")
    refused(db, submit(job(work / "mau"), "--templates", changed), "G304")
    refused(db, forged(good, None, None, lambda t: t.replace('"unit": "05665"', '"unit": "05692"')), "G305")
    refused(db, forged(good, "inputs/don-vi.csv", lambda b: b"code,name\n\x00\x00"), "G306")
    refused(db, forged(good, "inputs/can-bo.csv", lambda b: b.replace(b"05/03/1980", b"31/02/1980")), "G307")
    refused(db, forged(good, "results.json", lambda b: b.replace(b'"5a","unit":"05665","n":1', b'"5a","unit":"05665","n":2')),
            "G308")
    refused(db, forged(good, "outputs/bao-cao.docx", other_words), "G309")
    refused(db, forged(good, None, None, lambda t: t.replace('"persons": 2', '"persons": 3')), "G310")
    refused(db, forged(good, "inputs/job.toml", lambda b: re.sub(rb"\[acknowledge\]\nK310[^\n]*\n", b"", b)), "G311")
    refused(db, work / "khong-co.zip", "U113")


def check_sealed(work, db):
    key, cert = work / "key.pem", work / "cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert,
                    "-subj", "/CN=Ban To chuc", "-days", "9000"], check=True, capture_output=True)
    out = work / "kin.zip.p7m"
    done = run("submit", job(work / "kin", unit="05692", roster=ROSTER.replace("Văn Lăng", "Đồng Hỷ")),
               "--out", out, "--encrypt", cert)
    check(f"sealed: {done.stderr}", done.returncode in (0, 4))
    refused(db, out, "G300")
    refused(db, out, "G131", "--key", key, cert, "--trust", cert)
    done = run("receive", out, "--archive", db, "--key", key, cert, "--at", "2026-10-06")
    check(f"opened with the key: {done.stdout}{done.stderr}", done.returncode in (0, 4))


def check_difference(work, db):
    """A table of the province takes the place of the ones handed in: the report says that figures differ."""
    own = job(work / "tinh-khac", unit="19", roster=ROSTER.replace("Thạc sĩ", "Đại học"), reason=False)
    done = run("report", own, "--archive", db, "--out", work / "ra", "--at", "2026-10-08")
    check(f"G323: exit {done.returncode}\n{done.stderr}", done.returncode == 4 and "[G323]" in done.stderr and
          "5a: gói ghi 1/2" in done.stderr)


def check_persons(work, db, province):
    """Names leave the archive only when they are asked for, and it is on record who asked."""
    def listed():
        return json.loads(run("archive", "list", "--archive", db, "--json").stdout)["runs"]
    before = len(listed())
    for only, files in ([], ["bao-cao.docx", "phu-luc.xlsx", "tom-tat.pdf"]), (["--only", "persons"], ["danh-sach-noi-bo.xlsx"]):
        out = work / f"ten-{len(only)}"
        done = run("report", province, "--archive", db, "--out", out, "--at", "2026-10-08", "--who", "Trần Thị Bình", *only)
        made = sorted(path.name for path in out.iterdir())
        check(f"{only}: {made}\n{done.stderr}", made == sorted([*files, "manifest.json"]))
    check(f"runs with persons: {listed()}", [each["persons"] for each in listed()[before:]] == [False, True])
    check("who asked", "Trần Thị Bình" in run("archive", "log", "--archive", db).stdout)
    check("told in the list", run("archive", "list", "--archive", db).stdout.count("có danh sách tên người") == 1)


def check_previous(work):
    """The report of Q3 compares with what the report of Q2 found; each can be made again."""
    db = work / "hai-ky.db"
    for period, as_of, degree, due, at in (("2026-Q2", "2026-06-30", "Đại học", "10/07/2026", "2026-07-05"),
                                           ("2026-Q3", "2026-09-30", "Thạc sĩ", "10/10/2026", "2026-10-05")):
        own = job(work / f"tinh-{period}", unit="19", period=period, as_of=as_of, roster=None)
        sent = submit(job(work / f"xa-{period}", period=period, as_of=as_of, roster=ROSTER.replace("Thạc sĩ", degree)))
        for words in (["archive", "open", own, "--due", due], ["receive", sent]):
            done = run(*words, "--archive", db, "--at", at)
            check(f"{words[0]} {period}: {done.stderr}", done.returncode in (0, 4))

    def report(period, previous):
        own = work / f"tinh-{period}"
        text = re.sub('previous = .*\n', "", (own / "job.toml").read_text("utf-8"))
        (own / "job.toml").write_text((f'previous = "{previous}"\n' if previous else "") + text, "utf-8")
        return run("report", own, "--archive", db, "--out", work / "ra-ky", "--at", "2026-10-08", "--json")
    for wrong in ("2026-Q2", "2026-Q3", "2026-Q1", "../tinh-2026-Q2"):  # no report yet, itself, unknown, a folder
        done = report("2026-Q3", wrong)
        check(f"G324 for {wrong}: exit {done.returncode}\n{done.stderr}", done.returncode == 3 and "[G324]" in done.stderr)
    report("2026-Q2", "")
    done = report("2026-Q3", "2026-Q2")
    row = next(r for r in json.loads(done.stdout)["results"] if r["indicator"] == "5a")
    check(f"compares: {row} {done.stderr}", (row["previous"], row["value"], row["change"]) == ("0", "50", "50"))
    anew = submit(job(work / "xa-lai", period="2026-Q2", as_of="2026-06-30"), "--revision", "2")
    check("a revision of Q2", run("receive", anew, "--archive", db, "--at", "2026-10-09").returncode in (0, 4))
    done = report("2026-Q3", "2026-Q2")
    check(f"G325: {done.stderr}", done.returncode == 4 and "[G325]" in done.stderr)
    for number in (1, 2, 3):
        done = run("archive", "rerun", number, "--archive", db)
        check(f"rerun {number}: {done.stdout}{done.stderr}", done.returncode == 0 and "từng byte" in done.stdout)
    check_trend(work, db)


def check_trend(work, db):
    def trend(*words):
        return run("archive", "trend", *words, "--resolution", "thai-nguyen-cbcx", "--archive", db)
    done = trend("5a", "--json", "--xlsx", work / "xu-huong.xlsx")
    values = json.loads(done.stdout)["indicators"][0]["values"] if done.returncode == 0 else []
    check(f"trend: {done.stdout}{done.stderr}",
          [(v["n"], v["d"], v["unknown"], v["change"], v["packages"]) for v in values] ==
          [("1", "2", "0", None, 1), ("1", "2", "0", "0", 1)] and zipfile.is_zipfile(work / "xu-huong.xlsx"))
    check("targets of the time", all(v["target"] and v["verdict"] == "not_met" for v in values))
    done = trend("--unit", "05665")
    check(f"every indicator of a unit: {done.stdout}{done.stderr}", done.returncode == 0 and
          all(f"{indicator}  " in done.stdout for indicator in ("1a", "5a")) and "2026-Q3\t1\t2\t0\t50%\t" in done.stdout)
    for code, words in (("U104", ["5x"]), ("U103", ["--unit", "99"]), ("A203", ["--periods", "2020"])):
        done = trend(*words)
        check(f"trend {words}: exit {done.returncode}\n{done.stderr}", done.returncode == 3 and f"[{code}]" in done.stderr)


def check_usage(work, db, province):
    def told(code, *arguments, status):
        done = run(*arguments)
        check(f"{code}: exit {done.returncode}\n{done.stdout}{done.stderr}",
              done.returncode == status and f"[{code}]" in done.stderr)
    told("U111", "status", "--archive", db, "--period", "2026-Q3", "--at", "hôm qua", status=2)
    told("U113", "receive", work / "x.zip", "--archive", db, "--trust", work / "khong-co.pem", status=2)
    told("G321", "report", job(work / "tinh-ngay", unit="19", as_of="2026-09-29", roster=None),
         "--archive", db, status=3)
    told("G322", "archive", "rerun", 99, "--archive", db, status=3)
    bare = work / "thieu"
    shutil.copytree(f"{project}/templates/schema", bare / "schema")
    told("G331", "status", "--archive", db, "--period", "2026-Q3", "--xlsx", work / "a.xlsx", "--templates", bare, status=3)
    other = job(work / "nq-khac", unit="19", roster=None, resolution="an-giang-cbcx")
    done = run("archive", "open", other, "--archive", db, "--due", "10/10/2026", "--at", "2026-10-07")
    check(f"a second resolution: {done.stderr}", done.returncode in (0, 4))
    told("U112", "status", "--archive", db, "--period", "2026-Q3", status=3)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    db = work / "kho.db"
    province = job(work / "tinh", unit="19", roster=None)
    done = run("archive", "open", province, "--archive", db, "--due", "10/10/2026", "--at", "2026-10-01", "--who", "thử")
    check(f"open: {done.stderr}", done.returncode in (0, 4))
    good = submit(job(work / "xa"))
    check_refusals(work, db, good)
    # It compares with a period the desk has not: figures are computed again, documents are not compared.
    job(work / "truoc", period="2026-Q2", as_of="2026-06-30")
    later = job(work / "sau")
    (later / "job.toml").write_text('previous = "../truoc"\n' + (later / "job.toml").read_text("utf-8"), "utf-8")
    done = run("receive", submit(later), "--archive", db, "--at", "2026-10-05")
    check(f"G312: {done.stdout}{done.stderr}", done.returncode in (0, 4) and "[G312]" in done.stderr)
    # Packed anew by another program: not the bytes that were handed up.
    refused(db, forged(good, None, None), "A207")
    check_sealed(work, db)
    check_difference(work, db)
    check_persons(work, db, province)
    check_previous(work)
    check_usage(work, db, province)
    check("no whole ID number in the tables of the archive", b"019080001234" not in db.read_bytes())
    done = run("archive", "verify", "--archive", db)
    check(f"verify: {done.stdout}{done.stderr}", done.returncode == 0)
print("\n".join(faults))
sys.exit(bool(faults))
