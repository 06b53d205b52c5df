"""Cases written by xlsxwriter: cell values, number formats, fonts, what is hidden."""
import datetime

import xlsxwriter

import legacy
import writing
from writing import roster

AN = [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]
BINH = [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"]
CUONG = [3, "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư"]


def case(write, **options):
    """The function gets a workbook and its first sheet, "Danh sách"."""

    def save(path):
        book = xlsxwriter.Workbook(str(path), options)
        book.set_properties({"created": datetime.datetime(2026, 9, 30)})
        write(book, book.add_worksheet("Danh sách"))
        book.close()
        writing.fixed(path)

    save.__name__ = write.__name__
    return writing.case("xlsx")(save)


def fill(sheet, rows, top=0, left=0, style=None):
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(top + number, left + column, value, style)


def people(values, column):
    """One person per value, which stands in `column` of the usual headers."""
    names = "An Bình Cường Dũng Em Giang Hùng Khoa Lâm Minh Nam Oanh Phúc".split()
    rows = []
    for number, (name, value) in enumerate(zip(names, values), 1):
        row = [number, f"Nguyễn Văn {name}", "1985", "Nam", "Chuyên viên", None]
        row[column] = value
        rows.append(row)
    return rows


@case
def dates_as_text(book, sheet):
    dates = ["05/3/1985", "5.3.1985", "5-3-1985", "1985-03-05", "3/1985", "02/1985", "1985", 1985,
             "ngày 05 tháng 3 năm 1985", "05/03/1985 ", " 5 / 3 / 1985", "1985-03-05 00:00:00"]
    fill(sheet, roster(*people(dates, 2)))


@case
def impossible_dates(book, sheet):
    dates = ["31/02/1985", "30/13/1985", "05/03/3985", "không rõ", 19850305, "00/00/1985", 0]
    fill(sheet, roster(*people(dates, 2)))


@case
def two_digit_years(book, sheet):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/85", "Nam", "Bí thư", "03/02/10"],
        [2, "Lò Thị Bình", "20.11.90", "Nữ", "Chuyên viên", "19/5/08"],
        headers=[*writing.HEADERS, "Ngày vào Đảng"],
    )
    fill(sheet, rows)


@case
def month_format_hides_day(book, sheet):
    fill(sheet, roster(*people([None, None], 2)))
    for row, shape in [(3, "mm/yyyy"), (4, "dd/mm/yyyy")]:
        sheet.write_datetime(row, 2, datetime.datetime(1985, 3, 1), book.add_format({"num_format": shape}))


@case
def date_formats_of_all_kinds(book, sheet):
    shapes = ["dd/mm/yyyy", "d.m.yy", "[$-42A]dd mmmm yyyy", 'dd"/"mm"/"yyyy', "yyyy-mm-dd hh:mm", "m/d/yy",
              "dd/mm/yyyy;@", '"ngày "dd" tháng "mm" năm "yyyy', "[Blue]dd\\-mm\\-yyyy"]
    fill(sheet, roster(*people([None] * len(shapes), 2)))
    for row, shape in enumerate(shapes, 3):
        sheet.write_datetime(row, 2, datetime.datetime(1985, 3, 5), book.add_format({"num_format": shape}))


@case
def formats_that_only_look_like_dates(book, sheet):
    shapes = ['0" năm"', '"d"0', "[Red]0", '0;"dd/mm"0', "0\\d", "0_d", '#,##0"m"', "General"]
    fill(sheet, roster(*people([None] * len(shapes), 2)))
    for row, shape in enumerate(shapes, 3):
        sheet.write_number(row, 2, 1985, book.add_format({"num_format": shape}))


@case
def year_typed_into_date_cell(book, sheet):
    fill(sheet, roster(*people([None, None], 2)))
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_number(3, 2, 1985, date)
    sheet.write_datetime(4, 2, datetime.datetime(1990, 11, 20), date)


@case
def us_swapped_days(book, sheet):
    """Typed 05/03, 25/03, 11/12 … into an American Excel: it took days up to 12 for months."""
    fill(sheet, roster(*people([None, "25/03/1985", None, "31/12/1979", None, "13/01/1990"], 2)))
    american = book.add_format({"num_format": "mm/dd/yyyy"})
    for row, day in [(3, (1985, 5, 3)), (5, (1980, 11, 12)), (7, (1990, 1, 2))]:
        sheet.write_datetime(row, 2, datetime.datetime(*day), american)


@case
def american_order_in_text(book, sheet):
    fill(sheet, roster(*people(["03/25/1985", "12/31/1979", "05/03/1985"], 2)))


@case
def formula_results(book, sheet):
    fill(sheet, roster(AN, BINH, CUONG, headers=[*writing.HEADERS, "Phù hợp VTVL", "LLCT", "Ngày vào Đảng"]))
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_formula("A5", "=A4+1", None, 2)
    sheet.write_formula("B4", '=PROPER("nguyễn văn an")', None, "Nguyễn Văn An")
    sheet.write_formula("C4", "=DATE(1985,3,5)", date, 31111)
    sheet.write_formula("F4", "=1=1", None, True)
    sheet.write_formula("F5", "=1=2", None, False)
    sheet.write_formula("G4", '="Cao"&" cấp"', None, "Cao cấp")
    sheet.write_formula("G5", '=""', None, "")
    sheet.write_formula("H4", "=VLOOKUP(B4,Z1:Z9,2,0)", None, "#N/A")


@case
def error_cells(book, sheet):
    headers = [*writing.HEADERS, "Dân tộc", "Số CCCD"]
    fill(sheet, roster([1, "Nguyễn Văn An", None, "Nam", None], BINH, headers=headers))
    for address, error in [("C4", "#REF!"), ("E4", "#VALUE!"), ("F4", "#N/A"), ("G4", "#NAME?")]:
        sheet.write_formula(address, "=1/0", None, error)


@case
def error_in_name_cell(book, sheet):
    fill(sheet, roster(AN, [2, None, "20/11/1990", "Nữ", "Chuyên viên"]))
    sheet.write_formula("B5", "=VLOOKUP(A5,Z1:Z9,2,0)", None, "#N/A")


@case
def rows_hidden_by_filter(book, sheet):
    fill(sheet, roster(AN, BINH, CUONG))
    sheet.autofilter("A3:E6")
    sheet.filter_column("D", "x == Nam")
    sheet.set_row(4, options={"hidden": True})


@case
def hidden_columns(book, sheet):
    rows = roster([*AN, "Tày", "019085000123"], [*BINH, "Thái", None], headers=[*writing.HEADERS, "Dân tộc", "CCCD"])
    fill(sheet, rows)
    sheet.set_column("F:G", None, None, {"hidden": True})


@case
def hidden_sheet(book, sheet):
    fill(sheet, roster(AN))
    codes = book.add_worksheet("Danh mục")
    fill(codes, [["Nam"], ["Nữ"], ["Tày"]])
    codes.hide()


@case
def rich_strings(book, sheet):
    fill(sheet, roster([1, None, "05/03/1985", "Nam", None], BINH))
    bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
    sheet.write_rich_string("B4", "Nguyễn ", bold, "Văn ", red, "An")
    sheet.write_rich_string("E4", bold, "UV BTV", ", PCT ", red, "UBND")


@case
def cccd_lost_zero_number(book, sheet):
    numbers = [19085001234, 1085001234, "019085000123", "19085000123", 19085000123.5, "019 085 000 456", "019085000789 "]
    fill(sheet, roster(*people(numbers, 5), headers=[*writing.HEADERS, "Số CCCD"]))


@case
def cccd_in_scientific_notation(book, sheet):
    fill(sheet, roster(*people(["1.9085E+10", "1,9085E+10", 1.9085e10], 5), headers=[*writing.HEADERS, "Số CCCD"]))


@case
def cmnd_of_nine_digits(book, sheet):
    fill(sheet, roster(*people(["090123456", 90123456, 290123456], 5), headers=[*writing.HEADERS, "CMND"]))


def inline_strings(book, sheet):
    """constant_memory writes every text into its cell."""
    fill(sheet, roster(AN, BINH))


case(inline_strings, constant_memory=True)


def date1904(book, sheet):
    """Counted from 1904, as Excel for Macintosh did."""
    fill(sheet, roster(*people([None, 1990], 2)))
    sheet.write_datetime(3, 2, datetime.datetime(1985, 3, 5), book.add_format({"num_format": "dd/mm/yyyy"}))


case(date1904, date_1904=True)


@case
def levels_one_hot_ticked_twice(book, sheet):
    headers = [*writing.HEADERS, "Trình độ chuyên môn", None, None, "Lý luận chính trị", None]
    rows = roster(
        [None] * 5 + ["Thạc sĩ", "Đại học", "Cao đẳng", "Cao cấp", "Trung cấp"],
        [*AN, "x", "x", None, "x"],
        [*BINH, None, "ĐH", None, None, "X"],
        [*CUONG, None, None, "2009", None, None],
        headers=headers,
    )
    fill(sheet, rows)
    sheet.merge_range("F3:H3", "Trình độ chuyên môn")
    sheet.merge_range("I3:J3", "Lý luận chính trị")


@case
def excel_table_with_total_row(book, sheet):
    fill(sheet, [["Đơn vị: Xã Văn Lăng"]])
    sheet.add_table("A3:E6", {
        "total_row": True,
        "data": [AN, BINH],
        "columns": [{"header": h} for h in writing.HEADERS[:-1]] + [{"header": "Chức vụ", "total_function": "count"}],
    })
    sheet.write("A6", "Tổng")


@case
def comments_on_cells(book, sheet):
    fill(sheet, roster(AN))
    sheet.write_comment("C4", "Giấy khai sinh ghi 1986", {"author": "Phòng Nội vụ"})


@case
def table_away_from_the_corner(book, sheet):
    sheet.write("H2", "Xã Văn Lăng")
    fill(sheet, [writing.HEADERS, AN, BINH], top=9, left=6)


@case
def number_for_text(book, sheet):
    rows = roster([*AN, 12], [*BINH, 2.5], headers=[*writing.HEADERS, "Ghi chú"])
    rows[3][4] = 7
    fill(sheet, rows)


@case
def tcvn3_by_font(book, sheet):
    font = book.add_format({"font_name": ".VnTime"})
    head = book.add_format({"font_name": ".VnTimeH"})
    fill(sheet, [[legacy.tcvn3(t) if isinstance(t, str) else t for t in row] for row in roster(AN, BINH, CUONG)],
         style=font)
    fill(sheet, [[legacy.tcvn3("Đơn vị: xã Văn Lăng")]], style=head)
    fill(sheet, [[legacy.tcvn3("nguyễn văn an")]], top=3, left=1, style=head)


@case
def vni_fonts(book, sheet):
    font = book.add_format({"font_name": "VNI-Times"})
    rows = [[legacy.vni(t) if isinstance(t, str) else t for t in row] for row in roster(AN, BINH, CUONG)]
    fill(sheet, rows, style=font)


@case
def tcvn3_body_unicode_header(book, sheet):
    body = book.add_format({"font_name": ".VnTime"})
    fill(sheet, roster())
    fill(sheet, [[legacy.tcvn3(t) if isinstance(t, str) else t for t in row] for row in [AN, BINH, CUONG]], top=3,
         style=body)


@case
def unicode_text_in_vn_font(book, sheet):
    """The font was changed after typing: it says TCVN3, the text is Unicode."""
    fill(sheet, roster(AN, BINH, CUONG), style=book.add_format({"font_name": ".VnTime"}))


@case
def tcvn3_in_one_column_only(book, sheet):
    fonts = book.add_format({"font_name": ".VnArial"})
    fill(sheet, roster(AN, BINH, CUONG))
    names = ["Đặng Thị Hường", "Vương Quốc Tưởng", "Lưu Đình Thưởng"]
    fill(sheet, [[legacy.tcvn3(name)] for name in names], top=3, left=1, style=fonts)


@case
def serial_number_without_format(book, sheet):
    """The format of the cells was lost: a date shows as the number of its day."""
    fill(sheet, roster(*people([31111, "20/11/1990", 3111], 2)))


@case
def quota_numbers(book, sheet):
    fill(sheet, [
        ["Biên chế xã Văn Lăng"],
        [],
        ["TT", "Khối", "Biên chế", None],
        [None, None, "Được giao", "Có mặt"],
        [1, "Khối Đảng", "12 ", 11],
        [2, "UBND", 1234, "1.234"],
        [3, "MTTQ", "mười", 6.0],
        ["Tổng cộng", None, 1252, 1251],
    ])
    sheet.merge_range("C3:D3", "Biên chế")
