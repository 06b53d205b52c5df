// The line under the title, in every way that offices and programs draw it.
#include "unit/format/documents.hpp"

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::Contains;
using testing::Not;

// The right document with another thing in place of the bordered paragraph under the title.
base::Bytes ruled_by(const std::string& runs) {
  const base::Bytes docx = document();
  const std::string xml = part(docx);
  const std::size_t style = xml.find(R"(<w:pStyle w:val="DuongKe"/>)");
  const std::size_t begin = xml.rfind("<w:p>", style);
  const std::size_t end = xml.find("</w:p>", style) + std::string("</w:p>").size();
  return with(docx, xml.substr(begin, end - begin), "<w:p>" + runs + "</w:p>");
}

// 1 mm = 36000 EMU.
std::string drawing(const std::string& width) {
  return R"(<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx=")" + width +
         R"(" cy="0"/></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="10pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>)";
}

std::string vml(const std::string& to) {
  return R"(<w:r><w:pict><v:line from="10pt,2pt" to=")" + to + R"("/></w:pict></w:r>)";
}

TEST(RuledLine, MayBeAShape) {
  const auto found = codes(findings(ruled_by(drawing("2624400"))));  // 72,9 mm
  EXPECT_THAT(found, Not(Contains("D202")));
  EXPECT_THAT(found, Not(Contains("D203")));
}

TEST(RuledLine, ShapeMustBeAsLongAsTheTitle) {
  EXPECT_THAT(codes(findings(ruled_by(drawing("2592000")))), Not(Contains("D203")));  // 72,0 mm
  EXPECT_THAT(codes(findings(ruled_by(drawing("2556000")))), Contains("D203"));       // 71,0 mm
  EXPECT_THAT(codes(findings(ruled_by(drawing("2700000")))), Contains("D203"));       // 75,0 mm
}

TEST(RuledLine, MayBeInTheOldFormat) {
  EXPECT_THAT(codes(findings(ruled_by(vml("216.7pt,2pt")))), Not(Contains("D203")));
  EXPECT_THAT(codes(findings(ruled_by(vml("190pt,2pt")))), Contains("D203"));
}

base::Bytes repaired(const base::Bytes& docx) {
  return repair(docx, "t.docx", profile(party)).value().docx;
}

TEST(RuledLine, ShapeIsMadeAsLongAsTheTitleAboutItsMiddle) {
  // The title is 4133 twips of 635 EMU long; the left end moves by half of what goes away.
  std::string runs = drawing("2700000");
  runs.insert(runs.find("<wp:extent"),
              "<wp:positionH><wp:posOffset>1000000</wp:posOffset></wp:positionH>");
  runs.insert(runs.find("</wp:anchor>"), R"(<a:xfrm><a:ext cx="2700000" cy="0"/></a:xfrm>)");
  const base::Bytes docx = repaired(ruled_by(runs));
  EXPECT_THAT(codes(findings(docx)), Not(Contains("D203")));
  EXPECT_THAT(part(docx), testing::HasSubstr(R"(<wp:extent cx="2624455")"));
  EXPECT_THAT(part(docx), testing::HasSubstr(R"(<a:ext cx="2624455")"));
  EXPECT_THAT(part(docx), testing::HasSubstr("<wp:posOffset>1037772<"));
}

TEST(RuledLine, OldShapeIsMadeAsLongAsTheTitle) {
  const base::Bytes docx = repaired(ruled_by(vml("190pt,2pt")));
  EXPECT_THAT(codes(findings(docx)), Not(Contains("D203")));
  EXPECT_THAT(part(docx), testing::HasSubstr(R"(from="-3.30pt,2pt" to="203.30pt,2pt")"));
}

TEST(RuledLine, UpAndDownIsNoRule) {
  EXPECT_THAT(codes(findings(ruled_by(vml("10pt,90pt")))), Contains("D202"));
}

TEST(RuledLine, SignsAreNoRule) {
  EXPECT_THAT(codes(findings(ruled_by("<w:r><w:t>__________</w:t></w:r>"))), Contains("D202"));
}

TEST(RuledLine, UnderlineIsNoRule) {
  const base::Bytes bare = ruled_by("");
  EXPECT_THAT(codes(findings(bare)), Contains("D202"));
  const base::Bytes underlined =
      with(bare,
           R"(<w:r><w:t xml:space="preserve">ĐẢNG CỘNG)",
           R"(<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">ĐẢNG CỘNG)");
  EXPECT_THAT(codes(findings(underlined)), Contains("D202"));
}

TEST(RuledLine, SmallerTitleHasAShorterRule) {
  // 13 pt: 206,7 pt × 13/15 = 179,1 pt.
  base::Bytes small = ruled_by(vml("189.1pt,2pt"));
  small = with(small,
               R"(<w:r><w:t xml:space="preserve">ĐẢNG CỘNG)",
               R"(<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">ĐẢNG CỘNG)");
  EXPECT_THAT(codes(findings(small)), testing::AllOf(Contains("D111"), Not(Contains("D203"))));
}

TEST(RuledLine, CellWithMarginsIsNarrower) {
  // Margins of 1 mm on both sides of the cell shorten the border by 2 mm.
  const base::Bytes docx =
      with(document(),
           R"(<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>)",
           R"(<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>)");
  EXPECT_THAT(codes(findings(docx)), Contains("D203"));
}

}  // namespace
}  // namespace baocao::format
