#include "indicator/results.hpp"

#include "base/parallel.hpp"
#include "indicator/roll_up.hpp"
#include "indicator/tally.hpp"

#include <algorithm>
#include <map>

namespace baocao::indicator {
namespace {

std::vector<Counts> own_sums(const Ready& ready, const expr::View& view) {
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

std::vector<std::uint32_t> own_rows(std::size_t table, const expr::View& view) {
  std::vector<std::uint32_t> own(view.dataset().units.all.size());
  for (const std::uint16_t unit : view.units(table)) {
    if (unit < own.size()) {
      ++own[unit];
    }
  }
  return own;
}

std::vector<expr::Interval> thresholds_of(const Ready& ready, const expr::View& view) {
  std::vector<expr::Interval> thresholds;
  if (!ready.threshold) {
    return thresholds;
  }
  const std::vector<expr::Interval> by_row = expr::evaluate(*ready.threshold, view);
  for (const table::Unit& unit : view.dataset().units.all) {
    thresholds.push_back(unit.row < by_row.size() ? by_row[unit.row] : expr::Interval{});
  }
  return thresholds;
}

std::vector<Counts> counts_of(const std::vector<Tally>& tallies) {
  std::vector<Counts> counts;
  counts.reserve(tallies.size());
  for (const Tally& tally : tallies) {
    counts.push_back({.n = tally.n, .d = tally.d, .u1 = tally.u1, .u2 = tally.u2});
  }
  return counts;
}

// Indicators of one table that are counted in one pass over some of its rows.
struct Slice {
  std::vector<std::size_t> indicators;  // in the list of all
  RowRange rows;
  std::vector<std::vector<Tally>> own;  // by indicator and unit
};

class Computation {
 public:
  Computation(const std::vector<Ready>& ready, const expr::View& view, unsigned threads)
      : ready_(ready),
        view_(view),
        units_(view.dataset().units),
        threads_(threads),
        results_(ready.size()) {}

  std::vector<Result> run() {
    std::map<std::size_t, std::vector<std::size_t>> counted;  // by table
    for (std::size_t i = 0; i < ready_.size(); ++i) {
      begin(i);
      if (!results_[i].missing_tables.empty()) {
        results_[i].counts.resize(units_.all.size());
        results_[i].rows.resize(units_.all.size());
      } else if (ready_[i].ratio_of_sums()) {
        summed_.push_back(i);
      } else {
        counted[ready_[i].table].push_back(i);
      }
    }
    for (const auto& [table, indicators] : counted) {
      add_slices(table, indicators);
    }
    base::parallel_for(slices_.size() + summed_.size(), threads_, [this](std::size_t task) {
      task < slices_.size() ? count(slices_[task]) : sum(summed_[task - slices_.size()]);
    });
    finish();
    return std::move(results_);
  }

 private:
  void begin(std::size_t i) {
    Result& result = results_[i];
    result.definition = ready_[i].definition;
    result.hash = ready_[i].hash;
    result.tables = ready_[i].tables(view_.schema());
    result.missing_tables = ready_[i].missing_tables(view_);
    if (result.missing_tables.empty()) {
      const auto [rows, is_new] = rows_.try_emplace(ready_[i].table);
      if (is_new) {
        rows->second = rolled_up(own_rows(ready_[i].table, view_), units_);
      }
      result.rows = rows->second;
    }
  }

  // A long table is shared out among the threads.
  void add_slices(std::size_t table, const std::vector<std::size_t>& indicators) {
    constexpr std::size_t worth_a_thread = 100'000;
    const std::size_t rows = view_.rows(table);
    const std::size_t parts =
        std::clamp<std::size_t>(rows / worth_a_thread, 1, std::max(threads_, 1U));
    for (std::size_t first = 0; first < indicators.size(); first += most_tallied) {
      const std::size_t last = std::min(first + most_tallied, indicators.size());
      for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t begin = rows * part / parts;
        slices_.push_back({{indicators.begin() + static_cast<std::ptrdiff_t>(first),
                            indicators.begin() + static_cast<std::ptrdiff_t>(last)},
                           {begin, rows * (part + 1) / parts - begin},
                           {}});
      }
    }
  }

  void count(Slice& slice) const {
    std::vector<const Ready*> indicators;
    for (const std::size_t i : slice.indicators) {
      indicators.push_back(&ready_[i]);
    }
    slice.own = tally(indicators, view_, slice.rows);
  }

  void sum(std::size_t i) { results_[i].counts = rolled_up(own_sums(ready_[i], view_), units_); }

  void finish() {
    std::vector<std::vector<Tally>> own(ready_.size());
    for (Slice& slice : slices_) {
      for (std::size_t at = 0; at < slice.indicators.size(); ++at) {
        std::vector<Tally>& total = own[slice.indicators[at]];
        total.resize(slice.own[at].size());
        std::transform(total.begin(), total.end(), slice.own[at].begin(), total.begin(), plus);
      }
    }
    base::parallel_for(ready_.size(), threads_, [&](std::size_t i) {
      Result& result = results_[i];
      if (result.missing_tables.empty()) {
        result.thresholds = thresholds_of(ready_[i], view_);
        if (!ready_[i].ratio_of_sums()) {
          result.counts = counts_of(rolled_up(own[i], units_));
        }
      }
    });
  }

  static Tally plus(Tally a, const Tally& b) { return a += b; }

  const std::vector<Ready>& ready_;
  const expr::View& view_;
  const table::Units& units_;
  unsigned threads_;
  std::vector<Result> results_;
  std::map<std::size_t, std::vector<std::uint32_t>> rows_;  // by table: of units and below
  std::vector<std::size_t> summed_;                         // ratios of sums
  std::vector<Slice> slices_;
};

}  // namespace

std::vector<Result> results_of(const std::vector<Ready>& ready,
                               const expr::View& view,
                               unsigned threads) {
  return Computation(ready, view, threads).run();
}

}  // namespace baocao::indicator
