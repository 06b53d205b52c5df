"""Makes inputs/thai-nguyen-tccsd-2025: made-up people and organisations whose counts are the published ones (Đề án về
tổ chức cơ sở đảng, số liệu tháng 11/2025; đảng viên tại ngày 20/11/2025). Run it from anywhere; same bytes every time."""
import datetime

from files import write_csv, write_xlsx
from people import Chance, Names, day, party_day, root, units

AS_OF = datetime.date(2025, 12, 31)
OUT = root / "inputs/thai-nguyen-tccsd-2025"
chance = Chance(2025)
names = Names(chance)
all_units = units("thai-nguyen-tccsd")
communes = [u for u in all_units if u["type"] in ("xã", "phường")]
agencies, government, army, police = [u for u in all_units if u["type"] == "đảng bộ"]


def full(unit):
    return unit["full_name"]


# The members of the committees fall into seven groups that no two published totals cut across: every total is a sum
# of some of them. Committees: tỉnh = tinh; xã = xa_*; cơ sở = co_so_*. Managed by the Ban Thường vụ Tỉnh ủy: tinh,
# xa_bi_thu, co_so_tinh_uy; by a ban thường vụ đảng ủy: xa_btv, co_so_dang_uy.
TU, DU, KHAC = "Diện BTV Tỉnh ủy quản lý", "Diện BTV Đảng ủy quản lý", "Không thuộc diện"
GROUPS = {
    "tinh": dict(size=70, level="Cấp tỉnh", managed=TU, nu=14, dtts=26, tuoi=(3, 45, 22), trinh_do=(0, 0, 3, 59, 8),
                 llct=(0, 0, 70), ngach=(0, 2, 13, 55), khcn=14),
    "xa_bi_thu": dict(size=274, level="Cấp xã", managed=TU, nu=45, dtts=104, tuoi=(20, 230, 24),
                      trinh_do=(0, 0, 114, 159, 1), llct=(0, 5, 269), ngach=(0, 97, 165, 12), khcn=15),
    "xa_btv": dict(size=605, level="Cấp xã", managed=DU, nu=135, dtts=230, tuoi=(80, 505, 20),
                   trinh_do=(0, 0, 375, 228, 2), llct=(0, 200, 405), ngach=(34, 420, 150, 1), khcn=40),
    "xa_khac": dict(size=1448, level="Cấp xã", managed=KHAC, nu=292, dtts=550, tuoi=(258, 1153, 37),
                    trinh_do=(7, 6, 1198, 236, 1), llct=(8, 1172, 268), ngach=(60, 1265, 120, 3), khcn=96),
    "co_so_tinh_uy": dict(size=126, level="Cấp cơ sở", managed=TU, nu=40, dtts=47, tuoi=(16, 97, 13),
                          trinh_do=(0, 0, 33, 88, 5), llct=(0, 16, 110), ngach=(0, 21, 96, 9), khcn=10),
    "co_so_dang_uy": dict(size=807, level="Cấp cơ sở", managed=DU, nu=296, dtts=347, tuoi=(157, 561, 89),
                          trinh_do=(0, 4, 565, 227, 11), llct=(2, 480, 325), ngach=(107, 490, 207, 3), khcn=60),
    "co_so_khac": dict(size=2863, level="Cấp cơ sở", managed=KHAC, nu=795, dtts=1215, tuoi=(442, 2097, 324),
                       trinh_do=(111, 48, 1803, 875, 26), llct=(249, 1780, 834), ngach=(420, 1976, 414, 53), khcn=207),
}
TRINH_DO = ["Trung cấp", "Cao đẳng", "Đại học", "Thạc sĩ", "Tiến sĩ"]
LLCT = ["Sơ cấp", "Trung cấp", "Cao cấp"]
NGACH = ["Cán sự", "Chuyên viên", "Chuyên viên chính", "Chuyên viên cao cấp"]
AGES = [(27, 41), (42, 51), (53, 59)]
ETHNIC = {"tay": "Tày", "nung": "Nùng", "dao": "Dao", "san_chay": "Sán Chay", "san_diu": "Sán Dìu"}


def ranks(degrees, dealt):
    """The ranks dealt so that whoever has no university degree is at most a cán sự."""
    low = iter([rank for rank in dealt if rank == NGACH[0]])
    given = [next(low) if degree in TRINH_DO[:2] else None for degree in degrees]
    rest = iter(chance.shuffled([*low, *(rank for rank in dealt if rank != NGACH[0])]))
    return [rank or next(rest) for rank in given]


def people(key):
    """The persons of a group as dicts, in random order."""
    group = GROUPS[key]
    size = group["size"]

    def deal(words, counts):
        if sum(counts) != size:
            raise ValueError(f"{key}: {counts} is not {size}")
        return chance.deal(dict(zip(words, counts)))

    columns = {
        "sex": deal(["nu", "nam"], (group["nu"], size - group["nu"])),
        "minority": deal([True, False], (group["dtts"], size - group["dtts"])),
        "ages": deal(AGES, group["tuoi"]),
        "trinh_do": deal(TRINH_DO, group["trinh_do"]),
        "llct": deal(LLCT, group["llct"]),
        "ngach": [],
        "khcn": deal(["Có", "Không"], (group["khcn"], size - group["khcn"])),
    }
    columns["ngach"] = ranks(columns["trinh_do"], deal(NGACH, group["ngach"]))
    for i in range(size):
        one = {key: values[i] for key, values in columns.items()}
        one["ethnic"] = chance.pick(list(ETHNIC)) if one["minority"] else "kinh"
        low, high = one["ages"]
        one["name"], one["birth"] = names.person(one["sex"], one["ethnic"], low + chance.below(high - low + 1), AS_OF)
        one.update(level=group["level"], managed=group["managed"])
        yield one


def organisations():
    """The 735 grassroots organisations: unit, name, sector."""
    for unit in communes:
        place = full(unit)
        yield unit, f"Chi bộ các cơ quan Đảng {place}", "Cơ quan Đảng, MTTQ"
        yield unit, f"Chi bộ cơ quan Ủy ban nhân dân {place}", "Cơ quan Nhà nước"
        yield unit, f"Chi bộ Công an {place}", "Lực lượng vũ trang"
        yield unit, f"Chi bộ Quân sự {place}", "Lực lượng vũ trang"
    for i in range(150):
        yield communes[i % 92], f"Chi bộ Trường học số {i // 92 + 1} {full(communes[i % 92])}", "Đơn vị sự nghiệp"
    for i in range(85):
        kind = "Hợp tác xã" if i % 5 == 0 else "Doanh nghiệp ngoài khu vực nhà nước"
        yield communes[i], f"Chi bộ {'Hợp tác xã' if i % 5 == 0 else 'Công ty'} số {i + 1}", kind
    for unit, count, what, sector in [
            (agencies, 8, "cơ quan Đảng tỉnh", "Cơ quan Đảng, MTTQ"), (government, 22, "sở, ngành", "Cơ quan Nhà nước"),
            (government, 43, "đơn vị sự nghiệp tỉnh", "Đơn vị sự nghiệp"),
            (government, 23, "doanh nghiệp", "Doanh nghiệp nhà nước"),
            (army, 12, "đơn vị quân sự", "Lực lượng vũ trang"), (police, 24, "đơn vị công an", "Lực lượng vũ trang")]:
        for i in range(count):
            yield unit, f"Đảng bộ, chi bộ {what} số {i + 1}", sector


def write_people(grassroots):
    rows = []

    def add(person, unit, post, group, terms=""):
        rows.append([
            len(rows) + 1, full(unit), person["name"], day(person["birth"]), "Nữ" if person["sex"] == "nu" else "Nam",
            ETHNIC.get(person["ethnic"], "Kinh"), post, group, person["managed"], person["level"], person["trinh_do"],
            person["khcn"], person["llct"], person["ngach"], party_day(chance, person["birth"]),
            "Không" if chance.share() < 0.2 else "Có", terms])

    def head_terms():
        return 3 if chance.share() < 0.01 else 1 + chance.below(2)

    for i, person in enumerate(people("tinh")):
        post = ["Bí thư", "Phó Bí thư", "Phó Bí thư"][i] if i < 3 else "Ủy viên BTV" if i < 15 else "Ủy viên BCH"
        place = [all_units[0], agencies, government, all_units[0], police if i % 8 == 4 else army][i % 5]
        add(person, place, post, "Cán bộ", head_terms() if i == 0 else "")
    heads = list(people("xa_bi_thu"))
    for i, person in enumerate(heads):
        if i < 92:
            add(person, communes[i], "Bí thư Đảng ủy", "Cán bộ", head_terms())
        else:
            post = "Phó Bí thư Thường trực Đảng ủy" if i < 182 else "Phó Bí thư Đảng ủy, Chủ tịch UBND"
            add(person, communes[(i - 92) % 92 if i < 182 else i - 182], post, "Cán bộ",
                head_terms() if i >= 182 else "")
    posts = ["Chủ nhiệm UBKT", "Trưởng Ban Xây dựng Đảng", "Chủ tịch UBMTTQ", "Phó Chủ tịch HĐND", "Phó Chủ tịch UBND"]
    for i, person in enumerate(people("xa_btv")):
        post = posts[i // 92 % 5]
        head = post in posts[:3]
        add(person, communes[i % 92], f"Ủy viên BTV Đảng ủy, {post}", "Cán bộ", head_terms() if head else "")
    posts = ["Trưởng phòng Kinh tế", "Trưởng phòng Văn hóa - Xã hội", "Chánh Văn phòng HĐND và UBND"]
    for i, person in enumerate(people("xa_khac")):
        post = posts[i // 92] if i < 276 else "Phó Chủ nhiệm UBKT" if i < 368 else "Chuyên viên"
        add(person, communes[i % 92], f"Đảng ủy viên, {post}", "Công chức", head_terms() if i < 276 else "")
    write_grassroots(grassroots, add, head_terms)
    write_xlsx(OUT / "can-bo.xlsx", "Cấp ủy các cấp", "DANH SÁCH CẤP ỦY VIÊN CÁC CẤP, CÁN BỘ LÃNH ĐẠO, QUẢN LÝ",
               ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức vụ", "Nhóm", "Diện quản lý",
                "Tham gia cấp ủy", "Trình độ chuyên môn", "Khoa học, công nghệ", "Lý luận chính trị", "Ngạch",
                "Ngày vào Đảng", "Đạt chuẩn tin học", "Số nhiệm kỳ"], rows)
    return rows


def write_grassroots(grassroots, add, head_terms):
    """735 bí thư, 726 phó bí thư, 380 ủy viên ban thường vụ, 1.955 other members of the 735 committees."""
    provincial = [g for g in grassroots if g[0]["type"] == "đảng bộ"]
    local = [g for g in grassroots if g[0]["type"] != "đảng bộ"]
    ordered = provincial + local
    posts = [(g, "Bí thư", "Công chức") for g in ordered] + [(g, "Phó Bí thư", "Công chức") for g in ordered[:726]]
    posts += [(g, "Ủy viên BTV", "Công chức") for g in (ordered + ordered)[:380]]
    posts += [(ordered[i % 735], "Ủy viên BCH", "Viên chức" if i % 3 else "Công chức") for i in range(1955)]
    others = sorted(people("co_so_khac"), key=lambda person: person["llct"] == "Sơ cấp")  # no secretary among these
    members = [*people("co_so_tinh_uy"), *people("co_so_dang_uy"), *others]
    for person, (grass, post, group) in zip(members, posts, strict=True):
        add(person, grass[0], post, group, head_terms() if post == "Bí thư" else "")


def write_organisations(grassroots):
    kinds = chance.deal({"Đảng bộ cơ sở": 241, "Chi bộ cơ sở": 494})
    grades = chance.deal({"Hoàn thành xuất sắc nhiệm vụ": 110, "Hoàn thành tốt nhiệm vụ": 594, "Hoàn thành nhiệm vụ": 29,
                          "Không hoàn thành nhiệm vụ": 2})
    online = chance.deal({"Có": 588, "Không": 147})
    rules = chance.deal({"Có": 829, "Không": 2})
    new = {"Chi bộ Công ty số 2", "Chi bộ Công ty số 8", "Chi bộ Công ty số 19", "Chi bộ Công ty số 34",
           "Chi bộ Công ty số 47", "Chi bộ Công ty số 69"}
    rows = []
    for unit in [*communes, agencies, government, army, police]:
        title = full(unit) if unit["type"] == "đảng bộ" else f"Đảng bộ {full(unit)}"
        rows.append([full(unit), title, "Đảng bộ cấp trên trực tiếp cơ sở", "Khác", "", "01/07/2025", rules[len(rows)], "",
                     "Hoàn thành tốt nhiệm vụ", 2025])
    for i, (unit, title, sector) in enumerate(grassroots):
        founded = f"{1 + i % 28:02}/{1 + i % 11:02}/2025" if title in new else "01/07/2020"
        rows.append([full(unit), title, kinds[i], sector, "", founded, rules[96 + i], online[i], grades[i], 2025])
    for i in range(40):
        rows.append([full([government, police, army][i % 3]), f"Đảng bộ bộ phận số {i + 1}", "Đảng bộ bộ phận", "Khác", "",
                     "01/07/2020", "", "", "Hoàn thành tốt nhiệm vụ", 2025])
    for unit, title, shared in cells():
        grade = "Hoàn thành tốt nhiệm vụ" if chance.share() < 0.95 else "Hoàn thành nhiệm vụ"
        sector = "Thôn, xóm, tổ dân phố" if shared else "Đơn vị sự nghiệp"
        rows.append([full(unit), title, "Chi bộ trực thuộc", sector, shared, "01/07/2020", "", "", grade, 2025])
    write_xlsx(OUT / "to-chuc-dang.xlsx", "Tổ chức đảng", "DANH SÁCH TỔ CHỨC ĐẢNG TRONG ĐẢNG BỘ TỈNH",
               ["STT", "Đơn vị", "Tên tổ chức đảng", "Loại hình tổ chức đảng", "Khu vực hoạt động",
                "Số thôn sinh hoạt chung", "Ngày thành lập", "Đã có quy chế làm việc", "Báo cáo điện tử", "Xếp loại",
                "Năm xếp loại"], [[i, *row] for i, row in enumerate(rows, 1)])


# 3.000 hamlets (a made-up number); 15 of them share 7 cells: six cells of two hamlets, one of three.
SHARED = [3, 2, 2, 2, 2, 2, 2]


def hamlets():
    """Unit, name, number of the shared cell or None, for 3.000 hamlets."""
    for i in range(3000):
        unit = communes[i % 92]
        kind = "Tổ dân phố" if unit["type"] == "phường" else "Xóm"
        number = i // 92 + 1
        cell = i % 92 if i % 92 < len(SHARED) and number <= SHARED[i % 92] else None
        yield unit, f"{kind} {number}", cell


def cells():
    """The 4.147 cells below grassroots committees: 2.992 of hamlets, the rest elsewhere."""
    seen = set()
    for unit, hamlet, cell in hamlets():
        if cell is None:
            yield unit, f"Chi bộ {hamlet} {full(unit)}", 1
        elif cell not in seen:
            seen.add(cell)
            yield unit, f"Chi bộ ghép các xóm, tổ dân phố {full(unit)}", SHARED[cell]
    for i in range(4147 - (3000 - sum(SHARED) + len(SHARED))):
        yield [government, police, army, agencies][i % 4], f"Chi bộ trực thuộc số {i + 1}", ""


def write_hamlets():
    heads = chance.deal({"Có": 2679, "Không": 321})  # 10,7% of the heads are not members
    rows = [[i + 1, full(unit), name, "Độc lập" if cell is None else "Ghép", heads[i]]
            for i, (unit, name, cell) in enumerate(hamlets())]
    write_csv(OUT / "thon.csv", ["STT", "Đơn vị", "Tên thôn, xóm, tổ dân phố", "Chi bộ", "Trưởng thôn là đảng viên"], rows)


def write_membership():
    """140.549 members, 2025; how they spread over the units is made up."""
    places = [*communes, agencies, government, army, police]
    weights = [700 + chance.below(1400) for _ in communes] + [3200, 9800, 1900, 4100]

    def spread(total):
        shares = [total * w // sum(weights) for w in weights]
        for i in range(total - sum(shares)):
            shares[i] += 1
        return shares

    totals = [140549, 139846, 4213, 392, 268, 137820, 128173, 118405, 97092, 134927]
    columns = [spread(total) for total in totals]
    rows = [[i + 1, full(unit), 2025, *(column[i] for column in columns)] for i, unit in enumerate(places)]
    write_csv(OUT / "dang-vien.csv",
              ["STT", "Đơn vị", "Năm", "Tổng số đảng viên", "Đảng viên đầu năm", "Kết nạp trong năm",
               "Kết nạp là học sinh, sinh viên", "Kết nạp trong doanh nghiệp", "Được đánh giá, xếp loại",
               "Hoàn thành tốt nhiệm vụ trở lên", "Đủ điều kiện dùng Sổ tay đảng viên điện tử",
               "Đang dùng Sổ tay đảng viên điện tử", "Hồ sơ cập nhật"], rows)


def write_planning():
    rows = []
    for kind, count, places in [("Cấp ủy cấp tỉnh", 105, [all_units[0]]), ("Cấp ủy cấp xã", 920, communes),
                                ("Cấp ủy cấp cơ sở", 480, communes), ("Chức danh lãnh đạo, quản lý", 560, communes)]:
        for i in range(count):
            sex = "nu" if chance.share() < 0.31 else "nam"
            ethnic = chance.pick(list(ETHNIC)) if chance.share() < 0.36 else "kinh"
            name, birth = names.person(sex, ethnic, 30 + chance.below(24), AS_OF)
            level = "Sơ cấp" if chance.share() < 0.17 else "Trung cấp" if chance.share() < 0.6 else "Cao cấp"
            rows.append([len(rows) + 1, full(places[i % len(places)]), name, day(birth),
                         "Nữ" if sex == "nu" else "Nam", ETHNIC.get(ethnic, "Kinh"), kind,
                         "Có" if chance.share() < 0.12 else "Không", level])
    write_csv(OUT / "quy-hoach.csv", ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Loại quy hoạch",
                                      "Khoa học, công nghệ", "Lý luận chính trị"], rows)


def write_training(roster):
    rows, moves = [], []
    for _, unit, name, birth, *rest in roster:
        level, managed = rest[5], rest[4]
        courses = [("Cập nhật kiến thức, kỹ năng theo quy định", 0.34 if level == "Cấp xã" else 0.22)]
        if level == "Cấp cơ sở":
            courses.append(("Nghiệp vụ công tác Đảng", 0.27))
        for course, share in courses:
            if chance.share() < share:
                rows.append([len(rows) + 1, unit, name, birth, course, 2025])
        if managed != KHAC and chance.share() < 0.02:
            moves.append([len(moves) + 1, unit, name, birth, "Luân chuyển", f"{1 + len(moves) % 28:02}/11/2025"])
    write_csv(OUT / "boi-duong.csv", ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Nội dung bồi dưỡng", "Năm"], rows)
    write_csv(OUT / "luan-chuyen.csv", ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Hình thức", "Từ ngày"], moves)


def write_offices():
    offices = ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "Cơ quan UBKT Đảng ủy", "Ủy ban MTTQ Việt Nam",
               "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"]
    rows = []
    for unit in communes:
        for office in offices:
            allowed = 2 if office in offices[3:7] else 1
            rows.append([len(rows) + 1, full(unit), office, "Có" if chance.share() < 0.28 else "Không",
                         allowed + (chance.share() < 0.06), allowed])
    write_csv(OUT / "co-quan.csv", ["STT", "Đơn vị", "Tên cơ quan, đơn vị", "Có bộ công cụ đánh giá",
                                    "Số cấp phó hiện có", "Số cấp phó tối đa"], rows)


def write_small_lists():
    province = full(all_units[0])
    write_csv(OUT / "lop-hoc.csv", ["STT", "Đơn vị", "Tên lớp", "Loại lớp", "Ngày khai giảng", "Số học viên"],
              [[1, province, "Bồi dưỡng nghiệp vụ công tác Đảng đợt 1", "Bồi dưỡng", "15/08/2025", 420],
               [2, province, "Cập nhật kiến thức cho cấp ủy viên cấp xã", "Bồi dưỡng", "10/10/2025", 780],
               [3, province, "Cao cấp lý luận chính trị khóa 2025 - 2027", "Đào tạo", "05/11/2025", 65]])
    write_csv(OUT / "nhan-dinh.csv", ["STT", "Đơn vị", "Chỉ tiêu", "Năm", "Đạt yêu cầu", "Nội dung nhận định", "Nguồn"],
              [[1, province, "1b", 2025, "Có", "Các cấp ủy được kiểm tra thực hiện đúng quy chế làm việc, duy trì nền nếp "
                "sinh hoạt", "Báo cáo kiểm tra, giám sát năm 2025 (số liệu mẫu)"],
               [2, province, "X6", 2025, "Không", "Đang lập dự án đầu tư; chưa trình công nhận chuẩn mức 2",
                "Báo cáo của Trường Chính trị tỉnh (số liệu mẫu)"]])
    write_csv(OUT / "nhiem-vu.csv", ["STT", "Đơn vị", "Mã nhiệm vụ", "Năm", "Kỳ", "Kết quả", "Ngày hoàn thành", "Sản phẩm"],
              [[1, province, "IV-I-1", 2025, "", "Đã hoàn thành", "28/12/2025", "Kế hoạch triển khai (số liệu mẫu)"],
               [2, province, "III.6-(2)", 2025, "", "Đang thực hiện", "", ""],
               [3, province, "III.6-(4)", 2025, "", "Đang thực hiện", "", ""],
               [4, province, "IV-II.4-1", 2025, "", "Đã hoàn thành", "19/12/2025", "Quyết định thành lập Tổ giúp việc (số liệu mẫu)"],
               [5, province, "IV-II.4-3", 2025, "Quý IV", "Đã hoàn thành", "30/12/2025", "Báo cáo quý (số liệu mẫu)"]])


write_csv(OUT / "don-vi.csv", list(all_units[0]), [list(unit.values()) for unit in all_units])
organisation_list = list(organisations())
roster_rows = write_people(organisation_list)
write_organisations(organisation_list)
write_hamlets()
write_membership()
write_planning()
write_training(roster_rows)
write_offices()
write_small_lists()
