#include "resolution/example_data.hpp"

#include "text/dates.hpp"

#include <algorithm>
#include <string_view>

namespace baocao::resolution {
namespace {

using config::Node;

constexpr std::string_view unit_table = "don_vi";
constexpr std::string_view unit_key = "don_vi";
constexpr std::string_view person_key = "nguoi";

const config::Array& no_rows() {
  static const config::Array none;
  return none;
}

// Stands for a value that is not there.
const Node& nothing() {
  static const Node none;
  return none;
}

class Builder {
 public:
  Builder(const schema::Schema& schema, std::vector<ExampleFault>& faults) : faults_(faults) {
    data_.schema = &schema;
  }

  table::Dataset build(const Node& example) {
    const Node* units = example.find(unit_table);
    units == nullptr ? add_default_unit() : add_units(*units);
    for (const auto& table : data_.schema->tables()) {
      const Node* rows = example.find(table->name);
      table::Table& built = start(*table, rows != nullptr || table->name == unit_table);
      for (const Node& row : rows == nullptr ? no_rows() : rows_of(*rows)) {
        add_row(built, row);
      }
    }
    fill_default_unit();
    return std::move(data_);
  }

 private:
  void fault(const Node& where, std::string message) {
    faults_.push_back({&where, std::move(message)});
  }

  const config::Array& rows_of(const Node& node) {
    const auto* rows = node.as<config::Array>();
    if (rows == nullptr) {
      fault(node, "bảng phải là một danh sách các dòng");
    }
    return rows == nullptr ? no_rows() : *rows;
  }

  void add_default_unit();
  void fill_default_unit();
  void add_units(const Node& units);
  table::Table& start(const schema::Table& table, bool supplied);
  void add_row(table::Table& table, const Node& row);
  void add_value(table::Column& column, const Node& value);
  void add_number(table::Column& column, const Node& value);
  void add_flag(table::Column& column, const Node& value);
  void add_text(table::Column& column, const Node& value);
  void add_word(table::Column& column, const Node& value);
  void add_set(table::Column& column, const Node& value);
  void add_date(table::Column& column, const Node& value);
  void demand(const table::Column& column,
              const Node& value,
              bool readable,
              std::string_view message);
  std::uint16_t unit_of(const table::Table& table, const Node& row);
  std::uint32_t person_of(const table::Table& table, const Node& row);
  std::optional<std::uint16_t> word(const schema::CodeList& codes, const Node& value);

  table::Dataset data_;
  std::vector<ExampleFault>& faults_;
  bool default_unit_ = false;
};

void Builder::add_default_unit() {
  default_unit_ = true;
  table::Unit unit;
  unit.code = "1";
  unit.kind = "xa";
  data_.units.all.push_back(std::move(unit));
}

// The one commune of an example that lists no units, as a row of don_vi.
void Builder::fill_default_unit() {
  const auto found = data_.tables.find(unit_table);
  if (!default_unit_ || found == data_.tables.end()) {
    return;
  }
  const Node row(
      config::Table{{"ma", Node(std::string("1"), 0, 0)}, {"loai", Node(std::string("xa"), 0, 0)}},
      0,
      0);
  add_row(found->second, row);
}

void Builder::add_units(const Node& units) {
  for (const Node& row : rows_of(units)) {
    table::Unit unit;
    const Node* code = row.find("ma");
    const Node* kind = row.find("loai");
    unit.code = code != nullptr && code->as<std::string>() ? *code->as<std::string>() : "";
    unit.kind = kind != nullptr && kind->as<std::string>() ? *kind->as<std::string>() : "";
    unit.row = data_.units.all.size();
    data_.units.all.push_back(std::move(unit));
  }
  for (std::size_t unit = 0; unit < data_.units.all.size(); ++unit) {
    const Node* above = rows_of(units)[unit].find("cap_tren");
    if (above != nullptr && above->as<std::string>()) {
      data_.units.all[unit].parent = data_.units.find_code(*above->as<std::string>());
    }
  }
}

table::Table& Builder::start(const schema::Table& table, bool supplied) {
  table::Table& built = data_.tables[table.name];
  built.schema = &table;
  built.supplied = supplied;
  for (const schema::Field& field : table.fields) {
    built.columns.emplace_back().field = &field;
  }
  return built;
}

std::uint16_t Builder::unit_of(const table::Table& table, const Node& row) {
  if (table.schema->name == unit_table) {
    return static_cast<std::uint16_t>(table.rows);
  }
  const Node* named = row.find(unit_key);
  if (named == nullptr) {
    return 0;
  }
  const auto* code = named->as<std::string>();
  const auto& units = data_.units.all;
  const auto found = std::find_if(units.begin(), units.end(), [code](const table::Unit& unit) {
    return code != nullptr && unit.code == *code;
  });
  if (found == units.end()) {
    fault(*named, "không có đơn vị mang mã này trong ví dụ");
    return table::Table::no_unit;
  }
  return static_cast<std::uint16_t>(found - units.begin());
}

std::uint32_t Builder::person_of(const table::Table& table, const Node& row) {
  if (!table.schema->per_person) {
    return table::Table::no_person;
  }
  const Node* named = row.find(person_key);
  const auto* number = named == nullptr ? nullptr : named->as<std::int64_t>();
  if (number == nullptr || *number < 1) {
    fault(row, "dòng này cần nguoi = số thứ tự của người trong danh sách can_bo");
    return table::Table::no_person;
  }
  return static_cast<std::uint32_t>(*number - 1);
}

void Builder::add_row(table::Table& table, const Node& row) {
  const auto* entries = row.as<config::Table>();
  if (entries == nullptr) {
    fault(row, "mỗi dòng ghi dạng { trường = giá trị }");
    return;
  }
  table.unit.push_back(unit_of(table, row));
  if (table.schema->per_person) {
    table.person.push_back(person_of(table, row));
  }
  table.origin.emplace_back();
  ++table.rows;
  for (const auto& [key, value] : *entries) {
    const bool link = key == unit_key || (table.schema->per_person && key == person_key);
    if (!link && table.schema->find(key) == nullptr) {
      fault(value, "bảng " + table.schema->name + " không có trường \"" + key + "\"");
    }
  }
  for (table::Column& column : table.columns) {
    const Node* value =
        column.field->type == schema::Type::unit ? nullptr : row.find(column.field->key);
    column.present.push_back(value == nullptr ? 0 : 1);
    add_value(column, value == nullptr ? nothing() : *value);
  }
}

std::optional<std::uint16_t> Builder::word(const schema::CodeList& codes, const Node& value) {
  const auto* key = value.as<std::string>();
  const auto found = key == nullptr ? std::nullopt : codes.find_key(*key);
  if (!found) {
    fault(value,
          "danh mục \"" + codes.label + "\" không có từ khóa \"" +
              (key == nullptr ? std::string() : *key) + "\"");
  }
  return found;
}

void Builder::add_word(table::Column& column, const Node& value) {
  column.codes.push_back(
      column.present.back() == 0 ? 0 : word(*column.field->codes, value).value_or(0));
}

void Builder::add_set(table::Column& column, const Node& value) {
  column.sets.push_back(0);
  if (column.present.back() == 0) {
    return;
  }
  const config::Array one = {value};
  const auto* list = value.as<config::Array>();
  for (const Node& element : list == nullptr ? one : *list) {
    if (const auto number = word(*column.field->codes, element)) {
      column.sets.back() |= std::uint64_t{1} << *number;
    }
  }
}

void Builder::add_date(table::Column& column, const Node& value) {
  column.dates.emplace_back();
  if (column.present.back() == 0) {
    return;
  }
  if (const auto* day = value.as<base::Date>()) {
    column.dates.back() = {*day, *day};
    return;
  }
  const auto* text = value.as<std::string>();
  const auto range = text == nullptr ? std::nullopt : text::parse_date(*text);
  if (!range) {
    fault(value, "cần một ngày: 1984-10-01, hoặc \"1984\" khi chỉ biết năm");
  }
  column.dates.back() = range.value_or(base::DateRange());
}

void Builder::add_number(table::Column& column, const Node& value) {
  const auto* number = value.as<std::int64_t>();
  column.numbers.emplace_back(number == nullptr ? 0 : *number);
  demand(column, value, number != nullptr, "cần một số nguyên");
}

void Builder::add_flag(table::Column& column, const Node& value) {
  const auto* flag = value.as<bool>();
  column.codes.push_back(flag != nullptr && *flag ? 1 : 0);
  demand(column, value, flag != nullptr, "cần true hoặc false");
}

void Builder::add_text(table::Column& column, const Node& value) {
  const auto* text = value.as<std::string>();
  column.texts.push_back(text == nullptr ? std::string() : *text);
  demand(column, value, text != nullptr, "cần chữ trong dấu ngoặc kép");
}

void Builder::demand(const table::Column& column,
                     const Node& value,
                     bool readable,
                     std::string_view message) {
  if (column.present.back() != 0 && !readable) {
    fault(value, std::string(message));
  }
}

void Builder::add_value(table::Column& column, const Node& value) {
  switch (column.field->type) {
    case schema::Type::number:
      return add_number(column, value);
    case schema::Type::boolean:
      return add_flag(column, value);
    case schema::Type::date:
      return add_date(column, value);
    case schema::Type::code:
      return add_word(column, value);
    case schema::Type::codes:
      return add_set(column, value);
    case schema::Type::unit:
      return column.codes.push_back(0);
    default:
      return add_text(column, value);
  }
}

}  // namespace

table::Dataset example_data(const Node& example,
                            const schema::Schema& schema,
                            std::vector<ExampleFault>& faults) {
  return Builder(schema, faults).build(example);
}

}  // namespace baocao::resolution
