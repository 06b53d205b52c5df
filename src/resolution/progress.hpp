// Progress of the tasks, from the table nhiem_vu, as it stands on the job's as-of date.
#pragma once

#include "resolution/pack.hpp"
#include "resolution/task_reports.hpp"
#include "table/dataset.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace baocao::resolution {

enum class TaskState : std::uint8_t {
  done_on_time,
  done_late,
  done,  // nothing falls due, or the report does not say on which day it was done
  overdue,
  due_soon,  // from the as-of date to the end of the next quarter
  not_due,
  under_way,    // nothing falls due
  not_started,  // nothing falls due
  no_report,
};
std::string_view name(TaskState state);  // "done_on_time", "done_late", …

struct TaskFinding {
  const Task* task = nullptr;
  TaskState state = TaskState::no_report;
  std::optional<base::Date> deadline;
  std::optional<TaskReport> report;  // what was said last; none where nothing was

  bool is_done() const {
    return state == TaskState::done_on_time || state == TaskState::done_late ||
           state == TaskState::done;
  }

  // Not known to be done although the last day has passed, or comes before the end of the next
  // quarter: whether anything was reported or not.
  bool is_late(base::Date as_of) const { return !is_done() && deadline && *deadline < as_of; }

  bool is_soon(base::Date as_of) const {
    return !is_done() && deadline && *deadline >= as_of && *deadline <= end_of_next_quarter(as_of);
  }
};

// Keeps pointers into the pack.
class Progress {
 public:
  Progress() = default;
  // Rows that no task can take are left out without a word: see task_reports.
  Progress(const Pack& pack,
           const table::Dataset& dataset,
           const base::Period& period,
           base::Date as_of);

  // The tasks whose levels name that of the unit (of tasks without levels: the pack's first) and
  // those on which the unit reports all the same, in the order of the pack.
  std::vector<TaskFinding> of(std::uint16_t unit) const;

  bool supplied() const { return supplied_; }  // the job has the table nhiem_vu

  base::Date as_of() const { return as_of_; }

 private:
  using Reports = std::span<const TaskReport>;  // of one task in one unit, the earliest first

  Reports reports_of(std::uint16_t unit, const Task& task) const;
  TaskFinding finding(const Task& task, Reports reports) const;

  const Pack* pack_ = nullptr;
  const table::Units* units_ = nullptr;
  base::Period period_;
  base::Date as_of_;
  bool supplied_ = false;
  std::vector<TaskReport> reports_;  // in the order of unit and task
};

}  // namespace baocao::resolution
