"""Writes the files of cases/ again: make.py [name …]. Needs openpyxl, xlsxwriter and soffice."""
import pathlib
import sys

import writing

WRITERS = ["by_openpyxl", "by_openpyxl_values", "by_xlsxwriter", "by_libreoffice", "by_hand_xlsx", "by_hand_csv", "hostile"]


def main(wanted):
    for writer in WRITERS:
        __import__(writer)
    writing.CASES.mkdir(exist_ok=True)
    for file, write in writing.BUILDERS:
        if not wanted or pathlib.Path(file).stem in wanted:
            write(writing.CASES / file)


if __name__ == "__main__":
    main(sys.argv[1:])
