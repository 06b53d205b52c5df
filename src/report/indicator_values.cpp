#include "report/indicator_values.hpp"

#include "report/sentence.hpp"
#include "report/small_cells.hpp"
#include "report/statement_values.hpp"

#include <array>
#include <utility>

namespace baocao::report {
namespace {

using base::Ratio;
using resolution::Finding;
using resolution::Point;

template <class T>
Value value_or_none(const std::optional<T>& optional) {
  return optional ? Value(*optional) : Value();
}

// Labels of the tables the job did not supply.
std::vector<std::string> labels(const std::vector<std::string>& tables,
                                const schema::Schema& schema) {
  std::vector<std::string> out;
  for (const std::string& name : tables) {
    const schema::Table* table = schema.find(name);
    out.push_back(table == nullptr ? name : table->label);
  }
  return out;
}

void add_trend(Map& map, const Input& input, const Finding& finding) {
  static const resolution::History no_history;
  const resolution::History& history = input.history == nullptr ? no_history : *input.history;
  const std::vector<Point> points =
      history.points(*input.findings, finding, input.dataset->units.all[finding.unit].code);
  const resolution::Trend trend =
      resolution::trend(points, finding.threshold, finding.indicator->target);
  map.emplace_back("ky_truoc", value_or_none(trend.before));
  map.emplace_back("chenh_lech", value_or_none(trend.change));
  map.emplace_back("toc_do", value_or_none(trend.actual));
  map.emplace_back("toc_do_can", value_or_none(trend.needed));
  map.emplace_back("du_bao", value_or_none(trend.forecast));
  map.emplace_back("doi_cach_tinh", value_or_none(trend.broken_at));
  List series;
  for (const Point& point : points) {
    series.push_back(Map{{"chot", point.as_of}, {"gia_tri", value_or_none(point.value)}});
  }
  map.emplace_back("xu_huong", std::move(series));
}

// The step of the year; none before the first one.
Value milestone_value(const Finding& finding) {
  if (!finding.milestone) {
    return {};
  }
  const resolution::Milestone& step = *finding.milestone;
  return Map{{"nam", step.year},
             {"muc_tieu", step.threshold.symbols()},
             {"muc_tieu_loi", step.threshold.words()},
             {"ket_luan", resolution::name(step.verdict)},
             {"con_thieu", value_or_none(step.gap)}};
}

void add_figures(Map& map, const Finding& finding) {
  const bool stated = !finding.indicator->statement.empty();
  const bool computed = finding.missing_tables->empty() && !stated;
  const bool share = !finding.threshold || finding.threshold->share;
  map.emplace_back("n", computed ? Value(finding.counts.n) : Value());
  map.emplace_back("d", computed ? Value(finding.counts.d) : Value());
  map.emplace_back("chua_ro", computed ? Value(finding.counts.unknown()) : Value());
  map.emplace_back("ty_le", share ? value_or_none(finding.estimate.value) : Value());
  const std::string words = share_words(finding);
  map.emplace_back("ty_le_loi", words.empty() ? Value() : Value(words));
  map.emplace_back("thap", value_or_none(finding.estimate.low));
  map.emplace_back("cao", value_or_none(finding.estimate.high));
}

void add_target(Map& map, const Finding& finding) {
  const auto& target = finding.indicator->target;
  const auto& threshold = finding.threshold;
  const auto shown = resolution::shown_threshold(finding);
  map.emplace_back("muc_tieu", shown ? Value(shown->symbols()) : Value());
  map.emplace_back("muc_tieu_loi", shown ? Value(shown->words()) : Value());
  map.emplace_back(
      "muc_tieu_ty_le",
      threshold && threshold->share && threshold->known ? Value(threshold->value) : Value());
  map.emplace_back("tu_ngay", value_or_none(target.from));
  map.emplace_back("han", value_or_none(target.due));
  map.emplace_back("hang_nam", target.yearly);
  map.emplace_back("moc", milestone_value(finding));
}

void add_verdict(Map& map, const Finding& finding, const std::vector<std::string>& missing) {
  map.emplace_back("ket_luan", verdict_key(finding));
  map.emplace_back("ket_luan_loi", verdict_words(finding));
  map.emplace_back("khong_doi_tuong", is_empty_population(finding));
  map.emplace_back("con_thieu", value_or_none(finding.gap));
  map.emplace_back("thieu_bang", List(missing.begin(), missing.end()));
  map.emplace_back("cau", sentence(finding, missing));
}

// How many of the units below have handed in what is counted.
Value reporting_value(const Finding& finding) {
  if (!finding.reporting) {
    return {};
  }
  const resolution::Reporting& reporting = *finding.reporting;
  return Map{{"da_nop", Ratio(reporting.units)},
             {"phai_nop", Ratio(reporting.of)},
             {"day_du", reporting.complete()},
             {"bang", reporting.table->label}};
}

// "6 (43/92)" where not all have.
Value incomplete_words(const Finding& finding) {
  if (!finding.reporting || finding.reporting->complete()) {
    return {};
  }
  const auto& [units, of, table] = *finding.reporting;
  return finding.indicator->definition.id + " (" + std::to_string(units) + "/" +
         std::to_string(of) + ")";
}

Value indicator_value(const Input& input, const Finding& finding) {
  const resolution::Indicator& indicator = *finding.indicator;
  const std::vector<std::string> missing = labels(*finding.missing_tables, *input.dataset->schema);
  Map map;
  map.emplace_back("ma", indicator.definition.id);
  map.emplace_back("nhom", indicator.group);
  map.emplace_back("muc", indicator.definition.clause);
  map.emplace_back("ten", indicator.definition.title);
  map.emplace_back("dvt", indicator.definition.counted);
  map.emplace_back("cach_hieu", indicator.definition.reading);
  add_figures(map, finding);
  add_signs(map, input, indicator.definition);
  add_target(map, finding);
  add_verdict(map, finding, missing);
  map.emplace_back("nop", reporting_value(finding));
  map.emplace_back("nop_thieu", incomplete_words(finding));
  map.emplace_back("nhan_dinh", statement_value(input, indicator, finding.unit));
  add_trend(map, input, finding);
  return map;
}

// "Chỉ tiêu số 5"; demands outside the numbered targets go by their clause.
std::string group_title(const std::string& number) {
  const bool numbered = number.find_first_not_of("0123456789") == std::string::npos;
  return (numbered ? "Chỉ tiêu số " : "Yêu cầu tại mục ") + number;
}

const std::string& text_of(const Value& map, std::string_view key) {
  return *map.find(key)->string();
}

}  // namespace

List indicator_values(const Input& input, std::uint16_t unit) {
  List values;
  for (std::size_t i = 0; i < input.findings->results.size(); ++i) {
    values.push_back(indicator_value(input, input.findings->at(i, unit)));
  }
  return values;
}

List grouped(const List& indicators) {
  std::vector<std::pair<std::string, List>> groups;
  for (const Value& indicator : indicators) {
    const std::string& number = text_of(indicator, "nhom");
    if (groups.empty() || groups.back().first != number) {
      groups.emplace_back(number, List{});
    }
    groups.back().second.push_back(indicator);
  }
  List out;
  for (auto& [number, members] : groups) {
    out.push_back(
        Map{{"so", number}, {"ten", group_title(number)}, {"chi_tieu", std::move(members)}});
  }
  return out;
}

Map tally(const List& indicators) {
  constexpr std::array<std::pair<const char*, const char*>, 6> keys = {{
      {"met", "dat"},
      {"not_met", "chua_dat"},
      {"undecided", "chua_du_du_lieu"},
      {"no_data", "khong_co_so_lieu"},
      {"not_due", "chua_den_han"},
      {"none", "khong_xet"},
  }};
  std::array<int, keys.size()> counts{};
  int without_population = 0;
  for (const Value& indicator : indicators) {
    const std::string& verdict = text_of(indicator, "ket_luan");
    for (std::size_t i = 0; i < keys.size(); ++i) {
      counts[i] += verdict == keys[i].first ? 1 : 0;
    }
    without_population += *indicator.find("khong_doi_tuong")->boolean() ? 1 : 0;
  }
  Map map;
  map.emplace_back("so_chi_tieu", static_cast<std::int64_t>(indicators.size()));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    map.emplace_back(keys[i].second, counts[i]);
  }
  map.emplace_back("khong_doi_tuong", without_population);
  map.emplace_back("co_so_lieu", counts[0] + counts[1] + counts[2]);
  return map;
}

}  // namespace baocao::report
