// A chart whose alternative text is a tag gets the tag's numbers, in its part and in its workbook.
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

Value series(const std::string& name, List values) {
  return Map{{"name", Value(name)}, {"values", Value(std::move(values))}};
}

Value chart(List categories, List all) {
  return Map{{"title", "Kết quả"},
             {"categories", Value(std::move(categories))},
             {"series", Value(std::move(all))}};
}

std::string ser(int index, const std::string& inside = "") {
  const std::string number = std::to_string(index);
  return "<c:ser><c:idx val=\"" + number + "\"/><c:order val=\"" + number +
         "\"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
         "idx=\"0\"><c:v>mẫu</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:schemeClr "
         "val=\"accent1\"/></c:spPr>" +
         inside +
         "<c:cat><c:numRef><c:f>x</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>y</c:f><c:numCache>"
         "<c:formatCode>0.0</c:formatCode><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>987</c:v>"
         "</c:pt></c:numCache></c:numRef></c:val></c:ser>";
}

std::string chart_xml(const std::string& plot, const std::string& title = "") {
  return "<c:chartSpace xmlns:c=\"c\" xmlns:a=\"a\" xmlns:r=\"r\"><c:chart>" + title +
         "<c:plotArea>" + plot +
         "</c:plotArea><c:plotVisOnly val=\"1\"/><c:extLst/></c:chart><c:externalData "
         "r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";
}

std::string drawing(const std::string& text, const std::string& relation = "rId9") {
  return paragraph_of("<w:r><w:drawing><wp:inline><wp:docPr id=\"3\" descr=\"" + text +
                      "\"/><a:graphic xmlns:a=\"a\"><a:graphicData><c:chart xmlns:c=\"c\" "
                      "xmlns:r=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"" +
                      relation + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
}

ExtraPart relations(const std::string& of,
                    const std::string& id,
                    const std::string& kind,
                    const std::string& target) {
  return {of,
          "",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"" +
              id +
              "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
              kind + "\" Target=\"" + target + "\"/></Relationships>"};
}

base::Bytes file(const std::string& body, const std::string& xml) {
  return word_file(
      body,
      {relations("word/_rels/document.xml.rels", "rId9", "chart", "charts/chart1.xml"),
       relations("word/charts/_rels/chart1.xml.rels", "rId1", "package", "../embeddings/mau.xlsx"),
       {"word/embeddings/mau.xlsx", "", "số của mẫu"},
       {"word/charts/chart1.xml", "chart", xml}});
}

Outcome with(const Value& value, const std::string& xml) {
  return rendered(file(drawing("{{ b }}"), xml), Map{{"b", value}});
}

std::string bar(const std::string& all) {
  return "<c:barChart>" + all + "</c:barChart>";
}

std::string part(const Outcome& outcome) {
  return part_of(outcome.docx, "word/charts/baocao2.xml");
}

std::string codes(const Outcome& outcome) {
  std::string out;
  for (const diag::Diagnostic& fault : outcome.faults) {
    out += (out.empty() ? "" : " ") + std::string(fault.code.id());
  }
  return out;
}

TEST(Chart, GetsItsNumbersInsteadOfThoseOfTheTemplate) {
  const Outcome outcome =
      with(chart({"Quý I", "Quý <II>"}, {series("Đạt", {base::Ratio(25, 2), Value()})}),
           chart_xml(bar(ser(0))));
  ASSERT_EQ(codes(outcome), "");
  const std::string xml = part(outcome);
  EXPECT_THAT(xml,
              HasSubstr("<c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt "
                        "idx=\"0\"><c:v>Đạt</c:v>"));
  EXPECT_THAT(xml, HasSubstr("<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f>"));
  EXPECT_THAT(xml, HasSubstr("<c:v>Quý &lt;II&gt;</c:v>"));
  EXPECT_THAT(xml,
              HasSubstr("<c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>0.0"
                        "</c:formatCode><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>12.5</c:v>"
                        "</c:pt></c:numCache>"));
  EXPECT_THAT(xml, HasSubstr("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/><c:extLst/>"));
  EXPECT_THAT(outcome.xml, HasSubstr("descr=\"Kết quả\""));
  EXPECT_THAT(outcome.xml, HasSubstr("r:id=\"baocao1\""));
}

TEST(Chart, HasAWorkbookWithTheSameNumbers) {
  const Outcome outcome =
      with(chart({"Quý I", "Quý II"}, {series("Đạt", {Value(7), Value()}), series("Hỏng", {1, 2})}),
           chart_xml(bar(ser(0))));
  const base::Bytes workbook = part_of(outcome.docx, "word/embeddings/baocao1.xlsx");
  EXPECT_THAT(part_of(workbook, "xl/worksheets/sheet1.xml"),
              HasSubstr("Quý II</t></is></c><c/><c><v>2</v></c></row></sheetData>"));
  EXPECT_THAT(part_of(outcome.docx, "word/charts/_rels/baocao2.xml.rels"),
              HasSubstr("Target=\"/word/embeddings/baocao1.xlsx\""));
}

TEST(Chart, LeavesNoNumberOfTheTemplateBehind) {
  const Outcome outcome = with(chart({"a"}, {series("b", {1})}), chart_xml(bar(ser(0) + ser(1))));
  for (const char* gone : {"word/charts/chart1.xml",
                           "word/charts/_rels/chart1.xml.rels",
                           "word/embeddings/mau.xlsx"}) {
    EXPECT_EQ(part_of(outcome.docx, gone), "") << gone;
  }
  EXPECT_THAT(part_of(outcome.docx, "[Content_Types].xml"), Not(HasSubstr("chart1")));
  EXPECT_THAT(part_of(outcome.docx, "word/_rels/document.xml.rels"), Not(HasSubstr("rId9")));
  EXPECT_THAT(part(outcome), Not(HasSubstr("987")));
}

TEST(Chart, GrowsAndShrinksWithItsSeriesAndPoints) {
  const std::string points = "<c:dPt><c:idx val=\"0\"/></c:dPt><c:dPt><c:idx val=\"5\"/></c:dPt>";
  const Outcome more = with(chart({"a"}, {series("x", {1}), series("y", {2}), series("z", {3})}),
                            chart_xml(bar(ser(0, points))));
  EXPECT_THAT(part(more), HasSubstr("<c:idx val=\"2\"/><c:order val=\"2\"/>"));
  EXPECT_THAT(part(more), HasSubstr("accent3"));
  EXPECT_THAT(part(more), Not(HasSubstr("<c:idx val=\"5\"/>")));
  const Outcome fewer = with(chart({"a"}, {series("x", {1})}),
                             chart_xml(bar(ser(0)) + "<c:lineChart>" + ser(1) + "</c:lineChart>"));
  EXPECT_THAT(part(fewer), HasSubstr("<c:lineChart/>"));
}

TEST(Chart, ScattersOverNumbers) {
  std::string xml = ser(0);
  xml.replace(xml.find("<c:cat>"), 7, "<c:xVal>").replace(xml.find("</c:cat>"), 8, "</c:xVal>");
  xml.replace(xml.find("<c:val>"), 7, "<c:yVal>").replace(xml.find("</c:val>"), 8, "</c:yVal>");
  const Outcome outcome = with(chart({1, base::Ratio(5, 2)}, {series("x", {3, 4})}),
                               chart_xml("<c:scatterChart>" + xml + "</c:scatterChart>"));
  EXPECT_THAT(part(outcome), HasSubstr("<c:xVal><c:numRef><c:f>Sheet1!$A$2:$A$3</c:f>"));
  EXPECT_THAT(part(outcome), HasSubstr("<c:v>2.5</c:v>"));
}

TEST(Chart, IsMadeInEachPassWithItsOwnTitle) {
  const Value first = chart({"a"}, {series("x", {1})});
  const Value second = chart({"a"}, {series("x", {2})});
  const Outcome outcome = rendered(
      file(p("{% for x in xs %}") + drawing("{{ x.b }}") + p("{% endfor %}"),
           chart_xml(bar(ser(0)), "<c:title><a:t>Xã {{ x.ten }}</a:t></c:title>")),
      Map{{"xs", List{Map{{"ten", "A"}, {"b", first}}, Map{{"ten", "B"}, {"b", second}}}}});
  ASSERT_EQ(codes(outcome), "");
  EXPECT_THAT(part_of(outcome.docx, "word/charts/baocao2.xml"), HasSubstr("<a:t>Xã A</a:t>"));
  EXPECT_THAT(part_of(outcome.docx, "word/charts/baocao4.xml"), HasSubstr("<a:t>Xã B</a:t>"));
}

TEST(Chart, KeepsAPartThatAnotherDrawingShows) {
  const Outcome outcome =
      rendered(file(drawing("{{ b }}") + drawing("cố định"), chart_xml(bar(ser(0)))),
               Map{{"b", chart({"a"}, {series("x", {1})})}});
  EXPECT_THAT(part_of(outcome.docx, "word/charts/chart1.xml"), HasSubstr("987"));
  EXPECT_THAT(part_of(outcome.docx, "word/_rels/document.xml.rels"), HasSubstr("rId9"));
}

TEST(Chart, SaysWhatIsWrongWithItsData) {
  const std::string xml = chart_xml(bar(ser(0)));
  EXPECT_EQ(codes(with(Value("chữ"), xml)), "T404");
  EXPECT_EQ(codes(with(chart({}, {}), xml)), "T404");
  const Outcome shorter = with(chart({"a", "b"}, {series("x", {1})}), xml);
  ASSERT_EQ(codes(shorter), "T404");
  EXPECT_THAT(shorter.faults[0].message, HasSubstr("dãy \"x\" có 1 giá trị cho 2 mục"));
  EXPECT_EQ(codes(with(chart({"a"}, {series("x", {"1,5"})}), xml)), "T404");
  EXPECT_EQ(codes(with(chart({"a"}, {series("x", {1})}), chart_xml("<c:barChart/>"))), "T404");
  EXPECT_EQ(codes(with(chart({"a"}, {series("x", {1})}),
                       chart_xml("<c:bubbleChart>" + ser(0) + "</c:bubbleChart>"))),
            "T404");
}

}  // namespace
}  // namespace baocao::docx
