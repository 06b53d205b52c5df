#include "report/statement_values.hpp"

namespace baocao::report {
namespace {

using table::Column;
using table::Table;

constexpr std::string_view statement_table = "nhan_dinh";

std::string text_at(const Table& table, std::string_view field, std::size_t row) {
  const Column* column = table.find(field);
  return column != nullptr && column->has(row) ? column->texts[row] : std::string();
}

bool is_of_year(const Table& table, std::size_t row, int year) {
  const Column* years = table.find("nam");
  return years != nullptr && years->has(row) && years->numbers[row] == base::Ratio(year);
}

}  // namespace

Value statement_value(const Input& input,
                      const resolution::Indicator& indicator,
                      std::uint16_t unit) {
  const Table* table = input.dataset->find(statement_table);
  if (indicator.statement.empty() || table == nullptr || !table->supplied) {
    return {};
  }
  std::string out;
  for (std::size_t row = 0; row < table->rows; ++row) {
    const std::string said = text_at(*table, "noi_dung", row);
    if (said.empty() || table->unit[row] != unit ||
        text_at(*table, "chi_tieu", row) != indicator.definition.id ||
        !is_of_year(*table, row, input.period.year)) {
      continue;
    }
    const std::string source = text_at(*table, "nguon", row);
    out += (out.empty() ? "" : "; ") + said + (source.empty() ? "" : " (" + source + ")");
  }
  return out.empty() ? Value() : Value(out);
}

}  // namespace baocao::report
