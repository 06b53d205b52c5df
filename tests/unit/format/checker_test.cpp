// Files that are no reports: the checker says what is missing and never falls over.
#include "format/checker.hpp"

#include "unit/format/documents.hpp"

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::Contains;
using testing::IsSupersetOf;

constexpr std::string_view main_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

base::Bytes bare(const std::string& body, const std::string& root = "w:document") {
  package::ZipWriter zip;
  zip.add("[Content_Types].xml",
          "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" +
              std::string(main_type) + "\"/></Types>");
  zip.add("word/document.xml", "<" + root + ">" + body + "</" + root + ">");
  return zip.finish();
}

TEST(Checker, TellsAnEmptyDocumentWhatItLacks) {
  EXPECT_THAT(
      codes(findings(bare("<w:body/>"))),
      IsSupersetOf({"D101", "D103", "D201", "D204", "D210", "D220", "D301", "D401", "D410"}));
}

TEST(Checker, RepairsAnEmptyDocumentWithoutAFault) {
  EXPECT_TRUE(repair(bare("<w:body/>"), "t.docx", profile(party)));
}

TEST(Checker, RefusesWhatIsNoWordFile) {
  const auto none = check("not a zip", "t.docx", profile(party));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code.id(), "F101");
}

TEST(Checker, RefusesAMainPartThatIsNoDocument) {
  const auto none = check(bare("", "w:other"), "t.docx", profile(party));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code.id(), "D902");
}

TEST(Checker, ReadsAHeaderMadeWithTabs) {
  const std::string body =
      "<w:body><w:p><w:r><w:t>ĐẢNG BỘ TỈNH X</w:t><w:tab/><w:t>ĐẢNG CỘNG SẢN VIỆT "
      "NAM</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>ĐẢNG ỦY XÃ Y</w:t></w:r></w:p><w:p><w:r><w:t>*</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>Số: 5-BC/ĐU</w:t><w:tab/><w:t>Y, ngày 5 tháng 9 năm 2026</w:t></w:r></w:p>"
      "</w:body>";
  const auto found = codes(findings(bare(body)));
  EXPECT_THAT(found, IsSupersetOf({"D211", "D212", "D221"}));
  for (const char* code : {"D201", "D204", "D205", "D210", "D220"}) {
    EXPECT_THAT(found, testing::Not(Contains(code)));
  }
}

TEST(Checker, TakesTheTitleForNoBody) {
  const auto line = [](const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const auto found = codes(findings(
      bare("<w:body>" + line("ĐẢNG CỘNG SẢN VIỆT NAM") + line("Số 05-BC/ĐU") + "</w:body>")));
  EXPECT_THAT(found, Contains("D204"));
}

TEST(Checker, ReadsASignatureMadeWithTabs) {
  const auto line = [](const std::string& left, const std::string& right) {
    return "<w:p><w:r><w:t>" + left + "</w:t><w:tab/><w:t>" + right + "</w:t></w:r></w:p>";
  };
  const auto found =
      findings(bare("<w:body><w:p><w:r><w:t>Nội dung.</w:t></w:r></w:p>" +
                    line("Nơi nhận:", "TM. BAN THƯỜNG VỤ") + line("- Tỉnh ủy,", "BÍ THƯ") +
                    line("- Lưu Văn phòng.", "") + line("", "Nguyễn Văn An") + "</w:body>"));
  EXPECT_THAT(codes(found), IsSupersetOf({"D402", "D412"}));
  EXPECT_THAT(codes(found), testing::Not(testing::AnyOf(Contains("D401"), Contains("D413"))));
}

TEST(Checker, TellsTheStateFromTheParty) {
  EXPECT_EQ(kind_of_file(document(state), "t.docx"), Kind::state);
  EXPECT_EQ(kind_of_file(document(party), "t.docx"), Kind::party);
  EXPECT_EQ(kind_of_file(bare("<w:body/>"), "t.docx"), std::nullopt);
  EXPECT_EQ(kind_of_file("", "t.docx"), std::nullopt);
}

TEST(Checker, CountsATextBoxOnce) {
  const std::string box =
      "<w:txbxContent><w:p><w:r><w:t>huyện ủy</w:t></w:r></w:p></w:txbxContent>";
  const auto found = codes(findings(bare(
      "<w:body><w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" +
      box + "</mc:Fallback></mc:AlternateContent></w:r></w:p></w:body>")));
  EXPECT_EQ(std::count(found.begin(), found.end(), "D331"), 1);
}

TEST(Checker, RefusesXmlThatIsCutAnywhere) {
  const base::Bytes right = document();
  const std::string xml = part(right);
  for (std::size_t cut = 0; cut < xml.size(); cut += xml.size() / 40 + 1) {
    const base::Bytes damaged = with(right, xml, xml.substr(0, cut));
    EXPECT_FALSE(check(damaged, "t.docx", profile(party))) << cut;
    const std::string open = xml.substr(0, xml.rfind('>', cut) + 1);
    EXPECT_FALSE(repair(with(right, xml, open), "t.docx", profile(party))) << cut;
  }
}

}  // namespace
}  // namespace baocao::format
