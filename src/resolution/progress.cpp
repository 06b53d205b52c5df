#include "resolution/progress.hpp"

#include <algorithm>
#include <tuple>

namespace baocao::resolution {
namespace {

using base::Date;

struct Question {
  const Task& task;
  Occurrence occurrence;
  Date as_of;
};

bool is_done_by(const TaskReport& report, Date as_of) {
  const bool later = report.completed && report.completed->first > as_of;
  return report.result == TaskReport::Result::done && !later;
}

TaskState state_when_done(const Question& question, const TaskReport& report) {
  const auto& deadline = question.occurrence.deadline;
  if (!deadline || !report.completed) {
    return TaskState::done;
  }
  if (report.completed->last <= *deadline) {
    return TaskState::done_on_time;
  }
  return report.completed->first > *deadline ? TaskState::done_late : TaskState::done;
}

TaskState state_when_open(const Question& question, const TaskReport& report) {
  if (const auto& deadline = question.occurrence.deadline) {
    if (*deadline < question.as_of) {
      return TaskState::overdue;
    }
    return *deadline <= end_of_next_quarter(question.as_of) ? TaskState::due_soon
                                                            : TaskState::not_due;
  }
  if (!question.task.after.empty()) {
    return TaskState::not_due;
  }
  return report.result == TaskReport::Result::not_started ? TaskState::not_started
                                                          : TaskState::under_way;
}

TaskState state_of(const Question& question, const TaskReport* report) {
  if (report == nullptr) {
    return TaskState::no_report;
  }
  return is_done_by(*report, question.as_of) ? state_when_done(question, *report)
                                             : state_when_open(question, *report);
}

const TaskReport* last_about(const Occurrence& occurrence, std::span<const TaskReport> reports) {
  const auto found = std::find_if(reports.rbegin(), reports.rend(), [&](const TaskReport& report) {
    return !report.period || occurrence.covers(report.period->first(), report.period->last());
  });
  return found == reports.rend() ? nullptr : &*found;
}

auto place(const TaskReport& report) {
  return std::pair(report.unit, report.task);
}

}  // namespace

std::string_view name(TaskState state) {
  switch (state) {
    case TaskState::done_on_time:
      return "done_on_time";
    case TaskState::done_late:
      return "done_late";
    case TaskState::done:
      return "done";
    case TaskState::overdue:
      return "overdue";
    case TaskState::due_soon:
      return "due_soon";
    case TaskState::not_due:
      return "not_due";
    case TaskState::under_way:
      return "under_way";
    case TaskState::not_started:
      return "not_started";
    case TaskState::no_report:
      return "no_report";
  }
  return {};
}

Progress::Progress(const Pack& pack,
                   const table::Dataset& dataset,
                   const base::Period& period,
                   Date as_of)
    : pack_(&pack), units_(&dataset.units), period_(period), as_of_(as_of) {
  const table::Table* table = dataset.find("nhiem_vu");
  supplied_ = table != nullptr && table->supplied;
  diag::Sink unheard;
  reports_ = task_reports(pack, dataset, as_of, unheard);
}

Progress::Reports Progress::reports_of(std::uint16_t unit, const Task& task) const {
  const auto before = [](const TaskReport& report, const auto& key) { return place(report) < key; };
  const auto behind = [](const auto& key, const TaskReport& report) { return key < place(report); };
  const std::pair key(unit, &task);
  const auto first = std::lower_bound(reports_.begin(), reports_.end(), key, before);
  return {first, std::upper_bound(first, reports_.end(), key, behind)};
}

// Of several occurrences the first that is not done, or whose last day has not passed.
TaskFinding Progress::finding(const Task& task, Reports reports) const {
  TaskFinding finding;
  finding.task = &task;
  for (const Occurrence& occurrence : occurrences(task, period_, as_of_)) {
    const TaskReport* report = last_about(occurrence, reports);
    finding.state = state_of({task, occurrence, as_of_}, report);
    finding.deadline = occurrence.deadline;
    finding.report = report == nullptr ? std::nullopt : std::optional(*report);
    if (!finding.is_done() || (finding.deadline && *finding.deadline >= as_of_)) {
      break;
    }
  }
  return finding;
}

std::vector<TaskFinding> Progress::of(std::uint16_t unit) const {
  std::vector<TaskFinding> findings;
  if (pack_ == nullptr || pack_->levels.empty()) {
    return findings;
  }
  const Level* level = pack_->level_for(units_->all[unit].kind);
  for (const Task& task : pack_->tasks) {
    const Reports reports = reports_of(unit, task);
    const bool asked =
        level != nullptr &&
        (task.levels.empty()
             ? level == &pack_->levels.front()
             : std::find(task.levels.begin(), task.levels.end(), level->key) != task.levels.end());
    if (asked || !reports.empty()) {
      findings.push_back(finding(task, reports));
    }
  }
  return findings;
}

}  // namespace baocao::resolution
