#include "sample/faults.hpp"

#include "base/file.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path source = BAOCAO_SOURCE_DIR;

class Faults : public ::testing::Test {
 protected:
  std::vector<Person> planted(const std::vector<std::string>& layouts) {
    const NameBook names = NameBook::load(source / "templates/sample/names.csv").value();
    const Size size = {static_cast<int>(layouts.size()), 50 * static_cast<int>(layouts.size())};
    std::vector<Person> people = make_people(profile_, names, size, 4);
    Random random(4, Stream::faults);
    plant_faults(profile_, layouts, people, random);
    std::erase_if(people, [](const Person& p) { return p.planted.empty() && !p.repeated; });
    return people;
  }

  Profile profile_ = load_profile(source / "templates", "thai-nguyen-cbcx").value();
};

TEST_F(Faults, AllFallOnSpecialistsOfDifferentCommunes) {
  const auto people = planted(
      {"bm04", "bm04", "bm04", "trich_ngang", "trich_ngang", "don_gian", "don_gian", "csv", "csv"});
  EXPECT_EQ(people.size(), profile_.faults.size());
  std::set<std::size_t> communes;
  for (const Person& person : people) {
    EXPECT_TRUE(communes.insert(person.unit).second);
    EXPECT_EQ(profile_.posts[person.post].tier, "khac");
    EXPECT_EQ(person.word("dien_quan_ly"), "khac");
  }
}

TEST_F(Faults, WithoutACommuneOfTheirLayoutAreLeftOut) {
  EXPECT_TRUE(planted({"khong_co"}).empty());
  EXPECT_EQ(planted({"csv"}).size(), 1U);
}

TEST(CommittedFaults, StandInTheCsvRostersAsTheProfileSays) {
  std::string all;
  for (const std::string& name :
       base::glob(source / "inputs/thai-nguyen-cbcx-2026-q3", "can-bo/*.csv")) {
    all += base::read_file(source / "inputs/thai-nguyen-cbcx-2026-q3" / name).value();
  }
  EXPECT_THAT(all, HasSubstr("12/71985"));
}

}  // namespace
}  // namespace baocao::sample
