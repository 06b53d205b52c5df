#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::report::filter {
namespace {

Result changed(Arguments arguments, std::string (*change)(std::string_view)) {
  const Value& value = arguments[0];
  return value.is_none() ? Value() : Value(change(printed(value)));
}

std::string with_lower_start(std::string_view text) {
  std::size_t end = std::min<std::size_t>(1, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    ++end;
  }
  return text::lower(text.substr(0, end)) + std::string(text.substr(end));
}

}  // namespace

Result upper(Arguments arguments) {
  return changed(arguments, text::upper);
}

Result lower(Arguments arguments) {
  return changed(arguments, text::lower);
}

Result capitalized(Arguments arguments) {
  return changed(arguments, text::capitalized);
}

Result uncapitalized(Arguments arguments) {
  return changed(arguments, with_lower_start);
}

Result title(Arguments arguments) {
  return changed(arguments, text::title);
}

Result without_marks(Arguments arguments) {
  return changed(arguments, text::without_marks);
}

// Jinja's default(value, true) also stands in for empty text, 0 and false.
Result fallback(Arguments arguments) {
  const Value& value = arguments[0];
  const bool also_false = arguments.size() > 2 && truthy(arguments[2]);
  const bool keep = also_false ? truthy(value) : !value.is_none();
  if (keep) {
    return value;
  }
  return arguments.size() > 1 ? arguments[1] : Value("");
}

Result if_empty(Arguments arguments) {
  const Value& value = arguments[0];
  const bool empty = value.is_none() || printed(value).empty();
  if (!empty) {
    return value;
  }
  return arguments.size() > 1 ? arguments[1] : Value("");
}

}  // namespace baocao::report::filter
