"""Makes inputs/lai-chau-kh05-2026-q3: the classes and the progress of the tasks, made up."""
from files import write_csv
from people import root, units

OUT = root / "inputs/lai-chau-kh05-2026-q3"
all_units = units("lai-chau-kh05")
PROVINCE = "Tỉnh Lai Châu"
DONE, GOING, NOT_YET = "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"

# Task, year, quarter, result, day, product. One done late (II.2.1-2 was due before 01/7/2026), five not reported.
PROGRESS = [
    ("II.1", 2026, "Quý III", DONE, "15/09/2026", "Hội nghị quán triệt"),
    ("II.2.1-1", 2026, "", GOING, "", ""),
    ("II.2.1-2", 2026, "", DONE, "20/07/2026", "Đề án vị trí việc làm"),
    ("II.2.1-3", 2026, "", DONE, "28/08/2026", "Kế hoạch tuyển dụng năm 2026"),
    ("II.2.1-4", 2026, "", GOING, "", ""),
    ("II.2.2-1", 2026, "", GOING, "", ""),
    ("II.2.2-2", 2026, "", GOING, "", ""),
    ("II.2.2-3", 2026, "", NOT_YET, "", ""),
    ("II.2.3", 2026, "", DONE, "30/06/2026", "Quyết định phê duyệt bổ sung quy hoạch"),
    ("II.2.4-0", 2026, "", DONE, "31/03/2026", "Kế hoạch đào tạo, bồi dưỡng năm 2026"),
    ("II.2.4-1a", 2026, "", GOING, "", ""),
    ("II.2.4-1b", 2026, "", NOT_YET, "", ""),
    ("II.2.4-1c", 2026, "", GOING, "", "Lớp thứ nhất khai giảng ngày 05/9/2026"),
    ("II.2.4-1d", 2026, "", GOING, "", ""),
    ("II.2.4-1e", 2026, "", GOING, "", ""),
    ("II.2.4-2", 2026, "Quý III", DONE, "25/09/2026", "03 lớp bồi dưỡng"),
    ("II.2.4-3", 2026, "Quý III", GOING, "", ""),
    ("II.2.4-4", 2026, "Quý III", DONE, "10/09/2026", "Phong trào Bình dân học vụ số"),
    ("II.2.5-1", 2026, "", GOING, "", ""),
    ("II.2.5-3", 2026, "Quý III", DONE, "18/08/2026", "Thông báo ý kiến nhân sự"),
    ("II.2.6-1", 2026, "", GOING, "", ""),
    ("II.2.6-2", 2026, "", DONE, "15/07/2026", "Tờ trình sửa đổi nghị quyết"),
    ("II.2.6-3", 2026, "", GOING, "", ""),
    ("II.2.7", 2026, "Quý III", DONE, "20/09/2026", "Kết luận kiểm tra"),
    ("III.1", 2026, "", DONE, "30/04/2026", "Kế hoạch của các cấp ủy"),
    ("III.2-1", 2026, "", DONE, "29/04/2026", "Kế hoạch của Ủy ban nhân dân tỉnh"),
    ("III.2-2", 2026, "", GOING, "", ""),
    ("III.3", 2026, "Quý III", DONE, "28/09/2026", "Báo cáo quý III"),
]

write_csv(OUT / "don-vi.csv", list(all_units[0]), [list(unit.values()) for unit in all_units])
write_csv(OUT / "lop-hoc.csv", ["STT", "Đơn vị", "Tên lớp", "Loại lớp", "Ngày khai giảng", "Số học viên"],
          [[1, PROVINCE, "Đại học Công nghệ thông tin cho cán bộ cấp xã, lớp 1", "Đại học CNTT", "05/09/2026", 48],
           [2, PROVINCE, "Bồi dưỡng kỹ năng quản lý nhà nước cho cán bộ cấp xã", "Bồi dưỡng", "12/05/2026", 126],
           [3, PROVINCE, "Trung cấp lý luận chính trị khóa 2026", "Đào tạo", "20/04/2026", 85]])
write_csv(OUT / "nhiem-vu.csv",
          ["STT", "Đơn vị", "Mã nhiệm vụ", "Năm", "Kỳ", "Kết quả", "Ngày hoàn thành", "Sản phẩm"],
          [[i, PROVINCE, *row[:5], f"{row[5]} (số liệu mẫu)" if row[5] else ""] for i, row in enumerate(PROGRESS, 1)])
