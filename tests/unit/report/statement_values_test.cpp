#include "report/statement_values.hpp"

#include "schema/schema.hpp"

#include <gtest/gtest.h>

namespace baocao::report {
namespace {

struct Said {
  const char* indicator;
  int year;
  std::uint16_t unit;
  const char* text;
  const char* source;
};

// A province (0) and a commune (1).
class Statement : public ::testing::Test {
 protected:
  Statement() : schema_(schema::Schema::load(BAOCAO_SOURCE_DIR "/templates/schema", sink_)) {
    indicator_.definition.id = "X6";
    indicator_.statement = "Nêu kết quả công nhận";
    input_.dataset = &dataset_;
    input_.period = *base::Period::parse("2026");
  }

  void say(const std::vector<Said>& rows) {
    ASSERT_TRUE(schema_);
    dataset_.schema = &*schema_;
    table::Table& table = dataset_.tables["nhan_dinh"];
    table.schema = schema_->find("nhan_dinh");
    table.supplied = true;
    table.rows = rows.size();
    for (const schema::Field& field : table.schema->fields) {
      table::Column& column = table.columns.emplace_back();
      column.field = &field;
      for (const Said& row : rows) {
        const std::string text = field.key == "chi_tieu"   ? row.indicator
                                 : field.key == "noi_dung" ? row.text
                                 : field.key == "nguon"    ? row.source
                                                           : "";
        column.texts.push_back(text);
        column.numbers.emplace_back(row.year);
        column.present.push_back(!text.empty() || field.key == "nam" ? 1 : 0);
      }
    }
    for (const Said& row : rows) {
      table.unit.push_back(row.unit);
    }
  }

  std::string text_of(std::uint16_t unit) {
    const Value value = statement_value(input_, indicator_, unit);
    return value.string() == nullptr ? std::string() : *value.string();
  }

  diag::Sink sink_;
  diag::Result<schema::Schema> schema_;
  table::Dataset dataset_;
  resolution::Indicator indicator_;
  Input input_;
};

TEST_F(Statement, GivesTheTextAndItsSource) {
  say({{"X6", 2026, 0, "Đã được công nhận", "Quyết định số 1"},
       {"X6", 2026, 0, "Đang đầu tư", ""}});
  EXPECT_EQ(text_of(0), "Đã được công nhận (Quyết định số 1); Đang đầu tư");
}

TEST_F(Statement, IsOfTheUnitTheYearAndTheIndicator) {
  say({{"X6", 2025, 0, "Năm trước", "a"},
       {"1b", 2026, 0, "Mục khác", "b"},
       {"X6", 2026, 1, "Xã", "c"}});
  EXPECT_TRUE(statement_value(input_, indicator_, 0).is_none());
  EXPECT_EQ(text_of(1), "Xã (c)");
}

TEST_F(Statement, IsNotAskedOfOtherIndicators) {
  say({{"X6", 2026, 0, "Đã được công nhận", "a"}});
  indicator_.statement.clear();
  EXPECT_TRUE(statement_value(input_, indicator_, 0).is_none());
}

}  // namespace
}  // namespace baocao::report
