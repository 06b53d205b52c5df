#include "config/fields.hpp"

#include "text/suggest.hpp"

#include <algorithm>
#include <span>

namespace baocao::config {
namespace {

constexpr std::string_view string_form = "\"…\"";
constexpr std::string_view integer_form = "12";
constexpr std::string_view number_form = "12.5";
constexpr std::string_view boolean_form = "true";
constexpr std::string_view date_form = "2026-09-30";
constexpr std::string_view strings_form = "[\"…\", \"…\"]";
constexpr std::string_view table_form = "{ … }";

// The elements of an array, the entries of a table; nothing for a value of another kind.
template <class Sequence>
std::span<const typename Sequence::value_type> entries(const Node& node) {
  const auto* sequence = node.as<Sequence>();
  return sequence == nullptr ? std::span<const typename Sequence::value_type>() : *sequence;
}

}  // namespace

Fields::Fields(const Node& table, std::string file, std::string where, diag::Sink& sink)
    : table_(table), file_(std::move(file)), where_(std::move(where)), sink_(sink) {}

const Node* Fields::take(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
    known_.emplace_back(key);
  }
  return table_.find(key);
}

diag::Span Fields::span(std::string_view key) const {
  const Node* node = table_.find(key);
  const Node& at = node == nullptr ? table_ : *node;
  return {.file = file_, .line = at.line(), .line_column = at.column()};
}

void Fields::fault(diag::Code code, std::string_view key, std::string message, std::string help) {
  sink_.add({.code = code,
             .message = std::move(message),
             .help = std::move(help),
             .span = span(key),
             .field = std::string(key)});
}

void Fields::missing(std::string_view key, std::string_view expected) {
  fault("J103",
        key,
        where_ + " thiếu khóa \"" + std::string(key) + "\"",
        "thêm dòng: " + std::string(key) + " = " + std::string(expected));
}

void Fields::ill_typed(std::string_view key, std::string_view expected) {
  fault("J104",
        key,
        where_ + ": khóa \"" + std::string(key) + "\" có giá trị sai kiểu",
        "ghi theo mẫu: " + std::string(key) + " = " + std::string(expected));
}

std::optional<std::string> Fields::optional_string(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = node->as<std::string>()) {
    return *value;
  }
  ill_typed(key, string_form);
  return std::nullopt;
}

std::optional<std::int64_t> Fields::optional_integer(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = node->as<std::int64_t>()) {
    return *value;
  }
  ill_typed(key, integer_form);
  return std::nullopt;
}

std::optional<base::Ratio> Fields::optional_number(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = node->as<std::int64_t>()) {
    return base::Ratio(*value);
  }
  if (const auto* number = node->as<Node::Number>()) {
    if (const auto value = base::Ratio::parse(number->text)) {
      return value;
    }
  }
  ill_typed(key, number_form);
  return std::nullopt;
}

std::optional<bool> Fields::optional_boolean(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = node->as<bool>()) {
    return *value;
  }
  ill_typed(key, boolean_form);
  return std::nullopt;
}

std::optional<base::Date> Fields::optional_date(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = node->as<base::Date>()) {
    return *value;
  }
  ill_typed(key, date_form);
  return std::nullopt;
}

std::vector<std::string> Fields::optional_strings(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return {};
  }
  if (const auto* one = node->as<std::string>()) {
    return {*one};
  }
  std::vector<std::string> values;
  for (const Node& element : entries<Array>(*node)) {
    if (const auto* value = element.as<std::string>()) {
      values.push_back(*value);
    }
  }
  if (node->as<Array>() == nullptr || values.size() != entries<Array>(*node).size()) {
    ill_typed(key, strings_form);
  }
  return values;
}

std::string Fields::string(std::string_view key) {
  if (table_.find(key) == nullptr) {
    missing(key, string_form);
  }
  return optional_string(key).value_or("");
}

std::int64_t Fields::integer(std::string_view key) {
  if (table_.find(key) == nullptr) {
    missing(key, integer_form);
  }
  return optional_integer(key).value_or(0);
}

base::Date Fields::date(std::string_view key) {
  if (table_.find(key) == nullptr) {
    missing(key, date_form);
  }
  return optional_date(key).value_or(base::Date());
}

std::vector<std::string> Fields::strings(std::string_view key) {
  if (table_.find(key) == nullptr) {
    missing(key, strings_form);
  }
  return optional_strings(key);
}

const Node* Fields::node(std::string_view key) {
  return take(key);
}

const Node* Fields::table(std::string_view key) {
  const Node* node = take(key);
  if (node != nullptr && node->as<Table>() == nullptr) {
    ill_typed(key, table_form);
    return nullptr;
  }
  return node;
}

std::vector<const Node*> Fields::tables(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) {
    return {};
  }
  std::vector<const Node*> found;
  for (const Node& element : entries<Array>(*node)) {
    if (element.as<Table>() != nullptr) {
      found.push_back(&element);
    }
  }
  if (node->as<Array>() == nullptr || found.size() != entries<Array>(*node).size()) {
    ill_typed(key, "[[" + std::string(key) + "]]");
  }
  return found;
}

std::vector<std::string> Fields::keys() {
  std::vector<std::string> names;
  for (const auto& [name, node] : entries<Table>(table_)) {
    names.push_back(name);
  }
  known_.insert(known_.end(), names.begin(), names.end());
  return names;
}

void Fields::finish() {
  for (const auto& [name, node] : entries<Table>(table_)) {
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) {
      continue;
    }
    const auto guess = text::nearest(name, known_);
    fault("J102",
          name,
          where_ + " không có khóa \"" + name + "\"",
          guess ? "ý bạn là \"" + *guess + "\"? nếu không cần thì xóa dòng này"
                : "xóa dòng này, hoặc xem lại tên khóa trong hướng dẫn");
  }
}

}  // namespace baocao::config
