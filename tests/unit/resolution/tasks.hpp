// A pack with tasks and rows of nhiem_vu written in TOML.
#pragma once

#include "resolution/example_data.hpp"
#include "resolution/read_tasks.hpp"
#include "unit/schema/project_schema.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace baocao::resolution {

// For the years 2026 to 2030, with the levels "tinh" and "xa".
inline Pack pack_of(const std::string& tasks_toml, diag::Sink& sink) {
  Pack pack;
  pack.first_year = 2026;
  pack.last_year = 2030;
  for (const char* key : {"tinh", "xa"}) {
    Level& level = pack.levels.emplace_back();
    level.key = key;
    level.kinds = {key};
  }
  const auto root = config::parse(tasks_toml, "tasks.toml");
  if (!root) {
    throw std::runtime_error(root.error().message);
  }
  read_tasks(*root, "tasks.toml", pack, sink);
  return pack;
}

// `rows` are those of nhiem_vu: "{ ma = \"a\", ket_qua = \"hoan_thanh\" }, …". Unit 0 is a
// province, unit 1 a commune below it.
inline table::Dataset progress_of(const std::string& rows) {
  const auto root = config::parse(
      R"(don_vi = [{ ma = "t", loai = "tinh" }, { ma = "x", loai = "xa", cap_tren = "t" }]
nhiem_vu = [)" +
          rows + "]\n",
      "rows.toml");
  if (!root) {
    throw std::runtime_error(root.error().message);
  }
  std::vector<ExampleFault> faults;
  table::Dataset dataset = example_data(*root, test::project_schema(), faults);
  if (!faults.empty()) {
    throw std::runtime_error(faults.front().message);
  }
  dataset.tables.at("nhiem_vu").sources.emplace_back().file = "nhiem-vu.csv";
  return dataset;
}

inline base::Date day(const std::string& iso) {
  return base::Date::parse_iso(iso).value();
}

}  // namespace baocao::resolution
