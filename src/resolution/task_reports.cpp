#include "resolution/task_reports.hpp"

#include "text/dates.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Period;
using table::Column;
using table::Table;

constexpr std::string_view progress_table = "nhiem_vu";

class Reader {
 public:
  Reader(const Pack& pack, const table::Dataset& dataset, Date as_of, diag::Sink& faults)
      : pack_(pack),
        dataset_(dataset),
        table_(*dataset.find(progress_table)),
        as_of_(as_of),
        faults_(faults) {
    for (const Task& task : pack.tasks) {
      ids_.push_back(task.id);
    }
  }

  std::optional<TaskReport> read(std::size_t row);
  void fault(diag::Code code,
             diag::Severity severity,
             std::size_t row,
             std::string_view field,
             std::pair<std::string, std::string> message_and_help);

 private:
  const Column* known(std::string_view field, std::size_t row) const;
  const Task* task_of(std::size_t row);
  std::optional<Period> period_of(std::size_t row) const;
  bool is_usable(const TaskReport& report);
  TaskReport::Result result_of(const Column& column, std::size_t row) const;

  const Pack& pack_;
  const table::Dataset& dataset_;
  const Table& table_;
  Date as_of_;
  diag::Sink& faults_;
  std::vector<std::string> ids_;
};

void Reader::fault(diag::Code code,
                   diag::Severity severity,
                   std::size_t row,
                   std::string_view field,
                   std::pair<std::string, std::string> message_and_help) {
  const std::uint16_t unit = table_.unit[row];
  faults_.add({.code = code,
               .severity = severity,
               .message = std::move(message_and_help.first),
               .help = std::move(message_and_help.second),
               .span = table_.span(row, field),
               .field = std::string(field),
               .unit = unit == Table::no_unit ? std::string() : dataset_.units.all[unit].code});
}

const Column* Reader::known(std::string_view field, std::size_t row) const {
  const Column* column = table_.find(field);
  return column != nullptr && column->has(row) ? column : nullptr;
}

const Task* Reader::task_of(std::size_t row) {
  const Column* column = known("ma", row);
  if (column == nullptr) {
    return nullptr;  // the table has told it
  }
  const std::string& id = column->texts[row];
  const auto found = std::find(ids_.begin(), ids_.end(), id);
  if (found != ids_.end()) {
    return &pack_.tasks[static_cast<std::size_t>(found - ids_.begin())];
  }
  const auto guess = text::nearest(id, ids_);
  fault("K331",
        diag::Severity::error,
        row,
        "ma",
        {"nghị quyết không có nhiệm vụ mang mã \"" + id + "\"",
         guess ? "ý bạn là \"" + *guess + "\"?"
               : "ghi mã của một nhiệm vụ trong tasks.toml của nghị quyết"});
  return nullptr;
}

std::optional<Period> Reader::period_of(std::size_t row) const {
  const Column* years = known("nam", row);
  if (years == nullptr || !years->numbers[row].is_integer()) {
    return std::nullopt;
  }
  const auto year = static_cast<int>(years->numbers[row].numerator());
  const Column* parts = known("ky", row);
  if (parts != nullptr) {
    constexpr std::array<std::string_view, 4> quarters = {"q1", "q2", "q3", "q4"};
    const std::string& key = parts->field->codes->words[parts->codes[row]].key;
    const auto found = std::find(quarters.begin(), quarters.end(), key);
    if (found != quarters.end()) {
      return Period{Period::Kind::quarter, year, static_cast<int>(found - quarters.begin()) + 1};
    }
  }
  return Period{Period::Kind::year, year, 0};
}

bool Reader::is_usable(const TaskReport& report) {
  const Task& task = *report.task;
  const bool one_of_several = task.repeats != Task::Repeats::no || task.due.size() > 1;
  const bool quarterly = task.repeats == Task::Repeats::quarterly;
  if (one_of_several && !report.period) {
    fault("K332",
          diag::Severity::error,
          report.row,
          "nam",
          {"nhiệm vụ \"" + task.id + "\" lặp lại nhưng dòng này không ghi năm",
           "ghi năm (và quý, nếu là nhiệm vụ hằng quý) mà kết quả này nói đến"});
    return false;
  }
  if (quarterly && report.period->kind != Period::Kind::quarter) {
    fault("K332",
          diag::Severity::error,
          report.row,
          "ky",
          {"nhiệm vụ \"" + task.id + "\" làm hằng quý nhưng dòng này không ghi quý",
           "ghi quý mà kết quả này nói đến"});
    return false;
  }
  if (report.period && report.period->first() > as_of_) {
    fault("K333",
          diag::Severity::error,
          report.row,
          "nam",
          {text::period_name(*report.period) + " bắt đầu sau ngày chốt số liệu " +
               text::short_date(as_of_),
           "xem lại năm, quý của dòng này; chỉ ghi kết quả đến ngày chốt"});
    return false;
  }
  return true;
}

TaskReport::Result Reader::result_of(const Column& column, std::size_t row) const {
  const std::string& key = column.field->codes->words[column.codes[row]].key;
  if (key == "hoan_thanh") {
    return TaskReport::Result::done;
  }
  return key == "dang_thuc_hien" ? TaskReport::Result::under_way : TaskReport::Result::not_started;
}

std::optional<TaskReport> Reader::read(std::size_t row) {
  TaskReport report;
  report.task = task_of(row);
  const Column* result = known("ket_qua", row);
  if (report.task == nullptr || result == nullptr || table_.unit[row] == Table::no_unit) {
    return std::nullopt;
  }
  report.unit = table_.unit[row];
  report.row = row;
  report.period = period_of(row);
  report.result = result_of(*result, row);
  if (const Column* completed = known("ngay_hoan_thanh", row)) {
    report.completed = completed->dates[row];
  }
  return is_usable(report) ? std::optional(report) : std::nullopt;
}

// A row without a year is the newest: it says how things are now.
Date end_of(const TaskReport& report) {
  return report.period ? report.period->last() : *Date::from_ymd(9999, 12, 31);
}

void find_taken_back(const std::vector<TaskReport>& reports, Reader& reader) {
  for (std::size_t i = 1; i < reports.size(); ++i) {
    const TaskReport& before = reports[i - 1];
    const TaskReport& now = reports[i];
    const bool one_thing = before.unit == now.unit && before.task == now.task &&
                           now.task->repeats == Task::Repeats::no && now.task->due.size() <= 1;
    if (one_thing && before.result == TaskReport::Result::done &&
        now.result != TaskReport::Result::done) {
      reader.fault("K334",
                   diag::Severity::warning,
                   now.row,
                   "ket_qua",
                   {"nhiệm vụ \"" + now.task->id + "\" ở kỳ trước ghi đã hoàn thành, nay ghi chưa",
                    "xem lại hai dòng; dòng của kỳ sau được dùng"});
    }
  }
}

}  // namespace

std::vector<TaskReport> task_reports(const Pack& pack,
                                     const table::Dataset& dataset,
                                     Date as_of,
                                     diag::Sink& faults) {
  const Table* table = dataset.find(progress_table);
  std::vector<TaskReport> reports;
  if (table == nullptr || !table->supplied) {
    return reports;
  }
  Reader reader(pack, dataset, as_of, faults);
  for (std::size_t row = 0; row < table->rows; ++row) {
    if (const auto report = reader.read(row)) {
      reports.push_back(*report);
    }
  }
  std::stable_sort(reports.begin(), reports.end(), [](const TaskReport& a, const TaskReport& b) {
    return std::tuple(a.unit, a.task, end_of(a)) < std::tuple(b.unit, b.task, end_of(b));
  });
  find_taken_back(reports, reader);
  return reports;
}

}  // namespace baocao::resolution
