// On the data of every example of every pack: the lists behind a number are as long as the number,
// and each record says why it is there.
#include "base/file.hpp"
#include "config/node.hpp"
#include "resolution/example_data.hpp"
#include "resolution/pack.hpp"
#include "tasks.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

namespace fs = std::filesystem;
using indicator::Member;
using indicator::Side;

const fs::path packs = fs::path(BAOCAO_SOURCE_DIR) / "templates/resolutions";

// What stands at `key` of the example, or a default.
base::Date as_of(const config::Node& example, const Pack& pack) {
  const config::Node* node = example.find("as_of");
  const auto* given = node == nullptr ? nullptr : node->as<base::Date>();
  return given == nullptr ? *base::Date::from_ymd(pack.first_year, 12, 31) : *given;
}

base::Period period(const config::Node& example, const Pack& pack) {
  const config::Node* node = example.find("period");
  const auto* given = node == nullptr ? nullptr : node->as<std::string>();
  return *base::Period::parse(given == nullptr ? std::to_string(pack.first_year) : *given);
}

class Drill {
 public:
  Drill(const indicator::Definition& definition, const config::Node& example, const Pack& pack)
      : definition_(definition), data_(example_data(example, test::project_schema(), unreadable_)) {
    diag::Sink sink;
    auto plan = indicator::Plan::make({definition},
                                      test::project_schema(),
                                      context_of(pack, as_of(example, pack), period(example, pack)),
                                      sink);
    if (!plan) {
      throw std::runtime_error(plan.error().message);
    }
    plan_.emplace(std::move(*plan));
  }

  indicator::Counts counts() const {
    const auto results = plan_->compute(data_, 1);
    indicator::Counts total;
    for (const std::uint16_t root : roots()) {
      total += results[0].counts[root];
    }
    return total;
  }

  std::vector<Member> list(Side side) const {
    std::vector<Member> all;
    for (const std::uint16_t root : roots()) {
      const auto members = plan_->drill(data_, definition_.id, root, side);
      all.insert(all.end(), members.begin(), members.end());
    }
    return all;
  }

 private:
  std::vector<std::uint16_t> roots() const {
    std::vector<std::uint16_t> found;
    for (std::size_t unit = 0; unit < data_.units.all.size(); ++unit) {
      if (!data_.units.all[unit].parent) {
        found.push_back(static_cast<std::uint16_t>(unit));
      }
    }
    return found;
  }

  const indicator::Definition& definition_;
  std::vector<ExampleFault> unreadable_;
  table::Dataset data_;
  std::optional<indicator::Plan> plan_;
};

base::Ratio size(const std::vector<Member>& members) {
  return base::Ratio(static_cast<std::int64_t>(members.size()));
}

void check(const indicator::Definition& definition, const Drill& drill) {
  const auto met = drill.list(Side::met);
  const auto unmet = drill.list(Side::unmet);
  const auto unknown = drill.list(Side::unknown);
  const indicator::Counts counts = drill.counts();
  if (!definition.of.empty()) {
    EXPECT_EQ(size(met), counts.n);
    EXPECT_EQ(size(unmet), counts.d - counts.n - counts.u1);
    EXPECT_EQ(size(unknown), counts.unknown());
  } else {
    EXPECT_EQ(size(unknown), counts.open);
  }
  const auto has_reason = [](const Member& member) { return !member.reason.empty(); };
  EXPECT_TRUE(std::all_of(unmet.begin(), unmet.end(), has_reason));
  EXPECT_TRUE(std::all_of(unknown.begin(), unknown.end(), has_reason));
  EXPECT_TRUE(definition.meets.empty() || std::all_of(met.begin(), met.end(), has_reason));
}

TEST(Drill, ListsWhoIsBehindEveryNumberOfEveryPack) {
  std::size_t examples = 0;
  for (const auto& entry : fs::directory_iterator(packs)) {
    if (!entry.is_directory()) {
      continue;
    }
    diag::Sink sink;
    const auto pack = load(entry.path(), sink);
    ASSERT_TRUE(pack);
    const auto bytes = base::read_file(entry.path() / "indicators.toml");
    const auto root = config::parse(std::string_view(*bytes), "indicators.toml");
    const auto& nodes = *root->find("indicator")->as<config::Array>();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const indicator::Definition& definition = pack->indicators[i].definition;
      for (const config::Node& example : *nodes[i].find("example")->as<config::Array>()) {
        SCOPED_TRACE(pack->id + " " + definition.id + ", dòng " + std::to_string(example.line()));
        check(definition, Drill(definition, example, *pack));
        ++examples;
      }
    }
  }
  EXPECT_GE(examples, 120U);
}

}  // namespace
}  // namespace baocao::resolution
