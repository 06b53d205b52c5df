// One right document, one thing made wrong in it: the rule is named, at the right place.
#include "unit/format/documents.hpp"

#include <ostream>

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Wrong {
  std::string code;
  std::string profile;
  std::string type;
  std::string from;
  std::string to;
  std::string address;  // some of it
  std::string part = "word/document.xml";
};

std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
  return out << wrong.code << ": " << wrong.from.substr(0, 60) << " -> " << wrong.to.substr(0, 60);
}

class EveryRule : public testing::TestWithParam<Wrong> {};

TEST_P(EveryRule, FindsTheFaultAtItsPlace) {
  const Wrong& wrong = GetParam();
  const base::Bytes right = document(wrong.profile, wrong.type);
  ASSERT_THAT(codes(findings(right, wrong.profile)), Not(Contains(wrong.code)));
  const auto found = findings(with(right, wrong.from, wrong.to, wrong.part), wrong.profile);
  for (const diag::Diagnostic& each : found) {
    if (each.code.id() == wrong.code) {
      EXPECT_THAT(each.span.address, HasSubstr(wrong.address));
      EXPECT_THAT(each.message, Not(IsEmpty()));
      EXPECT_THAT(each.help, Not(IsEmpty()));
      return;
    }
  }
  ADD_FAILURE() << wrong.code << " not found; found: " << testing::PrintToString(codes(found));
}

const std::string star =
    R"(<w:p><w:pPr><w:pStyle w:val="DauPhanCach"/></w:pPr><w:r><w:t xml:space="preserve">*</w:t></w:r></w:p>)";
const std::string rule_of_title = R"(<w:ind w:left="485" w:right="485"/>)";
const std::string style_of_type =
    R"(<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/>)";
const std::string styles_part = "word/styles.xml";

INSTANTIATE_TEST_SUITE_P(
    Page,
    EveryRule,
    testing::Values(
        Wrong{"D101",
              party,
              "BC",
              R"(w:w="11906" w:h="16838")",
              R"(w:w="12240" w:h="15840")",
              "thiết lập trang của phần 1"},
        Wrong{"D102", party, "BC", R"(w:right="850")", R"(w:right="1134")", "phần 1"},
        Wrong{"D102", state, "BC", R"(w:left="1701")", R"(w:left="1134")", "phần 1"},
        Wrong{"D103", party, "BC", " PAGE ", " DATE ", "đầu trang", "word/header1.xml"},
        Wrong{"D104", party, "BC", "<w:titlePg/>", "", "trang 1"},
        Wrong{"D105", party, "BC", R"(w:header="567")", R"(w:header="300")", "thiết lập trang"},
        Wrong{"D105",
              party,
              "BC",
              R"(<w:pStyle w:val="Header"/>)",
              R"(<w:pStyle w:val="Header"/><w:jc w:val="right"/>)",
              "đoạn 1",
              "word/header1.xml"},
        Wrong{
            "D106", party, "BC", "<w:t>2</w:t>", "<w:t>- 2 -</w:t>", "đoạn 1", "word/header1.xml"},
        Wrong{"D106",
              party,
              "BC",
              "<w:r><w:t>2</w:t>",
              R"(<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>2</w:t>)",
              "đoạn 1",
              "word/header1.xml"}));

INSTANTIATE_TEST_SUITE_P(
    Letters,
    EveryRule,
    testing::Values(
        Wrong{"D110",
              party,
              "BC",
              R"(<w:t xml:space="preserve">Báo cáo theo)",
              R"(<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t>Báo cáo theo)",
              "mục \"2. Kết quả thực hiện các chỉ tiêu\" › đoạn"},
        Wrong{"D110",
              party,
              "BC",
              R"(w:hAnsi="Times New Roman")",
              R"(w:hAnsi="Calibri")",
              "bảng 1, hàng 1, cột 1",
              styles_part},
        Wrong{"D111",
              party,
              "BC",
              style_of_type,
              R"(<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/>)",
              "đoạn 1",
              styles_part},
        Wrong{"D111",
              party,
              "BC",
              R"(<w:t xml:space="preserve">Báo cáo theo)",
              R"(<w:rPr><w:sz w:val="26"/></w:rPr><w:t>Báo cáo theo)",
              "mục \"2. Kết quả"},
        Wrong{"D112",
              party,
              "BC",
              style_of_type,
              R"(<w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/>)",
              "đoạn 1",
              styles_part},
        Wrong{"D112",
              party,
              "BC",
              R"(<w:t xml:space="preserve">BÍ THƯ)",
              R"(<w:rPr><w:b/></w:rPr><w:t>BÍ THƯ)",
              "cột 2 › đoạn 2"},
        Wrong{"D113",
              party,
              "BC",
              R"(<w:u w:val="single"/>)",
              "",
              "bảng 2, hàng 1, cột 1 › đoạn 1",
              styles_part},
        Wrong{"D114",
              party,
              "BC",
              "ĐẢNG ỦY XÃ CÔNG HẢI",
              "Đảng ủy xã Công Hải",
              "bảng 1, hàng 1, cột 1"},
        Wrong{"D115",
              party,
              "BC",
              R"(<w:pStyle w:val="TenLoai"/>)",
              R"(<w:pStyle w:val="TenLoai"/><w:jc w:val="left"/>)",
              "đoạn 1"},
        Wrong{"D116",
              party,
              "BC",
              R"(<w:t xml:space="preserve">Báo cáo theo)",
              R"(<w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Báo cáo theo)",
              "mục \"2. Kết quả"}));

INSTANTIATE_TEST_SUITE_P(
    Head,
    EveryRule,
    testing::Values(
        Wrong{"D201", party, "BC", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG", "đầu trang 1"},
        Wrong{"D201", state, "BC", "Độc lập - Tự do - Hạnh phúc", "Độc lập", "đầu trang 1"},
        Wrong{"D202",
              party,
              "BC",
              R"(<w:pStyle w:val="DuongKe"/>)",
              R"(<w:pStyle w:val="DauPhanCach"/>)",
              "bảng 1, hàng 1, cột 2 › đoạn 1"},
        Wrong{"D203",
              party,
              "BC",
              rule_of_title,
              R"(<w:ind w:left="600" w:right="600"/>)",
              "bảng 1, hàng 1, cột 2 › đoạn 1"},
        Wrong{"D205", party, "BC", star, "", "bảng 1, hàng 1, cột 1 › đoạn 2"},
        Wrong{"D205", party, "BC", ">*<", ">***<", "cột 1 › đoạn 3"},
        Wrong{"D206",
              state,
              "BC",
              R"(<w:pStyle w:val="DuongKe"/>)",
              R"(<w:pStyle w:val="DauPhanCach"/>)",
              "bảng 1, hàng 1, cột 1 › đoạn 1"},
        Wrong{"D210", party, "BC", "Số 05-BC/ĐU", "", "đầu trang 1"},
        Wrong{"D211", party, "BC", "Số 05-BC/ĐU", "Số: 05-BC/ĐU", "bảng 1, hàng 1, cột 1 › đoạn 4"},
        Wrong{"D211", state, "BC", "Số: 05/BC-UBND", "Số 05/BC-UBND", "bảng 1, hàng 1, cột 1"},
        Wrong{"D212", party, "BC", "Số 05-BC/ĐU", "Số 5-BC/ĐU", "cột 1 › đoạn 4"},
        Wrong{"D213", party, "BC", "Số 05-BC/ĐU", "Số 05/BC-ĐU", "cột 1 › đoạn 4"},
        Wrong{"D213", state, "BC", "05/BC-UBND", "05/2026/BC", "cột 1"},
        Wrong{"D214", party, "BC", "Số 05-BC/ĐU", "Số 05-KH/ĐU", "cột 1 › đoạn 4"},
        Wrong{"D215", party, "BC", "Số 05-BC/ĐU", "Số 05-BC/HU", "cột 1 › đoạn 4"},
        Wrong{"D216",
              party,
              "BC",
              "Công Hải, ngày 05",
              "KHẨN</w:t><w:br/><w:t>Công Hải, ngày 05",
              "cột 2"},
        Wrong{
            "D220", party, "BC", "Công Hải, ngày 05 tháng 02 năm 2026", "Công Hải", "đầu trang 1"},
        Wrong{"D221",
              party,
              "BC",
              "ngày 05 tháng 02 năm 2026",
              "ngày 5 tháng 02 năm 2026",
              "cột 2 › đoạn 3"},
        Wrong{
            "D221", party, "BC", "ngày 05 tháng 02 năm 2026", "ngày 05 tháng 2 năm 2026", "cột 2"},
        Wrong{
            "D221", party, "BC", "ngày 05 tháng 02 năm 2026", "ngày 05 tháng 09 năm 2026", "cột 2"},
        Wrong{"D222",
              party,
              "BC",
              "ngày 05 tháng 02 năm 2026",
              "ngày 30 tháng 02 năm 2026",
              "cột 2"}));

INSTANTIATE_TEST_SUITE_P(
    Text,
    EveryRule,
    testing::Values(
        Wrong{"D301", party, "BC", ">BÁO CÁO<", ">BẢN TIN<", "đầu trang 1"},
        Wrong{"D302",
              party,
              "BC",
              ">kết quả thực hiện Nghị quyết về cán bộ cấp xã, quý III năm 2026<",
              "><",
              "đoạn 1"},
        Wrong{"D303", party, "BC", ">-----<", ">______<", "đoạn 3"},
        Wrong{"D303", party, "BC", ">-----<", "><", "đoạn 2"},
        Wrong{"D303",
              state,
              "BC",
              R"(<w:ind w:left="3543" w:right="3543"/>)",
              R"(<w:pBdr><w:top w:val="none"/></w:pBdr>)",
              "đoạn 2"},
        Wrong{"D304",
              party,
              "BC",
              ">Thực hiện Nghị quyết về",
              ">Kính gửi: Tỉnh ủy</w:t></w:r></w:p><w:p><w:r><w:t>Thực hiện Nghị quyết về",
              "đoạn 4"},
        Wrong{"D305", party, "TTr", "Kính trình: Tỉnh ủy Khánh Hòa", "", "đầu trang 1"},
        Wrong{"D305", party, "CV", "Kính gửi: Tỉnh ủy Khánh Hòa", "", "đầu trang 1"},
        Wrong{"D306", party, "TTr", "Kính trình: Tỉnh", "Kính gửi: Tỉnh", "đoạn 4"},
        Wrong{"D306", old_party, "TTr", "Kính gửi: Tỉnh", "Kính trình: Tỉnh", "đoạn 4"},
        Wrong{"D311",
              party,
              "BC",
              R"(<w:ind w:firstLine="567"/><w:jc w:val="both"/>)",
              R"(<w:ind w:firstLine="567"/>)",
              "đoạn",
              styles_part},
        Wrong{"D312",
              party,
              "BC",
              R"(<w:ind w:firstLine="567"/>)",
              R"(<w:ind w:firstLine="720"/>)",
              "đoạn",
              styles_part},
        Wrong{"D313",
              party,
              "BC",
              R"(w:line="380" w:lineRule="exact"/><w:ind)",
              R"(w:line="276" w:lineRule="auto"/><w:ind)",
              "đoạn",
              styles_part},
        Wrong{"D313",
              state,
              "BC",
              R"(w:line="276" w:lineRule="auto"/><w:ind)",
              R"(w:line="480" w:lineRule="auto"/><w:ind)",
              "đoạn",
              styles_part},
        Wrong{"D314",
              party,
              "BC",
              R"(w:after="120" w:line="380")",
              R"(w:after="0" w:line="380")",
              "đoạn",
              styles_part},
        Wrong{"D315",
              party,
              "BC",
              R"([tên cơ quan]</w:t></w:r><w:r><w:t xml:space="preserve">.</w:t>)",
              R"([tên cơ quan]</w:t></w:r><w:r><w:t xml:space="preserve">./.</w:t>)",
              "đoạn"},
        Wrong{"D316",
              party,
              "TTr",
              R"(<w:t xml:space="preserve">- Căn cứ )",
              R"(<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">- Căn cứ )",
              "đoạn 5"},
        Wrong{"D317",
              party,
              "TTr",
              "]</w:t></w:r><w:r><w:t xml:space=\"preserve\">;</w:t>",
              "]</w:t></w:r><w:r><w:t>.</w:t>",
              "đoạn 5"},
        Wrong{"D317",
              party,
              "TTr",
              "]</w:t></w:r><w:r><w:t xml:space=\"preserve\">,</w:t>",
              "]</w:t></w:r><w:r><w:t>;</w:t>",
              "đoạn 6"},
        Wrong{"D330",
              party,
              "BC",
              "chưa đủ dữ liệu để kết luận.",
              "chưa thoả đáng.",
              "mục \"2. Kết quả"},
        Wrong{"D331",
              party,
              "BC",
              "chưa đủ dữ liệu để kết luận.",
              "do huyện ủy chỉ đạo.",
              "mục \"2. Kết quả"},
        Wrong{"D332",
              party,
              "BC",
              "chưa đủ dữ liệu để kết luận.",
              "trước ngày 5/9/2026.",
              "mục \"2. Kết quả"},
        Wrong{"D332",
              party,
              "BC",
              "chưa đủ dữ liệu để kết luận.",
              "trước ngày 05/09/2026.",
              "mục \"2. Kết quả"},
        Wrong{"D333",
              party,
              "BC",
              R"(<w:r><w:t xml:space="preserve">Báo cáo theo)",
              R"(<w:ins w:id="9"><w:r><w:t>Thêm</w:t></w:r></w:ins><w:r><w:t>Báo cáo theo)",
              "mục \"2. Kết quả"}));

INSTANTIATE_TEST_SUITE_P(
    Ending,
    EveryRule,
    testing::Values(
        Wrong{"D402", party, "BC", "T/M BAN", "TM. BAN", "bảng 2, hàng 1, cột 2 › đoạn 1"},
        Wrong{"D402", state, "BC", "TM. ỦY", "T/M ỦY", "bảng 2, hàng 1, cột 2 › đoạn 1"},
        Wrong{"D403", party, "BC", "T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "cột 2 › đoạn 1"},
        Wrong{"D404", party, "BC", ">BÍ THƯ<", ">BÍ THƯ ĐẢNG ỦY<", "cột 2 › đoạn 2"},
        Wrong{"D405", party, "BC", "Nguyễn Văn An", "TS. Nguyễn Văn An", "cột 2 › đoạn 3"},
        Wrong{"D410", party, "BC", "Nơi nhận:", "Gửi:", "cuối văn bản"},
        Wrong{"D411", party, "BC", "Nơi nhận:", "NƠI NHẬN", "cột 1 › đoạn 1"},
        Wrong{"D412",
              party,
              "BC",
              "Các chi bộ trực thuộc;",
              "Các chi bộ trực thuộc,",
              "cột 1 › đoạn 3"},
        Wrong{
            "D412", old_party, "BC", R"(">,</w:t></w:r>)", R"(">;</w:t></w:r>)", "cột 1 › đoạn 2"},
        Wrong{"D413",
              party,
              "BC",
              "Lưu Văn phòng Đảng ủy.",
              "Lưu Văn phòng Đảng ủy;",
              "cột 1 › đoạn 4"},
        Wrong{"D414", party, "BC", "- Các chi bộ", "-Các chi bộ", "cột 1 › đoạn 3"},
        Wrong{"D415", party, "BC", "Lưu Văn phòng Đảng ủy.", "Lưu: VT.", "cột 1 › đoạn 4"},
        Wrong{"D415", state, "BC", "Lưu: VT, VP.", "Lưu VT.", "cột 1 › đoạn 4"},
        Wrong{"D501", party, "KH", "Phụ lục kèm theo", "biểu kèm theo", "đoạn"},
        Wrong{
            "D503",
            party,
            "BC",
            R"(<w:pStyle w:val="DauPhanCach"/></w:pPr></w:p><w:sectPr>)",
            R"(<w:pStyle w:val="DauPhanCach"/></w:pPr></w:p><w:sectPr><w:type w:val="continuous"/>)",
            "đoạn"},
        Wrong{"D504", party, "BC", "(Kèm theo Báo cáo", "(Của Báo cáo", "đoạn"}));

// A long table without its header row told to repeat.
TEST(Rules, LongTableMustRepeatItsHeader) {
  base::Bytes docx = document();
  const std::string row = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
  std::string rows;
  for (int i = 0; i < 20; ++i) {
    rows += row + "<w:tc><w:tcPr/><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>";
  }
  docx = with(docx, row, rows + row);  // the last table's: the header of the page has one row
  docx = with(docx, row, row);
  EXPECT_THAT(codes(findings(docx)), Contains("D505"));
}

TEST(Rules, NumberedAppendicesFollowOneAnother) {
  const std::string label =
      R"(<w:p><w:pPr><w:pStyle w:val="PhuLuc"/></w:pPr><w:r><w:t xml:space="preserve">PHỤ LỤC</w:t></w:r></w:p>)";
  const auto numbered = [&](const std::string& number) {
    std::string out = label;
    return out.replace(out.find("LỤC<") + std::string("LỤC").size(), 0, " " + number);
  };
  const base::Bytes wrong = with(document(), label, numbered("I") + numbered("III"));
  EXPECT_THAT(codes(findings(wrong)), Contains("D502"));
  const base::Bytes right = with(document(), label, numbered("I") + numbered("II"));
  EXPECT_THAT(codes(findings(right)), Not(Contains("D502")));
}

TEST(Rules, NameOfTheBodyIsMissed) {
  base::Bytes docx = with(document(), "ĐẢNG BỘ TỈNH KHÁNH HÒA", "");
  docx = with(docx, "ĐẢNG ỦY XÃ CÔNG HẢI", "");
  EXPECT_THAT(codes(findings(docx)), Contains("D204"));
}

TEST(Rules, SignatureIsMissed) {
  base::Bytes docx = with(document(), "T/M BAN THƯỜNG VỤ", "");
  docx = with(docx, ">BÍ THƯ<", "><");
  EXPECT_THAT(codes(findings(docx)), Contains("D401"));
}

TEST(Rules, DraftMayLeaveNumberAndDateBlank) {
  base::Bytes docx = with(document(), "Số 05-BC/ĐU", "Số \u00A0\u00A0\u00A0-BC/ĐU");
  docx = with(docx, "ngày 05 tháng 02 năm 2026", "ngày \u00A0\u00A0 tháng \u00A0\u00A0 năm 2026");
  EXPECT_THAT(codes(findings(docx)), IsEmpty());
}

TEST(Rules, OldDocumentMayNameAbolishedBodies) {
  base::Bytes docx = with(document(), "ngày 05 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2024");
  docx = with(docx, "chưa đủ dữ liệu để kết luận.", "do huyện ủy chỉ đạo.");
  EXPECT_THAT(codes(findings(docx)), Not(Contains("D331")));
}

TEST(Rules, SentenceMayBeginWithTheWordsOfABasis) {
  const base::Bytes docx = with(document(), ">Thực hiện Nghị quyết", ">Căn cứ Nghị quyết");
  EXPECT_THAT(codes(findings(docx)), IsEmpty());
}

TEST(Rules, PeriodInBracketsUnderTheSubjectMayBeItalic) {
  const std::string end = "quý III năm 2026</w:t></w:r></w:p>";
  const base::Bytes docx =
      with(document(),
           end,
           end + R"(<w:p><w:pPr><w:pStyle w:val="TrichYeu"/></w:pPr><w:r><w:rPr><w:b w:val="0"/>)"
                 "<w:i/></w:rPr><w:t>(Từ ngày 01/7/2026 đến ngày 30/9/2026)</w:t></w:r></w:p>");
  EXPECT_THAT(codes(findings(docx)), IsEmpty());
}

TEST(Rules, FindingNamesItsLaw) {
  const auto found = findings(with(document(), "trực thuộc;", "trực thuộc,"));
  ASSERT_THAT(codes(found), testing::ElementsAre("D412"));
  EXPECT_THAT(found.front().notes, Contains(HasSubstr("Hướng dẫn 05-HD/VPTW (2026), điểm 9.2.5")));
  EXPECT_EQ(found.front().value, "- Các chi bộ trực thuộc,");
  EXPECT_EQ(found.front().span.part, "word/document.xml");
}

// Under the number, in its cell.
base::Bytes with_mark(const std::string& id,
                      const std::string& word,
                      const std::string& properties) {
  const std::string number = id == state ? "05/UBND-VP" : "05-CV/ĐU";
  return with(document(id, "CV"),
              number + "</w:t></w:r></w:p>",
              number +
                  R"(</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>)" +
                  properties + "</w:rPr><w:t>" + word + "</w:t></w:r></w:p>");
}

TEST(Marks, OfUrgencyStandUnderTheNumberInBold) {
  EXPECT_THAT(codes(findings(with_mark(party, "HỎA TỐC", "<w:b/><w:sz w:val=\"28\"/>"))),
              IsEmpty());
  EXPECT_THAT(codes(findings(with_mark(party, "Khẩn", "<w:sz w:val=\"24\"/>"))),
              testing::UnorderedElementsAre("D111", "D112", "D114"));
}

TEST(Marks, AreNotTakenForTheSubjectOfALetter) {
  const std::string stamped = R"(<w:b/><w:color w:val="000000"/><w:sz w:val="28"/>)";
  EXPECT_THAT(codes(findings(with_mark(party, "TỐI MẬT", stamped))), IsEmpty());
  EXPECT_THAT(codes(findings(with_mark(state, "THƯỢNG KHẨN", stamped), state)), IsEmpty());
}

}  // namespace
}  // namespace baocao::format
