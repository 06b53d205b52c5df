// The rows of an indicator sorted into the parts of a breakdown.
#pragma once

#include "diag/result.hpp"
#include "expr/classify.hpp"
#include "indicator/breakdown.hpp"
#include "indicator/ready.hpp"

#include <cstdint>
#include <vector>

namespace baocao::indicator {

// What fell into each part, in the order of the classes.
struct ClassCounts {
  std::vector<Counts> counts;
  std::vector<char> used;  // 1: some row did

  ClassCounts& operator+=(const ClassCounts& other);
};

class Classes {
 public:
  static diag::Result<Classes> of(const Breakdown& breakdown,
                                  const Ready& ready,
                                  const expr::View& view,
                                  const Context& context);

  ClassCounts no_counts() const {
    return {std::vector<Counts>(parts_.size()), std::vector<char>(parts_.size())};
  }

  // Adds the row to its part; to each of its parts when it holds several words.
  void add(std::size_t row, const Rows& rows, ClassCounts& total) const;

  // Those that got a row; what is not known comes last.
  std::vector<Part> parts(const ClassCounts& total) const;

 private:
  explicit Classes(std::vector<Part> parts) : parts_(std::move(parts)) {}

  std::vector<Part> parts_;          // without counts; the last one: not known
  std::vector<std::uint16_t> part_;  // by row; empty when rows hold sets
  std::vector<expr::WordSet> sets_;  // by row
};

}  // namespace baocao::indicator
