#include "indicator/indicator.hpp"

#include "base/parallel.hpp"
#include "indicator/ready.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace baocao::indicator {
namespace {

std::vector<Counts> own_counts(const Ready& ready, const expr::View& view) {
  std::vector<Counts> own(view.dataset().units.all.size());
  const Rows rows(ready, view);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint16_t unit = view.unit_of(ready.table, row);
    if (unit < own.size()) {
      rows.add(row, own[unit]);
    }
  }
  return own;
}

// Adds each unit's own counts to itself and to everything above it. A chain of parents that runs
// in a circle ends after as many steps as there are units.
std::vector<Counts> rolled_up(const std::vector<Counts>& own, const table::Units& units) {
  std::vector<Counts> total = own;
  for (std::size_t unit = 0; unit < own.size(); ++unit) {
    auto parent = units.all[unit].parent;
    for (std::size_t steps = 0; parent && steps < own.size(); ++steps) {
      total[*parent] += own[unit];
      parent = units.all[*parent].parent;
    }
  }
  return total;
}

Result result_of(const Ready& ready, const expr::View& view) {
  Result result;
  result.definition = ready.definition;
  result.missing_tables = ready.missing_tables(view);
  if (result.missing_tables.empty()) {
    result.counts = rolled_up(own_counts(ready, view), view.dataset().units);
  } else {
    result.counts.resize(view.dataset().units.all.size());
  }
  return result;
}

std::string amount(const expr::Interval& value) {
  return value.exact() ? text::decimal(value.low, 2, text::Zeros::drop) : "chưa rõ";
}

// Explains the members of one indicator.
class Reasons {
 public:
  Reasons(const Ready& ready, const Rows& rows, const expr::View& view) : rows_(rows) {
    sums_ = ready.ratio_of_sums();
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
      return amount(rows_.numerator(row)) + "/" + amount(rows_.denominator(row));
    }
    return meets_ ? meets_->reason(row) : std::string();
  }

 private:
  const Rows& rows_;
  bool sums_ = false;
  std::optional<expr::Explainer> where_;
  std::optional<expr::Explainer> meets_;
};

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  n += other.n;
  d += other.d;
  u1 += other.u1;
  u2 += other.u2;
  open += other.open;
  return *this;
}

struct Plan::State {
  std::vector<Definition> definitions;
  std::vector<Ready> ready;
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
  state->definitions = definitions;
  diag::Sink faults;
  for (const Definition& definition : state->definitions) {
    if (auto ready = prepare(definition, schema, context, faults)) {
      state->ready.push_back(std::move(*ready));
    }
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return Plan(std::move(state));
}

std::vector<Result> Plan::compute(const table::Dataset& dataset, unsigned threads) const {
  const expr::View view(dataset);
  std::vector<Result> results(state_->ready.size());
  base::parallel_for(results.size(), threads, [&](std::size_t i) {
    results[i] = result_of(state_->ready[i], view);
  });
  return results;
}

std::vector<Member> Plan::drill(const table::Dataset& dataset,
                                std::string_view indicator,
                                std::uint16_t unit,
                                Side side) const {
  std::vector<Member> members;
  const expr::View view(dataset);
  const auto ready =
      std::find_if(state_->ready.begin(), state_->ready.end(), [indicator](const Ready& candidate) {
        return candidate.definition->id == indicator;
      });
  if (ready == state_->ready.end() || !ready->missing_tables(view).empty()) {
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

}  // namespace baocao::indicator
