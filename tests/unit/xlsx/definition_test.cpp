#include "xlsx/definition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::xlsx {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string sheet_start = R"([[sheet]]
name = "Biểu 01"
title = "Kết quả"
levels = "tinh"
rows = "ct in chi_tieu"
)";

// "code:line" of each fault.
std::vector<std::string> faults_of(const std::string& toml) {
  diag::Sink sink;
  const auto definition = load_definition(toml, "appendices.toml", sink);
  EXPECT_EQ(definition.has_value(), sink.all().empty());
  std::vector<std::string> found;
  for (const diag::Diagnostic& fault : sink.all()) {
    EXPECT_EQ(fault.span.file, "appendices.toml");
    found.push_back(std::string(fault.code.id()) + ":" + std::to_string(fault.span.line));
  }
  return found;
}

TEST(AppendixDefinition, ReadsSheetsColumnsAndColours) {
  diag::Sink sink;
  const auto definition = load_definition(R"(title = "Phụ lục {{ ky.ten }}"
[fills]
met = "#E2EFDA"
[[sheet]]
name = "Biểu 01"
title = "Kết quả"
levels = ["tinh", "xa"]
internal = true
orientation = "landscape"
rows = "ct in chi_tieu"
column = [
  { header = ["Kết quả", "Số đạt"], key = "n", kind = "number", value = "ct.n", width = 9 },
  { header = ["Kết quả", "Tổng số"], key = "d", kind = "number", value = "ct.d" },
  { header = ["Kết quả", "Tỷ lệ"], kind = "percent", of = ["n", "d"], align = "right" },
]
)",
                                          "appendices.toml",
                                          sink);
  ASSERT_TRUE(definition.has_value()) << sink.all().front().message;
  EXPECT_EQ(definition->fills.at("met"), 0xE2EFDAU);
  const Sheet& sheet = definition->sheets.at(0);
  EXPECT_THAT(sheet.levels, ElementsAre("tinh", "xa"));
  EXPECT_TRUE(sheet.internal);
  EXPECT_TRUE(sheet.landscape);
  EXPECT_EQ(sheet.rows.name, "ct");
  EXPECT_EQ(sheet.columns.at(0).header.size(), 2U);
  EXPECT_EQ(sheet.columns.at(0).width, 9);
  ASSERT_TRUE(sheet.columns.at(2).share.has_value());
  EXPECT_EQ(sheet.columns.at(2).share->n, 0U);
  EXPECT_EQ(sheet.columns.at(2).share->d, 1U);
  EXPECT_EQ(sheet.columns.at(2).align, Align::right);
}

TEST(AppendixDefinition, AllFaultsComeAtOnceWithTheirLines) {
  const std::string toml = R"(title = "{{ ky. }}"
[[sheet]]
title = "Kết quả"
levels = "tinh"
orientation = "ngang"
rows = "chi_tieu"
colum = 3
column = [
  { header = "A", value = "ct.n +" },
  { header = "B", kind = "so", value = "ct.n" },
  { header = "C" },
]
)";
  EXPECT_THAT(faults_of(toml),
              ::testing::UnorderedElementsAre("X702:1",
                                              "J103:2",
                                              "X703:5",
                                              "X702:6",
                                              "J102:7",
                                              "X702:9",
                                              "X703:9",
                                              "X703:10",
                                              "X703:11"));
}

TEST(AppendixDefinition, SyntaxFaultIsJ101) {
  EXPECT_THAT(faults_of("title = \"không đóng"), ElementsAre("J101:1"));
}

TEST(AppendixDefinition, PercentNeedsTwoNumberColumnsOfItsOwnLoop) {
  const std::string other_loop = sheet_start + R"(column = [
  { header = "n", key = "n", kind = "number", value = "1", each = "x in xa" },
  { header = "d", key = "d", kind = "number", value = "1" },
  { header = "%", kind = "percent", of = ["n", "d"] },
]
)";
  EXPECT_THAT(faults_of(other_loop), ElementsAre("X703:9"));
  const std::string text_column = sheet_start + R"(column = [
  { header = "n", key = "n", value = "1" },
  { header = "%", kind = "percent", of = ["n", "n"] },
]
)";
  EXPECT_THAT(faults_of(text_column), ElementsAre("X703:8"));
}

TEST(AppendixDefinition, SameKeyTwiceIsAFault) {
  EXPECT_THAT(faults_of(sheet_start + R"(column = [
  { header = "n", key = "n", kind = "number", value = "1" },
  { header = "n", key = "n", kind = "number", value = "2" },
]
)"),
              ElementsAre("X703:8"));
}

TEST(AppendixDefinition, OnlyNumbersCarryAMark) {
  EXPECT_THAT(faults_of(sheet_start + R"(column = [
  { header = "n", kind = "number", value = "1", mark = "'*'" },
  { header = "m", value = "2", mark = "'*'" },
]
)"),
              ElementsAre("X703:8"));
}

TEST(AppendixDefinition, ColumnsOutsideThePrintAreaComeLast) {
  EXPECT_THAT(faults_of(sheet_start + R"(column = [
  { header = "n", print = false, value = "1" },
  { header = "m", value = "2" },
]
)"),
              ElementsAre("X703:6"));
}

TEST(AppendixDefinition, ColoursAreSixHexadecimalDigits) {
  EXPECT_THAT(faults_of("[fills]\nmet = \"xanh\"\nnot_met = \"#12345G\"\nno_data = \"#EDEDED\"\n"),
              ElementsAre("X703:2", "X703:3"));
}

TEST(AppendixWords, HoldTextAndExpressions) {
  const auto words = parse_words("Phụ lục {{ 'I' }}, quý {{ ky.ten }}.", {});
  ASSERT_TRUE(words.has_value()) << words.error();
  EXPECT_EQ(words->pieces.size(), 3U);
  EXPECT_EQ(words->pieces[1].text, ", quý ");
  EXPECT_THAT(parse_words("{{ ky.ten", {}).error(), HasSubstr("thiếu dấu }}"));
  EXPECT_THAT(parse_words("", {})->pieces, IsEmpty());
}

TEST(AppendixLoop, IsANameInAList) {
  EXPECT_EQ(parse_loop("x in don_vi.xa", {})->name, "x");
  EXPECT_THAT(parse_loop("xa", {}).error(), HasSubstr("tên in danh sách"));
  EXPECT_FALSE(parse_loop("x.y in xa", {}).has_value());
}

}  // namespace
}  // namespace baocao::xlsx
