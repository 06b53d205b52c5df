// Tags in the addresses of hyperlinks, which stand in the relationships of a part.
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

const std::string space =
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string link(const std::string& text) {
  return "<w:p" + space + "><w:hyperlink r:id=\"rId5\">" + run(text) + "</w:hyperlink></w:p>";
}

base::Bytes file(const std::string& body, const std::string& target) {
  return word_file(
      body,
      {{"word/_rels/document.xml.rels",
        "",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/hyperlink\" Target=\"" +
            target + "\" TargetMode=\"External\"/></Relationships>"}});
}

Value model(const std::string& url) {
  return Map{{"url", Value(url)}, {"xa", Value(List{Map{{"ma", "a b"}}, Map{{"ma", "đ"}}})}};
}

struct Result {
  std::string relations;
  std::string xml;
  std::string codes;
};

Result of(const std::string& body, const std::string& target, const std::string& url = "") {
  const Outcome outcome = rendered(file(body, target), model(url));
  Result out{part_of(outcome.docx, "word/_rels/document.xml.rels"), outcome.xml, ""};
  for (const diag::Diagnostic& fault : outcome.faults) {
    out.codes += (out.codes.empty() ? "" : " ") + std::string(fault.code.id());
  }
  return out;
}

TEST(Link, GetsItsAddressFromATag) {
  const Result plain = of(link("xem"), "{{ url }}", "https://vi.du/?a=1&b=<2>");
  EXPECT_EQ(plain.codes, "");
  EXPECT_THAT(plain.xml, HasSubstr("<w:hyperlink r:id=\"baocao1\">"));
  EXPECT_THAT(plain.relations,
              HasSubstr("Target=\"https://vi.du/?a=1&amp;b=%3C2%3E\" TargetMode=\"External\""));
  EXPECT_THAT(plain.relations, Not(HasSubstr("rId5")));
}

TEST(Link, ReadsATagAsWordEscapesIt) {
  EXPECT_THAT(of(link("xem"), "%7b%7B%20url%20%7D%7d", "mailto:a@vi.du").relations,
              HasSubstr("Target=\"mailto:a@vi.du\""));
  EXPECT_THAT(of(link("xem"), "http://%7B%7Burl%7D%7D", "https://vi.du/").relations,
              HasSubstr("Target=\"https://vi.du/\""));
  EXPECT_THAT(of(link("xem"), "https://vi.du/a%2Fb/{{ url }}", "c").relations,
              HasSubstr("Target=\"https://vi.du/a%2Fb/c\""));
}

TEST(Link, HasAnAddressInEachPass) {
  const Result result = of(p("{% for x in xa %}") + link("{{ x.ma }}") + p("{% endfor %}"),
                           "https://vi.du/{{ x.ma }}");
  EXPECT_THAT(result.relations, HasSubstr("Id=\"baocao1\""));
  EXPECT_THAT(result.relations, HasSubstr("Target=\"https://vi.du/a%20b\""));
  EXPECT_THAT(result.relations, HasSubstr("Target=\"https://vi.du/%C4%91\""));
  EXPECT_THAT(result.xml, HasSubstr("r:id=\"baocao2\""));
}

TEST(Link, LeadsToTheWebAndToMailOnly) {
  for (const char* url : {"", "javascript:alert(1)", "file:///c:/a", "vi.du", "https://"}) {
    EXPECT_EQ(of(link("xem"), "{{ url }}", url).codes, "T405") << url;
  }
}

TEST(Link, SaysWhereATagOfItsAddressIsWrong) {
  const Outcome outcome = rendered(file(p("a") + link("xem"), "{{ tem }}"), model(""));
  ASSERT_EQ(outcome.faults.size(), 1U);
  EXPECT_EQ(outcome.faults[0].code.id(), "T511");
  EXPECT_EQ(outcome.faults[0].span.address, "đoạn 2");
  EXPECT_EQ(of(link("xem"), "{{ url }}{%25 if x %25}").codes, "T551");
}

TEST(Link, WithoutATagStaysAsItIs) {
  EXPECT_THAT(of(link("{{ url }}"), "https://vi.du/%7B").relations, HasSubstr("Id=\"rId5\""));
}

}  // namespace
}  // namespace baocao::docx
