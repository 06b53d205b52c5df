#include "config/node.hpp"

#include <algorithm>

#include <toml++/toml.h>

namespace baocao::config {
namespace {

Node convert(const toml::node& node, std::string_view source);

// The text of a number as the file has it: toml++ gives doubles, which would not be exact.
std::string source_text(const toml::source_region& region, std::string_view source) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < region.begin.line && at != std::string_view::npos; ++line) {
    at = source.find('\n', at);
    at = at == std::string_view::npos ? at : at + 1;
  }
  const std::size_t from = at + region.begin.column - 1;
  const std::size_t end = source.find_first_not_of("0123456789+-._eE", from);
  return std::string(source.substr(from, end - from));
}

Table convert_table(const toml::table& table, std::string_view source) {
  Table converted;
  std::vector<std::pair<toml::source_position, const toml::key*>> order;
  for (const auto& [key, value] : table) {
    order.emplace_back(key.source().begin, &key);
  }
  std::stable_sort(
      order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [position, key] : order) {
    converted.emplace_back(std::string(key->str()), convert(*table.get(key->str()), source));
  }
  return converted;
}

Array convert_array(const toml::array& array, std::string_view source) {
  Array converted;
  for (const auto& element : array) {
    converted.push_back(convert(element, source));
  }
  return converted;
}

Node::Value convert_value(const toml::node& node, std::string_view source) {
  switch (node.type()) {
    case toml::node_type::string:
      return node.as_string()->get();
    case toml::node_type::integer:
      return node.as_integer()->get();
    case toml::node_type::boolean:
      return node.as_boolean()->get();
    case toml::node_type::array:
      return convert_array(*node.as_array(), source);
    case toml::node_type::table:
      return convert_table(*node.as_table(), source);
    case toml::node_type::date: {
      const toml::date date = node.as_date()->get();
      return base::Date::from_ymd(date.year, date.month, date.day).value_or(base::Date());
    }
    default:
      return Node::Number{source_text(node.source(), source)};
  }
}

Node convert(const toml::node& node, std::string_view source) {
  return {convert_value(node, source), node.source().begin.line, node.source().begin.column};
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  if (const auto* table = as<Table>()) {
    for (const auto& [name, node] : *table) {
      if (name == key) {
        return &node;
      }
    }
  }
  return nullptr;
}

diag::Result<Node> parse(std::string_view toml, const std::string& file) {
  try {
    return convert(toml::parse(toml), toml);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    return diag::Failure(diag::Diagnostic{
        .code = "J101",
        .message = "tệp cấu hình sai cú pháp",
        .help = "sửa dòng đã nêu cho đúng cú pháp TOML: khóa = giá trị, chữ để trong dấu ngoặc kép",
        .span = {.file = file, .line = at.line, .line_column = at.column}});
  }
}

}  // namespace baocao::config
