// The values a template can use: a small JSON-like type with exact numbers and dates.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace baocao::report {

class Value;
using List = std::vector<Value>;
// Keys in the order they were set.
using Map = std::vector<std::pair<std::string, Value>>;

// Lists and maps are shared, never changed once they are in a Value, so copies are cheap and a
// model can be read by many threads.
class Value {
 public:
  enum class Type : std::uint8_t { none, boolean, number, date, string, list, map };

  Value() = default;

  // NOLINTBEGIN(google-explicit-constructor): values are written as literals everywhere.
  Value(bool value) : data_(value) {}

  Value(base::Ratio value) : data_(value) {}

  Value(std::int64_t value) : data_(base::Ratio(value)) {}

  Value(int value) : data_(base::Ratio(value)) {}

  Value(base::Date value) : data_(value) {}

  Value(std::string value) : data_(std::move(value)) {}

  Value(std::string_view value) : data_(std::string(value)) {}

  Value(const char* value) : data_(std::string(value)) {}

  Value(List value);
  Value(Map value);

  // NOLINTEND(google-explicit-constructor)

  Type type() const { return static_cast<Type>(data_.index()); }

  bool is_none() const { return type() == Type::none; }

  // Null when the value is of another type.
  const bool* boolean() const { return std::get_if<bool>(&data_); }

  const base::Ratio* number() const { return std::get_if<base::Ratio>(&data_); }

  const base::Date* date() const { return std::get_if<base::Date>(&data_); }

  const std::string* string() const { return std::get_if<std::string>(&data_); }

  const List* list() const;
  const Map* map() const;

  const Value* find(std::string_view key) const;  // of a map; null when absent

 private:
  std::variant<std::monostate,
               bool,
               base::Ratio,
               base::Date,
               std::string,
               std::shared_ptr<const List>,
               std::shared_ptr<const Map>>
      data_;
};

}  // namespace baocao::report
