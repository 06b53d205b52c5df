// A report model of the shape that report::build_model gives, with as many communes as wanted.
#pragma once

#include "report/value.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::xlsx {

using report::List;
using report::Map;
using report::Value;

struct SampleTarget {
  std::string_view id;
  std::string_view title;
  std::string_view target;
  std::int64_t percent;  // of the target; 0: none
};

constexpr std::array<SampleTarget, 9> sample_targets = {{
    {"1a", "Bố trí đủ cán bộ theo vị trí việc làm", "≥ 100%", 100},
    {"2a", "Bồi dưỡng kiến thức, kỹ năng theo vị trí việc làm", "≥ 100%", 100},
    {"4b", "Hoàn thành tốt nhiệm vụ trở lên", "> 95%", 95},
    {"5a", "Bí thư, Phó Bí thư Đảng ủy có trình độ thạc sĩ trở lên", "≥ 75%", 75},
    {"5b", "Phó Chủ tịch HĐND, UBND có trình độ thạc sĩ trở lên", "≥ 40%", 40},
    {"7a", "Cấp ủy viên dưới 42 tuổi", "≥ 25%", 25},
    {"7b", "Cấp ủy viên là nữ", "≥ 35%", 35},
    {"8c", "Trưởng, phó phòng có lý luận chính trị trung cấp trở lên", "≥ 100%", 100},
    {"X1", "Chức danh chủ chốt không phải là người địa phương", "", 0},
}};

inline Value sample_indicator(const SampleTarget& target, std::int64_t n, std::int64_t d) {
  const bool met = d > 0 && n * 100 >= target.percent * d;
  const bool judged = d > 0 && target.percent > 0;
  return Map{{"ma", target.id},
             {"nhom", target.id.substr(0, 1)},
             {"muc", "II.2.2 (" + std::string(target.id) + ")"},
             {"ten", target.title},
             {"dvt", "đồng chí"},
             {"n", n},
             {"d", d},
             {"chua_ro", 2},
             {"n_sao", ""},
             {"d_sao", ""},
             {"chua_ro_sao", ""},
             {"ty_le", d > 0 ? Value(base::Ratio(n, d)) : Value()},
             {"muc_tieu", target.target.empty() ? Value() : Value(target.target)},
             {"ket_luan",
              !judged ? "none"
              : met   ? "met"
                      : "not_met"},
             {"ket_luan_loi",
              !judged ? "không xét"
              : met   ? "đạt"
                      : "chưa đạt"},
             {"con_thieu", judged ? Value((target.percent * d + 99) / 100 - n) : Value()},
             {"han", *base::Date::from_ymd(2030, 12, 31)},
             {"thieu_bang", List{}},
             {"nop", Map{{"da_nop", 91}, {"phai_nop", 92}, {"day_du", false}}},
             {"cach_hieu", "tính cả người giữ nhiều chức danh"}};
}

// An indicator whose table the job lacks.
inline Value missing_indicator() {
  return Map{
      {"ma", "10"},
      {"nhom", "10"},
      {"muc", "II.2.4 (10)"},
      {"ten", "Xã, phường được trang bị máy móc, thiết bị làm việc theo tiêu chuẩn, định mức"},
      {"dvt", "xã, phường"},
      {"n", Value()},
      {"d", Value()},
      {"chua_ro", Value()},
      {"n_sao", ""},
      {"d_sao", ""},
      {"chua_ro_sao", ""},
      {"ty_le", Value()},
      {"muc_tieu", "≥ 100%"},
      {"ket_luan", "no_data"},
      {"ket_luan_loi", "không có dữ liệu"},
      {"con_thieu", Value()},
      {"han", Value()},
      {"thieu_bang", List{Value("Trang bị")}},
      {"nop", Value()},
      {"cach_hieu", ""}};
}

inline List sample_indicators(std::int64_t people) {
  List list;
  std::int64_t shift = 0;
  for (const SampleTarget& target : sample_targets) {
    const std::int64_t d = people / 3 + shift;
    list.push_back(sample_indicator(target, (d * (40 + 11 * shift)) / 140, d));
    ++shift;
  }
  list.push_back(missing_indicator());
  return list;
}

inline List sample_communes(int count) {
  List list;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 1);
    list.push_back(
        Map{{"ma", "0" + std::to_string(5000 + i)},
            {"ten", "Tân Khánh " + number},
            {"ten_day_du", (i % 6 == 0 ? "Phường Phan Đình Phùng " : "Xã Tân Khánh ") + number},
            {"dat", 3},
            {"chua_dat", 5},
            {"chi_tieu", sample_indicators(i == 1 ? 0 : 21 + i)}});
  }
  return list;
}

inline Value composition_row(std::string_view name, Value n, Value d) {
  return Map{{"ma", ""},
             {"ten", name},
             {"n", n},
             {"d", d},
             {"chua_ro", 0},
             {"n_sao", ""},
             {"d_sao", ""},
             {"chua_ro_sao", ""}};
}

inline List sample_composition() {
  return List{
      Map{{"ten", "Giới tính"},
          {"doi_tuong", "cấp ủy viên"},
          {"dong", List{composition_row("Nam", 1680, 2327), composition_row("Nữ", 647, 2327)}}},
      Map{{"ten", "Lý luận chính trị"},
          {"doi_tuong", "cấp ủy viên"},
          {"dong", List{composition_row("Cao cấp, cử nhân", Value(), Value())}}}};
}

// Text that a spreadsheet would take for a formula if it were written carelessly.
inline List sample_faults() {
  const auto fault = [](std::string_view found) {
    return Map{{"ma", "N204"},
               {"muc_do", "lỗi"},
               {"tep", "can-bo/05665-xa-van-lang.xlsx"},
               {"trang", "Danh sách"},
               {"o", "D17"},
               {"cot", "Ngày sinh"},
               {"noi_dung", found},
               {"cach_sua", "ghi ngày theo dạng dd/mm/yyyy"},
               {"don_vi", "Xã Văn Lang"}};
  };
  return List{fault("\"31/02/1985\" không phải là ngày hợp lệ"),
              fault("=HYPERLINK(\"x\")"),
              fault("+84 912"),
              fault("-1"),
              fault("@SUM(A1)")};
}

inline Value sample_model(int communes, std::string_view level = "tinh") {
  const List obstacles = {
      Map{{"chi_tieu", "5a"},
          {"chi_tieu_ten", "Bí thư, Phó Bí thư Đảng ủy có trình độ thạc sĩ trở lên"},
          {"don_vi", "Xã Văn Lang"},
          {"ho_ten", "Nguyễn Thị Thu Hà"},
          {"chuc_vu", "Phó Bí thư, Chủ tịch UBND"},
          {"ly_do", "Trình độ chuyên môn: Đại học < Thạc sĩ"},
          {"noi", "can-bo/05665-xa-van-lang.xlsx, trang “DS”, hàng 17"}}};
  return Map{
      {"van_ban",
       Map{{"cap_tren", "TỈNH ỦY THÁI NGUYÊN"},
           {"co_quan", "BAN TỔ CHỨC"},
           {"so_ky_hieu", "125-BC/BTCTU"},
           {"ngay", *base::Date::from_ymd(2026, 10, 5)}}},
      {"ky",
       Map{{"ten", "quý III năm 2026"},
           {"nam", 2026},
           {"chot", *base::Date::from_ymd(2026, 9, 30)}}},
      {"don_vi", Map{{"ten_day_du", "Tỉnh Thái Nguyên"}}},
      {"cap", level},
      {"tong", Map{{"dat", 3}, {"chua_dat", 5}}},
      {"chi_tieu", sample_indicators(2327)},
      {"nhiem_vu", List{}},
      {"tong_nhiem_vu", Map{{"co_bang", false}, {"den_het", *base::Date::from_ymd(2026, 12, 31)}}},
      {"co_cau", sample_composition()},
      {"xa", sample_communes(communes)},
      {"can_tro", obstacles},
      {"loi", sample_faults()},
      {"goi", Map{{"don_vi", List{}}}},
      {"o_nho", Map{{"duoi", Value()}, {"ghi_chu", Value()}}},
      {"ngoai_le", List{}},
      {"ngoai_le_gop", List{}},
      {"so_loi", Map{{"loi", 5}, {"canh_bao", 0}, {"ghi_chu", 0}}}};
}

}  // namespace baocao::xlsx
