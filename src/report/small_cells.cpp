#include "report/small_cells.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace baocao::report {
namespace {

constexpr std::array<std::string_view, 3> counts = {"n", "d", "chua_ro"};

std::string sign_of(std::string_view count) {
  return std::string(count) + "_sao";
}

// How many of these counts carry the sign, over all rows.
std::size_t marked(const Value& rows, std::initializer_list<std::string_view> of) {
  std::size_t cells = 0;
  for (const Value& row : *rows.list()) {
    for (const std::string_view count : of) {
      cells += row.find(sign_of(count))->string()->empty() ? 0U : 1U;
    }
  }
  return cells;
}

bool is_count(const Map& map) {
  return std::any_of(map.begin(), map.end(), [](const auto& each) {
    return each.first == "ty_le" && each.second.is_none();
  });
}

// The units below, and their total, which is the unit itself.
std::size_t marked_by_unit(const Value& model) {
  const List& units = *model.find("xa")->list();
  std::size_t cells = units.empty() ? 0 : marked(*model.find("chi_tieu"), {"n", "d"});
  for (const Value& unit : units) {
    cells += marked(*unit.find("chi_tieu"), {"n", "d"});
  }
  return cells;
}

}  // namespace

std::string small_sign(const Input& input, const Value& persons) {
  const base::Ratio* count = persons.number();
  const bool small = input.small_cells_below && count != nullptr && *count > base::Ratio(0) &&
                     *count < base::Ratio(*input.small_cells_below);
  return small ? "*" : "";
}

bool counts_persons(const indicator::Definition& definition, const schema::Schema& schema) {
  const schema::Table* table = schema.find(definition.of);
  const bool names_persons =
      table != nullptr &&
      std::any_of(table->fields.begin(), table->fields.end(), [](const schema::Field& field) {
        return field.type == schema::Type::name;
      });
  return definition.persons.value_or(names_persons);
}

void add_signs(Map& map, const Input& input, const indicator::Definition& definition) {
  const bool persons = counts_persons(definition, *input.dataset->schema);
  for (const std::string_view key : counts) {
    const auto count =
        std::find_if(map.begin(), map.end(), [&](const auto& each) { return each.first == key; });
    // Where there is no share, d is no figure of its own.
    const bool shown = persons && (key != "d" || !is_count(map));
    map.emplace_back(sign_of(key), shown ? small_sign(input, count->second) : std::string());
  }
}

Value small_cell_words(const Input& input) {
  if (!input.small_cells_below) {
    return Map{{"duoi", Value()}, {"ghi_chu", Value()}};
  }
  return Map{{"duoi", *input.small_cells_below},
             {"ghi_chu",
              "* Số liệu dưới " + std::to_string(*input.small_cells_below) +
                  " người; cân nhắc trước khi gửi ra ngoài hệ thống."}};
}

std::vector<MarkedTable> marked_tables(const Value& model) {
  std::vector<MarkedTable> tables;
  const auto add = [&](std::string title, std::size_t cells) {
    if (cells > 0) {
      tables.push_back({std::move(title), cells});
    }
  };
  add("Kết quả các chỉ tiêu", marked(*model.find("chi_tieu"), {"n", "d", "chua_ro"}));
  add("Kết quả từng chỉ tiêu theo đơn vị", marked_by_unit(model));
  for (const Value& table : *model.find("co_cau")->list()) {
    add("Cơ cấu: " + *table.find("ten")->string() + " (" + *table.find("doi_tuong")->string() + ")",
        marked(*table.find("dong"), {"n", "d", "chua_ro"}));
  }
  return tables;
}

}  // namespace baocao::report
