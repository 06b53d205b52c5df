// A report model as docs/ten-trong-mau.md describes it, made from plain counts, so that verdicts,
// totals and shares agree with each other.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "report/value.hpp"
#include "text/numbers.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::pdf::sample {

using report::List;
using report::Map;
using report::Value;

struct Target {
  std::string_view id;
  std::string_view title;
  int percent;  // 0: none
  bool strict;
  int n;
  int d;
  int unknown;
};

inline constexpr std::array targets = {
    Target{"1a",
           "Cán bộ hiện có so với biên chế được giao theo vị trí việc làm",
           100,
           false,
           5031,
           5214,
           0},
    Target{"1b", "Cán bộ có chuyên môn phù hợp với vị trí việc làm", 100, false, 4722, 5031, 12},
    Target{"2a", "Cán bộ được bồi dưỡng theo vị trí việc làm", 100, false, 3907, 5031, 0},
    Target{"2b",
           "Cán bộ được bồi dưỡng quản trị dữ liệu, hồ sơ trên môi trường điện tử",
           100,
           false,
           2611,
           5031,
           0},
    Target{"2c",
           "Cán bộ được cập nhật kiến thức vận hành chính quyền địa phương 2 cấp",
           100,
           false,
           5031,
           5031,
           0},
    Target{
        "2d", "Cán bộ đáp ứng tiêu chuẩn chức danh sau khi bổ nhiệm", 100, false, 1410, 1440, 30},
    Target{"3",
           "Cán bộ được cập nhật pháp luật, đạo đức công vụ, chuyển đổi số",
           100,
           false,
           3120,
           5031,
           0},
    Target{"4a", "Cán bộ hoàn thành nhiệm vụ trở lên", 100, false, 5019, 5031, 0},
    Target{"4b", "Cán bộ hoàn thành tốt nhiệm vụ trở lên", 95, true, 4822, 5031, 0},
    Target{"5a", "Bí thư, Phó Bí thư Đảng ủy có trình độ thạc sĩ trở lên", 75, false, 201, 276, 8},
    Target{"5b",
           "Phó Chủ tịch HĐND, Phó Chủ tịch UBND có trình độ thạc sĩ trở lên",
           40,
           false,
           131,
           291,
           3},
    Target{"5c",
           "Phó Chủ tịch HĐND, Phó Chủ tịch UBND có lý luận chính trị cao cấp",
           50,
           false,
           139,
           291,
           2},
    Target{"5d",
           "Xã, phường có cán bộ nữ trong thường trực đảng ủy hoặc lãnh đạo HĐND, UBND",
           100,
           false,
           88,
           92,
           0},
    Target{"5e",
           "Xã, phường có cán bộ người dân tộc thiểu số trong thường trực, lãnh đạo",
           100,
           false,
           92,
           92,
           0},
    Target{
        "6", "Cán bộ diện Ban Thường vụ Tỉnh ủy quản lý được luân chuyển", 10, false, 34, 298, 0},
    Target{"7a", "Cấp ủy viên dưới 42 tuổi", 25, false, 531, 2327, 1},
    Target{"7b", "Cấp ủy viên nữ", 35, false, 742, 2327, 0},
    Target{"8a",
           "Trưởng, phó phòng, ban, cơ quan có trình độ đại học trở lên",
           100,
           false,
           912,
           921,
           0},
    Target{"8b",
           "Trưởng, phó phòng, ban, cơ quan có trình độ thạc sĩ trở lên",
           25,
           false,
           262,
           921,
           0},
    Target{"8c",
           "Trưởng, phó phòng, ban, cơ quan có lý luận chính trị trung cấp trở lên",
           100,
           false,
           870,
           921,
           0},
    Target{"8d",
           "Trưởng, phó phòng, ban, cơ quan có lý luận chính trị cao cấp",
           30,
           false,
           301,
           921,
           0},
    Target{"9a", "Công chức chuyên môn có trình độ đại học trở lên", 100, false, 1820, 1888, 4},
    Target{"9b",
           "Công chức chuyên môn có lý luận chính trị trung cấp trở lên",
           95,
           true,
           1102,
           1888,
           0},
    Target{"10",
           "Xã, phường được trang bị máy móc, thiết bị theo tiêu chuẩn, định mức",
           100,
           false,
           0,
           0,
           0},
    Target{"X1",
           "Bí thư, Chủ tịch UBND, Chủ nhiệm UBKT không phải là người địa phương",
           0,
           false,
           201,
           276,
           0},
};

inline bool reaches(int n, int d, const Target& target) {
  return target.strict ? n * 100 > target.percent * d : n * 100 >= target.percent * d;
}

inline const char* verdict(const Target& target) {
  if (target.d == 0) {
    return "no_data";
  }
  if (target.percent == 0) {
    return "none";
  }
  const bool surely = reaches(target.n, target.d, target);
  const bool possibly = reaches(target.n + target.unknown, target.d, target);
  return surely ? "met" : possibly ? "undecided" : "not_met";
}

inline std::string words(std::string_view verdict) {
  return verdict == "met"         ? "đạt"
         : verdict == "not_met"   ? "chưa đạt"
         : verdict == "undecided" ? "chưa đủ dữ liệu"
         : verdict == "no_data"   ? "không có dữ liệu"
                                  : "không xét";
}

inline Value share(int n, int d) {
  return d == 0 ? Value() : Value(base::Ratio(n, d));
}

// One decimal, two where one would contradict the verdict.
inline Value shown(const Target& target) {
  if (target.d == 0) {
    return {};
  }
  const base::Ratio exact(target.n, target.d);
  const bool misleading = exact.decimal(3) == base::Ratio(target.percent, 100).decimal(3) &&
                          exact < base::Ratio(target.percent, 100);
  return text::percent(exact, text::Zeros::drop, misleading ? 2 : 1);
}

inline Value indicator(const Target& target) {
  const std::string symbols = (target.strict ? "> " : "≥ ") + std::to_string(target.percent) + "%";
  const bool none = target.d == 0;
  return Map{
      {"ma", target.id},
      {"ten", target.title},
      {"n", none ? Value() : Value(target.n)},
      {"d", none ? Value() : Value(target.d)},
      {"chua_ro", none ? Value() : Value(target.unknown)},
      {"n_sao", ""},
      {"d_sao", ""},
      {"ty_le", share(target.n, target.d)},
      {"ty_le_loi", shown(target)},
      {"thap", share(target.n, target.d)},
      {"cao", share(target.n + target.unknown, target.d)},
      {"muc_tieu", target.percent == 0 ? Value() : Value(symbols)},
      {"muc_tieu_ty_le", target.percent == 0 ? Value() : share(target.percent, 100)},
      {"ket_luan", verdict(target)},
      {"ket_luan_loi", words(verdict(target))},
      {"khong_doi_tuong", false},
      {"nop_thieu", target.id == "6" ? Value("6 (43/92)") : Value()},
      {"thieu_bang", none ? List{"Trang bị"} : List{}},
  };
}

inline int count(const List& indicators, std::string_view verdict) {
  int found = 0;
  for (const Value& indicator : indicators) {
    found += *indicator.find("ket_luan")->string() == verdict ? 1 : 0;
  }
  return found;
}

inline Map tally(const List& indicators) {
  return {{"so_chi_tieu", static_cast<std::int64_t>(indicators.size())},
          {"dat", count(indicators, "met")},
          {"chua_dat", count(indicators, "not_met")},
          {"chua_du_du_lieu", count(indicators, "undecided")},
          {"khong_co_so_lieu", count(indicators, "no_data")},
          {"chua_den_han", count(indicators, "not_due")},
          {"khong_xet", count(indicators, "none")},
          {"khong_doi_tuong", 0}};
}

// Counts of one of 92 communes: small, and different for each.
inline Target of_commune(const Target& target, int commune) {
  Target own = target;
  own.d = target.d == 0 ? 0 : 1 + target.d / 92 + (commune * 7) % 5;
  own.n = target.d == 0 ? 0 : target.n * own.d / target.d - (commune * 13 + target.n) % 3 + 1;
  own.n = own.n < 0 ? 0 : own.n > own.d ? own.d : own.n;
  own.unknown = (commune + target.n) % 17 == 0 && own.n < own.d ? 1 : 0;
  return own;
}

inline List communes(int number) {
  constexpr std::array<std::string_view, 12> names = {"Phan Đình Phùng",
                                                      "Văn Lang",
                                                      "Đại Phúc",
                                                      "Tân Thành",
                                                      "Quyết Thắng",
                                                      "Bá Xuyên",
                                                      "Đức Xuân",
                                                      "Nghĩa Tá",
                                                      "Thượng Minh",
                                                      "Yên Trạch",
                                                      "Phú Lương",
                                                      "Hợp Thành"};
  List all;
  for (int i = 0; i < number; ++i) {
    List own;
    for (const Target& target : targets) {
      own.push_back(indicator(of_commune(target, i)));
    }
    const std::string name(names[static_cast<std::size_t>(i) % names.size()]);
    all.push_back(Map{{"ma", std::to_string(5000 + i)},
                      {"ten", name},
                      {"ten_day_du", (i % 6 == 0 ? "Phường " : "Xã ") + name},
                      {"loai", i % 6 == 0 ? "phuong" : "xa"},
                      {"da_nop", i != 7},
                      {"chi_tieu", own}});
  }
  return all;
}

inline Value document(std::string_view superior, std::string_view issuer) {
  return Map{{"cap_tren", superior},
             {"co_quan", issuer},
             {"so_ky_hieu", "125-BC/BTCTU"},
             {"dia_danh_ngay", "Thái Nguyên, ngày 05 tháng 10 năm 2026"}};
}

inline Value model(std::string_view level, int commune_count) {
  List indicators;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    indicators.push_back(indicator(level == "tinh" ? targets[i] : of_commune(targets[i], 3)));
  }
  const int handed_in = commune_count > 0 ? commune_count - 1 : 0;
  return Map{
      {"van_ban",
       level == "tinh" ? document("TỈNH ỦY THÁI NGUYÊN", "BAN TỔ CHỨC")
                       : document("ĐẢNG BỘ TỈNH THÁI NGUYÊN", "ĐẢNG ỦY XÃ VĂN LANG")},
      {"nghi_quyet",
       Map{{"trich_yeu",
            "nâng cao chất lượng đội ngũ cán bộ cấp xã đáp ứng yêu cầu nhiệm vụ trên địa bàn "
            "tỉnh Thái Nguyên giai đoạn 2026 - 2030"},
           {"ten",
            "Nghị quyết của Ban Thường vụ Tỉnh ủy về nâng cao chất lượng đội ngũ cán bộ cấp xã đáp "
            "ứng yêu cầu nhiệm vụ trên địa bàn tỉnh Thái Nguyên giai đoạn 2026 - 2030"},
           {"co_quan", "Ban Thường vụ Tỉnh ủy Thái Nguyên"}}},
      {"ky",
       Map{{"ma", "2026-Q3"},
           {"ten", "quý III năm 2026"},
           {"nam", 2026},
           {"chot", *base::Date::from_ymd(2026, 9, 30)}}},
      {"don_vi",
       level == "tinh" ? Map{{"ma", "19"}, {"ten", "Thái Nguyên"}, {"loai_ten", "Tỉnh"}}
                       : Map{{"ma", "05000"}, {"ten", "Văn Lang"}, {"loai_ten", "Xã"}}},
      {"cap", level},
      {"tong", tally(indicators)},
      {"o_nho", Map{{"duoi", Value()}, {"ghi_chu", Value()}}},
      {"chi_tieu", indicators},
      {"nhan_su", Map{{"tong_so", 5031}, {"cap_uy", 2327}, {"so_xa", commune_count}}},
      {"nop",
       Map{{"phai_nop", commune_count},
           {"da_nop", handed_in},
           {"day_du", false},
           {"chua_nop", List{"Xã Nghĩa Tá"}}}},
      {"xa", communes(commune_count)},
      {"so_loi", Map{{"loi", 3}, {"canh_bao", 12}, {"ghi_chu", 0}}},
  };
}

}  // namespace baocao::pdf::sample
