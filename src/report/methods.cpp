#include "report/methods.hpp"

#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "text/unicode.hpp"

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

// Whether the text has the argument, or one of a list of them, where `has` looks.
template <class Has>
Result any_of(Arguments arguments, Has has) {
  const Value& wanted = argument(arguments, 1);
  const List given = wanted.list() != nullptr ? *wanted.list() : List{wanted};
  return Value(std::any_of(given.begin(), given.end(), [&](const Value& one) {
    return has(*arguments[0].string(), printed(one));
  }));
}

Result starts_with(Arguments arguments) {
  return any_of(arguments, [](const std::string& text, const std::string& start) {
    return text.starts_with(start);
  });
}

Result ends_with(Arguments arguments) {
  return any_of(arguments, [](const std::string& text, const std::string& end) {
    return text.ends_with(end);
  });
}

constexpr std::string_view blanks = " \t\n\r";

// At runs of blanks, at most `most` times; what is left keeps the blanks at its end.
List split_at_blanks(std::string_view text, std::int64_t most) {
  List parts;
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  while (!text.empty()) {
    const bool is_last = static_cast<std::int64_t>(parts.size()) == most;
    const std::size_t end =
        is_last ? text.size() : std::min(text.find_first_of(blanks), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.find_first_not_of(blanks, end), text.size()));
  }
  return parts;
}

Result split(Arguments arguments) {
  std::string_view text = *arguments[0].string();
  const auto most = filter::count_of(arguments, 2, INT64_MAX);
  if (!most) {
    return tl::unexpected(most.error());
  }
  if (argument(arguments, 1).is_none()) {
    return Value(split_at_blanks(text, *most));
  }
  const std::string separator = printed(arguments[1]);
  if (separator.empty()) {
    return tl::unexpected<std::string>("dấu tách không được rỗng");
  }
  List parts;
  for (bool more = true; more;) {
    const std::size_t end = text.find(separator);
    more = end != std::string_view::npos && static_cast<std::int64_t>(parts.size()) < *most;
    parts.emplace_back(more ? text.substr(0, end) : text);
    text.remove_prefix(more ? end + separator.size() : 0);
  }
  return Value(std::move(parts));
}

// Characters that fill the text up to a width, all of them on one side.
Result filled(Arguments arguments, bool at_start) {
  const auto width = filter::count_of(arguments, 1, 0);
  const std::string fill = argument(arguments, 2).is_none() ? " " : printed(arguments[2]);
  if (!width || text::length(fill) != 1) {
    return tl::unexpected<std::string>(width ? "cần một ký tự để thêm cho đủ" : width.error());
  }
  std::string out = *arguments[0].string();
  std::string added;
  for (auto length = static_cast<std::int64_t>(text::length(out)); length < *width; ++length) {
    added += fill;
  }
  return Value(at_start ? added + out : out + added);
}

Result left_justified(Arguments arguments) {
  return filled(arguments, false);
}

Result right_justified(Arguments arguments) {
  return filled(arguments, true);
}

// "7".zfill(2), "-7".zfill(3)
Result with_zeros(Arguments arguments) {
  const std::string& text = *arguments[0].string();
  const std::size_t sign = text.find_first_of("+-") == 0 ? 1 : 0;
  const auto width = filter::count_of(arguments, 1, 0);
  if (!width) {
    return tl::unexpected(width.error());
  }
  const Value given[] = {
      text.substr(sign), std::max<std::int64_t>(*width - static_cast<std::int64_t>(sign), 0), "0"};
  return filled(given, true).map([&](const Value& rest) {
    return Value(text.substr(0, sign) + *rest.string());
  });
}

Result title(Arguments arguments) {
  return Value(text::title(*arguments[0].string()));
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
    Method{Type::string, "title", title},
    Method{Type::string, "capitalize", filter::only_first_capital},
    Method{Type::string, "strip", filter::trim, "chars"},
    Method{Type::string, "lstrip", filter::trim_start, "chars"},
    Method{Type::string, "rstrip", filter::trim_end, "chars"},
    Method{Type::string, "replace", filter::replace, "old new count"},
    Method{Type::string, "split", split, "sep maxsplit"},
    Method{Type::string, "join", join, "iterable"},
    Method{Type::string, "startswith", starts_with, "prefix"},
    Method{Type::string, "endswith", ends_with, "suffix"},
    Method{Type::string, "isdigit", is_digits},
    Method{Type::string, "center", filter::center, "width"},
    Method{Type::string, "ljust", left_justified, "width fillchar"},
    Method{Type::string, "rjust", right_justified, "width fillchar"},
    Method{Type::string, "zfill", with_zeros, "width"},
    Method{Type::string, "format", filter::format_fields, "…"},
    Method{Type::map, "items", filter::items},
    Method{Type::map, "keys", keys},
    Method{Type::map, "values", values},
    Method{Type::map, "get", get, "key default"},
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
