"""Outside readers accept the three documents: python-docx, openpyxl, LibreOffice, poppler."""
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
import openpyxl

program, project = sys.argv[1:3]
faults = []


def pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", info)[1])


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                          check=True).stdout


def to_pdf(path, work):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", work, path],
                   capture_output=True, check=True, timeout=180)
    return pathlib.Path(work, path.stem + ".pdf")


def demand(truth, message):
    if not truth:
        faults.append(message)


def check_word(path, work):
    document = docx.Document(str(path))
    words = "\n".join(p.text for p in document.paragraphs)
    cells = "\n".join(c.text for t in document.tables for r in t.rows for c in r.cells)
    for piece in ["BÁO CÁO", "-----", "cấp ủy viên"]:
        demand(piece in words, f"Word: no {piece!r}")
    demand("ĐẢNG CỘNG SẢN VIỆT NAM" in cells, "Word: no Party title")
    demand(not re.search(r"\{\{|\{%|%\}|\}\}", words + cells), "Word: a tag is left")
    laid = to_pdf(path, work)
    demand(3 <= pages(laid) <= 20, f"Word: {pages(laid)} pages")
    demand("ĐẢNG CỘNG SẢN VIỆT NAM" in text_of(laid), "Word through LibreOffice: no Party title")


def check_excel(path, work):
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    demand(len(formulas.sheetnames) == 4, f"Excel: sheets {formulas.sheetnames}")
    kinds = 0
    for sheet in formulas:
        demand(sheet.page_setup.paperSize in ("9", 9), f"Excel: {sheet.title} is not A4")
        demand(sheet.print_title_rows, f"Excel: {sheet.title} does not repeat its header")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    kinds += 1
                    demand(values[sheet.title][cell.coordinate].value is not None,
                           f"Excel: {sheet.title}!{cell.coordinate} has no cached value")
    demand(kinds >= 25, f"Excel: only {kinds} formulas")
    demand(pages(to_pdf(path, work)) >= 5, "Excel through LibreOffice: too few pages")


def check_internal_list(out):
    """Names stand in the internal list and nowhere else."""
    book = openpyxl.load_workbook(out / "danh-sach-noi-bo.xlsx", read_only=True)
    cells = {str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v}
    roster = next(pathlib.Path(project, "inputs/thai-nguyen-cbcx-2026-q3/can-bo").glob("*.csv"))
    named = [c for line in roster.read_text("utf-8-sig").splitlines() for c in re.split("[;,]", line)
             if c in cells and re.fullmatch(r"(\w+ ){2,4}\w+", c) and not c.startswith(("Xã", "Phường"))]
    demand(named, "internal list: nobody of the first CSV roster is named")
    outward = openpyxl.load_workbook(out / "phu-luc.xlsx", read_only=True)
    seen = {str(v) for sheet in outward for row in sheet.iter_rows(values_only=True) for v in row if v}
    demand(not seen & set(named), f"appendix names persons: {sorted(seen & set(named))[:3]}")


def check_pdf(path):
    demand(pages(path) == 2, f"PDF: {pages(path)} pages")
    words = text_of(path)
    for piece in ["ĐẢNG CỘNG SẢN VIỆT NAM", "Văn Lăng", "Văn Lang"]:
        demand(piece in words, f"PDF: no {piece!r}")
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    for line in fonts.splitlines()[2:]:
        demand("Liberation" in line and " yes " in line, f"PDF: font not embedded: {line}")


with tempfile.TemporaryDirectory() as work:
    out = pathlib.Path(work, "ket-qua")
    done = subprocess.run([program, "report", f"{project}/inputs/thai-nguyen-cbcx-2026-q3", "--out", out],
                          capture_output=True, text=True)
    demand(done.returncode == 4, f"exit {done.returncode}\n{done.stderr}")
    check_word(out / "bao-cao.docx", work)
    check_excel(out / "phu-luc.xlsx", work)
    check_pdf(out / "tom-tat.pdf")
    check_internal_list(out)
print("\n".join(faults))
sys.exit(bool(faults))
