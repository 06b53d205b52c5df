#include "pdf/text_flow.hpp"

#include "pdf/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::pdf {
namespace {

using testing::ElementsAre;

const FontSet& fonts() {
  static const FontFiles files = FontFiles::find().value();
  return files.set();
}

constexpr TextStyle plain{.font = {Style::regular, 10}};

double wide(std::string_view text) {
  return fonts().width(text, plain.font);
}

TEST(Wrap, BreaksAtBlanksAndAtLineBreaks) {
  const auto lines = wrap(fonts(), plain, "một hai\nba bốn", wide("một hai"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0].words, ElementsAre("một", "hai"));
  EXPECT_THAT(lines[1].words, ElementsAre("ba", "bốn"));
  EXPECT_DOUBLE_EQ(lines[0].width, wide("một hai"));
}

TEST(Wrap, FillsEachLineAsFarAsItGoes) {
  const auto lines = wrap(fonts(), plain, "aa aa aa aa", wide("aa aa aa") + 1);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words.size(), 3U);
  EXPECT_FALSE(lines[0].ends_paragraph);
  EXPECT_TRUE(lines[1].ends_paragraph);
}

TEST(Wrap, BreaksAWordWiderThanTheLineBetweenLetters) {
  const auto lines = wrap(fonts(), plain, "ạạạạạ", wide("ạạ"));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines[0].words, ElementsAre("ạạ"));
  EXPECT_THAT(lines[2].words, ElementsAre("ạ"));
}

TEST(Wrap, PutsAtLeastOneLetterOnALineHoweverNarrow) {
  EXPECT_EQ(wrap(fonts(), plain, "abc", 0.1).size(), 3U);
}

TEST(Wrap, KeepsWordsWithANoBreakSpaceTogether) {
  const auto lines = wrap(fonts(),
                          plain,
                          "mức ≥\xC2\xA0"
                          "75%",
                          wide("mức ≥ 7"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[1].words,
              ElementsAre("≥\xC2\xA0"
                          "75%"));
}

TEST(Wrap, LeavesRoomForTheIndentOfTheFirstLine) {
  TextStyle indented = plain;
  indented.indent = wide("aa");
  const auto lines = wrap(fonts(), indented, "aa aa aa", wide("aa aa aa"));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words.size(), 2U);
}

TEST(Wrap, GivesAnEmptyTextOneEmptyLine) {
  EXPECT_EQ(wrap(fonts(), plain, "", 100).size(), 1U);
}

}  // namespace
}  // namespace baocao::pdf
