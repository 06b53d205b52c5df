#include "config/place.hpp"

#include "config/node.hpp"

#include <string>

#include <gtest/gtest.h>

namespace baocao::config {
namespace {

// "line:column" of the first place where `wanted` stands in the value of key `a`.
std::string place_of(std::string_view source, std::string_view wanted) {
  const auto root = parse(source, "f");
  if (!root) {
    return root.error().message;
  }
  const Node& node = *root->find("a");
  const std::size_t offset = node.as<std::string>()->find(wanted);
  EXPECT_NE(offset, std::string::npos) << wanted;
  const Place place = place_in_string(source, {node.line(), node.column()}, offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST(PlaceInString, CountsCharactersBehindTheQuote) {
  EXPECT_EQ(place_of("a = \"x == y\"", "y"), "1:11");
  EXPECT_EQ(place_of("b = 1\n  a = 'họ == y'\n", "y"), "2:14");
}

TEST(PlaceInString, FollowsEscapes) {
  EXPECT_EQ(place_of(R"(a = "p == \"q\" and r")", "r"), "1:21");
  EXPECT_EQ(place_of(R"(a = "\u1ecd and r")", "r"), "1:17");
  EXPECT_EQ(place_of(R"(a = 'p\q r')", "r"), "1:10");
}

TEST(PlaceInString, FollowsLines) {
  EXPECT_EQ(place_of("a = \"\"\"\nmột or\n  hai\"\"\"\n", "hai"), "3:3");
  EXPECT_EQ(place_of("a = \"\"\"\nmột or\n  hai\"\"\"\n", "or"), "2:5");
  EXPECT_EQ(place_of("a = \"\"\"p or \\\n    q\"\"\"\n", "q"), "2:5");
  EXPECT_EQ(place_of("a = '''p\nq'''\n", "q"), "2:1");
}

TEST(PlaceInString, StaysAtWhatIsNoString) {
  const Place place = place_in_string("a = 5\n", {1, 5}, 3);
  EXPECT_EQ(place.line, 1U);
  EXPECT_EQ(place.column, 5U);
  EXPECT_EQ(place_in_string("", {7, 3}, 3).line, 7U);
}

}  // namespace
}  // namespace baocao::config
