"""Word reports with our engine, python3-docxtpl and docxtemplater, side by side in processor time.

word.py DOCX_BENCH [COUNT]: a report of four pages with 60 fields, a table of 10 × 7 and one of
100 × 8 cells, header and footer; then one table of 5,000 and one of 500,000 rows. The texts of the
engines are compared first. docxtemplater is installed by npm into a temporary folder. Other work on the machine changes wall time, hardly processor time.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import docx
import docxtpl
import jinja2

bench = pathlib.Path(sys.argv[1]).resolve()
count = int(sys.argv[2]) if len(sys.argv) > 2 else 300


NODE = """
const fs = require("fs"), PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
const [template, data, out, times] = process.argv.slice(2);
const values = JSON.parse(fs.readFileSync(data, "utf8"));
const once = () => {
  const file = new Docxtemplater(new PizZip(fs.readFileSync(template)), {paragraphLoop: true});
  file.render(values);
  fs.writeFileSync(out, file.getZip().generate({type: "nodebuffer", compression: "DEFLATE"}));
};
once();
const began = process.cpuUsage();
for (let i = 0; i < times; ++i) once();
const used = process.cpuUsage(began);
console.log((used.user + used.system) / 1e6 / times);
"""


def table(document, columns, loop, name, for_node):
    if for_node:
        made = document.add_table(rows=2, cols=columns)
        for i in range(columns):
            made.cell(0, i).text = f"Cột {i + 1}"
            made.cell(1, i).text = f"{{c{i}}}"
        made.cell(1, 0).text = f"{{#{loop}}}{{c0}}"
        made.cell(1, columns - 1).text = f"{{c{columns - 1}}}{{/{loop}}}"
        return
    made = document.add_table(rows=4, cols=columns)
    for i in range(columns):
        made.cell(0, i).text = f"Cột {i + 1}"
        made.cell(2, i).text = f"{{{{ {name}.c{i} }}}}"
    made.cell(1, 0).text = f"{{%tr for {name} in {loop} %}}"
    made.cell(3, 0).text = "{%tr endfor %}"


def report(for_node=False):
    def field(number):
        return f"{{f{number}}}" if for_node else f"{{{{ f{number} }}}}"
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = field(0)
    document.sections[0].footer.paragraphs[0].text = f"Trang {field(1)}"
    for i in range(60):
        document.add_paragraph(f"{i + 1}. Trong kỳ báo cáo, đơn vị đã thực hiện {field(i)} theo kế "
                               "hoạch được giao, bảo đảm tiến độ và chất lượng.")
    table(document, 7, "chi_tieu", "a", for_node)
    table(document, 8, "hang", "b", for_node)
    return document


def data():
    rows = [{f"c{i}": f"Ô {r}.{i} & <xã> số {r * i}" for i in range(8)} for r in range(100)]
    fields = {f"f{i}": f"nhiệm vụ {i} & <mục> “{i * 7}”" for i in range(60)}
    return fields | {"chi_tieu": rows[:10], "hang": rows}


def ours(*arguments):
    ran = subprocess.run([bench, *map(str, arguments)], capture_output=True, text=True, check=True)
    return [float(each) for each in ran.stdout.split()]


def theirs(path, values, times):
    environment = jinja2.Environment(autoescape=True)
    began = time.process_time()
    for _ in range(times):
        engine = docxtpl.DocxTemplate(str(path))
        engine.render(values, environment)
        engine.save(str(path.with_suffix(".theirs.docx")))
    return (time.process_time() - began) / times


def by_docxtemplater(folder, values, wanted):
    """Seconds a document; nothing when node or npm or the package cannot be had."""
    installed = shutil.which("node") and shutil.which("npm") and subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "docxtemplater", "pizzip"], cwd=folder,
        capture_output=True).returncode == 0
    if not installed:
        print("docxtemplater  not measured: needs node and npm with access to its packages")
        return
    (folder / "run.js").write_text(NODE)
    report(for_node=True).save(str(folder / "node.docx"))
    out = folder / "node.out.docx"
    took = min(float(subprocess.run(["node", "run.js", "node.docx", values, out, "10"], cwd=folder, check=True,
                                    capture_output=True, text=True).stdout) for _ in range(3))
    if text(out) != wanted:
        sys.exit("docxtemplater gave another text")
    print(f"docxtemplater  {1 / took:8.1f} documents/s of processor time")


def text(path):
    document = docx.Document(str(path))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return [p.text for p in document.paragraphs] + cells


def main(folder):
    template, values = folder / "t.docx", folder / "d.json"
    report().save(str(template))
    values.write_text(json.dumps(data(), ensure_ascii=False), "utf-8")
    peer = min(theirs(template, data(), 10) for _ in range(3))
    ours(template, values, "rows", 100, folder / "ours.docx")
    if text(folder / "ours.docx") != text(template.with_suffix(".theirs.docx")):
        sys.exit("the two engines gave different texts")
    by_docxtemplater(folder, values, text(folder / "ours.docx"))
    print(f"docxtpl        {1 / peer:8.1f} documents/s of processor time")
    for mode in ["compiled", "fresh"]:
        took = min(ours(template, values, mode, count)[0] for _ in range(3)) / count
        print(f"{mode:14} {1 / took:8.1f} documents/s of processor time, × {peer / took:.1f}")
    alone = min(ours(template, values, "compiled", count)[1] for _ in range(3))
    both = min(ours(template, values, "threads", count)[1] for _ in range(3))
    print(f"two threads    × {alone / both:.2f} of one (wall time)")
    empty = ours(template, values, "rows", 1, folder / "o.docx")
    for rows in [5_000, 500_000]:
        took = ours(template, values, "rows", rows, folder / "o.docx")
        print(f"{rows:7} rows   {took[0] - empty[0]:6.3f} s, {took[2] / 1024:.0f} MB")


with tempfile.TemporaryDirectory() as work:
    main(pathlib.Path(work))
