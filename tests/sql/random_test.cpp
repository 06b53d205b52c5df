// Random expressions on random data with missing values, judged row by row by SQLite as well.
#include "unit/expr/random.hpp"

#include "sql/sqlite.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::test {
namespace {

expr::Context context() {
  expr::Context context;
  context.as_of = *base::Date::from_ymd(2026, 9, 30);
  context.period = *base::Period::parse("2026-Q3");
  return context;
}

expr::Condition bound(const std::string& text, const char* table) {
  auto bound =
      expr::bind_condition(text, project_schema(), *project_schema().find(table), context());
  if (!bound) {
    throw std::runtime_error(text + ": " + bound.error().front().message);
  }
  return *bound;
}

std::vector<expr::Truth> judged(const Sqlite& sqlite,
                                const expr::Condition& condition,
                                const std::string& table) {
  const auto text = expr::sql(condition, project_schema(), sqlite.tables(), "t");
  EXPECT_TRUE(text) << text.error();
  std::vector<expr::Truth> truths;
  for (const Sqlite::Row& row :
       sqlite.rows("SELECT " + *text + " FROM \"" + table + "\" t ORDER BY t.row_no")) {
    truths.push_back(!row[0]        ? expr::Truth::unknown
                     : *row[0] != 0 ? expr::Truth::yes
                                    : expr::Truth::no);
  }
  return truths;
}

TEST(Sql, AgreesOnRandomExpressions) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    Chance chance(seed);
    const Data data = random_data(chance);
    const Sqlite sqlite(data.dataset);
    Writer writer(chance, {"+", "-", "*"});
    for (int i = 0; i < 25 && !testing::Test::HasFatalFailure(); ++i) {
      const bool persons = i % 3 != 0;
      const char* table = persons ? "can_bo" : "don_vi";
      const std::string text = writer.condition(3, persons ? On::person : On::unit);
      const expr::Condition condition = bound(text, table);
      ASSERT_EQ(expr::evaluate(condition, expr::View(data.dataset)),
                judged(sqlite, condition, table))
          << text << ", seed " << seed;
    }
  }
}

TEST(Sql, SaysWhatItCannotSay) {
  for (const char* text : {"stt / 2 > 1", "stt % 2 == 1", "tuoi(ngay_sinh + 30) > 40"}) {
    const auto printed = expr::sql(bound(text, "can_bo"), project_schema(), {}, "t");
    EXPECT_FALSE(printed) << text;
  }
}

}  // namespace
}  // namespace baocao::test
