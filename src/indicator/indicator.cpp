#include "indicator/indicator.hpp"

#include "indicator/classes.hpp"
#include "indicator/ready.hpp"
#include "indicator/results.hpp"
#include "indicator/roll_up.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace baocao::indicator {
namespace {

// A fault in a named condition is found again by every indicator that uses it.
void append_once(const diag::Sink& faults, diag::Sink& sink) {
  using Place = std::tuple<std::string_view, std::string, std::uint32_t, std::uint32_t>;
  std::set<Place> seen;
  for (const diag::Diagnostic& fault : faults.all()) {
    const diag::Span& span = fault.span;
    if (span.line_column == 0 ||
        seen.emplace(fault.code.id(), span.file, span.line, span.line_column).second) {
      sink.add(fault);
    }
  }
}

std::string amount(const expr::Interval& value) {
  return value.exact() ? text::decimal(value.low, 2, text::Zeros::drop) : "chưa rõ";
}

// Explains the members of one indicator.
class Reasons {
 public:
  Reasons(const Ready& ready, const Rows& rows, const expr::View& view) : rows_(rows) {
    sums_ = ready.ratio_of_sums();
    plain_ = ready.definition->numerator == ready.definition->denominator;
    if (ready.where) {
      where_.emplace(*ready.where, view);
    }
    if (ready.meets) {
      meets_.emplace(*ready.meets, view);
    }
  }

  std::string of(std::size_t row) {
    if (rows_.membership_unknown(row)) {
      return where_->reason(row);
    }
    if (sums_) {
      const std::string counted = amount(rows_.numerator(row));
      return plain_ ? counted : counted + "/" + amount(rows_.denominator(row));
    }
    return meets_ ? meets_->reason(row) : std::string();
  }

 private:
  const Rows& rows_;
  bool sums_ = false;
  bool plain_ = false;  // a count without a whole: both sums are the same
  std::optional<expr::Explainer> where_;
  std::optional<expr::Explainer> meets_;
};

}  // namespace

struct Plan::State {
  const schema::Schema* schema = nullptr;
  std::vector<Definition> definitions;
  std::vector<Ready> ready;
  Context context;

  const Ready* find(std::string_view id) const {
    const auto found = std::find_if(ready.begin(), ready.end(), [id](const Ready& candidate) {
      return candidate.definition->id == id;
    });
    return found == ready.end() ? nullptr : &*found;
  }
};

Plan::Plan(std::unique_ptr<State> state) : state_(std::move(state)) {}

Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(Plan&&) noexcept = default;
Plan::~Plan() = default;

diag::Result<Plan> Plan::make(const std::vector<Definition>& definitions,
                              const schema::Schema& schema,
                              const Context& context,
                              diag::Sink& sink) {
  auto state = std::make_unique<State>();
  state->schema = &schema;
  state->definitions = definitions;
  state->context = context;
  diag::Sink faults;
  for (const Definition& definition : state->definitions) {
    if (auto ready = prepare(definition, schema, context, faults)) {
      state->ready.push_back(std::move(*ready));
    }
  }
  const auto error = faults.first_error();
  append_once(faults, sink);
  if (error) {
    return diag::Failure(*error);
  }
  return Plan(std::move(state));
}

std::vector<Result> Plan::compute(const table::Dataset& dataset, unsigned threads) const {
  return results_of(state_->ready, expr::View(dataset), threads);
}

diag::Result<std::vector<std::vector<Part>>> Plan::disaggregate(
    const table::Dataset& dataset,
    std::string_view indicator,
    std::span<const std::uint16_t> units,
    const Breakdown& breakdown) const {
  std::vector<std::vector<Part>> parts(units.size());
  const expr::View view(dataset);
  const Ready* ready = state_->find(indicator);
  if (ready == nullptr) {
    return parts;
  }
  Context context = state_->context;
  if (const auto& named = ready->definition->conditions) {
    context.conditions.insert(named->begin(), named->end());
  }
  const auto classes = Classes::of(breakdown, *ready, view, context);
  if (!classes) {
    return diag::Failure(classes.error());
  }
  if (!ready->missing_tables(view).empty()) {
    return parts;
  }
  std::vector<ClassCounts> own(dataset.units.all.size(), classes->no_counts());
  const Rows rows(*ready, view);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint16_t unit = view.unit_of(ready->table, row);
    if (unit < own.size()) {
      classes->add(row, rows, own[unit]);
    }
  }
  const std::vector<ClassCounts> total = rolled_up(own, dataset.units);
  std::transform(units.begin(), units.end(), parts.begin(), [&](std::uint16_t unit) {
    return classes->parts(total[unit]);
  });
  return parts;
}

std::vector<Member> Plan::drill(const table::Dataset& dataset,
                                std::string_view indicator,
                                std::uint16_t unit,
                                Side side) const {
  std::vector<Member> members;
  const expr::View view(dataset);
  const Ready* ready = state_->find(indicator);
  if (ready == nullptr || !ready->missing_tables(view).empty()) {
    return members;
  }
  const std::vector<std::uint16_t> units = dataset.units.subtree(unit);
  const Rows rows(*ready, view);
  Reasons reasons(*ready, rows, view);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows.side(row) == side &&
        std::binary_search(units.begin(), units.end(), view.unit_of(ready->table, row))) {
      members.push_back({view.schema().tables()[ready->table]->name, row, reasons.of(row)});
    }
  }
  return members;
}

diag::Result<Query> Plan::sql(std::string_view indicator, const expr::SqlTables& tables) const {
  const Ready* ready = state_->find(indicator);
  if (ready == nullptr) {
    return diag::Failure(
        {.code = "E440", .message = "không có chỉ tiêu \"" + std::string(indicator) + "\""});
  }
  return query(*ready, *state_->schema, tables);
}

}  // namespace baocao::indicator
