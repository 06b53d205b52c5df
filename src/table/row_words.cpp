#include "table/row_words.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <array>

namespace baocao::table {
namespace {

constexpr std::array<std::string_view, 7> closings = {
    "người lập", "thủ trưởng", "t/m", "tm.", "nơi nhận", "xác nhận", "(ký"};
// Under text::name_key, which puts tone marks in their new places.
constexpr std::array<std::string_view, 13> bodies = {"khối ",
                                                     "phòng ",
                                                     "ban ",
                                                     "ubnd",
                                                     "hđnd",
                                                     "ubmttq",
                                                     "mttq",
                                                     "mặt trận ",
                                                     "uỷ ban ",
                                                     "đảng uỷ",
                                                     "văn phòng",
                                                     "công an ",
                                                     "trung tâm "};

template <std::size_t n>
bool starts_with_any(std::string_view key, const std::array<std::string_view, n>& words) {
  return std::any_of(
      words.begin(), words.end(), [&](std::string_view word) { return key.starts_with(word); });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_roman(char c) {
  return c == 'I' || c == 'V' || c == 'X';
}

// Blanks, and what stands for "nothing" in a cell.
bool is_filler(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '.' || c == '-' || c == '_';
}

// Length of "IV", "A" or "12" at the front.
std::size_t numeral_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_roman(text[length])) {
    ++length;
  }
  if (length == 0 && !text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    length = 1;
  }
  while (length < text.size() && length < 2 && is_digit(text[length])) {
    ++length;
  }
  return length;
}

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      if (!is_filler(text[i])) {
        return false;
      }
      continue;
    }
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\u00A0")) {
      i += 1;
    } else if (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("…") ||
               rest.starts_with("\u200B") || rest.starts_with("\uFEFF")) {
      i += 2;
    } else {
      return false;
    }
  }
  return true;
}

bool is_total(std::string_view key) {
  return key == "tổng" || key == "cộng" || key.starts_with("tổng số") ||
         key.starts_with("tổng cộng") || key.starts_with("cộng ") || key.starts_with("tổng:") ||
         key.starts_with("cộng:");
}

bool is_closing(std::string_view key) {
  const std::size_t day = key.find("ngày ");
  const bool dated = day != std::string_view::npos &&
                     key.find("tháng ", day) != std::string_view::npos &&
                     key.find("năm", day) != std::string_view::npos;
  return dated || starts_with_any(key, closings);
}

bool names_body(std::string_view key) {
  return starts_with_any(key, bodies);
}

bool is_column_number(std::string_view text) {
  std::string_view body = text;
  if (body.size() > 2 && body.front() == '(' && body.back() == ')') {
    body = body.substr(1, body.size() - 2);
  }
  if (body.size() == 1 && body[0] >= 'A' && body[0] <= 'Z') {
    return true;
  }
  const std::size_t digits = body.find_first_not_of("0123456789");
  if (body.empty() || digits == 0) {
    return false;
  }
  return digits == std::string_view::npos ? body.size() <= 2 : body[digits] == '=';
}

std::string cut_numeral(std::string& text) {
  const std::size_t length = numeral_length(text);
  std::size_t end = length;
  while (end < text.size() && (text[end] == '.' || text[end] == ')' || text[end] == '-' ||
                               text[end] == '/' || text[end] == ':')) {
    ++end;
  }
  const bool marked = end > length || (end < text.size() && text[end] == ' ' && is_roman(text[0]));
  if (length == 0 || !marked) {
    return {};
  }
  std::string numeral = text.substr(0, length);
  text = text::cleaned(text.substr(end));
  return numeral;
}

bool is_numeral(std::string_view text) {
  const std::string plain = text::cleaned(text);
  const std::size_t length = numeral_length(plain);
  return length > 0 && !is_digit(plain[0]) &&
         plain.find_first_not_of(".)-/:", length) == std::string::npos;
}

}  // namespace baocao::table
