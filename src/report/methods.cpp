#include "report/methods.hpp"

#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"

#include <algorithm>
#include <array>

namespace baocao::report {
namespace {

using filter::argument;
using filter::Arguments;
using filter::Result;

Result keys(Arguments arguments) {
  List keys;
  for (const auto& entry : *arguments[0].map()) {
    keys.emplace_back(entry.first);
  }
  return Value(std::move(keys));
}

Result values(Arguments arguments) {
  List values;
  for (const auto& entry : *arguments[0].map()) {
    values.push_back(entry.second);
  }
  return Value(std::move(values));
}

Result get(Arguments arguments) {
  const Value* found = arguments[0].find(printed(argument(arguments, 1)));
  return found == nullptr ? argument(arguments, 2) : *found;
}

Result starts_with(Arguments arguments) {
  return Value(arguments[0].string()->starts_with(printed(argument(arguments, 1))));
}

Result ends_with(Arguments arguments) {
  return Value(arguments[0].string()->ends_with(printed(argument(arguments, 1))));
}

// Without a separator at runs of blanks.
Result split(Arguments arguments) {
  std::string_view text = *arguments[0].string();
  const bool at_blanks = argument(arguments, 1).is_none();
  const std::string separator = at_blanks ? " " : printed(arguments[1]);
  if (separator.empty()) {
    return tl::unexpected<std::string>("dấu tách không được rỗng");
  }
  List parts;
  for (bool more = true; more;) {
    const std::size_t end = at_blanks ? text.find_first_of(" \t\n\r") : text.find(separator);
    more = end != std::string_view::npos;
    const std::string_view part = text.substr(0, end);
    if (!at_blanks || !part.empty()) {
      parts.emplace_back(part);
    }
    text.remove_prefix(more ? end + separator.size() : 0);
  }
  return Value(std::move(parts));
}

// ', '.join(xs)
Result join(Arguments arguments) {
  const Value turned[] = {argument(arguments, 1), arguments[0]};
  return filter::join_plain(turned);
}

Result is_digits(Arguments arguments) {
  const std::string& text = *arguments[0].string();
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return Value(digits && !text.empty());
}

using Type = Value::Type;

constexpr std::array methods{
    Method{Type::string, "upper", filter::upper},
    Method{Type::string, "lower", filter::lower},
    Method{Type::string, "title", filter::title},
    Method{Type::string, "capitalize", filter::only_first_capital},
    Method{Type::string, "strip", filter::trim},
    Method{Type::string, "replace", filter::replace},
    Method{Type::string, "split", split},
    Method{Type::string, "join", join},
    Method{Type::string, "startswith", starts_with},
    Method{Type::string, "endswith", ends_with},
    Method{Type::string, "isdigit", is_digits},
    Method{Type::string, "center", filter::center},
    Method{Type::map, "items", filter::items},
    Method{Type::map, "keys", keys},
    Method{Type::map, "values", values},
    Method{Type::map, "get", get},
};

}  // namespace

const Method* find_method(const Value& of, std::string_view name) {
  const auto at = std::find_if(methods.begin(), methods.end(), [&](const Method& method) {
    return method.of == of.type() && method.name == name;
  });
  return at == methods.end() ? nullptr : &*at;
}

std::vector<std::string> method_names(const Value& of) {
  std::vector<std::string> names;
  for (const Method& method : methods) {
    if (method.of == of.type()) {
      names.emplace_back(method.name);
    }
  }
  return names;
}

}  // namespace baocao::report
