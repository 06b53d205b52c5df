#include "config/fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::config {
namespace {

struct Parsed {
  Node node;
  diag::Sink sink;
  Fields fields;

  explicit Parsed(std::string_view toml)
      : node(parse(toml, "job.toml").value()), fields(node, "job.toml", "job.toml", sink) {}
};

TEST(Parse, GivesTheLineOfASyntaxFault) {
  const auto parsed = parse("a = 1\nb = \n", "job.toml");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code.id(), "J101");
  EXPECT_EQ(parsed.error().span.line, 2U);
}

TEST(Fields, ReadEachTypeWithItsPlace) {
  Parsed p("s = \"chữ\"\ni = 7\nx = 62.5\nb = true\nd = 2026-09-30\nl = [\"a\", \"b\"]\n");
  EXPECT_EQ(p.fields.string("s"), "chữ");
  EXPECT_EQ(p.fields.integer("i"), 7);
  EXPECT_EQ(p.fields.optional_number("x"), base::Ratio(125, 2));
  EXPECT_EQ(p.fields.optional_boolean("b"), true);
  EXPECT_EQ(p.fields.date("d").iso(), "2026-09-30");
  EXPECT_THAT(p.fields.strings("l"), testing::ElementsAre("a", "b"));
  EXPECT_EQ(p.fields.span("d").line, 5U);
  p.fields.finish();
  EXPECT_TRUE(p.sink.all().empty());
}

TEST(Fields, KeepDecimalsExact) {
  Parsed p("x = 0.1\ny = -1_000.25");
  EXPECT_EQ(p.fields.optional_number("x"), base::Ratio(1, 10));
}

TEST(Fields, NameTheNearestKeyForAMisspeltOne) {
  Parsed p("perod = \"2026-Q3\"\nperiod_x = 1\n");
  EXPECT_EQ(p.fields.string("period"), "");
  p.fields.finish();
  ASSERT_EQ(p.sink.all().size(), 3U);
  EXPECT_EQ(p.sink.all()[0].code.id(), "J103");
  EXPECT_EQ(p.sink.all()[1].code.id(), "J102");
  EXPECT_EQ(p.sink.all()[1].span.line, 1U);
  EXPECT_THAT(p.sink.all()[1].help, testing::HasSubstr("ý bạn là \"period\"?"));
}

TEST(Fields, ReportIllTypedValuesAllAtOnce) {
  Parsed p("s = 1\ni = \"x\"\nl = [1]\nd = \"30/9/2026\"\nt = 3\n");
  p.fields.string("s");
  p.fields.integer("i");
  p.fields.strings("l");
  p.fields.date("d");
  EXPECT_EQ(p.fields.table("t"), nullptr);
  ASSERT_EQ(p.sink.all().size(), 5U);
  for (const auto& fault : p.sink.all()) {
    EXPECT_EQ(fault.code.id(), "J104");
  }
}

TEST(Fields, KeepKeysAndTablesInTheOrderOfTheFile) {
  Parsed p("[files]\nz = \"1\"\na = \"2\"\n[[x]]\nid = \"b\"\n[[x]]\nid = \"a\"\n");
  Fields files(*p.fields.table("files"), "job.toml", "[files]", p.sink);
  EXPECT_THAT(files.keys(), testing::ElementsAre("z", "a"));
  ASSERT_EQ(p.fields.tables("x").size(), 2U);
  EXPECT_EQ(*p.fields.tables("x")[0]->find("id")->as<std::string>(), "b");
}

}  // namespace
}  // namespace baocao::config
