// Gives the values that rows hold small numbers, so that what follows from a value is worked out
// once and not once per row.
#pragma once

#include "expr/operand.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace baocao::indicator {

// Rows with the same number hold the same value of what is numbered.
class Numbering {
 public:
  Numbering() = default;
  Numbering(const Numbering&) = delete;
  Numbering& operator=(const Numbering&) = delete;
  virtual ~Numbering() = default;

  // Of the rows from `first` on.
  virtual void number(std::size_t first, std::span<std::uint32_t> numbers) = 0;

  // All numbers given so far are below it.
  virtual std::uint32_t limit() const = 0;
};

// How many different values of words or flags a column may hold, a missing one among them; nothing
// of a column of another type.
std::optional<std::uint32_t> value_count(const table::Column& column);

// Of the values of several such columns together; the product of their counts is at most 65,536.
std::unique_ptr<Numbering> number_words(std::vector<const table::Column*> columns);

// Of a column of sets of words or of dates; null for one of another type.
std::unique_ptr<Numbering> number_values(const table::Column& column);

// Of the unit a row belongs to.
std::unique_ptr<Numbering> number_units(std::span<const std::uint16_t> units);

// Of the truth of a condition on the rows of `table`. All must outlive the numbering.
std::unique_ptr<Numbering> number_truths(const expr::Operand<expr::Truth>& condition,
                                         expr::Frame& frame,
                                         std::size_t table);

}  // namespace baocao::indicator
