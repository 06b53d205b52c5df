// Sheets and bindings for the tests of table/.
#pragma once

#include "input/sheet.hpp"
#include "table/bind.hpp"
#include "unit/schema/project_schema.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::table::test {

using Rows = std::vector<std::vector<std::string>>;

// "" is no cell, "#n:1985" a number, "#d:1985-03-05" a date cell, "#m:1985-03-01" one that shows
// no day, "#s:1985=1905-06-07" one with its serial number, "#e:#N/A" an error; the rest text.
inline void add_cell(input::Sheet& sheet,
                     std::uint32_t row,
                     std::uint32_t column,
                     const std::string& text) {
  using input::CellKind;
  if (text.starts_with("#n:")) {
    sheet.add(row, column, CellKind::number, text.substr(3));
  } else if (text.starts_with("#d:")) {
    sheet.add(row, column, CellKind::date, "1", *base::Date::parse_iso(text.substr(3)));
  } else if (text.starts_with("#m:")) {
    input::Cell cell{row, column, "1", *base::Date::parse_iso(text.substr(3)), CellKind::date};
    cell.hides_day = true;
    sheet.add(cell);
  } else if (text.starts_with("#s:")) {
    const std::size_t equal = text.find('=');
    sheet.add(row,
              column,
              CellKind::date,
              text.substr(3, equal - 3),
              *base::Date::parse_iso(text.substr(equal + 1)));
  } else if (text.starts_with("#e:")) {
    sheet.add(row, column, CellKind::error, text.substr(3));
  } else if (!text.empty()) {
    sheet.add(row, column, CellKind::text, text);
  }
}

inline std::string set_text(const schema::CodeList& list, std::uint64_t set) {
  std::string text;
  for (std::size_t i = 0; i < list.words.size(); ++i) {
    if ((set >> i & 1U) != 0) {
      text += (text.empty() ? "" : "+") + list.words[i].key;
    }
  }
  return text;
}

inline std::string range_text(const base::DateRange& range) {
  return range.exact() ? range.first.iso() : range.first.iso() + ".." + range.last.iso();
}

inline input::Sheet sheet(const Rows& rows, std::vector<input::Area> merged = {}) {
  input::Sheet sheet;
  sheet.name = "Danh sách";
  sheet.merged = std::move(merged);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      add_cell(sheet,
               static_cast<std::uint32_t>(row),
               static_cast<std::uint32_t>(column),
               rows[row][column]);
    }
  }
  return sheet;
}

inline File file(std::string table, std::string name, input::Sheet sheet) {
  File file;
  file.table = std::move(table);
  file.name = std::move(name);
  sheet.file = file.name;
  file.sheets.push_back(std::move(sheet));
  return file;
}

inline File units_file() {
  return file("don_vi",
              "don-vi.csv",
              sheet({{"code", "name", "full_name", "type", "parent"},
                     {"19", "Thái Nguyên", "Tỉnh Thái Nguyên", "tinh", ""},
                     {"02143", "Văn Lang", "Xã Văn Lang", "xa", "19"},
                     {"05665", "Văn Lăng", "Xã Văn Lăng", "xa", "19"},
                     {"05500", "Bách Quang", "Phường Bách Quang", "phuong", "19"}}));
}

// Binds the units and these files to the shipped schema and keeps the faults.
struct Bound {
  Dataset dataset;
  diag::Sink sink;

  const Table& table(std::string_view name) const { return *dataset.find(name); }

  // "N204 D17", in order; notes (severity) left out unless asked for.
  std::vector<std::string> faults(bool notes = false) const;
  const diag::Diagnostic* find(std::string_view code) const;

  // The value as text: words by key, sets joined by "+", dates as ISO or first..last; "?" missing.
  std::string value(std::string_view table, std::string_view field, std::size_t row) const;
  // All rows of one field.
  std::vector<std::string> column(std::string_view table, std::string_view field) const;
};

inline std::vector<File> only(File file) {
  std::vector<File> all;
  all.push_back(std::move(file));
  return all;
}

template <class... Files>
std::vector<File> files(Files&&... more) {
  std::vector<File> all;
  all.push_back(units_file());
  (all.push_back(std::forward<Files>(more)), ...);
  return all;
}

inline Bound bound(const std::vector<File>& files) {
  Bound bound;
  bound.dataset = table::bind(baocao::test::project_schema(), files, bound.sink);
  return bound;
}

inline std::vector<std::string> Bound::faults(bool notes) const {
  std::vector<std::string> all;
  for (const diag::Diagnostic& fault : sink.all()) {
    if (notes || fault.severity != diag::Severity::note) {
      all.push_back(std::string(fault.code.id()) +
                    (fault.span.cell.empty() ? "" : " " + fault.span.cell));
    }
  }
  return all;
}

inline const diag::Diagnostic* Bound::find(std::string_view code) const {
  for (const diag::Diagnostic& fault : sink.all()) {
    if (fault.code.id() == code) {
      return &fault;
    }
  }
  return nullptr;
}

inline std::string Bound::value(std::string_view table_name,
                                std::string_view field,
                                std::size_t row) const {
  const Column& column = *table(table_name).find(field);
  if (!column.has(row)) {
    return "?";
  }
  switch (column.field->type) {
    case schema::Type::number:
      return column.numbers[row].decimal();
    case schema::Type::date:
      return range_text(column.dates[row]);
    case schema::Type::boolean:
      return column.codes[row] != 0 ? "có" : "không";
    case schema::Type::code:
      return column.field->codes->words[column.codes[row]].key;
    case schema::Type::unit:
      return dataset.units.all[column.codes[row]].code;
    case schema::Type::codes:
      return set_text(*column.field->codes, column.sets[row]);
    default:
      return column.texts[row];
  }
}

inline std::vector<std::string> Bound::column(std::string_view table_name,
                                              std::string_view field) const {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < table(table_name).rows; ++row) {
    all.push_back(value(table_name, field, row));
  }
  return all;
}

}  // namespace baocao::table::test
