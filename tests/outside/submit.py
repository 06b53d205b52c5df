"""Packages of `baocao submit`, judged by others: zipfile and hashlib open them, openssl verifies and decrypts.

The same job gives the same bytes whatever the folder, the threads, the time zone."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

program = sys.argv[1]
faults = []

JOB = """resolution = "thai-nguyen-cbcx"
period = "2026-Q3"
as_of = 2026-09-30
unit = "05665"
[acknowledge]
K310 = "chờ hồ sơ gốc"
[files]
don_vi = "don-vi.csv"
can_bo = "danh sách.csv"
"""
UNITS = "code,name,full_name,type,parent\n05665,Văn Lăng,Xã Văn Lăng,xa,\n"
ROSTER = """Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Số CCCD,Đơn vị
Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,019080001234,Xã Văn Lăng
Hoàng Văn Khôi,02/02/1975,Phó Bí thư,Đại học,,Xã Văn Lăng
"""


def check(what, is_good):
    if not is_good:
        faults.append(what)


def make_job(folder):
    folder.mkdir(parents=True)
    for name, text in (("job.toml", JOB), ("don-vi.csv", UNITS), ("danh sách.csv", ROSTER)):
        (folder / name).write_text(text, "utf-8")
    return folder


def submit(job, out, *options, zone="Asia/Ho_Chi_Minh"):
    environment = {"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run([program, "submit", job, "--out", out, *options],
                          env=environment, capture_output=True, text=True, timeout=120)
    check(f"submit {options}: exit {done.returncode}\n{done.stderr}", done.returncode == 0)
    return pathlib.Path(out)


def openssl(*words):
    done = subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True, timeout=60)
    return done.returncode == 0, done.stdout + done.stderr


def check_contents(path):
    with zipfile.ZipFile(path) as package:
        check("the zip tests well", package.testzip() is None)
        manifest = json.loads(package.read("META-INF/manifest.json"))
        names = [info.filename for info in package.infolist()]
        check(f"order of the entries: {names}",
              names == ["META-INF/manifest.json", *(entry["name"] for entry in manifest["entries"])])
        for entry in manifest["entries"]:
            content = package.read(entry["name"])
            check(f"{entry['name']}: size and hash as announced",
                  entry["size"] == len(content) and entry["sha256"] == hashlib.sha256(content).hexdigest())
        check("the roster as delivered", package.read("inputs/danh sách.csv").decode() == ROSTER)
        listing = "".join(f"{each['sha256']}  {each['name']}\n" for each in manifest["definitions"]["files"])
        check("hash of the definitions",
              manifest["definitions"]["sha256"] == hashlib.sha256(listing.encode()).hexdigest())
        results = {row["indicator"]: row for row in json.loads(package.read("results.json"))["results"]}
        check(f"5a: {results['5a']}", (results["5a"]["n"], results["5a"]["d"]) == (1, 2))
        for name in ("META-INF/manifest.json", "results.json"):
            text = package.read(name).decode()
            check(f"{name} names no person", "Nguyễn Văn An" not in text and "Khôi" not in text)
            bare = re.sub(r'"(?:sha256|definition)": ?"[0-9a-f]{64}"', "", text)
            check(f"{name} holds no ID number", re.search(r"\d{9,}", bare) is None)
        check("no list of persons", not any("noi-bo" in name for name in names))


def check_signature(work, path):
    with zipfile.ZipFile(path) as package:
        for part in ("manifest.json", "manifest.p7s"):
            (work / part).write_bytes(package.read("META-INF/" + part))
    words = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", work / "manifest.p7s",
             "-content", work / "manifest.json", "-CAfile", work / "cert.pem", "-out", os.devnull]
    good, said = openssl(*words)
    check(f"openssl verifies: {said}", good)
    (work / "manifest.json").write_bytes((work / "manifest.json").read_bytes() + b" ")
    good, _ = openssl(*words)
    check("openssl refuses an altered manifest", not good)
    _, printed = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", work / "manifest.p7s")
    return printed


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    job = make_job(work / "một" / "xa")
    first = submit(job, work / "1.zip", "--threads", "1")
    check_contents(first)
    other = submit(make_job(work / "hai" / "khác"), work / "2.zip", "--threads", "3", zone="America/New_York")
    check("the same bytes in another folder, zone and number of threads", first.read_bytes() == other.read_bytes())

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", work / "key.pem", "-out", work / "cert.pem",
            "-days", "1000", "-subj", "/CN=Don vi mau")
    keys = ("--sign", work / "key.pem", work / "cert.pem")
    signed = submit(job, work / "3.zip", *keys)
    check("an RSA signature repeats", signed.read_bytes() == submit(job, work / "4.zip", *keys).read_bytes())
    check("no clock in the signature", "signingTime" not in check_signature(work, signed))
    dated = submit(job, work / "5.zip", *keys, "--signed-on", "2026-10-05")
    check("the day it was told", "Oct  5 00:00:00 2026 GMT" in check_signature(work, dated))

    sealed = submit(job, work / "6.zip", *keys, "--encrypt", work / "cert.pem")
    sealed = sealed.with_name("6.zip.p7m")
    check("an encrypted package is named so", sealed.exists() and not (work / "6.zip").exists())
    good, said = openssl("cms", "-decrypt", "-inform", "DER", "-in", sealed, "-inkey", work / "key.pem",
                         "-recip", work / "cert.pem", "-out", work / "7.zip")
    check(f"openssl decrypts: {said}", good and (work / "7.zip").read_bytes() == signed.read_bytes())

print("\n".join(faults))
sys.exit(bool(faults))
