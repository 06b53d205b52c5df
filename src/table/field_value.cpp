#include "table/field_value.hpp"

#include "table/cell_boolean.hpp"
#include "table/cell_name.hpp"
#include "table/day_doubt.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using schema::Type;

CellFault no_mark(std::string_view text) {
  return {.code = "N215",
          .message = in_quotes(text) + " không phải là dấu x",
          .help = "đánh dấu x vào đúng một cột; nội dung khác ghi ở cột khác"};
}

CellFault several_marks(const std::string& headers) {
  return {.code = "N214",
          .message = "đánh dấu nhiều cột cùng lúc: " + headers,
          .help = "chỉ đánh dấu một cột"};
}

CellFault contradiction(const std::string& headers) {
  return {.code = "N216",
          .message = "các cột nói khác nhau: " + headers,
          .help = "chỉ giữ giá trị đúng"};
}

// Persons are named and numbered in few places only; messages are none of them.
bool is_private(Type type) {
  return type == Type::name || type == Type::id;
}

// A column of one word says that word, other columns a set of them.
std::uint64_t mask_of(const Value& value) {
  const auto* set = std::get_if<std::uint64_t>(&value);
  return set != nullptr ? *set : std::uint64_t{1} << std::get<std::uint16_t>(value);
}

}  // namespace

const input::Cell* FieldReader::cell(const RowCells& row, const ColumnUse& use) const {
  const bool covers_rows = field_.type == Type::unit || field_.type == Type::code;
  return covers_rows && use.role == Role::whole ? row.at_or_above(use.column) : row.at(use.column);
}

void FieldReader::blame(const input::Cell& cell,
                        const ColumnUse& use,
                        CellFault fault,
                        FieldValue& result) const {
  result.faults.push_back({use.column,
                           use.header,
                           std::move(fault),
                           is_private(field_.type) ? std::string() : std::string(cell.text)});
}

std::optional<Value> FieldReader::say_mark(const input::Cell& cell,
                                           const ColumnUse& use,
                                           FieldValue& result) {
  const auto mark = is_mark(cell.text);
  const bool own_word = !mark && field_.codes->find_text(cell.text) == use.word;
  if (own_word || mark.value_or(false)) {
    return Value(use.word);
  }
  if (!mark) {
    blame(cell, use, no_mark(cell.text), result);
  }
  return std::nullopt;
}

std::optional<Value> FieldReader::say(const input::Cell& cell,
                                      const ColumnUse& use,
                                      FieldValue& result) {
  if (use.role == Role::filled) {
    return Value(use.word);
  }
  if (use.role == Role::mark) {
    return say_mark(cell, use, result);
  }
  const Reading<Value>& reading = values_.read(cell);
  if (reading.fault) {
    blame(cell, use, *reading.fault, result);
  }
  if (use.day_in_doubt && reading.value && day_may_be_month(cell)) {
    const int year = std::get<base::DateRange>(*reading.value).first.year();
    return Value(
        base::DateRange{*base::Date::from_ymd(year, 1, 1), *base::Date::from_ymd(year, 12, 31)});
  }
  return reading.value;
}

FieldValue FieldReader::read_parts(const RowCells& row) {
  const std::string_view between = field_.type == Type::date ? "/" : " ";
  std::string whole;
  for (const ColumnUse& use : columns_.uses) {
    if (const input::Cell* part = row.at(use.column)) {
      whole += (whole.empty() ? std::string_view() : between);
      whole += part->text;
    }
  }
  if (field_.type == Type::date && !whole.empty()) {
    input::Cell joined;
    joined.row = row.row();
    joined.text = whole;
    FieldValue result;
    result.value = say(joined, columns_.uses.front(), result);
    return result;
  }
  std::string name = read_name(whole);
  return {name.empty() ? std::nullopt : std::optional(Value(std::move(name))), {}};
}

// Posts of several columns add up. Anything else must be said once, or each time the same.
void FieldReader::agree(const std::vector<Said>& said, FieldValue& result) const {
  if (field_.type == Type::codes) {
    std::uint64_t mask = 0;
    for (const Said& one : said) {
      mask |= mask_of(one.value);
    }
    result.value = Value(mask);
    return;
  }
  const bool same = std::all_of(
      said.begin(), said.end(), [&](const Said& one) { return one.value == said.front().value; });
  if (same) {
    result.value = said.front().value;
    return;
  }
  std::string headers;
  for (const Said& one : said) {
    headers += (headers.empty() ? "\"" : ", \"") + one.use->header + "\"";
  }
  const bool marks = std::all_of(
      said.begin(), said.end(), [](const Said& one) { return one.use->role == Role::mark; });
  const ColumnUse& first = *said.front().use;
  result.faults.push_back({first.column,
                           first.header,
                           marks ? several_marks(headers) : contradiction(headers),
                           std::string()});
}

FieldValue FieldReader::read(const RowCells& row) {
  if (columns_.uses.empty()) {
    return {};
  }
  if (columns_.uses.front().role == Role::part) {
    return read_parts(row);
  }
  return columns_.uses.size() == 1 ? read_one(row) : read_all(row);
}

FieldValue FieldReader::read_one(const RowCells& row) {
  const ColumnUse& use = columns_.uses.front();
  FieldValue result;
  if (const input::Cell* cell = this->cell(row, use)) {
    result.value = say(*cell, use, result);
  }
  if (result.value && field_.type == Type::codes) {
    result.value = Value(mask_of(*result.value));
  }
  if (!result.value && result.faults.empty() && columns_.blank_word) {
    result.value = Value(*columns_.blank_word);
  }
  return result;
}

FieldValue FieldReader::read_all(const RowCells& row) {
  FieldValue result;
  std::vector<Said> said;
  bool unreadable = false;
  for (const ColumnUse& use : columns_.uses) {
    const input::Cell* cell = this->cell(row, use);
    if (cell == nullptr) {
      continue;
    }
    const std::size_t faults = result.faults.size();
    auto value = say(*cell, use, result);
    unreadable = unreadable || (!value && result.faults.size() > faults);
    if (value) {
      said.push_back({&use, std::move(*value)});
    }
  }
  if (!said.empty() && !unreadable) {
    agree(said, result);
  } else if (!unreadable && columns_.blank_word) {
    result.value = Value(*columns_.blank_word);
  }
  return result;
}

}  // namespace baocao::table
