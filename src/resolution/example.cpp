#include "resolution/example.hpp"

#include "base/file.hpp"
#include "config/fields.hpp"
#include "resolution/example_data.hpp"

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
  std::optional<std::string> verdict;
};

Expected read_expected(Fields& from, const Pack& pack) {
  Expected expected;
  expected.context.parameters = pack.parameters;
  const auto last_day = base::Date::from_ymd(pack.first_year, 12, 31).value_or(base::Date());
  expected.context.as_of = from.optional_date("as_of").value_or(last_day);
  const auto period = from.optional_string("period");
  const auto parsed = base::Period::parse(period.value_or(std::to_string(pack.first_year)));
  if (!parsed) {
    from.fault(
        "E434", "period", "không hiểu kỳ báo cáo của ví dụ", "ghi theo mẫu: \"2026\", \"2026-Q3\"");
  }
  expected.context.period = parsed.value_or(base::Period());
  expected.n = base::Ratio(from.integer("n"));
  expected.d = base::Ratio(from.integer("d"));
  expected.unknown = base::Ratio(from.optional_integer("unknown").value_or(0));
  expected.verdict = from.optional_string("verdict");
  return expected;
}

std::string printed(const base::Ratio& n,
                    const base::Ratio& d,
                    const base::Ratio& unknown,
                    std::string_view verdict) {
  std::string text = "n = " + n.decimal() + ", d = " + d.decimal();
  text += ", unknown = " + unknown.decimal();
  return verdict.empty() ? text : text + ", verdict = " + std::string(verdict);
}

indicator::Counts sum_over_roots(const indicator::Result& result, const table::Units& units) {
  indicator::Counts total;
  for (std::size_t unit = 0; unit < units.all.size(); ++unit) {
    if (!units.all[unit].parent) {
      total += result.counts[unit];
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
                  .span = {.file = indicator.definition.file, .line = fault.where->line()}});
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
    const indicator::Counts counts = sum_over_roots(results.front(), data.units);
    const std::string_view verdict =
        expected.verdict ? name(judge(counts, indicator.target, expected.context.as_of))
                         : std::string_view();
    const std::string found = printed(counts.n, counts.d, counts.unknown(), verdict);
    const std::string wanted =
        printed(expected.n, expected.d, expected.unknown, expected.verdict.value_or(""));
    if (found != wanted) {
      sink_.add({.code = "E433",
                 .message = "chỉ tiêu " + indicator.definition.id + ": ví dụ ghi " + wanted +
                            " nhưng tính ra " + found,
                 .help = "sửa định nghĩa của chỉ tiêu, hoặc kết quả ghi trong ví dụ",
                 .span = {.file = indicator.definition.file, .line = example.line()}});
    }
  }

  const Pack& pack_;
  const schema::Schema& schema_;
  diag::Sink& sink_;
};

}  // namespace

std::size_t run_examples(const Pack& pack, const schema::Schema& schema, diag::Sink& sink) {
  const std::string file = (pack.folder / "indicators.toml").generic_string();
  const auto bytes = base::read_file(pack.folder / "indicators.toml");
  const auto root = config::parse(bytes ? std::string_view(*bytes) : std::string_view(), file);
  if (!root) {
    sink.add(root.error());
    return 0;
  }
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
