#include "base/file.hpp"
#include "diag/codes.hpp"
#include "unit/format/documents.hpp"

#include <set>

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Profiles, AreTheThreeOfTheDesign) {
  EXPECT_THAT(profile_ids(templates()), ElementsAre(party, old_party, state));
}

TEST(Profiles, NameTheLawOfEveryRuleAndNoUnknownRule) {
  for (const std::string& id : profile_ids(templates())) {
    std::set<std::string> seen;
    for (const Rule& rule : profile(id).rules) {
      EXPECT_NE(diag::find_code(rule.code), nullptr) << id << " " << rule.code;
      EXPECT_TRUE(rule.code.starts_with('D')) << rule.code;
      EXPECT_TRUE(seen.insert(rule.code).second) << id << " says " << rule.code << " twice";
      EXPECT_FALSE(rule.law.empty() || rule.says.empty() || rule.sure.empty()) << rule.code;
    }
  }
}

TEST(Profiles, HaveTheMeasuresOfTheGuidance) {
  const Profile hd05 = profile(party);
  EXPECT_EQ(hd05.page.left.low, 1701);   // 30 mm
  EXPECT_EQ(hd05.page.right.high, 850);  // 15 mm
  EXPECT_EQ(hd05.letters_of(Element::title)->size.low, 30);
  EXPECT_EQ(hd05.body.line.low, 360);  // 18 pt
  EXPECT_EQ(profile(old_party).recipient_end, ',');
  EXPECT_EQ(hd05.recipient_end, ';');
  EXPECT_TRUE(profile(state).has_colon());
  EXPECT_EQ(hd05.letters_of(Element::motto), nullptr);
}

TEST(Profiles, UnknownOneIsRefusedWithAGuess) {
  diag::Sink faults;
  const auto none = load_profile(templates(), "dang-hd05-2025", faults);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code.id(), "D901");
  EXPECT_THAT(none.error().help, HasSubstr(party));
}

// What somebody may do to a profile with an editor.
TEST(Profiles, FaultsHaveTheirLine) {
  const std::filesystem::path root = std::filesystem::path(testing::TempDir()) / "profile_faults";
  std::string toml = base::read_file(templates() / "format" / (party + ".toml")).value();
  toml.replace(toml.find("size = 15"), std::string("size = 15").size(), "size = \"to\"");
  toml.replace(toml.find("[letters]"), 0, "");
  ASSERT_TRUE(base::write_file(root / "format" / "x.toml", toml));
  diag::Sink faults;
  EXPECT_FALSE(load_profile(root, "x", faults));
  ASSERT_FALSE(faults.all().empty());
  EXPECT_EQ(faults.all().front().code.id(), "J104");
  EXPECT_GT(faults.all().front().span.line, 1U);
}

}  // namespace
}  // namespace baocao::format
