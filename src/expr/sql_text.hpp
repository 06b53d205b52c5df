// What the SQL printer makes of a value of the bound tree: texts of SQL expressions. A value of
// which nothing is known is NULL, so Kleene's logic of the tree is SQL's own.
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "expr/sql.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::expr {

struct Days;
struct Word;

// The whole numbers low and high, divided by 10^digits.
struct SqlNumber {
  std::string low = "NULL";
  std::string high = "NULL";
  int digits = 0;

  bool exact() const { return low == high; }
};

// The same day as a number that sorts and shows its parts (20260930), and as days since
// 1970-01-01; a day that was counted ("ngay + 30") has the second alone.
struct SqlDays {
  std::optional<SqlNumber> calendar;
  SqlNumber count;
};

struct SqlWord {
  std::string text;                       // the key of the word
  std::optional<std::uint16_t> constant;  // its number, when it is the same in every row
};

template <class T>
struct SqlForm {
  using Text = std::string;  // of truths, sets and texts
};

template <>
struct SqlForm<Interval> {
  using Text = SqlNumber;
};

template <>
struct SqlForm<Days> {
  using Text = SqlDays;
};

template <>
struct SqlForm<Word> {
  using Text = SqlWord;
};

template <class T>
using Sql = typename SqlForm<T>::Text;

// One printing. What SQL cannot say is refused once, and whatever text comes of it is not used.
class SqlWriter {
 public:
  SqlWriter(const schema::Schema& schema, const SqlTables& tables)
      : schema_(schema), tables_(tables) {}

  void refuse(std::string reason);

  const std::optional<std::string>& refused() const { return refused_; }

  std::string new_alias() { return "r" + std::to_string(++aliases_); }

  // In quotes, as it stands behind FROM.
  std::string table(std::size_t table) const;
  int digits(std::size_t table, std::size_t column) const;

 private:
  const schema::Schema& schema_;
  const SqlTables& tables_;
  std::optional<std::string> refused_;
  int aliases_ = 0;
};

std::string sql_quoted(std::string_view text);  // a string of SQL

// A row is named by its alias.
std::string sql_column(const std::string& row, std::string_view column);

SqlNumber sql_number(const base::Ratio& value, SqlWriter& writer);
SqlDays sql_day(base::Date day);

// Both with the same digits.
void sql_align(SqlNumber& a, SqlNumber& b);

std::string sql_is_null(const std::string& value);
const std::string& sql_presence(const std::string& value);
const std::string& sql_presence(const SqlNumber& value);
const std::string& sql_presence(const SqlDays& value);
const std::string& sql_presence(const SqlWord& value);

// The smaller (or larger) of some numbers; NULL when one of them is.
std::string sql_extreme(const std::vector<std::string>& numbers, bool smallest);

}  // namespace baocao::expr
