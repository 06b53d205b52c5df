#include "expr/sql.hpp"

#include "expr/operand.hpp"

#include <algorithm>

namespace baocao::expr {
namespace {

constexpr int most_digits = 18;  // of a number of 64 bits

bool is_literal(const std::string& text) {
  return text.find_first_not_of("-0123456789") == std::string::npos;
}

void raise(SqlNumber& number, int digits) {
  const std::string zeros(static_cast<std::size_t>(digits - number.digits), '0');
  for (std::string* text : {&number.low, &number.high}) {
    if (zeros.empty() || *text == "0") {
      continue;
    }
    *text = is_literal(*text) ? *text + zeros : "(" + *text + " * 1" + zeros + ")";
  }
  number.digits = digits;
}

int calendar_number(base::Date day) {
  return day.year() * 10000 + day.month() * 100 + day.day();
}

SqlNumber whole(std::int64_t value) {
  const std::string text = std::to_string(value);
  return {text, text, 0};
}

}  // namespace

void SqlWriter::refuse(std::string reason) {
  if (!refused_) {
    refused_ = std::move(reason);
  }
}

std::string SqlWriter::table(std::size_t table) const {
  return "\"" + schema_.tables()[table]->name + "\"";
}

int SqlWriter::digits(std::size_t table, std::size_t column) const {
  const auto found = tables_.digits.find({table, column});
  return found == tables_.digits.end() ? 0 : found->second;
}

std::string sql_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char letter : text) {
    quoted += letter == '\'' ? "''" : std::string(1, letter);
  }
  return quoted + "'";
}

std::string sql_column(const std::string& row, std::string_view column) {
  return row + ".\"" + std::string(column) + "\"";
}

SqlNumber sql_number(const base::Ratio& value, SqlWriter& writer) {
  std::int64_t scale = 1;
  for (int digits = 0; digits < most_digits; ++digits, scale *= 10) {
    std::int64_t scaled = 0;
    if (scale % value.denominator() == 0 &&
        !__builtin_mul_overflow(value.numerator(), scale / value.denominator(), &scaled)) {
      SqlNumber number = whole(scaled);
      number.digits = digits;
      return number;
    }
  }
  writer.refuse("số " + value.decimal() + " không viết được bằng số thập phân");
  return {};
}

SqlDays sql_day(base::Date day) {
  return {whole(calendar_number(day)), whole(day.days())};
}

void sql_align(SqlNumber& a, SqlNumber& b) {
  const int digits = std::max(a.digits, b.digits);
  raise(a, digits);
  raise(b, digits);
}

std::string sql_is_null(const std::string& value) {
  return "(" + value + " IS NULL)";
}

const std::string& sql_presence(const std::string& value) {
  return value;
}

const std::string& sql_presence(const SqlNumber& value) {
  return value.low;
}

const std::string& sql_presence(const SqlDays& value) {
  return value.count.low;
}

const std::string& sql_presence(const SqlWord& value) {
  return value.text;
}

std::string sql_extreme(const std::vector<std::string>& numbers, bool smallest) {
  std::string rows;
  for (const std::string& number : numbers) {
    rows += rows.empty() ? "SELECT " + number + " AS x" : " UNION ALL SELECT " + number;
  }
  return "(SELECT CASE WHEN COUNT(v.x) = COUNT(*) THEN " + std::string(smallest ? "MIN" : "MAX") +
         "(v.x) END FROM (" + rows + ") v)";
}

SqlResult<std::string> sql(const Condition& condition,
                           const schema::Schema& schema,
                           const SqlTables& tables,
                           const std::string& row) {
  SqlWriter writer(schema, tables);
  std::string text = condition.root->sql(writer, row);
  if (writer.refused()) {
    return tl::unexpected(*writer.refused());
  }
  return text;
}

SqlResult<SqlAmount> sql(const Amount& amount,
                         const schema::Schema& schema,
                         const SqlTables& tables,
                         const std::string& row) {
  SqlWriter writer(schema, tables);
  SqlNumber number = amount.root->sql(writer, row);
  if (writer.refused()) {
    return tl::unexpected(*writer.refused());
  }
  return SqlAmount{std::move(number.low), std::move(number.high), number.digits};
}

}  // namespace baocao::expr
