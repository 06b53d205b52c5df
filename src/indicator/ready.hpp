// A definition whose expressions are bound.
#pragma once

#include "expr/evaluate.hpp"
#include "indicator/indicator.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace baocao::indicator {

struct Ready {
  const Definition* definition = nullptr;
  std::string hash;       // of the definition
  std::size_t table = 0;  // counted table; don_vi for ratios of sums
  std::optional<expr::Condition> where;
  std::optional<expr::Condition> meets;
  std::optional<expr::Amount> numerator;  // both or none
  std::optional<expr::Amount> denominator;
  std::optional<expr::Amount> threshold;  // runs on don_vi

  bool ratio_of_sums() const { return numerator.has_value(); }

  // Tables that are read, in schema order.
  std::vector<std::string> tables(const schema::Schema& schema) const;
  // Those of them that are not supplied.
  std::vector<std::string> missing_tables(const expr::View& view) const;
};

// Nothing when there are faults; they are all in the sink.
std::optional<Ready> prepare(const Definition& definition,
                             const schema::Schema& schema,
                             const Context& context,
                             diag::Sink& sink);

// What the rows of the counted table are to the indicator.
class Rows {
 public:
  Rows(const Ready& ready, const expr::View& view);

  std::size_t size() const { return size_; }

  // Adds row's part to the counts.
  void add(std::size_t row, Counts& counts) const;
  // The side of a row; nothing when it is not in the population.
  std::optional<Side> side(std::size_t row) const;

  // It is not even known whether the row belongs to the population.
  bool membership_unknown(std::size_t row) const { return where(row) == expr::Truth::unknown; }

  const expr::Interval& numerator(std::size_t row) const { return numerators_[row]; }

  const expr::Interval& denominator(std::size_t row) const { return denominators_[row]; }

 private:
  void add_amounts(std::size_t row, Side side, Counts& counts) const;

  expr::Truth where(std::size_t row) const {
    return where_.empty() ? expr::Truth::yes : where_[row];
  }

  expr::Truth meets(std::size_t row) const {
    return meets_.empty() ? expr::Truth::yes : meets_[row];
  }

  std::size_t size_ = 0;
  std::vector<expr::Truth> where_;          // empty: every row
  std::vector<expr::Truth> meets_;          // empty: every row
  std::vector<expr::Interval> numerators_;  // ratios of sums only
  std::vector<expr::Interval> denominators_;
};

}  // namespace baocao::indicator
