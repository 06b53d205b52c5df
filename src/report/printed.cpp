// How values look and what counts as true.
#include "report/evaluate.hpp"
#include "report/limits.hpp"
#include "report/problem.hpp"
#include "text/dates.hpp"

namespace baocao::report {
namespace {

std::string printed_number(const base::Ratio& number) {
  std::string digits = number.decimal();
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    digits[point] = ',';
  }
  return digits;
}

// Lists that hold one list many times print as much more text than they are; it ends here.
bool is_full(const std::string& out) {
  return out.size() > largest_text;
}

void append(std::string& out, const Value& value);

void append_list(std::string& out, const List& list) {
  for (std::size_t i = 0; i < list.size() && !is_full(out); ++i) {
    out += i == 0 ? "" : ", ";
    append(out, list[i]);
  }
}

void append_map(std::string& out, const Map& map) {
  out += "{";
  for (std::size_t i = 0; i < map.size() && !is_full(out); ++i) {
    out += (i == 0 ? "" : ", ") + map[i].first + ": ";
    append(out, map[i].second);
  }
  out += "}";
}

void append(std::string& out, const Value& value) {
  if (const List* list = value.list()) {
    append_list(out, *list);
  } else if (const Map* map = value.map()) {
    append_map(out, *map);
  } else {
    out += printed(value);
  }
}

std::string printed_whole(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace

bool truthy(const Value& value) {
  switch (value.type()) {
    case Value::Type::none:
      return false;
    case Value::Type::boolean:
      return *value.boolean();
    case Value::Type::number:
      return !value.number()->is_zero();
    case Value::Type::date:
      return true;
    case Value::Type::string:
      return !value.string()->empty();
    case Value::Type::list:
      return !value.list()->empty();
    case Value::Type::map:
      return !value.map()->empty();
  }
  return false;
}

std::string printed(const Value& value) {
  switch (value.type()) {
    case Value::Type::none:
      return {};
    case Value::Type::boolean:
      return *value.boolean() ? "có" : "không";
    case Value::Type::number:
      return printed_number(*value.number());
    case Value::Type::date:
      return text::table_date(*value.date());
    case Value::Type::string:
      return *value.string();
    case Value::Type::list:
      return printed_whole(value);
    case Value::Type::map:
      return printed_whole(value);
  }
  return {};
}

std::string type_name(const Value& value) {
  switch (value.type()) {
    case Value::Type::none:
      return "giá trị trống";
    case Value::Type::boolean:
      return "giá trị đúng/sai";
    case Value::Type::number:
      return "số";
    case Value::Type::date:
      return "ngày";
    case Value::Type::string:
      return "chữ";
    case Value::Type::list:
      return "danh sách";
    case Value::Type::map:
      return "bảng tên và giá trị";
  }
  return {};
}

}  // namespace baocao::report
