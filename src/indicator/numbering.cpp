#include "indicator/numbering.hpp"

#include <algorithm>
#include <vector>

namespace baocao::indicator {
namespace {

using Numbers = std::span<std::uint32_t>;

// Digits of a number with mixed bases: that of a column is its code + 1, or 0 for a missing value.
class WordNumbers final : public Numbering {
 public:
  explicit WordNumbers(std::vector<const table::Column*> columns) : columns_(std::move(columns)) {
    for (const table::Column* column : columns_) {
      limit_ *= value_count(*column).value();
    }
  }

  void number(std::size_t first, Numbers numbers) override {
    sums_.assign(numbers.size(), 0);
    std::uint32_t weight = 1;
    for (const table::Column* column : columns_) {
      const std::uint16_t* const codes = column->codes.data() + first;
      const std::uint8_t* const present = column->present.data() + first;  // 0 or 1
      for (std::size_t i = 0; i < sums_.size(); ++i) {
        sums_[i] = static_cast<std::uint16_t>(sums_[i] + weight * present[i] * (codes[i] + 1U));
      }
      weight *= value_count(*column).value();
    }
    std::copy(sums_.begin(), sums_.end(), numbers.begin());
  }

  std::uint32_t limit() const override { return limit_; }

 private:
  std::vector<const table::Column*> columns_;
  std::vector<std::uint16_t> sums_;  // half as wide as the numbers: twice as many at once
  std::uint32_t limit_ = 1;
};

class UnitNumbers final : public Numbering {
 public:
  explicit UnitNumbers(std::span<const std::uint16_t> units) : units_(units) {}

  void number(std::size_t first, Numbers numbers) override {
    std::copy_n(
        units_.begin() + static_cast<std::ptrdiff_t>(first), numbers.size(), numbers.begin());
  }

  std::uint32_t limit() const override { return 1U << 16U; }

 private:
  std::span<const std::uint16_t> units_;
};

// Numbers 1, 2, … in the order in which the values are met: a hash table with linear probing.
class Met {
 public:
  std::uint32_t number(std::uint64_t value) {
    Slot* slot = &find(value);
    if (slot->number == 0) {
      if (2 * ++count_ > slots_.size()) {
        grow();
        slot = &find(value);
      }
      *slot = {value, count_};
    }
    return slot->number;
  }

  std::uint32_t count() const { return count_; }

 private:
  struct Slot {
    std::uint64_t value = 0;
    std::uint32_t number = 0;  // 0: free
  };

  // The slot of the value, or the free one where it belongs.
  Slot& find(std::uint64_t value) {
    constexpr std::uint64_t mixing = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
    std::size_t at = (value * mixing) >> shift_;
    while (slots_[at].number != 0 && slots_[at].value != value) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    --shift_;
    for (const Slot& slot : old) {
      if (slot.number != 0) {
        find(slot.value) = slot;
      }
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two: 64 - shift_ bits
  unsigned shift_ = 58;
  std::uint32_t count_ = 0;
};

class SetNumbers final : public Numbering {
 public:
  explicit SetNumbers(const table::Column& column) : column_(column) {}

  void number(std::size_t first, Numbers numbers) override {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      numbers[i] = column_.has(first + i) ? met_.number(column_.sets[first + i]) : 0U;
    }
  }

  std::uint32_t limit() const override { return met_.count() + 1; }

 private:
  const table::Column& column_;
  Met met_;
};

// Days of living memory have numbers of their own; all other dates, and those not known to the day,
// get numbers behind them.
class DateNumbers final : public Numbering {
 public:
  explicit DateNumbers(const table::Column& column) : column_(column) {}

  void number(std::size_t first, Numbers numbers) override {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      numbers[i] = column_.has(first + i) ? of(column_.dates[first + i]) : 0U;
    }
  }

  std::uint32_t limit() const override { return days + met_.count() + 1; }

 private:
  static constexpr std::int32_t first_day = -36524;  // 1 January 1870
  static constexpr std::uint32_t days = 1U << 16U;   // to 2049

  std::uint32_t of(const base::DateRange& range) {
    const auto day = static_cast<std::uint32_t>(range.first.days() - first_day);
    return range.exact() && day < days ? day + 1 : searched(range);
  }

  std::uint32_t searched(const base::DateRange& range) {
    const auto bits = [](base::Date day) { return static_cast<std::uint32_t>(day.days()); };
    return days + met_.number(std::uint64_t{bits(range.first)} << 32U | bits(range.last));
  }

  const table::Column& column_;
  Met met_;
};

class TruthNumbers final : public Numbering {
 public:
  TruthNumbers(const expr::Operand<expr::Truth>& condition, expr::Frame& frame, std::size_t table)
      : condition_(condition), frame_(frame), table_(table) {}

  void number(std::size_t first, Numbers numbers) override {
    truths_.resize(numbers.size());
    condition_.evaluate(frame_, {table_, first, numbers.size()}, truths_);
    std::transform(truths_.begin(), truths_.end(), numbers.begin(), [](expr::Truth truth) {
      return static_cast<std::uint32_t>(truth);
    });
  }

  std::uint32_t limit() const override { return 3; }

 private:
  const expr::Operand<expr::Truth>& condition_;
  expr::Frame& frame_;
  std::size_t table_;
  std::vector<expr::Truth> truths_;
};

}  // namespace

std::optional<std::uint32_t> value_count(const table::Column& column) {
  switch (column.field->type) {
    case schema::Type::boolean:
      return 3;
    case schema::Type::code:
      return static_cast<std::uint32_t>(column.field->codes->words.size() + 1);
    default:
      return std::nullopt;
  }
}

std::unique_ptr<Numbering> number_words(std::vector<const table::Column*> columns) {
  return std::make_unique<WordNumbers>(std::move(columns));
}

std::unique_ptr<Numbering> number_values(const table::Column& column) {
  switch (column.field->type) {
    case schema::Type::codes:
      return std::make_unique<SetNumbers>(column);
    case schema::Type::date:
      return std::make_unique<DateNumbers>(column);
    default:
      return nullptr;
  }
}

std::unique_ptr<Numbering> number_units(std::span<const std::uint16_t> units) {
  return std::make_unique<UnitNumbers>(units);
}

std::unique_ptr<Numbering> number_truths(const expr::Operand<expr::Truth>& condition,
                                         expr::Frame& frame,
                                         std::size_t table) {
  return std::make_unique<TruthNumbers>(condition, frame, table);
}

}  // namespace baocao::indicator
