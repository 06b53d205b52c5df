// Tasks of a resolution (tasks.toml): who does what, and by when.
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::resolution {

struct Task {
  enum class Repeats : std::uint8_t {
    no,
    yearly,
    quarterly,
    ongoing,  // "thường xuyên", "định kỳ": each report says something, nothing falls due
  };

  std::string id;        // "II.2.2-2"
  std::string title;     // in short
  std::string lead;      // empty: the wording names nobody
  std::string product;   // may be empty
  std::string deadline;  // as the wording has it; empty: it names none
  std::string after;     // the paper it waits for; then nothing falls due
  Repeats repeats = Repeats::no;
  std::vector<base::Date> due;      // ascending; of a repeated task, the last day of all
  int first_year = 0;               // of a repeated task
  int last_year = 0;                // of a repeated task
  std::vector<std::string> levels;  // keys of the pack's levels whose units report on it
};

// The task as one report asks about it: this year's, this quarter's, the whole.
struct Occurrence {
  base::Date from;  // days that reports on it are about
  base::Date to;
  std::optional<base::Date> deadline;

  bool covers(base::Date first, base::Date last) const { return first <= to && last >= from; }
};

// In the order of time. One, unless the task has several last days: then one up to the end of the
// year of each. Of a yearly or quarterly task, that of the year or quarter in which `period` ends
// or, before that, `as_of` lies; never outside the task's years.
std::vector<Occurrence> occurrences(const Task& task, const base::Period& period, base::Date as_of);

// The last day of the quarter after the one of `as_of`.
base::Date end_of_next_quarter(base::Date as_of);

}  // namespace baocao::resolution
