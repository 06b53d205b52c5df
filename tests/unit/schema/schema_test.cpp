#include "schema/schema.hpp"

#include "diag/render.hpp"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::schema {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = fs::path(BAOCAO_SOURCE_DIR) / "templates/schema";

std::string printed(const diag::Sink& sink) {
  std::string out;
  for (const diag::Diagnostic& fault : sink.all()) {
    out += diag::text(fault) + "\n";
  }
  return out;
}

class Shipped : public testing::Test {
 protected:
  void SetUp() override {
    diag::Sink sink;
    auto loaded = Schema::load(shipped, sink);
    ASSERT_TRUE(loaded.has_value()) << printed(sink);
    ASSERT_TRUE(sink.all().empty()) << printed(sink);
    schema_ = std::move(*loaded);
  }

  std::string word(std::string_view list, std::string_view text) const {
    const CodeList* codes = schema_.codes(list);
    const auto found = codes->find_text(text);
    return found ? codes->words[*found].key : "";
  }

  Schema schema_;
};

TEST_F(Shipped, HasTheTablesOfTheDataModel) {
  std::vector<std::string> names;
  for (const auto& table : schema_.tables()) {
    names.push_back(table->name);
  }
  EXPECT_THAT(names,
              testing::ElementsAre("bien_che",
                                   "boi_duong",
                                   "can_bo",
                                   "co_quan",
                                   "dan_so",
                                   "dang_vien",
                                   "danh_gia",
                                   "don_vi",
                                   "ho_so",
                                   "lop_hoc",
                                   "luan_chuyen",
                                   "nhan_dinh",
                                   "nhiem_vu",
                                   "quy_hoach",
                                   "thon",
                                   "to_chuc_dang",
                                   "trang_bi"));
}

TEST_F(Shipped, ReadsLevelsHoweverTheyAreWritten) {
  EXPECT_EQ(word("trinh_do_chuyen_mon", "Thạc sỹ"), "thac_si");
  EXPECT_EQ(word("trinh_do_chuyen_mon", "Th.S"), "thac_si");
  EXPECT_EQ(word("ly_luan_chinh_tri", "TC"), "trung_cap");
  EXPECT_EQ(word("ngach", "01.003"), "chuyen_vien");
  EXPECT_EQ(word("xep_loai", "HTXSNV"), "hoan_thanh_xuat_sac");
  EXPECT_EQ(word("trinh_do_chuyen_mon", "Thạc sĩ khoa học tự nhiên"), "");
}

TEST_F(Shipped, OrdersLevels) {
  const CodeList* levels = schema_.codes("trinh_do_chuyen_mon");
  ASSERT_TRUE(levels->ordered);
  EXPECT_LT(levels->words[*levels->find_key("dai_hoc")].rank,
            levels->words[*levels->find_key("thac_si")].rank);
  EXPECT_FALSE(schema_.codes("dan_toc")->words.front().rank);
}

TEST_F(Shipped, KnowsAllEthnicGroupsAndKeepsDoubtfulNamesApart) {
  EXPECT_EQ(schema_.codes("dan_toc")->words.size(), 54U);
  EXPECT_EQ(word("dan_toc", "H'Mông"), "mong");
  EXPECT_EQ(word("dan_toc", "Thổ"), "tho");
  EXPECT_EQ(word("dan_toc", "Mèo"), "");
  const auto alias = schema_.codes("dan_toc")->find_alias("Mèo");
  ASSERT_TRUE(alias);
  EXPECT_EQ(schema_.codes("dan_toc")->words[*alias].key, "mong");
}

TEST_F(Shipped, FitsThePostsIntoOneSet) {
  EXPECT_LE(schema_.codes("chuc_danh")->words.size(), 64U);
  EXPECT_EQ(word("chuc_danh", "PBT TT"), "pho_bi_thu");
}

TEST_F(Shipped, TakesAnEnglishUnitList) {
  const Table* units = schema_.find("don_vi");
  for (const char* header : {"code", "name", "full_name", "type", "parent"}) {
    EXPECT_TRUE(units->by_header.contains(header)) << header;
  }
}

TEST_F(Shipped, EveryFieldCanBeNamedByItsKeyAndLabel) {
  for (const auto& table : schema_.tables()) {
    for (std::size_t i = 0; i < table->fields.size(); ++i) {
      EXPECT_EQ(table->by_header.at(header_path_key(table->fields[i].key)), i);
      EXPECT_EQ(table->by_header.at(header_path_key(table->fields[i].label)), i);
    }
  }
}

TEST(HeaderPathKey, KeysEachLevelOfAMergedHeader) {
  EXPECT_EQ(header_path_key("Trình độ\nchuyên môn > Thạc sĩ"), "trình độ chuyên môn>thạc sĩ");
}

class Written : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "codes");
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  std::vector<std::string> faults() {
    std::vector<std::string> all;
    diag::Sink sink;
    loaded_ = Schema::load(folder_, sink).has_value();
    for (const diag::Diagnostic& fault : sink.all()) {
      all.push_back(std::string(fault.code.id()) + " " + std::to_string(fault.span.line) + ": " +
                    fault.message);
    }
    return all;
  }

  fs::path folder_;
  bool loaded_ = false;
};

TEST_F(Written, RefusesAFolderWithoutTables) {
  EXPECT_THAT(faults(), testing::ElementsAre(testing::StartsWith("E403")));
  EXPECT_FALSE(loaded_);
}

TEST_F(Written, RefusesTwoMeaningsOfOneText) {
  write("codes/muc.toml",
        "label = \"Mức\"\n[[word]]\nkey = \"a\"\nlabel = \"Cao cấp\"\nvariants = [\"CC\"]\n"
        "[[word]]\nkey = \"b\"\nlabel = \"Chứng chỉ\"\nvariants = [\"cc.\"]\n");
  write("t.toml",
        "label = \"T\"\nsubject = \"dòng này\"\n"
        "[[field]]\nkey = \"x\"\nlabel = \"Tên\"\ntype = \"text\"\nheaders = []\n"
        "[[field]]\nkey = \"y\"\nlabel = \"Y\"\ntype = \"text\"\nheaders = [\"TÊN:\"]\n");
  EXPECT_THAT(faults(),
              testing::ElementsAre("E402 9: \"cc.\" vừa là \"Cao cấp\" vừa là \"Chứng chỉ\"",
                                   testing::HasSubstr("tiêu đề \"TÊN:\" thuộc về hai trường")));
  EXPECT_FALSE(loaded_);
}

TEST_F(Written, RefusesYearsThatSettleNoCentury) {
  const std::string field =
      "[[field]]\nkey = \"x\"\nlabel = \"X\"\ntype = \"date\"\nheaders = []\n";
  write("t.toml", "label = \"T\"\nsubject = \"dòng này\"\n" + field + "years = \"1900-2000\"\n");
  EXPECT_THAT(faults(), testing::ElementsAre(testing::HasSubstr("ngắn hơn 100 năm")));
  write("t.toml", "label = \"T\"\nsubject = \"dòng này\"\n" + field + "years = \"1935-2015\"\n");
  EXPECT_THAT(faults(), testing::IsEmpty());
}

TEST_F(Written, NamesEveryUnknownTypeListFieldAndCode) {
  write(
      "t.toml",
      "label = \"T\"\nsubject = \"dòng này\"\nunique = [[\"zz\"]]\n"
      "[[field]]\nkey = \"x\"\nlabel = \"X\"\ntype = \"nunber\"\nheaders = []\n"
      "[[field]]\nkey = \"y\"\nlabel = \"Y\"\ntype = \"code\"\ncodes = \"khong_co\"\nheaders = []\n"
      "[[rule]]\nid = \"r\"\nexpect = \"x > 0\"\nfield = \"x\"\ncode = \"K999\"\n"
      "message = \"m\"\nhelp = \"h\"\n");
  const std::vector<std::string> found = faults();
  EXPECT_THAT(found, testing::SizeIs(4));
  EXPECT_THAT(found, testing::Each(testing::StartsWith("E401")));
}

TEST_F(Written, RefusesTwoRulesOfOneId) {
  const std::string rule =
      "[[rule]]\nid = \"r\"\nexpect = \"x > 0\"\nfield = \"x\"\nmessage = \"m\"\nhelp = \"h\"\n";
  write("t.toml",
        "label = \"T\"\nsubject = \"dòng này\"\n"
        "[[field]]\nkey = \"x\"\nlabel = \"X\"\ntype = \"number\"\nheaders = []\n" +
            rule + rule);
  EXPECT_THAT(faults(), testing::ElementsAre("E402 14: hai quy tắc cùng mang id \"r\""));
}

TEST_F(Written, RefusesCapsPersonsAndIdsThatNameNoField) {
  write("codes/muc.toml",
        "label = \"Mức\"\n[[word]]\nkey = \"a\"\nlabel = \"A\"\n[[word]]\nkey = \"b\"\nlabel = "
        "\"B\"\n");
  write("t.toml",
        "label = \"T\"\nsubject = \"dòng này\"\npersons = true\n"
        "same_person = { id = \"x\", name = \"x\", birth = \"zz\" }\n"
        "[[field]]\nkey = \"x\"\nlabel = \"X\"\ntype = \"id\"\nheaders = []\ntells_place = \"zz\"\n"
        "[[field]]\nkey = \"y\"\nlabel = \"Y\"\ntype = \"code\"\ncodes = \"muc\"\nheaders = []\n"
        "cap = { word = \"a\", of = \"b\", percent = 20, by = [], by_person = [\"zz\"] }\n");
  const std::vector<std::string> found = faults();
  EXPECT_THAT(found, testing::SizeIs(3));
  EXPECT_THAT(found, testing::Each(testing::HasSubstr("\"zz\"")));
}

}  // namespace
}  // namespace baocao::schema
