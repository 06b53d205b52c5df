#include "indicator/tally.hpp"

#include "indicator/masks.hpp"
#include "indicator/numbering.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

namespace baocao::indicator {
namespace {

using expr::Truth;
using Conjunct = std::shared_ptr<const expr::Operand<Truth>>;

// Bit of Masks::not_certain that no indicator uses: what the value rules out is not worked out yet.
constexpr std::uint64_t not_met = std::uint64_t{1} << 63U;
constexpr std::size_t block = 256;

// A condition that is part of indicators, all of whose parts must hold.
struct Part {
  Conjunct condition;
  std::uint64_t where = 0;  // bits of the indicators in whose population it stands
  std::uint64_t meets = 0;  // … in whose numerator condition
};

// Indicators share many parts: each is judged once for all of them.
class Parts {
 public:
  Parts(std::span<const Ready* const> indicators, const schema::Schema& schema) : schema_(schema) {
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (const auto& where = indicators[i]->where) {
        add(where->root, where->table, {nullptr, bit, 0});
      }
      if (const auto& meets = indicators[i]->meets) {
        add(meets->root, meets->table, {nullptr, 0, bit});
      }
    }
  }

  std::vector<Part> take() && { return std::move(parts_); }

 private:
  void add(const Conjunct& condition, std::size_t table, const Part& bits) {
    for (const Conjunct& conjunct : condition->conjuncts()) {
      add(conjunct, table, bits);
    }
    if (condition->conjuncts().empty()) {
      Part& part = same_as(condition, table);
      part.where |= bits.where;
      part.meets |= bits.meets;
    }
  }

  // Conditions that say the same in SQL are the same; one that cannot be said is like no other.
  Part& same_as(const Conjunct& condition, std::size_t table) {
    const auto said = expr::sql(expr::Condition{table, {}, condition}, schema_, {}, "t");
    const auto [found, is_new] =
        said ? said_.emplace(*said, parts_.size()) : std::pair(said_.end(), true);
    return is_new ? parts_.emplace_back(Part{condition, 0, 0}) : parts_[found->second];
  }

  const schema::Schema& schema_;
  std::vector<Part> parts_;
  std::map<std::string, std::size_t> said_;
};

// One thing that rows differ in, and what each value of it rules out.
struct Trait {
  std::unique_ptr<Numbering> numbering;
  std::vector<Part> parts;                        // that depend on nothing else
  bool of_unit = false;                           // it is the unit of the row
  std::array<std::uint32_t, block> numbers = {};  // of the rows of a block
  // Values that rule out the same are of one kind, so that the kinds are few; kind 0: not met yet.
  std::vector<std::uint32_t> kinds = {};                       // by number
  std::vector<Masks> masks = {Masks{.not_certain = not_met}};  // by kind
  std::map<Masks, std::uint32_t> known = {};

  const Masks& masks_of(std::size_t row) const { return masks[kinds[numbers[row]]]; }
};

// The traits that the parts depend on: columns of the row, the unit of the row, or, of a part that
// depends on more, its own truth.
class Traits {
 public:
  Traits(std::vector<Part> parts, const expr::View& view, expr::Frame& frame, std::size_t table)
      : view_(view), frame_(frame), table_(table) {
    for (Part& part : parts) {
      assign(std::move(part));
    }
    if (!of_unit_.empty()) {
      add(number_units(view_.units(table_)), std::move(of_unit_));
      traits_.back().of_unit = true;
    }
    for (auto& [place, of_column] : of_values_) {
      add(number_values(column(place)), std::move(of_column));
    }
    add_words();
  }

  std::vector<Trait> take() && { return std::move(traits_); }

 private:
  void assign(Part part) {
    expr::Reads reads;
    part.condition->add_reads(reads);
    const bool single = !reads.records && reads.columns.size() == 1;
    if (single && reads.columns.begin()->via == expr::Via::own) {
      const expr::ColumnPlace place = *reads.columns.begin();
      if (value_count(column(place))) {
        of_words_[place].push_back(std::move(part));
        return;
      }
      if (number_values(column(place))) {
        of_values_[place].push_back(std::move(part));
        return;
      }
    }
    const auto of_unit = [](const expr::ColumnPlace& place) {
      return place.via == expr::Via::unit;
    };
    if (!reads.records && !reads.columns.empty() &&
        std::all_of(reads.columns.begin(), reads.columns.end(), of_unit)) {
      of_unit_.push_back(std::move(part));
      return;
    }
    auto truths = number_truths(*part.condition, frame_, table_);
    add(std::move(truths), {std::move(part)});
  }

  // Columns of few words go together while all their values fit in the nearest cache.
  void add_words() {
    constexpr std::uint32_t most_values = 256;
    std::vector<const table::Column*> columns;
    std::vector<Part> parts;
    std::uint32_t values = 1;
    for (auto& [place, of_column] : of_words_) {
      const std::uint32_t more = value_count(column(place)).value();
      if (!columns.empty() && values * more > most_values) {
        add(number_words(std::exchange(columns, {})), std::exchange(parts, {}));
        values = 1;
      }
      columns.push_back(&column(place));
      std::move(of_column.begin(), of_column.end(), std::back_inserter(parts));
      values *= more;
    }
    if (!columns.empty()) {
      add(number_words(std::move(columns)), std::move(parts));
    }
  }

  void add(std::unique_ptr<Numbering> numbering, std::vector<Part> parts) {
    traits_.push_back({.numbering = std::move(numbering), .parts = std::move(parts)});
  }

  const table::Column& column(const expr::ColumnPlace& place) const {
    return view_.table(table_)->columns[place.column];
  }

  const expr::View& view_;
  expr::Frame& frame_;
  std::size_t table_;
  std::vector<Part> of_unit_;
  std::map<expr::ColumnPlace, std::vector<Part>> of_words_;
  std::map<expr::ColumnPlace, std::vector<Part>> of_values_;
  std::vector<Trait> traits_;
};

class Pass {
 public:
  Pass(std::span<const Ready* const> indicators, const expr::View& view)
      : view_(view),
        frame_(view),
        table_(indicators.front()->table),
        traits_(Traits(Parts(indicators, view.schema()).take(), view, frame_, table_).take()) {
    none_.not_possible = ~std::uint64_t{0} << indicators.size();
    none_.not_certain = none_.not_possible & ~not_met;
  }

  std::vector<Counter> run(RowRange rows) {
    const std::span<const std::uint16_t> units = view_.units(table_);
    std::vector<Counter> counters(view_.dataset().units.all.size());
    const std::size_t end = rows.first + rows.count;
    meet_units(rows);
    for (std::size_t first = rows.first; first < end; first += block) {
      const std::size_t count = std::min(block, end - first);
      mark(first, count);
      count_marked(units.subspan(first, count), counters);
    }
    return counters;
  }

 private:
  // Ahead of the rows: with a new unit all of the next ones would hold a value not yet met.
  void meet_units(RowRange rows) {
    const std::span<const std::uint16_t> units = view_.units(table_);
    for (Trait& trait : traits_) {
      trait.kinds.resize(trait.numbering->limit());
      for (std::size_t i = 0; trait.of_unit && i < rows.count; ++i) {
        std::uint32_t& kind = trait.kinds[units[rows.first + i]];
        if (kind == 0) {
          kind = kind_of(worked_out(trait, rows.first + i), trait);
        }
      }
    }
  }

  void mark(std::size_t first, std::size_t count) {
    for (Trait& trait : traits_) {
      number(trait, first, count);
    }
    std::fill_n(masks_.begin(), count, none_);
    for (std::size_t at = 0; at < traits_.size(); at += 2) {  // two at a time: half the stores
      const Trait& one = traits_[at];
      const Trait& other = traits_[std::min(at + 1, traits_.size() - 1)];
      for (std::size_t i = 0; i < count; ++i) {
        masks_[i] = masks_[i] | one.masks_of(i) | other.masks_of(i);
      }
    }
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < count; ++i) {
      any |= masks_[i].not_certain;
    }
    for (std::size_t i = 0; i < count && (any & not_met) != 0; ++i) {
      if ((masks_[i].not_certain & not_met) != 0) {
        masks_[i] = masks_of_new_values(first, i);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      masks_[i].not_certain |= not_met;
      marks_[i] = marks_of(masks_[i]);
    }
  }

  void count_marked(std::span<const std::uint16_t> units, std::vector<Counter>& counters) const {
    constexpr std::size_t together = Counter::together;
    for (std::size_t i = 0; i < units.size();) {
      const std::uint16_t unit = units[i];
      std::size_t run = 1;  // rows of one unit on end
      while (i + run < units.size() && units[i + run] == unit) {
        ++run;
      }
      auto marks = std::span(marks_).subspan(i, unit < counters.size() ? run : 0);
      for (; marks.size() >= together; marks = marks.subspan(together)) {
        counters[unit].add(marks.first<together>());
      }
      for (const Marks& row : marks) {
        counters[unit].add(row);
      }
      i += run;
    }
  }

  static void number(Trait& trait, std::size_t first, std::size_t count) {
    const auto numbers = std::span(trait.numbers).first(count);
    trait.numbering->number(first, numbers);
    if (trait.numbering->limit() > trait.kinds.size()) {
      trait.kinds.resize(trait.numbering->limit());
    }
  }

  Masks masks_of_new_values(std::size_t first, std::size_t i) {
    Masks masks = none_;
    for (Trait& trait : traits_) {
      std::uint32_t& kind = trait.kinds[trait.numbers[i]];
      if (kind == 0) {
        kind = kind_of(worked_out(trait, first + i), trait);
      }
      masks = masks | trait.masks[kind];
    }
    return masks;
  }

  static std::uint32_t kind_of(const Masks& masks, Trait& trait) {
    const auto next = static_cast<std::uint32_t>(trait.masks.size());
    const auto [kind, is_new] = trait.known.try_emplace(masks, next);
    if (is_new) {
      trait.masks.push_back(masks);
    }
    return kind->second;
  }

  // The general evaluator judges one row that holds the value.
  Masks worked_out(const Trait& trait, std::size_t row) {
    Masks masks;
    for (const Part& part : trait.parts) {
      const Truth truth = part.condition->at(frame_, {table_, row, 1});
      if (truth != Truth::yes) {
        masks.not_certain |= part.where;
        masks.not_certain_to_meet |= part.meets;
      }
      if (truth == Truth::no) {
        masks.not_possible |= part.where;
        masks.not_possible_to_meet |= part.meets;
      }
    }
    return masks;
  }

  const expr::View& view_;
  expr::Frame frame_;
  std::size_t table_;
  std::vector<Trait> traits_;
  Masks none_;  // of a row that nothing rules out; bits without an indicator count nothing
  std::array<Masks, block> masks_ = {};
  std::array<Marks, block> marks_ = {};
};

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  n += other.n;
  d += other.d;
  u1 += other.u1;
  u2 += other.u2;
  return *this;
}

std::vector<std::vector<Tally>> tally(std::span<const Ready* const> indicators,
                                      const expr::View& view,
                                      RowRange rows) {
  const std::vector<Counter> counters = Pass(indicators, view).run(rows);
  std::vector<std::vector<Tally>> tallies(indicators.size());
  for (std::vector<Tally>& by_unit : tallies) {
    by_unit.reserve(counters.size());
  }
  for (const Counter& counter : counters) {
    const std::array<Tally, 64> of_unit = counter.tallies();
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      tallies[i].push_back(of_unit[i]);
    }
  }
  return tallies;
}

}  // namespace baocao::indicator
