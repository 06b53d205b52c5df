#include "unit/format/documents.hpp"

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Repaired repaired(const base::Bytes& docx, const std::string& id = party) {
  return repair(docx, "t.docx", profile(id)).value();
}

// Wrong in many ways at once, each of them mechanical.
base::Bytes many_faults() {
  base::Bytes docx = with(document(), "Số 05-BC/ĐU", "Số: 5-BC/ĐU");
  docx = with(docx, "ngày 05 tháng 02 năm", "ngày 5 tháng 2 năm");
  docx = with(docx, "trực thuộc;", "trực thuộc,");
  docx = with(docx, "Văn phòng Đảng ủy.", "Văn phòng Đảng ủy;");
  docx = with(docx, "- Các chi bộ", "+ Các chi bộ");
  docx = with(docx, "T/M BAN", "TM. BAN");
  docx = with(docx, "để kết luận.", "để kết luận trước ngày 05/09/2026.");
  docx = with(docx, ">*<", ">***<");
  docx = with(docx, ">-----<", ">_____<");
  docx = with(docx, R"(w:right="850")", R"(w:right="1134")");
  docx = with(docx, R"(w:header="567")", R"(w:header="720")");
  docx = with(
      docx, R"(<w:ind w:left="485" w:right="485"/>)", R"(<w:ind w:left="900" w:right="900"/>)");
  docx = with(docx, R"(w:hAnsi="Times New Roman")", R"(w:hAnsi="Calibri")", "word/styles.xml");
  docx = with(docx, R"(<w:u w:val="single"/>)", "", "word/styles.xml");
  return with(docx, R"(<w:ind w:firstLine="567"/><w:jc w:val="both"/>)", "", "word/styles.xml");
}

TEST(Repair, LeavesNothingThatIsMechanical) {
  const base::Bytes wrong = many_faults();
  for (const char* code : {"D102",
                           "D105",
                           "D110",
                           "D113",
                           "D203",
                           "D205",
                           "D211",
                           "D212",
                           "D221",
                           "D303",
                           "D311",
                           "D312",
                           "D332",
                           "D402",
                           "D412",
                           "D413",
                           "D414"}) {
    ASSERT_THAT(codes(findings(wrong)), Contains(code));
  }
  const Repaired right = repaired(wrong);
  EXPECT_THAT(codes(right.remaining), IsEmpty());
  EXPECT_THAT(codes(findings(right.docx)), IsEmpty());
}

TEST(Repair, GivesBackTheTextAsItShouldBe) {
  base::Bytes expected = with(document(), "để kết luận.", "để kết luận trước ngày 05/9/2026.");
  EXPECT_TRUE(text(repaired(many_faults()).docx) == text(expected));
}

TEST(Repair, ChangesNoTextWhenOnlyTheLookIsWrong) {
  const base::Bytes wrong =
      with(document(), R"(w:hAnsi="Times New Roman")", R"(w:hAnsi="Calibri")", "word/styles.xml");
  EXPECT_TRUE(text(repaired(wrong).docx) == text(wrong));
}

TEST(Repair, KeepsTheBytesOfPartsItDoesNotTouch) {
  const base::Bytes wrong = with(document(), "trực thuộc;", "trực thuộc,");
  const Repaired right = repaired(wrong);
  for (const char* name : {"word/styles.xml",
                           "word/header1.xml",
                           "[Content_Types].xml",
                           "word/settings.xml",
                           "word/_rels/document.xml.rels"}) {
    EXPECT_EQ(part(right.docx, name), part(wrong, name)) << name;
  }
  EXPECT_NE(part(right.docx), part(wrong));
}

TEST(Repair, LeavesARightDocumentAsItIs) {
  const base::Bytes docx = document();
  const Repaired same = repaired(docx);
  EXPECT_TRUE(same.docx == docx);
  EXPECT_EQ(same.repaired, 0U);
}

TEST(Repair, GivesTheSameBytesEachTime) {
  EXPECT_TRUE(repaired(many_faults()).docx == repaired(many_faults()).docx);
}

TEST(Repair, AddsAPageNumberOnTopOfASection) {
  const std::string references =
      R"(<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>)";
  base::Bytes wrong = with(document(), references, "");
  wrong = with(wrong, references, "");
  wrong = with(wrong, "<w:titlePg/>", "");
  ASSERT_THAT(codes(findings(wrong)), Contains("D103"));
  const Repaired right = repaired(wrong);
  EXPECT_THAT(codes(right.remaining), IsEmpty());
  EXPECT_THAT(part(right.docx, "word/header3.xml"), HasSubstr(" PAGE "));
  EXPECT_THAT(part(right.docx, "[Content_Types].xml"), HasSubstr("/word/header3.xml"));
}

TEST(Repair, AddsTheStarAndTheHyphens) {
  const auto sign = [](const std::string& text) {
    return R"(<w:r><w:t xml:space="preserve">)" + text + "</w:t></w:r></w:p>";
  };
  base::Bytes wrong = with(document(), sign("*"), "</w:p>");
  wrong = with(wrong, sign("-----"), "</w:p>");
  ASSERT_THAT(codes(findings(wrong)), testing::IsSupersetOf({"D205", "D303"}));
  EXPECT_THAT(codes(repaired(wrong).remaining), Not(testing::IsSupersetOf({"D205", "D303"})));
  EXPECT_THAT(text(repaired(wrong).docx), testing::AllOf(HasSubstr("*"), HasSubstr("-----")));
}

// A word that is cut into several runs, as Word leaves it after spelling checks.
TEST(Repair, WorksAcrossRuns) {
  const base::Bytes wrong =
      with(document(), "Số 05-BC/ĐU", R"(Số</w:t></w:r><w:r><w:t>: </w:t></w:r><w:r><w:t>5-BC/ĐU)");
  const Repaired right = repaired(wrong);
  EXPECT_THAT(codes(right.remaining), IsEmpty());
  EXPECT_THAT(text(right.docx), HasSubstr("Số 05-BC/ĐU"));
}

// "HÒA", "ủy", "Tỉnh ủy" stand in the document, so the old way is the common one.
TEST(Repair, MakesTonesAlikeButLeavesNamesAlone) {
  const base::Bytes wrong =
      with(document(), "để kết luận.", "để thoả thuận với Uỷ ban; đồng chí Thuỷ.");
  const Repaired right = repaired(wrong);
  EXPECT_THAT(text(right.docx), HasSubstr("để thỏa thuận với Ủy ban; đồng chí Thuỷ."));
  EXPECT_THAT(codes(right.remaining), testing::ElementsAre("D330"));
}

TEST(Repair, TurnsAnOldDocumentIntoANewOne) {
  const Repaired right = repaired(document(old_party, "TTr"), party);
  EXPECT_THAT(codes(right.remaining), IsEmpty());
  EXPECT_THAT(text(right.docx), HasSubstr("Kính trình: Tỉnh ủy"));
}

}  // namespace
}  // namespace baocao::format
