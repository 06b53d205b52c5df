#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "report/limits.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::report::filter {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";

using Letters = std::u32string;

Letters letters_of(const Value& value) {
  return text::code_points(printed(value));
}

}  // namespace

Result trim(Arguments arguments) {
  const std::string text = printed(arguments[0]);
  const std::string set =
      argument(arguments, 1).is_none() ? std::string(blanks) : printed(arguments[1]);
  const std::size_t begin = text.find_first_not_of(set);
  const std::size_t end = text.find_last_not_of(set);
  return begin == std::string::npos ? Value("") : Value(text.substr(begin, end - begin + 1));
}

Result replace(Arguments arguments) {
  if (arguments.size() < 3) {
    return tl::unexpected<std::string>("cần chữ cũ và chữ mới");
  }
  const std::string old = printed(arguments[1]);
  const std::string by = printed(arguments[2]);
  const std::string text = printed(arguments[0]);
  const auto most = count_of(arguments, 3, INT64_MAX);
  if (!most || old.empty()) {
    return tl::unexpected(most ? "chữ cần thay không được rỗng" : most.error());
  }
  std::string out;
  std::size_t from = 0;
  for (std::int64_t i = 0; i < *most; ++i) {
    const std::size_t at = text.find(old, from);
    if (at == std::string::npos) {
      break;
    }
    out += text.substr(from, at - from) + by;
    if (out.size() > largest_text) {
      return tl::unexpected<std::string>("kết quả dài quá mức");
    }
    from = at + old.size();
  }
  return Value(out + text.substr(from));
}

Result truncate(Arguments arguments) {
  const auto length = count_of(arguments, 1, 255);
  const auto leeway = count_of(arguments, 4, 5);
  if (!length || !leeway) {
    return tl::unexpected(length ? leeway.error() : length.error());
  }
  const Letters text = letters_of(arguments[0]);
  const Letters end = argument(arguments, 3).is_none() ? Letters(U"...") : letters_of(arguments[3]);
  const auto most = static_cast<std::size_t>(*length);
  if (text.size() <= most + static_cast<std::size_t>(*leeway)) {
    return arguments[0];
  }
  Letters head = text.substr(0, most - std::min(most, end.size()));
  if (!truthy(argument(arguments, 2))) {
    head = head.substr(0, head.rfind(U' '));
  }
  return Value(text::utf8(head + end));
}

// As Python's str.center: with an odd rest the left side gets more when the width is odd.
Result center(Arguments arguments) {
  const auto width = count_of(arguments, 1, 80);
  if (!width) {
    return tl::unexpected(width.error());
  }
  const std::string text = printed(arguments[0]);
  const std::size_t length = text::length(text);
  const auto wanted = static_cast<std::size_t>(*width);
  if (length >= wanted) {
    return Value(text);
  }
  const std::size_t rest = wanted - length;
  const std::size_t left = rest / 2 + (rest & wanted & 1U);
  return Value(std::string(left, ' ') + text + std::string(rest - left, ' '));
}

Result word_count(Arguments arguments) {
  std::int64_t count = 0;
  bool inside = false;
  for (const char c : printed(arguments[0])) {
    const bool is_part = (static_cast<unsigned char>(c) & 0x80U) != 0 || c == '_' ||
                         (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    count += is_part && !inside ? 1 : 0;
    inside = is_part;
  }
  return Value(count);
}

// Tags go, runs of blanks become one.
Result strip_tags(Arguments arguments) {
  std::string out;
  bool in_tag = false;
  for (const char c : printed(arguments[0])) {
    const bool is_blank = blanks.find(c) != std::string_view::npos;
    if (c == '<') {
      in_tag = true;
    } else if (c == '>' && in_tag) {
      in_tag = false;
    } else if (!in_tag && (!is_blank || (!out.empty() && out.back() != ' '))) {
      out += is_blank ? ' ' : c;
    }
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return Value(std::move(out));
}

}  // namespace baocao::report::filter
