// Random expressions over the project's own schema, and random data with missing values for them.
#pragma once

#include "unit/expr/data.hpp"

#include <random>
#include <string>
#include <vector>

namespace baocao::test {

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <class T>
  const T& of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::mt19937 random_;
};

inline const std::vector<std::string> comparisons = {"==", "!=", "<", "<=", ">", ">="};
inline const std::vector<std::string> grades = {
    "khong_hoan_thanh", "hoan_thanh", "hoan_thanh_tot", "hoan_thanh_xuat_sac"};

// The table an expression runs on.
enum class On { person, record, unit, quota };

class Writer {
 public:
  explicit Writer(Chance& chance, std::vector<std::string> operators = {"+", "-", "*", "/", "%"})
      : chance_(chance), operators_(std::move(operators)) {}

  std::string condition(int depth, On on) {
    switch (depth == 0 ? 0 : chance_.below(8)) {
      case 1:
        return "(" + condition(depth - 1, on) + " and " + condition(depth - 1, on) + ")";
      case 2:
        return "(" + condition(depth - 1, on) + " or " + condition(depth - 1, on) + ")";
      case 3:
        return "not (" + condition(depth - 1, on) + ")";
      case 4:
        return "(" + condition(depth - 1, on) + " if " + condition(depth - 1, on) + " else " +
               condition(depth - 1, on) + ")";
      case 5:
        return number(depth - 1, on) + " " + chance_.of(comparisons) + " " + number(depth - 1, on);
      case 6:
        return number(depth - 1, on) + " between " + constant() + " and " + constant();
      case 7:
        return has_records(on) ? "exists(" + records(depth - 1, on) + ")" : leaf(on);
      default:
        return leaf(on);
    }
  }

  std::string number(int depth, On on) {
    switch (depth <= 0 ? 0 : chance_.below(6)) {
      case 1:
        return "(" + number(depth - 1, on) + " " + chance_.of(operators_) + " " +
               number(depth - 1, on) + ")";
      case 2:
        return chance_.of<std::string>({"min", "max"}) + "(" + number(depth - 1, on) + ", " +
               number(depth - 1, on) + ")";
      case 3:
        return "(" + number(depth - 1, on) + " if " + condition(depth - 1, on) + " else " +
               number(depth - 1, on) + ")";
      case 4:
        return has_records(on) ? aggregate(depth - 1, on) : "-(" + number(depth - 1, on) + ")";
      default:
        return plain_number(on);
    }
  }

 private:
  static bool has_records(On on) { return on == On::person || on == On::unit; }

  std::string constant() { return std::to_string(chance_.below(50)); }

  std::string records(int depth, On on) {
    const On inside = on == On::person ? On::record : On::quota;
    return std::string(on == On::person ? "danh_gia" : "bien_che") + " where " +
           condition(depth, inside);
  }

  std::string aggregate(int depth, On on) {
    const std::string where =
        " where " + condition(depth, on == On::person ? On::record : On::quota);
    switch (chance_.below(4)) {
      case 0:
        return "count(" + records(depth, on) + ")";
      case 1:
        return on == On::person ? "sum(danh_gia.nam" + where + ")"
                                : "sum(bien_che.co_mat" + where + ")";
      case 2:
        return on == On::person ? "sum(danh_gia: " + number(depth, On::record) + where + ")"
                                : "sum(bien_che: min(co_mat, duoc_giao)" + where + ")";
      default:
        return on == On::person ? "latest(danh_gia.nam" + where + " by nam)"
                                : "latest(bien_che.co_mat" + where + " by duoc_giao)";
    }
  }

  std::string plain_number(On on) {
    if (chance_.below(3) == 0) {
      return constant();
    }
    switch (on) {
      case On::person:
        return chance_.of<std::string>({"stt", "tuoi(ngay_sinh)", "nam(ngay_sinh)"});
      case On::record:
        return "nam";
      case On::quota:
        return chance_.of<std::string>({"duoc_giao", "co_mat"});
      default:
        return "count(can_bo)";
    }
  }

  std::string leaf(On on) {
    switch (on) {
      case On::person:
        return person_leaf();
      case On::record:
        return chance_.below(2) == 0
                   ? "xep_loai " + chance_.of(comparisons) + " " + chance_.of(grades)
                   : "nam is none";
      case On::quota:
        return chance_.of<std::string>({"khoi == dang",
                                        "khoi in [dang, mat_tran]",
                                        "co_mat is not none",
                                        "don_vi.loai == xa"});
      default:
        return chance_.of<std::string>({"loai == xa",
                                        "loai not in [phuong]",
                                        "exists(can_bo where gioi_tinh == nu)",
                                        "ten_day_du is none"});
    }
  }

  std::string person_leaf() {
    switch (chance_.below(10)) {
      case 0:
        return "khoa_hoc_cong_nghe";
      case 1:
        return "trinh_do_chuyen_mon " + chance_.of(comparisons) + " dai_hoc";
      case 2:
        return "gioi_tinh == nu";
      case 3:
        return "chuc_danh in [bi_thu, truong_phong]";
      case 4:
        return "dan_toc not in [tay]";
      case 5:
        return "tuoi(ngay_sinh) " + chance_.of(comparisons) + " " +
               std::to_string(40 + chance_.below(4));
      case 6:
        return "ngay_sinh " + chance_.of(comparisons) + " 1984-09-30";
      case 7:
        return "don_vi.loai == phuong";
      case 8:
        return "latest(danh_gia.xep_loai by nam) " + chance_.of(comparisons) + " " +
               chance_.of(grades);
      default:
        return "ngay_sinh is none";
    }
  }

  Chance& chance_;
  std::vector<std::string> operators_;
};

inline Values some_of(Chance& chance, const std::map<std::string, std::vector<std::string>>& from) {
  Values values;
  for (const auto& [key, choices] : from) {
    if (chance.below(4) != 0) {
      values[key] = chance.of(choices);
    }
  }
  return values;
}

inline void add_person(Chance& chance, Data& data, std::uint16_t unit) {
  data.add("can_bo",
           unit,
           some_of(chance,
                   {{"stt", {"1", "2", "0", "40"}},
                    {"khoa_hoc_cong_nghe", {"có", "không"}},
                    {"trinh_do_chuyen_mon", {"cao_dang", "dai_hoc", "thac_si"}},
                    {"gioi_tinh", {"nam", "nu"}},
                    {"chuc_danh", {"bi_thu", "bi_thu truong_phong", "chuyen_vien"}},
                    {"dan_toc", {"kinh", "tay"}},
                    {"ngay_sinh", {"1984", "9/1984", "30/9/1984", "01/10/1984", "1986"}}}));
}

inline Data random_data(Chance& chance) {
  Data data;
  const std::vector<std::uint16_t> units = {
      data.unit("a", "xa"), data.unit("b", "phuong"), data.unit("c", "xa")};
  data.supply("danh_gia");
  data.supply("bien_che");
  for (int i = 0; i < 12; ++i) {
    add_person(chance, data, units[chance.below(2)]);
  }
  for (int i = 0; i < 20; ++i) {
    const auto person = static_cast<std::uint32_t>(chance.below(12));
    data.add("danh_gia",
             data.dataset.find("can_bo")->unit[person],
             some_of(chance, {{"xep_loai", grades}, {"nam", {"2025", "2026", "30"}}}),
             chance.below(8) == 0 ? table::Table::no_person : person);
  }
  for (int i = 0; i < 5; ++i) {
    data.add("bien_che",
             units[chance.below(3)],
             some_of(chance,
                     {{"khoi", {"dang", "chinh_quyen"}},
                      {"duoc_giao", {"10", "20"}},
                      {"co_mat", {"9", "20", "0"}}}));
  }
  return data;
}

}  // namespace baocao::test
