"""Hostile packages at the desk of the superior: each refused by its own code, nothing of any of them kept."""
import datetime
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

program, project = sys.argv[1:3]
faults = []

UNITS = """code,name,full_name,type,parent
19,Thái Nguyên,Tỉnh Thái Nguyên,tinh,
02143,Văn Lang,Xã Văn Lang,xa,19
05665,Văn Lăng,Xã Văn Lăng,xa,19
"""
ROSTER = """Họ và tên,Ngày sinh,Chức vụ,Trình độ chuyên môn,Đơn vị
Nguyễn Văn An,05/03/1980,Bí thư,Thạc sĩ,Xã Văn Lăng
Hoàng Văn Khôi,02/02/1975,Phó Bí thư,Đại học,Xã Văn Lăng
"""
JOB = """resolution = "thai-nguyen-cbcx"
period = "2026-Q3"
as_of = 2026-09-30
unit = "{unit}"
[acknowledge]
K310 = "chờ hồ sơ gốc"
[files]
don_vi = "don-vi.csv"
can_bo = "danh-sach.csv"
"""
MANIFEST = "META-INF/manifest.json"
SIGNATURE = "META-INF/manifest.p7s"
# The certificates are made today: in force from now on, one for a day only.
LATER = (datetime.date.today() + datetime.timedelta(days=100)).isoformat() + "T08:00:00"
MARK = "vet-cua-goi-la"  # stands in what hostile packages bring, and must not be in the archive


def run(*words, status=0):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=300)
    if status is not None and done.returncode != status:
        faults.append(f"{words}: exit {done.returncode}\n{done.stderr}")
    return done


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, timeout=60)


def make_job(folder, unit):
    folder.mkdir()
    for name, text in (("job.toml", JOB.format(unit=unit)), ("don-vi.csv", UNITS), ("danh-sach.csv", ROSTER)):
        (folder / name).write_text(text, "utf-8")
    return folder


def entries_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(entries, comment=b""):
    """`entries`: names or ZipInfo, and their bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries:
            package.writestr(name, content, zipfile.ZIP_DEFLATED)
        package.comment = comment
    return out.getvalue()


def pack(entries, *more):
    return zipped([*entries.items(), *more])


def announced(entries):
    """The same with sizes and hashes in the manifest set right: what somebody who knows the format does."""
    manifest = json.loads(entries[MANIFEST])
    lines = entries[MANIFEST].decode()
    for entry in manifest["entries"]:
        content = entries.get(entry["name"], b"")
        before = f'"size": {entry["size"]}, "sha256": "{entry["sha256"]}"'
        after = f'"size": {len(content)}, "sha256": "{hashlib.sha256(content).hexdigest()}"'
        lines = lines.replace(f'{json.dumps(entry["name"], ensure_ascii=False)}, {before}',
                              f'{json.dumps(entry["name"], ensure_ascii=False)}, {after}')
    return {**entries, MANIFEST: lines.encode()}


def with_manifest(entries, before, after):
    text = entries[MANIFEST].decode()
    assert before in text, before
    return pack({**entries, MANIFEST: text.replace(before, after, 1).encode()})


def with_entry(entries, name, before, after):
    text = entries[name].decode()
    assert before in text, before
    return pack(announced({**entries, name: text.replace(before, after, 1).encode()}))


def without(entries, name):
    return pack({key: content for key, content in entries.items() if key != name})


def more(entries, name):
    return pack(entries, (name, MARK))


def renamed_in_bytes(package, before, after):
    """Names a library would not write; both places, the same length."""
    assert len(before) == len(after) and package.count(before) == 2
    return package.replace(before, after)


def link(entries):
    info = zipfile.ZipInfo("inputs/" + MARK)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return zipped([*entries.items(), (info, "/etc/hostname")])


def encrypted_flag(package):
    changed = bytearray(package)
    changed[6] |= 1
    changed[package.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def bomb(entries):
    zeros = b"0" * (80 * 2**20)
    return pack(announced({**entries, "inputs/danh-sach.csv": zeros}))


def wrong_size(entries):
    size = len(entries["inputs/danh-sach.csv"])
    return with_manifest(entries, f'danh-sach.csv", "size": {size}', f'danh-sach.csv", "size": {size + 1}')


def flipped(package):
    changed = bytearray(package)
    changed[package.index(b"results.json") + 200] ^= 0x5A
    return bytes(changed)


def forged_report(entries):
    inside = io.BytesIO(entries["outputs/bao-cao.docx"])
    with zipfile.ZipFile(inside) as word:
        parts = [(name, word.read(name)) for name in word.namelist()]
    parts = [(name, content.replace(b"</w:body>", f"<!--{MARK}--></w:body>".encode())) for name, content in parts]
    return pack(announced({**entries, "outputs/bao-cao.docx": zipped(parts)}))


def plain_cases(honest, e):
    """(name, bytes, code) of packages that need no key."""
    yield "not a zip", MARK.encode(), "G101"
    yield "nothing", b"", "G101"
    yield "cut", honest[:-100], "G101"
    yield "bytes after the end", honest + MARK.encode(), "G101"
    yield "bytes before the start", b"MZ" + honest, "G101"
    yield "two packages in one", honest + honest, "G101"
    yield "comment", zipped(e.items(), MARK.encode()), "G101"
    yield "flipped byte", flipped(honest), "G101"
    yield "password", encrypted_flag(honest), "G102"
    yield "two entries of one name", pack(e, ("results.json", MARK)), "G103"
    yield "parent", more(e, "inputs/../../" + MARK), "G104"
    yield "absolute", more(e, "/tmp/" + MARK), "G104"
    yield "drive", more(e, "C:/" + MARK), "G104"
    yield "backslash", more(e, "inputs\\..\\" + MARK), "G104"
    yield "NUL", renamed_in_bytes(more(e, "inputs/a_b.csv"), b"inputs/a_b.csv", b"inputs/a\0b.csv"), "G104"
    yield "bomb", bomb(e), "G105"
    yield "bomb for a manifest", pack({**e, MANIFEST: b" " * (40 * 2**20)}), "G105"
    yield "swarm", zipped([*e.items(), *((f"inputs/{at}", "") for at in range(5001))]), "G105"
    yield "decomposed", more(e, "inputs/" + unicodedata.normalize("NFD", "sách")), "G106"
    yield "control character", more(e, "inputs/a\x1bb"), "G106"
    yield "case", more(e, "Results.JSON"), "G107"
    yield "link", link(e), "G108"
    yield "folder", more(e, f"inputs/{MARK}/"), "G109"
    yield "no manifest", without(e, MANIFEST), "G110"
    yield "format of tomorrow", with_manifest(e, "baocao-package/1", "baocao-package/9"), "G111"
    yield "manifest cut", pack({**e, MANIFEST: e[MANIFEST][:-9]}), "G112"
    yield "unknown key", with_manifest(e, '"persons"', f'"{MARK}": 1, "persons"'), "G112"
    yield "key twice", with_manifest(e, '"persons": 2', '"persons": 9, "persons": 2'), "G113"
    yield "other white space", pack({**e, MANIFEST: e[MANIFEST] + b"\n"}), "G113"
    yield "no such period", with_manifest(e, "2026-Q3", "2026-Q7"), "G114"
    yield "unit that is a path", with_manifest(e, '"05665"', '"../05665"'), "G114"
    yield "resolution that is a path", with_manifest(e, "thai-nguyen-cbcx", "../thai-nguyen-cbcx"), "G114"
    yield "entry missing", without(e, "outputs/tom-tat.pdf"), "G115"
    yield "entry unannounced", more(e, f"outputs/{MARK}.exe"), "G116"
    yield "wrong size", wrong_size(e), "G117"
    yield "input swapped", pack({**e, "inputs/danh-sach.csv": e["inputs/danh-sach.csv"].replace(b"1980", b"1990")}), "G118"
    yield "two reports", with_manifest(e, '"role": "appendix"', '"role": "report"'), "G119"
    yield "warnings hidden", with_manifest(e, '"warning": 1', '"warning": 0'), "G120"
    yield "errors confessed", with_manifest(e, '"error": 0', '"error": 3'), "G120"
    yield "definitions disowned", with_manifest(e, "schema/can_bo.toml", "schema/can_ba.toml"), "G121"
    yield "results unreadable", with_entry(e, "results.json", '"results"', f'"{MARK}"'), "G122"
    yield "results forged", with_entry(e, "results.json", '"indicator":"5a","unit":"05665","n":1', '"indicator":"5a","unit":"05665","n":2'), "G308"
    yield "inputs forged", with_entry(e, "inputs/danh-sach.csv", "Thạc sĩ", "Đại học"), "G308"
    yield "unit of a neighbour", with_manifest(e, '"unit": "05665"', '"unit": "02143"'), "G305"
    yield "unit of nobody", with_manifest(e, '"unit": "05665"', '"unit": "99999"'), "G302"
    yield "period not open", with_manifest(e, "2026-Q3", "2026-Q4"), "G301"
    yield "persons miscounted", with_manifest(e, '"persons": 2', '"persons": 3'), "G310"
    yield "report forged", forged_report(e), "G309"


def judge(cases, work, archive, *options):
    """All in one call; every one refused, by its code among others."""
    files = []
    for at, (_, content, _) in enumerate(cases):
        files.append(work / f"{at}.zip")
        files[-1].write_bytes(content)
    done = run("receive", *files, "--archive", archive, "--at", LATER, "--json", *options, status=3)
    if not done.stdout.startswith("{"):
        faults.append(done.stderr)
        return
    answers = json.loads(done.stdout)["packages"]
    assert len(answers) == len(cases)
    for (name, _, code), answer in zip(cases, answers):
        found = [each["code"] for each in answer["diagnostics"]]
        if answer["outcome"] != "refused" or code not in found:
            faults.append(f"{name}: {answer['outcome']} {found}, expected {code}")


def make_keys(work):
    def identity(name, *options):
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", work / f"{name}.key", "-out", work / f"{name}.pem",
                "-subj", f"/CN={name}", *options)
        return work / f"{name}.key", work / f"{name}.pem"
    return (identity("office", "-days", "3000"), identity("stranger", "-days", "3000"), identity("old", "-days", "1"),
            identity("reader", "-days", "3000", "-addext", "keyUsage=critical,keyEncipherment"))


def key_cases(work, job):
    """Cases judged by trust and cases judged by a key, each with its options; a package sealed to the office."""
    office, stranger, old, reader = make_keys(work)
    (work / "trust.pem").write_bytes(b"".join(pem.read_bytes() for _, pem in (office, old, reader)))

    def signed(who, *options):
        run("submit", job, "--out", work / "signed.zip", "--sign", *who, *options)
        return (work / "signed.zip").read_bytes()

    def signed_elsewhere(who):
        (work / "manifest.json").write_bytes(entries_of(work / "plain.zip")[MANIFEST])
        openssl("cms", "-sign", "-cades", "-binary", "-outform", "DER", "-in", work / "manifest.json", "-inkey", who[0],
                "-signer", who[1], "-out", work / "manifest.p7s")
        return pack({**entries_of(work / "plain.zip"), SIGNATURE: (work / "manifest.p7s").read_bytes()})

    def sealed(who):
        run("submit", job, "--out", work / "sealed.zip", "--encrypt", who[1])
        return (work / "sealed.zip.p7m").read_bytes()

    good = signed(office)
    (work / "good.zip").write_bytes(good)
    entries = entries_of(work / "good.zip")
    run("submit", job, "--out", work / "plain.zip")
    plain = (work / "plain.zip").read_bytes()
    altered = entries[MANIFEST].replace(b'"revision": 1', b'"revision": 2')
    by_trust = [
        ("not signed", plain, "G131"),
        ("signature of no form", pack({**entries, SIGNATURE: b"chu ky"}), "G132"),
        ("altered after signing", pack({**entries, MANIFEST: altered}), "G133"),
        ("signed by a stranger", signed(stranger), "G134"),
        ("certificate expired", signed(old), "G135"),
        ("certificate for reading", signed_elsewhere(reader), "G136")]
    by_key = [
        ("sealed for another", sealed(stranger), "G142"),
        ("seal cut", sealed(office)[:-50], "G141")]
    return by_trust, ("--trust", work / "trust.pem"), by_key, ("--key", *office), sealed(office)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    archive = work / "kho.db"
    province = make_job(work / "tinh", "19")
    commune = make_job(work / "xa", "05665")
    run("archive", "open", province, "--due", "10/10/2026", "--archive", archive, "--at", "2026-10-01T08:00:00")
    run("submit", commune, "--out", work / "honest.zip")
    honest = (work / "honest.zip").read_bytes()
    cases = list(plain_cases(honest, entries_of(work / "honest.zip")))
    judge(cases, work, archive)
    by_trust, trust, by_key, key, sealed = key_cases(work, commune)
    judge(by_trust, work, archive, *trust)
    judge(by_key, work, archive, *key)
    judge([("sealed and no key", sealed, "G300")], work, archive)
    kept = archive.read_bytes()
    if MARK.encode() in kept or b"outputs/" in kept:
        faults.append("the archive keeps something of a refused package")
    listed = json.loads(run("archive", "list", "--archive", archive, "--json").stdout)
    if any(period.get("packages") for period in listed["periods"]):
        faults.append(f"packages listed: {listed}")
    run("receive", work / "honest.zip", "--archive", archive, "--at", LATER)
    if len(cases) < 25:
        faults.append("too few cases")

print("\n".join(faults))
sys.exit(bool(faults))
