#include "sample/lists.hpp"

#include "sample/quota.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace baocao::sample {
namespace {

const std::string& name_of(const Person& person) {
  return person.texts.find("ho_ten")->second;
}

base::Date birth_of(const Person& person) {
  return person.dates.find("ngay_sinh")->second;
}

const std::string& commune_of(const Inputs& inputs, const Person& person) {
  return inputs.profile.communes[person.unit].full_name;
}

Cell whole(std::size_t number) {
  return Hundredths{100 * static_cast<int>(number)};
}

// A count made for the committed number of people, for the number asked for.
int for_people(const Inputs& inputs, int count) {
  return static_cast<int>(std::int64_t{count} * inputs.size.people / inputs.profile.people);
}

// First the number of the row, the commune, the name and the birth date.
Row person_row(const Inputs& inputs, const Grid& grid, const Person& person) {
  return {
      Row::Kind::data,
      {whole(grid.rows.size() + 1), commune_of(inputs, person), name_of(person), birth_of(person)}};
}

std::vector<Head> person_heads() {
  return {{"", "STT", 6}, {"", "Đơn vị", 24}, {"", "Họ và tên", 26}, {"", "Ngày sinh", 12}};
}

void add_heads(Grid& grid, std::vector<Head> more) {
  std::move(more.begin(), more.end(), std::back_inserter(grid.heads));
}

void add_strangers(const Inputs& inputs, Grid& grid) {
  for (const Stranger& stranger : inputs.profile.strangers) {
    grid.rows.push_back({Row::Kind::data,
                         {whole(grid.rows.size() + 1),
                          inputs.profile.communes.front().full_name,
                          stranger.name,
                          stranger.birth,
                          inputs.words.text(inputs.profile.training.front().first, false),
                          whole(static_cast<std::size_t>(inputs.profile.year))}});
  }
}

void add_courses(const Inputs& inputs, Grid& grid, const Person& person, Random& random) {
  for (const auto& [course, chance] : inputs.profile.training) {
    if (!random.percent(chance)) {
      continue;
    }
    Row row = person_row(inputs, grid, person);
    row.cells.emplace_back(inputs.words.text(course, false));
    row.cells.emplace_back(whole(static_cast<std::size_t>(inputs.profile.year)));
    grid.rows.push_back(std::move(row));
  }
}

// People whose manager is `managed_by`, without those whose roster row has a fault.
std::vector<const Person*> managed(const Inputs& inputs, const std::string& managed_by) {
  std::vector<const Person*> found;
  for (const Person& person : inputs.people) {
    if (person.word("dien_quan_ly") == managed_by && person.planted.empty() && !person.repeated) {
      found.push_back(&person);
    }
  }
  return found;
}

}  // namespace

Grid unit_list(const Inputs& inputs) {
  Grid grid;
  grid.heads = {{"", "code"}, {"", "name"}, {"", "full_name"}, {"", "type"}, {"", "parent"}};
  const auto add = [&](const Unit& unit) {
    grid.rows.push_back(
        {Row::Kind::data, {unit.code, unit.name, unit.full_name, unit.type, unit.parent}});
  };
  add(inputs.profile.province);
  for (int i = 0; i < inputs.size.units; ++i) {
    add(inputs.profile.communes[static_cast<std::size_t>(i)]);
  }
  return grid;
}

Grid grading_list(const Inputs& inputs) {
  Grid grid;
  grid.sheet = "Đánh giá";
  grid.title = {"KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁN BỘ CẤP XÃ " + inputs.profile.term + " NĂM " +
                std::to_string(inputs.profile.year)};
  grid.heads = person_heads();
  add_heads(grid, {{"", "Năm", 7}, {"", "Kỳ đánh giá", 12}, {"", "Xếp loại", 14}});
  for (const Person& person : inputs.people) {
    Row row = person_row(inputs, grid, person);
    row.cells.emplace_back(whole(static_cast<std::size_t>(inputs.profile.year)));
    row.cells.emplace_back(inputs.profile.term);
    row.cells.emplace_back(inputs.words.text(person.word("xep_loai"), true));
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

Grid training_list(const Inputs& inputs) {
  Random random(inputs.seed, Stream::training);
  Grid grid;
  grid.sheet = "Bồi dưỡng";
  grid.title = {"DANH SÁCH CÁN BỘ CẤP XÃ ĐÃ QUA BỒI DƯỠNG"};
  grid.heads = person_heads();
  add_heads(grid, {{"", "Nội dung bồi dưỡng", 36}, {"", "Năm", 7}});
  for (const Person& person : inputs.people) {
    add_courses(inputs, grid, person, random);
  }
  add_strangers(inputs, grid);
  return grid;
}

Grid staffing_list(const Inputs& inputs) {
  Random random(inputs.seed, Stream::staffing);
  std::map<std::pair<std::size_t, std::string>, int> present;  // by commune and khối
  for (const Person& person : inputs.people) {
    ++present[{person.unit, std::string(person.word("khoi"))}];
  }
  std::vector<int> weights;
  weights.reserve(present.size());
  for (const auto& entry : present) {
    // A third of the offices are full.
    weights.push_back(random.below(3) == 0 ? 0 : entry.second);
  }
  const auto vacant = apportion(weights, for_people(inputs, inputs.profile.vacancies));
  Grid grid;
  grid.sheet = "Biên chế";
  grid.title = {"BIÊN CHẾ ĐƯỢC GIAO VÀ CÓ MẶT CỦA CÁC XÃ, PHƯỜNG"};
  grid.heads = {{"", "STT", 6},
                {"", "Đơn vị", 24},
                {"", "Khối", 30},
                {"", "Biên chế được giao", 12},
                {"", "Biên chế có mặt", 12}};
  for (const auto& [place, count] : present) {
    const auto& [unit, khoi] = place;
    const std::size_t number = grid.rows.size();
    grid.rows.push_back({Row::Kind::data,
                         {whole(number + 1),
                          inputs.profile.communes[unit].full_name,
                          inputs.words.text(khoi, false),
                          Hundredths{100 * (count + vacant[number])},
                          Hundredths{100 * count}}});
  }
  return grid;
}

Grid rotation_list(const Inputs& inputs) {
  Random random(inputs.seed, Stream::rotation);
  const auto& origins = inputs.profile.texts.find("origins")->second;
  Grid grid;
  grid.heads = person_heads();
  add_heads(grid, {{"", "Hình thức"}, {"", "Từ đơn vị"}, {"", "Từ ngày"}, {"", "Đến ngày"}});
  for (const Rotation& rotation : inputs.profile.rotations) {
    std::vector<const Person*> candidates = managed(inputs, rotation.managed_by);
    random.shuffle(candidates);
    const auto count = static_cast<std::size_t>(for_people(inputs, rotation.count));
    candidates.resize(std::min(candidates.size(), count));
    for (const Person* person : candidates) {
      const base::Date start = inputs.profile.as_of.plus_days(-random.between(30, 240));
      Row row = person_row(inputs, grid, *person);
      row.cells.emplace_back(inputs.words.text(rotation.kind, false));
      row.cells.emplace_back(random.pick(origins));
      row.cells.emplace_back(start);
      row.cells.emplace_back(start.plus_days(3 * 365));
      grid.rows.push_back(std::move(row));
    }
  }
  return grid;
}

Grid equipment_list(const Inputs& inputs) {
  Random random(inputs.seed, Stream::equipment);
  std::vector<int> scores(static_cast<std::size_t>(inputs.size.units));
  for (int& score : scores) {
    score = random.below(1000);
  }
  const int met = static_cast<int>(std::int64_t{inputs.profile.equipped} * inputs.size.units /
                                   inputs.profile.units);
  const std::vector<std::size_t> equipped = highest(scores, met);
  Grid grid;
  grid.heads = {{"", "STT"}, {"", "Đơn vị"}, {"", "Đạt định mức"}, {"", "Ghi chú"}};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool good = std::binary_search(equipped.begin(), equipped.end(), i);
    grid.rows.push_back({Row::Kind::data,
                         {whole(i + 1),
                          inputs.profile.communes[i].full_name,
                          std::string(good ? "Có" : "Không"),
                          std::string(good ? "" : "Thiếu máy tính, máy quét")}});
  }
  return grid;
}

}  // namespace baocao::sample
