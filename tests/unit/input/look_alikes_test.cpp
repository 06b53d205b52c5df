#include "input/look_alikes.hpp"

#include <gtest/gtest.h>

namespace baocao::input {
namespace {

TEST(LookAlikes, AreReportedOnceForAColumn) {
  Sheet sheet;
  sheet.name = "DS";
  sheet.add(0, 1, CellKind::text, "Họ và tên");
  sheet.add(1, 1, CellKind::text, "Nguyễn Văn \u0410n");
  sheet.add(2, 1, CellKind::text, "Lê \u0412ình");
  sheet.add(3, 1, CellKind::text, "\u041C\u043E\u0441\u043A\u0432\u0430");
  diag::Sink sink;
  report_look_alikes(sheet, sink);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code.id(), "F221");
  EXPECT_EQ(sink.all()[0].severity, diag::Severity::warning);
  EXPECT_EQ(sink.all()[0].span.cell, "B2");
  EXPECT_NE(sink.all()[0].message.find("cột B: 2 ô"), std::string::npos);
}

}  // namespace
}  // namespace baocao::input
