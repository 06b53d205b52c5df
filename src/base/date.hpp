// Calendar days (proleptic Gregorian). No time of day, no time zone, no clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::base {

// A day, counted from 1970-01-01 (day 0).
class Date {
 public:
  constexpr Date() = default;

  constexpr explicit Date(std::int32_t days) : days_(days) {}

  // Nothing when the day does not exist (31/02) or the year is outside 1..9999.
  static std::optional<Date> from_ymd(int year, int month, int day);
  // "2026-09-30"; anything else gives nothing.
  static std::optional<Date> parse_iso(std::string_view text);

  constexpr std::int32_t days() const { return days_; }

  int year() const;
  int month() const;  // 1..12
  int day() const;    // 1..31
  std::string iso() const;

  Date plus_days(int days) const { return Date(days_ + days); }

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  std::int32_t days_ = 0;
};

int days_in_month(int year, int month);

// A date known to the day (first == last), the month or the year: some day from first to last.
struct DateRange {
  Date first;
  Date last;

  bool exact() const { return first == last; }

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// Completed years on `at` of somebody born on `birth`. A birthday on 29 February is reached on
// 1 March of a common year (Bộ luật Dân sự 2015, art. 147-148: a term ends with its last day).
int completed_years(Date birth, Date at);

}  // namespace baocao::base
