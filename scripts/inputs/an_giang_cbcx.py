"""Makes inputs/an-giang-cbcx-2025: made-up people of 102 communes whose counts are those of the situation the resolution
starts from. Figures without a published count (sex of the secretaries, minority public employees, …) are made up too."""
import datetime

from files import unit_file, write_csv, write_xlsx
from people import Chance, Names, day, party_day, root, units

AS_OF = datetime.date(2025, 12, 31)
OUT = root / "inputs/an-giang-cbcx-2025"
chance = Chance(91)
names = Names(chance)
all_units = units("an-giang-cbcx")
communes = all_units[1:]

TRINH_DO = ["Cao đẳng", "Đại học", "Thạc sĩ", ""]
LLCT = ["Chưa qua đào tạo", "Sơ cấp", "Trung cấp", "Cao cấp", ""]
AGES = [(24, 41), (42, 59)]
ETHNIC = ["Khmer", "Khmer", "Khmer", "Chăm", "Hoa"]

# Groups that no two published totals cut across. nu, tre (under 42), dtts: how many; trinh_do and llct in the order of
# the lists above, the last being those without data.
GROUPS = {
    "bt_hdnd": dict(size=80, nu=9, tre=4, dtts=2, trinh_do=(0, 20, 60, 0), llct=(0, 0, 0, 80, 0)),
    "bt": dict(size=22, nu=3, tre=1, dtts=0, trinh_do=(0, 1, 21, 0), llct=(0, 0, 0, 22, 0)),
    "pbt_ubnd": dict(size=102, nu=14, tre=8, dtts=2, trinh_do=(0, 32, 70, 0), llct=(0, 0, 0, 102, 0)),
    "pbt_hdnd": dict(size=22, nu=5, tre=1, dtts=1, trinh_do=(0, 13, 9, 0), llct=(0, 0, 0, 22, 0)),
    "pbt": dict(size=78, nu=19, tre=7, dtts=2, trinh_do=(0, 24, 54, 0), llct=(0, 0, 0, 78, 0)),
    "btv": dict(size=709, nu=156, tre=112, dtts=18, trinh_do=(0, 469, 240, 0), llct=(0, 0, 189, 520, 0)),
    "bch": dict(size=1935, nu=564, tre=568, dtts=69, trinh_do=(10, 1725, 200, 0), llct=(0, 55, 1500, 380, 0)),
    "cong_chuc": dict(size=4414, nu=2277, tre=2485, dtts=156, trinh_do=(41, 3733, 127, 513),
                      llct=(303, 700, 2854, 44, 513)),
    "vien_chuc": dict(size=40195, nu=22747, tre=14279, dtts=1087, trinh_do=(5737, 33069, 606, 783),
                      llct=(19946, 14000, 5466, 0, 783)),
}
BTV_POSTS = ["Phó Chủ tịch HĐND", "Phó Chủ tịch UBND", "Chủ nhiệm UBKT", "Trưởng Ban Xây dựng Đảng", "Chủ tịch UBMTTQ",
             "Phó Chủ tịch UBND", "Trưởng Công an"]
BCH_POSTS = ["Trưởng phòng Kinh tế", "Trưởng phòng Văn hóa - Xã hội", "Chánh Văn phòng HĐND và UBND",
             "Phó Chủ nhiệm UBKT", "Phó Trưởng Ban Xây dựng Đảng", "Chủ tịch Hội Nông dân", "Chủ tịch Hội LHPN",
             "Bí thư Đoàn", "Chánh Văn phòng Đảng ủy", "Giám đốc TTPVHCC", "Phó Trưởng phòng Kinh tế"]


def post_of(key, i):
    """What the person's cell says: the i-th of the group, the communes taken in turn."""
    round_ = i // len(communes)
    leaders = {
        "bt_hdnd": "Bí thư Đảng ủy, Chủ tịch HĐND",
        "bt": "Bí thư Đảng ủy",
        "pbt_ubnd": "Phó Bí thư Đảng ủy, Chủ tịch UBND",
        "pbt_hdnd": "Phó Bí thư Đảng ủy, Chủ tịch HĐND",
        "pbt": "Phó Bí thư Thường trực Đảng ủy",
        "btv": f"Ủy viên BTV Đảng ủy, {BTV_POSTS[round_ % len(BTV_POSTS)]}",
        "bch": f"Đảng ủy viên, {BCH_POSTS[round_ % len(BCH_POSTS)] if round_ < 11 else 'Chuyên viên'}",
        "cong_chuc": "Chuyên viên",
    }
    if key in leaders:
        return leaders[key]
    return "Nhân viên y tế" if i % 9 == 8 else "Hiệu trưởng" if i % 31 == 0 else "Giáo viên"


def sector_of(key, i):
    if key == "vien_chuc":
        return "su_nghiep"
    if key in ("pbt_ubnd", "cong_chuc") or i // len(communes) % 3 != 0:
        return "chinh_quyen" if i % 7 else "mat_tran"
    return "dang"


def commune_of(key, i):
    """In turn; those without a chairman's post begin where the ones with it end, so that no commune has two."""
    start = {"bt": 80, "pbt_hdnd": 80, "pbt": 0}.get(key, 0)
    return (start + i) % len(communes)


def people(key):
    group = GROUPS[key]
    size = group["size"]

    def deal(words, counts):
        if sum(counts) != size:
            raise ValueError(f"{key}: {counts} is not {size}")
        return chance.deal(dict(zip(words, counts)))

    sexes = deal(["nu", "nam"], (group["nu"], size - group["nu"]))
    ages = deal(AGES, (group["tre"], size - group["tre"]))
    minority = deal([True, False], (group["dtts"], size - group["dtts"]))
    # Those without data lack both, as a form that was not sent does.
    known = chance.deal({True: size - group["trinh_do"][-1], False: group["trinh_do"][-1]})
    levels = iter(chance.deal(dict(zip(TRINH_DO, group["trinh_do"][:-1]))))
    theory = iter(chance.deal(dict(zip(LLCT, group["llct"][:-1]))))
    for i in range(size):
        ethnic = chance.pick(ETHNIC) if minority[i] else "Kinh"
        low, high = ages[i]
        name, birth = names.person(sexes[i], "hoa" if ethnic == "Hoa" else "kinh", low + chance.below(high - low + 1), AS_OF)
        local = "" if key in ("cong_chuc", "vien_chuc", "bch") else "Có" if chance.share() < 0.35 else "Không"
        yield [name, day(birth), "Nữ" if sexes[i] == "nu" else "Nam", ethnic, post_of(key, i),
               "Viên chức" if key == "vien_chuc" else "Cán bộ" if key not in ("bch", "cong_chuc") else "Công chức",
               next(levels) if known[i] else "", next(theory) if known[i] else "", local,
               "" if key in ("cong_chuc", "vien_chuc") else party_day(chance, birth)]


def spread(total, weights):
    shares = [total * w // sum(weights) for w in weights]
    for i in range(total - sum(shares)):
        shares[i] += 1
    return shares


def write_rosters():
    rosters = [[] for _ in communes]
    staff = [dict(dang=0, chinh_quyen=0, mat_tran=0, su_nghiep=0) for _ in communes]
    for key in GROUPS:
        for i, row in enumerate(people(key)):
            place = commune_of(key, i)
            rosters[place].append(row)
            staff[place][sector_of(key, i)] += 1
    for unit, rows in zip(communes, rosters):
        write_xlsx(OUT / "can-bo" / unit_file(unit), "Danh sách",
                   f"DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC {unit['full_name'].upper()}",
                   ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức vụ", "Nhóm", "Trình độ chuyên môn",
                    "Lý luận chính trị", "Người địa phương", "Ngày vào Đảng"], [[i, *row] for i, row in enumerate(rows, 1)])
    return rosters, staff


def write_staffing(staff):
    """11.185 posts of cán bộ, công chức and 43.967 of viên chức; vacancies spread by the size of the commune."""
    labels = {"dang": "Khối Đảng", "chinh_quyen": "Khối chính quyền", "mat_tran": "Khối Mặt trận Tổ quốc, đoàn thể",
              "su_nghiep": "Khối đơn vị sự nghiệp"}
    officials = [(i, key) for i in range(len(communes)) for key in ("dang", "chinh_quyen", "mat_tran")]
    vacant = dict(zip(officials, spread(11185 - 7362, [staff[i][key] for i, key in officials])))
    vacant.update(zip([(i, "su_nghiep") for i in range(len(communes))],
                      spread(43967 - 40195, [s["su_nghiep"] for s in staff])))
    rows = []
    for i, unit in enumerate(communes):
        for key, present in staff[i].items():
            rows.append([len(rows) + 1, unit["full_name"], labels[key], present + vacant[i, key], present])
    write_csv(OUT / "bien-che.csv", ["STT", "Đơn vị", "Khối", "Biên chế được giao", "Biên chế có mặt"], rows)


def write_records(rosters):
    """Gradings of 2025 and digital-skills courses of officials; schools and clinics grade by the school year."""
    grades, courses = [], []
    for unit, rows in zip(communes, rosters):
        for name, birth, *rest in rows:
            official = rest[3] != "Viên chức"
            if official:
                lot = chance.share()
                grade = "HTXSNV" if lot < 0.14 else "HTTNV" if lot < 0.962 else "HTNV" if lot < 0.998 else "KHTNV"
                grades.append([len(grades) + 1, unit["full_name"], name, birth, 2025, "Cả năm", grade])
            if chance.share() < (0.48 if official else 0.04):
                courses.append([len(courses) + 1, unit["full_name"], name, birth, "Kỹ năng số", 2025])
    write_xlsx(OUT / "danh-gia-2025.xlsx", "Xếp loại", "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁN BỘ, CÔNG CHỨC NĂM 2025",
               ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Năm", "Kỳ", "Xếp loại"], grades)
    write_xlsx(OUT / "boi-duong.xlsx", "Bồi dưỡng", "KẾT QUẢ BỒI DƯỠNG KỸ NĂNG SỐ NĂM 2025",
               ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Nội dung bồi dưỡng", "Năm"], courses)


def write_population():
    rows = []
    for i, unit in enumerate(communes):
        people_count = 26000 + chance.below(40000)
        khmer = chance.below(900) if i % 6 else 3000 + chance.below(12000)
        for ethnic, count in [("Kinh", people_count - khmer), ("Khmer", khmer), ("Hoa", chance.below(400)),
                              ("Chăm", chance.below(300) if i % 4 == 0 else 0)]:
            rows.append([len(rows) + 1, unit["full_name"], ethnic, count])
    write_csv(OUT / "dan-so.csv", ["STT", "Đơn vị", "Dân tộc", "Số người"], rows)


write_csv(OUT / "don-vi.csv", list(all_units[0]), [list(unit.values()) for unit in all_units])
commune_rosters, commune_staff = write_rosters()
write_staffing(commune_staff)
write_records(commune_rosters)
write_population()
write_csv(OUT / "nhan-dinh.csv", ["STT", "Đơn vị", "Chỉ tiêu", "Năm", "Đạt yêu cầu", "Nội dung nhận định", "Nguồn"],
          [[1, "Tỉnh An Giang", "3b", 2025, "", "Chưa có tiêu chí đo mức độ sử dụng thành thạo; đang xây dựng bộ câu hỏi khảo sát",
            "Báo cáo của Ban Tổ chức Tỉnh ủy (số liệu mẫu)"]])
write_csv(OUT / "nhiem-vu.csv", ["STT", "Đơn vị", "Mã nhiệm vụ", "Năm", "Kỳ", "Kết quả", "Ngày hoàn thành", "Sản phẩm"],
          [[1, "Tỉnh An Giang", "IV.3", 2025, "", "Đã hoàn thành", "10/12/2025", "Kế hoạch tuyên truyền (số liệu mẫu)"],
           [2, "Tỉnh An Giang", "III.4-8", 2025, "", "Đang thực hiện", "", ""]])
