// A TOML document as a tree of values that know their place in the file.
#pragma once

#include "base/date.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace baocao::config {

class Node;
using Array = std::vector<Node>;
// Keys in the order of the file.
using Table = std::vector<std::pair<std::string, Node>>;

class Node {
 public:
  // `Number` keeps a decimal as it is written, so that 62.5 stays exact.
  struct Number {
    std::string text;
  };

  using Value = std::variant<std::string, std::int64_t, Number, bool, base::Date, Array, Table>;

  Node() = default;

  Node(Value value, std::uint32_t line, std::uint32_t column)
      : value_(std::move(value)), line_(line), column_(column) {}

  template <class T>
  const T* as() const {
    return std::get_if<T>(&value_);
  }

  const Node* find(std::string_view key) const;  // of a table; null otherwise

  std::uint32_t line() const { return line_; }  // 1-based

  std::uint32_t column() const { return column_; }  // 1-based

 private:
  Value value_;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
};

// `file` is only used as the name in faults. A syntax fault gives J101.
diag::Result<Node> parse(std::string_view toml, const std::string& file);

}  // namespace baocao::config
