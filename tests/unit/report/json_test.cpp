#include "report/json.hpp"

#include "report/evaluate.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

std::string shown(std::string_view json) {
  const auto value = parse_json(json, "d.json");
  return value ? printed(*value) : "[" + value.error().message + "]";
}

TEST(Json, KeepsNumbersExactlyAndNamesInOrder) {
  EXPECT_EQ(shown(R"({"b": 0.1, "a": [12, -3.50, 1.5e3, 25e-2]})"),
            "{b: 0,1, a: 12, -3,5, 1500, 0,25}");
  EXPECT_EQ(shown("9007199254740993"), "9007199254740993");
}

TEST(Json, ReadsTextsAndWords) {
  EXPECT_EQ(shown("\xEF\xBB\xBF[\"xã \\u0110\\n\", true, null]"), "xã Đ\n, có, ");
}

TEST(Json, RefusesWhatItCannotKeep) {
  EXPECT_EQ(shown("99999999999999999999"),
            "[tệp dữ liệu JSON: số 99999999999999999999 lớn quá hoặc nhiều chữ số quá]");
  EXPECT_EQ(shown(R"({"a": 1, "a": 2})"),
            "[tệp dữ liệu JSON: tên \"a\" có hai lần trong một đối tượng]");
  EXPECT_EQ(shown(std::string(101, '[') + std::string(101, ']')),
            "[tệp dữ liệu JSON: lồng nhau quá sâu]");
  EXPECT_EQ(shown("\"\xFF\""), "[tệp dữ liệu JSON: sai cú pháp JSON]");
}

TEST(Json, SaysWhereASyntaxFaultIs) {
  const auto value = parse_json("{\n  \"a\": ,\n}", "d.json");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().code.id(), "T505");
  EXPECT_EQ(value.error().span.line, 2U);
  EXPECT_EQ(value.error().span.line_column, 8U);
}

}  // namespace
}  // namespace baocao::report
