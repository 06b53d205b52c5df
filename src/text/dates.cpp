#include "text/dates.hpp"

#include "text/keys.hpp"
#include "text/numbers.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <vector>

namespace baocao::text {
namespace {

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

// HD 05-HD/VPTW, NĐ 30/2020: months 1 and 2 take a zero so that nobody can write a 1 before them.
std::string month_digits(int month) {
  return month <= 2 ? two_digits(month) : std::to_string(month);
}

struct Part {
  int value = 0;
  std::size_t digits = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<Part> read_part(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  text = text.substr(first, text.find_last_not_of(' ') + 1 - first);
  if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  return Part{std::stoi(std::string(text)), text.size()};
}

// "ngày 05 tháng 9 năm 2026" → "05/9/2026"; "tháng 9 năm 2026" → "9/2026".
std::string with_slashes(std::string text) {
  std::size_t from = 0;
  for (const std::string_view word : {"ngày ", "tháng ", "năm "}) {
    if (const std::size_t at = text.find(word, from); at != std::string::npos) {
      text.replace(at, word.size(), at == 0 ? "" : "/");
      from = at;
    }
  }
  return text;
}

// Every part, when one and the same separator stands between them.
std::vector<Part> read_parts(std::string_view text) {
  const std::size_t first = text.find_first_of("/.-");
  const char separator = first == std::string_view::npos ? '/' : text[first];
  std::vector<Part> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(separator, from), text.size());
    const std::optional<Part> part = read_part(text.substr(from, to - from));
    if (!part) {
      return {};
    }
    parts.push_back(*part);
    from = to + 1;
  }
  return parts;
}

// A year with a leading zero is a slip: "0985" may be 1985 or 985.
bool is_year(const Part& part) {
  return part.digits == 4 && part.value >= 1000;
}

std::optional<base::DateRange> exact(const Part& year, const Part& month, const Part& day) {
  if (!is_year(year) || month.digits > 2 || day.digits > 2) {
    return std::nullopt;
  }
  const std::optional<base::Date> date = base::Date::from_ymd(year.value, month.value, day.value);
  return date ? std::optional(base::DateRange{*date, *date}) : std::nullopt;
}

std::optional<base::DateRange> months(int year, int first, int last) {
  const std::optional<base::Date> begin = base::Date::from_ymd(year, first, 1);
  if (!begin) {
    return std::nullopt;
  }
  return base::DateRange{*begin,
                         *base::Date::from_ymd(year, last, base::days_in_month(year, last))};
}

}  // namespace

std::string short_date(base::Date date) {
  return two_digits(date.day()) + "/" + month_digits(date.month()) + "/" +
         std::to_string(date.year());
}

std::string long_date(base::Date date) {
  return "ngày " + two_digits(date.day()) + " tháng " + month_digits(date.month()) + " năm " +
         std::to_string(date.year());
}

std::string table_date(base::Date date) {
  return two_digits(date.day()) + "/" + two_digits(date.month()) + "/" +
         std::to_string(date.year());
}

std::string period_name(const base::Period& period) {
  std::string year = "năm " + std::to_string(period.year);
  switch (period.kind) {
    case base::Period::Kind::half:
      return (period.index == 1 ? "6 tháng đầu " : "6 tháng cuối ") + year;
    case base::Period::Kind::quarter:
      return "quý " + roman(period.index) + " " + year;
    case base::Period::Kind::month:
      return "tháng " + month_digits(period.index) + " " + year;
    default:
      return year;
  }
}

std::optional<base::DateRange> parse_date(std::string_view text) {
  const std::vector<Part> parts = read_parts(with_slashes(lower(cleaned(text))));
  if (parts.size() == 3) {
    return is_year(parts[0]) ? exact(parts[0], parts[1], parts[2])
                             : exact(parts[2], parts[1], parts[0]);
  }
  if (parts.size() == 2 && is_year(parts[1]) && parts[0].digits <= 2) {
    return months(parts[1].value, parts[0].value, parts[0].value);
  }
  if (parts.size() == 1 && is_year(parts[0])) {
    return months(parts[0].value, 1, 12);
  }
  return std::nullopt;
}

}  // namespace baocao::text
