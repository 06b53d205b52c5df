// What to make: templates/resolutions/<id>/sample.toml and units.csv, typed.
#pragma once

#include "base/date.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baocao::sample {

// How likely, of 100, a person gets a word; steers who gets it, never how many do.
using Shares = std::map<std::string, int, std::less<>>;
using Counts = std::vector<std::pair<std::string, int>>;  // in file order

struct Tier {
  std::string name;
  std::string group;  // "cap_uy": the committee; "khac": everybody else
  int count = 0;      // people in all, for Profile::units and Profile::people
  int spread = 0;     // percent by which communes differ
  std::string managed_by;
  Shares share;
};

struct Post {
  std::string tier;
  std::string text;        // "Ủy viên BTV Đảng ủy, Phó Chủ tịch UBND"
  std::string short_text;  // "UV BTV, PCT UBND"
  std::string khoi;
  std::string nhom;
  std::string office;
  std::string office_phuong;  // where phường have another name for it
  std::string managed_by;
  Shares share;  // the tier's, with the post's own on top
  std::optional<std::pair<int, int>> ages;
  bool many = false;
};

struct Quota {
  std::string field;
  std::map<std::string, Counts, std::less<>> counts;  // by group; the last word takes the rest
};

struct AgeBand {
  std::string word;
  int first = 0;
  int last = 0;
  int last_nu = 0;  // women retire earlier
};

struct Area {
  std::string first;  // unit codes, inclusive
  std::string last;
  Shares share;
  Counts groups;  // ethnic minorities
};

struct IdentityCode {
  std::string first;
  std::string last;
  std::string code;
};

struct Rotation {
  std::string kind;
  int count = 0;
  std::string managed_by;
};

struct Fault {
  std::string layout;
  std::string field;
  std::string text;
  bool repeat = false;  // the person is listed twice instead
};

struct Stranger {
  std::string name;
  base::Date birth;
};

struct Unit {
  std::string code;
  std::string name;
  std::string full_name;
  std::string type;
  std::string parent;
};

struct Profile {
  base::Date as_of;
  int year = 0;
  std::string term;   // "Quý III"
  std::string place;  // "Thái Nguyên"
  // What the counts below are for; also the committed inputs.
  int units = 0;
  int people = 0;
  std::uint64_t seed = 0;

  std::vector<Tier> tiers;
  std::vector<Post> posts;
  std::vector<Quota> quotas;
  std::map<std::string, Shares, std::less<>> correlation;  // by the word held
  std::vector<AgeBand> ages;
  std::vector<Area> areas;
  std::vector<IdentityCode> identities;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
  Counts religions;  // weights
  int vacancies = 0;
  int equipped = 0;
  Counts training;
  std::vector<Rotation> rotations;
  std::vector<Fault> faults;
  std::vector<Stranger> strangers;
  std::string job;  // text of job.toml

  Unit province;
  std::vector<Unit> communes;  // in file order

  const Area& area(const Unit& unit) const;
};

// Reads the profile of `resolution` under `templates`. M101 when the resolution has no samples,
// M104 when the counts do not fit together; faults of the file itself as config gives them.
diag::Result<Profile> load_profile(const std::filesystem::path& templates,
                                   const std::string& resolution);

}  // namespace baocao::sample
