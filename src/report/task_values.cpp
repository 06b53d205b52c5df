#include "report/task_values.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::report {
namespace {

using resolution::TaskFinding;
using resolution::TaskState;
using table::Column;

struct StateWords {
  TaskState state;
  const char* words;
  const char* key;  // of the tally
};

constexpr std::array<StateWords, 9> states = {{
    {TaskState::done_on_time, "hoàn thành đúng hạn", "dung_han"},
    {TaskState::done_late, "hoàn thành chậm", "cham"},
    {TaskState::done, "đã hoàn thành", "khong_xet_han"},
    {TaskState::overdue, "quá hạn", "qua_han"},
    {TaskState::due_soon, "sắp đến hạn", "sap_den_han"},
    {TaskState::not_due, "chưa đến hạn", "chua_den_han"},
    {TaskState::under_way, "đang thực hiện", "dang_thuc_hien"},
    {TaskState::not_started, "chưa thực hiện", "chua_thuc_hien"},
    {TaskState::no_report, "chưa có báo cáo", "chua_bao_cao"},
}};

std::string words_of(const TaskFinding& finding, base::Date as_of) {
  const auto found = std::find_if(states.begin(), states.end(), [&](const StateWords& each) {
    return each.state == finding.state;
  });
  std::string words = found->words;
  if (finding.state == TaskState::done && finding.deadline) {
    words += ", chưa rõ đúng hạn hay chậm";
  } else if (finding.state == TaskState::no_report && finding.is_late(as_of)) {
    words += ", đã quá hạn";
  } else if (finding.state == TaskState::no_report && finding.is_soon(as_of)) {
    words += ", sắp đến hạn";
  }
  return words;
}

Value text_or_none(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

// The values of the row that was reported last.
class Reported {
 public:
  Reported(const Input& input, const TaskFinding& finding)
      : table_(*input.dataset->find("nhiem_vu")), report_(finding.report) {}

  Value text(std::string_view field) const {
    const Column* column = known(field);
    return column == nullptr ? Value() : text_or_none(column->texts[report_->row]);
  }

  Value word(std::string_view field) const {
    const Column* column = known(field);
    return column == nullptr
               ? Value()
               : Value(column->field->codes->words[column->codes[report_->row]].label);
  }

  Value completed() const {
    const bool is_day = report_ && report_->completed && report_->completed->exact();
    return is_day ? Value(report_->completed->first) : Value();
  }

 private:
  const Column* known(std::string_view field) const {
    const Column* column = report_ ? table_.find(field) : nullptr;
    return column != nullptr && column->has(report_->row) ? column : nullptr;
  }

  const table::Table& table_;
  const std::optional<resolution::TaskReport>& report_;
};

Value task_value(const Input& input, const TaskFinding& finding) {
  const resolution::Task& task = *finding.task;
  const Reported reported(input, finding);
  return Map{{"ma", task.id},
             {"ten", task.title},
             {"chu_tri", text_or_none(task.lead)},
             {"san_pham", text_or_none(task.product)},
             {"thoi_han", text_or_none(task.deadline)},
             {"han", finding.deadline ? Value(*finding.deadline) : Value()},
             {"trang_thai", resolution::name(finding.state)},
             {"trang_thai_loi", words_of(finding, input.as_of)},
             {"da_xong", finding.is_done()},
             {"tre_han", finding.is_late(input.as_of)},
             {"gan_han", finding.is_soon(input.as_of)},
             {"ket_qua", reported.word("ket_qua")},
             {"ngay_hoan_thanh", reported.completed()},
             {"minh_chung", reported.text("san_pham")},
             {"ghi_chu", reported.text("ghi_chu")}};
}

std::vector<TaskFinding> findings(const Input& input, std::uint16_t unit) {
  return input.progress == nullptr ? std::vector<TaskFinding>() : input.progress->of(unit);
}

}  // namespace

List task_values(const Input& input, std::uint16_t unit) {
  List values;
  for (const TaskFinding& finding : findings(input, unit)) {
    values.push_back(task_value(input, finding));
  }
  return values;
}

Map task_tally(const Input& input, std::uint16_t unit) {
  const std::vector<TaskFinding> all = findings(input, unit);
  const auto count = [&all](const auto& is_counted) {
    return static_cast<std::int64_t>(std::count_if(all.begin(), all.end(), is_counted));
  };
  Map map{{"so_nhiem_vu", static_cast<std::int64_t>(all.size())},
          {"da_xong", count([](const TaskFinding& each) { return each.is_done(); })},
          {"tre_han", count([&](const TaskFinding& each) { return each.is_late(input.as_of); })},
          {"gan_han", count([&](const TaskFinding& each) { return each.is_soon(input.as_of); })},
          {"den_het", resolution::end_of_next_quarter(input.as_of)},
          {"co_bang", input.progress != nullptr && input.progress->supplied()}};
  for (const StateWords& each : states) {
    map.emplace_back(each.key, count([&each](const TaskFinding& finding) {
                       return finding.state == each.state;
                     }));
  }
  return map;
}

}  // namespace baocao::report
