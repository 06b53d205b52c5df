"""Rosters of people who do not exist, for the measurements: always the same bytes for the same arguments.

Written as plain XML, since a million rows through a workbook library take minutes."""
import pathlib
import random
import zipfile
from xml.sax.saxutils import escape

HEADERS = [
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Tôn giáo", "Số CCCD", "Quê quán", "Đơn vị", "Khối công tác",
    "Cơ quan", "Nhóm đối tượng", "Chức danh", "Diện quản lý", "Ngày bổ nhiệm", "Trình độ chuyên môn", "Chuyên ngành",
    "KHCN", "Phù hợp VTVL", "Lý luận chính trị", "Quản lý nhà nước", "Ngạch công chức", "Ngày vào Đảng",
    "Là người địa phương", "Ghi chú",
]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Nông", "Ma"]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Thu", "Quang", "Ngọc", "Hữu", "Thanh", "Xuân", "Kim", "Đình"]
GIVEN = ["An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hạnh", "Hiếu", "Hòa", "Hương", "Khánh", "Lan", "Linh", "Long",
         "Mai", "Nam", "Nga", "Phúc", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Tuấn", "Việt", "Yến"]
PLACES = ["Đại Từ", "Định Hóa", "Phú Lương", "Võ Nhai", "Phổ Yên", "Sông Công", "Chợ Mới", "Na Rì", "Bạch Thông"]
UNITS = [("00001", "Xã Tân Lập"), ("00002", "Xã Hòa Bình"), ("00003", "Phường Đồng Tiến"), ("00004", "Xã Yên Minh")]
WORDS = {
    "Dân tộc": ["Kinh", "Kinh", "Tày", "Nùng", "Dao", "Mông"], "Tôn giáo": ["Không", "Không", "Công giáo"],
    "Khối công tác": ["Khối Đảng", "Khối chính quyền"], "Cơ quan": ["Văn phòng", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"],
    "Nhóm đối tượng": ["Công chức"], "Chức danh": ["Chuyên viên", "Trưởng phòng", "Phó Trưởng phòng"],
    "Diện quản lý": ["Không thuộc diện Ban Thường vụ quản lý"],
    "Trình độ chuyên môn": ["Đại học", "Đại học", "Thạc sĩ", "Cao đẳng"],
    "Chuyên ngành": ["Luật", "Quản lý kinh tế", "Kế toán", "Nông học", "Công nghệ thông tin"],
    "KHCN": ["x", ""], "Phù hợp VTVL": ["x", "x", ""], "Lý luận chính trị": ["Trung cấp", "Cao cấp", "Sơ cấp"],
    "Quản lý nhà nước": ["Chuyên viên", "Chuyên viên chính"], "Ngạch công chức": ["Chuyên viên", "Chuyên viên chính"],
    "Là người địa phương": ["Có", "Không"], "Ghi chú": ["", "", "Biệt phái từ cấp tỉnh"],
}
DATES = {"Ngày sinh": 2, "Ngày bổ nhiệm": 14, "Ngày vào Đảng": 22}

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LETTERS = [chr(65 + at) for at in range(len(HEADERS))]


class Strings:
    """Writes cells of text, through the shared strings or in place."""

    def __init__(self, shared):
        self.shared, self.index = shared, {}

    def cell(self, address, text):
        if not text:
            return f'<c r="{address}" s="0"/>'
        if self.shared:
            return f'<c r="{address}" s="0" t="s"><v>{self.index.setdefault(text, len(self.index))}</v></c>'
        return f'<c r="{address}" s="0" t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    def part(self):
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in self.index)
        return f'<?xml version="1.0"?><sst xmlns="{MAIN}">{items}</sst>'


def person(number, chance):
    birth = chance.randrange(25600, 35000)  # 1970 to 1995
    woman = chance.random() < 0.5
    year = 1900 + int((birth - 1) / 365.25)
    values = {name: chance.choice(words) for name, words in WORDS.items()}
    values |= {
        "STT": number, "Họ và tên": f"{chance.choice(FAMILY)} {chance.choice(MIDDLE)} {chance.choice(GIVEN)}",
        "Ngày sinh": birth, "Giới tính": "Nữ" if woman else "Nam", "Số CCCD": f"019{woman:d}{year % 100:02}{number % 1000000:06}",
        "Quê quán": chance.choice(PLACES), "Đơn vị": UNITS[number % len(UNITS)][1],
        "Ngày bổ nhiệm": birth + 11000, "Ngày vào Đảng": birth + 9000,
    }
    if values["Trình độ chuyên môn"] == "Cao đẳng" and number % 50:
        values["Ngạch công chức"] = "Cán sự"  # the others are faults to be found
    return [values[header] for header in HEADERS]


def row(number, values, strings):
    cells = []
    for letter, header, value in zip(LETTERS, HEADERS, values):
        address = f"{letter}{number}"
        if isinstance(value, int):
            style = 1 if header in DATES else 0
            cells.append(f'<c r="{address}" s="{style}"><v>{value}</v></c>')
        else:
            cells.append(strings.cell(address, value))
    return f'<row r="{number}" spans="1:25">{"".join(cells)}</row>'


def write_sheet(out, rows, first, chance, strings):
    out.write(f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>'.encode())
    for at, title in enumerate(["UBND TỈNH", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", "Số liệu để đo"], 1):
        out.write(f'<row r="{at}">{strings.cell(f"A{at}", title)}</row>'.encode())
    out.write(row(5, HEADERS, strings).encode())
    for at in range(rows):
        out.write(row(at + 6, person(first + at + 1, chance), strings).encode())
    merged = "".join(f'<mergeCell ref="A{at}:Y{at}"/>' for at in range(1, 5))
    out.write(f"</sheetData><mergeCells>{merged}</mergeCells></worksheet>".encode())


def relations(*entries):
    inner = "".join(f'<Relationship Id="rId{at}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
                    for at, (kind, target) in enumerate(entries, 1))
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}relationships">{inner}</Relationships>'


def content_types(shared):
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = [("xl/workbook.xml", "sheet.main"), ("xl/worksheets/sheet1.xml", "worksheet"), ("xl/styles.xml", "styles")]
    parts += [("xl/sharedStrings.xml", "sharedStrings")] if shared else []
    inner = "".join(f'<Override PartName="/{name}" ContentType="{base}{kind}+xml"/>' for name, kind in parts)
    return (f'<?xml version="1.0"?><Types xmlns="{PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>')


STYLES = (f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
          '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
          '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
          '<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0" applyNumberFormat="1"/></cellXfs></styleSheet>')
WORKBOOK = (f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>')


def write_roster(path, rows, shared=True, first=0):
    """A workbook with `rows` people; `first` people came before them in other files."""
    strings, chance = Strings(shared), random.Random(f"{rows} {first}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", content_types(shared))
        package.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        package.writestr("xl/workbook.xml", WORKBOOK)
        targets = [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
        package.writestr("xl/_rels/workbook.xml.rels",
                         relations(*targets, *([("sharedStrings", "sharedStrings.xml")] if shared else [])))
        package.writestr("xl/styles.xml", STYLES)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as out:
            write_sheet(out, rows, first, chance, strings)
        if shared:
            package.writestr("xl/sharedStrings.xml", strings.part())


def write_units(path):
    lines = ["Mã,Tên,Tên đầy đủ,Loại,Cấp trên", "19,Thái Nguyên,Tỉnh Thái Nguyên,Tỉnh,"]
    lines += [f"{code},{name.split(' ', 1)[1]},{name},{name.split(' ', 1)[0]},19" for code, name in UNITS]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", "utf-8")
