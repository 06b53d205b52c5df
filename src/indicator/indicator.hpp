// Indicators: what is counted (population = denominator) and which of it counts (numerator).
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/ratio.hpp"
#include "config/node.hpp"
#include "diag/result.hpp"
#include "expr/bind.hpp"
#include "indicator/breakdown.hpp"
#include "indicator/sql.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baocao::indicator {

struct Definition {
  std::string id;      // "5a"
  std::string clause;  // "II.2.2 (5)"
  std::string title;
  std::string of;         // counted table; empty for numerator/denominator indicators
  std::string where;      // population; empty: every row (of don_vi for ratios of sums)
  std::string meets;      // numerator condition; empty: the population itself is the count
  std::string numerator;  // amount per unit, for ratios of sums: "sum(bien_che.co_mat)"
  std::string denominator;
  std::string threshold;  // the unit's own target, an amount of the unit; empty: one for all
  std::string counted;    // what n counts, in prose: "đồng chí", "xã, phường"
  // Whether n and d count persons; none: they do when the counted table names persons.
  std::optional<bool> persons = {};
  std::string reading;  // the reading taken where the wording leaves a choice; empty otherwise
  // Named conditions its expressions may use, beside those of the context; may be null.
  std::shared_ptr<const std::map<std::string, std::string, std::less<>>> conditions = nullptr;
  // Place in the files of a byte of the text of a key ("where") or of a named condition
  // ("conditions.cap_uy"); may be empty.
  std::function<diag::Span(std::string_view key, std::size_t offset)> locate = nullptr;
  std::uint32_t line = 0;  // of [[indicator]] in its file
  std::string file;
};

// What every definition may use: named parameters of the resolution and the job's dates.
using Context = expr::Context;

// One indicator over all units: counts[unit number], own rows of that unit and of all units below.
struct Result {
  const Definition* definition = nullptr;
  std::string hash;                         // definition_hash: tells whether periods compare
  std::vector<std::string> tables;          // all that are read, in schema order
  std::vector<std::string> missing_tables;  // those the job does not supply; then no counts
  std::vector<Counts> counts;
  std::vector<std::uint32_t> rows;         // rows of the counted table, in the population or not
  std::vector<expr::Interval> thresholds;  // Definition::threshold by unit; empty without one
};

enum class Side : std::uint8_t { met, unmet, unknown };

// A record behind a number.
struct Member {
  std::string table;
  std::size_t row = 0;
  std::string reason;  // Vietnamese: "Trình độ chuyên môn: Đại học < Thạc sĩ", "thiếu Ngày sinh"
};

// Definitions whose expressions are bound to a schema: type errors, unknown fields and code words
// were reported when it was made.
class Plan {
 public:
  static diag::Result<Plan> make(const std::vector<Definition>& definitions,
                                 const schema::Schema& schema,
                                 const Context& context,
                                 diag::Sink& sink);
  Plan(Plan&&) noexcept;
  Plan& operator=(Plan&&) noexcept;
  ~Plan();

  // In the order of the definitions; the same for any number of threads.
  std::vector<Result> compute(const table::Dataset& dataset, unsigned threads) const;

  // For each of `units`, the counts of it and below, told apart by the breakdown; in the order of
  // its words or bands, "not known" last, without parts that nothing falls in. Where a record has
  // one value the parts add up to the whole. The rows are walked once for any number of units.
  // E427: the indicator's records cannot be told apart so.
  diag::Result<std::vector<std::vector<Part>>> disaggregate(const table::Dataset& dataset,
                                                            std::string_view indicator,
                                                            std::span<const std::uint16_t> units,
                                                            const Breakdown& breakdown) const;

  // Rows of `unit` and below on that side of the indicator, in dataset order.
  std::vector<Member> drill(const table::Dataset& dataset,
                            std::string_view indicator,
                            std::uint16_t unit,
                            Side side) const;

  // The query that counts the indicator in another engine. E440: there is none.
  diag::Result<Query> sql(std::string_view indicator, const expr::SqlTables& tables) const;

 private:
  struct State;
  explicit Plan(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace baocao::indicator
