#include "diag/id_numbers.hpp"

#include <gtest/gtest.h>

namespace baocao::diag {
namespace {

// A column that slipped puts identity numbers under any header.
TEST(IdNumbers, AreHiddenInAllThatAFaultSays) {
  Sink sink;
  sink.add({.code = "N204",
            .message = "\"019080001234\" không phải là ngày hợp lệ",
            .help = "xem lại 019 080 001 234",
            .span = {.file = "ds/019080001234.csv", .column = "19080001234"},
            .notes = {"trong tệp ghi là \"019.080.001.234\""},
            .value = "019080001234"});
  const Sink hidden = without_id_numbers(std::move(sink));
  ASSERT_EQ(hidden.all().size(), 1U);
  const Diagnostic& fault = hidden.all().front();
  EXPECT_EQ(fault.message, "\"•••••••••234\" không phải là ngày hợp lệ");
  EXPECT_EQ(fault.help, "xem lại •••••••••234");
  EXPECT_EQ(fault.notes, std::vector<std::string>{"trong tệp ghi là \"•••••••••234\""});
  EXPECT_EQ(fault.value, "•••••••••234");
  EXPECT_EQ(fault.span.column, "••••••••234");
  EXPECT_EQ(fault.span.file, "ds/019080001234.csv") << "a file must be found under its name";
}

}  // namespace
}  // namespace baocao::diag
