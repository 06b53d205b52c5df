#include "report/evaluate.hpp"
#include "report/filter_functions.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string>
#include <vector>

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

// As Python's str.capitalize: the first character, be it a letter or not.
std::string with_only_first_capital(std::string_view text) {
  std::u32string letters = text::lower_code_points(text);
  if (!letters.empty()) {
    letters.replace(0, 1, text::code_points(text::upper(text::utf8(letters.substr(0, 1)))));
  }
  return text::utf8(letters);
}

// As Jinja2's title: words begin behind blanks, hyphens and opening brackets.
std::string titled(std::string_view text) {
  std::u32string letters = text::lower_code_points(text);
  bool begins = true;
  for (char32_t& letter : letters) {
    if (begins) {
      letter = text::code_points(text::title(text::utf8({&letter, 1}))).front();
    }
    begins = text::is_blank(letter) ||
             std::u32string_view(U"-({[<").find(letter) != std::u32string_view::npos;
  }
  return text::utf8(letters);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;
       at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string last_word(std::string_view name) {
  const auto words = words_of(name);
  return words.empty() ? std::string() : words.back();
}

std::string first_word(std::string_view name) {
  const auto words = words_of(name);
  return words.empty() ? std::string() : words.front();
}

// What a template engine draws: {"image": name or "qr": text, "width", "height"}.
Result picture(const char* kind, Arguments arguments) {
  const Value& width = argument(arguments, 1);
  const Value& height = argument(arguments, 2);
  for (const Value* side : {&width, &height}) {
    const bool fits =
        side->is_none() || (side->number() != nullptr && *side->number() > base::Ratio(0) &&
                            *side->number() <= base::Ratio(500));
    if (!fits) {
      return tl::unexpected<std::string>("cỡ hình phải là số milimét từ trên 0 đến 500");
    }
  }
  return Value(Map{{kind, Value(printed(arguments[0]))}, {"width", width}, {"height", height}});
}

// "Nguyễn Văn An" → "N.V. An"
std::string shortened(std::string_view name) {
  const auto words = words_of(name);
  std::string out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    out += text::upper(text::utf8(text::code_points(words[i]).substr(0, 1))) + ".";
  }
  return out + (out.empty() ? "" : " ") + last_word(name);
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

Result only_first_capital(Arguments arguments) {
  return changed(arguments, with_only_first_capital);
}

Result title(Arguments arguments) {
  return changed(arguments, titled);
}

Result given_name(Arguments arguments) {
  return changed(arguments, last_word);
}

Result surname(Arguments arguments) {
  return changed(arguments, first_word);
}

Result initials(Arguments arguments) {
  return changed(arguments, shortened);
}

Result text(Arguments arguments) {
  return Value(printed(arguments[0]));
}

Result image(Arguments arguments) {
  return picture("image", arguments);
}

Result qr(Arguments arguments) {
  return picture("qr", arguments);
}

Result unchanged(Arguments arguments) {
  return arguments[0];
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
