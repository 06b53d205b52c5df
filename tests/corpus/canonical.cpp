#include "canonical.hpp"

#include "diag/render.hpp"

#include <algorithm>
#include <stdexcept>

namespace baocao::corpus {
namespace {

using schema::Type;
using table::Column;

std::string date_text(const base::DateRange& range) {
  const std::string first = range.first.iso();
  const std::string last = range.last.iso();
  if (first == last) {
    return first;
  }
  if (first.substr(0, 7) == last.substr(0, 7)) {
    return first.substr(0, 7);
  }
  const bool whole_year = first.ends_with("-01-01") && last == first.substr(0, 4) + "-12-31";
  return whole_year ? first.substr(0, 4) : first + ".." + last;
}

std::string set_text(const Column& column, std::size_t row) {
  std::string text;
  const auto& words = column.field->codes->words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if ((column.sets[row] >> i & 1U) != 0) {
      text += (text.empty() ? "" : "+") + words[i].key;
    }
  }
  return text;
}

std::string value_text(const Column& column, std::size_t row, const table::Units& units) {
  if (!column.has(row)) {
    return "-";
  }
  switch (column.field->type) {
    case Type::text:
    case Type::name:
    case Type::id:
      return column.texts[row];
    case Type::number:
      return column.numbers[row].decimal();
    case Type::boolean:
      return column.codes[row] != 0 ? "có" : "không";
    case Type::date:
      return date_text(column.dates[row]);
    case Type::code:
      return column.field->codes->words[column.codes[row]].key;
    case Type::codes:
      return set_text(column, row);
    case Type::unit:
      return units.all[column.codes[row]].code;
  }
  return {};
}

// Where the row stood; the sheet is named where there are several.
std::string place(const table::Table& table, std::size_t row) {
  const table::Origin& origin = table.origin[row];
  const std::string number = std::to_string(origin.row + 1);
  return table.sources.size() < 2 ? number : table.sources[origin.source].sheet + "!" + number;
}

std::string row_unit(const table::Table& table, std::size_t row, const table::Units& units) {
  return table.unit[row] == table::Table::no_unit ? "-" : units.all[table.unit[row]].code;
}

std::string field_text(const table::Dataset& dataset,
                       const table::Table& table,
                       const std::string& field,
                       std::size_t row) {
  if (field == "at") {
    return place(table, row);
  }
  if (field == "unit") {
    return row_unit(table, row, dataset.units);
  }
  const Column* column = table.find(field);
  if (column == nullptr) {
    throw std::runtime_error("no field " + field);
  }
  return value_text(*column, row, dataset.units);
}

std::string address(const diag::Span& span) {
  if (span.cell.empty() && span.sheet.empty()) {
    return span.line == 0 ? "-" : "line " + std::to_string(span.line);
  }
  if (span.cell.empty() || span.sheet.empty()) {
    return span.sheet + span.cell;
  }
  return span.sheet + "!" + span.cell;
}

std::string lines(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string& line : all) {
    text += line + "\n";
  }
  return text;
}

std::string line(const ExpectedFault& fault) {
  return fault.piece.empty() ? fault.head : fault.head + " : " + fault.piece;
}

}  // namespace

std::string canonical_rows(const table::Dataset& dataset,
                           const std::string& table,
                           const std::vector<std::string>& fields) {
  const table::Table& found = *dataset.find(table);
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    text += (i == 0 ? "" : " | ") + fields[i];
  }
  text += "\n";
  for (std::size_t row = 0; row < found.rows; ++row) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      text += (i == 0 ? "" : " | ") + field_text(dataset, found, fields[i], row);
    }
    text += "\n";
  }
  return text;
}

std::string canonical_faults(std::span<const diag::Diagnostic> faults,
                             std::vector<ExpectedFault> expected) {
  std::vector<std::string> all;
  for (const diag::Diagnostic& fault : faults) {
    const std::string head = std::string(diag::severity_name(fault.severity)) + " " +
                             std::string(fault.code.id()) + " " + address(fault.span);
    const auto found = std::find_if(expected.begin(), expected.end(), [&](const auto& one) {
      return one.head == head && fault.message.find(one.piece) != std::string::npos;
    });
    if (found == expected.end()) {
      all.push_back(head + " : " + fault.message);
    } else {
      all.push_back(line(*found));
      expected.erase(found);
    }
  }
  return lines(std::move(all));
}

std::string canonical_faults(std::span<const ExpectedFault> expected) {
  std::vector<std::string> all;
  for (const ExpectedFault& fault : expected) {
    all.push_back(line(fault));
  }
  return lines(std::move(all));
}

}  // namespace baocao::corpus
