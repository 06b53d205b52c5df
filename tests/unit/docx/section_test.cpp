// {% section landscape %}: turned pages for what stands between, and sections in blocks.
#include "docx/template.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::Not;

const std::string portrait =
    "<w:pgSz w:w=\"100\" w:h=\"200\"/><w:pgMar w:top=\"1\" w:right=\"2\" w:bottom=\"3\" "
    "w:left=\"4\"/>";
const std::string landscape =
    "<w:pgSz w:w=\"200\" w:h=\"100\" w:orient=\"landscape\"/><w:pgMar w:top=\"4\" w:right=\"1\" "
    "w:bottom=\"2\" w:left=\"3\"/>";

std::string section(const std::string& inside) {
  return "<w:sectPr>" + inside + "</w:sectPr>";
}

// The end of a section in the middle of a text.
std::string break_of(const std::string& inside) {
  return "<w:p><w:pPr>" + section(inside) + "</w:pPr></w:p>";
}

std::string turned(const std::string& body) {
  return p("{% section landscape %}") + body + p("{% endsection %}");
}

Value model() {
  return Map{{"dung", Value(true)}, {"sai", Value(false)}, {"xa", Value(List{"A", "B"})}};
}

// The texts and the sections in their order: "a [dọc] b [ngang]".
std::string pages(const Outcome& outcome) {
  std::string out;
  std::string_view xml = outcome.xml;
  while (!xml.empty()) {
    if (xml.starts_with("<w:sectPr>")) {
      const std::string_view inside = xml.substr(0, xml.find("</w:sectPr>"));
      const bool is_turned = inside.find(landscape) != std::string_view::npos;
      const bool is_plain = inside.find(portrait) != std::string_view::npos;
      out += is_turned ? "[ngang]" : is_plain ? "[dọc]" : "[?]";
      out += inside.find("w:titlePg") != std::string_view::npos ? "*" : "";
      out += inside.find("w:start=\"5\"") != std::string_view::npos ? "5" : "";
    }
    const std::size_t end = xml.front() == '<' ? xml.find('>') + 1 : xml.find('<');
    out += xml.front() == '<' || xml.front() == '\n' ? "" : xml.substr(0, end);
    xml.remove_prefix(std::min(end, xml.size()));
  }
  return out;
}

std::string pages_of(const std::string& body, const std::string& last = portrait) {
  const Outcome outcome = rendered_body(body + section(last), model());
  for (const diag::Diagnostic& fault : outcome.faults) {
    ADD_FAILURE() << fault.code.id() << " " << fault.message;
  }
  return pages(outcome);
}

std::string codes(const std::string& body) {
  std::string out;
  for (const diag::Diagnostic& fault : rendered_body(body, model()).faults) {
    out += (out.empty() ? "" : " ") + std::string(fault.code.id());
  }
  return out;
}

TEST(Section, TurnsThePagesOfWhatStandsBetween) {
  EXPECT_EQ(pages_of(p("a") + turned(p("b")) + p("c")), "a[dọc]b[ngang]c[dọc]");
}

TEST(Section, LeavesNoEmptyPageAtTheEdges) {
  EXPECT_EQ(pages_of(turned(p("b")) + p("c")), "b[ngang]c[dọc]");
  EXPECT_EQ(pages_of(p("a") + turned(p("b"))), "a[dọc]b[ngang]");
  EXPECT_EQ(pages_of(p("a") + turned(p("b")) + turned(p("c")) + p("d")),
            "a[dọc]b[ngang]c[ngang]d[dọc]");
  EXPECT_EQ(pages_of(p("a") + turned(p("b")) + break_of(portrait) + p("c")),
            "a[dọc]b[ngang]c[dọc]");
  EXPECT_EQ(pages_of(p("a") + break_of(portrait) + turned(p("b")) + p("c")),
            "a[dọc]b[ngang]c[dọc]");
}

TEST(Section, TurnsInEachPassAndWithItsBlock) {
  EXPECT_EQ(
      pages_of(p("a") + p("{% for x in xa %}") + turned(p("{{ x }}")) + p("{% endfor %}") + p("b")),
      "a[dọc]A[ngang]B[ngang]b[dọc]");
  EXPECT_EQ(pages_of(p("{% for x in xa %}") + turned(p("{{ x }}")) + p("c") + p("{% endfor %}")),
            "A[ngang]c[dọc]B[ngang]c[dọc]");
  EXPECT_EQ(pages_of(p("a") + p("{% if sai %}") + turned(p("b")) + p("{% endif %}") + p("c")),
            "ac[dọc]");
}

TEST(Section, TurnsBackToPortrait) {
  EXPECT_EQ(pages_of(p("a") + p("{% section portrait %}") + p("b") + p("{% endsection %}") + p("c"),
                     landscape),
            "a[ngang]b[dọc]c[ngang]");
  EXPECT_EQ(pages_of(turned(p("a")) + p("b"), landscape), "a[ngang]b[ngang]");
}

TEST(Section, HasAFirstPageAndAFirstNumberOnlyOnce) {
  const std::string first = portrait + "<w:pgNumType w:fmt=\"decimal\" w:start=\"5\"/><w:titlePg/>";
  EXPECT_EQ(pages_of(p("a") + turned(p("b")) + p("c"), first), "a[dọc]*5b[ngang]c[dọc]");
  EXPECT_EQ(pages_of(turned(p("b")) + p("c"), first), "b[ngang]*5c[dọc]");
  EXPECT_EQ(pages_of(p("a") + p("{% if sai %}") + turned(p("b")) + p("{% endif %}"), first),
            "a[dọc]*5");
}

TEST(Section, KeepsItsHeaders) {
  const Outcome outcome = rendered_body(
      p("a") + turned(p("b")) + p("c") + section("<w:headerReference w:id=\"7\"/>" + portrait),
      model());
  std::size_t count = 0;
  for (std::size_t at = outcome.xml.find("headerReference"); at != std::string::npos;
       at = outcome.xml.find("headerReference", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 3U);
}

TEST(Section, BetweenParagraphsOfTheBodyOnly) {
  const std::string last = section(portrait);
  EXPECT_EQ(codes(table({row({"{% section landscape %}a{% endsection %}"})}) + p("b") + last),
            "T406");
  EXPECT_EQ(codes(turned(turned(p("a"))) + last), "T406");
  EXPECT_EQ(codes(turned(p("a") + break_of(portrait) + p("b")) + last), "T406");
  EXPECT_EQ(codes(turned(p("a"))), "T406");
  EXPECT_EQ(codes(p("{% section ngang %}") + p("a") + p("{% endsection %}") + last), "T553");
}

TEST(Section, OfATemplateStaysInEachPass) {
  EXPECT_EQ(pages_of(p("{% for x in xa %}") + p("{{ x }}") + break_of(landscape) +
                     p("{% endfor %}") + p("b")),
            "A[ngang]B[ngang]b[dọc]");
}

TEST(Section, OfATemplateGoesWithItsBlock) {
  EXPECT_EQ(pages_of(p("a") + p("{% if sai %}") + p("b") + break_of(landscape) + p("{% endif %}") +
                     p("c")),
            "ac[dọc]");
}

}  // namespace
}  // namespace baocao::docx
