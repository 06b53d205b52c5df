#include "job/extract.hpp"

#include <algorithm>
#include <vector>

namespace baocao::job {
namespace {

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

// Known to the day, the month or the year.
std::string date_text(const base::DateRange& date) {
  const std::string year = std::to_string(date.first.year());
  const std::string month = two_digits(date.first.month()) + "/" + year;
  if (date.exact()) {
    return two_digits(date.first.day()) + "/" + month;
  }
  return date.first.month() == date.last.month() ? month : year;
}

std::string set_text(const schema::CodeList& list, std::uint64_t set) {
  std::string text;
  for (std::size_t word = 0; word < list.words.size(); ++word) {
    if ((set >> word & 1U) != 0) {
      text += (text.empty() ? "" : "; ") + list.words[word].label;
    }
  }
  return text;
}

std::string number_text(const base::Ratio& number) {
  std::string text = number.decimal();
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string value_text(const table::Dataset& dataset,
                       const table::Column& column,
                       std::size_t row) {
  if (!column.has(row)) {
    return {};
  }
  switch (column.field->type) {
    case schema::Type::text:
    case schema::Type::name:
    case schema::Type::id:
      return column.texts[row];
    case schema::Type::number:
      return number_text(column.numbers[row]);
    case schema::Type::boolean:
      return column.codes[row] != 0 ? "có" : "không";
    case schema::Type::date:
      return date_text(column.dates[row]);
    case schema::Type::code:
      return column.field->codes->words[column.codes[row]].label;
    case schema::Type::codes:
      return set_text(*column.field->codes, column.sets[row]);
    case schema::Type::unit:
      return dataset.units.all[column.codes[row]].code;
  }
  return {};
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c == '"' ? "\"\"" : std::string(1, c);
  }
  return out + "\"";
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    line += (line.empty() ? "" : ",") + quoted(cell);
  }
  return line + "\n";
}

}  // namespace

std::string extract_csv(const table::Dataset& dataset,
                        const table::Table& table,
                        std::uint16_t unit,
                        const std::set<std::string>& files) {
  const auto has_column = [&](std::size_t field) {
    return std::any_of(
        table.sources.begin(), table.sources.end(), [&](const table::Source& source) {
          return files.contains(source.file) && !source.columns[field].empty();
        });
  };
  std::vector<const table::Column*> columns;
  std::vector<std::string> headers;
  for (std::size_t field = 0; field < table.columns.size(); ++field) {
    if (has_column(field)) {
      columns.push_back(&table.columns[field]);
      headers.push_back(table.columns[field].field->key);
    }
  }
  std::string csv = line_of(headers);
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (table.unit[row] != unit || !files.contains(table.sources[table.origin[row].source].file)) {
      continue;
    }
    std::vector<std::string> cells;
    for (const table::Column* column : columns) {
      cells.push_back(value_text(dataset, *column, row));
    }
    csv += line_of(cells);
  }
  return csv;
}

}  // namespace baocao::job
