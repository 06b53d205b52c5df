#include "resolution/task.hpp"

#include <algorithm>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Period;

Period year(int number) {
  return {Period::Kind::year, number, 0};
}

Period quarter_of(Date day) {
  return {Period::Kind::quarter, day.year(), (day.month() + 2) / 3};
}

Occurrence repeated(const Task& task, const Period& period, Date as_of) {
  const Date first = year(task.first_year).first();
  const Date last = year(task.last_year).last();
  const Date day = std::clamp(std::min(period.last(), as_of), first, last);
  const Period own = task.repeats == Task::Repeats::yearly ? year(day.year()) : quarter_of(day);
  const Date end = task.due.empty() ? own.last() : std::min(own.last(), task.due.back());
  return {own.first(), own.last(), end};
}

}  // namespace

std::vector<Occurrence> occurrences(const Task& task, const Period& period, Date as_of) {
  if (task.repeats == Task::Repeats::ongoing) {
    return {{period.first(), period.last(), std::nullopt}};
  }
  if (task.repeats != Task::Repeats::no) {
    return {repeated(task, period, as_of)};
  }
  const Date beginning = year(1).first();
  const Date end = year(9999).last();
  if (task.due.empty()) {
    return {{beginning, end, std::nullopt}};
  }
  std::vector<Occurrence> all;
  for (const Date due : task.due) {
    const Date from = all.empty() ? beginning : all.back().to.plus_days(1);
    all.push_back({from, year(due.year()).last(), due});
  }
  all.back().to = end;  // what is said later is still about the last one
  return all;
}

Date end_of_next_quarter(Date as_of) {
  return quarter_of(quarter_of(as_of).last().plus_days(1)).last();
}

}  // namespace baocao::resolution
