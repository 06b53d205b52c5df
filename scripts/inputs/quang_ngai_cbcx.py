"""Makes inputs/quang-ngai-cbcx-2025: made-up people of 96 communes. As the resolution says of 2022: 1.106 women are 30,56%
and 98 under thirty 2,71% of the officials, which fits 3.619 officials only; everything else is made up."""
import datetime

from files import unit_file, write_csv, write_xlsx
from people import Chance, Names, day, party_day, root, units

AS_OF = datetime.date(2025, 12, 31)
OUT = root / "inputs/quang-ngai-cbcx-2025"
chance = Chance(51)
names = Names(chance)
all_units = units("quang-ngai-cbcx")
communes = all_units[1:]

OFFICIALS, WOMEN, UNDER_30, PART_TIME = 3619, 1106, 98, 960
POSTS = ["Bí thư Đảng ủy", "Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND", "Phó Bí thư Đảng ủy, Chủ tịch UBND",
         "Ủy viên BTV Đảng ủy, Phó Chủ tịch HĐND", "Ủy viên BTV Đảng ủy, Phó Chủ tịch UBND", "Đảng ủy viên, Phó Chủ tịch UBND",
         "Ủy viên BTV Đảng ủy, Chủ tịch UBMTTQ", "Đảng ủy viên, Chủ tịch Hội LHPN", "Đảng ủy viên, Chủ tịch Hội Nông dân",
         "Chủ tịch Hội CCB", "Bí thư Đoàn"]


def is_hill(unit):
    return unit["region"] == "Miền núi"


def ethnic_of(unit):
    if not is_hill(unit) or chance.share() > 0.58:
        return "Kinh", "kinh"
    if unit["code"].startswith("21"):
        return chance.pick([("Hrê", "hre"), ("Hrê", "hre"), ("Co", "co")])
    return chance.pick([("Xơ Đăng", "kinh"), ("Ba Na", "kinh"), ("Giẻ Triêng", "kinh")])


def lot(*words):
    """lot((0.7, "a"), (0.2, "b"), "c"): a word by its share, the last taking the rest."""
    rest = chance.share()
    for share, word in words[:-1]:
        rest -= share
        if rest < 0:
            return word
    return words[-1]


def official(unit, rank, sex, young):
    """A row without its number; `rank` is the place among POSTS, or that of a chuyên viên."""
    label, ethnic = ethnic_of(unit)
    leader = rank < 6
    age = 24 + chance.below(6) if young else 38 + chance.below(20) if leader and chance.share() < 0.9 else 30 + chance.below(27)
    name, birth = names.person(sex, ethnic, age, AS_OF)
    hill = is_hill(unit)
    if leader:
        level = lot((0.22, "Thạc sĩ"), (0.75, "Đại học"), "Cao đẳng" if hill else "Đại học")
        theory = lot((0.45, "Cao cấp"), "Trung cấp")
        state = lot((0.5, "Chuyên viên chính"), (0.44, "Chuyên viên"), "Cán sự")
    elif rank < 11:
        level = lot((0.62, "Đại học"), (0.2, "Cao đẳng"), (0.16, "Trung cấp"), "Sơ cấp")
        theory = lot((0.72, "Trung cấp"), (0.25, "Sơ cấp"), "Chưa qua đào tạo")
        state = lot((0.5, "Chuyên viên"), (0.2, "Cán sự"), "Chưa qua bồi dưỡng")
    else:
        level = lot((0.07, "Thạc sĩ"), (0.83 if hill else 0.91, "Đại học"), (0.07 if hill else 0.02, "Cao đẳng"), "Trung cấp")
        theory = lot((0.55, "Trung cấp"), (0.37, "Sơ cấp"), "Chưa qua đào tạo")
        state = lot((0.71, "Chuyên viên"), (0.12, "Cán sự"), "Chưa qua bồi dưỡng")
    head = rank in (0, 2)
    return [name, day(birth), "Nữ" if sex == "nu" else "Nam", label, POSTS[rank] if rank < 11 else "Chuyên viên",
            "Cán bộ" if rank < 11 else "Công chức", level, theory, state, lot((0.83, "Có"), "Không"),
            lot((0.24, "Có"), "Không"), "Có" if label != "Kinh" else lot((0.21, "Có"), "Không"),
            f"{1 + chance.below(28):02}/07/{lot((0.3, 2018), (0.3, 2021), (0.15, 2023), 2025)}",
            lot((0.55, 1), (0.43, 2), 3) if head else "", lot((0.4, "Có"), "Không") if head else "",
            party_day(chance, birth) if rank < 11 else ""]


def part_time(unit):
    label, ethnic = ethnic_of(unit)
    sex = lot((0.4, "nu"), "nam")
    name, birth = names.person(sex, ethnic, 25 + chance.below(33), AS_OF)
    level = lot((0.24, "Đại học"), (0.15, "Cao đẳng"), (0.5, "Trung cấp"), "Sơ cấp")
    theory = lot((0.09, "Trung cấp"), (0.46, "Sơ cấp"), "Chưa qua đào tạo")
    return [name, day(birth), "Nữ" if sex == "nu" else "Nam", label, "Nhân viên", "Người hoạt động không chuyên trách",
            level, theory, "Chưa qua bồi dưỡng", "", "", "", "", "", "", ""]


def write_rosters():
    sexes = iter(chance.deal({"nu": WOMEN, "nam": OFFICIALS - WOMEN}))
    # The young are among the chuyên viên, who are not leaders of anything yet.
    clerks = OFFICIALS - len(POSTS) * len(communes)
    young = iter(chance.deal({True: UNDER_30, False: clerks - UNDER_30}))
    rosters = [[official(unit, rank, next(sexes), False) for rank in range(len(POSTS))] for unit in communes]
    for i in range(clerks):
        place = i % len(communes)
        rosters[place].append(official(communes[place], len(POSTS), next(sexes), next(young)))
    for i in range(PART_TIME):
        place = i % len(communes)
        rosters[place].append(part_time(communes[place]))
    for unit, rows in zip(communes, rosters):
        write_xlsx(OUT / "can-bo" / unit_file(unit), "Danh sách",
                   f"DANH SÁCH CÁN BỘ, CÔNG CHỨC, NGƯỜI HOẠT ĐỘNG KHÔNG CHUYÊN TRÁCH {unit['full_name'].upper()}",
                   ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Chức vụ", "Nhóm", "Trình độ chuyên môn",
                    "Lý luận chính trị", "Quản lý nhà nước", "Đạt chuẩn tin học", "Sử dụng được ngoại ngữ",
                    "Nghe, nói được tiếng dân tộc", "Ngày về đơn vị", "Số nhiệm kỳ", "Người địa phương",
                    "Ngày vào Đảng"],
                   [[i, *row] for i, row in enumerate(rows, 1)])
    return rosters


def write_training(rosters):
    rows = []
    for unit, people in zip(communes, rosters):
        for name, birth, _, ethnic, post, group, *_ in people:
            courses = []
            if group == "Cán bộ":
                front = any(word in post for word in ("MTTQ", "Hội", "Đoàn"))
                courses.append(("Công tác đoàn thể", 0.74) if front else ("Theo chức danh quy hoạch", 0.66))
            if unit["region"] == "Đô thị" and int(birth[-4:]) > 1985:
                courses.append(("Ngoại ngữ", 0.3))
            if is_hill(unit) and ethnic == "Kinh" and group != "Người hoạt động không chuyên trách":
                courses.append(("Tiếng dân tộc", 0.47))
            rows += [[unit["full_name"], name, birth, course, 2023 + chance.below(3)] for course, share in courses
                     if chance.share() < share]
    write_csv(OUT / "boi-duong.csv", ["STT", "Đơn vị", "Họ và tên", "Ngày sinh", "Nội dung bồi dưỡng", "Năm"],
              [[i, *row] for i, row in enumerate(rows, 1)])


def write_files():
    rows = []
    for i, unit in enumerate(communes, 1):
        total = 2500 + chance.below(6000)
        share = 45 + chance.below(25) if is_hill(unit) else 62 + chance.below(32)
        rows.append([i, unit["full_name"], 2025, total, total * share // 100])
    write_csv(OUT / "ho-so.csv", ["STT", "Đơn vị", "Năm", "Tổng số hồ sơ", "Xử lý trên môi trường mạng"], rows)


write_csv(OUT / "don-vi.csv", list(all_units[0]), [list(unit.values()) for unit in all_units])
write_training(write_rosters())
write_files()
write_csv(OUT / "nhan-dinh.csv", ["STT", "Đơn vị", "Chỉ tiêu", "Năm", "Đạt yêu cầu", "Nội dung nhận định", "Nguồn"],
          [[1, "Tỉnh Quảng Ngãi", "2025-e1", 2025, "Có", "Cán bộ, công chức cơ bản dùng tốt hệ thống quản lý văn bản và một cửa "
            "điện tử", "Báo cáo chuyển đổi số năm 2025 (số liệu mẫu)"],
           [2, "Tỉnh Quảng Ngãi", "2025-e3", 2025, "Có", "Các xã, phường đã kết nối hệ thống dùng chung của tỉnh; còn một số xã "
            "miền núi thiếu thiết bị", "Báo cáo chuyển đổi số năm 2025 (số liệu mẫu)"]])
write_csv(OUT / "nhiem-vu.csv", ["STT", "Đơn vị", "Mã nhiệm vụ", "Năm", "Kỳ", "Kết quả", "Ngày hoàn thành", "Sản phẩm"],
          [[1, "Tỉnh Quảng Ngãi", "IV.1", 2025, "", "Đã hoàn thành", "20/02/2025", "Kế hoạch năm 2025 (số liệu mẫu)"],
           [2, "Tỉnh Quảng Ngãi", "IV.7", 2025, "", "Đã hoàn thành", "18/12/2025", "Báo cáo năm 2025 (số liệu mẫu)"],
           [3, "Tỉnh Quảng Ngãi", "III.4-2", 2025, "", "Đang thực hiện", "", ""]])
