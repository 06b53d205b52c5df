// What is said about broken templates: code, place, tag and advice.
#include "docx/template.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Value model() {
  List many;
  for (int i = 0; i < 5000; ++i) {
    many.emplace_back(Map{{"ten", Value("x")}});
  }
  return Map{{"ten", Value("Thái Nguyên")},
             {"so", Value(3)},
             {"xa", Value(List{Map{{"ten", Value("A")}}, Map{{"la", Value(1)}}})},
             {"nhieu", Value(std::move(many))}};
}

std::vector<diag::Diagnostic> faults(const std::string& body) {
  const Outcome outcome = rendered_body(body, model());
  EXPECT_THAT(outcome.docx, IsEmpty());
  return outcome.faults;
}

diag::Diagnostic only_fault(const std::string& body) {
  const auto all = faults(body);
  EXPECT_THAT(all, SizeIs(1));
  return all.empty() ? diag::Diagnostic{.code = "T999"} : all.front();
}

std::vector<std::string> codes(const std::string& body) {
  std::vector<std::string> out;
  for (const diag::Diagnostic& fault : faults(body)) {
    out.emplace_back(fault.code.id());
  }
  return out;
}

TEST(TemplateFaults, SayWhereAndWhatTheTagIs) {
  const diag::Diagnostic fault = only_fault(p("đầu") + p("Số: {{ sô }}"));
  EXPECT_EQ(fault.code.id(), "T511");
  EXPECT_EQ(fault.span.file, "mau.docx");
  EXPECT_EQ(fault.span.part, "word/document.xml");
  EXPECT_EQ(fault.span.address, "đoạn 2, ký tự 5");
  EXPECT_EQ(fault.value, "{{ sô }}");
}

TEST(TemplateFaults, NameTheHeadingTheTableAndTheCell) {
  const diag::Diagnostic fault = only_fault(heading("II. Kết quả") + table({row({"a"})}) +
                                            table({row({"a", "b"}), row({"c", "số {{ ten2 }}"})}));
  EXPECT_EQ(fault.span.address, "mục \"II. Kết quả\" › bảng 2, hàng 2, cột 2 › đoạn 1, ký tự 4");
  EXPECT_THAT(fault.message, HasSubstr("ten2"));
  EXPECT_THAT(fault.help, HasSubstr("ten"));
}

TEST(TemplateFaults, TakeNumberedBoldLinesForHeadings) {
  const std::string bold = paragraph_of(run("I- TÌNH HÌNH", "<w:b/>"));
  EXPECT_EQ(only_fault(bold + p("{{ la }}")).span.address,
            "mục \"I- TÌNH HÌNH\" › đoạn 2, ký tự 1");
}

TEST(TemplateFaults, ContinueTheAddressInInnerTables) {
  const std::string inner = table({row({"a", "{{ la }}"})});
  EXPECT_EQ(only_fault(table({"<w:tr>" + cell(inner + p("")) + "</w:tr>"})).span.address,
            "bảng 1, hàng 1, cột 1 › bảng 1, hàng 1, cột 2 › đoạn 1, ký tự 1");
}

TEST(TemplateFaults, CountTextBoxesAndReportTheirTwoFormsOnce) {
  for (const std::string tag : {"{{ 1 + }}", "{{ so / 0 }}"}) {
    const auto box = [&](const std::string& element) {
      return "<mc:" + element + "><w:txbxContent>" + p(tag) + "</w:txbxContent></mc:" + element +
             ">";
    };
    const std::string body = paragraph_of("<w:r><mc:AlternateContent>" + box("Choice") +
                                          box("Fallback") + "</mc:AlternateContent></w:r>");
    EXPECT_EQ(only_fault(body).span.address, "đoạn 1 › hộp chữ 1 › đoạn 1, ký tự 1");
  }
}

TEST(TemplateFaults, PointAtTheSpotInTheTag) {
  const diag::Diagnostic fault = only_fault(p("{{ so | phan_tam }}"));
  EXPECT_EQ(fault.code.id(), "T513");
  ASSERT_THAT(fault.notes, SizeIs(2));
  EXPECT_EQ(fault.notes[0], "{{ so | phan_tam }}");
  EXPECT_EQ(fault.notes[1], "        ^^^^^^^^");
  EXPECT_THAT(fault.help, HasSubstr("phan_tram"));
}

TEST(TemplateFaults, ComeAllAtOnce) {
  EXPECT_THAT(codes(p("{{ a }} {{ b }}") + p("{{ so / 0 }}")), ElementsAre("T511", "T511", "T516"));
  EXPECT_THAT(codes(p("{{ a") + p("{% fi x %}") + p("{{ 1 + }}") + p("{% if so %}")),
              testing::UnorderedElementsAre("T551", "T552", "T554", "T555"));
}

TEST(TemplateFaults, TellThePassOfTheLoop) {
  const diag::Diagnostic fault = only_fault(p("{% for r in xa %}{{ r.ten }}{% endfor %}"));
  EXPECT_EQ(fault.code.id(), "T512");
  EXPECT_THAT(fault.message, HasSubstr("khi: for r in xa, lượt 2"));
}

TEST(TemplateFaults, AreShownOnceForAllPassesOfALoop) {
  const diag::Diagnostic fault = only_fault(p("{% for r in nhieu %}{{ r.la }}{% endfor %}"));
  EXPECT_THAT(fault.message, HasSubstr("lượt 1)"));
  EXPECT_THAT(fault.notes.back(), HasSubstr("4999"));
}

TEST(TemplateFaults, NameBlocksWithoutEndAndStrayEnds) {
  EXPECT_EQ(only_fault(p("{% for x in xa %}a")).code.id(), "T555");
  EXPECT_EQ(only_fault(p("a{% endif %}")).code.id(), "T556");
  EXPECT_EQ(only_fault(p("{% else %}")).code.id(), "T556");
  EXPECT_THAT(codes(p("{% for x in xa %}{% if so %}{% endfor %}")), ElementsAre("T555"));
  EXPECT_THAT(codes(p("{% if so %}a{% else %}b{% elif so %}c{% endif %}")), ElementsAre("T556"));
}

TEST(TemplateFaults, NameStatementsThatAreWrittenWrong) {
  const diag::Diagnostic fault = only_fault(p("{% stt x = 1 %}"));
  EXPECT_EQ(fault.code.id(), "T552");
  EXPECT_THAT(fault.help, HasSubstr("\"set\""));
  EXPECT_EQ(only_fault(p("{% for x xa %}a{% endfor %}")).code.id(), "T553");
  EXPECT_EQ(only_fault(p("{% set x so %}")).code.id(), "T553");
  EXPECT_EQ(only_fault(p("{% if so %}a{% endif so %}")).code.id(), "T553");
  EXPECT_EQ(only_fault(p("{% if %}a{% endif %}")).code.id(), "T554");
}

TEST(TemplateFaults, SayWhatToWriteInsteadOfStatementsOfJinja2) {
  EXPECT_THAT(only_fault(p("{% macro m(a) %}")).help, HasSubstr("{% set x %}"));
  EXPECT_THAT(only_fault(p("{% include 'a' %}")).help, HasSubstr("{{p x }}"));
  EXPECT_THAT(only_fault(p("{% endraw %}")).help, HasSubstr("{_{ … }_}"));
}

TEST(TemplateFaults, NameBothPlacesOfABlockInTwoContainers) {
  const diag::Diagnostic fault =
      only_fault(p("{% for x in xa %}") + table({row({"{{ x.ten }}", "{% endfor %}"})}));
  EXPECT_EQ(fault.code.id(), "T557");
  EXPECT_EQ(fault.span.address, "đoạn 1, ký tự 1");
  EXPECT_THAT(fault.message, HasSubstr("bảng 1, hàng 1, cột 2 › đoạn 1, ký tự 1"));
}

TEST(TemplateFaults, RefuseBlocksThatWouldBreakRowsOrCells) {
  EXPECT_THAT(codes(table({row({"a", "{% for x in xa %}b", "{% endfor %}"})})),
              ElementsAre("T557"));
  EXPECT_THAT(codes(p("{%tr for x in xa %}") + p("{%tr endfor %}")), ElementsAre("T557"));
  EXPECT_THAT(codes(table({row({"{% if so %}a", "{% else %}", "b{% endif %}"})})),
              ElementsAre("T557"));
}

TEST(TemplateFaults, RefuseTooManyBlocksInEachOther) {
  std::string body;
  for (int i = 0; i < 101; ++i) {
    body += "{% if so %}";
  }
  for (int i = 0; i < 101; ++i) {
    body += "{% endif %}";
  }
  EXPECT_THAT(codes(p(body)), ElementsAre("T558"));
}

TEST(TemplateFaults, WarnOfTextThatGoesAwayWithItsTag) {
  const Outcome outcome =
      rendered_body(p("mất {%p if so %}") + p("a") + p("{%p endif %}"), model());
  EXPECT_EQ(outcome.text, "a¶");
  ASSERT_THAT(outcome.faults, SizeIs(1));
  EXPECT_EQ(outcome.faults[0].code.id(), "T559");
  EXPECT_EQ(outcome.faults[0].severity, diag::Severity::warning);
  EXPECT_THAT(outcome.faults[0].message, HasSubstr("mất"));
}

TEST(TemplateFaults, WarnOfClosingSignsThatBelongToNoTag) {
  const Outcome outcome = rendered_body(p("{ ten }}"), model());
  ASSERT_THAT(outcome.faults, SizeIs(1));
  EXPECT_EQ(outcome.faults[0].code.id(), "T561");
  EXPECT_EQ(outcome.text, "{ ten }}¶");
}

TEST(TemplateFaults, NeedAListToRepeat) {
  EXPECT_EQ(only_fault(p("{% for x in so %}a{% endfor %}")).code.id(), "T560");
  EXPECT_EQ(only_fault(p("{% for a, b in [[1, 2], [3]] %}{{ a }}{{ b }}{% endfor %}")).code.id(),
            "T560");
}

TEST(TemplateFaults, RefuseWhatIsNoWordFile) {
  package::ZipWriter zip;
  zip.add("[Content_Types].xml", "<Types/>");
  EXPECT_EQ(rendered(zip.finish(), model()).faults.at(0).code.id(), "T501");
  EXPECT_THAT(rendered("không phải zip", model()).faults, SizeIs(1));
}

TEST(TemplateFaults, RefuseDamagedAndHostileParts) {
  EXPECT_EQ(only_fault("<w:p>").code.id(), "T502");
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<w:sdt>";
  }
  for (int i = 0; i < 100000; ++i) {
    deep += "</w:sdt>";
  }
  EXPECT_EQ(only_fault(deep).code.id(), "T503");
}

TEST(TemplateFaults, StopLoopsThatNeverSeemToEnd) {
  const std::string body = "{% for a in nhieu %}{% for b in nhieu %}x{% endfor %}{% endfor %}";
  const Outcome outcome = rendered(word_file(p(body)), model(), {.most_steps = 100'000});
  ASSERT_THAT(outcome.faults, SizeIs(1));
  EXPECT_EQ(outcome.faults[0].code.id(), "T504");
}

}  // namespace
}  // namespace baocao::docx
