// How values look and what counts as true.
#include "report/evaluate.hpp"
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

std::string printed_list(const List& list) {
  std::string out;
  for (const Value& item : list) {
    out += (out.empty() ? "" : ", ") + printed(item);
  }
  return out;
}

std::string printed_map(const Map& map) {
  std::string out;
  for (const auto& [key, value] : map) {
    out += (out.empty() ? "" : ", ") + key + ": " + printed(value);
  }
  return "{" + out + "}";
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
      return printed_list(*value.list());
    case Value::Type::map:
      return printed_map(*value.map());
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
