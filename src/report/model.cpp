#include "report/model.hpp"

#include "report/composition.hpp"
#include "report/document_block.hpp"
#include "report/exception_values.hpp"
#include "report/fault_values.hpp"
#include "report/indicator_values.hpp"
#include "report/obstacles.hpp"
#include "report/small_cells.hpp"
#include "report/task_values.hpp"
#include "report/unit_values.hpp"
#include "text/dates.hpp"

namespace baocao::report {
namespace {

Value resolution_value(const resolution::Pack& pack) {
  Map parameters;
  for (const auto& [name, value] : pack.parameters) {
    parameters.emplace_back(name, value);
  }
  return Map{{"ma", pack.id},
             {"ten", pack.name},
             {"trich_yeu", pack.title},
             {"co_quan", pack.issued_by},
             {"nam_dau", pack.first_year},
             {"nam_cuoi", pack.last_year},
             {"tham_so", std::move(parameters)}};
}

Value period_value(const base::Period& period, base::Date as_of) {
  return Map{{"ma", period.code()},
             {"ten", text::period_name(period)},
             {"nam", period.year},
             {"tu_ngay", period.first()},
             {"den_ngay", period.last()},
             {"chot", as_of}};
}

Value staff_value(const Input& input) {
  Map map = staff_values(*input.dataset, input.unit);
  map.emplace_back("cap_uy", population_of(input, "cap_uy."));
  return map;
}

std::string level_key(const Input& input) {
  const auto* level = input.findings->pack->level_for(input.dataset->units.all[input.unit].kind);
  return level == nullptr ? std::string{} : level->key;
}

// The names of `goi` in a report that is not made from an archive.
Value no_packages() {
  return Map{{"han", Value()},
             {"phai_nop", 0},
             {"da_nhan", 0},
             {"dung_han", 0},
             {"cham", 0},
             {"tra_lai", 0},
             {"chua_nop", 0},
             {"qua_han", 0},
             {"don_vi", List{}}};
}

}  // namespace

Value build_model(const Input& input) {
  const List indicators = indicator_values(input, input.unit);
  const List faults = fault_values(input);
  Map model{
      {"van_ban", document_block(input.document, input.as_of)},
      {"nghi_quyet", resolution_value(*input.findings->pack)},
      {"ky", period_value(input.period, input.as_of)},
      {"don_vi", unit_value(*input.dataset, input.unit)},
      {"cap", level_key(input)},
      {"tong", tally(indicators)},
      {"chi_tieu", indicators},
      {"nhom", grouped(indicators)},
      {"tong_nhiem_vu", task_tally(input, input.unit)},
      {"nhiem_vu", task_values(input, input.unit)},
      {"nhan_su", staff_value(input)},
      {"nop", submission_value(*input.dataset, input.unit)},
      {"goi", input.packages.is_none() ? no_packages() : input.packages},
      {"co_cau", composition_values(input)},
      {"so_lieu", figure_values(input)},
      {"xa", commune_values(input)},
      {"o_nho", small_cell_words(input)},
      {"so_loi", fault_counts(faults)},
      {"loi", faults},
      {"ngoai_le_gop", exception_counts(input)},
  };
  if (input.with_persons) {
    model.emplace_back("can_tro", obstacle_values(input));
    model.emplace_back("ngoai_le", exception_values(input));
  }
  return model;
}

}  // namespace baocao::report
