#include "sample/people.hpp"

#include "sample/quota.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace baocao::sample {
namespace {

constexpr std::array<std::string_view, 3> khoi_order = {"dang", "chinh_quyen", "mat_tran"};

std::size_t khoi_rank(const Person& person) {
  return static_cast<std::size_t>(
      std::find(khoi_order.begin(), khoi_order.end(), person.word("khoi")) - khoi_order.begin());
}

// The posts that the `count` people of a tier hold in one commune.
std::vector<std::size_t> posts_for(const Profile& profile, const Tier& tier, int count) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> repeatable;
  for (std::size_t i = 0; i < profile.posts.size(); ++i) {
    if (profile.posts[i].tier != tier.name) {
      continue;
    }
    all.push_back(i);
    if (profile.posts[i].many) {
      repeatable.push_back(i);
    }
  }
  const auto wanted = static_cast<std::size_t>(count);
  for (std::size_t i = 0; all.size() < wanted; ++i) {
    all.push_back(repeatable[i % repeatable.size()]);
  }
  all.resize(wanted);
  return all;
}

// `count` people over the communes, which differ by up to `spread` percent.
std::vector<int> spread_over(int units, int spread, int count, Random& random) {
  std::vector<int> weights(static_cast<std::size_t>(units));
  for (int& weight : weights) {
    weight = 1000 + random.between(-10 * spread, 10 * spread);
  }
  return apportion(weights, count);
}

Person seat(const Profile& profile, std::size_t unit, std::size_t post) {
  Person person;
  person.unit = unit;
  person.post = post;
  person.words["khoi"] = profile.posts[post].khoi;
  person.words["nhom"] = profile.posts[post].nhom;
  person.words["dien_quan_ly"] = profile.posts[post].managed_by;
  return person;
}

void seat_tier(const Profile& profile,
               const Tier& tier,
               std::size_t unit,
               int count,
               std::vector<Person>& people) {
  for (const std::size_t post : posts_for(profile, tier, count)) {
    people.push_back(seat(profile, unit, post));
  }
}

// People per tier: each commune has one of the committee's first tier, its head.
std::vector<int> tier_counts(const Profile& profile, Size size) {
  const GroupSizes sizes = group_sizes(profile, size);
  std::vector<int> committee;
  std::vector<int> others;
  for (const Tier& tier : profile.tiers) {
    const bool in_committee = tier.group == committee_group;
    committee.push_back(in_committee && !(&tier == &profile.tiers.front()) ? tier.count : 0);
    others.push_back(in_committee ? 0 : tier.count);
  }
  committee = apportion(committee, sizes.committee - size.units);
  others = apportion(others, sizes.others);
  std::vector<int> counts;
  for (std::size_t i = 0; i < profile.tiers.size(); ++i) {
    counts.push_back(committee[i] + others[i] + (i == 0 ? size.units : 0));
  }
  return counts;
}

std::string group_of(const Profile& profile, const Person& person) {
  const std::string& tier = profile.posts[person.post].tier;
  const auto found = std::find_if(
      profile.tiers.begin(), profile.tiers.end(), [&](const Tier& t) { return t.name == tier; });
  return found == profile.tiers.end() ? std::string() : found->group;
}

int share_of(const Shares& shares, std::string_view word) {
  const auto found = shares.find(word);
  return found == shares.end() ? 0 : found->second;
}

// How much the person's post, commune and other words speak for `word`.
int inclination(const Profile& profile, const Person& person, std::string_view word) {
  int sum = share_of(profile.posts[person.post].share, word) +
            share_of(profile.area(profile.communes[person.unit]).share, word);
  for (const auto& [field, held] : person.words) {
    if (const auto found = profile.correlation.find(held); found != profile.correlation.end()) {
      sum += share_of(found->second, word);
    }
  }
  return sum;
}

// Gives each word of the quota to as many of the people as it says.
void hand_out(const Profile& profile,
              const std::string& field,
              const Counts& counts,
              std::vector<Person*> people,
              Random& random) {
  std::vector<int> weights;
  for (const auto& [word, count] : counts) {
    weights.push_back(count);
  }
  const std::vector<int> exact = apportion(weights, static_cast<int>(people.size()));
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::string& word = counts[i].first;
    std::vector<int> scores;
    scores.reserve(people.size());
    for (const Person* person : people) {
      scores.push_back(inclination(profile, *person, word) + random.below(100));
    }
    const std::vector<std::size_t> chosen = highest(scores, exact[i]);
    for (auto at = chosen.rbegin(); at != chosen.rend(); ++at) {
      people[*at]->words[field] = word;
      people.erase(people.begin() + static_cast<std::ptrdiff_t>(*at));
    }
  }
}

}  // namespace

bool Person::holds(std::string_view word) const {
  return std::any_of(
      words.begin(), words.end(), [&](const auto& entry) { return entry.second == word; });
}

std::string_view Person::word(std::string_view field) const {
  const auto found = words.find(field);
  return found == words.end() ? std::string_view() : found->second;
}

GroupSizes group_sizes(const Profile& profile, Size size) {
  std::int64_t published = 0;
  for (const Tier& tier : profile.tiers) {
    published += tier.group == committee_group ? tier.count : 0;
  }
  const std::int64_t by_units = published * size.units / profile.units;
  const std::int64_t by_people = published * size.people / profile.people;
  const auto committee = std::max<std::int64_t>(std::min(by_units, by_people), size.units);
  return {static_cast<int>(committee), size.people - static_cast<int>(committee)};
}

std::vector<Person> seat_people(const Profile& profile, Size size, Random& random) {
  const std::vector<int> counts = tier_counts(profile, size);
  std::vector<Person> people;
  for (std::size_t i = 0; i < profile.tiers.size(); ++i) {
    const Tier& tier = profile.tiers[i];
    const std::vector<int> here = spread_over(size.units, tier.spread, counts[i], random);
    for (std::size_t unit = 0; unit < here.size(); ++unit) {
      seat_tier(profile, tier, unit, here[unit], people);
    }
  }
  std::stable_sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
    return std::tuple(a.unit, khoi_rank(a), a.post) < std::tuple(b.unit, khoi_rank(b), b.post);
  });
  return people;
}

void hand_out_words(const Profile& profile, std::vector<Person>& people, Random& random) {
  std::map<std::string, std::vector<Person*>> groups;
  for (Person& person : people) {
    groups[group_of(profile, person)].push_back(&person);
  }
  for (const Quota& quota : profile.quotas) {
    for (const auto& [group, members] : groups) {
      hand_out(profile, quota.field, quota.counts.find(group)->second, members, random);
    }
  }
}

std::vector<Person> make_people(const Profile& profile,
                                const NameBook& names,
                                Size size,
                                std::uint64_t seed) {
  Random places(seed, Stream::places);
  std::vector<Person> people = seat_people(profile, size, places);
  Random words(seed, Stream::words);
  hand_out_words(profile, people, words);
  give_lives(profile, names, seed, people);
  return people;
}

}  // namespace baocao::sample
