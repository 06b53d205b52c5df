"""Cases written by openpyxl: values, names, posts and levels as offices type them."""
import datetime

from openpyxl.styles import Font

import writing
from by_openpyxl import case, fill
from writing import roster


@case
def two_degrees_in_cell(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "ĐH Luật; ThS QLKT", "TC, CC LLCT"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "Cao đẳng sư phạm, Đại học Luật", "Trung cấp"],
        [3, "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư", "ThS QLKT + ĐH Luật", "Cao cấp; Cử nhân"],
        headers=[*writing.HEADERS, "Trình độ chuyên môn", "LLCT"],
    )
    fill(book.active, rows)


@case
def still_studying_master(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "ĐH Luật, đang học ThS", "Trung cấp; đang học CC LLCT"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "đang học ThS", "đang học CC LLCT"],
        [3, "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư", "Đại học (đang học cao học)", "Cao cấp"],
        headers=[*writing.HEADERS, "Trình độ chuyên môn", "LLCT"],
    )
    fill(book.active, rows)


@case
def years_in_brackets(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "ThS QLKT (2020)", "Cao cấp (2021)"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "Đại học (2012); Thạc sĩ (2019)", "Trung cấp (2018)"],
        headers=[*writing.HEADERS, "Trình độ chuyên môn", "LLCT"],
    )
    fill(book.active, rows)


@case
def posts_with_several_titles(book):
    posts = ["UV BTV, PCT UBND", "BT ĐU, CT HĐND", "PBT TT", "ĐUV, Trưởng phòng Kinh tế", "PBT-CT UBND",
             "Bí thư Đảng ủy kiêm Chủ tịch HĐND xã", "UVBTV\nChủ nhiệm UBKT", "Phó Chủ tịch UBMTTQ; CT Hội LHPN"]
    people = [[n, f"Nguyễn Văn {name}", "1985", "Nam", post]
              for n, (name, post) in enumerate(zip("An Bình Cường Dũng Em Giang Hùng Khoa".split(), posts), 1)]
    fill(book.active, roster(*people))


@case
def ticks_of_every_kind(book):
    ticks = ["x", "X", "×", "✓", "√", 1, "Có", True, "Không", 0, None]
    names = "An Bình Cường Dũng Em Giang Hùng Khoa Lâm Minh Nam".split()
    people = [[n, f"Nguyễn Văn {name}", "1985", "Nam", "Chuyên viên", tick]
              for n, (name, tick) in enumerate(zip(names, ticks), 1)]
    fill(book.active, roster(*people, headers=[*writing.HEADERS, "Phù hợp VTVL"]))


@case
def female_column_of_ticks(book):
    rows = roster(
        [1, "Nguyễn Văn An", "1985", None, "Bí thư"],
        [2, "Lò Thị Bình", "1990", "x", "Chuyên viên"],
        headers=["TT", "Họ tên", "Năm sinh", "Nữ (x)", "Chức danh"],
    )
    fill(book.active, rows)


@case
def ethnic_other_names_and_numbers(book):
    groups = ["Kinh", "H'Mông", "Mèo", "Thổ", "8", "Tầy"]
    people = [[n, f"Nguyễn Văn {name}", "1985", "Nam", "Chuyên viên", group]
              for n, (name, group) in enumerate(zip("An Bình Cường Dũng Em Giang".split(), groups), 1)]
    fill(book.active, roster(*people, headers=[*writing.HEADERS, "DT"]))


@case
def unknown_header(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "XL", "Cao cấp", None],
        headers=[*writing.HEADERS, "Cỡ áo", "Lý luận chính chị", "Cột trống"],
    )
    fill(book.active, rows)


@case
def two_columns_for_one_fact(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Đại học", "Thạc sĩ"],
        headers=[*writing.HEADERS, "Trình độ chuyên môn", "Bằng cấp"],
    )
    fill(book.active, rows)


@case
def header_settled_in_job(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Đại học"],
        headers=[*writing.HEADERS, "Văn bằng đã có"],
    )
    fill(book.active, rows)


@case
def required_column_missing(book):
    rows = roster([1, "Nguyễn Văn An", "Nam", "Bí thư"], headers=["STT", "Họ và tên", "Giới tính", "Chức vụ"])
    fill(book.active, rows)


@case
def bad_cells_keep_the_person(book):
    rows = roster(
        [1, "Nguyễn Văn An", "31/02/1985", "Nma", "Bí thư làng", "Thạc sỉ QLKT", "12345", "Kih", "có lẽ"],
        [2, "Lò Thị Bình", None, None, None],
        headers=[*writing.HEADERS, "Trình độ chuyên môn", "Số CCCD", "Dân tộc", "Người địa phương"],
    )
    fill(book.active, rows)


@case
def split_name_columns(book):
    rows = roster(
        [1, "Nguyễn Văn", "An", "05/03/1985", "Bí thư"],
        [2, "Lò", "Bình", "20/11/1990", "Chuyên viên"],
        headers=["STT", "Họ đệm", "Tên", "Ngày sinh", "Chức vụ"],
    )
    fill(book.active, rows)


@case
def name_merged_over_two_columns(book):
    rows = roster(
        [1, "Nguyễn Văn", "An", "05/03/1985", "Bí thư"],
        [2, "Lò Thị Bình", None, "20/11/1990", "Chuyên viên"],
        headers=["STT", "Họ và tên", None, "Ngày sinh", "Chức vụ"],
    )
    fill(book.active, rows, ["B3:C3"])


@case
def name_suffix_nu(book):
    names = ["Đ/c Nguyễn Văn An", "Ông Trần Văn Bình", "Bà Lê Thị Cúc", "Hoàng Thị Dung (Nữ)", "Nông Văn Em (biệt phái)",
             "NGUYỄN THỊ GIANG", "  Phạm  Văn   Hùng  ", "H'Maryam Niê", "Đồng chí Ma Văn Khoa"]
    sexes = ["Nam", "Nam", "Nữ", "Nữ", "Nam", "Nữ", "Nam", "Nữ", "Nam"]
    people = [[n, name, "1985", sex, "Chuyên viên"] for n, (name, sex) in enumerate(zip(names, sexes), 1)]
    fill(book.active, roster(*people))


@case
def row_without_name(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [2, None, "20/11/1990", "Nữ", "Chuyên viên"],
    )
    fill(book.active, rows)


@case
def same_person_twice(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "019085000123"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", None],
        [3, "NGUYỄN VĂN AN", "05/03/1985", "Nam", "Bí thư", "019085000123"],
        [4, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", None],
        [5, "Lò Thị Bình", "21/11/1990", "Nữ", "Chuyên viên", None],
        headers=[*writing.HEADERS, "CCCD"],
    )
    fill(book.active, rows)


@case
def line_breaks_everywhere(book):
    rows = roster(
        [1, "Nguyễn\nVăn An", "05/03/\n1985", "Nam", "UV BTV\nPCT UBND"],
        headers=["S\nTT", "Họ và\ntên", "Ngày, tháng,\nnăm sinh", "Giới\ntính", "Chức vụ,\nchức danh"],
    )
    fill(book.active, rows)


@case
def apostrophe_texts(book):
    fill(book.active, roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "019085000123"],
        [2, "Lò Thị Bình", "'20/11/1990", "Nữ", "Chuyên viên", "'019190000456"],
        headers=[*writing.HEADERS, "CCCD"],
    ))
    for address in ["C4", "F4"]:
        book.active[address].quotePrefix = True


@case
def formatted_blank_rows_below(book):
    fill(book.active, roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]))
    for row in range(5, 200):
        for column in range(1, 6):
            book.active.cell(row, column).font = Font(name="Times New Roman", bold=True)


@case
def formula_without_result(book):
    fill(book.active, roster(
        ["=ROW()-3", "Nguyễn Văn An", "=DATE(1985,3,5)", "Nam", "Bí thư"],
        [2, "Lò Thị Bình", datetime.date(1990, 11, 20), "Nữ", "Chuyên viên"],
    ))


@case
def speciality_after_a_comma(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Đại học, Luật kinh tế"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "ĐH: Kế toán"],
        headers=[*writing.HEADERS, "Trình độ chuyên môn"],
    )
    fill(book.active, rows)


@case
def people_only_on_tong_hop(book):
    """The summary has one person more than the sheets, and another level for one of them."""
    headers = [*writing.HEADERS, "LLCT"]
    party = [[1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Cao cấp"],
             [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "Trung cấp"]]
    state = [[n, f"Trần Văn {name}", "1979", "Nam", "Chuyên viên", "Sơ cấp"]
             for n, name in enumerate("Cường Dũng Em Giang Hùng Khoa Lâm Minh".split(), 1)]
    changed = [*party[1][:5], "Sơ cấp"]
    more = [11, "Ma Thị Phúc", "1991", "Nữ", "Văn thư", "Sơ cấp"]
    fill(book.active, roster(*party, headers=headers))
    book.active.title = "Đảng ủy"
    fill(book.create_sheet("UBND"), roster(*state, headers=headers))
    fill(book.create_sheet("Tổng hợp"), roster(party[0], changed, *state, more, headers=headers))
