#include "text/csv.hpp"

#include <gtest/gtest.h>

namespace baocao::text {
namespace {

TEST(CsvField, IsQuotedOnlyWhereNeeded) {
  EXPECT_EQ(csv_field("Xã Văn Lăng"), "Xã Văn Lăng");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("gọi là \"xã\""), "\"gọi là \"\"xã\"\"\"");
  EXPECT_EQ(csv_field("hai\ndòng"), "\"hai\ndòng\"");
  EXPECT_EQ(csv_field(""), "");
}

TEST(CsvField, NeverStartsAFormula) {
  EXPECT_EQ(csv_field("=1+1"), "'=1+1");
  EXPECT_EQ(csv_field("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
}

}  // namespace
}  // namespace baocao::text
