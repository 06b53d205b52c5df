#include "text/collate.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::text {
namespace {

using testing::ElementsAreArray;
using Words = std::vector<std::string>;

Words sorted(Words words, std::string (*key)(std::string_view)) {
  std::reverse(words.begin(), words.end());
  std::sort(words.begin(), words.end(), [&](const std::string& a, const std::string& b) {
    return key(a) < key(b);
  });
  return words;
}

TEST(SortKey, OrdersLettersBeforeTones) {
  const Words order = {"ba", "bà", "bả", "bã", "bá", "bạ", "bác", "bạc", "băn", "bân", "ca"};
  EXPECT_THAT(sorted(order, sort_key), ElementsAreArray(order));
}

TEST(SortKey, OrdersTheWholeAlphabet) {
  const Words order = {"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h",
                       "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r",
                       "s", "t", "u", "ư", "v", "w", "x", "y", "z", "ж"};
  EXPECT_THAT(sorted(order, sort_key), ElementsAreArray(order));
}

TEST(SortKey, ComparesSyllableBySyllable) {
  const Words order = {"ban", "ban an", "ban ga", "ban zô", "bàn an", "bàn ga", "bang"};
  EXPECT_THAT(sorted(order, sort_key), ElementsAreArray(order));
}

TEST(SortKey, OrdersNumbersByValue) {
  const Words order = {
      "Phú Hòa", "Phú Hòa 1", "Phú Hòa 2", "Phú Hòa 010", "Phú Hòa 11", "Phú Hòa A"};
  EXPECT_THAT(sorted(order, sort_key), ElementsAreArray(order));
}

TEST(SortKey, KeepsTheTwoWaysOfWritingToneTogether) {
  const Words order = {"hoa", "hoà", "hòa", "hoạ", "họa", "họa mi"};
  const Words in_order = sorted(order, sort_key);
  const auto last_of_hoa = std::max(std::find(in_order.begin(), in_order.end(), "hoà"),
                                    std::find(in_order.begin(), in_order.end(), "hòa"));
  EXPECT_LT(last_of_hoa, std::find(in_order.begin(), in_order.end(), "hoạ"));
}

TEST(SortKey, PutsLowerCaseBeforeUpperAndTellsDifferentTextsApart) {
  EXPECT_LT(sort_key("an"), sort_key("An"));
  EXPECT_LT(sort_key("An"), sort_key("AN"));
  EXPECT_LT(sort_key("AN"), sort_key("án"));
  EXPECT_NE(sort_key("A-B"), sort_key("A B"));
  EXPECT_EQ(sort_key(" Nguyễn  An"), sort_key("Nguyễn An"));
}

TEST(NameSortKey, OrdersByGivenNameThenSurnameThenMiddleName) {
  const Words order = {"Trần Văn An",
                       "Lê Thị Bình",
                       "Nguyễn Văn Bình",
                       "Nguyễn Xuân Bình",
                       "Đỗ Đức Dũng",
                       "Bùi Đạt"};
  EXPECT_THAT(sorted(order, name_sort_key), ElementsAreArray(order));
  EXPECT_LT(name_sort_key("An"), name_sort_key("Lê An"));
}

}  // namespace
}  // namespace baocao::text
