#include "table/cell_date.hpp"

#include "text/dates.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

// Nobody on a roster was born, joined or was appointed outside these years.
constexpr int first_year = 1900;
constexpr int last_year = 2100;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

CellFault no_date(std::string_view text) {
  return {.code = "N204",
          .message = in_quotes(text) + " không phải là ngày hợp lệ",
          .help = "ghi ngày theo dạng dd/mm/yyyy (hoặc mm/yyyy, yyyy khi không rõ ngày)"};
}

CellFault short_year(std::string_view text) {
  return {.code = "N205",
          .message = in_quotes(text) + " có năm chỉ ghi hai chữ số",
          .help = "ghi đủ bốn chữ số của năm, ví dụ 05/03/1985"};
}

// "5/3/85": day, month and a year of two digits.
bool has_short_year(std::string_view text) {
  const std::size_t at = text.find_last_of("/.-");
  if (at == std::string_view::npos) {
    return false;
  }
  const std::string_view before = text.substr(0, at);
  return text.size() == at + 3 && all_digits(text.substr(at + 1)) &&
         before.find_first_of("/.-") != std::string_view::npos && is_digit(before.front());
}

Reading<base::DateRange> plausible(base::DateRange range, std::string_view text) {
  const int year = range.first.year();
  if (year >= first_year && year <= last_year) {
    return {range, std::nullopt};
  }
  return {
      std::nullopt,
      CellFault{.code = "N206",
                .message = in_quotes(text) + ": năm " + std::to_string(year) + " không thể đúng",
                .help = "ghi lại ngày theo dạng dd/mm/yyyy"}};
}

// A time of day that exports append: "1985-03-05 00:00:00".
std::string without_time(std::string text) {
  const std::size_t at = text.find(':');
  if (at == std::string::npos || at < 3) {
    return text;
  }
  const std::size_t gap = text.find_last_of(" T", at);
  return gap == std::string::npos ? text : text.substr(0, gap);
}

Reading<base::DateRange> read_date_text(std::string_view text) {
  const std::string plain = without_time(text::cleaned(text));
  if (const auto range = text::parse_date(plain)) {
    return plausible(*range, text);
  }
  return {std::nullopt, has_short_year(plain) ? short_year(text) : no_date(text)};
}

}  // namespace

Reading<base::DateRange> read_date(const input::Cell& cell) {
  switch (cell.kind) {
    case input::CellKind::date:
      return plausible({cell.date, cell.date}, cell.date.iso());
    case input::CellKind::text:
      return read_date_text(cell.text);
    case input::CellKind::number:
      // A bare year. Other numbers (serial days without a date format, 5.1985) are not guessed at.
      if (cell.text.size() == 4 && all_digits(cell.text)) {
        return read_date_text(cell.text);
      }
      return {std::nullopt, no_date(cell.text)};
    default:
      return {std::nullopt, no_date(cell.text)};
  }
}

}  // namespace baocao::table
