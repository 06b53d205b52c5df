#include "docx/tag_lexer.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> bodies(std::string_view text) {
  std::vector<std::string> out;
  for (const FoundTag& found : find_tags(text).tags) {
    out.emplace_back(found.tag.body());
  }
  return out;
}

Tag only(std::string_view text) {
  const FoundTags found = find_tags(text);
  EXPECT_THAT(found.tags, SizeIs(1));
  return found.tags.empty() ? Tag() : found.tags.front().tag;
}

TEST(TagLexer, FindsAllThreeKinds) {
  EXPECT_THAT(bodies("a {{ x }} b {% if y %} c {# ghi chú #}"),
              ElementsAre("x", "if y", "ghi chú"));
  EXPECT_EQ(only("{{x}}").kind, TagKind::value);
  EXPECT_EQ(only("{%x%}").kind, TagKind::statement);
  EXPECT_EQ(only("{#x#}").kind, TagKind::comment);
}

TEST(TagLexer, ReadsPrefixes) {
  EXPECT_EQ(only("{%p if x %}").prefix, Level::paragraph);
  EXPECT_EQ(only("{%tr for r in x %}").prefix, Level::row);
  EXPECT_EQ(only("{%tc endfor %}").prefix, Level::cell);
  EXPECT_EQ(only("{%r endif %}").prefix, Level::run);
  EXPECT_EQ(only("{{r x }}").prefix, Level::run);
  EXPECT_EQ(only("{%p if x %}").body(), "if x");
}

TEST(TagLexer, TakesANameThatLooksLikeAPrefixForAName) {
  for (const char* tag : {"{{ p }}", "{{p}}", "{{r.ten}}", "{{r | so}}", "{{ r + 1 }}"}) {
    EXPECT_EQ(only(tag).prefix, Level::none) << tag;
  }
  EXPECT_EQ(only("{{r | so}}").body(), "r | so");
}

TEST(TagLexer, UndoesAutocorrectionInsideTagsOnly) {
  EXPECT_EQ(only("“a” {{ x|default(“–”)\u00A0}}").body(), "x|default(\"–\")");
  EXPECT_EQ(only("{{ a – ‘b’ }}").body(), "a - 'b'");
  EXPECT_EQ(only("{{ x == \"nói “a”\" }}").body(), "x == \"nói “a”\"");
}

TEST(TagLexer, LetsStringsHoldClosingSigns) {
  EXPECT_THAT(bodies("{{ \"}}\" ~ x }}"), ElementsAre("\"}}\" ~ x"));
}

TEST(TagLexer, ClosesATagWhoseStringIsNotClosed) {
  EXPECT_THAT(bodies("{{ x|default(\"a) }} và {{ y|default(\"b\") }}"),
              ElementsAre("x|default(\"a)", "y|default(\"b\")"));
}

TEST(TagLexer, CutsWhiteSpaceWhereMinusSignsAskForIt) {
  const FoundTags found = find_tags("a  {%- if x -%}  b");
  ASSERT_THAT(found.tags, SizeIs(1));
  EXPECT_EQ(found.tags[0].tag.body(), "if x");
  EXPECT_EQ(found.tags[0].cut.begin, 1U);
  EXPECT_EQ(found.tags[0].cut.end, 17U);
}

TEST(TagLexer, FindsTagsThatAreNotClosed) {
  const FoundTags found = find_tags("a {{ x và {{ y }} {% if z }}");
  ASSERT_THAT(found.tags, SizeIs(2));
  EXPECT_EQ(found.tags[1].tag.kind, TagKind::broken);  // a block may want it as an end
  ASSERT_THAT(found.broken, SizeIs(2));
  EXPECT_EQ(found.broken[0].range.begin, 2U);
  EXPECT_EQ(found.broken[0].kind, BrokenTag::Kind::not_closed);
}

TEST(TagLexer, FindsClosingSignsThatBelongToNoTag) {
  const FoundTags found = find_tags("{ x }} và %}");
  ASSERT_THAT(found.broken, SizeIs(1));
  EXPECT_EQ(found.broken[0].kind, BrokenTag::Kind::not_opened);
}

TEST(TagLexer, IgnoresSingleBraces) {
  EXPECT_THAT(bodies("{ x } và {"), IsEmpty());
}

}  // namespace
}  // namespace baocao::docx
