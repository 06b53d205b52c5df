"""Prints a workbook as one line per fact, for the tests: sheet, address, kind, value, number format.

A formula has two lines: "formula" and "cached". Print settings follow as "page" lines.
"""
import datetime
import sys

import openpyxl


def shown(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return repr(value) if isinstance(value, float) else str(value).replace("\n", "\\n")


def dump_cells(sheet, cached):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            kinds = {"f": "formula", "s": "text", "n": "number", "d": "date"}
            kind = kinds[cell.data_type]
            print(sheet.title, cell.coordinate, kind, shown(cell.value), cell.number_format, sep="|")
            if kind == "formula":
                print(sheet.title, cell.coordinate, "cached", shown(cached[cell.coordinate].value), sep="|")
            fill = cell.fill.fgColor.rgb if cell.fill.fill_type else None
            if fill:
                print(sheet.title, cell.coordinate, "fill", fill, sep="|")


def dump_page(sheet):
    facts = {
        "merged": " ".join(sorted(str(area) for area in sheet.merged_cells.ranges)),
        "paper": sheet.page_setup.paperSize,
        "orientation": sheet.page_setup.orientation,
        "fit": f"{sheet.page_setup.fitToWidth or 1}x{sheet.page_setup.fitToHeight}",
        "titles": sheet.print_title_rows,
        "area": " ".join(sheet.print_area),
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "header": sheet.oddHeader.center.text,
        "heights": " ".join(f"{n}:{d.height:g}" for n, d in sorted(sheet.row_dimensions.items()) if d.height),
    }
    for name, value in facts.items():
        print(sheet.title, "page", name, value, sep="|")


book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
print("book", book.properties.title, book.properties.creator, book.properties.created.date(), sep="|")
for one in book.worksheets:
    dump_cells(one, values[one.title])
    dump_page(one)
