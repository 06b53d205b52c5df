// Every indicator of every pack, counted by SQLite as well: two engines that share no line must
// find the same people.
#include "indicator/indicator.hpp"
#include "job/load.hpp"
#include "sql/sqlite.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::test {
namespace {

const std::filesystem::path project = BAOCAO_SOURCE_DIR;

std::vector<std::string> jobs() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(project / "inputs")) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::unique_ptr<job::Loaded> load(const std::string& name) {
  diag::Sink fatal;
  job::Options options;
  options.templates = project / "templates";
  auto loaded = job::load(project / "inputs" / name, options, fatal);
  if (!loaded) {
    throw std::runtime_error(loaded.error().message);
  }
  return std::move(*loaded);
}

std::vector<indicator::Definition> definitions_of(const resolution::Pack& pack) {
  std::vector<indicator::Definition> definitions = pack.figures;
  for (const resolution::Indicator& indicator : pack.indicators) {
    if (indicator.statement.empty()) {
      definitions.push_back(indicator.definition);
    }
  }
  return definitions;
}

// Each unit's own counts added to it and to all above it.
std::vector<indicator::Counts> totals(const std::vector<indicator::Counts>& own,
                                      const table::Units& units) {
  std::vector<indicator::Counts> totals(own.size());
  for (std::uint16_t unit = 0; unit < own.size(); ++unit) {
    for (const std::uint16_t below : units.subtree(unit)) {
      totals[unit] += own[below];
    }
  }
  return totals;
}

class Packs : public testing::TestWithParam<std::string> {};

TEST_P(Packs, AreCountedAlikeBySqlite) {
  const auto loaded = load(GetParam());
  const auto definitions = definitions_of(loaded->pack);
  ASSERT_FALSE(definitions.empty());
  diag::Sink sink;
  const auto plan = indicator::Plan::make(
      definitions,
      loaded->schema,
      resolution::context_of(loaded->pack, loaded->job.as_of, loaded->job.period),
      sink);
  ASSERT_TRUE(plan);
  const Sqlite sqlite(loaded->dataset);
  for (const indicator::Result& result : plan->compute(loaded->dataset, 1)) {
    ASSERT_TRUE(result.missing_tables.empty()) << result.definition->id;
    const auto query = plan->sql(result.definition->id, sqlite.tables());
    ASSERT_TRUE(query) << query.error().message;
    const auto expected = totals(sqlite.counts(*query), loaded->dataset.units);
    for (std::size_t unit = 0; unit < expected.size(); ++unit) {
      EXPECT_EQ(result.counts[unit], expected[unit])
          << result.definition->id << " of " << loaded->dataset.units.all[unit].full_name << "\n"
          << query->text;
    }
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& job) {
  std::string name = job.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Jobs, Packs, testing::ValuesIn(jobs()), test_name);

}  // namespace
}  // namespace baocao::test
