#include "sample/sample.hpp"

#include "sample/faults.hpp"
#include "sample/grid.hpp"
#include "sample/lists.hpp"
#include "sample/names.hpp"
#include "sample/people.hpp"
#include "sample/profile.hpp"
#include "sample/quota.hpp"
#include "sample/roster.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace baocao::sample {
namespace {

constexpr int fewest_per_commune = 5;
constexpr int most_per_commune = 1000;

struct Sources {
  Profile profile;
  NameBook names;
  Words words;
  std::vector<Layout> layouts;
};

diag::Result<Sources> load(const Request& request) {
  const std::filesystem::path shared = request.templates / "sample";
  auto profile = load_profile(request.templates, request.resolution);
  if (!profile) {
    return diag::Failure(profile.error());
  }
  auto names = NameBook::load(shared / "names.csv");
  if (!names) {
    return diag::Failure(names.error());
  }
  auto words = Words::load(shared / "words.toml");
  if (!words) {
    return diag::Failure(words.error());
  }
  auto layouts = load_layouts(shared / "layouts.toml");
  if (!layouts) {
    return diag::Failure(layouts.error());
  }
  return Sources{std::move(*profile), std::move(*names), std::move(*words), std::move(*layouts)};
}

diag::Result<void> check_size(const Profile& profile, const Request& request) {
  const int most_units = static_cast<int>(profile.communes.size());
  if (request.units < 1 || request.units > most_units) {
    return diag::Failure({.code = "M102",
                          .message = "số đơn vị là " + std::to_string(request.units) +
                                     "; nghị quyết này có từ 1 đến " + std::to_string(most_units) +
                                     " xã, phường",
                          .help = "ghi lại --units"});
  }
  const int fewest = fewest_per_commune * request.units;
  const int most = most_per_commune * request.units;
  if (request.people < fewest || request.people > most) {
    return diag::Failure({.code = "M103",
                          .message = "số người là " + std::to_string(request.people) + "; với " +
                                     std::to_string(request.units) + " đơn vị thì cần từ " +
                                     std::to_string(fewest) + " đến " + std::to_string(most),
                          .help = "ghi lại --people"});
  }
  return {};
}

// Which layout each commune uses, in the proportions of the layouts.
std::vector<std::size_t> choose_layouts(const std::vector<Layout>& layouts,
                                        int units,
                                        Random& random) {
  std::vector<int> shares;
  shares.reserve(layouts.size());
  for (const Layout& layout : layouts) {
    shares.push_back(layout.share);
  }
  const std::vector<int> counts = apportion(shares, units);
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    chosen.insert(chosen.end(), static_cast<std::size_t>(counts[i]), i);
  }
  random.shuffle(chosen);
  return chosen;
}

Habits choose_habits(Random& random) {
  Habits habits;
  habits.capital_names = random.percent(20);
  habits.text_dates = random.percent(45);
  habits.abbreviations = random.percent(50);
  habits.restarts = random.percent(50);
  habits.hard_blanks = random.percent(25);
  return habits;
}

// "xa-van-lang"; only the code before it tells communes apart.
std::string slug(const Unit& unit) {
  std::string name = text::without_marks(text::lower(unit.full_name));
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string job_file(const Profile& profile, const Request& request) {
  std::string text = profile.job;
  const std::vector<std::pair<std::string, std::string>> values = {
      {"{units}", std::to_string(request.units)},
      {"{people}", std::to_string(request.people)},
      {"{seed}", std::to_string(request.seed)}};
  for (const auto& [name, value] : values) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      text.replace(at, name.size(), value);
    }
  }
  return text;
}

// Gathers the files; the first fault stops it.
class Folder {
 public:
  explicit Folder(base::Date created) : created_(created) {}

  void add(std::string name, base::Bytes bytes) {
    files_.push_back({std::move(name), std::move(bytes)});
  }

  void add_csv(std::string name, const Grid& grid) {
    add(std::move(name), to_csv(grid, ',', false));
  }

  void add_xlsx(std::string name, const Grid& grid) {
    if (fault_) {
      return;
    }
    auto bytes = to_xlsx(grid, created_);
    if (!bytes) {
      fault_ = bytes.error();
      return;
    }
    add(std::move(name), std::move(*bytes));
  }

  diag::Result<std::vector<File>> finish() {
    if (fault_) {
      return diag::Failure(*fault_);
    }
    return std::move(files_);
  }

 private:
  base::Date created_;
  std::vector<File> files_;
  std::optional<diag::Diagnostic> fault_;
};

void add_rosters(const Inputs& inputs,
                 const std::vector<Layout>& layouts,
                 const std::vector<std::size_t>& layout_of,
                 Folder& folder) {
  Random random(inputs.seed, Stream::habits);
  std::vector<std::vector<const Person*>> by_unit(layout_of.size());
  for (const Person& person : inputs.people) {
    by_unit[person.unit].push_back(&person);
  }
  for (std::size_t i = 0; i < layout_of.size(); ++i) {
    const Layout& layout = layouts[layout_of[i]];
    const Unit& unit = inputs.profile.communes[i];
    const Habits habits = choose_habits(random);
    const Grid grid = roster(inputs.profile, inputs.words, layout, habits, by_unit[i]);
    const std::string name = "can-bo/" + unit.code + "-" + slug(unit);
    if (layout.sheet.empty()) {
      folder.add(name + ".csv", to_csv(grid, random.percent(50) ? ';' : ',', random.percent(50)));
    } else {
      folder.add_xlsx(name + ".xlsx", grid);
    }
  }
}

}  // namespace

diag::Result<std::vector<File>> make(const Request& request) {
  const auto sources = load(request);
  if (!sources) {
    return diag::Failure(sources.error());
  }
  const Profile& profile = sources->profile;
  if (auto size = check_size(profile, request); !size) {
    return diag::Failure(size.error());
  }
  const Size size = {request.units, request.people};
  std::vector<Person> people = make_people(profile, sources->names, size, request.seed);
  Random layouts(request.seed, Stream::layouts);
  const auto layout_of = choose_layouts(sources->layouts, request.units, layouts);
  std::vector<std::string> layout_names;
  layout_names.reserve(layout_of.size());
  for (const std::size_t layout : layout_of) {
    layout_names.push_back(sources->layouts[layout].name);
  }
  Random faults(request.seed, Stream::faults);
  plant_faults(profile, layout_names, people, faults);

  const Inputs inputs = {profile, sources->words, size, request.seed, people};
  Folder folder(profile.as_of);
  folder.add("job.toml", job_file(profile, request));
  folder.add_csv("don-vi.csv", unit_list(inputs));
  add_rosters(inputs, sources->layouts, layout_of, folder);
  folder.add_xlsx("danh-gia-" + std::to_string(profile.year) + ".xlsx", grading_list(inputs));
  folder.add_xlsx("boi-duong.xlsx", training_list(inputs));
  folder.add_xlsx("bien-che.xlsx", staffing_list(inputs));
  folder.add_csv("luan-chuyen.csv", rotation_list(inputs));
  folder.add_csv("trang-bi.csv", equipment_list(inputs));
  return folder.finish();
}

}  // namespace baocao::sample
