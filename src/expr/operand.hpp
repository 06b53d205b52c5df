// Nodes of the bound tree. A node computes its values for a block of rows at a time, so that the
// cost of finding columns and of calling a node is paid once per block and not once per row.
#pragma once

#include "expr/evaluate.hpp"
#include "expr/sql_text.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace baocao::expr {

// What a row may hold, besides Truth and Interval. Each has a state "nothing is known".
struct Days {
  base::Date low;
  base::Date high;
  bool known = false;

  bool exact() const { return known && low == high; }
};

struct Word {
  static constexpr std::uint16_t none = 0xFFFF;
  std::uint16_t number = none;
};

struct WordSet {
  std::uint64_t words = 0;
  bool known = false;
};

struct Text {
  const std::string* text = nullptr;
};

inline bool known(Truth value) {
  return value != Truth::unknown;
}

inline bool known(const Interval& value) {
  return value.known;
}

inline bool known(const Days& value) {
  return value.known;
}

inline bool known(Word value) {
  return value.number != Word::none;
}

inline bool known(const WordSet& value) {
  return value.known;
}

inline bool known(Text value) {
  return value.text != nullptr;
}

// As a person would write it; words by their label in `codes`.
std::string printed(Truth value, const schema::CodeList* codes);
std::string printed(const Interval& value, const schema::CodeList* codes);
std::string printed(const Days& value, const schema::CodeList* codes);
std::string printed(Word value, const schema::CodeList* codes);
std::string printed(const WordSet& value, const schema::CodeList* codes);
std::string printed(Text value, const schema::CodeList* codes);

struct Rows {
  std::size_t table = 0;
  std::size_t first = 0;
  std::size_t count = 0;
};

using Reasons = std::vector<std::string>;

// How the row that holds the value is reached from the row the expression runs on.
enum class Via : std::uint8_t { own, unit, person };

struct ColumnPlace {
  std::size_t table = 0;   // in Schema::tables()
  std::size_t column = 0;  // in its fields
  Via via = Via::own;

  friend auto operator<=>(const ColumnPlace&, const ColumnPlace&) = default;
};

// What a value depends on.
struct Reads {
  std::set<ColumnPlace> columns;
  bool records = false;  // of other tables, by an aggregate
};

// One run of an expression: the view and what need be computed only once for it.
class Frame {
 public:
  explicit Frame(const View& rows) : view(rows) {}

  const View& view;

  // The operand for all rows of a table, computed at the first call.
  template <class T>
  const std::vector<T>& all(const Operand<T>& operand, std::size_t table);

 private:
  std::map<const void*, std::shared_ptr<const void>> computed_;
};

// The values of one row or more. One row, the most frequent number by far, takes no memory of its
// own.
template <class T>
class Block {
 public:
  explicit Block(std::size_t size) : many_(size == 1 ? 0 : size) {}

  std::span<T> span() { return many_.empty() ? std::span<T>(&one_, 1) : std::span<T>(many_); }

  const T& operator[](std::size_t i) const { return begin()[i]; }

  const T* begin() const { return many_.empty() ? &one_ : many_.data(); }

  const T* end() const { return begin() + (many_.empty() ? 1 : many_.size()); }

 private:
  T one_ = {};
  std::vector<T> many_;
};

template <class T>
class Operand {
 public:
  Operand() = default;
  Operand(const Operand&) = delete;
  Operand& operator=(const Operand&) = delete;
  virtual ~Operand() = default;

  virtual void evaluate(Frame& frame, Rows rows, std::span<T> out) const = 0;

  virtual void add_reads(Reads& reads) const = 0;

  // Conditions: those that are all of it ("a and b"); empty when it is one by itself.
  virtual std::span<const std::shared_ptr<const Operand<Truth>>> conjuncts() const { return {}; }

  // The value in the row with the alias `row`; each text can stand as an operand of any operator.
  virtual Sql<T> sql(SqlWriter& writer, const std::string& row) const = 0;

  // What the operand measures ("Ngày sinh"); empty for constants.
  virtual std::string label() const { return {}; }

  // Conditions: the facts that make it what it is. Values: what keeps them from being known.
  virtual void explain(Frame& frame, Rows row, Reasons& reasons) const = 0;

  T at(Frame& frame, Rows row) const {
    T value{};
    evaluate(frame, row, std::span(&value, 1));
    return value;
  }

  Block<T> block(Frame& frame, Rows rows) const {
    Block<T> values(rows.count);
    evaluate(frame, rows, values.span());
    return values;
  }
};

template <class T>
using Ptr = std::shared_ptr<const Operand<T>>;

template <class T>
std::vector<T> evaluate_all(const Operand<T>& operand, Frame& frame, std::size_t table) {
  constexpr std::size_t block = 1024;
  std::vector<T> values(frame.view.rows(table));
  for (std::size_t first = 0; first < values.size(); first += block) {
    const std::size_t count = std::min(block, values.size() - first);
    operand.evaluate(frame, {table, first, count}, std::span(values).subspan(first, count));
  }
  return values;
}

template <class T>
const std::vector<T>& Frame::all(const Operand<T>& operand, std::size_t table) {
  auto& computed = computed_[&operand];
  if (!computed) {
    computed = std::make_shared<const std::vector<T>>(evaluate_all(operand, *this, table));
  }
  return *static_cast<const std::vector<T>*>(computed.get());
}

}  // namespace baocao::expr
