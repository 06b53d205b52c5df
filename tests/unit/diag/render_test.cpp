#include "diag/render.hpp"

#include "diag/codes.hpp"
#include "diag/json.hpp"

#include <gtest/gtest.h>

namespace baocao::diag {
namespace {

Diagnostic bad_date() {
  return {.code = "J104",
          .severity = Severity::warning,
          .message = "\"31/02/1985\" không phải là ngày hợp lệ",
          .help = "ghi ngày theo dạng dd/mm/yyyy",
          .span = {.file = "can-bo/x.xlsx",
                   .sheet = "Danh sách",
                   .cell = "D17",
                   .column = "Ngày sinh",
                   .row = 17},
          .notes = {"ô này coi như chưa có số liệu"},
          .field = "ngay_sinh",
          .value = "31/02/1985",
          .unit = "05665",
          .rule = "tuoi-toi-da"};
}

TEST(Text, NamesWhatWhereAndTheWayOut) {
  EXPECT_EQ(text(bad_date()),
            "cảnh báo[J104]: \"31/02/1985\" không phải là ngày hợp lệ\n"
            "  --> can-bo/x.xlsx, trang \"Danh sách\", ô D17 (Ngày sinh)\n"
            "   = ô này coi như chưa có số liệu\n"
            "   = cách sửa: ghi ngày theo dạng dd/mm/yyyy\n");
}

TEST(Place, OfATextFileIsLineAndCharacter) {
  EXPECT_EQ(place({.file = "job.toml", .line = 3, .line_column = 7}), "job.toml, dòng 3, ký tự 7");
}

TEST(Place, OfAWordFileIsPartAndAddress) {
  EXPECT_EQ(place({.file = "m.docx", .part = "word/document.xml", .address = "đoạn 1, ký tự 14"}),
            "m.docx, word/document.xml › đoạn 1, ký tự 14");
}

TEST(Json, HasEveryContractFieldAndTheCounts) {
  const Diagnostic faults[] = {bad_date()};
  EXPECT_EQ(
      json(faults),
      R"({"diagnostics":[{"code":"J104","severity":"warning",)"
      R"("message":"\"31/02/1985\" không phải là ngày hợp lệ","help":"ghi ngày theo dạng dd/mm/yyyy",)"
      R"("file":"can-bo/x.xlsx","sheet":"Danh sách","cell":"D17","row":17,"column":"Ngày sinh",)"
      R"("field":"ngay_sinh","value":"31/02/1985","unit":"05665","line":null,"rule":"tuoi-toi-da"}],)"
      R"("counts":{"error":0,"warning":1,"note":0}})");
}

TEST(JsonString, EscapesControlCharacters) {
  EXPECT_EQ(json_string("a\"\\\n\t\x01"), R"("a\"\\\n\t\u0001")");
}

TEST(Codes, AreSortedUniqueAndFullyExplained) {
  std::string_view last;
  for (const CodeInfo& info : all_codes()) {
    EXPECT_LT(last, info.id);
    last = info.id;
    for (const std::string_view part : {info.title, info.meaning, info.cause, info.cure}) {
      EXPECT_GT(part.size(), 10U) << info.id;
    }
  }
  EXPECT_EQ(find_code("J102")->title, "Khóa không có trong tệp cấu hình");
  EXPECT_EQ(find_code("Z999"), nullptr);
}

TEST(Sink, CountsBySeverityAndKeepsOrder) {
  Sink first;
  Sink second;
  first.add(bad_date());
  second.add({.code = "J101", .message = "x"});
  first.append(std::move(second));
  EXPECT_EQ(first.count(Severity::warning), 1U);
  EXPECT_TRUE(first.has_errors());
  EXPECT_EQ(first.all()[1].code.id(), "J101");
}

}  // namespace
}  // namespace baocao::diag
