#include "submission/results.hpp"

#include <gmock/gmock.h>

namespace baocao::submission {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const example = R"({"resolution":"r","period":"2026-Q3","as_of":"2026-09-30","results":[
{"indicator":"5a","unit":"05665","definition":"ab","n":3,"d":5,"unknown":1,"u1":1,"u2":0,"value":"60"},
{"indicator":"7","unit":"05665","definition":"cd","n":"2.5","d":4,"unknown":0,"u1":0,"u2":0},
{"indicator":"9","unit":"05665","definition":"ef","n":null,"d":null,"unknown":null,"u1":null,"u2":null}],
"figures":[{"figure":"nu","unit":"05665","definition":"01","n":2,"d":5,"unknown":0,"u1":0,"u2":0}],"tasks":[]})";

Results read(const std::string& json) {
  const auto results = read_results(json, "gói.zip");
  EXPECT_TRUE(results) << results.error().message;
  return results.value_or(Results{});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::vector<std::string> differences_with(const std::string& from, const std::string& to) {
  return differences(read(example), read(replaced(example, from, to)));
}

TEST(Results, ReadsCountsExactly) {
  const Results results = read(example);
  ASSERT_EQ(results.rows.size(), 4U);
  EXPECT_EQ(results.rows[0].amounts, (Amounts{3, 5, 1, 0, 1}));
  EXPECT_EQ(results.rows[1].amounts->n, base::Ratio(5, 2));
  EXPECT_EQ(results.rows[2].amounts, std::nullopt);
  EXPECT_EQ(results.rows[3].id, "nu");
  EXPECT_EQ(results.period.code(), "2026-Q3");
}

TEST(Results, RefusesWhatIsNotOurs) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"{\"resolution\"", "[\"resolution\""},
           {"\"n\":3", "\"n\":3.0"},
           {"\"n\":3", "\"n\":\"ba\""},
           {"\"n\":3", "\"n\":null"},
           {"\"n\":3,", ""},
           {"2026-Q3", "2026-Q9"},
           {"\"indicator\":\"7\"", "\"indicator\":\"5a\""},
           {"\"figures\"", "\"figure\""}}) {
    const auto results = read_results(replaced(example, from, to), "gói.zip");
    ASSERT_FALSE(results) << to;
    EXPECT_EQ(results.error().code.id(), "G122") << to;
  }
}

TEST(Differences, AreNoneBetweenTheSame) {
  EXPECT_THAT(differences(read(example), read(example)), IsEmpty());
  EXPECT_THAT(differences_with("\"value\":\"60\"", "\"value\":\"61\""), IsEmpty());
}

TEST(Differences, NameWhatEachSideCounts) {
  EXPECT_THAT(differences_with("\"n\":3", "\"n\":2"),
              ElementsAre("5a: gói ghi 3/5 (chưa rõ 1), tính lại được 2/5 (chưa rõ 1)"));
  EXPECT_THAT(
      differences_with("\"u1\":1,\"u2\":0", "\"u1\":0,\"u2\":1"),
      ElementsAre(
          "5a: gói ghi 3/5 (chưa rõ 1), tính lại được 3/5 (chưa rõ 1), khác ở phần chưa rõ"));
  EXPECT_THAT(differences_with("\"definition\":\"cd\"", "\"definition\":\"ce\""),
              ElementsAre("7: định nghĩa khác, con số như nhau"));
  EXPECT_THAT(differences_with("\"figure\":\"nu\"", "\"figure\":\"nam\""),
              ElementsAre("nu: gói ghi 2/5 (chưa rõ 0), tính lại không có",
                          "nam: gói không ghi, tính lại được 2/5 (chưa rõ 0)"));
  EXPECT_THAT(differences_with("\"as_of\":\"2026-09-30\"", "\"as_of\":\"2026-09-29\""),
              testing::SizeIs(1));
}

}  // namespace
}  // namespace baocao::submission
