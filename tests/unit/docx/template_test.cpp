#include "docx/template.hpp"

#include "word_files.hpp"

#include <thread>

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Value model() {
  return Map{{"ten", Value("Thái Nguyên")},
             {"so", Value(3)},
             {"dung", Value(true)},
             {"sai", Value(false)},
             {"rong", Value(List{})},
             {"la", Value("x & y <b> \"q\"")},
             {"dong", Value("một\nhai\tba")},
             {"xa",
              Value(List{Map{{"ten", Value("A")}, {"n", Value(1)}},
                         Map{{"ten", Value("B")}, {"n", Value(2)}}})}};
}

std::string body_text(const std::string& body) {
  const Outcome outcome = rendered_body(body, model());
  for (const diag::Diagnostic& fault : outcome.faults) {
    ADD_FAILURE() << fault.code.id() << " " << fault.message << " " << fault.span.address;
  }
  return outcome.text;
}

TEST(Template, PrintsValues) {
  EXPECT_EQ(body_text(p("Tỉnh {{ ten }}, {{ so }} xã")), "Tỉnh Thái Nguyên, 3 xã¶");
}

TEST(Template, EscapesValues) {
  EXPECT_THAT(rendered_body(p("{{ la }}"), model()).xml,
              HasSubstr(">x &amp; y &lt;b&gt; &quot;q&quot;</w:t>"));
}

TEST(Template, TurnsNewlinesAndTabsIntoElements) {
  EXPECT_EQ(body_text(p("[{{ dong }}]")), "[một↵hai→ba]¶");
}

TEST(Template, JoinsATagOverRunsAndTakesTheFirstOnesFormat) {
  const std::string body = paragraph_of(run("a {", "<w:b/>") + "<w:proofErr w:type=\"x\"/>" +
                                        run("{ te", "<w:i/>") + run("n }} z", "<w:u/>"));
  const Outcome outcome = rendered_body(body, model());
  EXPECT_EQ(outcome.text, "a Thái Nguyên z¶");
  EXPECT_THAT(outcome.xml,
              HasSubstr("<w:b/></w:rPr><w:t xml:space=\"preserve\">a Thái Nguyên</w:t>"));
  EXPECT_THAT(outcome.xml, Not(HasSubstr("<w:i/>")));
}

TEST(Template, JoinsATagWithOneRunForEachCharacter) {
  std::string runs;
  for (const char c : std::string("x{{ so }}y{% if dung %}z{% endif %}")) {
    runs += run(std::string(1, c));
  }
  EXPECT_EQ(body_text(paragraph_of(runs)), "x3yz¶");
}

TEST(Template, JoinsATagAcrossBookmarksAndHyperlinks) {
  const std::string body = paragraph_of(run("{{ t") + "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" +
                                        "<w:hyperlink w:anchor=\"a\">" + run("en }}") +
                                        "</w:hyperlink><w:bookmarkEnd w:id=\"1\"/>");
  const Outcome outcome = rendered_body(body, model());
  EXPECT_EQ(outcome.text, "Thái Nguyên¶");
  EXPECT_THAT(outcome.xml, HasSubstr("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>"));
}

TEST(Template, PrintsInsideHyperlinksAndContentControls) {
  EXPECT_EQ(body_text(paragraph_of("<w:hyperlink>" + run("{{ so }}") + "</w:hyperlink>" +
                                   "<w:sdt><w:sdtContent>" + run("{{ ten }}") +
                                   "</w:sdtContent></w:sdt>")),
            "3Thái Nguyên¶");
}

TEST(Template, ChoosesBranches) {
  const std::string line = "{% if so > 5 %}a{% elif so == 3 %}b{% else %}c{% endif %}";
  EXPECT_EQ(body_text(p(line)), "b¶");
  EXPECT_EQ(body_text(p("{% if sai %}a{% elif sai %}b{% else %}c{% endif %}.")), "c.¶");
}

TEST(Template, RepeatsInsideAParagraph) {
  EXPECT_EQ(body_text(p("{% for x in xa %}{{ x.ten }}{% if not loop.last %}, {% endif %}"
                        "{% endfor %}.")),
            "A, B.¶");
}

TEST(Template, RepeatsParagraphsWithoutPrefix) {
  EXPECT_EQ(body_text(p("đầu") + p("{% for x in xa %}") + p("{{ loop.index }}. {{ x.ten }}") +
                      p("{% endfor %}") + p("cuối")),
            "đầu¶1. A¶2. B¶cuối¶");
}

TEST(Template, RepeatsParagraphsWithPrefix) {
  EXPECT_EQ(body_text(p("{%p for x in xa %}") + p("{{ x.ten }}") + p("{%p endfor %}")), "A¶B¶");
}

TEST(Template, TakesTagsAtTheEdgesOfParagraphsForTheWholeParagraphs) {
  EXPECT_EQ(body_text(p("{% for x in xa %}1 {{ x.ten }}") + p("2 {{ x.n }}{% endfor %}")),
            "1 A¶2 1¶1 B¶2 2¶");
}

TEST(Template, LetsABlockTakePartsOfTwoParagraphs) {
  EXPECT_EQ(body_text(p("a {% if sai %}b") + p("c {% endif %}d")), "a d¶");
  EXPECT_EQ(body_text(p("a {% if dung %}b") + p("c {% endif %}d")), "a b¶c d¶");
}

TEST(Template, ChoosesParagraphs) {
  EXPECT_EQ(body_text(p("{% if sai %}") + p("a") + p("{% else %}") + p("b") + p("{% endif %}")),
            "b¶");
}

TEST(Template, PutsSeveralTagsOfOneParagraphInOrder) {
  EXPECT_EQ(body_text(p("{% for x in xa %}{% if x.n == 2 %}") + p("{{ x.ten }}") +
                      p("{% endif %}{% endfor %}")),
            "B¶");
}

TEST(Template, JoinsParagraphsWhereMinusSignsAskForIt) {
  EXPECT_EQ(body_text(p("ở {% if dung -%}") + p("phố") + p("{%- else -%}") + p("quê") +
                      p("{%- endif %}.")),
            "ở phố.¶");
}

TEST(Template, RepeatsRows) {
  EXPECT_EQ(body_text(table({row({"Tên", "Số"}),
                             row({"{%tr for x in xa %}", ""}),
                             row({"{{ x.ten }}", "{{ x.n }}"}),
                             row({"{%tr endfor %}", ""})})),
            "Tên¶|Số¶|/A¶|1¶|/B¶|2¶|/");
}

TEST(Template, RepeatsRowsWithoutPrefix) {
  EXPECT_EQ(
      body_text(table({row({"{% for x in xa %}"}), row({"{{ x.n }}"}), row({"{% endfor %}"})})),
      "1¶|/2¶|/");
  EXPECT_EQ(body_text(table({row({"{% for x in xa %}{{ x.ten }}", "{{ x.n }}{% endfor %}"})})),
            "A¶|1¶|/B¶|2¶|/");
}

TEST(Template, RepeatsTheRowThatHoldsBothEnds) {
  EXPECT_EQ(body_text(table({row({"{%tr for x in xa %}{{ x.ten }}{%tr endfor %}"})})), "A¶|/B¶|/");
}

TEST(Template, ChoosesRows) {
  EXPECT_EQ(body_text(table({row({"{%tr if sai %}"}),
                             row({"a"}),
                             row({"{%tr else %}"}),
                             row({"b"}),
                             row({"{%tr endif %}"})})),
            "b¶|/");
}

TEST(Template, RepeatsCells) {
  EXPECT_EQ(body_text(table({row({"", "{%tc for x in xa %}", "{{ x.ten }}", "{%tc endfor %}"})})),
            "¶|A¶|B¶|/");
}

TEST(Template, RepeatsInsideACell) {
  EXPECT_EQ(body_text(table({"<w:tr>" +
                             cell(p("{% for x in xa %}") + p("{{ x.ten }}") + p("{% endfor %}")) +
                             "</w:tr>"})),
            "A¶B¶|/");
}

TEST(Template, NeverLeavesACellWithoutParagraph) {
  EXPECT_EQ(body_text(table({"<w:tr>" +
                             cell(p("{% for x in rong %}") + p("{{ x }}") + p("{% endfor %}")) +
                             "</w:tr>"})),
            "¶|/");
}

TEST(Template, RemovesATableThatHasNoRowsLeft) {
  const std::string rows =
      row({"{%tr for x in rong %}"}) + row({"{{ x }}"}) + row({"{%tr endfor %}"});
  EXPECT_THAT(rendered_body(p("a") + table({rows}), model()).xml, Not(HasSubstr("w:tbl")));
  EXPECT_EQ(body_text(table({row({"Tiêu đề"}), rows})), "Tiêu đề¶|/");
  const std::string cells = row({"{%tc for x in rong %}", "{{ x }}", "{%tc endfor %}"});
  EXPECT_THAT(rendered_body(p("a") + table({cells}), model()).xml, Not(HasSubstr("w:tbl")));
}

TEST(Template, NestsLoopsOverTables) {
  const std::string inner = table({row({"{% for y in xa %}{{ x.ten }}", "{{ y.n }}{% endfor %}"})});
  EXPECT_EQ(body_text(p("{% for x in xa %}") + inner + p("giữa") + p("{% endfor %}")),
            "A¶|1¶|/A¶|2¶|/giữa¶B¶|1¶|/B¶|2¶|/giữa¶");
}

TEST(Template, FiltersLoopsAndRunsElseOfEmptyOnes) {
  EXPECT_EQ(body_text(p("{% for x in xa if x.n > 1 %}{{ x.ten }}{{ loop.length }}{% endfor %}")),
            "B1¶");
  EXPECT_EQ(body_text(p("{% for x in rong %}a{% else %}không có{% endfor %}")), "không có¶");
  EXPECT_EQ(body_text(p("{% for x in xa %}a{% else %}không có{% endfor %}")), "aa¶");
}

TEST(Template, SetsNamesForTheirBlock) {
  EXPECT_EQ(body_text(p("{% set a = so + 1 %}") + p("{{ a }}")), "4¶");
  EXPECT_EQ(body_text(p("{% set a = 1 %}{% for x in xa %}{% set a = x.n %}{{ a }}{% endfor %}"
                        "{{ a }}")),
            "121¶");
}

TEST(Template, DropsComments) {
  EXPECT_EQ(body_text(p("a{# ghi chú #}b") + p("{# cả đoạn #}")), "ab¶");
}

TEST(Template, KeepsASectionBreakInTheParagraphOfATag) {
  const std::string tag = "<w:p><w:pPr><w:sectPr/></w:pPr>" + run("{%p endif %}") + "</w:p>";
  EXPECT_THAT(rendered_body(p("{%p if dung %}") + p("a") + tag, model()).xml,
              HasSubstr("<w:sectPr/>"));
}

TEST(Template, NumbersDrawingsAndKeepsOneBookmarkInLoops) {
  const std::string drawing =
      "<w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"a\"/></wp:inline></w:drawing></w:r>";
  const std::string marked = "<w:p w14:paraId=\"AB\"><w:bookmarkStart w:id=\"1\" w:name=\"m\"/>" +
                             drawing + "<w:bookmarkEnd w:id=\"1\"/></w:p>";
  const Outcome outcome =
      rendered_body(p("{% for x in xa %}") + marked + p("{% endfor %}"), model());
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:docPr id=\"8\""));
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:docPr id=\"9\""));
  EXPECT_THAT(outcome.xml, Not(HasSubstr("paraId")));
  EXPECT_EQ(outcome.xml.find("bookmarkStart"), outcome.xml.rfind("bookmarkStart"));
}

TEST(Template, RendersHeadersFootersAndNotes) {
  const std::string open = "<w:hdr" + std::string(namespaces) + ">";
  const base::Bytes file =
      word_file(paragraph_of(run("{{ ten }}") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
                {{"word/header1.xml", "header", open + p("{{ so }}") + "</w:hdr>"},
                 {"word/footnotes.xml",
                  "footnotes",
                  "<w:footnotes" + std::string(namespaces) + "><w:footnote w:id=\"2\">" +
                      p("{{ ten }}") + "</w:footnote></w:footnotes>"}});
  const Outcome outcome = rendered(file, model());
  EXPECT_EQ(text_of_xml(part_of(outcome.docx, "word/header1.xml")), "3¶");
  EXPECT_EQ(text_of_xml(part_of(outcome.docx, "word/footnotes.xml")), "Thái Nguyên¶");
}

TEST(Template, CopiesOtherPartsUnchangedAndKeepsTheirOrder) {
  const base::Bytes file = word_file(p("{{ ten }}"));
  const Outcome outcome = rendered(file, model());
  EXPECT_EQ(part_of(outcome.docx, "docProps/core.xml"), part_of(file, "docProps/core.xml"));
  EXPECT_EQ(package::ZipReader::open(outcome.docx, "a")->names(),
            package::ZipReader::open(file, "b")->names());
}

TEST(Template, PrintsNothingForUnknownNamesWhenLenient) {
  const Outcome outcome = rendered(
      word_file(p("[{{ la_hoac }}{% for x in khong %}a{% endfor %}]")), model(), {.lenient = true});
  EXPECT_THAT(outcome.faults, IsEmpty());
  EXPECT_EQ(outcome.text, "[]¶");
}

TEST(Template, GivesTheSameBytesFromManyThreads) {
  diag::Sink sink;
  const auto compiled = Template::compile(
      word_file(p("{% for x in xa %}") + p("{{ x.ten }} {{ x.n }}") + p("{% endfor %}")),
      "mau.docx",
      sink);
  ASSERT_TRUE(compiled);
  const Value values = model();
  std::vector<base::Bytes> results(8);
  std::vector<std::thread> threads;
  for (base::Bytes& result : results) {
    threads.emplace_back([&] {
      diag::Sink own;
      result = compiled->render(values, {}, own).value_or("");
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_THAT(results, testing::Each(testing::AllOf(results.front(), Not(IsEmpty()))));
}

}  // namespace
}  // namespace baocao::docx
