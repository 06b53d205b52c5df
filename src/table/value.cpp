#include "table/value.hpp"

#include "table/cell_boolean.hpp"
#include "table/cell_code.hpp"
#include "table/cell_date.hpp"
#include "table/cell_id.hpp"
#include "table/cell_name.hpp"
#include "table/cell_number.hpp"
#include "text/dates.hpp"
#include "text/id_numbers.hpp"
#include "text/keys.hpp"

namespace baocao::table {
namespace {

using schema::Type;

template <class T>
Reading<Value> widened(Reading<T> reading) {
  Reading<Value> wide{std::nullopt, std::move(reading.fault)};
  if (reading.value) {
    wide.value = Value(std::move(*reading.value));
  }
  return wide;
}

Reading<Value> from_boolean(const Reading<bool>& reading) {
  Reading<Value> wide{std::nullopt, reading.fault};
  if (reading.value) {
    wide.value = Value(static_cast<std::uint16_t>(*reading.value ? 1 : 0));
  }
  return wide;
}

std::string plain_text(const input::Cell& cell) {
  return cell.kind == input::CellKind::date ? text::table_date(cell.date)
                                            : text::cleaned(cell.text);
}

CellFault error_cell(std::string_view text) {
  return {.code = "N202",
          .message = "ô có lỗi của bảng tính: " + in_quotes(text),
          .help = "sửa công thức trong ô, hoặc ghi thẳng giá trị"};
}

bool repeats(const input::Cell& cell, Type type) {
  return cell.kind == input::CellKind::text && type != Type::text && type != Type::name &&
         type != Type::id;
}

}  // namespace

void store(Column& column, Value value) {
  column.present.back() = 1;
  switch (column.field->type) {
    case Type::text:
    case Type::name:
    case Type::id:
      column.texts.back() = std::move(std::get<std::string>(value));
      return;
    case Type::number:
      column.numbers.back() = std::get<base::Ratio>(value);
      return;
    case Type::date:
      column.dates.back() = std::get<base::DateRange>(value);
      return;
    case Type::boolean:
    case Type::code:
    case Type::unit:
      column.codes.back() = std::get<std::uint16_t>(value);
      return;
    case Type::codes:
      column.sets.back() = std::get<std::uint64_t>(value);
      return;
  }
}

Reading<Value> ValueReader::read_unit(const input::Cell& cell) const {
  auto unit = units_.find_text(cell.text);
  unit = unit ? unit : units_.find_inside(cell.text);
  if (unit) {
    return {Value(*unit), std::nullopt};
  }
  const auto guess = units_.nearest(cell.text);
  return {std::nullopt,
          CellFault{.code = "N217",
                    .message = in_quotes(cell.text) + " không có trong danh sách đơn vị",
                    .help = guess ? "ý bạn là \"" + *guess + "\"?"
                                  : "ghi mã hoặc tên đầy đủ của đơn vị, đúng cả dấu"}};
}

Reading<Value> ValueReader::read_new(const input::Cell& cell) const {
  switch (field_.type) {
    case Type::text:
      return {Value(text::hide_personal_numbers(plain_text(cell))), std::nullopt};
    case Type::name:
      return {Value(read_name(cell.text)), std::nullopt};
    case Type::number:
      return widened(read_number(cell));
    case Type::boolean:
      return from_boolean(read_boolean(cell));
    case Type::date:
      return widened(read_date(cell, field_.years));
    case Type::code:
      return widened(read_code(*field_.codes, cell.text));
    case Type::codes:
      return widened(read_codes(*field_.codes, cell.text));
    case Type::id:
      return widened(read_id(cell));
    case Type::unit:
      return read_unit(cell);
  }
  return {};
}

const Reading<Value>& ValueReader::read(const input::Cell& cell) {
  if (cell.kind == input::CellKind::error) {
    last_ = {std::nullopt, error_cell(cell.text)};
    return last_;
  }
  if (!repeats(cell, field_.type)) {
    last_ = read_new(cell);
    return last_;
  }
  // Cells share the bytes of words that repeat.
  const Known::value_type*& recent =
      recent_[std::hash<const char*>()(cell.text.data()) % recent_.size()];
  if (recent == nullptr || recent->first != cell.text) {
    auto known = known_.find(cell.text);
    if (known == known_.end()) {
      known = known_.emplace(cell.text, read_new(cell)).first;
    }
    recent = &*known;
  }
  return recent->second;
}

}  // namespace baocao::table
