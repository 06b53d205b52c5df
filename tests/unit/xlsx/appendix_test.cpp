#include "xlsx/appendix.hpp"

#include "workbook_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::xlsx {
namespace {

using report::List;
using report::Map;
using report::Value;
using ::testing::HasSubstr;

class AppendixTest : public ::testing::Test {
 protected:
  diag::Result<base::Bytes> render(const std::string& columns, const Value& model) {
    diag::Sink sink;
    const auto appendices = Appendices::load(
        head_ +
            "[[sheet]]\nname = \"Biểu\"\ntitle = \"Biểu\"\nlevels = \"xa\"\nrows = \"r in dong\"\n"
            "empty = \"Không có gì.\"\ncolumn = [\n" +
            columns + "\n]\n",
        "appendices.toml",
        sink);
    if (!appendices) {
      return diag::Failure(appendices.error());
    }
    return appendices->render(model, "xa", Audience::outward, scratch_.path());
  }

  std::vector<std::string> read(const std::string& columns, const Value& model) {
    const auto bytes = render(columns, model);
    return bytes ? facts(*bytes, scratch_) : std::vector{bytes.error().message};
  }

  static Value rows(List list) { return Map{{"dong", std::move(list)}}; }

  std::string head_;  // of the file, before its sheet
  Scratch scratch_;
};

TEST_F(AppendixTest, WritesEachKindAsItself) {
  const auto lines = read(
      "{ header = \"A\", value = \"r.chu\" }, { header = \"B\", kind = \"number\", value = "
      "\"r.so\" },"
      "{ header = \"C\", kind = \"number\", value = \"r.le\" }, { header = \"D\", kind = \"date\", "
      "value = \"r.ngay\" },"
      "{ header = \"E\", kind = \"percent\", value = \"r.le\" }, { header = \"F\", kind = "
      "\"date\", value = \"r.xua\" }",
      rows({Map{{"chu", "05665"},
                {"so", 1234},
                {"le", base::Ratio(1, 4)},
                {"ngay", *base::Date::from_ymd(1984, 2, 29)},
                {"xua", *base::Date::from_ymd(1899, 5, 6)}}}));
  EXPECT_TRUE(has(lines, "Biểu|A7|text|05665|General"));
  EXPECT_TRUE(has(lines, "Biểu|B7|number|1234|#,##0"));
  EXPECT_TRUE(has(lines, "Biểu|C7|number|0.25|#,##0.##"));
  EXPECT_TRUE(has(lines, "Biểu|D7|date|1984-02-29|dd/mm/yyyy"));
  EXPECT_TRUE(has(lines, "Biểu|E7|number|0.25|0.0%"));
  EXPECT_TRUE(has(lines, "Biểu|F7|text|06/05/1899|General"));
}

// A marked number stays that number: the mark is in its format, formulas count with it.
TEST_F(AppendixTest, MarksNumbersThroughTheirFormat) {
  const std::string columns =
      "{ header = \"n\", key = \"n\", kind = \"number\", value = \"r.n\", mark = \"r.sao\", total "
      "= \"3\", total_mark = \"'(t)'\" },"
      "{ header = \"d\", key = \"d\", kind = \"number\", value = \"8\", total = \"8\" },"
      "{ header = \"%\", kind = \"percent\", of = [\"n\", \"d\"] }";
  const auto lines = read(columns, rows({Map{{"n", 2}, {"sao", "*"}}, Map{{"n", 5}, {"sao", ""}}}));
  EXPECT_TRUE(has(lines, "Biểu|A7|number|3|#,##0\"(t)\""));
  EXPECT_TRUE(has(lines, "Biểu|A8|number|2|#,##0\"*\""));
  EXPECT_TRUE(has(lines, "Biểu|A9|number|5|#,##0"));
  EXPECT_TRUE(has(lines, "Biểu|C8|formula|=IF(B8=0,\"\",A8/B8)|0.0%"));
  EXPECT_TRUE(has(lines, "Biểu|C8|cached|0.25"));
}

TEST_F(AppendixTest, PutsTheNoteWhereTheMarksAre) {
  head_ = "mark_note = \"* là dấu\"\n";
  const std::string shown =
      "{ header = \"A\", kind = \"number\", value = \"r.a\", mark = \"r.a_sao\" }, "
      "{ header = \"B\", kind = \"number\", value = \"1\", print = false, mark = \"r.b_sao\" }";
  const auto note_at = [&](const char* a, const char* b) {
    std::string places;
    for (const std::string& line : read(shown, rows({Map{{"a", 1}, {"a_sao", a}, {"b_sao", b}}}))) {
      if (line.find("|text|* là dấu|") != std::string::npos) {
        places += line.substr(0, line.find("|text"));
      }
    }
    return places;
  };
  EXPECT_EQ(note_at("", ""), "");
  EXPECT_EQ(note_at("*", ""), "Biểu|A5");
  EXPECT_EQ(note_at("", "*"), "Biểu|B5");
  EXPECT_EQ(note_at("*", "*"), "Biểu|A5Biểu|B5");
}

TEST_F(AppendixTest, EmptyPopulationGetsWordsAndNoFormula) {
  const std::string columns =
      "{ header = \"n\", key = \"n\", kind = \"number\", value = \"r.n\" },"
      "{ header = \"d\", key = \"d\", kind = \"number\", value = \"r.d\" },"
      "{ header = \"%\", kind = \"percent\", of = [\"n\", \"d\"], otherwise = \"'–'\" }";
  const auto lines = read(columns, rows({Map{{"n", 0}, {"d", 0}}, Map{{"n", 0}, {"d", 8}}}));
  EXPECT_TRUE(has(lines, "Biểu|C7|text|–|General"));
  EXPECT_TRUE(has(lines, "Biểu|C8|formula|=IF(B8=0,\"\",A8/B8)|0.0%"));
  EXPECT_TRUE(has(lines, "Biểu|C8|cached|0"));
}

TEST_F(AppendixTest, NeighboursWithTheSameHeaderAreMerged) {
  const auto lines = read(
      "{ header = \"TT\", value = \"stt\" }, { header = [\"Kết quả\", \"Đạt\"], value = \"1\" },"
      "{ header = [\"Kết quả\", \"Không\"], value = \"2\" }, { header = [\"Khác\", \"Không\"], "
      "value = \"2\" }",
      rows({Map{}}));
  EXPECT_TRUE(any_starts_with(lines, "Biểu|page|merged|"));
  EXPECT_THAT(lines,
              ::testing::Contains(::testing::AllOf(HasSubstr("|merged|"),
                                                   HasSubstr("A6:A7"),
                                                   HasSubstr("B6:C6"),
                                                   ::testing::Not(HasSubstr("D6:")))));
}

TEST_F(AppendixTest, AnEmptyListPrintsItsSentence) {
  EXPECT_TRUE(has(read("{ header = \"A\", value = \"r\" }", rows({})),
                  "Biểu|A4|text|Không có gì.|General"));
}

TEST_F(AppendixTest, LevelChoosesTheSheets) {
  diag::Sink sink;
  const auto appendices = Appendices::load(
      "[[sheet]]\nname = \"T\"\ntitle = \"T\"\nlevels = \"tinh\"\nrows = \"r in dong\"\n"
      "column = [{ header = \"A\", value = \"r\" }]\n"
      "[[sheet]]\nname = \"X {{ phu_luc }}\"\ntitle = \"X\"\nlevels = \"xa\"\nrows = \"r in "
      "dong\"\n"
      "column = [{ header = \"A\", value = \"r\" }]\n",
      "appendices.toml",
      sink);
  ASSERT_TRUE(appendices.has_value());
  const auto bytes = appendices->render(rows({}), "xa", Audience::outward, scratch_.path());
  const auto lines = facts(bytes.value_or(""), scratch_);
  EXPECT_TRUE(any_starts_with(lines, "X I|"));
  EXPECT_FALSE(any_starts_with(lines, "T|"));
}

TEST_F(AppendixTest, TravellingSheetsAreNumberedWithoutGaps) {
  const auto sheet = [](const std::string& name, const std::string& more) {
    return "[[sheet]]\nname = \"" + name + " {{ phu_luc }}\"\ntitle = \"T\"\nlevels = \"xa\"\n" +
           more + "column = [{ header = \"A\", value = \"r\" }]\n";
  };
  diag::Sink sink;
  const auto appendices =
      Appendices::load(sheet("Một", "rows = \"r in dong\"\n") +
                           sheet("Người", "internal = true\nrows = \"r in nguoi\"\n") +
                           sheet("Hai", "rows = \"r in dong\"\n"),
                       "appendices.toml",
                       sink);
  ASSERT_TRUE(appendices.has_value());
  const Map outward{{"dong", List{Value(1)}}};
  Map internal = outward;
  internal.emplace_back("nguoi", List{Value(2)});
  const auto travelling = appendices->render(outward, "xa", Audience::outward, scratch_.path());
  const auto kept = appendices->render(internal, "xa", Audience::internal, scratch_.path());
  const auto lines = facts(travelling.value_or(""), scratch_);
  EXPECT_TRUE(any_starts_with(lines, "Một I|"));
  EXPECT_TRUE(any_starts_with(lines, "Hai II|"));
  EXPECT_TRUE(any_starts_with(facts(kept.value_or(""), scratch_), "Người III|"));
}

TEST_F(AppendixTest, UnknownNameIsAFaultWithItsPlace) {
  const auto bytes = render("{ header = \"A\", value = \"khong_co\" }", rows({Map{}}));
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code.id(), "T511");
  EXPECT_EQ(bytes.error().span.file, "appendices.toml");
  EXPECT_EQ(bytes.error().span.line, 8U);
}

TEST_F(AppendixTest, ValueOfAnotherKindIsX704) {
  const auto number =
      render("{ header = \"A\", kind = \"number\", value = \"'ba'\" }", rows({Map{}}));
  ASSERT_FALSE(number.has_value());
  EXPECT_EQ(number.error().code.id(), "X704");
  const auto loop = render("{ header = \"A\", value = \"x\", each = \"x in 5\" }", rows({Map{}}));
  ASSERT_FALSE(loop.has_value());
  EXPECT_EQ(loop.error().code.id(), "X704");
}

TEST_F(AppendixTest, MoreColumnsThanExcelHoldsIsX705) {
  const auto bytes = render("{ header = \"A\", value = \"x\", each = \"x in nhieu\" }",
                            Map{{"dong", List{}}, {"nhieu", List(20000, Value(1))}});
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code.id(), "X705");
}

TEST_F(AppendixTest, TextLongerThanACellHoldsIsX705) {
  const auto bytes =
      render("{ header = \"A\", value = \"r\" }", rows({Value(std::string(40000, 'a'))}));
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code.id(), "X705");
}

TEST_F(AppendixTest, MissingScratchFolderIsX701) {
  diag::Sink sink;
  const auto appendices = Appendices::load("", "appendices.toml", sink);
  ASSERT_TRUE(appendices.has_value());
  const auto bytes =
      appendices->render(rows({}), "xa", Audience::outward, scratch_.path() / "khong-co");
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().code.id(), "X701");
}

}  // namespace
}  // namespace baocao::xlsx
