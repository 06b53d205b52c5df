#include "indicator/definition_hash.hpp"

#include <string>

#include <gtest/gtest.h>

namespace baocao::indicator {
namespace {

Definition definition() {
  Definition definition;
  definition.id = "7a";
  definition.of = "can_bo";
  definition.where = "cap_uy_vien";
  definition.meets = "tuoi(ngay_sinh) < tuoi_tre";
  return definition;
}

Context context(std::int64_t young, std::string members) {
  Context context;
  context.parameters = {{"tuoi_tre", base::Ratio(young)}, {"khac", base::Ratio(young)}};
  context.conditions = {{"cap_uy_vien", std::move(members)}};
  return context;
}

TEST(DefinitionHash, SeesWhatIsCounted) {
  const std::string before = definition_hash(definition(), context(42, "bi_thu or x"));
  EXPECT_EQ(before.size(), 64U);
  Definition changed = definition();
  changed.meets = "tuoi(ngay_sinh) <= tuoi_tre";
  EXPECT_NE(definition_hash(changed, context(42, "bi_thu or x")), before);
  EXPECT_NE(definition_hash(definition(), context(40, "bi_thu or x")), before) << "a parameter";
  EXPECT_NE(definition_hash(definition(), context(42, "bi_thu or y")), before) << "a condition";
}

TEST(DefinitionHash, DoesNotSeeWhatIsNot) {
  const std::string before = definition_hash(definition(), context(42, "bi_thu or x"));
  Definition reworded = definition();
  reworded.title = "tên khác";
  reworded.meets = " tuoi( ngay_sinh )  <tuoi_tre";
  Context later = context(42, "bi_thu   or x");
  later.parameters["khac"] = base::Ratio(7);
  later.as_of = *base::Date::from_ymd(2027, 12, 31);
  EXPECT_EQ(definition_hash(reworded, later), before);
}

}  // namespace
}  // namespace baocao::indicator
