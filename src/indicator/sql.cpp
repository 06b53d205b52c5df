#include "indicator/sql.hpp"

#include "indicator/ready.hpp"

namespace baocao::indicator {
namespace {

const std::string row = "t";

std::string counted(const std::string& condition) {
  return "COUNT(*) FILTER (WHERE " + condition + ")";
}

std::string summed(const std::string& amount, const std::string& condition) {
  return "COALESCE(SUM(" + amount + ") FILTER (WHERE " + condition + "), 0)";
}

// Prints the expressions of one indicator; remembers the first that cannot be.
class Printer {
 public:
  Printer(const schema::Schema& schema, const expr::SqlTables& tables)
      : schema_(schema), tables_(tables) {}

  std::string condition(const std::optional<expr::Condition>& condition) {
    return condition ? value_of(expr::sql(*condition, schema_, tables_, row)) : "TRUE";
  }

  expr::SqlAmount amount(const expr::Amount& amount) {
    return value_of(expr::sql(amount, schema_, tables_, row));
  }

  const std::string& refused() const { return refused_; }

 private:
  template <class T>
  T value_of(expr::SqlResult<T> printed) {
    if (!printed) {
      refused_ = printed.error();
      return {};
    }
    return std::move(*printed);
  }

  const schema::Schema& schema_;
  const expr::SqlTables& tables_;
  std::string refused_;
};

std::string select(const schema::Table& table,
                   const std::string& n,
                   const std::string& d,
                   const std::string& u1,
                   const std::string& u2,
                   const std::string& open) {
  return "SELECT " + row + ".\"unit_no\",\n  " + n + " AS n,\n  " + d + " AS d,\n  " + u1 +
         " AS u1,\n  " + u2 + " AS u2,\n  " + open + " AS open\nFROM \"" + table.name + "\" " +
         row + "\nGROUP BY " + row + ".\"unit_no\"";
}

Query of_rows(const Ready& ready, const schema::Table& table, Printer& printer) {
  const std::string where = printer.condition(ready.where);
  const std::string meets = printer.condition(ready.meets);
  return {select(table,
                 counted(where + " AND " + meets),
                 counted(where),
                 counted(where + " AND " + meets + " IS NULL"),
                 counted(where + " IS NULL"),
                 "0")};
}

Query of_sums(const Ready& ready, const schema::Table& table, Printer& printer) {
  const std::string where = printer.condition(ready.where);
  const expr::SqlAmount n = printer.amount(*ready.numerator);
  const expr::SqlAmount d = printer.amount(*ready.denominator);
  const std::string exact = "(" + n.low + " = " + n.high + " AND " + d.low + " = " + d.high + ")";
  const std::string certain = where + " AND " + exact;
  return {select(table,
                 summed(n.low, certain),
                 summed(d.low, certain),
                 "0",
                 "0",
                 counted(where + " IS NOT FALSE AND (" + certain + ") IS NOT TRUE")),
          n.digits,
          d.digits};
}

}  // namespace

diag::Result<Query> query(const Ready& ready,
                          const schema::Schema& schema,
                          const expr::SqlTables& tables) {
  Printer printer(schema, tables);
  const schema::Table& table = *schema.tables()[ready.table];
  Query query =
      ready.ratio_of_sums() ? of_sums(ready, table, printer) : of_rows(ready, table, printer);
  if (!printer.refused().empty()) {
    return diag::Failure(
        {.code = "E440",
         .message = "chỉ tiêu " + ready.definition->id + ": " + printer.refused(),
         .help = "chỉ tiêu này chỉ tính được bằng chương trình",
         .span = {.file = ready.definition->file, .line = ready.definition->line}});
  }
  return query;
}

}  // namespace baocao::indicator
