// What the units say about the tasks: the rows of the table nhiem_vu.
#pragma once

#include "resolution/pack.hpp"
#include "table/dataset.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace baocao::resolution {

struct TaskReport {
  enum class Result : std::uint8_t { not_started, under_way, done };

  const Task* task = nullptr;
  std::uint16_t unit = 0;
  std::size_t row = 0;                 // of nhiem_vu
  std::optional<base::Period> period;  // none: the row names no year
  Result result = Result::not_started;
  std::optional<base::DateRange> completed;
};

// The rows that say something about a task of the pack by `as_of`, in the order of unit, task and
// period; of one period, in that of the files. Rows left out: K331 no such task, K332 a repeated
// task without its year or quarter, K333 a period that begins after `as_of`. K334, a warning: a
// later row takes back what was said to be done.
std::vector<TaskReport> task_reports(const Pack& pack,
                                     const table::Dataset& dataset,
                                     base::Date as_of,
                                     diag::Sink& faults);

}  // namespace baocao::resolution
