#include "base/date.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace baocao::base {
namespace {

std::chrono::year_month_day ymd(Date date) {
  return std::chrono::sys_days{std::chrono::days{date.days()}};
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const std::chrono::year_month_day value{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
  if (!value.ok()) {
    return std::nullopt;
  }
  return Date(static_cast<std::int32_t>(std::chrono::sys_days{value}.time_since_epoch().count()));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  return from_ymd(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

int Date::year() const {
  return static_cast<int>(ymd(*this).year());
}

int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(ymd(*this).month()));
}

int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(ymd(*this).day()));
}

std::string Date::iso() const {
  std::array<char, 32> buffer{};
  const int n =
      std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year(), month(), day());
  return {buffer.data(), static_cast<std::size_t>(n)};
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year},
      std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int completed_years(Date birth, Date at) {
  const std::chrono::year_month_day from = ymd(birth);
  const std::chrono::year_month_day to = ymd(at);
  const int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  const bool reached =
      to.month() > from.month() || (to.month() == from.month() && to.day() >= from.day());
  return reached ? years : years - 1;
}

}  // namespace baocao::base
