#include "base/period.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace baocao::base {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<Period> within(Period::Kind kind, int year, std::optional<int> index, int most) {
  if (!index || *index < 1 || *index > most) {
    return std::nullopt;
  }
  return Period{kind, year, *index};
}

int months_per(Period::Kind kind) {
  constexpr std::array<int, 4> months{12, 6, 3, 1};
  return months[static_cast<std::size_t>(kind)];
}

int first_month(const Period& period) {
  return period.kind == Period::Kind::year ? 1 : (period.index - 1) * months_per(period.kind) + 1;
}

}  // namespace

std::optional<Period> Period::parse(std::string_view text) {
  const auto year = text.size() >= 4 ? number(text.substr(0, 4)) : std::nullopt;
  if (!year || *year < 1900 || *year > 2999) {
    return std::nullopt;
  }
  if (text.size() == 4) {
    return Period{Kind::year, *year, 0};
  }
  if (text.size() != 7 || text[4] != '-') {
    return std::nullopt;
  }
  if (text[5] == 'H') {
    return within(Kind::half, *year, number(text.substr(6)), 2);
  }
  if (text[5] == 'Q') {
    return within(Kind::quarter, *year, number(text.substr(6)), 4);
  }
  return within(Kind::month, *year, number(text.substr(5)), 12);
}

std::string Period::code() const {
  constexpr std::array<const char*, 4> patterns{"%04d", "%04d-H%d", "%04d-Q%d", "%04d-%02d"};
  std::array<char, 32> buffer{};
  const int n = std::snprintf(
      buffer.data(), buffer.size(), patterns[static_cast<std::size_t>(kind)], year, index);
  return {buffer.data(), static_cast<std::size_t>(n)};
}

Date Period::first() const {
  return *Date::from_ymd(year, first_month(*this), 1);
}

Date Period::last() const {
  const int month = first_month(*this) + months_per(kind) - 1;
  return *Date::from_ymd(year, month, days_in_month(year, month));
}

}  // namespace baocao::base
