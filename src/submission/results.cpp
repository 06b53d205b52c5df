#include "submission/results.hpp"

#include "submission/json_object.hpp"

#include <map>
#include <utility>

#include <nlohmann/json.hpp>

namespace baocao::submission {
namespace {

std::optional<Amounts> read_amounts(JsonObject& row) {
  const auto n = row.amount("n");
  const auto d = row.amount("d");
  const auto u1 = row.amount("u1");
  const auto u2 = row.amount("u2");
  const auto unknown = row.amount("unknown");
  if (n && d && u1 && u2 && unknown) {
    return Amounts{*n, *d, *u1, *u2, *unknown};
  }
  if (n || d || u1 || u2 || unknown) {
    row.add("n, d, u1, u2, unknown phải cùng có hoặc cùng không có");
  }
  return std::nullopt;
}

// `id`: the key that names the row.
void read_rows(JsonObject& root, const char* list, const char* id, std::vector<ResultRow>& rows) {
  root.each(list, [&](JsonObject& row) {
    ResultRow& read = rows.emplace_back();
    read.id = row.string(id);
    read.unit = row.string("unit");
    read.definition = row.string("definition");
    read.amounts = read_amounts(row);
  });
}

std::string text(const std::optional<Amounts>& amounts) {
  if (!amounts) {
    return "không có số liệu";
  }
  return amounts->n.decimal() + "/" + amounts->d.decimal() + " (chưa rõ " +
         amounts->unknown.decimal() + ")";
}

using Rows = std::map<std::pair<std::string, std::string>, const ResultRow*>;

Rows by_name(const Results& results) {
  Rows rows;
  for (const ResultRow& row : results.rows) {
    rows.emplace(std::pair(row.id, row.unit), &row);
  }
  return rows;
}

std::string difference(const ResultRow& stated, const ResultRow& recomputed) {
  if (stated.amounts == recomputed.amounts) {
    return stated.id + ": định nghĩa khác, con số như nhau";
  }
  std::string line = stated.id + ": gói ghi " + text(stated.amounts) + ", tính lại được " +
                     text(recomputed.amounts);
  if (text(stated.amounts) == text(recomputed.amounts)) {
    line += ", khác ở phần chưa rõ";  // u1 and u2 alone differ
  }
  return line;
}

}  // namespace

diag::Result<Results> read_results(std::string_view text, const std::string& file) {
  const diag::Diagnostic refused{.code = "G122",
                                 .message = "tệp kết quả của gói: ",
                                 .help = "đề nghị nơi gửi lập lại gói bằng lệnh submit",
                                 .span = {.file = file, .part = "results.json"}};
  const auto json = nlohmann::json::parse(text, nullptr, false);
  diag::Sink faults;
  JsonObject root(json, "", refused, faults);
  Results results;
  results.resolution = root.string("resolution");
  const auto period = base::Period::parse(root.string("period"));
  const auto as_of = base::Date::parse_iso(root.string("as_of"));
  if (!period || !as_of) {
    root.add("kỳ hoặc ngày chốt số liệu không đúng dạng");
  }
  results.period = period.value_or(base::Period{});
  results.as_of = as_of.value_or(base::Date{});
  read_rows(root, "results", "indicator", results.rows);
  read_rows(root, "figures", "figure", results.rows);
  if (by_name(results).size() != results.rows.size()) {
    root.add("có chỉ tiêu ghi hai lần");
  }
  if (auto error = faults.first_error()) {
    return diag::Failure(std::move(*error));
  }
  return results;
}

std::vector<std::string> differences(const Results& stated, const Results& recomputed) {
  std::vector<std::string> lines;
  const Rows then = by_name(stated);
  const Rows now = by_name(recomputed);
  if (stated.resolution != recomputed.resolution || stated.period != recomputed.period ||
      stated.as_of != recomputed.as_of) {
    lines.emplace_back("nghị quyết, kỳ hoặc ngày chốt số liệu của kết quả khác tệp job.toml");
  }
  for (const ResultRow& row : stated.rows) {
    const auto found = now.find({row.id, row.unit});
    if (found == now.end()) {
      lines.push_back(row.id + ": gói ghi " + text(row.amounts) + ", tính lại không có");
    } else if (row != *found->second) {
      lines.push_back(difference(row, *found->second));
    }
  }
  for (const ResultRow& row : recomputed.rows) {
    if (!then.contains({row.id, row.unit})) {
      lines.push_back(row.id + ": gói không ghi, tính lại được " + text(row.amounts));
    }
  }
  return lines;
}

}  // namespace baocao::submission
