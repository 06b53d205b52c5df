// The made people: who sits where, with which levels. Counts come out exactly as the profile says.
#pragma once

#include "base/date.hpp"
#include "sample/names.hpp"
#include "sample/profile.hpp"
#include "sample/random.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::sample {

struct Person {
  std::size_t unit = 0;                                   // index into Profile::communes
  std::size_t post = 0;                                   // index into Profile::posts
  std::map<std::string, std::string, std::less<>> words;  // field → word: "ngach" → "chuyen_vien"
  std::map<std::string, std::string, std::less<>> texts;  // "ho_ten", "cccd", "que_quan", …
  std::map<std::string, base::Date, std::less<>> dates;   // no entry: the cell is blank
  std::map<std::string, int, std::less<>> hundredths;     // salary columns: 440 is 4,40
  // What a fault puts into cells of the roster instead; and whether the row stands twice.
  std::map<std::string, std::string, std::less<>> planted;
  bool repeated = false;

  bool holds(std::string_view word) const;
  std::string_view word(std::string_view field) const;  // "" when the field has none
};

// How many to make; both positive.
struct Size {
  int units = 0;
  int people = 0;
};

// People of the first `size.units` communes, commune by commune; in a commune by khối, then by
// post.
std::vector<Person> make_people(const Profile& profile,
                                const NameBook& names,
                                Size size,
                                std::uint64_t seed);

// The counts that `size` leaves of a tier or quota made for Profile::units and Profile::people: the
// committees follow the number of units, everybody else fills up. First the committee's.
struct GroupSizes {
  int committee = 0;
  int others = 0;
};

GroupSizes group_sizes(const Profile& profile, Size size);

inline constexpr std::string_view committee_group = "cap_uy";

// The steps of make_people.
std::vector<Person> seat_people(const Profile& profile, Size size, Random& random);
void hand_out_words(const Profile& profile, std::vector<Person>& people, Random& random);
void give_lives(const Profile& profile,
                const NameBook& names,
                std::uint64_t seed,
                std::vector<Person>& people);

}  // namespace baocao::sample
