#include "sample/roster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path templates = std::filesystem::path(BAOCAO_SOURCE_DIR) / "templates";

class Roster : public ::testing::Test {
 protected:
  Grid grid(const std::string& layout, const Habits& habits = {}) {
    const auto layouts = load_layouts(templates / "sample/layouts.toml").value();
    const auto words = Words::load(templates / "sample/words.toml").value();
    const auto found = std::find_if(
        layouts.begin(), layouts.end(), [&](const Layout& l) { return l.name == layout; });
    std::vector<const Person*> all;
    for (const Person& person : people_) {
      all.push_back(&person);
    }
    return roster(profile_, words, *found, habits, all);
  }

  static std::string text(const Grid& grid,
                          std::size_t row,
                          const std::string& group,
                          const std::string& label) {
    for (std::size_t i = 0; i < grid.heads.size(); ++i) {
      if (grid.heads[i].group == group && grid.heads[i].label == label) {
        const auto* found = std::get_if<std::string>(&grid.rows[row].cells[i]);
        return found == nullptr ? "" : *found;
      }
    }
    ADD_FAILURE() << "no column " << label;
    return "";
  }

  Profile profile_ = load_profile(templates, "thai-nguyen-cbcx").value();
  std::vector<Person> people_ =
      make_people(profile_, NameBook::load(templates / "sample/names.csv").value(), {1, 40}, 3);
};

TEST_F(Roster, OfBm04ShowsTheSexOnlyByTheColumnOfTheBirthDate) {
  const Grid bm04 = grid("bm04", {.text_dates = true});
  const std::string group = "Ngày tháng năm sinh";
  EXPECT_EQ(bm04.rows.front().kind, Row::Kind::group);
  for (std::size_t row = 0; row < bm04.rows.size(); ++row) {
    if (bm04.rows[row].kind == Row::Kind::data) {
      EXPECT_NE(text(bm04, row, group, "Nam").empty(), text(bm04, row, group, "Nữ").empty());
    }
  }
  EXPECT_EQ(bm04.rows.back().kind, Row::Kind::total);
}

TEST_F(Roster, OfThirtyNineColumnsTicksOneLevelPerPerson) {
  const Grid listed = grid("trich_ngang");
  EXPECT_EQ(listed.heads[38].label, "Ghi chú");
  for (std::size_t row = 0; row < listed.rows.size(); ++row) {
    int ticks = 0;
    for (const char* level : {"Tiến sĩ", "Thạc sĩ", "Đại học", "Cao đẳng", "Trung cấp"}) {
      ticks += text(listed, row, "Trình độ chuyên môn", level) == "x" ? 1 : 0;
    }
    EXPECT_EQ(ticks, 1);
  }
}

TEST_F(Roster, FollowsTheHabitsOfTheOffice) {
  const Grid plain = grid("don_gian", {.capital_names = true, .abbreviations = true});
  EXPECT_EQ(text(plain, 0, "", "Chức vụ, chức danh"), "BT ĐU, CT HĐND");
  const std::string name = text(plain, 0, "", "Họ và tên");
  EXPECT_EQ(name.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << name;
  EXPECT_THAT(plain.title.front(), HasSubstr("PHƯỜNG ĐỨC XUÂN"));
}

TEST_F(Roster, PrintsThePlantedTextInsteadOfTheValue) {
  people_.front().planted["trinh_do_chuyen_mon"] = "Đại hoc";
  people_.front().repeated = true;
  const Grid plain = grid("don_gian");
  EXPECT_EQ(text(plain, 0, "", "Trình độ CM"), "Đại hoc");
  EXPECT_EQ(text(plain, 1, "", "Họ và tên"), text(plain, 0, "", "Họ và tên"));
  EXPECT_EQ(plain.rows.size(), people_.size() + 1);
}

TEST(Csv, QuotesWhatHoldsTheSeparator) {
  Grid grid;
  grid.heads = {{"", "Tên"}, {"", "Số"}};
  grid.rows.push_back({Row::Kind::data, {std::string("a,\"b\""), Hundredths{1250}}});
  EXPECT_EQ(to_csv(grid, ',', false), "Tên,Số\r\n\"a,\"\"b\"\"\",\"12,50\"\r\n");
  EXPECT_EQ(to_csv(grid, ';', true), "\xEF\xBB\xBFTên;Số\r\n\"a,\"\"b\"\"\";12,50\r\n");
}

}  // namespace
}  // namespace baocao::sample
