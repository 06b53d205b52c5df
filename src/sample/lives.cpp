// Names, births, numbers and dates of people whose posts and levels are settled.
#include "sample/people.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace baocao::sample {
namespace {

using base::Date;

constexpr int school_leaving_age = 22;

// The same day `years` earlier; 29 February becomes the 28th.
Date years_before(Date date, int years) {
  const int year = date.year() - years;
  const int day = std::min(date.day(), base::days_in_month(year, date.month()));
  return *Date::from_ymd(year, date.month(), day);
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

bool is_nu(const Person& person) {
  return person.word("gioi_tinh") == "nu";
}

class Lives {
 public:
  Lives(const Profile& profile, const NameBook& names, std::uint64_t seed)
      : profile_(profile), names_(names), seed_(seed) {}

  void give(std::vector<Person>& people);

 private:
  const Post& post(const Person& person) const { return profile_.posts[person.post]; }

  const Unit& commune(const Person& person) const { return profile_.communes[person.unit]; }

  const std::string& text(const std::string& list, Random& random) const {
    return random.pick(profile_.texts.find(list)->second);
  }

  void ethnic_group(Person& person, Random& random) const;
  Date birth(const Person& person, Random& random) const;
  std::string identity(const Person& person, Random& random) const;
  void dates(Person& person, Random& random) const;
  void texts(Person& person, Random& random) const;
  void salary(Person& person, Random& random) const;

  const Profile& profile_;
  const NameBook& names_;
  std::uint64_t seed_;
};

void Lives::ethnic_group(Person& person, Random& random) const {
  if (person.word("dan_toc") != "dtts") {
    return;
  }
  person.words["dan_toc"] = random.weighted(profile_.area(commune(person)).groups);
}

Date Lives::birth(const Person& person, Random& random) const {
  const auto band = std::find_if(profile_.ages.begin(), profile_.ages.end(), [&](const AgeBand& b) {
    return b.word == person.word("do_tuoi");
  });
  int first = band->first;
  int last = is_nu(person) ? band->last_nu : band->last;
  if (post(person).ages) {
    first = std::max(first, post(person).ages->first);
    last = std::max(first, std::min(last, post(person).ages->second));
  }
  const bool leads = post(person).managed_by != "khac";
  int age = random.between(first, last);
  if (leads && person.word("do_tuoi") == "duoi_42") {
    age = std::max(age, random.between(first, last));  // leaders are nearer the upper end
  }
  // Reached `age` on or before the as-of date, and not yet age + 1.
  const Date youngest = years_before(profile_.as_of, age);
  const Date oldest = years_before(profile_.as_of, age + 1).plus_days(1);
  return oldest.plus_days(random.below(youngest.days() - oldest.days() + 1));
}

// Form of the number: Thông tư 07/2016/TT-BCA (province, sex and century, year, six digits).
std::string Lives::identity(const Person& person, Random& random) const {
  const std::string& code = commune(person).code;
  const auto& codes = profile_.identities;
  const auto place = std::find_if(codes.begin(), codes.end(), [&](const IdentityCode& identity) {
    return identity.first <= code && code <= identity.last;
  });
  const int year = person.dates.find("ngay_sinh")->second.year();
  const int century = 2 * (year / 100 - 19) + (is_nu(person) ? 1 : 0);
  return (place == codes.end() ? codes.back() : *place).code + std::to_string(century) +
         padded(year % 100, 2) + padded(random.below(1'000'000), 6);
}

void Lives::dates(Person& person, Random& random) const {
  const Date birth = person.dates.find("ngay_sinh")->second;
  const auto at_age = [&](int from, int to) {
    return birth.plus_days(365 * random.between(from, to) + random.between(100, 450));
  };
  const Date latest = years_before(profile_.as_of, 1);
  person.dates["ngay_tuyen_dung"] = std::min(at_age(school_leaving_age, 28), latest);
  const bool leads = post(person).managed_by != "khac";
  const Date joined = at_age(school_leaving_age, leads ? 30 : 36);
  if (leads || joined < latest) {
    person.dates["ngay_vao_dang"] = std::min(joined, latest.plus_days(-400));
    person.dates["ngay_chinh_thuc"] = person.dates["ngay_vao_dang"].plus_days(365);
  }
  if (leads) {
    // Most took office when the two-level model began.
    const Date start = *Date::from_ymd(2025, 7, 1);
    const Date end = profile_.as_of.plus_days(-31);
    const Date later = start.plus_days(random.below(std::max(end.days() - start.days(), 1)));
    person.dates["ngay_bo_nhiem"] = random.percent(75) ? start : later;
  }
}

void Lives::texts(Person& person, Random& random) const {
  const Unit& here = commune(person);
  const Unit& elsewhere = random.pick(profile_.communes);
  if (person.holds("dia_phuong")) {
    person.texts["que_quan"] = here.full_name + ", tỉnh " + profile_.province.name;
  } else if (random.percent(30)) {
    person.texts["que_quan"] = text("home_provinces", random);
  } else {
    person.texts["que_quan"] = elsewhere.full_name + ", tỉnh " + profile_.province.name;
  }
  person.texts["chuyen_nganh"] = text(person.holds("khcn") ? "science" : "other", random);
  person.texts["ton_giao"] = random.weighted(profile_.religions);
  person.texts["ngoai_ngu"] = text("languages", random);
  person.texts["tin_hoc"] = text("computing", random);
  person.texts["van_hoa"] = "12/12";
  person.texts["co_quan"] =
      here.type == "phường" ? post(person).office_phuong : post(person).office;
  const auto appointed = person.dates.find("ngay_bo_nhiem");
  if (appointed != person.dates.end()) {
    const int months = (profile_.as_of.days() - appointed->second.days()) / 30;
    person.texts["thoi_gian_giu_chuc"] = std::to_string(months) + " tháng";
  }
}

// Salary steps of Nghị định 204/2004/NĐ-CP: the first coefficient of the grade and the rise per
// step.
void Lives::salary(Person& person, Random& random) const {
  struct Scale {
    std::string_view grade;
    std::string_view code;
    int first;
    int rise;
    int steps;
  };

  constexpr std::array<Scale, 4> scales = {{{"can_su", "01.004", 186, 20, 12},
                                            {"chuyen_vien", "01.003", 234, 33, 9},
                                            {"chuyen_vien_chinh", "01.002", 440, 34, 8},
                                            {"chuyen_vien_cao_cap", "01.001", 620, 36, 6}}};
  for (const Scale& scale : scales) {
    if (person.word("ngach") == scale.grade) {
      const int years = base::completed_years(person.dates["ngay_tuyen_dung"], profile_.as_of);
      const int step = std::clamp(years / 3 + random.below(2), 1, scale.steps);
      person.texts["ma_ngach"] = scale.code;
      person.hundredths["bac_luong"] = 100 * step;
      person.hundredths["he_so_luong"] = scale.first + scale.rise * (step - 1);
    }
  }
  if (person.word("dien_quan_ly") == "btv_tinh_uy") {
    person.hundredths["phu_cap_chuc_vu"] = 60;
  } else if (person.word("dien_quan_ly") == "btv_dang_uy") {
    person.hundredths["phu_cap_chuc_vu"] = 25;
  }
  const Shares& area = profile_.area(commune(person)).share;
  if (const auto minority = area.find("dtts"); minority != area.end() && minority->second > 40) {
    person.hundredths["phu_cap_khu_vuc"] = 30;
  }
}

void Lives::give(std::vector<Person>& people) {
  Random groups(seed_, Stream::ethnic_groups);
  Random births(seed_, Stream::births);
  Random called(seed_, Stream::names);
  Random numbers(seed_, Stream::identities);
  Random lives(seed_, Stream::lives);
  std::set<std::pair<std::size_t, std::string>> taken_names;
  std::set<std::string> taken_numbers;
  for (Person& person : people) {
    ethnic_group(person, groups);
    person.dates["ngay_sinh"] = birth(person, births);
    std::string& name = person.texts["ho_ten"];
    do {
      name = names_.make(person.word("gioi_tinh"), person.word("dan_toc"), called);
    } while (!taken_names.emplace(person.unit, name).second);
    std::string& number = person.texts["cccd"];
    do {
      number = identity(person, numbers);
    } while (!taken_numbers.insert(number).second);
    dates(person, lives);
    texts(person, lives);
    salary(person, lives);
  }
}

// "Hoàn thành xuất sắc" goes to one in seven of those rated well in a group of a commune's body, so
// that it stays under 20 % of "hoàn thành tốt" there (Nghị định 335/2025/NĐ-CP).
void grade_excellent(std::vector<Person>& people, Random& random) {
  constexpr int one_in = 7;
  std::map<std::tuple<std::size_t, std::string_view, std::string_view>, std::vector<Person*>> good;
  for (Person& person : people) {
    if (person.word("xep_loai") == "hoan_thanh_tot") {
      good[{person.unit, person.word("khoi"), person.word("nhom")}].push_back(&person);
    }
  }
  for (auto& [group, members] : good) {
    random.shuffle(members);
    members.resize(members.size() / one_in);
    for (Person* person : members) {
      person->words["xep_loai"] = "hoan_thanh_xuat_sac";
    }
  }
}

}  // namespace

void give_lives(const Profile& profile,
                const NameBook& names,
                std::uint64_t seed,
                std::vector<Person>& people) {
  Lives(profile, names, seed).give(people);
  Random random(seed, Stream::grades);
  grade_excellent(people, random);
}

}  // namespace baocao::sample
