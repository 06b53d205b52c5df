// docxtpl's dialect beyond values, if and for.
#include "docx/template.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Value model() {
  return Map{{"ten", Value("Thái Nguyên")},
             {"so", Value(3)},
             {"mau", Value("#FF0000")},
             {"doan", Value("một\ahai\fba")},
             {"dam", Value(Map{{"text", "đạt & hơn"}, {"bold", true}, {"color", "00FF00"}})},
             {"xa",
              Value(List{Map{{"ten", "A"}, {"n", 1}, {"nhom", "x"}},
                         Map{{"ten", "B"}, {"n", 2}, {"nhom", "x"}},
                         Map{{"ten", "C"}, {"n", 3}, {"nhom", "y"}}})}};
}

Outcome of(const std::string& body) {
  Outcome outcome = rendered_body(body, model());
  for (const diag::Diagnostic& fault : outcome.faults) {
    ADD_FAILURE() << fault.code.id() << " " << fault.message << " " << fault.span.address;
  }
  return outcome;
}

std::string fault_of(const std::string& body) {
  const Outcome outcome = rendered_body(body, model());
  return outcome.faults.empty()
             ? ""
             : std::string(outcome.faults.front().code.id()) + " " + outcome.faults.front().message;
}

const std::string looped_rows = row({"{%tr for x in xa %}", ""});
const std::string end_rows = row({"{%tr endfor %}", ""});

TEST(Dialect, SetsSeveralNamesBlocksAndEntries) {
  EXPECT_EQ(of(p("{% set a, b = 1, 'x' %}{{ a }}{{ b }}")).text, "1x¶");
  EXPECT_EQ(of(p("{% set a %}khối {{ ten }} &{% endset %}[{{ a }}]")).text,
            "[khối Thái Nguyên &amp;]¶");
  EXPECT_EQ(of(p("{% set ns = namespace(t=0) %}{% for x in xa %}{% set ns.t = ns.t + x.n %}"
                 "{% endfor %}{{ ns.t }}"))
                .text,
            "6¶");
  EXPECT_EQ(of(p("{% with a = 1, b = so %}{{ a + b }}{% endwith %}")).text, "4¶");
}

TEST(Dialect, ForgetsTheNamesOfAWith) {
  EXPECT_EQ(fault_of(p("{% with a = 1 %}{{ a }}{% endwith %}{{ a }}")),
            "T511 không có tên \"a\" trong dữ liệu");
}

TEST(Dialect, RefusesToSetAnEntryOfWhatIsNoNamespace) {
  EXPECT_THAT(fault_of(p("{% set so.a = 1 %}")), HasSubstr("T560 \"so\" không phải bảng"));
}

TEST(Dialect, MergesCellsOfAllPasses) {
  const std::string xml =
      of(table({looped_rows, row({"Nhóm{% vm %}", "{{ x.ten }}"}), end_rows})).xml;
  EXPECT_THAT(xml,
              HasSubstr("<w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t "
                        "xml:space=\"preserve\">Nhóm"));
  EXPECT_THAT(xml, HasSubstr("<w:vMerge w:val=\"continue\"/></w:tcPr><w:p></w:p></w:tc>"));
}

TEST(Dialect, MergesCellsOfEqualKeys) {
  EXPECT_EQ(
      of(table({looped_rows, row({"{% vm x.nhom %}{{ x.nhom }}", "{{ x.n }}"}), end_rows})).text,
      "x¶|1¶|/¶|2¶|/y¶|3¶|/");
}

TEST(Dialect, MergesCellsAcross) {
  const Outcome outcome = of(table({row({"{%tc for x in xa %}", "Chung{% hm %}", "{%tc endfor %}"}),
                                    row({"{%tc for x in xa %}", "{{ x.n }}", "{%tc endfor %}"})}));
  EXPECT_EQ(outcome.text, "Chung¶|/1¶|2¶|3¶|/");
  EXPECT_THAT(outcome.xml, HasSubstr("<w:gridSpan w:val=\"3\"/>"));
}

TEST(Dialect, SpansAndShadesCellsInTheOrderOfTheSchema) {
  const std::string own =
      "<w:tc><w:tcPr><w:tcW w:w=\"5\" w:type=\"dxa\"/><w:tcBorders/>"
      "<w:shd w:val=\"clear\" w:fill=\"AAAAAA\"/></w:tcPr>" +
      p("{% colspan so - 1 %}{% cellbg mau %}a") + "</w:tc>";
  EXPECT_THAT(of(table({"<w:tr>" + own + "</w:tr>"})).xml,
              HasSubstr("type=\"dxa\"/><w:gridSpan w:val=\"2\"/><w:tcBorders/><w:shd "
                        "w:val=\"clear\" w:color=\"auto\" w:fill=\"FF0000\"/></w:tcPr>"));
}

TEST(Dialect, RefusesCellTagsOutsideOfCellsAndLoops) {
  EXPECT_THAT(fault_of(p("{% vm %}")), HasSubstr("T562"));
  EXPECT_THAT(fault_of(table({row({"a{% vm %}"})})), HasSubstr("T562"));
  EXPECT_THAT(fault_of(table({row({"{% colspan 0 %}a"})})), HasSubstr("T563"));
  EXPECT_THAT(fault_of(table({row({"{% cellbg ten %}a"})})), HasSubstr("T563"));
}

TEST(Dialect, FitsTheGridToRepeatedColumns) {
  const std::string cell_5000 =
      "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>" + p("a") + "</w:tc>";
  const auto repeated = [](const std::string& text) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/></w:tcPr>" + p(text) + "</w:tc>";
  };
  const std::string body =
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol "
      "w:w=\"1000\"/></w:tblGrid><w:tr>" +
      cell_5000 + repeated("{%tc for x in xa %}") + repeated("{{ x.n }}") +
      repeated("{%tc endfor %}") + "</w:tr></w:tbl>";
  EXPECT_THAT(of(body).xml,
              HasSubstr("<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"666\"/><w:gridCol "
                        "w:w=\"667\"/><w:gridCol w:w=\"667\"/></w:tblGrid><w:tr><w:tc><w:tcPr>"
                        "<w:tcW w:w=\"2000\""));
}

TEST(Dialect, PartsParagraphsAndPages) {
  const std::string body =
      "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run("[{{ doan }}]", "<w:b/>") + "</w:p>";
  const Outcome outcome = of(body);
  EXPECT_EQ(outcome.text, "[một¶hai¶¶ba]¶");
  EXPECT_THAT(outcome.xml,
              HasSubstr("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t "
                        "xml:space=\"preserve\">hai</w:t></w:r></w:p><w:p><w:r><w:br "
                        "w:type=\"page\"/></w:r></w:p>"));
}

TEST(Dialect, PrintsRunsWithFormatsOfTheirOwn) {
  EXPECT_THAT(of(paragraph_of(run("a{{r dam }}b", "<w:i/><w:sz w:val=\"28\"/>"))).xml,
              HasSubstr("<w:r><w:rPr><w:b/><w:i/><w:color w:val=\"00FF00\"/><w:sz "
                        "w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">đạt &amp; hơn</w:t>"));
}

TEST(Dialect, PrintsSignsOfTags) {
  EXPECT_EQ(of(p("{_{ ten }_} {_% if %_}")).text, "{{ ten }} {% if %}¶");
}

TEST(Dialect, ReadsAttributesAndTextsOfDrawings) {
  const std::string xml =
      of(paragraph_of("<w:r><w:pict><v:textpath xmlns:v=\"v\" string=\"{{ ten }} &amp; {{ so }}\"/>"
                      "</w:pict></w:r><m:r xmlns:m=\"m\"><m:t>{% if so > 2 %}{{ so }}{% endif %}"
                      "</m:t></m:r>"))
          .xml;
  EXPECT_THAT(xml, HasSubstr("string=\"Thái Nguyên &amp; 3\""));
  EXPECT_THAT(xml, HasSubstr("<m:t>3</m:t>"));
  EXPECT_THAT(fault_of(paragraph_of("<w:r><w:pict x=\"{% if so %}\"/></w:r>")), HasSubstr("T562"));
}

TEST(Dialect, ReadsDocumentProperties) {
  const base::Bytes file = word_file(
      p("thân"),
      {{"docProps/title.xml", "x", "<a/>"},
       {"docProps/custom.xml", "custom-properties", "<p><title>Báo cáo {{ ten }}</title></p>"}});
  EXPECT_THAT(part_of(rendered(file, model()).docx, "docProps/custom.xml"),
              HasSubstr("<title>Báo cáo Thái Nguyên</title>"));
}

TEST(Dialect, LeavesDeletedTextAlone) {
  EXPECT_THAT(of(paragraph_of("<w:del><w:r><w:delText>{{ khong_co }}</w:delText></w:r></w:del>" +
                              run("{{ so }}")))
                  .xml,
              HasSubstr("<w:delText>{{ khong_co }}</w:delText>"));
}

TEST(Dialect, LeavesNoTagUnreadWhereverARunMayStand) {
  EXPECT_EQ(of(paragraph_of("<w:r><w:ruby><w:rt>" + run("{{ so }}") + "</w:rt><w:rubyBase>" +
                            run("{{ ten }}") + "</w:rubyBase></w:ruby></w:r>"))
                .text,
            "3Thái Nguyên¶");
  EXPECT_EQ(of(paragraph_of("<w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Fallback><w:t>{{ so }}"
                            "</w:t></mc:Fallback></mc:AlternateContent></w:r>"))
                .text,
            "3¶");
  EXPECT_EQ(of(paragraph_of("<w:moveFrom w:id=\"1\"><w:r><w:t>{{ khong_co }}</w:t></w:r>"
                            "</w:moveFrom>" +
                            run("{{ so }}")))
                .text,
            "{{ khong_co }}3¶");
}

TEST(Dialect, KnowsTheOtherPassesOfALoop) {
  EXPECT_EQ(of(p("{% for x in xa %}{{ loop.cycle('a', 'b') }}{% if loop.changed(x.nhom) %}!"
                 "{% endif %}{{ loop.nextitem.n | default('.') }}{% endfor %}"))
                .text,
            "a!2b3a!.¶");
}

TEST(Dialect, ReachesNothingOfTheProgram) {
  for (const char* tag : {"{{ ten.__class__ }}",
                          "{{ ten.format_map(ten) }}",
                          "{{ cycler.__init__.__globals__ }}",
                          "{{ ''.__class__.__mro__[1] }}",
                          "{{ lipsum() }}",
                          "{{ self }}"}) {
    EXPECT_THAT(fault_of(p(tag)), HasSubstr("T51")) << tag;
  }
}

}  // namespace
}  // namespace baocao::docx
