"""baocao template lint and template vars: what they tell, their files and exit codes."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import docx

from parity.cases import CASES, DATA, OPTIONS
from parity.word import template

program, project = sys.argv[1], pathlib.Path(sys.argv[2])
faults = []
# Sound where nothing is missing, at fault where a name is: lint looks at branches that are not taken as well.
NAMES_ARE_MISSING = {"comparison and logic", "unknown name", "class of a value"}


def run(folder, *words):
    return subprocess.run([program, "template", *words], cwd=folder, capture_output=True, text=True, timeout=60)


def write(folder, *blocks):
    (folder / "t.docx").write_bytes(template(list(blocks)))


def demand(truth, message):
    if not truth:
        faults.append(message)


def sound_templates(folder):
    """What renders has no faults."""
    cases = {name: (blocks, {}, {}) for name, blocks in CASES.items()} | OPTIONS
    for name, (blocks, options, own) in cases.items():
        (folder / "t.docx").write_bytes(template(blocks, **options))
        (folder / "d.json").write_text(json.dumps(DATA | own, ensure_ascii=False), "utf-8")
        told = run(folder, "lint", "t.docx", "--data", "d.json")
        demand((told.returncode == 3) == (name in NAMES_ARE_MISSING), f"{name}: {told.stderr}")
        demand(run(folder, "lint", "t.docx").returncode in (0, 4), f"{name} without data")


def report_templates(folder):
    """Those of the resolutions have no faults; the report model finds a misspelt name in a list of each level."""
    for path in sorted(project.glob("templates/resolutions/*/report-*.docx")):
        told = run(folder, "lint", str(path), "--resolution", path.parent.name, "--templates", project / "templates")
        demand(told.returncode == 0, f"{path.name}: {told.stderr}")
    write(folder, "{% for x in xa %}{{ x.ten_dai }}{% for c in x.chi_tieu %}{{ c.tile }}{% endfor %}{% endfor %}",
          "{% for l in loi %}{{ l.noidung }}{% endfor %}{% for n in ngoai_le_gop %}{{ n.ai }}{% endfor %}",
          "{{ van_ban.so_ky_hieu }}{% for n in nhiem_vu %}{{ n.hann }}{% endfor %}")
    told = run(folder, "lint", "t.docx", "--resolution", "thai-nguyen-cbcx", "--json", "--templates",
               project / "templates")
    found = [(f["code"], f["quote"]) for f in json.loads(told.stdout)["findings"]]
    demand(told.returncode == 3 and found == [("T512", f"{{{{ {path} }}}}") for path in
                                              ("x.ten_dai", "c.tile", "l.noidung", "n.ai", "n.hann")], f"{found}")
    told = run(folder, "lint", "t.docx", "--resolution", "la", "--templates", project / "templates")
    demand(told.returncode == 3 and "J209" in told.stderr, f"unknown resolution: {told}")


def checked_resolution(folder):
    """`baocao check` on a resolution judges the branches of its templates that nothing leads to without data."""
    pack = folder / "lai-chau-kh05"
    shutil.copytree(project / "templates/resolutions/lai-chau-kh05", pack)
    document = docx.Document(str(pack / "report-tinh.docx"))
    document.add_paragraph("{% for l in loi %}{{ l.noidung }}{% endfor %}")
    document.save(str(pack / "report-tinh.docx"))
    told = subprocess.run([program, "check", str(pack), "--templates", project / "templates"],
                          capture_output=True, text=True, timeout=60)
    demand(told.returncode == 3 and told.stderr.count("T512") == 1 and "report-tinh.docx" in told.stderr,
           f"checked resolution: {told}")


def text_and_exit_codes(folder):
    write(folder, "Số {{ so | soo }}")
    told = run(folder, "lint", "t.docx")
    demand(told.returncode == 3 and "1 lỗi, 0 cảnh báo" in told.stdout, f"{told}")
    for line in ("lỗi[T513]: không có bộ lọc \"soo\"", "word/document.xml › đoạn 1, ký tự 4",
                 " = {{ so | soo }}", " =         ^^^", "ý bạn là \"so\"?"):
        demand(line in told.stderr, f"lacks {line}: {told.stderr}")
    write(folder, "{{ so }} }}")
    demand(run(folder, "lint", "t.docx").returncode == 4, "a warning alone")
    demand(run(folder, "lint", "no.docx").returncode == 3, "no template")
    (folder / "bad.json").write_text("{", "utf-8")
    told = run(folder, "lint", "t.docx", "--data", "bad.json")
    demand(told.returncode == 3 and "T505" in told.stderr, f"bad data: {told}")
    both = run(folder, "lint", "t.docx", "--data", "bad.json", "--resolution", "x")
    demand(both.returncode == 2, f"data and resolution: {both}")


def files_that_are_read_stay(folder):
    write(folder, "{{ la }}")
    before = (folder / "t.docx").read_bytes()
    (folder / "d.json").write_text("{}", "utf-8")
    for words in (["lint", "t.docx", "--mark", "t.docx"], ["render", "t.docx", "d.json", "--out", "./t.docx"],
                  ["render", "t.docx", "d.json", "--out", "o.docx", "--mark", "d.json"]):
        told = run(folder, *words)
        demand(told.returncode == 2 and "T301" in told.stderr, f"{words}: {told}")
    demand((folder / "t.docx").read_bytes() == before, "the template was overwritten")
    told = run(folder, "render", "t.docx", "d.json", "--out", "o.docx", "--mark", "m.docx")
    demand(told.returncode == 3 and not (folder / "o.docx").exists(), f"{told}")
    first = (folder / "m.docx").read_bytes()
    run(folder, "lint", "t.docx", "--data", "d.json", "--mark", "m.docx")
    demand((folder / "m.docx").read_bytes() == first, "the same faults, other bytes")


def all_faults_of_rendering(folder):
    """A fault of syntax does not hide the others."""
    write(folder, "{{ la }}", "{{ ten | soo }}", "{{ ten")
    (folder / "d.json").write_text('{"ten": "A"}', "utf-8")
    for more, codes in (([], ["T511", "T513", "T551"]), (["--lenient"], ["T513", "T551"])):
        told = run(folder, "render", "t.docx", "d.json", "--out", "o.docx", "--json", *more)
        found = sorted(f["code"] for f in json.loads(told.stdout)["findings"])
        demand(found == codes, f"{more}: {found}")


def variables(folder):
    write(folder, "{{ ten }} {% for x in xa %}{{ x.n | so }}{% endfor %}{% if day_du %}{{ han | ngay }}{% endif %}")
    told = json.loads(run(folder, "vars", "t.docx", "--json").stdout)["vars"]
    demand([(v["name"], v["type"]) for v in told]
           == [("ten", "value"), ("xa", "list"), ("day_du", "condition"), ("han", "date")], f"vars: {told}")
    item = told[1]["fields"][0]
    demand((item["name"], item["type"]) == ("[]", "object"), f"item: {item}")
    demand((item["fields"][0]["name"], item["fields"][0]["type"]) == ("n", "number"), f"field: {item}")
    demand(told[0]["part"] == "word/document.xml" and told[0]["address"] == "đoạn 1, ký tự 1", f"place: {told[0]}")
    text = run(folder, "vars", "t.docx").stdout
    demand(text == "ten: giá trị\nxa: danh sách\n  []: bảng\n    n: số\nday_du: điều kiện\nhan: ngày\n", text)
    demand(run(folder, "vars", "no.docx").returncode == 3, "vars of no file")


with tempfile.TemporaryDirectory() as work:
    for check in (sound_templates, report_templates, checked_resolution, text_and_exit_codes, files_that_are_read_stay,
                  all_faults_of_rendering, variables):
        check(pathlib.Path(work))
print("\n".join(faults))
sys.exit(bool(faults))
