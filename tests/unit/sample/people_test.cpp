#include "sample/people.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::sample {
namespace {

const std::filesystem::path templates = std::filesystem::path(BAOCAO_SOURCE_DIR) / "templates";

const Profile& profile() {
  static const Profile loaded = load_profile(templates, "thai-nguyen-cbcx").value();
  return loaded;
}

const NameBook& names() {
  static const NameBook loaded = NameBook::load(templates / "sample/names.csv").value();
  return loaded;
}

std::vector<Person> people_of(Size size, std::uint64_t seed) {
  return make_people(profile(), names(), size, seed);
}

const std::vector<Person>& whole_province() {
  static const std::vector<Person> made = people_of({92, 5000}, 2026);
  return made;
}

const std::string& tier_of(const Person& person) {
  return profile().posts[person.post].tier;
}

bool in_committee(const Person& person) {
  return tier_of(person) != "khac";
}

int age_of(const Person& person) {
  return base::completed_years(person.dates.at("ngay_sinh"), profile().as_of);
}

template <class Condition>
int committee_count(const Condition& condition) {
  int count = 0;
  for (const Person& person : whole_province()) {
    count += in_committee(person) && condition(person) ? 1 : 0;
  }
  return count;
}

int committee_with(const std::string& word) {
  return committee_count([&](const Person& person) { return person.holds(word); });
}

int committee_in(const std::string& tier) {
  return committee_count([&](const Person& person) { return tier_of(person) == tier; });
}

int committee_aged(int first, int last) {
  return committee_count(
      [&](const Person& person) { return first <= age_of(person) && age_of(person) <= last; });
}

// The published counts of the commune committees, group "cấp ủy cấp xã".
TEST(Committees, HaveThePublishedPosts) {
  EXPECT_EQ(committee_count([](const Person&) { return true; }), 2327);
  EXPECT_EQ(committee_in("bi_thu"), 92);
  EXPECT_EQ(committee_in("pho_bi_thu"), 182);
  EXPECT_EQ(committee_in("bi_thu") + committee_in("pho_bi_thu") + committee_in("uy_vien_btv"), 879);
}

TEST(Committees, HaveThePublishedWomenMinoritiesAndScientists) {
  EXPECT_EQ(committee_with("nu"), 472);
  EXPECT_EQ(committee_with("kinh"), 2327 - 884);
  EXPECT_EQ(committee_with("khcn"), 151);
}

TEST(Committees, HaveThePublishedAges) {
  EXPECT_EQ(committee_aged(0, 41), 358);
  EXPECT_EQ(committee_aged(42, 52), 1888);
  EXPECT_EQ(committee_aged(53, 99), 81);
}

TEST(Committees, HaveThePublishedEducation) {
  EXPECT_EQ(committee_with("trung_cap"), 7);
  EXPECT_EQ(committee_with("cao_dang"), 6);
  EXPECT_EQ(committee_with("dai_hoc"), 1687);
  EXPECT_EQ(committee_with("thac_si") + committee_with("tien_si"), 627);
  EXPECT_EQ(committee_with("tien_si"), 4);
}

TEST(Committees, HaveThePublishedPoliticalTheory) {
  EXPECT_EQ(committee_with("llct_so_cap"), 8);
  EXPECT_EQ(committee_with("llct_trung_cap"), 1377);
  EXPECT_EQ(committee_with("llct_cao_cap") + committee_with("llct_cu_nhan"), 942);
}

TEST(Committees, HaveThePublishedGrades) {
  EXPECT_EQ(committee_with("chuyen_vien_chinh"), 435);
  EXPECT_EQ(committee_with("chuyen_vien_cao_cap"), 16);
}

TEST(Committees, HaveOneSecretaryInEachCommune) {
  std::set<std::size_t> communes;
  for (const Person& person : whole_province()) {
    if (tier_of(person) == "bi_thu") {
      EXPECT_TRUE(communes.insert(person.unit).second);
    }
  }
  EXPECT_EQ(communes.size(), 92U);
}

TEST(Committees, DifferInSizeAndSecretariesOutrankMembers) {
  std::map<std::size_t, int> sizes;
  std::map<std::string, std::pair<int, int>> masters;  // tier → with, all
  for (const Person& person : whole_province()) {
    if (in_committee(person)) {
      ++sizes[person.unit];
      auto& [with, all] = masters[tier_of(person)];
      with += person.holds("thac_si") ? 1 : 0;
      ++all;
    }
  }
  std::set<int> different;
  for (const auto& [unit, count] : sizes) {
    different.insert(count);
  }
  EXPECT_GT(different.size(), 5U);
  const auto [high, of_high] = masters["bi_thu"];
  const auto [low, of_low] = masters["uy_vien_bch"];
  EXPECT_GT(high * of_low, 2 * low * of_high);
}

TEST(People, AreAsManyAsAskedFor) {
  EXPECT_EQ(whole_province().size(), 5000U);
  EXPECT_EQ(people_of({3, 40}, 1).size(), 40U);
  EXPECT_EQ(people_of({92, 9000}, 1).size(), 9000U);
}

TEST(People, OfFewerCommunesKeepTheProportions) {
  int committee = 0;
  int women = 0;
  for (const Person& person : people_of({46, 2500}, 5)) {
    committee += in_committee(person) ? 1 : 0;
    women += in_committee(person) && person.holds("nu") ? 1 : 0;
  }
  EXPECT_EQ(committee, 1163);
  EXPECT_EQ(women, 236);
}

TEST(People, OfAFewCommunesSpreadOverAllOfThem) {
  std::set<std::size_t> communes;
  for (const Person& person : people_of({3, 40}, 7)) {
    communes.insert(person.unit);
  }
  EXPECT_EQ(communes, (std::set<std::size_t>{0, 1, 2}));
}

TEST(People, AreNamedOnceInACommuneAndNumberedOnce) {
  std::set<std::pair<std::size_t, std::string>> found;
  std::set<std::string> numbers;
  for (const Person& person : whole_province()) {
    EXPECT_TRUE(found.emplace(person.unit, person.texts.at("ho_ten")).second);
    EXPECT_TRUE(numbers.insert(person.texts.at("cccd")).second);
  }
}

TEST(People, CarryTheirSexCenturyAndYearInTheirNumber) {
  for (const Person& person : whole_province()) {
    const std::string& number = person.texts.at("cccd");
    const int year = person.dates.at("ngay_sinh").year();
    const int century = 2 * (year / 100 - 19) + (person.holds("nu") ? 1 : 0);
    ASSERT_EQ(number.size(), 12U);
    EXPECT_EQ(number[3] - '0', century);
    EXPECT_EQ(std::stoi(number.substr(4, 2)), year % 100);
  }
}

TEST(People, LiveTheirDatesInOrder) {
  for (const Person& person : whole_province()) {
    const base::Date birth = person.dates.at("ngay_sinh");
    EXPECT_GE(base::completed_years(birth, person.dates.at("ngay_tuyen_dung")), 18);
    if (person.dates.contains("ngay_vao_dang")) {
      EXPECT_GE(base::completed_years(birth, person.dates.at("ngay_vao_dang")), 18);
    }
    if (person.dates.contains("ngay_bo_nhiem")) {
      EXPECT_LE(person.dates.at("ngay_bo_nhiem"), profile().as_of);
    }
  }
}

TEST(People, AreRatedExcellentWithinTheCapOfEachCommune) {
  std::map<std::size_t, std::pair<int, int>> graded;  // excellent, good
  for (const Person& person : whole_province()) {
    auto& [excellent, good] = graded[person.unit];
    excellent += person.holds("hoan_thanh_xuat_sac") ? 1 : 0;
    good += person.holds("hoan_thanh_tot") ? 1 : 0;
  }
  for (const auto& [unit, counts] : graded) {
    EXPECT_GT(counts.first, 0);
    EXPECT_LE(5 * counts.first, counts.second);
  }
}

TEST(Profile, OfAnUnknownResolutionIsRefused) {
  const auto loaded = load_profile(templates, "khong-co");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, diag::Code("M101"));
}

}  // namespace
}  // namespace baocao::sample
