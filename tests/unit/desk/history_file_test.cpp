#include "desk/history_file.hpp"

#include <gmock/gmock.h>

namespace baocao::desk {
namespace {

using resolution::History;
using resolution::PastPeriod;

History two_periods() {
  History history;
  history.add({.as_of = base::Date::parse_iso("2026-03-31").value(),
               .indicators = {{"5a", {"d1", {{"05665", base::Ratio(1, 3)}}}}}});
  history.add({.as_of = base::Date::parse_iso("2026-06-30").value(),
               .indicators = {{"5a", {"d2", {{"05665", base::Ratio(-7)}, {"19", std::nullopt}}}},
                              {"7", {"d\"7", {}}}}});
  return history;
}

TEST(HistoryFile, GivesBackTheVeryValues) {
  const History written = two_periods();
  const auto read = read_history(history_json(written), "f");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->periods(), written.periods());
  EXPECT_EQ(history_json(History()), "{\"periods\":[]}\n");
}

TEST(HistoryFile, RefusesWhatItDidNotWrite) {
  const std::string good = history_json(two_periods());
  const auto with = [&](const std::string& old, const std::string& now) {
    std::string text = good;
    return text.replace(text.find(old), old.size(), now);
  };
  for (const std::string& text : {std::string("không phải JSON"),
                                  std::string("[]"),
                                  with("periods", "kỳ"),
                                  with("2026-03-31", "hôm qua"),
                                  with("\"d1\"", "1"),
                                  with("[1,3]", "[1,0]"),
                                  with("[1,3]", "[1.5,3]"),
                                  with("[1,3]", "[1]"),
                                  with("[1,3]", "0.33")}) {
    const auto read = read_history(text, "f");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, diag::Code("G324")) << text;
  }
}

}  // namespace
}  // namespace baocao::desk
