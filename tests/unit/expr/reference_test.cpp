// Random expressions on random data with missing values, against the slow interpreter.
#include "expr/evaluate.hpp"
#include "expr/parser.hpp"
#include "unit/expr/random.hpp"
#include "unit/expr/slow.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::expr {
namespace {

using test::Chance;
using test::Data;
using test::On;
using test::project_schema;
using test::Slow;
using test::Writer;

const base::Date as_of = *base::Date::from_ymd(2026, 9, 30);

void compare(const Data& data, const std::string& text, const char* table, unsigned seed) {
  Context context;
  context.as_of = as_of;
  const auto bound = bind_condition(text, project_schema(), *project_schema().find(table), context);
  ASSERT_TRUE(bound) << text << ": " << bound.error().front().message;
  const std::vector<Truth> fast = evaluate(*bound, View(data.dataset));
  const auto tree = parse(text);
  const Slow slow(data.dataset, as_of);
  const table::Table& rows = *data.dataset.find(table);
  ASSERT_EQ(fast.size(), rows.rows);
  for (std::size_t row = 0; row < fast.size(); ++row) {
    try {
      ASSERT_EQ(fast[row], slow.truth(**tree, {&rows, row}))
          << text << ", row " << row << ", seed " << seed;
    } catch (const std::overflow_error&) {
      // Beyond 64 bits the fast one says "unknown"; the slow one has no answer to compare.
    }
  }
}

TEST(Evaluate, AgreesWithTheSlowReferenceOnRandomExpressions) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    Chance chance(seed);
    const Data data = test::random_data(chance);
    Writer writer(chance);
    for (int i = 0; i < 50 && !HasFatalFailure(); ++i) {
      const bool persons = i % 3 != 0;
      compare(data,
              writer.condition(4, persons ? On::person : On::unit),
              persons ? "can_bo" : "don_vi",
              seed);
    }
  }
}

}  // namespace
}  // namespace baocao::expr
