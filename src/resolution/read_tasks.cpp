#include "resolution/read_tasks.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;

constexpr int first_calendar_year = 1900;
constexpr int last_calendar_year = 2999;

class Reader {
 public:
  Reader(std::string file, Pack& pack, diag::Sink& sink)
      : file_(std::move(file)), pack_(pack), sink_(sink) {}

  void task(const Node& node);

 private:
  void read_time(Fields& from, Task& task);
  void read_repeats(Fields& from, Task& task);
  void demand_one_time(Fields& from, const Task& task);
  void read_due(Fields& from, Task& task);
  void read_stage(Fields& from, Task& task);
  void read_levels(Fields& from, Task& task);
  static void fault(Fields& from, std::string_view key, std::string message, std::string help);

  std::string file_;
  Pack& pack_;
  diag::Sink& sink_;
  std::set<std::string> ids_;
};

void Reader::fault(Fields& from, std::string_view key, std::string message, std::string help) {
  from.fault("E435", key, std::move(message), std::move(help));
}

void Reader::read_due(Fields& from, Task& task) {
  const Node* node = from.node("due");
  if (node == nullptr) {
    return;
  }
  const auto* list = node->as<config::Array>();
  const std::vector<Node> values = list == nullptr ? std::vector<Node>{*node} : *list;
  for (const Node& value : values) {
    const auto* day = value.as<base::Date>();
    const bool in_order =
        day != nullptr && (task.due.empty() || task.due.back().year() < day->year());
    if (!in_order) {
      fault(from,
            "due",
            "hạn cuối phải là một ngày, hoặc các ngày của những năm khác nhau theo thứ tự",
            "ghi theo mẫu: due = 2026-12-31, hoặc due = [2028-12-31, 2030-12-31]");
      return;
    }
    task.due.push_back(*day);
  }
}

void Reader::read_stage(Fields& from, Task& task) {
  const Node* node = from.node("stage");
  if (node == nullptr) {
    return;
  }
  const auto* list = node->as<config::Array>();
  const auto year = [list](std::size_t at) {
    const auto* value =
        list != nullptr && list->size() == 2 ? (*list)[at].as<std::int64_t>() : nullptr;
    const bool possible =
        value != nullptr && *value >= first_calendar_year && *value <= last_calendar_year;
    return possible ? static_cast<int>(*value) : 0;
  };
  task.first_year = year(0);
  task.last_year = year(1);
  if (task.first_year == 0 || task.last_year < task.first_year) {
    fault(from,
          "stage",
          "giai đoạn phải là năm đầu và năm cuối",
          "ghi theo mẫu: stage = [2026, 2028]");
    task.last_year = task.first_year;
  } else if (task.repeats == Task::Repeats::no && task.due.empty()) {
    task.due.push_back(*base::Date::from_ymd(task.last_year, 12, 31));
  }
}

void Reader::read_repeats(Fields& from, Task& task) {
  const auto every = from.optional_string("every");
  if (every && *every != "year" && *every != "quarter") {
    fault(from,
          "every",
          "không hiểu \"" + *every + "\" ở khóa every",
          "ghi every = \"year\" (hằng năm) hoặc every = \"quarter\" (hằng quý)");
  } else if (every) {
    task.repeats = *every == "year" ? Task::Repeats::yearly : Task::Repeats::quarterly;
  }
  const bool always = from.optional_boolean("always").value_or(false);
  const bool periodic = from.optional_boolean("periodic").value_or(false);
  if (always || periodic) {
    task.repeats = Task::Repeats::ongoing;
  }
  task.first_year = pack_.first_year;
  task.last_year = pack_.last_year;
}

void Reader::demand_one_time(Fields& from, const Task& task) {
  int ways = task.after.empty() ? 0 : 1;
  for (const char* key : {"always", "periodic", "every"}) {
    ways += from.node(key) == nullptr ? 0 : 1;
  }
  const bool has_day = from.node("due") != nullptr || from.node("stage") != nullptr;
  const bool repeats_by_date =
      task.repeats == Task::Repeats::yearly || task.repeats == Task::Repeats::quarterly;
  const bool two_last_days = repeats_by_date
                                 ? task.due.size() > 1
                                 : from.node("due") != nullptr && from.node("stage") != nullptr;
  if (ways > 1 || (ways == 1 && has_day && !repeats_by_date) || two_last_days) {
    fault(from,
          "id",
          "nhiệm vụ có nhiều cách ghi thời hạn trái nhau",
          "chỉ dùng một trong các khóa: due, stage, every, always, periodic, after; every có thể "
          "đi cùng stage và một ngày due");
  }
}

void Reader::read_time(Fields& from, Task& task) {
  task.deadline = from.optional_string("deadline").value_or("");
  task.after = from.optional_string("after").value_or("");
  read_repeats(from, task);
  read_due(from, task);
  read_stage(from, task);
  demand_one_time(from, task);
}

void Reader::read_levels(Fields& from, Task& task) {
  task.levels = from.optional_strings("levels");
  if (pack_.levels.empty()) {
    return;  // resolution.toml could not be read, and that was told
  }
  for (const std::string& key : task.levels) {
    const bool known = std::any_of(pack_.levels.begin(),
                                   pack_.levels.end(),
                                   [&](const Level& level) { return level.key == key; });
    if (!known) {
      fault(from,
            "levels",
            "không có cấp lập báo cáo \"" + key + "\"",
            "ghi khóa key của một mục [[level]] trong resolution.toml");
    }
  }
}

void Reader::task(const Node& node) {
  const Node* id = node.find("id");
  const auto* said = id == nullptr ? nullptr : id->as<std::string>();
  Fields from(node, file_, "[[task]]" + (said == nullptr ? "" : " " + *said), sink_);
  Task task;
  task.id = from.string("id");
  if (!ids_.insert(task.id).second) {
    from.fault("E431",
               "id",
               "mã \"" + task.id + "\" đã dùng ở một nhiệm vụ trước",
               "đặt mã khác cho nhiệm vụ này");
  }
  task.title = from.string("title");
  task.lead = from.optional_string("lead").value_or("");
  task.product = from.optional_string("product").value_or("");
  read_time(from, task);
  read_levels(from, task);
  from.finish();
  pack_.tasks.push_back(std::move(task));
}

}  // namespace

void read_tasks(const Node& root, const std::string& file, Pack& pack, diag::Sink& sink) {
  Fields from(root, file, file, sink);
  Reader reader(file, pack, sink);
  for (const Node* node : from.tables("task")) {
    reader.task(*node);
  }
  from.finish();
}

}  // namespace baocao::resolution
