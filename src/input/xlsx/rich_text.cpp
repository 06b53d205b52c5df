#include "input/xlsx/rich_text.hpp"

#include "text/unicode.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

namespace baocao::input::xlsx {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

std::optional<char32_t> escape_at(std::string_view text) {
  if (text.size() < escape_size || !text.starts_with("_x") || text[escape_size - 1] != '_') {
    return std::nullopt;
  }
  std::uint32_t value = 0;
  const char* const end = text.data() + escape_size - 1;
  const auto [stopped, error] = std::from_chars(text.data() + 2, end, value, 16);
  const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  return error == std::errc() && stopped == end && !is_surrogate ? std::optional<char32_t>(value)
                                                                 : std::nullopt;
}

}  // namespace

void RichText::clear() {
  value_.clear();
  font_.clear();
  in_text_ = false;
  in_phonetic_ = false;
}

void RichText::start(std::string_view element, const Attributes& attributes) {
  in_phonetic_ = in_phonetic_ || element == "rPh";
  in_text_ = element == "t" && !in_phonetic_;
  if (element == "rFont" && !in_phonetic_ && font_.empty()) {
    font_ = attributes["val"];
  }
}

void RichText::end(std::string_view element) {
  in_phonetic_ = in_phonetic_ && element != "rPh";
  in_text_ = false;
}

void RichText::text(std::string_view piece) {
  if (in_text_) {
    value_ += piece;
  }
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t at = std::min(text.find("_x", from), text.size());
    out += text.substr(from, at - from);
    if (at == text.size()) {
      break;
    }
    const std::optional<char32_t> character = escape_at(text.substr(at));
    out += character ? text::utf8({&*character, 1}) : "_";
    from = at + (character ? escape_size : 1);
  }
  return out;
}

}  // namespace baocao::input::xlsx
