"""Cases written by openpyxl: the forms and layouts of offices."""
import openpyxl

import writing
from writing import roster


def case(write):
    """The function gets a workbook with one sheet, "Danh sách"."""

    def save(path):
        book = openpyxl.Workbook()
        book.active.title = "Danh sách"
        write(book)
        book.properties.creator = "baocao"
        book.save(path)
        writing.fixed(path)

    save.__name__ = write.__name__
    return writing.case("xlsx")(save)


def fill(sheet, rows, merge=()):
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)
    for area in merge:
        sheet.merge_cells(area)


@case
def merged_headers_both_ways(book):
    fill(
        book.active,
        [
            ["ĐẢNG BỘ TỈNH THÁI NGUYÊN", None, None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
            ["ĐẢNG ỦY XÃ VĂN LĂNG"],
            ["*", None, None, None, None, "Văn Lăng, ngày 30 tháng 9 năm 2026"],
            [],
            ["DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ"],
            ["(Tính đến ngày 30/9/2026)"],
            [],
            ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Trình độ", None, None, "Ghi chú"],
            [None, None, None, None, None, "Chuyên môn", None, "Lý luận chính trị"],
            [None, None, None, None, None, "Thạc sĩ", "Đại học"],
            [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "x", None, "Cao cấp"],
            [2, "Lò Thị Bình", "1990", "Nữ", "Chuyên viên", None, "x", "Trung cấp", "Biệt phái"],
        ],
        ["A1:E1", "F1:I1", "A5:I5", "A6:I6", "A8:A10", "B8:B10", "C8:C10", "D8:D10", "E8:E10", "F8:H8", "F9:G9",
         "H9:H10", "I8:I10"],
    )


@case
def sex_by_birth_column(book):
    fill(
        book.active,
        [
            ["Mẫu BM04/BNV"],
            ["BÁO CÁO DANH SÁCH VÀ TIỀN LƯƠNG CÁN BỘ, CÔNG CHỨC CẤP XÃ NĂM 2026"],
            ["Đơn vị báo cáo: Xã Văn Lăng", None, None, None, None, "Đơn vị nhận báo cáo: Bộ Nội vụ"],
            ["Tính đến ngày 30/9/2026"],
            [],
            ["Stt", "Họ và tên", "Ngày tháng năm sinh", None, "Chức vụ hoặc chức danh công tác",
             "Cơ quan, đơn vị đang làm việc", "Thời gian giữ chức vụ, chức danh", "Mức lương hiện hưởng", None,
             "Phụ cấp", None, None, None, None, "Ghi chú"],
            [None, None, "Nam", "Nữ", None, None, None, "Hệ số lương", "Bậc lương hiện hưởng", "Chức vụ",
             "Trách nhiệm", "Khu vực", "Phụ cấp vượt khung", "Tổng phụ cấp theo phần trăm"],
            [1, "Nguyễn Văn An", "05/03/1985", None, "Bí thư", "Đảng ủy", "12 tháng", 4.4, 3, 0.3, None, 0.2],
            [2, "Lò Thị Bình", None, "20/11/1990", "Chủ tịch HĐND", "HĐND", "3 tháng", 3.66, 4, 0.25, None, 0.2],
            [None, "Tổng số", 1, 1],
            [],
            [None, None, None, None, None, "Văn Lăng, ngày 30 tháng 9 năm 2026"],
            [None, "Người lập bảng", None, None, None, "Thủ trưởng đơn vị"],
            [None, "(Ký, ghi rõ họ tên)", None, None, None, "(Ký, đóng dấu)"],
            [None, "Trần Văn Lập", None, None, None, "Nguyễn Văn An"],
        ],
        ["A2:O2", "C6:D6", "H6:I6", "J6:N6", *(f"{c}6:{c}7" for c in "ABEFGO")],
    )


@case
def trich_ngang_39_columns(book):
    groups = [
        ("STT", []), ("Họ và tên", []), ("Ngày, tháng, năm sinh", ["Nam", "Nữ"]), ("Số CMND", []),
        ("Số sổ BHYT/BHXH", []), ("Chức vụ/Chức danh", []), ("Đơn vị công tác", []), ("Dân tộc", []),
        ("Tôn giáo", []), ("Quê quán", []), ("Ngày tháng năm được tuyển dụng", []),
        ("Ngày vào biên chế chính thức (hưởng ngạch)", []), ("Ngày vào đơn vị", []),
        ("Ngày vào Đảng", ["Dự bị", "Chính thức"]), ("Trình độ văn hóa", []),
        ("Trình độ chuyên môn", ["Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp", "Còn lại"]),
        ("Chuyên ngành", []), ("Trình độ lý luận chính trị", ["Cử nhân", "Cao cấp", "Trung cấp", "Sơ cấp"]),
        ("Trình độ QLNN", ["CV cao cấp", "CV chính", "Chuyên viên", "Cán sự"]), ("ngoại ngữ", []), ("tin học", []),
        ("Lương hiện hưởng", ["Mã ngạch", "Bậc", "Hệ số", "Thời điểm hưởng"]), ("Ghi chú", []),
    ]
    sheet = book.active
    fill(sheet, [["UBND XÃ VĂN LĂNG"], ["DANH SÁCH LÝ LỊCH TRÍCH NGANG"], ["Năm 2026"]])
    column = 1
    for title, parts in groups:
        sheet.cell(5, column, title)
        last = column + max(len(parts), 1) - 1
        sheet.merge_cells(start_row=5, end_row=5 if parts else 6, start_column=column, end_column=last)
        for part in parts:
            sheet.cell(6, column, part)
            column += 1
        column = last + 1
    for number in range(1, 40):
        sheet.cell(7, number, number)
    people = [
        {1: 1, 2: "Nguyễn Văn An", 3: "05/03/1985", 5: "019085000123", 7: "Chủ tịch UBND", 8: "UBND xã", 9: "Tày",
         10: "Không", 11: "Thái Nguyên", 12: "01/09/2008", 15: "03/02/2010", 16: "03/02/2011", 17: "12/12", 19: "x",
         24: "Luật", 26: "x", 30: "x", 33: "B", 34: "B", 35: "01.002", 36: 3, 37: 4.98},
        {1: 2, 2: "Lò Thị Bình", 4: "20/11/1990", 5: "019190000456", 7: "Kế toán", 8: "UBND xã", 9: "Thái",
         10: "Không", 17: "12/12", 23: "x", 27: "x", 32: "x", 35: "01.004"},
    ]
    for row, person in enumerate(people, 8):
        for number, value in person.items():
            sheet.cell(row, number, value)
    sheet.cell(11, 30, "Văn Lăng, ngày 30 tháng 9 năm 2026")
    sheet.cell(12, 2, "Người lập biểu")
    sheet.cell(12, 30, "CHỦ TỊCH")


@case
def column_numbers_with_letters(book):
    rows = roster(
        ["A", "B", 1, 2, 3],
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
    )
    fill(book.active, rows)


@case
def column_numbers_in_brackets(book):
    rows = roster(
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
    )
    fill(book.active, rows)


@case
def header_on_every_page(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [],
        writing.HEADERS,
        [1, 2, 3, 4, 5],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
        [],
        [],
        writing.HEADERS,
        [3, "Trần Văn Cường", "01/01/1979", "Nam", "Phó Bí thư"],
    )
    fill(book.active, rows)


@case
def blank_columns_between(book):
    rows = roster(
        [1, None, "Nguyễn Văn An", None, None, "05/03/1985", "Nam", None, "Bí thư"],
        [2, None, "Lò Thị Bình", None, None, "20/11/1990", "Nữ", None, "Chuyên viên"],
        headers=["STT", None, "Họ và tên", None, None, "Ngày sinh", "Giới tính", None, "Chức vụ"],
    )
    fill(book.active, rows)


@case
def group_rows_and_subtotals(book):
    rows = roster(
        ["A. KHỐI ĐẢNG"],
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
        [None, "Cộng", 2],
        ["B. KHỐI CHÍNH QUYỀN"],
        [1, "Trần Văn Cường", "01/01/1979", "Nam", "Chủ tịch UBND"],
        [None, "Cộng khối chính quyền: 1 người"],
        ["Tổng cộng", None, 3],
    )
    fill(book.active, rows, ["A4:E4", "A8:E8", "A11:B11"])


@case
def roman_numeral_groups(book):
    rows = roster(
        ["I", "Đảng ủy xã Văn Lăng"],
        ["1", "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        ["II", "UBND xã Văn Lăng"],
        ["1", "Trần Văn Cường", "01/01/1979", "Nam", "Chủ tịch UBND"],
        ["III", "Mặt trận Tổ quốc và các đoàn thể"],
        ["1", "Lò Thị Bình", "20/11/1990", "Nữ", "Chủ tịch MTTQ"],
    )
    fill(book.active, rows)


@case
def sheet_per_khoi(book):
    fill(book.active, roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]))
    book.active.title = "Khối Đảng"
    fill(
        book.create_sheet("Khối chính quyền"),
        roster([1, "Trần Văn Cường", "01/01/1979", "Nam", "Chủ tịch UBND"]),
    )


@case
def sheet_per_commune(book):
    book.active.title = "Sheet1"
    fill(book.active, roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]))
    other = roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"])
    other[0] = ["ĐẢNG ỦY XÃ VĂN LANG"]
    fill(book.create_sheet("Sheet2"), other)


@case
def sheet_names_name_communes(book):
    for name in ["Xã Đại Từ", "Phú Bình"]:
        rows = roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"])
        rows[0] = ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"]
        fill(book.active if name == "Xã Đại Từ" else book.create_sheet(name), rows)
    book.active.title = "Xã Đại Từ"


@case
def tong_hop_sheet_repeats(book):
    party = [[1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"], [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"]]
    state = [[1, "Trần Văn Cường", "01/01/1979", "Nam", "Chủ tịch UBND"]]
    fill(book.active, roster(*party))
    book.active.title = "Đảng ủy"
    fill(book.create_sheet("UBND"), roster(*state))
    fill(book.create_sheet("Tổng hợp"), roster(*party, [3, *state[0][1:]]))


@case
def unit_column_merged_down(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Xã Văn Lăng"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
        [3, "Trần Văn Cường", "01/01/1979", "Nam", "Bí thư", "02143"],
        [4, "Ma Thị Dung", "1988", "Nữ", "Chuyên viên", "Đại Từ"],
        headers=[*writing.HEADERS, "Xã, phường"],
    )
    rows[0] = ["DANH SÁCH CÁN BỘ TỈNH THÁI NGUYÊN"]
    fill(book.active, rows, ["F4:F5"])


@case
def unit_without_its_accents(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư", "Xã Van Lang"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên", "Xã Văn Lăng"],
        headers=[*writing.HEADERS, "Đơn vị"],
    )
    rows[0] = ["DANH SÁCH CÁN BỘ"]
    fill(book.active, rows)


@case
def title_and_file_name_disagree(book):
    fill(book.active, roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]))


@case
def unit_from_file_name(book):
    rows = roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"])
    rows[0] = ["DANH SÁCH CÁN BỘ"]
    fill(book.active, rows)


@case
def no_unit_anywhere(book):
    rows = roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"])
    rows[0] = ["DANH SÁCH CÁN BỘ"]
    fill(book.active, rows)


@case
def very_hidden_sheet(book):
    fill(book.active, roster([1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"]))
    old = book.create_sheet("Danh sách cũ")
    fill(old, roster([1, "Trần Văn Cường", "01/01/1979", "Nam", "Bí thư"]))
    old.sheet_state = "veryHidden"


@case
def no_table_at_all(book):
    fill(book.active, [["Công văn về việc báo cáo"], ["Kính gửi: UBND các xã"]])


@case
def headers_without_people(book):
    fill(book.active, roster())


@case
def four_header_rows(book):
    fill(
        book.active,
        [
            ["Phường Quyết Thắng"],
            ["TT", "Thông tin cá nhân", None, None, "Chức vụ", "Trình độ", None, None, None, "Ghi chú"],
            [None, "Họ tên", "Ngày sinh", None, None, "Đào tạo", None, None, None],
            [None, None, None, None, None, "Chuyên môn", None, "LLCT"],
            [None, None, "Nam", "Nữ", None, "Thạc sĩ", "Đại học", "Cao cấp", "Trung cấp"],
            [1, "Nguyễn Văn An", "05/03/1985", None, "Bí thư", "x", None, "x"],
            [2, "Lò Thị Bình", None, "20/11/1990", "Chuyên viên", None, "x", None, "x"],
        ],
        ["A2:A5", "B2:D2", "B3:B5", "C3:D4", "E2:E5", "F2:I2", "F3:I3", "F4:G4", "H4:I4", "J2:J5"],
    )


@case
def no_stt_column(book):
    rows = roster(
        ["KHỐI ĐẢNG"],
        ["Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        ["Cộng: 1 người"],
        ["KHỐI CHÍNH QUYỀN"],
        ["Trần Văn Cường", "01/01/1979", "Nam", "Chủ tịch UBND"],
        headers=["Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ"],
    )
    fill(book.active, rows)


@case
def gradings_of_people(book):
    fill(
        book.active,
        [
            ["Đơn vị: Xã Văn Lăng"],
            [],
            ["TT", "Họ và tên", "Ngày sinh", "Năm", "Kỳ", "Mức xếp loại"],
            [1, "NGUYỄN VĂN AN", "05/03/1985", 2025, "Cả năm", "HTXSNV"],
            [2, "Lò Thị Bình", None, 2025, "Cả năm", "Hoàn thành tốt nhiệm vụ"],
            [3, "Trần Văn Cường", None, 2025, "Quý III", "HTNV"],
            [4, "Đỗ Văn Vắng", None, 2025, "Cả năm", "HTTNV"],
        ],
    )


@case
def notes_below_the_table(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
        [],
        ["Ghi chú: danh sách này có 02 người, không tính người nghỉ không lương."],
        ["* Số liệu tính đến ngày 30/9/2026."],
        [None, "Nơi nhận:", None, None, "TM. ỦY BAN NHÂN DÂN"],
        [None, "- UBND tỉnh;", None, None, "CHỦ TỊCH"],
        [None, "- Lưu: VT.", None, None, "Nguyễn Văn An"],
    )
    fill(book.active, rows, ["A7:E7", "A8:E8"])


@case
def birth_date_in_three_columns(book):
    rows = roster(
        [None, None, "Ngày", "Tháng", "Năm"],
        [1, "Nguyễn Văn An", 5, 3, 1985, "Bí thư"],
        [2, "Lò Thị Bình", None, 11, 1990, "Chuyên viên"],
        headers=["STT", "Họ và tên", "Ngày sinh", None, None, "Chức vụ"],
    )
    fill(book.active, rows, ["A3:A4", "B3:B4", "C3:E3", "F3:F4"])


@case
def names_of_the_highlands(book):
    rows = roster(
        [1, "A Dơi", "1985", "Nam", "Bí thư"],
        [2, "Y Trung Niê KDăm", "1990", "Nam", "Chuyên viên"],
        [3, "H'Bia", "1991", "Nữ", "Văn thư"],
        [None, "Y Bình", None, None, None],
        [4, "Cộng Thị Tổng", "1992", "Nữ", "Kế toán"],
        [5, "Tống Văn Số", "1993", "Nam", "Nhân viên"],
        [6, "Ban Thị Phòng", None, None, None],
    )
    fill(book.active, rows)


@case
def running_numbers_without_header(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [2, "Lò Thị Bình", "20/11/1990", "Nữ", "Chuyên viên"],
        headers=[None, *writing.HEADERS[1:]],
    )
    fill(book.active, rows)


@case
def second_table_in_other_order(book):
    rows = roster(
        [1, "Nguyễn Văn An", "05/03/1985", "Nam", "Bí thư"],
        [],
        ["Danh sách bổ sung"],
        ["STT", "Chức vụ", "Họ và tên", "Giới tính", "Ngày sinh"],
        [1, "Chuyên viên", "Lò Thị Bình", "Nữ", "20/11/1990"],
    )
    fill(book.active, rows)
