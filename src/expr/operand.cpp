#include "expr/operand.hpp"

#include "text/dates.hpp"
#include "text/id_numbers.hpp"
#include "text/numbers.hpp"

namespace baocao::expr {

std::string printed(Truth value, const schema::CodeList* /*codes*/) {
  return value == Truth::yes ? "có" : value == Truth::no ? "không" : "chưa rõ";
}

std::string printed(const Interval& value, const schema::CodeList* /*codes*/) {
  // Four digits may be a year, which is never grouped.
  const auto number = [](const base::Ratio& ratio) {
    const bool four_digits = ratio.is_integer() && ratio < base::Ratio(10000);
    return four_digits ? ratio.decimal() : text::decimal(ratio, 6, text::Zeros::drop);
  };
  return value.exact() ? number(value.low) : number(value.low) + "–" + number(value.high);
}

std::string printed(const Days& value, const schema::CodeList* /*codes*/) {
  return value.exact() ? text::short_date(value.low)
                       : text::short_date(value.low) + "–" + text::short_date(value.high);
}

std::string printed(Word value, const schema::CodeList* codes) {
  return value.number < codes->words.size() ? codes->words[value.number].label : "?";
}

std::string printed(const WordSet& value, const schema::CodeList* codes) {
  std::string text;
  for (std::size_t word = 0; word < codes->words.size() && word < 64; ++word) {
    if ((value.words >> word & 1U) != 0) {
      text += (text.empty() ? "" : ", ") + codes->words[word].label;
    }
  }
  return text;
}

std::string printed(Text value, const schema::CodeList* /*codes*/) {
  return "\"" + text::hide_id_numbers(*value.text) + "\"";
}

}  // namespace baocao::expr
