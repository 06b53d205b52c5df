#include "resolution/example.hpp"

#include "base/file.hpp"
#include "config/fields.hpp"
#include "resolution/check_schema.hpp"
#include "resolution/example_data.hpp"
#include "resolution/finding.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;

struct Expected {
  indicator::Context context;
  base::Ratio n;
  base::Ratio d;
  base::Ratio unknown;
  std::optional<std::string> unit;       // its code; none: all units together
  std::optional<std::string> verdict;    // of the target
  std::optional<std::string> milestone;  // verdict of the milestone in force
  std::optional<std::string> threshold;  // ">= 28.5%"
};

Expected read_expected(Fields& from, const Pack& pack) {
  Expected expected;
  const auto last_day = base::Date::from_ymd(pack.first_year, 12, 31).value_or(base::Date());
  const base::Date as_of = from.optional_date("as_of").value_or(last_day);
  const auto period = from.optional_string("period");
  const auto parsed = base::Period::parse(period.value_or(std::to_string(pack.first_year)));
  if (!parsed) {
    from.fault(
        "E434", "period", "không hiểu kỳ báo cáo của ví dụ", "ghi theo mẫu: \"2026\", \"2026-Q3\"");
  }
  expected.context = context_of(pack, as_of, parsed.value_or(base::Period()));
  expected.unit = from.optional_string("unit");
  expected.n = base::Ratio(from.integer("n"));
  expected.d = base::Ratio(from.integer("d"));
  expected.unknown = base::Ratio(from.optional_integer("unknown").value_or(0));
  expected.verdict = from.optional_string("verdict");
  expected.milestone = from.optional_string("milestone");
  expected.threshold = from.optional_string("threshold");
  return expected;
}

// The expected figures as they are written, and what was found in the same words.
std::string printed(const Expected& expected) {
  std::string text = "n = " + expected.n.decimal() + ", d = " + expected.d.decimal() +
                     ", unknown = " + expected.unknown.decimal();
  const auto add = [&text](std::string_view key, const std::optional<std::string>& value) {
    text += value ? ", " + std::string(key) + " = " + *value : std::string();
  };
  add("verdict", expected.verdict);
  add("milestone", expected.milestone);
  add("threshold", expected.threshold);
  return text;
}

std::string printed(const Finding& finding, Expected wanted) {
  wanted.n = finding.counts.n;
  wanted.d = finding.counts.d;
  wanted.unknown = finding.counts.unknown();
  if (wanted.verdict) {
    wanted.verdict = name(finding.verdict);
  }
  if (wanted.milestone) {
    wanted.milestone = finding.milestone ? name(finding.milestone->verdict) : "none";
  }
  if (wanted.threshold) {
    wanted.threshold = finding.threshold ? finding.threshold->code() : "none";
  }
  return printed(wanted);
}

// All units together, as if one unit stood above those at the top.
indicator::Result over_roots(const indicator::Result& result, const table::Units& units) {
  indicator::Result total;
  total.definition = result.definition;
  total.missing_tables = result.missing_tables;
  total.counts.resize(1);
  total.rows.resize(1);
  for (std::size_t unit = 0; unit < units.all.size(); ++unit) {
    if (!units.all[unit].parent) {
      total.counts[0] += result.counts[unit];
      total.rows[0] += result.rows[unit];
      total.thresholds = result.thresholds.empty()
                             ? std::vector<expr::Interval>()
                             : std::vector<expr::Interval>{result.thresholds[unit]};
    }
  }
  return total;
}

class Runner {
 public:
  Runner(const Pack& pack, const schema::Schema& schema, diag::Sink& sink)
      : pack_(pack), schema_(schema), sink_(sink) {}

  void run(const Indicator& indicator, const Node& example) {
    const std::string where = "ví dụ của chỉ tiêu " + indicator.definition.id;
    diag::Sink faults;
    Fields from(example, indicator.definition.file, where, faults);
    const Expected expected = read_expected(from, pack_);
    for (const auto& table : schema_.tables()) {
      from.node(table->name);
    }
    from.finish();
    std::vector<ExampleFault> wrong;
    const table::Dataset data = example_data(example, schema_, wrong);
    for (ExampleFault& fault : wrong) {
      faults.add({.code = "E434",
                  .message = where + ": " + fault.message,
                  .help = "sửa số liệu của ví dụ",
                  .span = {.file = indicator.definition.file,
                           .line = fault.where->line(),
                           .line_column = fault.where->column()}});
    }
    if (!faults.has_errors()) {
      compare(indicator, example, expected, data);
    }
    sink_.append(std::move(faults));
  }

 private:
  void compare(const Indicator& indicator,
               const Node& example,
               const Expected& expected,
               const table::Dataset& data) {
    const auto plan =
        indicator::Plan::make({indicator.definition}, schema_, expected.context, sink_);
    if (!plan) {
      return;
    }
    const auto results = plan->compute(data, 1);
    const auto finding = found(indicator, results.front(), expected, data.units);
    if (!finding) {
      sink_.add({.code = "E434",
                 .message = "ví dụ của chỉ tiêu " + indicator.definition.id +
                            ": cần khóa unit bằng mã một đơn vị của ví dụ",
                 .help = "mỗi đơn vị có mức riêng nên ví dụ có nhiều đơn vị phải nêu một đơn vị",
                 .span = {.file = indicator.definition.file,
                          .line = example.line(),
                          .line_column = example.column()}});
      return;
    }
    const std::string got = printed(*finding, expected);
    const std::string wanted = printed(expected);
    if (got != wanted) {
      sink_.add({.code = "E433",
                 .message = "chỉ tiêu " + indicator.definition.id + ": ví dụ ghi " + wanted +
                            " nhưng tính ra " + got,
                 .help = "sửa định nghĩa của chỉ tiêu, hoặc kết quả ghi trong ví dụ",
                 .span = {.file = indicator.definition.file,
                          .line = example.line(),
                          .line_column = example.column()}});
    }
  }

  // Nothing when a unit must be named and is not.
  static std::optional<Finding> found(const Indicator& indicator,
                                      const indicator::Result& result,
                                      const Expected& expected,
                                      const table::Units& units) {
    const base::Date as_of = expected.context.as_of;
    if (expected.unit) {
      const auto unit = units.find_code(*expected.unit);
      return unit ? std::optional(finding(indicator, result, *unit, units.all[*unit].kind, as_of))
                  : std::nullopt;
    }
    const auto roots = std::count_if(
        units.all.begin(), units.all.end(), [](const auto& unit) { return !unit.parent; });
    if (roots > 1 && !result.thresholds.empty()) {
      return std::nullopt;
    }
    const auto& kinds = indicator.target.judged_at;
    return finding(indicator,
                   over_roots(result, units),
                   0,
                   kinds.empty() ? std::string_view() : std::string_view(kinds.front()),
                   as_of);
  }

  const Pack& pack_;
  const schema::Schema& schema_;
  diag::Sink& sink_;
};

}  // namespace

std::size_t run_examples(const Pack& pack, const schema::Schema& schema, diag::Sink& sink) {
  const std::string file = pack.folder.path("indicators.toml");
  const auto bytes = pack.folder.read("indicators.toml");
  const auto root = config::parse(bytes ? std::string_view(*bytes) : std::string_view(), file);
  if (!root) {
    sink.add(root.error());
    return 0;
  }
  const base::Date day = base::Date::from_ymd(pack.first_year, 12, 31).value_or(base::Date());
  check_schema(pack, schema, context_of(pack, day, base::Period()), sink);
  Runner runner(pack, schema, sink);
  Fields from(*root, file, file, sink);
  const std::vector<const Node*> nodes = from.tables("indicator");
  std::size_t count = 0;
  for (std::size_t i = 0; i < nodes.size() && i < pack.indicators.size(); ++i) {
    Fields indicator(*nodes[i], file, "[[indicator]]", sink);
    for (const Node* example : indicator.tables("example")) {
      runner.run(pack.indicators[i], *example);
      ++count;
    }
  }
  return count;
}

}  // namespace baocao::resolution
