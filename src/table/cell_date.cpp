#include "table/cell_date.hpp"

#include "table/date_parts.hpp"
#include "text/dates.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

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

CellFault second_look(diag::Code code, const std::string& message) {
  return {.code = code,
          .severity = diag::Severity::warning,
          .message = message,
          .help = "ghi lại dạng văn bản dd/mm/yyyy nếu hiểu như vậy là chưa đúng"};
}

Reading<base::DateRange> plausible(base::DateRange range, std::string_view text = {}) {
  const int year = range.first.year();
  if (year >= first_year && year <= last_year) {
    return {range, std::nullopt};
  }
  return {std::nullopt,
          CellFault{.code = "N206",
                    .message = in_quotes(text.empty() ? range.first.iso() : text) + ": năm " +
                               std::to_string(year) + " không thể đúng",
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

// "'05/3/1985" → "05/3/1985", "1985 (Mão)" → "1985". What stands in brackets behind a whole date
// may change it ("âm lịch").
std::string plain_date(std::string_view text) {
  std::string plain = without_time(text::cleaned(text));
  if (plain.starts_with('\'')) {
    plain.erase(0, 1);
  }
  constexpr std::size_t year_digits = 4;
  if (plain.size() > year_digits && plain.ends_with(')') &&
      all_digits(plain.substr(0, year_digits)) &&
      plain.find_first_not_of(' ', year_digits) == plain.find('(')) {
    plain.resize(year_digits);
  }
  return plain;
}

// "3/85": a number above 31 is no day.
bool is_month_and_short_year(std::string_view text) {
  const std::size_t at = text.find_first_of("/.-");
  return at != std::string_view::npos && at >= 1 && at <= 2 && text.size() == at + 3 &&
         all_digits(text.substr(0, at)) && all_digits(text.substr(at + 1)) &&
         text.substr(at + 1) > "31";
}

// The year in full, where only one century puts it among the years of the field.
std::optional<base::DateRange> with_century(const std::string& plain,
                                            const std::optional<schema::Years>& years) {
  std::optional<base::DateRange> found;
  for (const char* century : {"19", "20"}) {
    std::string full = plain;
    full.insert(full.size() - 2, century);
    const auto range = text::parse_date(full);
    if (!range || !years || !years->hold(range->first.year())) {
      continue;
    }
    if (found) {
      return std::nullopt;
    }
    found = range;
  }
  return found;
}

// "03/25/1985": no month is called 25.
std::optional<base::DateRange> month_first(const std::string& plain) {
  const auto parts = date_parts(plain);
  if (!parts || parts->year_digits != 4) {
    return std::nullopt;
  }
  const auto day = base::Date::from_ymd(parts->year, parts->first, parts->second);
  return day ? std::optional(base::DateRange{*day, *day}) : std::nullopt;
}

Reading<base::DateRange> read_date_text(std::string_view text,
                                        const std::optional<schema::Years>& years) {
  const std::string plain = plain_date(text);
  if (const auto range = text::parse_date(plain)) {
    return plausible(*range, text);
  }
  const auto parts = date_parts(plain);
  if ((parts && parts->year_digits == 2) || is_month_and_short_year(plain)) {
    const auto range = with_century(plain, years);
    return range ? Reading<base::DateRange>{range,
                                            second_look("N221",
                                                        in_quotes(text) + " được hiểu là năm " +
                                                            std::to_string(range->first.year()))}
                 : Reading<base::DateRange>{std::nullopt, short_year(text)};
  }
  if (const auto range = month_first(plain)) {
    Reading<base::DateRange> reading = plausible(*range, text);
    if (reading.value) {
      reading.fault = second_look("N220",
                                  in_quotes(text) + " ghi tháng trước, ngày sau; được hiểu là " +
                                      text::table_date(range->first));
    }
    return reading;
  }
  return {std::nullopt, no_date(text)};
}

base::DateRange whole_year(int year) {
  return {*base::Date::from_ymd(year, 1, 1), *base::Date::from_ymd(year, 12, 31)};
}

// 1985 under a date format is shown as a day of 1905.
std::optional<int> year_shown_as_day(const input::Cell& cell, const schema::Years& years) {
  constexpr std::size_t year_digits = 4;
  if (cell.text.size() != year_digits || !all_digits(cell.text) || years.hold(cell.date.year())) {
    return std::nullopt;
  }
  const int year = std::stoi(std::string(cell.text));
  return years.hold(year) ? std::optional(year) : std::nullopt;
}

Reading<base::DateRange> read_date_cell(const input::Cell& cell,
                                        const std::optional<schema::Years>& years) {
  const auto year = years ? year_shown_as_day(cell, *years) : std::nullopt;
  if (year) {
    return {whole_year(*year),
            second_look("N218",
                        "ô có số " + std::to_string(*year) + " nhưng hiện thành ngày " +
                            text::table_date(cell.date) + "; được hiểu là năm " +
                            std::to_string(*year))};
  }
  if (cell.hides_day && cell.date.day() == 1) {
    const base::Date last =
        cell.date.plus_days(base::days_in_month(cell.date.year(), cell.date.month()) - 1);
    return plausible({cell.date, last});
  }
  return plausible({cell.date, cell.date});
}

// "1985.0", "1.985E3" and what binary fractions make of 1985.
std::string whole_number(std::string_view text) {
  constexpr double noise = 1e-6;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool sound = error == std::errc() && end == text.data() + text.size() &&
                     std::abs(value) < 1e9 && std::abs(value - std::round(value)) < noise;
  return sound ? std::to_string(std::lround(value)) : std::string(text);
}

// A bare year, or the day number of a spreadsheet where the years of the field bear it out. Other
// numbers (5.1985) are not guessed at.
Reading<base::DateRange> read_date_number(const input::Cell& cell,
                                          const std::optional<schema::Years>& years) {
  constexpr std::size_t year_digits = 4;
  constexpr std::size_t serial_digits = 5;
  constexpr int serial_of_1970 = 25569;
  const std::string number = whole_number(cell.text);
  if (all_digits(number) && number.size() == year_digits) {
    return read_date_text(number, years);
  }
  if (years && all_digits(number) && number.size() == serial_digits) {
    const base::Date date(std::stoi(number) - serial_of_1970);
    if (years->hold(date.year())) {
      return {base::DateRange{date, date},
              second_look("N219", "số " + number + " được hiểu là ngày " + text::table_date(date))};
    }
  }
  return {std::nullopt, no_date(cell.text)};
}

}  // namespace

Reading<base::DateRange> read_date(const input::Cell& cell,
                                   const std::optional<schema::Years>& years) {
  switch (cell.kind) {
    case input::CellKind::date:
      return read_date_cell(cell, years);
    case input::CellKind::text:
      return read_date_text(cell.text, years);
    case input::CellKind::number:
      return read_date_number(cell, years);
    default:
      return {std::nullopt, no_date(cell.text)};
  }
}

}  // namespace baocao::table
