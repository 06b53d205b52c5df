// Templates made to take all memory, to run for ever or to crash end in a message.
#include "docx/template.hpp"
#include "report/limits.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::Map;
using report::Value;
using testing::HasSubstr;

std::string codes(const base::Bytes& file, const RenderOptions& options = {}) {
  std::string out;
  for (const diag::Diagnostic& fault : rendered(file, Map{{"x", Value(1)}}, options).faults) {
    out += (out.empty() ? "" : " ") + std::string(fault.code.id());
  }
  return out;
}

std::string codes_of(const std::string& text) {
  return codes(word_file(p(text)));
}

std::string grown(const std::string& start, const std::string& step) {
  return "{% set ns = namespace(a=" + start + ") %}{% for i in range(40) %}{% set ns.a = " + step +
         " %}{% endfor %}";
}

TEST(HostileTemplate, CannotGrowTextsWithoutEnd) {
  EXPECT_THAT(codes_of(grown("'ab'", "ns.a ~ ns.a")), HasSubstr("T516"));
  EXPECT_THAT(codes_of(grown("'ab'", "ns.a + ns.a")), HasSubstr("T516"));
  EXPECT_THAT(codes_of(grown("'aa'", "ns.a | replace('a', ns.a)")), HasSubstr("T517"));
  EXPECT_THAT(codes_of(grown("'ab'", "[ns.a, ns.a] | join")), HasSubstr("T516"));
  EXPECT_THAT(codes_of(grown("'ab'", "'%s%s' | format(ns.a, ns.a)")), HasSubstr("T516"));
}

TEST(HostileTemplate, CannotGrowListsWithoutEnd) {
  EXPECT_THAT(codes_of(grown("[1, 2]", "ns.a + ns.a")), HasSubstr("T516"));
  EXPECT_THAT(codes_of("{{ range(999999999) }}"), HasSubstr("T517"));
  EXPECT_THAT(codes_of("{{ [1] | batch(99999999, 0) }}"), HasSubstr("T517"));
}

TEST(HostileTemplate, CannotNestWithoutEnd) {
  const std::string loop = "{% set ns = namespace(a=[]) %}{% for i in range(100000) %}";
  EXPECT_THAT(codes_of(loop + "{% set ns.a = [ns.a] %}{% endfor %}"), HasSubstr("T516"));
  EXPECT_THAT(codes_of(loop + "{% set ns.a = {'b': ns.a} %}{% endfor %}"), HasSubstr("T516"));
  EXPECT_THAT(codes_of(loop + "{% set ns.a = ns %}{% endfor %}"), HasSubstr("T516"));
}

TEST(HostileTemplate, PrintsNoMoreThanItMay) {
  const Outcome outcome = rendered_body(
      p(grown("['" + std::string(2000, 'x') + "']", "[ns.a, ns.a]") + "{{ ns.a }}"), Map{});
  EXPECT_GT(outcome.xml.size(), report::largest_text);
  EXPECT_LT(outcome.xml.size(), 2 * report::largest_text);
}

TEST(HostileTemplate, CannotLoopWithoutEnd) {
  const std::string loops =
      "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}"
      "{% endfor %}{% endfor %}";
  EXPECT_EQ(codes(word_file(p(loops)), {.most_steps = 100'000}), "T504");
}

TEST(HostileTemplate, CannotHoldMorePartsThanFit) {
  EXPECT_EQ(codes(word_file("<w:p>" + std::string(65U << 20U, ' ') + "</w:p>")), "F107");
  std::string deep;
  for (int i = 0; i < 300; ++i) {
    deep = "<w:sdt>" + deep + "</w:sdt>";
  }
  EXPECT_EQ(codes(word_file(deep)), "T503");
}

TEST(HostileTemplate, CannotParseWithoutEnd) {
  EXPECT_EQ(codes_of("{{ " + std::string(5000, '(') + "x" + std::string(5000, ')') + " }}"),
            "T554");
  EXPECT_EQ(codes_of("{{ " + std::string(5000, '-') + "x }}"), "T554");
  std::string chain = "x";
  for (int i = 0; i < 5000; ++i) {
    chain += "|e";
  }
  EXPECT_EQ(codes_of("{{ " + chain + " }}"), "T554");
}

}  // namespace
}  // namespace baocao::docx
