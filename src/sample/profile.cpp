#include "sample/profile.hpp"

#include "config/fields.hpp"
#include "sample/data_file.hpp"

#include <algorithm>
#include <utility>

namespace baocao::sample {
namespace {

using config::Fields;
using config::Node;

// Reads one sample.toml into a Profile; faults gather in the sink.
class Reader {
 public:
  Reader(const Node& root, std::string file, diag::Sink& sink)
      : file_(std::move(file)), sink_(sink), root_(fields(root, "tệp sample.toml")) {}

  Profile read();

 private:
  Fields fields(const Node& table, std::string where) {
    return Fields(table, file_, std::move(where), sink_);
  }

  static int small(std::int64_t value) { return static_cast<int>(value); }

  // Calls `read(fields)` on the sub-table `key`, or on each table of the array `key`.
  template <class Read>
  void one(Fields& from, const std::string& key, const Read& read);
  template <class Read>
  void each(const std::string& key, const Read& read);

  Counts counts(Fields& from, const std::string& key);
  Shares shares(Fields& from, const std::string& key);
  void committed(Profile& profile);
  void staff(Profile& profile);
  void words(Profile& profile);
  void places(Profile& profile);
  void lists(Profile& profile);
  void faults(Profile& profile);
  Quota quota(Fields& from);
  Post post(Fields& from, const std::vector<Tier>& tiers);

  std::string file_;
  diag::Sink& sink_;
  Fields root_;
};

template <class Read>
void Reader::one(Fields& from, const std::string& key, const Read& read) {
  if (const Node* table = from.table(key)) {
    Fields inner = fields(*table, "[" + key + "]");
    read(inner);
    inner.finish();
  }
}

template <class Read>
void Reader::each(const std::string& key, const Read& read) {
  for (const Node* table : root_.tables(key)) {
    Fields inner = fields(*table, "[[" + key + "]]");
    read(inner);
    inner.finish();
  }
}

Counts Reader::counts(Fields& from, const std::string& key) {
  Counts found;
  one(from, key, [&](Fields& table) {
    for (const std::string& word : table.keys()) {
      found.emplace_back(word, small(table.integer(word)));
    }
  });
  return found;
}

Shares Reader::shares(Fields& from, const std::string& key) {
  const Counts found = counts(from, key);
  return {found.begin(), found.end()};
}

void Reader::committed(Profile& profile) {
  profile.as_of = root_.date("as_of");
  profile.year = small(root_.integer("year"));
  profile.term = root_.string("term");
  profile.place = root_.string("place");
  one(root_, "committed", [&](Fields& table) {
    profile.units = small(table.integer("units"));
    profile.people = small(table.integer("people"));
    profile.seed = static_cast<std::uint64_t>(table.integer("seed"));
  });
}

Post Reader::post(Fields& from, const std::vector<Tier>& tiers) {
  Post post;
  post.tier = from.string("tier");
  const auto text = from.strings("text");
  post.text = text.empty() ? std::string() : text.front();
  post.short_text = text.empty() ? std::string() : text.back();
  post.khoi = from.string("khoi");
  post.nhom = from.string("nhom");
  post.office = from.string("office");
  post.office_phuong = from.optional_string("office_phuong").value_or(post.office);
  post.managed_by = from.optional_string("managed_by").value_or("");
  post.share = shares(from, "share");
  post.many = from.optional_boolean("many").value_or(false);
  if (const Node* node = from.node("ages")) {
    const auto* ages = node->as<config::Array>();
    if (ages != nullptr && ages->size() == 2 && ages->front().as<std::int64_t>() != nullptr &&
        ages->back().as<std::int64_t>() != nullptr) {
      post.ages = {small(*ages->front().as<std::int64_t>()),
                   small(*ages->back().as<std::int64_t>())};
    }
  }
  for (const Tier& tier : tiers) {
    if (tier.name == post.tier) {
      post.share.insert(tier.share.begin(), tier.share.end());  // keeps the post's own
      post.managed_by = post.managed_by.empty() ? tier.managed_by : post.managed_by;
    }
  }
  return post;
}

void Reader::staff(Profile& profile) {
  each("tier", [&](Fields& table) {
    Tier tier;
    tier.name = table.string("name");
    tier.group = table.string("group");
    tier.count = small(table.integer("count"));
    tier.spread = small(table.integer("spread"));
    tier.managed_by = table.string("managed_by");
    tier.share = shares(table, "share");
    profile.tiers.push_back(std::move(tier));
  });
  each("post", [&](Fields& table) { profile.posts.push_back(post(table, profile.tiers)); });
}

Quota Reader::quota(Fields& from) {
  Quota quota;
  quota.field = from.string("field");
  for (const std::string& group : from.keys()) {
    if (group != "field") {
      quota.counts[group] = counts(from, group);
    }
  }
  return quota;
}

void Reader::words(Profile& profile) {
  each("quota", [&](Fields& table) { profile.quotas.push_back(quota(table)); });
  one(root_, "correlation", [&](Fields& table) {
    for (const std::string& held : table.keys()) {
      profile.correlation[held] = shares(table, held);
    }
  });
  each("age", [&](Fields& table) {
    AgeBand band;
    band.word = table.string("word");
    band.first = small(table.integer("from"));
    band.last = small(table.integer("to"));
    band.last_nu = small(table.optional_integer("nu_to").value_or(band.last));
    profile.ages.push_back(std::move(band));
  });
}

void Reader::places(Profile& profile) {
  each("area", [&](Fields& table) {
    Area area;
    area.first = table.string("first");
    area.last = table.string("last");
    area.share = shares(table, "share");
    area.groups = counts(table, "groups");
    profile.areas.push_back(std::move(area));
  });
  each("identity", [&](Fields& table) {
    IdentityCode identity;
    identity.first = table.string("first");
    identity.last = table.string("last");
    identity.code = table.string("code");
    profile.identities.push_back(std::move(identity));
  });
  one(root_, "texts", [&](Fields& table) {
    for (const std::string& key : table.keys()) {
      profile.texts[key] = table.strings(key);
    }
  });
}

void Reader::lists(Profile& profile) {
  one(root_, "staffing", [&](Fields& t) { profile.vacancies = small(t.integer("vacancies")); });
  one(root_, "equipment", [&](Fields& t) { profile.equipped = small(t.integer("met")); });
  profile.religions = counts(root_, "religions");
  profile.training = counts(root_, "training");
  each("rotation", [&](Fields& table) {
    Rotation rotation;
    rotation.kind = table.string("kind");
    rotation.count = small(table.integer("count"));
    rotation.managed_by = table.string("managed_by");
    profile.rotations.push_back(std::move(rotation));
  });
  one(root_, "job", [&](Fields& table) { profile.job = table.string("text"); });
}

void Reader::faults(Profile& profile) {
  each("fault", [&](Fields& table) {
    Fault fault;
    fault.layout = table.string("layout");
    fault.field = table.string("field");
    fault.text = table.optional_string("text").value_or("");
    fault.repeat = table.optional_boolean("repeat").value_or(false);
    profile.faults.push_back(std::move(fault));
  });
  each("stranger", [&](Fields& table) {
    Stranger stranger;
    stranger.name = table.string("name");
    stranger.birth = table.date("birth");
    profile.strangers.push_back(std::move(stranger));
  });
}

Profile Reader::read() {
  Profile profile;
  committed(profile);
  staff(profile);
  words(profile);
  places(profile);
  lists(profile);
  faults(profile);
  root_.finish();
  return profile;
}

bool has_posts(const Profile& profile, const std::string& tier) {
  return std::any_of(profile.posts.begin(), profile.posts.end(), [&](const Post& post) {
    return post.tier == tier && post.many;
  });
}

int sum(const Counts& counts) {
  int total = 0;
  for (const auto& [word, count] : counts) {
    total += count;
  }
  return total;
}

// What the counts of `quota` contradict, in words; empty when they add up.
std::string contradiction_in(const Quota& quota, const std::string& group, int people) {
  const auto counts = quota.counts.find(group);
  const int found = counts == quota.counts.end() ? 0 : sum(counts->second);
  return found == people
             ? ""
             : "số người theo \"" + quota.field + "\" của nhóm \"" + group + "\" cộng lại là " +
                   std::to_string(found) + ", không phải " + std::to_string(people);
}

std::string missing_texts(const Profile& profile) {
  for (const std::string_view list :
       {"science", "other", "home_provinces", "languages", "computing", "origins"}) {
    const auto found = profile.texts.find(list);
    if (found == profile.texts.end() || found->second.empty()) {
      return "[texts] thiếu danh sách \"" + std::string(list) + "\"";
    }
  }
  const bool whole = !profile.areas.empty() && !profile.ages.empty() &&
                     !profile.identities.empty() && sum(profile.religions) > 0;
  return whole ? "" : "thiếu [[area]], [[age]], [[identity]] hoặc [religions]";
}

// What the generator relies on and does not find, in words; empty when all of it holds.
std::string contradiction_in(const Profile& profile) {
  std::map<std::string, int, std::less<>> people;
  for (const Tier& tier : profile.tiers) {
    people[tier.group] += tier.count;
    if (!has_posts(profile, tier.name)) {
      return "nhóm \"" + tier.name + "\" không có chức danh nào ghi many = true";
    }
  }
  std::string found = missing_texts(profile);
  for (const Quota& quota : profile.quotas) {
    for (const auto& [group, count] : people) {
      found = found.empty() ? contradiction_in(quota, group, count) : found;
    }
  }
  return found;
}

diag::Result<void> read_units(const std::filesystem::path& path, Profile& profile) {
  const auto rows = read_rows(path, 5);
  if (!rows) {
    return diag::Failure(rows.error());
  }
  for (const auto& row : *rows) {
    Unit unit{row[0], row[1], row[2], row[3], row[4]};
    if (unit.parent.empty()) {
      profile.province = std::move(unit);
    } else {
      profile.communes.push_back(std::move(unit));
    }
  }
  return {};
}

}  // namespace

const Area& Profile::area(const Unit& unit) const {
  const auto found = std::find_if(areas.begin(), areas.end(), [&](const Area& area) {
    return area.first <= unit.code && unit.code <= area.last;
  });
  return found == areas.end() ? areas.back() : *found;
}

diag::Result<Profile> load_profile(const std::filesystem::path& templates,
                                   const std::string& resolution) {
  const std::filesystem::path folder = templates / "resolutions" / resolution;
  const std::filesystem::path file = folder / "sample.toml";
  const auto root = read_toml(file);
  if (!root) {
    return diag::Failure(root.error());
  }
  diag::Sink sink;
  Profile profile = Reader(*root, file.string(), sink).read();
  if (sink.has_errors()) {
    return diag::Failure(sink.all().front());
  }
  if (const std::string fault = contradiction_in(profile); !fault.empty()) {
    return diag::Failure(contradiction(file, fault));
  }
  if (auto units = read_units(folder / "units.csv", profile); !units) {
    return diag::Failure(units.error());
  }
  return profile;
}

}  // namespace baocao::sample
